import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { DeadlineStanding } from '@/lib/agenda/views.ts'
import { Icon } from '../ui/icon.tsx'
import { standingWords } from './word-agenda.ts'

/** Whether an appointment meets the deadline it is for. */
export function StandingLine({ standing }: { readonly standing: DeadlineStanding }) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const meets = standing.is === 'meets'
  return (
    <span className={meets ? 'st met' : 'st missed-law'}>
      <Icon of={meets ? CircleCheck : TriangleAlert} size={16} />
      <span>{standingWords(standing, { t, locale })}</span>
    </span>
  )
}
