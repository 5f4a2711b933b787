import type { Actor } from '../access/actor.ts'
import { scopeCondition } from '../access/scope.ts'
import { every, ON_THE_LINE, placeSql, valueSql } from '../cases/indicator-where.ts'
import { Prisma } from '../database/generated/client.ts'
import { PERSON_DIMENSIONS, type PersonDimension, type Slice } from '../indicators/slices.ts'

const PERSON = Prisma.sql`join case_file c on c.id = m.case_id join person p on p.id = c.person_id`

/** Dimensions that a slice fixes. */
export function dimensionsOf({ where }: Slice): readonly PersonDimension[] {
  return PERSON_DIMENSIONS.filter((dimension) => where[dimension] !== undefined)
}

/** The table of measures, with the person where a dimension is hers. */
export function measuresFrom(dimensions: readonly PersonDimension[]): Prisma.Sql {
  const person = dimensions.some((dimension) => !ON_THE_LINE.has(dimension))
  return Prisma.sql`case_measure m ${person ? PERSON : Prisma.empty}`
}

/** Files of a slice that the actor may steer by. */
export function sliceSql(actor: Actor, slice: Slice): Prisma.Sql {
  const there = placeSql(slice.place, Prisma.sql`m.basin_id`)
  return every([
    scopeCondition(actor, 'm', 'steering.read'),
    ...(there === null ? [] : [there]),
    ...(slice.counsellor === null ? [] : [Prisma.sql`m.counsellor_id = ${slice.counsellor}::uuid`]),
    ...dimensionsOf(slice).map((dimension) => valueSql(dimension, slice.where[dimension]!)),
  ])
}
