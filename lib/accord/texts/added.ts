import { z } from 'zod'
import { isoOf, type Day } from '../calendar/day.ts'
import { dayField } from '../file/fields.ts'
import { RULE_IDS } from '../rules/catalogue.ts'
import { FIGURE_NAMES, type AddedLeave, type AddedWords, type Agreement, type DatedFigure, type Figures, type Overlay, type TextChanges, type Texts } from './agreement.ts'
import { extensionLimitField, textChangesSchema } from './parameter-fields.ts'

/*
 * A text that an administrator adds, without a release: what it is, and what it changes. It is read from JSON, checked
 * against the texts already known (added-checks.ts), and laid over those shipped with the code, which it never edits.
 */

/** The code of an added text or of a leave: capitals, digits and hyphens, short enough to stand in a list. */
const codeField = z.string('required').min(1, 'required').regex(/^[A-Z][A-Z0-9-]{0,11}$/u, 'not_a_code')
/** One line of text that can be kept: no control, no half of a surrogate pair, nothing that turns the text around it over. */
const line = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'too_long').regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'not_text')
const bothLanguages = (most: number) => z.strictObject({ fr: line(most), en: line(most) })

const agreementPart = z.strictObject({
  /** First and last day of the procedures it takes. */
  from: dayField,
  to: dayField,
  /** Code of the text it completes; what it does not change is that text's. */
  inherits: z.string('required').min(1, 'required').max(12, 'unknown_parent'),
  changes: textChangesSchema.default({}),
})

const overlayPart = z.strictObject({
  family: z.enum(['2011', '2015']).default('2015'),
  /** From this day on, running files are changed, whatever their procedure. */
  from: dayField,
  /** Only those whose procedure was engaged from this day; `null`: all. */
  engagedFrom: dayField.nullable().default(null),
  path: z.enum(['experiment']).nullable().default(null),
  changes: textChangesSchema.default({}),
})

const leavePart = z.strictObject({ code: codeField, name: bothLanguages(120), limit: extensionLimitField })

/** A figure from a day on: euros with two decimals, or a share of one. */
const upratingPart = z.strictObject({
  figure: z.enum(FIGURE_NAMES, 'unknown_figure'),
  from: dayField,
  value: z.string('required').min(1, 'required').regex(/^\d{1,4}\.\d{2,4}$/u, 'impossible_value'),
})

/** The JSON form of an added text. */
export const addedTextSchema = z.strictObject({
  code: codeField,
  title: bothLanguages(200),
  source: line(400),
  confidence: z.enum(['H', 'M', 'L']).default('M'),
  /** The article to cite, by rule that the text changes. */
  articles: z.partialRecord(z.enum(RULE_IDS, 'unknown_rule'), line(200)).default({}),
  agreement: agreementPart.nullable().default(null),
  overlay: overlayPart.nullable().default(null),
  /** New causes of extension: of the procedures it takes, and of the running files it changes. */
  leaves: z.array(leavePart).max(12, 'too_many').default([]),
  upratings: z.array(upratingPart).max(60, 'too_many').default([]),
})

export type AddedText = z.output<typeof addedTextSchema>
/** As a form or a table holds it: days are ISO text. */
export type AddedTextJson = z.input<typeof addedTextSchema>

/** The JSON form back, which `addedTextSchema` reads again. */
export function addedTextJson(text: AddedText): AddedTextJson {
  const days = <T extends { readonly from: Day }>(part: T) => ({ ...part, from: isoOf(part.from) })
  return {
    ...text,
    agreement: text.agreement === null ? null : { ...days(text.agreement), to: isoOf(text.agreement.to), changes: changesJson(text.agreement.changes) },
    overlay: text.overlay === null ? null : { ...days(text.overlay), engagedFrom: text.overlay.engagedFrom === null ? null : isoOf(text.overlay.engagedFrom), changes: changesJson(text.overlay.changes) },
    upratings: text.upratings.map(days),
  }
}

function changesJson(changes: TextChanges): Readonly<Record<string, unknown>> {
  const { ownReferenceWageFrom: from } = changes
  return from === undefined || from === null ? changes : { ...changes, ownReferenceWageFrom: isoOf(from) }
}

const composed = new WeakMap<Texts, WeakMap<readonly AddedText[], Texts>>()

/**
 * The shipped texts and those added, as one value that the law is derived with. A later text takes the procedures that an
 * earlier one still claimed; a figure of the same day takes the place of the earlier. A text that a release has shipped
 * since, under its code, is read from the release. The texts must have been checked.
 * The same list gives the same value, so that what is worked out from it once is kept.
 */
export function textsWith(shipped: Texts, added: readonly AddedText[]): Texts {
  if (added.length === 0) return shipped
  let byList = composed.get(shipped)
  if (byList === undefined) composed.set(shipped, (byList = new WeakMap()))
  const known = byList.get(added)
  if (known !== undefined) return known
  const own = new Set([...shipped.agreements, ...shipped.overlays].map(({ code }) => code))
  const apart = added.filter(({ code }) => !own.has(code))
  const agreements = apart.flatMap((text) => agreementOf(text, shipped, apart))
  const overlays = apart.flatMap(overlayOf)
  const texts: Texts = {
    agreements: [...shipped.agreements, ...agreements].sort((a, b) => a.from - b.from),
    overlays: [...shipped.overlays, ...overlays],
    figures: figuresWith(shipped.figures, apart),
  }
  byList.set(added, texts)
  return texts
}

const wordsOf = ({ title, articles }: AddedText): AddedWords => ({ title, articles })

function leavesOf(text: AddedText): Readonly<Record<string, AddedLeave>> {
  return Object.fromEntries(text.leaves.map(({ code, name, limit }) => [code, { name, limit }]))
}

/** The changes with the leaves, and the name that tells whose work rules they are. */
function changesOf(text: AddedText, changes: TextChanges): TextChanges {
  return {
    ...changes,
    ...(changes.work === undefined ? {} : { work: { ...changes.work, name: 'added' as const } }),
    ...(text.leaves.length === 0 ? {} : { addedLeaves: leavesOf(text) }),
  }
}

/** The family goes down the line of inheritance; a parent that is nowhere, or a line that closes on itself, is refused apart. */
function familyOf(code: string, shipped: Texts, added: readonly AddedText[], below: readonly string[] = []): Agreement['family'] {
  const known = shipped.agreements.find((agreement) => agreement.code === code)
  if (known !== undefined) return known.family
  const parent = added.find((text) => text.code === code)?.agreement?.inherits
  return parent === undefined || parent === code || below.includes(parent) ? '2015' : familyOf(parent, shipped, added, [...below, code])
}

function agreementOf(text: AddedText, shipped: Texts, added: readonly AddedText[]): readonly Agreement[] {
  if (text.agreement === null) return []
  const { code, source, confidence, agreement } = text
  const { from, to, inherits } = agreement
  return [{ code, family: familyOf(inherits, shipped, added), from, to, inherits, changes: changesOf(text, agreement.changes), source, confidence, added: wordsOf(text) }]
}

function overlayOf(text: AddedText): readonly Overlay[] {
  if (text.overlay === null) return []
  const { code, source, confidence, overlay } = text
  const { family, from, path, engagedFrom, changes } = overlay
  return [{ code, family, from, path, engagedFrom, changes: changesOf(text, changes), source, confidence, added: wordsOf(text) }]
}

function figuresWith(shipped: Figures, added: readonly AddedText[]): Figures {
  const figures: Record<string, readonly DatedFigure[]> = { ...shipped }
  for (const { upratings, source } of added) {
    for (const { figure, from, value } of upratings) {
      const others = (figures[figure] ?? []).filter((entry) => entry.from !== from)
      figures[figure] = [...others, { from, value, source }].sort((a, b) => a.from - b.from)
    }
  }
  return figures as Figures
}

/** Names of the added texts of a set, by code; to name one that governs no file yet. */
export function addedTitles(texts: Texts): Readonly<Record<string, AddedText['title']>> {
  return Object.fromEntries([...texts.agreements, ...texts.overlays].flatMap(({ code, added }) => (added === undefined ? [] : [[code, added.title]])))
}

