import { z } from 'zod'
import { isoOf, partsOf, type Day } from '../../accord/calendar/day.ts'
import { frameSchema } from '../../accord/file/frame.ts'
import { derive } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { advanceDueFiles } from '../advance-day.ts'
import { assignmentReason } from '../commands/assign-file.ts'
import { employerOf } from '../employers/employer-of-opening.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { appendFact, frameLineOf, lineOf, saveProjection, settingsOf, tellChange, type FileRow } from '../locked-file.ts'
import { candidatesIn } from '../owners.ts'
import { factOf, isFactKind } from '../stored-fact.ts'
import { holdTexts, textsInForce } from '../texts/in-force.ts'
import { ofBasins } from './propose-transfer.ts'
import { offeredSchema, type Offered } from './transfer-content.ts'
import type { AcceptOutcome, DeclineOutcome, TooLate } from './transfer-outcomes.ts'

const declineSchema = z.strictObject({ transferId: z.string(), reason: assignmentReason })
export type DeclineInput = z.input<typeof declineSchema>

const tooLate = (state: string): TooLate => ({ kind: 'too_late', state: state as TooLate['state'] })

/** The receiver declines, with a reason that the sender reads. Nothing of the file was shown to it. */
export async function declineTransfer(actor: Actor, input: DeclineInput): Promise<DeclineOutcome> {
  if (!can(actor, 'file.transfer')) return { kind: 'not_allowed' }
  const parsed = declineSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { transferId, reason } = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<DeclineOutcome> => {
    const held = await ofBasins(tx, actor, transferId, 'to')
    if ('kind' in held) return held
    const [row] = await tx.$queryRaw<[{ state: string }]>`select decline_transfer(${transferId}::uuid, ${reason}, ${at}::timestamptz) as state`
    return row.state === 'done' ? { kind: 'declined' } : row.state === 'not_found' ? { kind: 'not_found' } : tooLate(row.state)
  })
}

const acceptSchema = z.strictObject({
  transferId: z.string(),
  /** Left out, the basin in which it was offered. */
  basinCode: z.string().regex(/^[\w-]{0,20}$/u, 'not_an_option').optional(),
  counsellorId: z.uuid('required'),
  referentId: z.uuid('not_an_option').nullable().default(null),
})
export type AcceptInput = z.input<typeof acceptSchema>

interface Place {
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

async function placeFor(tx: Transaction, actor: Actor, offeredBasin: string, asked: z.output<typeof acceptSchema>): Promise<Place | AcceptOutcome> {
  const [basin] = asked.basinCode === undefined
    ? [{ id: offeredBasin }]
    : await tx.$queryRaw<{ id: string }[]>`
        select b.id from basin b join operator_basin ob on ob.basin_id = b.id and ob.operator_id = ${actor.operatorId}::uuid where b.code = ${asked.basinCode}`
  if (basin === undefined || !can(actor, 'file.transfer', { operatorId: actor.operatorId, basinId: basin.id })) return { kind: 'invalid', fields: { basinCode: 'not_an_option' } }
  const there = await candidatesIn(tx, basin.id)
  const works = (id: string) => there.some((candidate) => candidate.id === id)
  if (!works(asked.counsellorId)) return { kind: 'invalid', fields: { counsellorId: 'not_in_basin' } }
  if (asked.referentId !== null && !works(asked.referentId)) return { kind: 'invalid', fields: { referentId: 'not_in_basin' } }
  return { basinId: basin.id, counsellorId: asked.counsellorId, referentId: asked.referentId }
}

interface Copied {
  readonly transferId: string
  readonly offered: Offered
  readonly place: Place
  readonly from: { readonly operator: string; readonly reference: string }
}

async function keepOrigin(tx: Transaction, row: FileRow, factId: string, { transferId, from }: Copied, source: { readonly factId: string; readonly recordedAt: string }): Promise<void> {
  await tx.$executeRaw`
    insert into fact_origin (fact_id, operator_id, case_id, transfer_id, from_operator, from_reference, from_fact_id, recorded_at)
    values (${factId}::uuid, ${row.operatorId}::uuid, ${row.id}::uuid, ${transferId}::uuid, ${from.operator}, ${from.reference},
            ${source.factId}::uuid, ${source.recordedAt}::timestamptz)`
}

/** Makes the receiver's file of what was offered: the same frame and facts, in the same order, each naming where it comes from. */
async function copyFile(tx: Transaction, actor: Actor, operatorId: string, copied: Copied, today: Day, at: Date): Promise<FileRow> {
  const { offered, place } = copied
  const { person } = offered
  const frame = frameSchema.parse(offered.frame.terms)
  const facts = offered.facts.map(({ kind, terms }) => {
    if (!isFactKind(kind)) throw new Error(`a proposal holds a line of kind ${kind}`)
    return factOf({ kind, terms })
  })
  const derived = derive({ frame, facts }, await textsInForce(tx), await settingsOf(tx, operatorId), today)
  const employer = offered.employer === null ? null : { name: offered.employer.name, siret: offered.employer.siret, kind: offered.employer.kind }
  const employerId = await employerOf(tx, operatorId, employer, { companySize: offered.employer?.size ?? null, insolvency: offered.employer?.insolvency ?? false })
  const [{ id: personId }] = await tx.$queryRaw<[{ id: string }]>`
    insert into person (operator_id, first_name, last_name, birth_date, email, phone, sex, qualification, sector, commune)
    values (${operatorId}::uuid, ${person.firstName}, ${person.lastName}, ${person.birthDate}::date, ${person.email}, ${person.phone},
            ${person.sex}, ${person.qualification}, ${person.sector}, ${person.commune}) returning id`
  const [row] = await tx.$queryRaw<[FileRow]>`
    insert into case_file (operator_id, reference, person_id, employer_id, basin_id, counsellor_id, referent_id, opened_at, stage)
    values (${operatorId}::uuid, next_case_reference(${partsOf(today).year}::integer), ${personId}::uuid, ${employerId}::uuid,
            ${place.basinId}::uuid, ${place.counsellorId}::uuid, ${place.referentId}::uuid, ${at}::timestamptz, ${derived.stage})
    returning id, operator_id as "operatorId", reference, version, stage, basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"`

  const by = { accountId: actor.accountId, at }
  const told = { accountId: actor.accountId, at, version: 1 }
  const alone = { supersedes: null, reason: null, submissionId: null }
  const frameId = await appendFact(tx, row, 1, { ...frameLineOf(frame), content: null, ...alone }, by)
  await keepOrigin(tx, row, frameId, copied, offered.frame)
  await tellChange(tx, row, { ...told, action: 'file.received', factId: frameId, detail: { stage: derived.stage, transfer: copied.transferId, ...copied.from } })
  for (const [index, fact] of facts.entries()) {
    const source = offered.facts[index]!
    const factId = await appendFact(tx, row, index + 2, { ...lineOf(fact), content: source.content, ...alone }, by)
    await keepOrigin(tx, row, factId, copied, source)
    const { kind, onDay } = lineOf(fact)
    await tellChange(tx, row, { ...told, action: 'fact.copied', factId, detail: { kind, on: isoOf(onDay), transfer: copied.transferId } })
  }
  await tx.$executeRaw`
    insert into assignment (operator_id, case_id, counsellor_id, referent_id, assigned_by, assigned_at)
    values (${operatorId}::uuid, ${row.id}::uuid, ${place.counsellorId}::uuid, ${place.referentId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz)`
  await saveProjection(tx, row, { frame, facts }, derived, 1)
  return row
}

/**
 * The receiver accepts: a file of its own is opened with copies of what was offered, under a counsellor of its basin, and
 * the sender's closes as it stands, in one transaction. Refused when the proposal was taken back, answered, or the file moved
 * on since: it is then proposed again.
 */
export async function acceptTransfer(actor: Actor, input: AcceptInput): Promise<AcceptOutcome> {
  const { operatorId } = actor
  if (operatorId === null || !can(actor, 'file.transfer')) return { kind: 'not_allowed' }
  const parsed = acceptSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const asked = parsed.data
  const today = await civilDay(actor.timeZone)
  const at = await moment(actor.timeZone)
  const held = await inActorTransaction(actor, (tx) => ofBasins(tx, actor, asked.transferId, 'to'))
  if ('kind' in held) return held
  // The sender's file closes as it stands today: its day is turned first, as any read of it would.
  await advanceDueFiles(held.fromOperatorId, today, 1000)
  return inActorTransaction(actor, async (tx): Promise<AcceptOutcome> => {
    await holdTexts(tx)
    const [opened] = await tx.$queryRaw<[{ outcome: string; content: unknown }]>`select outcome, content from open_transfer(${asked.transferId}::uuid, ${at}::timestamptz)`
    if (opened.outcome === 'not_found') return { kind: 'not_found' }
    if (opened.outcome !== 'open') return tooLate(opened.outcome)
    const place = await placeFor(tx, actor, held.basinId, asked)
    if ('kind' in place) throw new NotPlaced(place)
    const [from] = await tx.$queryRaw<[{ operator: string; reference: string }]>`
      select from_name as operator, from_reference as reference from transfer where id = ${asked.transferId}::uuid`
    const row = await copyFile(tx, actor, operatorId, { transferId: asked.transferId, offered: offeredSchema.parse(opened.content), place, from }, today, at)
    const [done] = await tx.$queryRaw<[{ state: string }]>`select accept_transfer(${asked.transferId}::uuid, ${row.id}::uuid, ${isoOf(today)}::date, ${at}::timestamptz) as state`
    // Held since it was opened: nothing can have moved.
    if (done.state !== 'done') throw new Error(`a held proposal was ${done.state}`)
    return { kind: 'accepted', reference: row.reference }
  }, { timeout: 60_000 }).catch((error: unknown) => {
    if (error instanceof NotPlaced) return error.outcome
    throw error
  })
}

/** Undoes what was read of a proposal that cannot be placed as asked: it is not opened until it is accepted. */
class NotPlaced extends Error {
  readonly outcome: AcceptOutcome
  constructor(outcome: AcceptOutcome) {
    super('not placed as asked')
    this.outcome = outcome
  }
}
