import { z } from 'zod'
import type { Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { MOST_REFERENCES, parseCaseloadSearch } from '../caseload-params.ts'
import { caseloadWhere } from '../caseload-where.ts'
import type { FileRow } from '../locked-file.ts'
import { countFiles } from '../queries/caseload.ts'
import { isReference } from '../reference.ts'

/** Files that one action takes at once: what can be read over before it is confirmed, and done while one waits. */
export const MOST_AT_ONCE = 500

export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('files'), references: z.array(z.string().refine(isReference)).min(1, 'required').max(MOST_REFERENCES, 'too_long') }),
  z.strictObject({ kind: z.literal('filter'), search: z.string().max(4000), expected: z.number().int().min(0) }),
])

export interface SelectedFile extends FileRow {
  readonly personName: string
  readonly closed: boolean
}

export type Selected =
  | { readonly kind: 'selected'; readonly files: readonly SelectedFile[] }
  /** The filter lists another number of files than the one that was shown: to be confirmed again. */
  | { readonly kind: 'changed'; readonly now: number }
  | { readonly kind: 'too_many'; readonly now: number; readonly most: number }
  | { readonly kind: 'nothing' }

/**
 * The files of a selection, in the order of their terms, as far as the actor sees them: a filter is evaluated here, now and
 * in their scope, whatever the screen showed. A reference that is not theirs is left out, like one that does not exist.
 */
export async function selectedFiles(tx: Transaction, actor: Actor, selection: z.output<typeof selectionSchema>, today: Day): Promise<Selected> {
  const condition = selection.kind === 'files'
    ? Prisma.sql`c.reference = any(${selection.references}::text[])`
    : caseloadWhere(parseCaseloadSearch(selection.search), today)
  if (selection.kind === 'filter') {
    const now = await countFiles(tx, actor, condition)
    if (now !== selection.expected) return { kind: 'changed', now }
    if (now > MOST_AT_ONCE) return { kind: 'too_many', now, most: MOST_AT_ONCE }
  }
  const files = await tx.$queryRaw<SelectedFile[]>`
    select c.id, c.operator_id as "operatorId", c.reference, c.version, c.stage, c.closed, c.basin_id as "basinId",
           c.counsellor_id as "counsellorId", c.referent_id as "referentId", p.first_name || ' ' || p.last_name as "personName"
    from case_file c join person p on p.id = c.person_id
    where ${scopeCondition(actor, 'c', 'caseload.read')} and ${condition}
    order by c.csp_term nulls last, c.id limit ${MOST_AT_ONCE}`
  return files.length === 0 ? { kind: 'nothing' } : { kind: 'selected', files }
}
