import type { Day } from '../calendar/day.ts'
import type { EntryPath } from '../file/frame.ts'
import type { Affiliation, Agreement, BothLanguages, ExtensionLimit, Figures, Overlay, TextChanges, TextParameters, Texts } from './agreement.ts'

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
  /** Names of the leaves that such texts add, by code; `null`: none. */
  readonly leaves: Readonly<Record<string, BothLanguages>> | null
}

/** Why no text governs a file until a person names one. */
export type Hole = 'before_first_text' | 'between_texts' | 'after_last_text'

/** A hole, with the last day of the texts before it and the first day of the text after it. */
export interface HoleBetween {
  readonly kind: Hole
  readonly until: Day | null
  readonly next: Day | null
}

export type Selection =
  | { readonly kind: 'governed'; readonly governing: Governing; readonly chosen: boolean }
  | { readonly kind: 'hole'; readonly hole: Hole; readonly around: HoleBetween }

const resolved = new WeakMap<Texts, Map<string, Governing>>()

/** What a text fixes, completed by what it inherits. */
export function parametersOf(texts: Texts, agreement: Agreement): TextParameters {
  const parent = texts.agreements.find((candidate) => candidate.code === agreement.inherits)
  return withChanges(parent === undefined ? null : parametersOf(texts, parent), agreement.changes)
}

/** Parameters once a text has changed them; `null`: it inherits nothing and fixes them all. */
export function withChanges(inherited: TextParameters | null, changes: TextChanges): TextParameters {
  const { work, extensions, affiliation, addedLeaves, ...rest } = changes
  const parameters = { ...inherited, ...rest } as { -readonly [K in keyof TextParameters]: TextParameters[K] }
  if (work !== undefined) parameters.work = { ...inherited?.work, ...work } as TextParameters['work']
  if (affiliation !== undefined) parameters.affiliation = affiliation === null ? null : ({ ...inherited?.affiliation, ...affiliation } as Affiliation)
  if (addedLeaves !== undefined) parameters.addedLeaves = { ...inherited?.addedLeaves, ...addedLeaves }
  if (extensions !== undefined) {
    const kept = Object.entries({ ...inherited?.extensions, ...extensions }).filter((entry): entry is [string, ExtensionLimit] => entry[1] !== null)
    parameters.extensions = Object.fromEntries(kept)
  }
  return parameters
}

/** A text and those it inherits from, the oldest first. */
function lineOf(texts: Texts, agreement: Agreement): readonly Agreement[] {
  const parent = texts.agreements.find((candidate) => candidate.code === agreement.inherits)
  return parent === undefined ? [agreement] : [...lineOf(texts, parent), agreement]
}

function leavesOf(all: readonly TextParameters[]): Governing['leaves'] {
  const leaves = all.flatMap(({ addedLeaves }) => Object.entries(addedLeaves)).map(([code, { name }]) => [code, name] as const)
  return leaves.length === 0 ? null : Object.fromEntries(leaves)
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
    current = withChanges(current, overlay.changes)
    timeline.unshift({ from: overlay.from, parameters: current })
  }
  const articles = Object.assign({}, ...lineOf(texts, agreement).map((text) => text.added?.articles ?? {}), ...overlays.map((overlay) => overlay.added?.articles ?? {})) as Record<string, string>
  const governing: Governing = { agreement, overlays, base, timeline, figures: texts.figures, articles, leaves: leavesOf([base, ...timeline.map(({ parameters }) => parameters)]) }
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
  let until: Day | null = null
  let next: Day | null = null
  for (const { from, to } of texts.agreements) {
    if (to < engagedOn && (until === null || to > until)) until = to
    if (from > engagedOn && (next === null || from < next)) next = from
  }
  const hole = until === null ? 'before_first_text' : next === null ? 'after_last_text' : 'between_texts'
  return { kind: 'hole', hole, around: { kind: hole, until, next } }
}

/** parameters in force for a file on a day, its text and the overlays that hit running files. */
export function parametersOn(governing: Governing, day: Day): TextParameters {
  for (const step of governing.timeline) if (step.from <= day) return step.parameters
  return governing.base
}
