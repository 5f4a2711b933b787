import { isoOf, partsOf, type Day } from '../../accord/calendar/day.ts'
import type { Alert, CaseFile, Refusal } from '../../accord/file/case-file.ts'
import { frameSchema, type Frame } from '../../accord/file/frame.ts'
import { admit, derive, type FileRecord, type Settings, type Texts } from '../../accord/index.ts'
import { addedTitles } from '../../accord/texts/added.ts'
import type { BothLanguages } from '../../accord/texts/agreement.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { readFactInput } from '../fact-input.ts'
import { fieldErrorsOf, type FieldErrors } from '../field-errors.ts'
import { appendFact, frameLineOf, lineOf, saveProjection, settingsOf, tellChange, type FileRow, type NewFact } from '../locked-file.ts'
import { openFileSchema, type OpenFileInput, type OpenFileRequest } from '../opening-input.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'
import { candidatesIn } from '../owners.ts'
import { employerOf } from '../employers/employer-of-opening.ts'
import { duplicatesIn, type ProbableDuplicate } from '../queries/duplicates.ts'
import { holdTexts, textsInForce } from '../texts/in-force.ts'

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly reference: string; readonly alerts: readonly Alert[] }
  | { readonly kind: 'probable_duplicate'; readonly files: readonly ProbableDuplicate[] }
  /** The company is outside the CSP: redeployment leave applies (R-100). The alert says so, in the words of the law. */
  | { readonly kind: 'outside'; readonly alert: Alert }
  /** The law refuses one of the first facts; `factIndex` is its place in the input. */
  | { readonly kind: 'not_admitted'; readonly refusal: Refusal }
  | Invalid
  | NotAllowed

type OpeningLine = Omit<NewFact, 'supersedes' | 'reason' | 'submissionId'>

interface ReadOpening {
  readonly frame: Frame
  readonly facts: readonly { readonly line: OpeningLine; readonly fact: FileRecord['facts'][number] }[]
}

function readOpening(request: OpenFileRequest, today: Day): ReadOpening | Invalid {
  const fields: Record<string, FieldErrors[string]> = {}
  const { frame: asked, person } = request
  if (person.birthDate > today || partsOf(person.birthDate).year < partsOf(today).year - 100) fields['person.birthDate'] = 'birth_date_not_plausible'
  if (asked.engagedOn > today) fields['frame.engagedOn'] = 'in_the_future'
  if (asked.hiredOn !== null && asked.hiredOn > today) fields['frame.hiredOn'] = 'in_the_future'
  const facts = request.facts.flatMap((input, index) => {
    const read = readFactInput(input, today)
    if (read.ok) return [{ fact: read.fact, line: { ...lineOf(read.fact), content: read.content } }]
    for (const [path, code] of Object.entries(read.fields)) fields[`facts.${index}.${path}`] = code
    return []
  })
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  return { frame: { ...asked, birthDate: person.birthDate }, facts }
}

/**
 * The person of a file: made, or the one chosen among the probable duplicates. Choosing gives their contact details to
 * whoever opens the file: it must be someone of that name and birth date, with a file that the actor may read.
 */
async function personOf(tx: Transaction, actor: Actor, operatorId: string, person: OpenFileRequest['person']): Promise<string | null> {
  if (person.id !== null) {
    const known = await duplicatesIn(tx, actor, person)
    return known.some((file) => file.kind === 'visible' && file.personId === person.id) ? person.id : null
  }
  const [made] = await tx.$queryRaw<[{ id: string }]>`
    insert into person (operator_id, first_name, last_name, birth_date, email, phone, sex, qualification, sector, commune)
    values (${operatorId}::uuid, ${person.firstName}, ${person.lastName}, ${isoOf(person.birthDate)}::date, ${person.email}, ${person.phone},
            ${person.sex}, ${person.qualification}, ${person.sector}, ${person.commune})
    returning id`
  return made.id
}

type Admitted =
  | { readonly kind: 'admitted'; readonly record: FileRecord; readonly file: CaseFile }
  | { readonly kind: 'outside'; readonly alert: Alert }
  | { readonly kind: 'not_admitted'; readonly refusal: Refusal }

/**
 * The record the opening makes, or the first thing the law refuses in it. A file that runs is only warned
 * of a company outside the CSP (R-100): one that is not open yet is refused.
 */
function admitted(opening: ReadOpening, texts: Texts, settings: Settings, today: Day): Admitted {
  let record: FileRecord = { frame: opening.frame, facts: [] }
  let file = derive(record, texts, settings, today)
  const alert = file.alerts.find((candidate) => candidate.rule === 'R-100')
  if (alert !== undefined) return { kind: 'outside', alert }
  for (const [index, { fact }] of opening.facts.entries()) {
    const admission = admit(record, fact, texts, settings, today)
    if (!admission.admitted) return { kind: 'not_admitted', refusal: { ...admission.refusal, factIndex: index } }
    record = { ...record, facts: [...record.facts, fact] }
    file = admission.after
  }
  return { kind: 'admitted', record, file }
}

interface Place {
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

async function placeOf(tx: Transaction, actor: Actor, operatorId: string, request: OpenFileRequest): Promise<Place | Invalid | NotAllowed> {
  const [basin] = await tx.$queryRaw<{ id: string }[]>`
    select b.id from basin b join operator_basin ob on ob.basin_id = b.id and ob.operator_id = ${operatorId}::uuid where b.code = ${request.basinCode}`
  if (basin === undefined || !can(actor, 'file.open', { operatorId, basinId: basin.id })) return { kind: 'invalid', fields: { basinCode: 'not_an_option' } }
  const counsellorId = request.counsellorId ?? (actor.role === 'counsellor' ? actor.accountId : null)
  if (counsellorId === null) return { kind: 'invalid', fields: { counsellorId: 'required' } }
  const candidates = await candidatesIn(tx, basin.id)
  const works = (id: string) => candidates.some((candidate) => candidate.id === id)
  if (!works(counsellorId)) return { kind: 'invalid', fields: { counsellorId: 'not_in_basin' } }
  if (request.referentId !== null && !works(request.referentId)) return { kind: 'invalid', fields: { referentId: 'not_in_basin' } }
  return { basinId: basin.id, counsellorId, referentId: request.referentId }
}

/**
 * Opens a file: finds or makes the person and the employer, keeps the frame as the first fact, then the
 * facts that come with it, each admitted by the law.
 *
 * A company outside the CSP is refused (R-100). A file of someone of the same name born the same day is
 * shown first, unless the input says that it is another procedure. The form sent twice opens one file.
 */
export async function openFile(actor: Actor, input: OpenFileInput): Promise<OpenOutcome> {
  const { operatorId } = actor
  if (operatorId === null || !can(actor, 'file.open')) return { kind: 'not_allowed' }
  const parsed = openFileSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const request = parsed.data
  const today = await civilDay(actor.timeZone)
  const at = await moment(actor.timeZone)
  const opening = readOpening(request, today)
  if ('kind' in opening) return opening

  return inActorTransaction(actor, async (tx): Promise<OpenOutcome> => {
    await holdTexts(tx)
    // Two sendings of one form wait for each other here; the second finds what the first opened.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`opening:${operatorId}:${request.submissionId}`}, 0))`
    const [same] = await tx.$queryRaw<{ reference: string }[]>`
      select c.reference from fact f join case_file c on c.id = f.case_id
      where f.submission_id = ${request.submissionId}::uuid and f.recorded_by = ${actor.accountId}::uuid and f.sequence = 1`
    if (same !== undefined) return { kind: 'opened', reference: same.reference, alerts: [] }

    const place = await placeOf(tx, actor, operatorId, request)
    if ('kind' in place) return place
    const result = admitted(opening, await textsInForce(tx), await settingsOf(tx, operatorId), today)
    if (result.kind !== 'admitted') return result
    if (!request.confirmed) {
      // Two colleagues opening a file for the same person at once: the second is shown the first's.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`born:${operatorId}:${isoOf(request.person.birthDate)}`}, 0))`
      const files = await duplicatesIn(tx, actor, request.person)
      if (files.length > 0) return { kind: 'probable_duplicate', files }
    }

    const personId = await personOf(tx, actor, operatorId, request.person)
    if (personId === null) return { kind: 'invalid', fields: { 'person.id': 'unknown_person' } }
    const employerId = await employerOf(tx, operatorId, request.employer, request.frame)
    const [made] = await tx.$queryRaw<[FileRow]>`
      insert into case_file (operator_id, reference, person_id, employer_id, basin_id, counsellor_id, referent_id, opened_at, stage)
      values (${operatorId}::uuid, next_case_reference(${partsOf(today).year}::integer), ${personId}::uuid, ${employerId}::uuid,
              ${place.basinId}::uuid, ${place.counsellorId}::uuid, ${place.referentId}::uuid, ${at}::timestamptz, ${result.file.stage})
      returning id, operator_id as "operatorId", reference, version, stage, basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"`

    const by = { accountId: actor.accountId, at }
    const kept = { supersedes: null, reason: null }
    const frameId = await appendFact(tx, made, 1, { ...frameLineOf(opening.frame), content: null, ...kept, submissionId: request.submissionId }, by)
    const factIds: string[] = []
    for (const [index, { line }] of opening.facts.entries()) {
      factIds.push(await appendFact(tx, made, index + 2, { ...line, ...kept, submissionId: null }, by))
    }
    await tx.$executeRaw`
      insert into assignment (operator_id, case_id, counsellor_id, referent_id, assigned_by, assigned_at)
      values (${operatorId}::uuid, ${made.id}::uuid, ${place.counsellorId}::uuid, ${place.referentId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz)`
    await saveProjection(tx, made, result.record, result.file, 1)
    const told = { accountId: actor.accountId, at, version: 1 }
    await tellChange(tx, made, { ...told, action: 'file.opened', factId: frameId, detail: { stage: result.file.stage, confirmed: request.confirmed } })
    for (const [index, { line }] of opening.facts.entries()) {
      await tellChange(tx, made, { ...told, action: 'fact.recorded', factId: factIds[index]!, detail: { kind: line.kind, on: isoOf(line.onDay) } })
    }
    return { kind: 'opened', reference: made.reference, alerts: result.file.alerts }
  })
}

/** What an opening would give, as far as it can be said from what was typed so far. */
export type OpeningPreview =
  | { readonly kind: 'incomplete'; readonly fields: FieldErrors }
  | {
      readonly kind: 'preview'
      readonly file: CaseFile
      /** R-100: the opening would be refused. */
      readonly outside: Alert | null
      /** The first fact that would be refused; `factIndex` is its place among those that read. */
      readonly refusal: Refusal | null
      /** The codes a person may choose from, where the texts leave a hole (X-02); empty elsewhere. */
      readonly textChoices: readonly string[]
      /** Names of the texts that administrators added, by code. */
      readonly titles: Readonly<Record<string, BothLanguages>>
    }

export interface OpeningDraft {
  readonly frame: Readonly<Record<string, unknown>>
  readonly facts: readonly { readonly kind: string; readonly terms: Readonly<Record<string, unknown>> }[]
}

/**
 * What the frame and the facts typed so far give: the governing text and why, the dates, the alerts, the
 * refusal. Pure; facts that do not read yet are left out.
 */
export function previewOpening(draft: OpeningDraft, texts: Texts, settings: Settings, today: Day): OpeningPreview {
  const frame = frameSchema.safeParse(draft.frame)
  if (!frame.success) return { kind: 'incomplete', fields: fieldErrorsOf(frame.error, 'frame') }
  const facts = draft.facts.flatMap((input) => {
    const read = readFactInput(input, today)
    return read.ok ? [{ fact: read.fact, line: { ...lineOf(read.fact), content: null } }] : []
  })
  const alone = derive({ frame: { ...frame.data, chosenRegime: null }, facts: [] }, texts, settings, today)
  const result = admitted({ frame: frame.data, facts }, texts, settings, today)
  return {
    kind: 'preview',
    file: result.kind === 'admitted' ? result.file : derive({ frame: frame.data, facts: [] }, texts, settings, today),
    outside: result.kind === 'outside' ? result.alert : null,
    refusal: result.kind === 'not_admitted' ? result.refusal : null,
    textChoices: alone.regime.code === null ? texts.agreements.map(({ code }) => code) : [],
    titles: addedTitles(texts),
  }
}
