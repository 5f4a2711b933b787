import type { Day } from '../calendar/day.ts'
import type { EntryPath } from '../file/frame.ts'
import type { Agreement, Overlay, TextParameters, Texts } from './agreement.ts'

/** The text that governs a file, with its parameters on any day once overlays are applied. */
export interface Governing {
  readonly agreement: Agreement
  readonly overlays: readonly Overlay[]
  /** Parameters as the text itself fixes them. */
  readonly base: TextParameters
  /** Parameters from each overlay's day on, latest first. */
  readonly timeline: readonly { readonly from: Day; readonly parameters: TextParameters }[]
}

/** Why no text governs a file until a person names one. */
export type Hole = 'before_first_text' | 'between_texts' | 'after_last_text'

export type Selection =
  | { readonly kind: 'governed'; readonly governing: Governing; readonly chosen: boolean }
  | { readonly kind: 'hole'; readonly hole: Hole }

const resolved = new WeakMap<Texts, Map<string, Governing>>()

function parametersOf(texts: Texts, agreement: Agreement): TextParameters {
  const parent = texts.agreements.find((candidate) => candidate.code === agreement.inherits)
  return { ...(parent === undefined ? {} : parametersOf(texts, parent)), ...agreement.changes } as TextParameters
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
  const governing: Governing = { agreement, overlays, base, timeline }
  byKey.set(key, governing)
  return governing
}

/**
 * ANI 2011 art. 24; Conv. 2015 art. 31 §2.
 * The text is chosen by the day the procedure was engaged, and keeps the file to its end. Where the
 * texts leave a hole, a code named by a person is heard; elsewhere it is not.
 */
export function selectText(texts: Texts, engagedOn: Day, path: EntryPath, chosenCode: string | null): Selection {
  const own = texts.agreements.find((agreement) => agreement.from <= engagedOn && engagedOn <= agreement.to)
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
