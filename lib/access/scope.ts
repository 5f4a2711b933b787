// The same rights as `can`, said to the database: the where of every list of files. A test holds both to each other.
import { Prisma } from '../database/generated/client.ts'
import { accountsFollowed, type Actor } from './actor.ts'
import { reachOf, type Action } from './can.ts'

/** Actions whose reach is over files. */
export type FileAction = Extract<Action, `file.${string}` | 'caseload.read' | 'worklist.read' | 'placement.read' | 'agenda.read' | 'employer.read' | 'export.make' | 'basin.read' | 'team.read' | 'texts.impact' | 'steering.read' | 'money.read'>

/**
 * Whether a column holds an account whose files are the actor's own today. An equality where they stand in for nobody,
 * which keeps the order of the indexes on it.
 */
export function isFollowed(actor: Actor, column: Prisma.Sql): Prisma.Sql {
  return actor.standsInFor.length === 0 ? Prisma.sql`${column} = ${actor.accountId}::uuid` : Prisma.sql`${column} = any(${[...accountsFollowed(actor)]}::uuid[])`
}

/**
 * The files an actor may do something to, as an SQL condition over a table that has operator_id, basin_id, counsellor_id
 * and referent_id (case_file, deadline, case_measure).
 * @param alias the table's alias in the query, written in our code: it is not escaped
 */
export function scopeCondition(actor: Actor, alias: 'c' | 'd' | 'm', action: FileAction = 'file.read'): Prisma.Sql {
  if (actor.operatorId === null) return Prisma.sql`false`
  const of = (column: string) => Prisma.raw(`${alias}.${column}`)
  const operator = Prisma.sql`${of('operator_id')} = ${actor.operatorId}::uuid`
  switch (reachOf(actor, action)) {
    case 'own':
      return Prisma.sql`(${operator} and (${isFollowed(actor, of('counsellor_id'))} or ${isFollowed(actor, of('referent_id'))}))`
    case 'basins':
      return Prisma.sql`(${operator} and ${of('basin_id')} = any(${[...actor.basinIds]}::uuid[]))`
    case 'operator':
      return Prisma.sql`(${operator})`
    default:
      return Prisma.sql`false`
  }
}
