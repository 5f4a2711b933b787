'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Drawer } from '../ui/drawer.tsx'
import { AbsenceForm, type AbsenceFormProps } from './absence-form.tsx'

/** Telling the absence of someone of the team. */
export function AbsenceDrawer({ name, ...form }: AbsenceFormProps & { readonly name: string }) {
  const t = useTranslations('handover.absence')
  const router = useRouter()
  return (
    <Drawer title={t('title', { name })} onClose={() => router.push('/equipe', { scroll: false })}>
      <p className="muted">{t('lead', { name })}</p>
      <AbsenceForm {...form} back="/equipe" />
    </Drawer>
  )
}
