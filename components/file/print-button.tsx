'use client'

import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'

export function PrintButton() {
  const t = useTranslations('common')
  return <Button look="ghost" onClick={() => window.print()}><Icon of={Printer} />{t('print')}</Button>
}
