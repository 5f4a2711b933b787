import { PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { NoteContent } from '@/components/basin-notes/note-content.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { PlanView } from '@/lib/cases/plan/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { planHref } from './address.ts'
import { occupationWords } from './plan-words.ts'

/** The project of the person, the occupation aimed at, and the words that frame the plan. */
export function ProjectCard({ plan, mayChange }: { readonly plan: PlanView; readonly mayChange: boolean }) {
  const t = useTranslations('plan')
  const { view, plan: working } = plan
  const { project, occupation, workPeriodsConditions, appealRoutes } = working.content
  const said = ([['project', project], ['workPeriods', workPeriodsConditions], ['appealRoutes', appealRoutes]] as const).flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]))
  return (
    <Card
      id="projet"
      title={t('projectTitle')}
      aside={mayChange ? <LinkButton href={planHref(view.reference, { project: true })} scroll={false}><Icon of={PenLine} />{t('changeProject')}</LinkButton> : undefined}
    >
      <dl className="plan-words">
        <div><dt>{t('occupation')}</dt><dd dir="auto">{occupation === null ? <span className="muted">{t('noOccupation')}</span> : <b>{occupationWords(occupation)}</b>}</dd></div>
        {said.map(([key, text]) => <div key={key}><dt>{t(key)}</dt><dd dir="auto">{text}</dd></div>)}
      </dl>
      {appealRoutes === null && <p className="sm muted">{t('noAppeal')}</p>}
    </Card>
  )
}

/** Beside the project, what the basin offers, with the day and the hand it comes from (CT L1233-65; ANI 2011 art. 13 and 15). */
export function BasinCard({ plan, article }: { readonly plan: PlanView; readonly article: string }) {
  const t = useTranslations('plan.basin')
  const locale = useLocale()
  const { note, view } = plan
  return (
    <Card id="bassin" title={t('title', { basin: view.basin.name })} aside={<RuleChip rule="R-310" article={article} />}>
      {note === null ? <p className="muted">{t('none')}</p> : (
        <>
          <NoteContent content={note.content} />
          <p className="fw">{t('from', { day: formatDay(note.validFrom, locale), who: note.writtenBy })}</p>
        </>
      )}
    </Card>
  )
}
