import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { Asked } from './asked.ts'
import { nearestOf } from './nearness.ts'
import type { FoundEmployer } from './views.ts'

const SHOWN = 4
const MOST_BEGUN = 300
const MOST_NEAR = 200

type EmployerRow = FoundEmployer & { readonly searchName: string }

/** Employers of the files in scope, records merged away told by the one that stands for them; the busiest first. */
function employersWhere(tx: Transaction, actor: Actor, condition: Prisma.Sql): Promise<EmployerRow[]> {
  return tx.$queryRaw<EmployerRow[]>`
    select coalesce(s.id, e.id) as id, coalesce(s.name, e.name) as name, coalesce(s.siret, e.siret) as siret, e.search_name as "searchName",
           count(*)::integer as files
    from case_file c join employer e on e.id = c.employer_id left join employer s on s.id = e.merged_into
    where ${scopeCondition(actor, 'c', 'employer.read')} and ${condition}
    group by 1, 2, 3, 4
    order by 5 desc, 2, 1`
}

/**
 * Employers of the actor's files, by SIRET or SIREN, or by name; none where a birth date says that a person is sought.
 * @param few whether the actor's files are few enough for the names of all their employers to be compared
 * @param peopleFound a name mistyped is not looked for among employers once it is found among people
 */
export async function employersAsked(tx: Transaction, actor: Actor, asked: Asked, { few, peopleFound }: { readonly few: boolean; readonly peopleFound: boolean }): Promise<FoundEmployer[]> {
  if (!can(actor, 'employer.read') || asked.born !== null) return []
  const shown = (rows: readonly EmployerRow[]) => rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at).slice(0, SHOWN).map(({ searchName: _, ...employer }) => employer)
  if (asked.siret !== null) {
    return shown(await employersWhere(tx, actor, Prisma.sql`e.siret between ${asked.siret.padEnd(14, '0')} and ${asked.siret.padEnd(14, '9')}`))
  }
  if (!asked.words.some((word) => word.length >= 2)) return []
  const nearest = (rows: readonly EmployerRow[]) => shown(nearestOf(rows, asked.words, ({ searchName }) => searchName))
  if (few) return nearest(await employersWhere(tx, actor, Prisma.sql`true`))
  const words = asked.words.toSorted((a, b) => b.length - a.length)
  const begun = nearest(await employersWhere(tx, actor, Prisma.sql`c.employer_id in (select employers_begun(${words}::text[], ${MOST_BEGUN}))`))
  if (begun.length > 0 || peopleFound || !asked.words.some((word) => word.length >= 4)) return begun
  return nearest(await employersWhere(tx, actor, Prisma.sql`c.employer_id in (select employers_near(${words}::text[], ${MOST_NEAR}))`))
}
