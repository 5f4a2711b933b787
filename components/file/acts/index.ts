import type { FactKind } from '@/lib/accord/file/facts.ts'
import { breachActs } from './breach.ts'
import type { ActDefinition } from './definition.ts'
import { endingActs } from './ending.ts'
import { jobActs } from './job.ts'
import { proposalActs } from './proposal.ts'
import { supportActs } from './support.ts'
import { workActs } from './work.ts'

/** Every act a person can record, in the order of a file's life. */
export const ACTS: readonly ActDefinition[] = [
  ...proposalActs, ...supportActs, ...workActs, ...jobActs, ...breachActs, ...endingActs,
]

const byKind: ReadonlyMap<string, ActDefinition> = new Map(ACTS.map((act) => [act.kind, act]))

/** The form of a kind of fact, from a text of the address; `null` for any other text. */
export function actOf(kind: string): ActDefinition | null {
  return byKind.get(kind) ?? null
}

export type { ActDefinition, FactKind }
