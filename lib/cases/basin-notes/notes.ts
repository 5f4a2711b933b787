import { isoOf, parseDay, day, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { basinNoteContent, type BasinNoteContent } from '../content/basin-note.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { readNoteSheet, type ImportProblem } from './read-csv.ts'

/** What a basin offers, as one note of it says. */
export interface BasinNote {
  readonly id: string
  readonly sequence: number
  readonly validFrom: Day
  readonly content: BasinNoteContent
  readonly imported: boolean
  readonly writtenBy: string
  readonly writtenAt: Date
}

interface NoteRow extends Omit<BasinNote, 'validFrom'> {
  readonly validFrom: string
}

const noteOf = (row: NoteRow): BasinNote => ({ ...row, validFrom: day(row.validFrom), content: basinNoteContent.parse(row.content) })

/** Every note of a basin kept by this operator, the one that counts on a day first among those already valid. */
export async function notesOf(tx: Transaction, basinId: string): Promise<BasinNote[]> {
  const rows = await tx.$queryRaw<NoteRow[]>`
    select n.id, n.sequence, n.valid_from::text as "validFrom", n.content, n.imported, k.display_name as "writtenBy", n.written_at as "writtenAt"
    from basin_note n join account k on k.id = n.written_by
    where n.basin_id = ${basinId}::uuid order by n.valid_from desc, n.sequence desc`
  return rows.map(noteOf)
}

/** The note that counts on a day: the latest to have begun, and of two that begin together the last written. */
export function noteOn(notes: readonly BasinNote[], on: Day): BasinNote | null {
  return notes.find((note) => note.validFrom <= on) ?? null
}

/** The note that counts today in a file's basin; `null` when none was written. */
export async function noteForBasin(tx: Transaction, basinId: string, today: Day): Promise<BasinNote | null> {
  return noteOn(await notesOf(tx, basinId), today)
}

export interface BasinNotes {
  readonly basinId: string
  readonly current: BasinNote | null
  /** All of them, the latest first. */
  readonly all: readonly BasinNote[]
  readonly mayWrite: boolean
}

const BASIN_CODE = /^[\w-]{1,20}$/u

async function basinIdOf(tx: Transaction, code: string): Promise<string | null> {
  if (!BASIN_CODE.test(code)) return null
  const rows = await tx.$queryRaw<{ id: string }[]>`select b.id from basin b join operator_basin ob on ob.basin_id = b.id where b.code = ${code}`
  return rows[0]?.id ?? null
}

/** The notes of a basin for whoever steers it; `null` when it is not theirs. */
export async function basinNotes(actor: Actor, code: string): Promise<BasinNotes | null> {
  if (actor.operatorId === null) return null
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const basinId = await basinIdOf(tx, code)
    const target = { operatorId: actor.operatorId, basinId: basinId ?? undefined }
    if (basinId === null || !can(actor, 'basin.read', target)) return null
    const all = await notesOf(tx, basinId)
    return { basinId, current: noteOn(all, today), all, mayWrite: can(actor, 'basin.note', target) }
  })
}

export interface WriteNoteInput {
  readonly basinCode: string
  /** ISO; the day from which the note counts. */
  readonly validFrom: string
  readonly content: unknown
}

export interface ImportNoteInput {
  readonly basinCode: string
  readonly validFrom: string
  readonly text: string | null
  /** The sheet, as text. */
  readonly sheet: string
}

export type NoteOutcome =
  | { readonly kind: 'written'; readonly sequence: number }
  | { readonly kind: 'bad_sheet'; readonly problems: readonly ImportProblem[] }
  | Invalid
  | NotAllowed
  | NotFound

async function keep(actor: Actor, { basinCode, validFrom, content }: WriteNoteInput, imported: boolean): Promise<NoteOutcome> {
  const parsed = basinNoteContent.safeParse(content, { reportInput: true })
  const from = parseDay(validFrom)
  if (!parsed.success || from === null) {
    return { kind: 'invalid', fields: { ...(parsed.success ? {} : fieldErrorsOf(parsed.error)), ...(from === null ? { validFrom: validFrom === '' ? 'required' : 'not_a_day' } : {}) } }
  }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<NoteOutcome> => {
    const basinId = await basinIdOf(tx, basinCode)
    const target = { operatorId: actor.operatorId, basinId: basinId ?? undefined }
    if (basinId === null || !can(actor, 'basin.read', target)) return { kind: 'not_found' }
    if (!can(actor, 'basin.note', target)) return { kind: 'not_allowed' }
    // Two managers of one basin: the second waits, and is written after.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`basin_note:${actor.operatorId}:${basinId}`}, 0))::text`
    const [kept] = await tx.$queryRaw<[{ sequence: number }]>`
      insert into basin_note (operator_id, basin_id, sequence, valid_from, content, imported, written_by, written_at)
      values (${actor.operatorId}::uuid, ${basinId}::uuid,
              (select coalesce(max(sequence), 0) + 1 from basin_note where basin_id = ${basinId}::uuid),
              ${isoOf(from)}::date, ${JSON.stringify(parsed.data)}::jsonb, ${imported}, ${actor.accountId}::uuid, ${at}::timestamptz)
      returning sequence`
    const { occupations, sectors, trainings } = parsed.data
    await writeJournal(tx, {
      operatorId: actor.operatorId,
      actorId: actor.accountId,
      action: imported ? 'basin_note.imported' : 'basin_note.written',
      detail: { basin: basinCode, sequence: kept.sequence, validFrom: isoOf(from), occupations: occupations.length, sectors: sectors.length, trainings: trainings.length },
      at,
    })
    return { kind: 'written', sequence: kept.sequence }
  })
}

/** Keeps a new note of a basin; earlier ones stay. Refuses a note that says nothing. */
export function writeBasinNote(actor: Actor, input: WriteNoteInput): Promise<NoteOutcome> {
  return keep(actor, input, false)
}

/** The same from a sheet: every line is good, or nothing is kept and each fault is told. */
export function importBasinNote(actor: Actor, { basinCode, validFrom, text, sheet }: ImportNoteInput): Promise<NoteOutcome> {
  const read = readNoteSheet(sheet)
  if (!read.ok) return Promise.resolve({ kind: 'bad_sheet', problems: read.problems })
  return keep(actor, { basinCode, validFrom, content: { text, ...read.entries } }, true)
}
