import { addedTextJson } from '../../accord/texts/added.ts'
import { checkAddedText, type TextNotice, type TextProblem } from '../../accord/texts/added-checks.ts'
import { textsWith, type AddedText } from '../../accord/texts/added.ts'
import { shippedTexts } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { failureOf } from '../../database/failures.ts'
import { writeTextJournal } from '../../database/journal.ts'
import type { Json } from '../../database/journal-hash.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { NotAllowed, NotFound } from '../outcomes.ts'
import { publishedTexts } from './in-force.ts'
import { lockDraft, textRows, type TextRow } from './text-rows.ts'

/** What is wrong with a text as it was written, each thing at its path. */
export interface WrongText {
  readonly kind: 'invalid'
  readonly problems: readonly TextProblem[]
}

/** The form was opened on an earlier state of the text. Nothing was written. */
export interface TextChangedMeanwhile {
  readonly kind: 'changed_meanwhile'
  readonly by: string
  readonly at: Date
  readonly version: number
}

export type DraftOutcome =
  | { readonly kind: 'drafted'; readonly code: string; readonly version: number; readonly notices: readonly TextNotice[] }
  | WrongText
  | TextChangedMeanwhile
  | NotAllowed
  | NotFound

export type WithdrawOutcome = { readonly kind: 'withdrawn' } | { readonly kind: 'reason_missing' } | TextChangedMeanwhile | NotAllowed | NotFound

const codeRefused = (taken: string): WrongText => ({ kind: 'invalid', problems: [{ path: 'code', code: 'code_taken', values: { code: taken } }] })

/** The texts a draft is checked against: those in force, without the edition it would take the place of. */
export async function textsBeside(tx: Transaction, code: string): Promise<readonly AddedText[]> {
  return (await publishedTexts(tx)).filter((text) => text.code !== code)
}

/**
 * Checks a text against those in force, and those in force against it: another text may complete the one whose place it takes.
 */
export async function checkAgainstForce(tx: Transaction, content: unknown, code: string): Promise<ReturnType<typeof checkAddedText>> {
  const beside = await textsBeside(tx, code)
  const checked = checkAddedText(content, textsWith(shippedTexts, beside))
  if (!checked.ok) return checked
  const together = [...beside, checked.text]
  const broken = beside.filter((other) => {
    const again = checkAddedText(addedTextJson(other), textsWith(shippedTexts, together.filter((one) => one.code !== other.code)))
    return !again.ok && again.problems.some((problem) => problem.code === 'unknown_parent' || problem.code === 'parent_after')
  })
  const [first] = broken
  return first === undefined ? checked : { ok: false, problems: [{ path: 'agreement', code: 'breaks_other', values: { code: first.code } }] }
}

export async function changedSinceRead(tx: Transaction, row: TextRow): Promise<TextChangedMeanwhile> {
  const [author] = await tx.$queryRaw<{ name: string }[]>`select display_name as name from account where id = ${row.draftedBy}::uuid`
  return { kind: 'changed_meanwhile', by: author?.name ?? '', at: row.draftedAt, version: row.version }
}

/**
 * Drafts a text. One of a code in force is a new edition, which takes its place once it is published; the code of a draft
 * already being written is refused.
 * @param content the JSON form of the text
 */
export async function draftText(actor: Actor, content: unknown): Promise<DraftOutcome> {
  if (!can(actor, 'texts.manage')) return { kind: 'not_allowed' }
  const at = await moment(actor.timeZone)
  const asked = codeOf(content)
  try {
    return await inActorTransaction(actor, async (tx): Promise<DraftOutcome> => {
      const checked = await checkAgainstForce(tx, content, asked)
      if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
      const { text } = checked
      const editions = await textRows(tx, text.code)
      const inForce = editions.find((row) => row.publishedAt !== null && row.supersededAt === null)
      if (editions.some((row) => row.publishedAt === null && row.withdrawnAt === null)) return codeRefused(text.code)
      const edition = (editions[0]?.edition ?? 0) + 1
      const json = addedTextJson(text)
      await tx.$executeRaw`
        insert into added_text (code, edition, content, drafted_by, drafted_at, supersedes)
        values (${text.code}, ${edition}, ${JSON.stringify(json)}::jsonb, ${actor.accountId}::uuid, ${at}::timestamptz, ${inForce?.id ?? null}::uuid)`
      await writeTextJournal(tx, { code: text.code, actorId: actor.accountId, action: 'text.drafted', at, detail: { edition, version: 1, content: json as unknown as Json } })
      return { kind: 'drafted', code: text.code, version: 1, notices: checked.notices }
    })
  } catch (error) {
    if (failureOf(error)?.kind === 'exists') return codeRefused(asked)
    throw error
  }
}

function codeOf(content: unknown): string {
  const code = typeof content === 'object' && content !== null && 'code' in content ? content.code : ''
  return typeof code === 'string' ? code : ''
}

/**
 * Writes a draft again. Whoever does signs it as it now stands, so that someone else publishes it.
 * @param version the one the form was opened on
 */
export async function editDraft(actor: Actor, code: string, version: number, content: unknown): Promise<DraftOutcome> {
  if (!can(actor, 'texts.manage')) return { kind: 'not_allowed' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<DraftOutcome> => {
    const row = await lockDraft(tx, code)
    if (row === null) return { kind: 'not_found' }
    if (row.version !== version) return changedSinceRead(tx, row)
    if (codeOf(content) !== row.code) return codeRefused(codeOf(content))
    const checked = await checkAgainstForce(tx, content, row.code)
    if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
    const json = addedTextJson(checked.text)
    await tx.$executeRaw`
      update added_text set content = ${JSON.stringify(json)}::jsonb, version = ${version + 1}, drafted_by = ${actor.accountId}::uuid, drafted_at = ${at}::timestamptz
      where id = ${row.id}::uuid`
    await writeTextJournal(tx, { code: row.code, actorId: actor.accountId, action: 'text.rewritten', at, detail: { edition: row.edition, version: version + 1, content: json as unknown as Json } })
    return { kind: 'drafted', code: row.code, version: version + 1, notices: checked.notices }
  })
}

/** Takes a draft back, with a reason. It is kept, and its code may be drafted again. */
export async function withdrawDraft(actor: Actor, code: string, version: number, reason: string): Promise<WithdrawOutcome> {
  if (!can(actor, 'texts.manage')) return { kind: 'not_allowed' }
  const said = reason.trim()
  if (said === '' || said.length > 1_000 || !KEPT_LINE.test(said)) return { kind: 'reason_missing' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<WithdrawOutcome> => {
    const row = await lockDraft(tx, code)
    if (row === null) return { kind: 'not_found' }
    if (row.version !== version) return changedSinceRead(tx, row)
    await tx.$executeRaw`
      update added_text set withdrawn_by = ${actor.accountId}::uuid, withdrawn_at = ${at}::timestamptz, reason = ${said} where id = ${row.id}::uuid`
    // What it would have done is nobody's to read any more.
    await tx.$executeRaw`delete from text_impact where text_id = ${row.id}::uuid`
    await writeTextJournal(tx, { code: row.code, actorId: actor.accountId, action: 'text.withdrawn', at, detail: { edition: row.edition, version, reason: said } })
    return { kind: 'withdrawn' }
  })
}
