import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { WhoElse } from '@/components/live/who-else.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { fileHref } from './address.ts'

interface FileCrumbProps {
  readonly reference: string
  /** The screen shown, inside or beside the file. */
  readonly here: string
}

/** Where one is in a file, and who else is on it. */
export function FileCrumb({ reference, here }: FileCrumbProps) {
  const t = useTranslations('file')
  return (
    <nav className="crumb" aria-label={t('crumb')}>
      <Link href="/dossiers">{t('files')}</Link>
      <Icon of={ChevronRight} size={16} />
      <Link href={fileHref(reference)}>{reference}</Link>
      <Icon of={ChevronRight} size={16} />
      <span>{here}</span>
      <WhoElse />
    </nav>
  )
}
