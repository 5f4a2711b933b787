import type { Transaction } from '../../database/client.ts'
import type { OpenFileRequest } from '../opening-input.ts'

/**
 * The employer of a file that opens, found again among those known: the record of that SIRET; where no SIRET is given, the one
 * record of that very name; where one is given, the one record of that name that had none, which takes it. Made when there is
 * none, or when several could be meant: a person merges them, a program does not guess.
 * @returns its id; `null` for the experimental publics, who lose no employer
 */
export async function employerOf(
  tx: Transaction,
  operatorId: string,
  employer: OpenFileRequest['employer'],
  frame: Pick<OpenFileRequest['frame'], 'companySize' | 'insolvency'>,
): Promise<string | null> {
  if (employer === null) return null
  const { name, siret, kind } = employer
  // Two files of one dismissal opened at once: the second waits here and finds what the first made.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('employer:' || ${operatorId} || ':' || search_form(${name}), 0))`
  // The same establishment under two names likewise; always after the name, so that nobody waits in a ring.
  if (siret !== null) await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('siret:' || ${operatorId} || ':' || ${siret}, 0))`
  // Held: a record merged away meanwhile is looked at again, and left out.
  const known = await tx.$queryRaw<{ id: string; siret: string | null }[]>`
    select id, siret from employer
    where merged_into is null and (siret = ${siret} or search_name = search_form(${name})) order by id limit 50 for share`
  const same = known.find((one) => siret !== null && one.siret === siret)
  if (same !== undefined) return same.id
  const namesakes = siret === null ? known : known.filter((one) => one.siret === null)
  const [only] = namesakes
  if (only !== undefined && namesakes.length === 1) {
    if (siret !== null) await tx.$executeRaw`update employer set siret = ${siret} where id = ${only.id}::uuid`
    return only.id
  }
  const [made] = await tx.$queryRaw<[{ id: string }]>`
    insert into employer (operator_id, name, siret, size, insolvency, kind)
    values (${operatorId}::uuid, ${name}, ${siret}, ${frame.companySize}, ${frame.insolvency ?? false}, ${kind})
    returning id`
  return made.id
}
