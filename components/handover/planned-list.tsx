import { useLocale, useTranslations } from 'next-intl'
import type { PlannedHandover } from '@/lib/cases/handover/planned-handovers.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { ToldForm, type ToldAction } from './told-form.tsx'

/** What will be shared out on a day to come, and what could not be. */
export function PlannedList({ planned, cancel }: { planned: readonly PlannedHandover[]; cancel: ToldAction }) {
  const t = useTranslations('handover.planned')
  const locale = useLocale()
  return (
    <ul className="planned-list">
      {planned.map((one) => (
        <li key={one.id}>
          <div>
            <b>{t(one.state === 'planned' ? 'line' : 'refused', { name: one.from, day: formatDay(one.on, locale) })}</b>
            <p className="sm muted">{t(one.state === 'planned' ? 'detail' : 'refusedDetail', { to: one.to.join(', '), by: one.by })}</p>
          </div>
          {one.state === 'planned' && (
            <ToldForm action={cancel} name="plannedId" value={one.id}>{t('cancel')}<span className="vh">{t('about', { name: one.from })}</span></ToldForm>
          )}
        </li>
      ))}
    </ul>
  )
}
