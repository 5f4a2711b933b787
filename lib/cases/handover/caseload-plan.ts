import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { assignmentReason, giveFile } from '../commands/assign-file.ts'
import type { FileRow } from '../locked-file.ts'
import type { Invalid } from '../outcomes.ts'
import { share, type Colleague } from '../sharing.ts'

/** What a person is to a file that changes hands. */
export const POSTS = ['counsellor', 'referent'] as const
export type Post = (typeof POSTS)[number]

/** Whose live files go, to whom, as what, and why. */
export const sharingSchema = z.strictObject({
  /** Whose live files are given away. */
  fromId: z.uuid('not_an_option'),
  /** One colleague, or several among whom the files are shared out. */
  toIds: z.array(z.uuid('not_an_option')).min(1, 'required').max(50, 'too_long'),
  /** Files they are counsellor of, unless told otherwise. */
  posts: z.array(z.enum(POSTS, 'not_an_option')).min(1, 'required').max(2, 'too_long').default(['counsellor']),
  reason: assignmentReason,
})
export type SharingInput = z.input<typeof sharingSchema>
export type SharingRequest = Omit<z.output<typeof sharingSchema>, 'reason'>

export interface LoadChange {
  readonly id: string
  readonly name: string
  /** Live files followed, as counsellor or referent: as the posts shared out say. */
  readonly before: number
  readonly after: number
}

export interface CaseloadPlan {
  /** Files that change hands, with who takes which post. */
  readonly moves: readonly { readonly file: FileRow; readonly to: Readonly<Partial<Record<Post, string>>> }[]
  /** References of those that would stay, no chosen colleague working in their basin. */
  readonly left: readonly string[]
  readonly loads: readonly LoadChange[]
}

interface ColleagueRow extends Colleague {
  readonly name: string
}

const COLUMN: Readonly<Record<Post, Prisma.Sql>> = { counsellor: Prisma.sql`counsellor_id`, referent: Prisma.sql`referent_id` }

function followed(account: Prisma.Sql, posts: readonly Post[]): Prisma.Sql {
  const counts = posts.map((post) => Prisma.sql`(select count(*)::integer from case_file c where c.${COLUMN[post]} = ${account} and not c.closed)`)
  return Prisma.join(counts, ' + ')
}

function colleaguesOf(tx: Transaction, ids: readonly string[], posts: readonly Post[], hold: boolean): Promise<ColleagueRow[]> {
  return tx.$queryRaw<ColleagueRow[]>`
    select k.id, k.display_name as name, ${followed(Prisma.sql`k.id`, posts)} as load,
           array(select ab.basin_id::text from account_basin ab where ab.account_id = k.id) as "basinIds"
    from account k
    where k.id = any(${[...ids]}::uuid[]) and k.active and k.role in ('counsellor', 'referent', 'manager')
    order by k.display_name, k.id ${hold ? Prisma.sql`for share of k` : Prisma.empty}`
}

function filesOf(tx: Transaction, actor: Actor, fromId: string, post: Post, hold: boolean): Promise<FileRow[]> {
  return tx.$queryRaw<FileRow[]>`
    select c.id, c.operator_id as "operatorId", c.reference, c.version, c.stage, c.basin_id as "basinId",
           c.counsellor_id as "counsellorId", c.referent_id as "referentId"
    from case_file c
    where c.${COLUMN[post]} = ${fromId}::uuid and not c.closed and ${scopeCondition(actor, 'c', 'file.assign')}
    order by c.csp_term nulls last, c.id ${hold ? Prisma.sql`for update of c` : Prisma.empty}`
}

/**
 * Who would take what, and the loads it gives; with `hold`, nobody changes those files or closes those accounts until the
 * transaction ends.
 */
export async function planCaseload(tx: Transaction, actor: Actor, asked: SharingRequest, hold: boolean): Promise<CaseloadPlan | Invalid> {
  const { fromId, toIds } = asked
  const posts = POSTS.filter((post) => asked.posts.includes(post))
  const colleagues = await colleaguesOf(tx, toIds, posts, hold)
  if (colleagues.length !== new Set(toIds).size || toIds.includes(fromId)) return { kind: 'invalid', fields: { toIds: 'not_an_option' } }
  const [from] = await tx.$queryRaw<{ id: string; name: string; load: number }[]>`
    select k.id, k.display_name as name, ${followed(Prisma.sql`k.id`, posts)} as load from account k where k.id = ${fromId}::uuid`
  if (from === undefined) return { kind: 'invalid', fields: { fromId: 'not_an_option' } }

  const moves = new Map<string, { file: FileRow; to: Partial<Record<Post, string>> }>()
  const left = new Set<string>()
  let loads: ReadonlyMap<string, number> = new Map(colleagues.map(({ id, load }) => [id, load]))
  let given = 0
  for (const post of posts) {
    const files = await filesOf(tx, actor, fromId, post, hold)
    const sharing = share(files, colleagues.map((colleague) => ({ ...colleague, load: loads.get(colleague.id)! })))
    for (const file of files) {
      const taker = sharing.given.get(file.id)
      if (taker === undefined) left.add(file.reference)
      else moves.set(file.id, { file, to: { ...moves.get(file.id)?.to, [post]: taker } })
    }
    loads = sharing.loads
    given += sharing.given.size
  }
  return {
    moves: [...moves.values()],
    left: [...left],
    loads: [
      { id: from.id, name: from.name, before: from.load, after: from.load - given },
      ...colleagues.map(({ id, name, load }) => ({ id, name, before: load, after: loads.get(id)! })),
    ],
  }
}

/** Gives every file of a plan to who takes it. */
export async function carryOut(tx: Transaction, plan: CaseloadPlan, by: { readonly accountId: string; readonly at: Date; readonly reason: string }): Promise<void> {
  for (const { file, to } of plan.moves) {
    await giveFile(tx, file, { counsellorId: to.counsellor ?? file.counsellorId, referentId: to.referent ?? file.referentId }, by)
  }
}
