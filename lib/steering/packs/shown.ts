// A pack as a screen shows it: texts already written, in the language of the pack, and the drawings of its files.
import { day } from '../../accord/calendar/day.ts'
import { definitionOf } from '../../indicators/definitions.ts'
import { formatDayPlain } from '../../wording/format/day.ts'
import { chartsOf, type PackChart } from './chart-specs.ts'
import { maskedCount, type PackContent, type PackFigure, type Revision } from './content.ts'
import { editionText, lastSeen, movementText, pointDetail, quarterLong, shownText, type FigureSpeech } from './figure-text.ts'
import { FIGURE_SECTIONS, type PackSection } from './sections.ts'
import { packWords } from './words.ts'

export interface ShownRow {
  readonly key: string
  readonly name: string
  /** Kind, and what the figure is made of. */
  readonly detail: string
  readonly now: string
  readonly previous: string
  readonly movement: string | null
  readonly wider: string
  /** From which edition the figures beside are, where it is not the one that stands; empty where it is. */
  readonly previousFrom: string
  readonly widerFrom: string
}

export interface ShownSection {
  readonly section: PackSection
  readonly title: string
  readonly rows: readonly ShownRow[]
  readonly comment: string | null
  readonly charts: readonly PackChart[]
}

export interface ShownRevision {
  readonly key: string
  readonly name: string
  readonly quarter: string
  readonly was: string
  readonly now: string
}

export interface ShownPlaces {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly name: string; readonly figures: readonly { readonly text: string; /** From which edition, where it is not the one that stands. */ readonly from: string }[] }[]
}

export interface ShownPack {
  readonly place: string
  readonly level: string
  readonly quarter: string
  readonly edition: string
  readonly wider: string | null
  readonly takeaways: readonly string[]
  readonly overview: string | null
  readonly sections: readonly ShownSection[]
  readonly places: readonly ShownPlaces[]
  readonly definitions: readonly { readonly key: string; readonly name: string; readonly kind: string; readonly numerator: string; readonly denominator: string; readonly window: string; readonly note: string | null; readonly source: string }[]
  readonly revised: { readonly number: string; readonly day: string; readonly rows: readonly ShownRevision[] } | null
  readonly masked: number
}

function shownRow(figure: PackFigure, content: PackContent, speech: FigureSpeech): ShownRow {
  const { t } = speech
  const { id, name, kind, unit, now, previous, wider } = figure
  const last = lastSeen(figure, content.quarters)
  const detail = last === null ? pointDetail(now, unit, speech) : t('figure.lastSeen', { quarter: quarterLong(last.quarter, t), figure: shownText(last.point.value, unit, speech) })
  return {
    key: id, name, detail: [t(`kind.${kind}`), detail].filter((part) => part !== '').join(' · '), now: shownText(now.value, unit, speech),
    previous: previous === null ? '—' : shownText(previous.value, unit, speech), movement: previous === null ? null : movementText(now.value, previous.value, unit, speech),
    wider: wider === null ? '—' : shownText(wider.value, unit, speech), previousFrom: editionText(previous?.saidOn, speech), widerFrom: editionText(wider?.saidOn, speech),
  }
}

/** Figures then and now, in words. */
export function shownRevisions(changes: readonly Revision[], locale: PackContent['locale']): readonly ShownRevision[] {
  const speech = { t: packWords(locale), locale }
  return changes.map(({ id, name, unit, quarter, was, now }) => ({ key: `${id} ${quarter}`, name, quarter: quarterLong(quarter, speech.t), was: shownText(was, unit, speech), now: shownText(now, unit, speech) }))
}

/** « 3ᵉ trimestre 2026 », in a language. */
export function quarterName(code: string, locale: PackContent['locale']): string {
  return quarterLong(code, packWords(locale))
}

/** Every figure of a pack as it said them, by name: what a dashboard holds against today. */
export function figuresThen({ figures }: Pick<PackContent, 'figures'>, locale: PackContent['locale']): readonly { readonly key: string; readonly name: string; readonly said: string }[] {
  const speech = { t: packWords(locale), locale }
  return figures.map(({ id, name, unit, now }) => ({ key: id, name, said: shownText(now.value, unit, speech) }))
}

/** A pack's content as a screen shows it. */
export function shownPack(content: PackContent): ShownPack {
  const speech = { t: packWords(content.locale), locale: content.locale }
  const { t, locale } = speech
  const charts = chartsOf(content, speech)
  const level = t(`level.${content.place.level}`)
  return {
    place: content.place.name, level: content.place.within === null ? level : `${level}, ${content.place.within}`, quarter: quarterLong(content.quarter.code, t),
    edition: t('document.edition', { day: formatDayPlain(day(content.edition.madeOn), locale) }), wider: content.wider?.name ?? null,
    takeaways: content.takeaways, overview: content.comments.overview ?? null,
    sections: FIGURE_SECTIONS.map((section) => ({
      section, title: t(`section.${section}`), comment: content.comments[section] ?? null, charts: charts.filter((chart) => chart.section === section),
      rows: content.figures.filter((figure) => figure.section === section).map((figure) => shownRow(figure, content, speech)),
    })),
    places: content.places.map(({ level: of, indicators, rows }) => ({
      title: t(`places.${of}`), heads: indicators.map((id) => content.figures.find((figure) => figure.id === id)?.short ?? id),
      rows: rows.map(({ code, name, figures, saidOn }) => ({ key: code, name, figures: figures.map((shown, at) => ({ text: shownText(shown, definitionOf(indicators[at]!).unit, speech), from: editionText(saidOn?.[at], speech) })) })),
    })),
    definitions: content.figures.map(({ id, name, kind, definition }) => ({ key: id, name, kind: t(`kind.${kind}`), numerator: definition.numerator, denominator: definition.denominator, window: definition.window, note: definition.note, source: [...definition.published, ...definition.rules].join(', ') })),
    revised: content.revised === null ? null : { number: content.revised.number, day: formatDayPlain(day(content.revised.issuedOn), locale), rows: shownRevisions(content.revised.changes, locale) },
    masked: maskedCount(content),
  }
}
