import { addDays, day, isoOf, toPlainDate, type Day } from '../../accord/calendar/day.ts'
import { derive } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { awayToday } from '../handover/absence-queries.ts'
import { transfersOfFile } from '../handover/transfer-queries.ts'
import { settingsOf } from '../locked-file.ts'
import { readsNote, withoutNote } from '../note-readers.ts'
import type { StoredKind } from '../outcomes.ts'
import { isReference } from '../reference.ts'
import { factOf, isFactKind, readRecord, type ReadRecord } from '../stored-fact.ts'
import { textsInForce } from '../texts/in-force.ts'
import type { EmployerView, FactView, FileView, PersonView } from '../views/file.ts'

interface HeadRow {
  readonly id: string
  readonly operatorId: string
  readonly reference: string
  readonly version: number
  readonly openedAt: Date
  readonly personId: string
  readonly employerId: string | null
  readonly basinId: string
  readonly basinCode: string
  readonly basinName: string
  readonly counsellorId: string
  readonly counsellorName: string
  readonly referentId: string | null
  readonly referentName: string | null
}

export interface FactLine {
  readonly id: string
  readonly sequence: number
  readonly kind: StoredKind
  readonly onDay: string
  readonly untilDay: string | null
  readonly terms: Readonly<Record<string, unknown>>
  readonly supersedes: string | null
  readonly reason: string | null
  readonly recordedBy: string
  readonly recordedById: string
  readonly recordedAt: Date
  readonly content: Readonly<Record<string, unknown>> | null
  /** Where a copy comes from, and when it was recorded there; absent where it is none. */
  readonly originOperator?: string | null
  readonly originAt?: Date | null
}

/** First moment of the day after `on` in a time zone: what was recorded before it was known that day. */
export function endOfDay(on: Day, timeZone: string): Date {
  const midnight = toPlainDate(addDays(on, 1)).toZonedDateTime({ timeZone })
  return new Date(midnight.epochMilliseconds)
}

async function headOf(tx: Transaction, reference: string): Promise<HeadRow | null> {
  if (!isReference(reference)) return null
  const rows = await tx.$queryRaw<HeadRow[]>`
    select c.id, c.operator_id as "operatorId", c.reference, c.version, c.opened_at as "openedAt", c.person_id as "personId",
           c.employer_id as "employerId", c.basin_id as "basinId", b.code as "basinCode", b.name as "basinName",
           c.counsellor_id as "counsellorId", k.display_name as "counsellorName", c.referent_id as "referentId", r.display_name as "referentName"
    from case_file c
    join basin b on b.id = c.basin_id
    join account k on k.id = c.counsellor_id
    left join account r on r.id = c.referent_id
    where c.reference = ${reference}`
  return rows[0] ?? null
}

export async function factLines(tx: Transaction, caseId: string): Promise<FactLine[]> {
  return tx.$queryRaw<FactLine[]>`
    select f.id, f.sequence, f.kind, f.on_day::text as "onDay", f.until_day::text as "untilDay", f.terms, f.supersedes, f.reason,
           k.display_name as "recordedBy", f.recorded_by as "recordedById", f.recorded_at as "recordedAt", fc.content, g.from_operator as "originOperator", g.recorded_at as "originAt"
    from fact f join account k on k.id = f.recorded_by left join fact_content fc on fc.fact_id = f.id left join fact_origin g on g.fact_id = f.id
    where f.case_id = ${caseId}::uuid order by f.sequence`
}

/** The line as this actor may read it: a note kept to fewer never leaves the server for the others. */
function readableBy(actor: Actor, head: HeadRow, line: FactLine, lines: readonly FactLine[]): FactLine {
  return line.content === null || readsNote(actor, head, line, lines) ? line : { ...line, content: withoutNote(line.content) }
}

function factView(line: FactLine, lines: readonly FactLine[], read: ReadRecord): FactView {
  const { kind, terms } = line
  const index = read.factIds.indexOf(line.id)
  return {
    id: line.id,
    sequence: line.sequence,
    kind,
    on: day(line.onDay),
    until: line.untilDay === null ? null : day(line.untilDay),
    fact: isFactKind(kind) ? factOf({ kind, terms }) : null,
    terms,
    content: line.content,
    recordedBy: line.recordedBy,
    recordedAt: line.recordedAt,
    supersedes: line.supersedes,
    supersededBy: lines.find((other) => other.supersedes === line.id)?.id ?? null,
    reason: line.reason,
    origin: line.originOperator == null || line.originAt == null ? null : { operator: line.originOperator, recordedAt: line.originAt },
    factIndex: index === -1 ? null : index,
  }
}

async function personOf(tx: Transaction, id: string): Promise<PersonView> {
  const [row] = await tx.$queryRaw<(Omit<PersonView, 'birthDate'> & { birthDate: string })[]>`
    select id, first_name as "firstName", last_name as "lastName", birth_date::text as "birthDate", email, phone, sex, qualification, sector, commune
    from person where id = ${id}::uuid`
  return { ...row!, birthDate: day(row!.birthDate) }
}

async function employerOf(tx: Transaction, id: string | null): Promise<EmployerView | null> {
  if (id === null) return null
  const [row] = await tx.$queryRaw<EmployerView[]>`select id, name, siret, size, insolvency, kind from employer where id = ${id}::uuid`
  return row ?? null
}

/** Journals that a file was read, once per person, file and day: a person's file is not read unseen. */
export async function tellRead(tx: Transaction, head: Pick<HeadRow, 'id' | 'operatorId'>, actor: Actor, today: Day, at: Date): Promise<void> {
  const [seen] = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from journal_entry e join journal_detail d on d.entry_id = e.id
    where e.chain = ${`case:${head.id}`} and e.action = 'file.read' and e.actor_id = ${actor.accountId}::uuid and d.detail->>'day' = ${isoOf(today)}
    limit 1`
  if (seen !== undefined) return
  await writeJournal(tx, {
    operatorId: head.operatorId,
    caseId: head.id,
    actorId: actor.accountId,
    action: 'file.read',
    detail: { day: isoOf(today) },
    at,
  })
}

export interface FileViewOptions {
  /** Shows the file as it was known at the end of that day; a day from today on is today. */
  readonly knownOn?: Day | null
}

/**
 * A file, derived from its facts, with all that was ever recorded in it. `null` when there is none of
 * that reference, or it is not the actor's to see, or it was not yet opened on the asked day.
 */
export async function fileView(actor: Actor, reference: string, options: FileViewOptions = {}): Promise<FileView | null> {
  const today = await turnTheDay(actor)
  const at = await moment(actor.timeZone)
  const knownOn = options.knownOn !== undefined && options.knownOn !== null && options.knownOn < today ? options.knownOn : null
  const asOf = knownOn ?? today
  return inActorTransaction(actor, async (tx) => {
    const head = await headOf(tx, reference)
    if (head === null || !can(actor, 'file.read', head)) return null
    const until = knownOn === null ? null : endOfDay(knownOn, actor.timeZone)
    const lines = (await factLines(tx, head.id)).filter((line) => until === null || line.recordedAt < until)
    if (lines.length === 0) return null
    const read = readRecord(
      lines.map((line) => ({ ...line, onDay: day(line.onDay), untilDay: line.untilDay === null ? null : day(line.untilDay) })),
    )
    const settings = await settingsOf(tx, head.operatorId)
    const texts = await textsInForce(tx, until)
    await tellRead(tx, head, actor, today, at)
    const moved = await transfersOfFile(tx, head.id)
    // One that went to another operator is shown as it stood on that day: nothing happens to it here any more.
    const shownOn = moved.wentTo !== null && moved.wentTo.on < asOf ? moved.wentTo.on : asOf
    const away = await awayToday(tx, [head.counsellorId, ...(head.referentId === null ? [] : [head.referentId])], today)
    return {
      id: head.id,
      reference: head.reference,
      version: head.version,
      openedAt: head.openedAt,
      asOf,
      knownOn,
      today,
      person: await personOf(tx, head.personId),
      employer: await employerOf(tx, head.employerId),
      frame: read.record.frame,
      basin: { code: head.basinCode, name: head.basinName },
      counsellor: { id: head.counsellorId, name: head.counsellorName },
      referent: head.referentId === null ? null : { id: head.referentId, name: head.referentName ?? '' },
      away: [...away.values()].map(({ accountId, name, standIn, to }) => ({ accountId, name, standIn, until: to })),
      transfers: moved,
      file: derive(read.record, texts, settings, shownOn),
      facts: lines.map((line) => factView(readableBy(actor, head, line, lines), lines, read)).sort((a, b) => a.on - b.on || a.sequence - b.sequence),
      may: {
        record: knownOn === null && moved.wentTo === null && can(actor, 'file.record', head),
        assign: knownOn === null && moved.wentTo === null && can(actor, 'file.assign', head),
      },
      settings,
      texts,
    }
  })
}
