import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { Refusal } from '../accord/file/case-file.ts'
import { derive } from '../accord/index.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import type { Json } from '../database/journal-hash.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { assess, type Change } from './assess.ts'
import { effectOf } from './effect.ts'
import { keepFollowed } from './handover/keep-followed.ts'
import { closeHeldAppointment } from './held-appointment.ts'
import { appendFact, lockFile, readFile, saveProjection, tellChange, type LockedFile, type NewFact } from './locked-file.ts'
import type {
  ChangedMeanwhile,
  ChangeSince,
  Invalid,
  NamedFact,
  NotAdmitted,
  NotAllowed,
  NotFound,
  PreviewOutcome,
  Recorded,
  StoredKind,
  WriteOutcome,
} from './outcomes.ts'
import { nextToDo, opensAgain } from './projection.ts'
import { readRecord } from './stored-fact.ts'

/** What a form carries besides its fields: the file as it was when it was opened, and its own number. */
export interface Submission {
  readonly reference: string
  /** The version of the file on which the form was opened. */
  readonly version: number
  /** A number of the form itself: sent twice, it is recorded once. */
  readonly submissionId: string
}

/** A change made ready: what the law is asked, and the line that would be kept. */
export interface Prepared {
  readonly kind: 'prepared'
  readonly change: Change
  readonly line: Omit<NewFact, 'submissionId'>
  readonly action: string
  readonly detail: { readonly [key: string]: Json }
}

export type Prepare = (file: LockedFile, today: Day) => Prepared | Invalid | Promise<Prepared | Invalid>

/** Whether a text is a UUID; anything else is no number of a form and would break the query. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}

const MOST_VERSIONS = 1_000_000_000

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 0 && version <= MOST_VERSIONS
}

function allowed(actor: Actor, file: LockedFile | null): LockedFile | NotFound | NotAllowed {
  if (file === null || !can(actor, 'file.read', file.row)) return { kind: 'not_found' }
  // One that went to another operator is only read here: it goes on there.
  return can(actor, 'file.record', file.row) && file.row.transferred !== true ? file : { kind: 'not_allowed' }
}

function named(file: LockedFile, index: number): NamedFact {
  const fact = file.read.record.facts[index]!
  return { factId: file.read.factIds[index]!, kind: fact.kind, on: 'from' in fact ? fact.from : fact.on }
}

function notAdmitted(file: LockedFile, refused: { readonly refusal: Refusal; readonly conflictsWith: number | null }): NotAdmitted {
  return {
    kind: 'not_admitted',
    refusal: refused.refusal,
    conflictsWith: refused.conflictsWith === null ? null : named(file, refused.conflictsWith),
  }
}

/** What was done to a file after one of its versions, from its journal. */
async function changedSince(tx: Transaction, file: LockedFile, version: number): Promise<ChangedMeanwhile> {
  const since = await tx.$queryRaw<{ who: string | null; what: string; factKind: StoredKind | null; when: Date }[]>`
    select k.display_name as who, e.action as what, f.kind as "factKind", e.at as "when"
    from journal_entry e
    join journal_detail d on d.entry_id = e.id
    left join account k on k.id = e.actor_id
    left join fact f on f.id = e.fact_id
    where e.chain = ${`case:${file.row.id}`} and (d.detail->>'version')::integer > ${version}
    order by e.position`
  return {
    kind: 'changed_meanwhile',
    version: file.row.version,
    since: since.map((line): ChangeSince => ({ ...line, who: line.who ?? '' })),
  }
}

/**
 * What a form already recorded answered the first time: the file as it was just before and just after,
 * seen on today. The version is the one its journal kept.
 */
async function firstOutcome(tx: Transaction, file: LockedFile, submissionId: string, today: Day): Promise<Recorded | null> {
  const kept = file.facts.find((fact) => fact.submissionId === submissionId)
  if (kept === undefined) return null
  const [line] = await tx.$queryRaw<{ version: number }[]>`
    select (d.detail->>'version')::integer as version
    from journal_entry e join journal_detail d on d.entry_id = e.id
    where e.chain = ${`case:${file.row.id}`} and e.fact_id = ${kept.id}::uuid order by e.position limit 1`
  const state = (until: number) =>
    derive(readRecord(file.facts.filter((fact) => fact.sequence <= until)).record, file.texts, file.settings, today)
  const after = state(kept.sequence)
  return {
    kind: 'recorded',
    reference: file.row.reference,
    factId: kept.id,
    version: line?.version ?? file.row.version,
    changes: effectOf(kept.sequence === 1 ? after : state(kept.sequence - 1), after),
    nextDeadline: nextToDo(after),
  }
}

/**
 * The write path, the same for every change to a file's facts: in one transaction, the file is held,
 * its facts loaded, the actor's right checked, the change admitted by the law, the fact appended, the
 * file derived, its projections replaced, the journal and the outbox written.
 */
export async function writeChange(actor: Actor, submission: Submission, prepare: Prepare): Promise<WriteOutcome> {
  if (!isUuid(submission.submissionId)) return { kind: 'invalid', fields: { submissionId: 'wrong_format' } }
  if (!isVersion(submission.version)) return { kind: 'invalid', fields: { version: 'wrong_format' } }
  const today = await civilDay(actor.timeZone)
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<WriteOutcome> => {
    const file = allowed(actor, await lockFile(tx, submission.reference))
    if ('kind' in file) return file
    const first = await firstOutcome(tx, file, submission.submissionId, today)
    if (first !== null) return first
    if (submission.version !== file.row.version) return changedSince(tx, file, submission.version)

    const prepared = await prepare(file, today)
    if (prepared.kind === 'invalid') return prepared
    const assessed = assess(file.read.record, prepared.change, file.texts, file.settings, today)
    if (!assessed.admitted) return notAdmitted(file, assessed)

    const row = opensAgain(assessed.before.stage, assessed.after.stage) ? await keepFollowed(tx, file.row, { accountId: actor.accountId, at }) : file.row
    const version = row.version + 1
    const sequence = (file.facts.at(-1)?.sequence ?? 0) + 1
    const by = { accountId: actor.accountId, at }
    const factId = await appendFact(tx, row, sequence, { ...prepared.line, submissionId: submission.submissionId }, by)
    await saveProjection(tx, row, assessed.record, assessed.after, version)
    await closeHeldAppointment(tx, file.row, submission.submissionId, { id: factId, ...by })
    await tellChange(tx, file.row, {
      action: prepared.action,
      accountId: actor.accountId,
      factId,
      at,
      version,
      detail: {
        kind: prepared.line.kind,
        on: isoOf(prepared.line.onDay),
        stage: { before: assessed.before.stage, after: assessed.after.stage },
        ...prepared.detail,
      },
    })
    return {
      kind: 'recorded',
      reference: file.row.reference,
      factId,
      version,
      changes: effectOf(assessed.before, assessed.after),
      nextDeadline: nextToDo(assessed.after),
    }
  })
}

/** What a change would do, with nothing written: the same checks, up to the law's answer. */
export async function previewChange(actor: Actor, reference: string, prepare: Prepare): Promise<PreviewOutcome> {
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<PreviewOutcome> => {
    const file = allowed(actor, await readFile(tx, reference))
    if ('kind' in file) return file
    const prepared = await prepare(file, today)
    if (prepared.kind === 'invalid') return prepared
    const assessed = assess(file.read.record, prepared.change, file.texts, file.settings, today)
    if (!assessed.admitted) return notAdmitted(file, assessed)
    return { kind: 'admitted', version: file.row.version, changes: effectOf(assessed.before, assessed.after) }
  })
}
