import { BarChart } from '@/components/charts/bar-chart.tsx'
import { lawWords } from '@/components/basin/law-words.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { UNKNOWN } from '@/lib/indicators/slices.ts'
import type { Dashboard } from '@/lib/steering/dashboard/overview.ts'
import type { Listed, Loads } from '@/lib/steering/dashboard/loads.ts'
import { formatCount, formatMonth } from '@/lib/wording/format/index.ts'
import { FileLink } from './file-link.tsx'
import { useSteeringWords } from './steering-words.ts'

const hrefOf = ({ count, search }: Listed) => (count === 0 ? null : `/dossiers?${search}`)

/** The largest parts, those that are level together; none where nothing is counted. */
function most<T extends { readonly listed: Listed }>(parts: readonly T[]): readonly T[] {
  const count = Math.max(0, ...parts.map(({ listed }) => listed.count))
  return count === 0 ? [] : parts.filter(({ listed }) => listed.count === count)
}

/** Open files by stage: the parts add up to the whole, and each opens its list. */
export function StagesChart({ stages: { whole, stages } }: Pick<Dashboard, 'stages'>) {
  const { t, locale, all } = useSteeringWords()
  const { stage } = lawWords(locale)
  const top = most(stages)
  return (
    <div className="steer-parts">
      <BarChart
        id="etapes" heading="h3" title={t('stages.title')} unit="count" rowName={t('stages.row')} order="given" empty={t('stages.empty')}
        parts={[{ key: 'count', name: t('stages.part') }]}
        reading={top[0] === undefined ? t('stages.empty') : t('stages.reading', { count: whole.count, level: top.length, stages: all(top.map((part) => t('stages.named', { name: stage(part.stage) }))), most: formatCount(top[0].listed.count, locale) })}
        rows={stages.map((part) => ({ key: part.stage, label: stage(part.stage), values: [part.listed.count], hrefs: [hrefOf(part.listed)] }))}
      />
      {whole.count > 0 && <p className="steer-whole">{t('stages.whole')} <FileLink count={whole.count} search={whole.search} label={t('stages.title')} /></p>}
    </div>
  )
}

/** Exits of the period by motive: the parts add up to the exits. */
export function MotivesChart({ motives, exits, period }: { readonly motives: Dashboard['motives']; readonly exits: Listed; readonly period: string }) {
  const { t, locale, motive, all } = useSteeringWords()
  const parts = motives.flatMap(({ value, figures: [figure] }) => (figure === undefined || figure.of === 0 ? [] : [{ value, listed: { count: figure.of, search: figure.ofSearch } }]))
  const top = most(parts.filter(({ value }) => value !== UNKNOWN))
  return (
    <div className="steer-parts">
      <BarChart
        id="motifs" heading="h3" title={t('motives.title')} unit="count" rowName={t('motives.row')} empty={t('motives.empty')}
        parts={[{ key: 'count', name: t('motives.part') }]}
        reading={top[0] === undefined ? t(parts.length === 0 ? 'motives.empty' : 'motives.notKnown') : t('motives.reading', { count: exits.count, period, level: top.length, motives: all(top.map(({ value }) => t('motives.named', { name: motive(value) }))), most: formatCount(top[0].listed.count, locale) })}
        rows={parts.map((part) => ({ key: part.value, label: motive(part.value), values: [part.listed.count], hrefs: [hrefOf(part.listed)] }))}
      />
      {exits.count > 0 && <p className="steer-whole">{t('motives.whole')} <FileLink count={exits.count} search={exits.search} label={t('motives.title')} /></p>}
    </div>
  )
}

/** Ends of CSP to come, a month a row. */
export function EndsByMonth({ loads: { months, ends } }: { readonly loads: Loads }) {
  const { t, locale, all } = useSteeringWords()
  const rows = months.map((iso, at) => ({ iso, label: formatMonth(day(iso), locale), listed: ends[at]! }))
  const top = most(rows)
  const total = rows.reduce((sum, { listed }) => sum + listed.count, 0)
  return (
    <BarChart
      id="fins" heading="h3" title={t('loads.title')} unit="count" rowName={t('loads.month')} order="given" empty={t('loads.empty')} note={t('loads.note')}
      parts={[{ key: 'count', name: t('loads.part') }]}
      reading={top[0] === undefined ? t('loads.empty') : t('loads.reading', { total, level: top.length, months: all(top.map(({ label }) => label)), most: formatCount(top[0].listed.count, locale) })}
      rows={total === 0 ? [] : rows.map(({ iso, label, listed }) => ({ key: iso, label, values: [listed.count], hrefs: [hrefOf(listed)] }))}
    />
  )
}
