import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { ExportShown, type ExportState } from '@/components/exports/export-shown.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import type { Dashboard, Ground, Section } from '@/lib/steering/dashboard/overview.ts'
import { steeringHref, type SteeringAddress, type UnheardPart } from './address.ts'
import { DashboardFilters } from './dashboard-filters.tsx'
import { DriftCard } from './drift-card.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LinesTable } from './lines-table.tsx'
import { LoadsTable } from './loads-table.tsx'
import { EndsByMonth, MotivesChart, StagesChart } from './parts-charts.tsx'
import { SaidFirst } from './said-first.tsx'
import { useSteeringWords, type SteeringRole } from './steering-words.ts'

interface DashboardScreenProps {
  readonly dashboard: Dashboard
  /** The indicators of each section, in their order. */
  readonly sections: Readonly<Record<Section, readonly (keyof Dashboard['lines'])[]>>
  /** What the address asks, once put back to what is shown. */
  readonly asked: SteeringAddress
  readonly unheard: readonly UnheardPart[]
  readonly role: SteeringRole
  readonly may: { readonly openBasins: boolean; readonly openTeam: boolean; /** Accounts, beside the figures. */ readonly followMoney?: boolean }
  /** What the committee was given, and what it is to be given. */
  readonly packs?: ReactNode
  /** What is published elsewhere of the place. */
  readonly elsewhere?: ReactNode
  /** Hands over the indicators shown as a sheet. */
  readonly exportIndicators: FormAction<ExportState>
}

/** The anchor of each section; an address may name it. */
const ANCHORS: Readonly<Record<Section | 'now' | 'loads', string>> = { now: 'maintenant', loads: 'charges', flow: 'mouvements', support: 'delais', training: 'formation', work: 'travail', exits: 'sorties', money: 'prime' }

/** The figures of a place, a person and a period, as a manager reads them: what drifts first. */
export function DashboardScreen({ dashboard, sections, asked, unheard, role, may, packs, elsewhere, exportIndicators }: DashboardScreenProps) {
  const { t, place, period, spanTold } = useSteeringWords()
  const { ground, lines } = dashboard
  const order = Object.keys(sections) as Section[]
  return (
    <>
      <SteeringHead
        ground={ground} role={role} may={may}
        tools={ground.hasFiles ? <ExportShown search={steeringHref(asked).split('?')[1] ?? ''} filter={[place(ground.place, role), period(ground.choice)]} action={exportIndicators} /> : undefined}
      >
        <Now dashboard={dashboard} />
      </SteeringHead>
      <DashboardFilters ground={ground} asked={asked} role={role} />
      <SaidFirst ground={ground} unheard={unheard} />
      {!ground.hasFiles ? <div className="card"><EmptyState title={t('place.empty')}>{t('place.emptyLead')}</EmptyState></div> : (
        <div className="steer-stack">
          <KeyFigures lines={lines} ground={ground} asked={asked} role={role} />
          <nav className="steer-contents no-print" aria-label={t('contents')}>
            {(['now', ...order, 'loads'] as const).map((section) => <a key={section} href={`#${ANCHORS[section]}`}>{t(`contentsOf.${section}`)}</a>)}
          </nav>
          <DriftCard drifts={dashboard.drifts} explained={may.openBasins} />
          {order.map((section) => (
            <Card key={section} id={ANCHORS[section]} title={t(`section.${section}`)} aside={<span className="est">{period(ground.choice)}</span>}>
              <LinesTable caption={t(`section.${section}`)} lines={sections[section].map((id) => lines[id])} ground={ground} asked={asked} role={role} />
              {section === 'flow' && (
                <div className="steer-split">
                  <StagesChart stages={dashboard.stages} />
                  <MotivesChart motives={dashboard.motives} exits={{ count: lines.exits.now.of, search: lines.exits.now.ofSearch }} period={spanTold(ground.choice.period, ground.today)} />
                </div>
              )}
            </Card>
          ))}
          <Card id={ANCHORS.loads} title={t('section.loads')} aside={may.openTeam ? <Link className="est" href="/equipe">{t('counsellor.team')}</Link> : undefined}>
            <LoadsTable loads={dashboard.loads} asked={asked} />
            <EndsByMonth loads={dashboard.loads} />
          </Card>
          {elsewhere}
          {packs}
        </div>
      )}
      <SteeringFoot role={role} />
    </>
  )
}

interface HeadProps {
  readonly ground: Ground
  readonly role: SteeringRole
  readonly may: DashboardScreenProps['may']
  readonly title?: string
  /** What else may be done with what is shown. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** The place, whose files and the period; what now; where else to look. */
export function SteeringHead({ ground, role, may, title, tools, children }: HeadProps) {
  const { t, place, period } = useSteeringWords()
  const { slice, counsellors } = ground
  const name = place(ground.place, role)
  const person = counsellors.find(({ id }) => id === slice.counsellor)?.name
  return (
    <div className="screen-head">
      <div>
        <p className="steer-crumb">
          {title === undefined ? t('title') : `${t('title')}, ${name}`}
          {person !== undefined && <>, {t('counsellor.of', { name: person })}</>}
        </p>
        <h1>{title ?? name} <span className="steer-period">{period(ground.choice)}</span></h1>
        <p className="muted">{children}</p>
      </div>
      {(may.followMoney === true || may.openBasins || tools !== undefined) && (
        <div className="screen-tools">
          {slice.place.level === 'basin' && may.openBasins && <Link className="btn" href={`/bassins/${slice.place.code}`}>{t('place.page')}</Link>}
          {may.openBasins && <Link className="btn" href="/pilotage/comites">{t('committees')}</Link>}
          {may.followMoney === true && <Link className="btn" href={slice.place.level === 'nation' ? '/pilotage/moyens' : `/pilotage/moyens?place=${slice.place.level}:${slice.place.code}`}>{t('money')}</Link>}
          {tools}
        </div>
      )}
    </div>
  )
}

function Now({ dashboard: { drifts } }: { readonly dashboard: Dashboard }) {
  const { t, locale } = useSteeringWords()
  const late = drifts.filter((drift) => drift.late > 0)
  if (late.length === 0) return t('now.calm')
  const parts = late.map(({ kind, late: count }) => t(`now.${kind}`, { count }))
  return (
    <>
      <b className={late.some(({ kind }) => kind !== 'contact') ? 'late' : undefined}>{t('now.late', { parts: new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts) })}</b>{' '}
      <a href="#maintenant">{t('now.see')}</a>
    </>
  )
}

/** What this role sees, and how basins are counted. */
export function SteeringFoot({ role }: { readonly role: SteeringRole }) {
  const { t } = useSteeringWords()
  return (
    <footer className="screen-foot">
      <RoleNote>{t(`role.${role}`)}</RoleNote>
      <p className="hint">{t('wholeBasin')}</p>
    </footer>
  )
}
