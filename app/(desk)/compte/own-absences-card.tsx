import '@/components/handover/handover.css'
import '@/components/team/team.css'
import { getLocale, getTranslations } from 'next-intl/server'
import { AbsenceList } from '@/components/handover/absence-list.tsx'
import { OwnAbsences } from '@/components/handover/own-absences.tsx'
import { Card } from '@/components/ui/card.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { ownAbsences, standInChoices } from '@/lib/cases/handover/absence-queries.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { formatPeriod } from '@/lib/wording/format/index.ts'
import { backAgain, tellAway } from '../equipe/absence-actions.ts'

/** One's own absences, for who follows files; nothing for the others. */
export async function OwnAbsencesCard({ actor }: { readonly actor: Actor }) {
  if (actor.role !== 'counsellor' && actor.role !== 'referent' && actor.role !== 'manager') return null
  const [t, locale, away, standIns, today] = await Promise.all([
    getTranslations('handover.own'), getLocale(), ownAbsences(actor), standInChoices(actor, actor.accountId), civilDay(actor.timeZone),
  ])
  return (
    <Card id="absences" title={t('title')}>
      <OwnAbsences
        key={away.own.length} accountId={actor.accountId} todayIso={isoOf(today)} action={tellAway}
        standIns={standIns.map(({ id, name, basins }) => ({ id, name, basins: basins.join(', ') }))}
      >
        {away.standingIn.map((absence) => <p key={absence.id}>{t('standingIn', { name: absence.name, period: formatPeriod(absence.from, absence.to, locale) })}</p>)}
        <AbsenceList absences={away.own} own end={backAgain} />
      </OwnAbsences>
    </Card>
  )
}
