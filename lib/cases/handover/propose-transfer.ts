import { z } from 'zod'
import { day, isoOf } from '../../accord/calendar/day.ts'
import { derive } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { failureOf } from '../../database/failures.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { assignmentReason } from '../commands/assign-file.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { lockFile } from '../locked-file.ts'
import type { NotFound, NotAllowed } from '../outcomes.ts'
import { CLOSED_STAGES } from '../projection.ts'
import { isReference } from '../reference.ts'
import { offeredOf, TRANSFER_PARTS, type LineToOffer, type Offered } from './transfer-content.ts'
import type { ProposeOutcome, WithdrawTransferOutcome } from './transfer-outcomes.ts'

const proposalSchema = z.strictObject({
  reference: z.string(),
  toOperatorId: z.uuid('not_an_option'),
  parts: z.array(z.enum(TRANSFER_PARTS, 'not_an_option')).max(TRANSFER_PARTS.length, 'too_long'),
  reason: assignmentReason,
})
export type ProposeInput = z.input<typeof proposalSchema>

/** Another operator that serves the file's basin. */
export interface Receiver {
  readonly id: string
  readonly name: string
}

/** Who a file may be offered to: the other operators of its basin. `null` for a file that the actor may not offer. */
export async function receiversOf(actor: Actor, reference: string): Promise<readonly Receiver[] | null> {
  if (!isReference(reference)) return null
  return inActorTransaction(actor, async (tx) => {
    const [file] = await tx.$queryRaw<{ operatorId: string; basinId: string }[]>`
      select operator_id as "operatorId", basin_id as "basinId" from case_file where reference = ${reference} and not closed`
    if (file === undefined || !can(actor, 'file.transfer', file)) return null
    return receiversIn(tx, file.basinId)
  })
}

function receiversIn(tx: Transaction, basinId: string): Promise<Receiver[]> {
  return tx.$queryRaw<Receiver[]>`select id, name from operators_beside(${basinId}::uuid)`
}

interface PersonRow extends Omit<Offered['person'], 'birthDate'> {
  readonly birthDate: string
  readonly employer: Offered['employer']
  readonly basinName: string
  readonly basinCode: string
}

async function aboutFile(tx: Transaction, caseId: string): Promise<PersonRow> {
  const [row] = await tx.$queryRaw<[PersonRow]>`
    select p.first_name as "firstName", p.last_name as "lastName", p.birth_date::text as "birthDate", p.sex, p.qualification, p.sector, p.commune, p.email, p.phone,
           b.name as "basinName", b.code as "basinCode",
           case when e.id is not null then jsonb_build_object('name', e.name, 'siret', e.siret, 'size', e.size, 'insolvency', e.insolvency, 'kind', e.kind) end as employer
    from case_file c join person p on p.id = c.person_id join basin b on b.id = c.basin_id left join employer e on e.id = c.employer_id
    where c.id = ${caseId}::uuid`
  return row
}

function linesOf(tx: Transaction, caseId: string): Promise<LineToOffer[]> {
  return tx.$queryRaw<LineToOffer[]>`
    select f.id, f.kind, f.terms, f.recorded_at as "recordedAt", fc.content
    from fact f left join fact_content fc on fc.fact_id = f.id where f.case_id = ${caseId}::uuid order by f.sequence`
}

const initialsOf = (...names: readonly string[]) => names.map((name) => `${name.trim().charAt(0).toLocaleUpperCase('fr')}.`).join(' ')

/**
 * Offers a live file to another operator of its basin, with the words that the sender lets go along. What is offered is
 * copied now: the receiver sees initials, stage and days until it accepts, then exactly that copy. The file goes on
 * meanwhile; a fact recorded after makes the offer one to renew.
 */
export async function proposeTransfer(actor: Actor, input: ProposeInput): Promise<ProposeOutcome> {
  if (!can(actor, 'file.transfer')) return { kind: 'not_allowed' }
  const parsed = proposalSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { reference, toOperatorId, parts, reason } = parsed.data
  const today = await turnTheDay(actor)
  const at = await moment(actor.timeZone)
  try {
    return await inActorTransaction(actor, async (tx): Promise<ProposeOutcome> => {
      const file = await lockFile(tx, reference)
      if (file === null || !can(actor, 'file.read', file.row)) return { kind: 'not_found' }
      if (!can(actor, 'file.transfer', file.row)) return { kind: 'not_allowed' }
      const derived = derive(file.read.record, file.texts, file.settings, today)
      if (file.row.transferred === true || CLOSED_STAGES.includes(derived.stage)) return { kind: 'refused', because: 'closed' }
      const receiver = (await receiversIn(tx, file.row.basinId)).find(({ id }) => id === toOperatorId)
      if (receiver === undefined) return { kind: 'invalid', fields: { toOperatorId: 'not_an_option' } }

      const { employer, basinName, basinCode, ...person } = await aboutFile(tx, file.row.id)
      const offered = offeredOf({ person: { ...person, birthDate: day(person.birthDate) }, employer, read: file.read, lines: await linesOf(tx, file.row.id), parts })
      const iso = (on: typeof derived.dates.cspTerm) => (on === null ? null : isoOf(on))
      const summary = {
        initials: initialsOf(person.firstName, person.lastName), stage: derived.stage, basinName, basinCode,
        cspStart: iso(derived.dates.cspStart), cspTerm: iso(derived.dates.cspTerm), facts: offered.facts.length, parts: offered.parts,
      }
      const [made] = await tx.$queryRaw<[{ id: string }]>`
        insert into transfer (from_operator_id, to_operator_id, from_name, to_name, from_case_id, from_reference, basin_id, summary, reason, proposed_by, proposed_at)
        values (${file.row.operatorId}::uuid, ${toOperatorId}::uuid, '', '', ${file.row.id}::uuid, ${reference}, ${file.row.basinId}::uuid,
                ${JSON.stringify(summary)}::jsonb, ${reason}, ${actor.accountId}::uuid, ${at}::timestamptz) returning id`
      await tx.$executeRaw`
        insert into transfer_content (transfer_id, operator_id, file_version, content)
        values (${made.id}::uuid, ${file.row.operatorId}::uuid, ${file.row.version}, ${JSON.stringify(offered)}::jsonb)`
      await writeJournal(tx, {
        operatorId: file.row.operatorId, caseId: file.row.id, actorId: actor.accountId, action: 'transfer.proposed', at,
        detail: { transfer: made.id, to: receiver.name, parts: [...parts], reason },
      })
      return { kind: 'proposed', transferId: made.id, to: receiver.name }
    })
  } catch (error) {
    if (failureOf(error)?.kind === 'exists') return { kind: 'refused', because: 'already_proposed' }
    throw error
  }
}

/** The sender takes its proposal back, while nobody has answered. */
export async function withdrawTransfer(actor: Actor, transferId: string): Promise<WithdrawTransferOutcome> {
  if (!can(actor, 'file.transfer')) return { kind: 'not_allowed' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<WithdrawTransferOutcome> => {
    const held = await ofBasins(tx, actor, transferId, 'from')
    if ('kind' in held) return held
    const [row] = await tx.$queryRaw<[{ state: string }]>`select withdraw_transfer(${transferId}::uuid, ${at}::timestamptz) as state`
    return row.state === 'done' ? { kind: 'withdrawn' } : row.state === 'not_found' ? { kind: 'not_found' } : { kind: 'too_late', state: row.state as 'accepted' }
  })
}

/** A proposal of one's operator, sent or received, in a basin of the actor's. */
export async function ofBasins(tx: Transaction, actor: Actor, transferId: string, side: 'from' | 'to'): Promise<{ readonly basinId: string; readonly fromOperatorId: string } | NotFound | NotAllowed> {
  if (!z.uuid().safeParse(transferId).success) return { kind: 'not_found' }
  const [found] = await tx.$queryRaw<{ basinId: string; fromOperatorId: string; toOperatorId: string }[]>`
    select basin_id as "basinId", from_operator_id as "fromOperatorId", to_operator_id as "toOperatorId" from transfer where id = ${transferId}::uuid`
  if (found === undefined || (side === 'from' ? found.fromOperatorId : found.toOperatorId) !== actor.operatorId) return { kind: 'not_found' }
  return can(actor, 'file.transfer', { operatorId: actor.operatorId, basinId: found.basinId }) ? found : { kind: 'not_allowed' }
}
