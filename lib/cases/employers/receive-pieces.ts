import { z } from 'zod'
import { isoOf } from '../../accord/calendar/day.ts'
import { dayField } from '../../accord/file/fields.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { fileForAssignment } from '../locked-file.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { EMPLOYER_PIECES, type EmployerPiece } from '../content/employer-pieces.ts'

const receiveSchema = z.strictObject({
  /** The day on which what is newly ticked was received. */
  receivedOn: dayField,
  people: z
    .array(z.strictObject({ reference: z.string().max(40), pieces: z.array(z.enum(EMPLOYER_PIECES)), shown: z.array(z.enum(EMPLOYER_PIECES)) }))
    .min(1, 'required')
    .max(500, 'too_long'),
})
/** `shown`: what stood as received on the form; what a colleague ticked meanwhile is then left as they put it. */
export type ReceiveInput = z.input<typeof receiveSchema>

export type ReceiveOutcome =
  | { readonly kind: 'received'; readonly added: number; readonly takenBack: number }
  | Invalid
  | NotFound
  | NotAllowed

/**
 * Says which pieces of R-120 the former employer has sent, for as many of its people as a form shows: what was ticked is
 * received on that day, what was unticked is taken back. All or nothing. It moves no legal date: the sending to France
 * Travail is a fact of the file.
 */
export async function receivePieces(actor: Actor, input: ReceiveInput): Promise<ReceiveOutcome> {
  const parsed = receiveSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { receivedOn, people } = parsed.data
  if (receivedOn > (await civilDay(actor.timeZone))) return { kind: 'invalid', fields: { receivedOn: 'in_the_future' } }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<ReceiveOutcome> => {
    let added = 0
    let takenBack = 0
    // In the order of their references: two forms of the same people at once wait for each other, and never in a ring.
    for (const { reference, pieces, shown } of people.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))) {
      const ticked = pieces.filter((piece) => !shown.includes(piece))
      const unticked = shown.filter((piece) => !pieces.includes(piece))
      if (ticked.length + unticked.length === 0) continue
      const file = await fileForAssignment(tx, reference)
      if (file === null || !can(actor, 'file.read', file)) throw new Unreceived({ kind: 'not_found' })
      if (!can(actor, 'file.record', file) || file.transferred === true) throw new Unreceived({ kind: 'not_allowed' })
      const there = await tx.$queryRaw<{ piece: EmployerPiece }[]>`
        select last_line.piece from (
          select distinct on (piece) piece, received_on from employer_piece where case_id = ${file.id}::uuid order by piece, recorded_at desc, id desc
        ) last_line where last_line.received_on is not null`
      const has = new Set(there.map(({ piece }) => piece))
      const write = async (piece: EmployerPiece, on: string | null) => {
        await tx.$executeRaw`
          insert into employer_piece (operator_id, case_id, piece, received_on, recorded_by, recorded_at)
          values (${file.operatorId}::uuid, ${file.id}::uuid, ${piece}, ${on}::date, ${actor.accountId}::uuid, ${at}::timestamptz)`
        await writeJournal(tx, {
          operatorId: file.operatorId,
          caseId: file.id,
          actorId: actor.accountId,
          action: on === null ? 'piece.taken_back' : 'piece.received',
          at,
          detail: { piece, on },
        })
      }
      for (const piece of ticked) {
        if (has.has(piece)) continue
        await write(piece, isoOf(receivedOn))
        added += 1
      }
      for (const piece of unticked) {
        if (!has.has(piece)) continue
        await write(piece, null)
        takenBack += 1
      }
    }
    return { kind: 'received', added, takenBack }
  }).catch((error: unknown): ReceiveOutcome => {
    if (error instanceof Unreceived) return error.outcome
    throw error
  })
}

/** Undoes the transaction of a form one of whose people is not the actor's, and says which refusal it was. */
class Unreceived extends Error {
  readonly outcome: NotFound | NotAllowed
  constructor(outcome: NotFound | NotAllowed) {
    super(outcome.kind)
    this.outcome = outcome
  }
}
