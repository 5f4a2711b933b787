import type { Actor } from '../../access/actor.ts'
import { isoOf } from '../../accord/calendar/day.ts'
import { parseQuarter, quarterView } from '../../cases/quarter.ts'
import { isUuid } from '../../cases/write-path.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { KEPT_TEXT } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { digestOf } from '../../documents/fingerprint.ts'
import type { PackContent } from './content.ts'
import { draftContent, storeForPack } from './drafts.ts'
import { askForFiles, journalPack } from './making.ts'
import { packNumber } from './numbers.ts'
import { packRow, replacementOf } from './pack-rows.ts'
import { knownBasins, mayPreparePack } from './places.ts'

const LONGEST_REASON = 1_000

export interface IssueInput {
  readonly id: string
  /** Of the draft that was read, and of the figures it showed. */
  readonly version: number
  readonly edition: number
  /** Why it takes the place of the one before; asked only then. */
  readonly reason: string | null
}

export type IssueOutcome =
  | { readonly kind: 'issued'; readonly number: string }
  | { readonly kind: 'invalid'; readonly reason: 'required' | 'too_long' | 'not_text' }
  /** A colleague changed the draft since it was read. */
  | { readonly kind: 'stale' }
  /** The figures were counted again since. */
  | { readonly kind: 'figures_moved' }
  | { readonly kind: 'not_over'; readonly end: string }
  /** What it was to replace has been replaced already. */
  | { readonly kind: 'already_replaced'; readonly number: string }
  | { readonly kind: 'gone' }

/**
 * Issues a draft: it gets a number, and what it says, figures, definitions as worded today and comments, is frozen. Its files
 * are then made from that. The draft and the figures must be those that were read.
 */
export async function issuePack(actor: Actor, input: IssueInput): Promise<IssueOutcome> {
  if (!isUuid(input.id)) return { kind: 'gone' }
  const [at, today] = [await moment(actor.timeZone), isoOf(await civilDay(actor.timeZone))]
  const reason = input.reason === null || input.reason.trim() === '' ? null : input.reason.replaceAll('\r\n', '\n').trim()
  const store = await storeForPack(actor, input.id)
  return inActorTransaction(actor, async (tx): Promise<IssueOutcome> => {
    const row = await packRow(tx, actor, await knownBasins(tx), input.id, true)
    if (row === null || !mayPreparePack(actor, row.place) || row.operatorId !== actor.operatorId) return { kind: 'gone' }
    // The same form sent twice issues once.
    if (row.number !== null) return { kind: 'issued', number: row.number }
    if (row.version !== input.version) return { kind: 'stale' }
    const quarter = parseQuarter(row.quarter)
    if (quarter === null || isoOf(quarter.to) >= today) return { kind: 'not_over', end: quarter === null ? '' : quarterView(quarter).to }
    if (row.supersedes !== null) {
      if (reason === null) return { kind: 'invalid', reason: 'required' }
      if (reason.length > LONGEST_REASON) return { kind: 'invalid', reason: 'too_long' }
      if (!KEPT_TEXT.test(reason)) return { kind: 'invalid', reason: 'not_text' }
      const taken = await replacementOf(tx, row.supersedes)
      if (taken !== null) return { kind: 'already_replaced', number: taken }
    }
    const kept = row.supersedes === null ? null : reason
    if (store === null || store.edition.number !== input.edition) return { kind: 'figures_moved' }
    const draft = await draftContent(tx, actor, { ...row, reason: kept }, row.place, store)
    const [{ serial }] = await tx.$queryRaw<[{ serial: number }]>`select next_pack_serial(${row.quarter}, ${row.level}, ${row.code}) as serial`
    const number = packNumber(row.quarter, row.place, serial)
    const content: PackContent = { ...draft, number }
    const fingerprint = digestOf(content)
    await tx.$executeRaw`
      update committee_pack set number = ${number}, serial = ${serial}, content = ${JSON.stringify(content)}::jsonb, fingerprint = ${fingerprint}, reason = ${kept},
             issued_by = ${actor.accountId}::uuid, issued_on = ${today}::date, issued_at = ${at}::timestamptz,
             version = version + 1, changed_by = ${actor.accountId}::uuid, changed_at = ${at}::timestamptz
      where id = ${row.id}::uuid`
    await askForFiles(tx, { operatorId: row.operatorId, packId: row.id, version: row.version + 1, content, fingerprint, by: actor.accountId, at })
    await journalPack(tx, row, row.supersedes === null ? 'issued' : 'superseded', actor.accountId, at, { number, fingerprint, edition: content.edition.number, replaces: content.replaces, reason: kept })
    return { kind: 'issued', number }
  })
}
