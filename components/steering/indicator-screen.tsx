import Link from '@/components/ui/link.tsx'
import { BarChart } from '@/components/charts/bar-chart.tsx'
import { TrendChart } from '@/components/charts/trend-chart.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import type { Row } from '@/lib/charts/chart.ts'
import { partsOf } from '@/lib/accord/calendar/day.ts'
import { definitionOf } from '@/lib/indicators/definitions.ts'
import { PACES } from '@/lib/indicators/period-choice.ts'
import { AGE_BANDS, PERSON_DIMENSIONS, UNKNOWN } from '@/lib/indicators/slices.ts'
import { SENIORITY_BANDS } from '@/lib/indicators/measures.ts'
import type { Figure, Part } from '@/lib/steering/figures.ts'
import type { OneIndicator } from '@/lib/steering/dashboard/one-indicator.ts'
import { steeringHref, type SteeringAddress, type UnheardPart } from './address.ts'
import { barsReading, type ReadBar } from './bars-reading.ts'
import { BasinsMap } from './basins-map.tsx'
import { DashboardFilters } from './dashboard-filters.tsx'
import { SteeringFoot, SteeringHead } from './dashboard-screen.tsx'
import { ExactCount, FigureValue } from './figure-parts.tsx'
import { LinesTable } from './lines-table.tsx'
import { SaidFirst } from './said-first.tsx'
import { useSteeringWords, type SteeringRole, type SteeringWords as Words } from './steering-words.ts'
import { CHART_UNIT, charted } from './values.ts'

interface IndicatorScreenProps {
  readonly one: OneIndicator
  readonly asked: SteeringAddress
  readonly unheard: readonly UnheardPart[]
  readonly role: SteeringRole
  readonly may: { readonly openBasins: boolean; readonly openTeam: boolean }
}

/** One indicator opened: over time, by groups of people, by basin, by counsellor; each a chart and its table. */
export function IndicatorScreen({ one, asked, unheard, role, may }: IndicatorScreenProps) {
  const words = useSteeringWords()
  const { t, span } = words
  const { ground, line, cut } = one
  const name = words.name(line.id)
  const late = cut.from !== ground.choice.period.from
  return (
    <>
      <SteeringHead ground={ground} role={role} may={may} title={name}>
        <Link href={steeringHref(asked, { indicator: null })}>{t('one.back')}</Link>
      </SteeringHead>
      <DashboardFilters ground={ground} asked={asked} role={role} />
      <SaidFirst ground={ground} unheard={unheard} />
      <div className="steer-stack">
        <div className="card"><div className="card-b steer-alone"><LinesTable caption={name} lines={[line]} ground={ground} asked={asked} role={role} /></div></div>
        <Card id="temps" title={t('one.trend')} aside={<Paces asked={asked} words={words} />}><TrendCard one={one} role={role} words={words} /></Card>
        {late && <Notice>{t('one.latestCut', { span: span(cut) })}</Notice>}
        <Card id="groupes" title={t('one.groups')} aside={<Cuts asked={asked} words={words} />}>
          <Groups one={one} asked={asked} role={role} words={words} />
        </Card>
        {one.basins !== null && <Card id="bassins" title={t('one.byBasin')}><BasinsMap one={one} asked={asked} /></Card>}
        {one.counsellors !== null && (
          <Card id="conseillers" title={t('one.byCounsellor')} aside={may.openTeam ? <Link className="est" href="/equipe">{t('counsellor.team')}</Link> : undefined}>
            <CounsellorsChart one={one} words={words} />
          </Card>
        )}
      </div>
      <SteeringFoot role={role} />
    </>
  )
}

function Paces({ asked, words: { t } }: { readonly asked: SteeringAddress; readonly words: Words }) {
  return (
    <nav className="seg no-print" aria-label={t('one.pace')}>
      {PACES.map((pace) => (
        <Link key={pace} href={`${steeringHref(asked, { pace })}#temps`} aria-current={pace === asked.pace ? 'true' : undefined}>{t(pace === 'month' ? 'one.months' : 'one.quarters')}</Link>
      ))}
    </nav>
  )
}

function listHref({ of, counted, ofSearch, countedSearch }: Figure): string | null {
  if (of === 0) return null
  return countedSearch !== null && counted !== null && counted > 0 ? `/dossiers?${countedSearch}` : `/dossiers?${ofSearch}`
}

function TrendCard({ one: { ground, line, trend }, role, words }: { readonly one: OneIndicator; readonly role: SteeringRole; readonly words: Words }) {
  const { t, period, periodShort, plainDay, place, value } = words
  const { id } = line
  if (trend === null) return <p className="muted">{t('one.todayOnly')}</p>
  const { unit, kind } = definitionOf(id)
  const { points, here, wider } = trend
  const monthly = points[0]?.choice.name.kind === 'month'
  const known = here.map((figure, at) => ({ figure, point: points[at]! })).filter(({ figure }) => figure.value !== null)
  // A point that is still moving is drawn, and ends no sentence.
  const [first, last] = [known[0], known.findLast(({ point }) => point.standing === 'settled') ?? known.at(-1)]
  const name = words.name(id)
  const series = (key: string, label: string, figures: readonly Figure[], linked: boolean) => ({
    key, name: label, values: figures.map((figure) => charted(unit, figure)), ...(linked ? { hrefs: figures.map(listHref) } : {}),
  })
  const own = series('here', place(ground.place, role), here, true)
  // A count of a wider place is of another size: its line would press the other to the floor.
  const beside = wider === null || unit === 'people' || ground.wider === null ? null : series('wider', place(ground.wider.place, role), wider, false)
  return (
    <TrendChart
      id="fil" heading="h3" title={t(monthly ? 'one.trendMonths' : 'one.trendQuarters', { name })} unit={CHART_UNIT[unit]} periodName={t(monthly ? 'one.month' : 'one.quarter')}
      reading={first === undefined || last === undefined ? t('one.noReading') : t('one.reading', { first: value(id, first.figure), firstPeriod: period(first.point.choice), last: value(id, last.figure), lastPeriod: period(last.point.choice) })}
      note={kind === 'cohort' ? t('one.young') : undefined} empty={t('one.noReading')}
      periods={points.map(({ choice, standing }) => ({
        key: choice.code ?? '', label: period(choice), short: periodShort(choice), year: String(partsOf(choice.period.from).year), standing,
        ...(standing === 'partial' ? { standingNote: t('period.until', { day: plainDay(ground.today) }) } : {}),
      }))}
      series={beside === null ? [own] : [own, beside]}
    />
  )
}

function Cuts({ asked, words: { t } }: { readonly asked: SteeringAddress; readonly words: Words }) {
  return (
    <nav className="steer-cuts no-print" aria-label={t('one.cut')}>
      {PERSON_DIMENSIONS.map((by) => (
        <Link key={by} href={`${steeringHref(asked, { by })}#groupes`} aria-current={by === asked.by ? 'true' : undefined}>{t(`dimension.${by}`)}</Link>
      ))}
    </nav>
  )
}

const ORDER: readonly string[] = [...SENIORITY_BANDS, ...AGE_BANDS, UNKNOWN]

/** Groups in the order of their bands where they have one, those not known last. */
function inOrder(parts: readonly Part[], banded: boolean): readonly Part[] {
  return parts
    .filter(({ figures: [figure] }) => figure !== undefined && figure.of > 0)
    .toSorted((a, b) => (banded ? ORDER.indexOf(a.value) - ORDER.indexOf(b.value) : Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) || (b.figures[0]?.of ?? 0) - (a.figures[0]?.of ?? 0)))
}

function barRows(rows: readonly ReadBar[]): readonly Row[] {
  return rows.map(({ key, label, figure }) => ({ key, label, values: [charted(definitionOf(figure.id).unit, figure)], hrefs: [listHref(figure)] }))
}

function Groups({ one: { ground, line, parts, cut }, asked, role, words }: { readonly one: OneIndicator; readonly asked: SteeringAddress; readonly role: SteeringRole; readonly words: Words }) {
  const { t, group, spanTold } = words
  const { by } = asked
  const banded = by === 'seniority' || by === 'age'
  const rows = inOrder(parts, banded).map((part) => ({ key: part.value, label: group(by, part.value), figure: part.figures[0]! }))
  const { unit } = definitionOf(line.id)
  const title = t('one.cutTitle', { name: words.name(line.id), dimension: t(`by.${by}`) })
  // What the period shown says of everyone, drawn across: not where the groups are of another period, nor of a count.
  const whole = unit === 'people' || line.now.value === null || cut.from !== ground.choice.period.from ? undefined : charted(unit, line.now)
  return (
    <>
      <BarChart
        id="selon" heading="h3" tableBeside title={title} unit={CHART_UNIT[unit]} rowName={t(`dimension.${by}`)} order={banded ? 'given' : 'largest'}
        parts={[{ key: 'value', name: t('one.row.value') }]} reading={barsReading(rows, words)} empty={t('one.cutEmpty')} note={t('one.cutPeriod', { span: spanTold(cut, ground.today) })}
        rows={barRows(rows)} {...(typeof whole === 'number' ? { mark: { value: whole, name: words.place(ground.place, role) } } : {})}
      />
      {rows.length > 0 && (
        <>
          <table className="grid steer-groups-table">
            <caption className="vh">{t('one.table', { name: words.name(line.id), dimension: t(`by.${by}`) })}</caption>
            <thead><tr><th scope="col">{t(`dimension.${by}`)}</th><th scope="col" className="num">{t('one.row.value')}</th>{unit !== 'people' && <th scope="col">{t('one.row.exact')}</th>}</tr></thead>
            <tbody>
              {rows.map(({ key, label, figure }) => (
                <tr key={key}>
                  <th scope="row"><Link href={steeringHref(asked, { indicator: null, where: { ...asked.where, [by]: key } })} title={t('one.row.narrow')}>{label}</Link></th>
                  <td className="num"><FigureValue figure={figure} label={`${words.name(line.id)}, ${label}`} /></td>
                  {unit !== 'people' && <td><ExactCount figure={figure} label={`${words.name(line.id)}, ${label}`} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hint">{t('one.partsWhole')}</p>
        </>
      )}
    </>
  )
}

function CounsellorsChart({ one: { ground, line, counsellors, cut }, words }: { readonly one: OneIndicator; readonly words: Words }) {
  const { t, spanTold } = words
  const { unit } = definitionOf(line.id)
  const rows = (counsellors ?? []).filter(({ figure }) => figure.of > 0).map(({ id, name, figure }) => ({ key: id, label: name, figure }))
  return (
    <BarChart
      id="par-conseiller" heading="h3" title={t('one.counsellors', { name: words.name(line.id) })} unit={CHART_UNIT[unit]} rowName={t('counsellor.label')}
      parts={[{ key: 'value', name: t('one.row.value') }]} reading={barsReading(rows, words)} empty={t('one.cutEmpty')} note={t('one.cutPeriod', { span: spanTold(cut, ground.today) })} rows={barRows(rows)}
    />
  )
}
