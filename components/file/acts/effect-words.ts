import type { DateName, Deadline } from '@/lib/accord/file/case-file.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import type { DateChange, EffectOnFile } from '@/lib/cases/effect.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { DATE_OF_DEADLINE } from '@/lib/accord/file/deadline-dates.ts'
import type { LegalWords } from '../legal-words.ts'
import type { EffectRow, EffectView, Piece } from './act-state.ts'

/** The date a person asks about first, when several change. */
const FIRST: readonly DateName[] = ['cspTerm', 'cspStart', 'reflectionEnd', 'followUpEnd', 'bonusClaimDue', 'planDue', 'preBilanDue', 'month4ReviewDue']

/** What an act would change, in words. `subject` names it: its kind, or `correct`, `withdraw`, `frame`. */
export function effectView(changes: EffectOnFile, subject: string, words: LegalWords, locale: Locale): EffectView {
  const t = messagesFor(locale).acts.effect
  const main = FIRST.map((name) => changes.dates.find((date) => date.name === name)).find((date) => date !== undefined) ?? changes.dates[0]
  const stageMoves = changes.stage.before !== changes.stage.after
  const rows = rowsOf(changes, stageMoves, words, locale)
  const alerts = changes.alerts.map((alert) => words.alert(alert).message)
  const nothing = main === undefined && !stageMoves && rows.length === 0
  const sentence: readonly Piece[] = main !== undefined
    ? dateSentence(main, subject, locale)
    : [{ as: 'text', text: stageMoves ? t.toStage.replace('{stage}', words.stage(changes.stage.after)) : rows.length === 0 ? t.nothing : metSentence(changes, words, t.nothing) }]
  return {
    sentence,
    detail: nothing ? t.nothingDetail : null,
    rows,
    rules: rulesOf(changes).map((rule) => ({ rule, article: words.article(rule) })),
    alerts,
    changed: changes.dates.map(({ name }) => name),
  }
}

function metSentence(changes: EffectOnFile, words: LegalWords, otherwise: string): string {
  const [met] = changes.deadlines.met
  return met === undefined ? otherwise : `${words.deadline(met.code)}.`
}

function dateSentence(change: DateChange, subject: string, locale: Locale): readonly Piece[] {
  const t = messagesFor(locale).acts.effect
  const subjects: Readonly<Record<string, string>> = t.subject
  const lead = `${subjects[subject] ?? t.subject.other} `
  const the = t.the[change.name]
  const rule = change.rule === null ? '.' : `, ${change.rule}.`
  const { before, after } = change
  if (before !== null && after !== null) {
    return [
      { as: 'text', text: `${lead}${t.verbMoves} ${the} ${t.movesFrom} ` },
      { as: 'old', text: formatDay(before, locale) },
      { as: 'text', text: ` ${t.movesTo} ` },
      { as: 'new', text: formatDay(after, locale) },
      { as: 'text', text: rule },
    ]
  }
  if (after !== null) {
    return [
      { as: 'text', text: `${lead}${t.verbSets} ${the} ${t.setsOn} ` },
      { as: 'new', text: formatDay(after, locale) },
      { as: 'text', text: rule },
    ]
  }
  return [
    { as: 'text', text: `${lead}${t.verbClears} ${the} (` },
    { as: 'old', text: before === null ? '' : formatDay(before, locale) },
    { as: 'text', text: `)${rule}` },
  ]
}

function rowsOf(changes: EffectOnFile, stageMoves: boolean, words: LegalWords, locale: Locale): readonly EffectRow[] {
  const t = messagesFor(locale).acts.effect
  const rows: EffectRow[] = []
  if (stageMoves) rows.push({ label: t.stage, old: words.stage(changes.stage.before), now: words.stage(changes.stage.after) })
  for (const { name, before, after } of changes.dates) {
    rows.push({
      label: words.date(name),
      old: before === null ? null : formatDay(before, locale),
      now: after === null ? null : formatDay(after, locale),
    })
  }
  const told = new Set<string>(changes.dates.map(({ name }) => name))
  const line = (label: string, deadline: Deadline): EffectRow => ({
    label, old: null, now: null, note: `${words.deadline(deadline.code)}, ${formatDay(deadline.dueOn, locale)}`,
  })
  for (const deadline of changes.deadlines.met) rows.push(line(t.met, deadline))
  for (const deadline of changes.deadlines.added) if (!told.has(DATE_OF_DEADLINE[deadline.code] ?? '')) rows.push(line(t.added, deadline))
  for (const deadline of changes.deadlines.removed) if (!told.has(DATE_OF_DEADLINE[deadline.code] ?? '')) rows.push(line(t.removed, deadline))
  for (const { before, after } of changes.deadlines.moved) {
    if (told.has(DATE_OF_DEADLINE[after.code] ?? '') || before.dueOn === after.dueOn) continue
    rows.push({ label: words.deadline(after.code), old: formatDay(before.dueOn, locale), now: formatDay(after.dueOn, locale) })
  }
  return rows
}

function rulesOf(changes: EffectOnFile): readonly RuleId[] {
  const rules = new Set<RuleId>()
  for (const { rule } of changes.dates) if (rule !== null) rules.add(rule)
  for (const deadline of changes.deadlines.met) rules.add(deadline.rule)
  return [...rules].slice(0, 4)
}
