import type { Day } from '../calendar/day.ts'
import type { EntryPath } from '../file/frame.ts'
import type { Agreement, Figures, Overlay, TextParameters, Texts } from './agreement.ts'

/** The text that governs a file, with its parameters on any day once overlays are applied. */
export interface Governing {
  readonly agreement: Agreement
  readonly overlays: readonly Overlay[]
  /** Parameters as the text itself fixes them. */
  readonly base: TextParameters
  /** Parameters from each overlay's day on, latest first. */
  readonly timeline: readonly { readonly from: Day; readonly parameters: TextParameters }[]
  readonly figures: Figures
  /** Articles to cite by rule, where a text added by an administrator changes it. */
  readonly articles: Readonly<Record<string, string>>
}

/** Why no text governs a file until a person names one. */
export type Hole = 'before_first_text' | 'between_texts' | 'after_last_text'

export type Selection =
  | { readonly kind: 'governed'; readonly governing: Governing; readonly chosen: boolean }
  | { readonly kind: 'hole'; readonly hole: Hole }

const resolved = new WeakMap<Texts, Map<string, Governing>>()

/** What a text fixes, completed by what it inherits. */
export function parametersOf(texts: Texts, agreement: Agreement): TextParameters {
  const parent = texts.agreements.find((candidate) => candidate.code === agreement.inherits)
  return { ...(parent === undefined ? {} : parametersOf(texts, parent)), ...agreement.changes } as TextParameters
}

/** A text and those it inherits from, the oldest first. */
function lineOf(texts: Texts, agreement: Agreement): readonly Agreement[] {
  const parent = texts.agreements.find((candidate) => candidate.code === agreement.inherits)
  return parent === undefined ? [agreement] : [...lineOf(texts, parent), agreement]
}

function govern(texts: Texts, agreement: Agreement, path: EntryPath, engagedOn: Day): Governing {
  let byKey = resolved.get(texts)
  if (byKey === undefined) resolved.set(texts, (byKey = new Map()))
  const overlays = texts.overlays.filter(
    (overlay) =>
      overlay.family === agreement.family &&
      (overlay.path === null || overlay.path === path) &&
      (overlay.engagedFrom === null || overlay.engagedFrom <= engagedOn),
  )
  const key = `${agreement.code}|${overlays.map((overlay) => overlay.code).join(',')}`
  const known = byKey.get(key)
  if (known !== undefined) return known
  const base = parametersOf(texts, agreement)
  const timeline: { from: Day; parameters: TextParameters }[] = []
  let current = base
  for (const overlay of overlays.toSorted((a, b) => a.from - b.from)) {
    current = { ...current, ...overlay.changes }
    timeline.unshift({ from: overlay.from, parameters: current })
  }
  const articles = Object.assign({}, ...lineOf(texts, agreement).map((text) => text.added?.articles ?? {}), ...overlays.map((overlay) => overlay.added?.articles ?? {})) as Record<string, string>
  const governing: Governing = { agreement, overlays, base, timeline, figures: texts.figures, articles }
  byKey.set(key, governing)
  return governing
}

/**
 * ANI 2011 art. 24; Conv. 2015 art. 31 §2.
 * The text is chosen by the day the procedure was engaged, and keeps the file to its end. Where the
 * texts leave a hole, a code named by a person is heard; elsewhere it is not.
 */
export function selectText(texts: Texts, engagedOn: Day, path: EntryPath, chosenCode: string | null): Selection {
  // Where a later text takes procedures that an earlier one still claimed, the later one governs (avenant n° 7 in 2023).
  const own = texts.agreements.findLast((agreement) => agreement.from <= engagedOn && engagedOn <= agreement.to)
  if (own !== undefined) return { kind: 'governed', governing: govern(texts, own, path, engagedOn), chosen: false }
  const named = texts.agreements.find((agreement) => agreement.code === chosenCode)
  if (named !== undefined) return { kind: 'governed', governing: govern(texts, named, path, engagedOn), chosen: true }
  const first = texts.agreements[0]
  const last = texts.agreements.at(-1)
  if (first !== undefined && engagedOn < first.from) return { kind: 'hole', hole: 'before_first_text' }
  if (last !== undefined && engagedOn > last.to) return { kind: 'hole', hole: 'after_last_text' }
  return { kind: 'hole', hole: 'between_texts' }
}

/** parameters in force for a file on a day, its text and the overlays that hit running files. */
export function parametersOn(governing: Governing, day: Day): TextParameters {
  for (const step of governing.timeline) if (step.from <= day) return step.parameters
  return governing.base
}
