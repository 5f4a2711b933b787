import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { failureOf } from '../../database/failures.ts'
import { writeJournal } from '../../database/journal.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { optionalEmail, requiredShortText, shortText } from '../content/text.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { isUuid } from '../write-path.ts'

const line = (limit: number) =>
  z.string().trim().max(limit, 'too_long').regex(KEPT_LINE, 'not_text').transform((text) => (text === '' ? null : text)).nullable().default(null)

const employerSchema = z.strictObject({
  name: requiredShortText,
  siret: line(20).transform((text) => text?.replace(/\s/gu, '') ?? null).refine((text) => text === null || /^\d{14}$/u.test(text), 'not_a_siret'),
  size: z.number().int('wrong_format').min(0, 'too_small').max(2_000_000, 'too_large').nullable().default(null),
})
export type EmployerInput = z.input<typeof employerSchema>

const contactSchema = z.strictObject({
  name: requiredShortText,
  role: shortText,
  phone: line(40),
  email: optionalEmail,
})
export type EmployerContactInput = z.input<typeof contactSchema>

export type EmployerOutcome = { readonly kind: 'kept'; readonly name: string } | Invalid | NotFound | NotAllowed

interface HeldEmployer {
  readonly id: string
  readonly operatorId: string
  readonly name: string
  readonly siret: string | null
  readonly size: number | null
}

/** The employer held for writing, where the actor may record on a file of it; otherwise what to answer. */
async function held(tx: Transaction, actor: Actor, id: string): Promise<HeldEmployer | NotFound | NotAllowed> {
  if (!isUuid(id)) return { kind: 'not_found' }
  const [employer] = await tx.$queryRaw<(HeldEmployer & { readable: boolean; writable: boolean })[]>`
    select e.id, e.operator_id as "operatorId", e.name, e.siret, e.size,
           exists (select from case_file c where c.employer_id = e.id and ${scopeCondition(actor, 'c', 'employer.read')}) as readable,
           exists (select from case_file c where c.employer_id = e.id and ${scopeCondition(actor, 'c', 'file.record')}) as writable
    from employer e where e.id = ${id}::uuid and e.merged_into is null for update of e`
  if (employer === undefined || !employer.readable) return { kind: 'not_found' }
  return employer.writable ? employer : { kind: 'not_allowed' }
}

/** Name, SIRET and size of an employer. A SIRET that another record has is refused: the two are to be merged. */
export async function changeEmployer(actor: Actor, id: string, input: EmployerInput): Promise<EmployerOutcome> {
  const parsed = employerSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const at = await moment(actor.timeZone)
  try {
    return await inActorTransaction(actor, async (tx): Promise<EmployerOutcome> => {
      const employer = await held(tx, actor, id)
      if ('kind' in employer) return employer
      const { name: newName, siret, size } = parsed.data
      await tx.$executeRaw`update employer set name = ${newName}, siret = ${siret}, size = ${size} where id = ${employer.id}::uuid`
      await writeJournal(tx, {
        operatorId: employer.operatorId,
        actorId: actor.accountId,
        action: 'employer.changed',
        at,
        detail: { employer: employer.id, before: { name: employer.name, siret: employer.siret, size: employer.size }, after: { name: newName, siret, size } },
      })
      return { kind: 'kept', name: newName }
    })
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.kind === 'exists') return { kind: 'invalid', fields: { siret: 'siret_taken' } }
    throw error
  }
}

/** Someone to speak to at an employer. */
export async function addEmployerContact(actor: Actor, id: string, input: EmployerContactInput): Promise<EmployerOutcome> {
  const parsed = contactSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const contact = parsed.data
  if (contact.phone === null && contact.email === null) return { kind: 'invalid', fields: { phone: 'required' } }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<EmployerOutcome> => {
    const employer = await held(tx, actor, id)
    if ('kind' in employer) return employer
    // A form sent twice: the employer's line is held, the second finds what the first added.
    const [same] = await tx.$queryRaw<{ id: string }[]>`
      select id from employer_contact
      where employer_id = ${employer.id}::uuid and withdrawn_at is null and name = ${contact.name} and role is not distinct from ${contact.role}
        and phone is not distinct from ${contact.phone} and email is not distinct from ${contact.email} limit 1`
    if (same !== undefined) return { kind: 'kept', name: contact.name }
    await tx.$executeRaw`
      insert into employer_contact (operator_id, employer_id, name, role, phone, email, added_by, added_at)
      values (${employer.operatorId}::uuid, ${employer.id}::uuid, ${contact.name}, ${contact.role}, ${contact.phone}, ${contact.email},
              ${actor.accountId}::uuid, ${at}::timestamptz)`
    await writeJournal(tx, { operatorId: employer.operatorId, actorId: actor.accountId, action: 'employer.contact_added', at, detail: { employer: employer.id, contact: contact.name } })
    return { kind: 'kept', name: contact.name }
  })
}

/** Takes someone out of those to speak to; the line stays, withdrawn. */
export async function withdrawEmployerContact(actor: Actor, id: string, contactId: string): Promise<EmployerOutcome> {
  if (!isUuid(contactId)) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<EmployerOutcome> => {
    const employer = await held(tx, actor, id)
    if ('kind' in employer) return employer
    const [gone] = await tx.$queryRaw<{ name: string }[]>`
      update employer_contact set withdrawn_by = ${actor.accountId}::uuid, withdrawn_at = ${at}::timestamptz
      where id = ${contactId}::uuid and employer_id = ${employer.id}::uuid and withdrawn_at is null returning name`
    if (gone === undefined) return { kind: 'not_found' }
    await writeJournal(tx, { operatorId: employer.operatorId, actorId: actor.accountId, action: 'employer.contact_withdrawn', at, detail: { employer: employer.id, contact: gone.name } })
    return { kind: 'kept', name: gone.name }
  })
}

/**
 * Says that two records are one employer: the files and people to speak to of `other` go to `id`, which takes its SIRET where
 * it had none. For whoever manages the basins: every file of the operator's employer follows, seen or not, since they are of
 * one employer whoever reads them.
 */
export async function mergeEmployers(actor: Actor, id: string, other: string): Promise<EmployerOutcome> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  if (!isUuid(id) || !isUuid(other) || other.toLowerCase() === id.toLowerCase()) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<EmployerOutcome> => {
    // Both lines in one order: two people merging them the other way round wait for each other, and one finds it done.
    await tx.$queryRaw`select from employer where id in (${id}::uuid, ${other}::uuid) order by id for update`
    const kept = await held(tx, actor, id)
    if ('kind' in kept) return kept
    const [gone] = await tx.$queryRaw<HeldEmployer[]>`
      select id, operator_id as "operatorId", name, siret, size from employer where id = ${other}::uuid and merged_into is null`
    if (gone === undefined) return { kind: 'not_found' }
    if (kept.siret !== null && gone.siret !== null && kept.siret !== gone.siret) return { kind: 'invalid', fields: { siret: 'siret_differs' } }
    await tx.$executeRaw`update employer set merged_into = ${kept.id}::uuid where id = ${gone.id}::uuid or merged_into = ${gone.id}::uuid`
    await tx.$executeRaw`update employer set siret = coalesce(siret, ${gone.siret}), size = coalesce(size, ${gone.size}) where id = ${kept.id}::uuid`
    const files = await tx.$executeRaw`update case_file set employer_id = ${kept.id}::uuid where employer_id = ${gone.id}::uuid`
    await tx.$executeRaw`
      insert into employer_contact (operator_id, employer_id, name, role, phone, email, added_by, added_at)
      select operator_id, ${kept.id}::uuid, name, role, phone, email, added_by, added_at
      from employer_contact where employer_id = ${gone.id}::uuid and withdrawn_at is null`
    await writeJournal(tx, { operatorId: kept.operatorId, actorId: actor.accountId, action: 'employer.merged', at, detail: { employer: kept.id, merged: gone.id, name: gone.name, files } })
    return { kind: 'kept', name: kept.name }
  })
}
