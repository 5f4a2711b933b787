// The dashboard of a place, a person and a period, one indicator a line: the figures of the screen, by the screen's own query.
import { can } from '../access/can.ts'
import { definitionOf, type IndicatorUnit } from '../indicators/definitions.ts'
import { PERSON_DIMENSIONS, readPlace, readValue, type PersonDimension } from '../indicators/slices.ts'
import { parseDay } from '../accord/calendar/day.ts'
import { dashboard, type Dashboard, type Line, type Question } from '../steering/dashboard/overview.ts'
import type { Figure } from '../steering/figures.ts'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'
import { cellsOf, meaningsOf, type Column, type ExportDefinition, type ExportParams } from './sheet.ts'
import { exportWords } from './words.ts'

/** A figure as a number of its unit: a share in percent, to a hundredth. */
function valueOf(unit: IndicatorUnit, { value }: Figure): number | null {
  return value === null ? null : Math.round((unit === 'share' ? value * 100 : value) * 100) / 100
}

/** Not every indicator is counted among others. */
function amongOf({ among }: { readonly counts: string; readonly among?: string }): string | null {
  return among ?? null
}

function columnsOf(locale: Locale): readonly Column<Line>[] {
  const t = exportWords(locale)
  const { indicators, catalogue } = messagesFor(locale)
  const unit = ({ id }: Line) => definitionOf(id).unit
  return [
    { key: 'number', header: t('indicators.number'), type: 'text', value: ({ id }) => definitionOf(id).published.join(', ') },
    { key: 'name', header: t('indicators.name'), type: 'text', value: ({ id }) => indicators[id].name },
    { key: 'kind', header: t('indicators.kind'), type: 'text', value: ({ id }) => catalogue.kind[definitionOf(id).kind] },
    { key: 'from', header: t('indicators.from'), type: 'day', value: ({ now }) => parseDay(now.from) },
    { key: 'to', header: t('indicators.to'), type: 'day', value: ({ now }) => parseDay(now.to) },
    { key: 'value', header: t('indicators.value'), type: 'number', value: (line) => valueOf(unit(line), line.now) },
    { key: 'unit', header: t('indicators.unit'), type: 'text', value: (line) => t(`indicators.in.${unit(line)}`) },
    { key: 'why', header: t('indicators.why'), type: 'text', value: ({ now }) => (now.missing === null ? null : t(`indicators.missing.${now.missing}`)) },
    { key: 'counted', header: t('indicators.counted'), type: 'number', value: ({ now }) => now.counted },
    { key: 'of', header: t('indicators.of'), type: 'number', value: ({ now }) => now.of },
    { key: 'seen', header: t('indicators.seen'), type: 'number', value: ({ now }) => now.seen?.files ?? null },
    { key: 'came', header: t('indicators.came'), type: 'number', value: ({ now }) => now.seen?.of ?? null },
    { key: 'before', header: t('indicators.before'), type: 'number', value: (line) => valueOf(unit(line), line.before) },
    { key: 'wider', header: t('indicators.wider'), type: 'number', value: (line) => (line.wider === null ? null : valueOf(unit(line), line.wider)) },
    { key: 'counts', header: t('indicators.counts'), type: 'text', value: ({ id }) => indicators[id].counts },
    { key: 'among', header: t('indicators.among'), type: 'text', value: ({ id }) => amongOf(indicators[id]) },
  ]
}

/** The lines of the screen; of a cohort too young, the period's own and, as the screen tells instead, the latest that can be read. */
function linesOf(shown: Dashboard | null): readonly Line[] {
  return Object.values(shown?.lines ?? {}).flatMap((line) => (line.now.missing === 'too_young' && line.seen !== null ? [line, { ...line, ...line.seen }] : [line]))
}

/** What the address of the dashboard asks, as the screen handed it over. */
function questionOf(params: ExportParams): Question {
  const where = PERSON_DIMENSIONS.flatMap((dimension): [PersonDimension, string][] => {
    const value = readValue(params[dimension])
    return value === null ? [] : [[dimension, value]]
  })
  return {
    place: readPlace(params['place']),
    counsellor: params['counsellor'] ?? null,
    where: Object.fromEntries(where),
    period: { period: params['period'] ?? null, from: params['from'] ?? null, to: params['to'] ?? null },
  }
}

export const indicatorsExport: ExportDefinition = {
  name: 'indicators',
  title: (locale) => exportWords(locale)('indicators.title'),
  fileStem: (locale) => exportWords(locale)('indicators.fileStem'),
  columns: (_params, locale) => columnsOf(locale),
  meanings: (_params, locale) => meaningsOf(columnsOf(locale), messagesFor(locale).exports.indicators.meaning),
  async count(actor, params) {
    if (!can(actor, 'steering.read')) return null
    return linesOf(await dashboard(actor, questionOf(params))).length
  },
  async read(actor, params, locale, take) {
    const lines = linesOf(await dashboard(actor, questionOf(params)))
    const columns = columnsOf(locale)
    if (lines.length > 0) await take(lines.map((line) => cellsOf(columns, line)))
  },
}
