import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { ruleOfNumber } from '../rules-of-file.ts'

/** How many live files of an actor's scope rest on each rule today; a rule that none rests on is absent. */
export type RuleCounts = ReadonlyMap<RuleId, number>

/**
 * Counts the live files that rest on each rule, over the files the actor's list of files shows: each number is the
 * length of `/dossiers?regle=…`. `null` for a role that sees no file.
 */
export async function ruleCounts(actor: Actor): Promise<RuleCounts | null> {
  if (!can(actor, 'caseload.read')) return null
  await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    // Files of the same moment rest on the same rules: grouped first, there are few lists to open.
    const rows = await tx.$queryRaw<{ number: number; files: number }[]>`
      select number, sum(files)::integer as files
      from (select c.rules, count(*) as files from case_file c where ${scopeCondition(actor, 'c', 'caseload.read')} and not c.closed group by c.rules) alike
      cross join unnest(alike.rules) as number
      group by number`
    return new Map(rows.flatMap(({ number, files }) => {
      const rule = ruleOfNumber(number)
      return rule === null ? [] : [[rule, files] as const]
    }))
  })
}
