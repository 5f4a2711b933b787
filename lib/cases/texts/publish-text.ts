import { addedTextJson } from '../../accord/texts/added.ts'
import type { TextProblem } from '../../accord/texts/added-checks.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import { writeTextJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { NotAllowed, NotFound } from '../outcomes.ts'
import { applyPublishedTexts } from './apply-text.ts'
import { comparisonOf, countEveryOperator } from './count-impact.ts'
import { holdTextsAlone, publishedTexts } from './in-force.ts'
import { lockDraft, textRows } from './text-rows.ts'
import { changedSinceRead, checkAgainstForce, type TextChangedMeanwhile } from './write-text.ts'

export type PublishOutcome =
  | { readonly kind: 'published'; readonly code: string; readonly moved: number }
  /** Whoever wrote a text does not publish it: another administrator of the platform does. */
  | { readonly kind: 'needs_another_person' }
  /** The texts in force changed since it was drafted: it no longer stands beside them. */
  | { readonly kind: 'invalid'; readonly problems: readonly TextProblem[] }
  | TextChangedMeanwhile
  | NotAllowed
  | NotFound

/**
 * Publishes a draft: from this moment on it is the law of every file it takes. Where it supersedes an edition, that one
 * leaves. Files that it moves are derived again.
 * @param version the one that was read before publishing
 */
export async function publishText(actor: Actor, code: string, version: number): Promise<PublishOutcome> {
  if (!can(actor, 'texts.manage')) return { kind: 'not_allowed' }
  const at = await moment(actor.timeZone)
  const outcome = await inActorTransaction(actor, async (tx): Promise<Exclude<PublishOutcome, { kind: 'published' }> | null> => {
    await holdTextsAlone(tx)
    const row = await lockDraft(tx, code)
    if (row === null) return { kind: 'not_found' }
    if (row.version !== version) return changedSinceRead(tx, row)
    if (row.draftedBy === actor.accountId) return { kind: 'needs_another_person' }
    const checked = await checkAgainstForce(tx, addedTextJson(row.text), row.code)
    if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
    const [inForce] = await tx.$queryRaw<{ id: string; edition: number }[]>`
      select id, edition from added_text where code = ${row.code} and published_at is not null and superseded_by is null for update`
    if (inForce !== undefined) {
      await tx.$executeRaw`update added_text set superseded_by = ${row.id}::uuid, superseded_at = ${at}::timestamptz where id = ${inForce.id}::uuid`
    }
    await tx.$executeRaw`update added_text set published_by = ${actor.accountId}::uuid, published_at = ${at}::timestamptz where id = ${row.id}::uuid`
    await writeTextJournal(tx, { code: row.code, actorId: actor.accountId, action: 'text.published', at, detail: { edition: row.edition, version, superseded: inForce?.edition ?? null } })
    return null
  })
  return outcome ?? { kind: 'published', code, moved: await applyPublishedTexts() }
}

export type ImpactOutcome = { readonly kind: 'counted' } | NotAllowed | NotFound

/** Counts what a draft would do to the live files of every operator, under the texts in force today. */
export async function impactOf(actor: Actor, code: string): Promise<ImpactOutcome> {
  if (!can(actor, 'texts.manage')) return { kind: 'not_allowed' }
  const comparison = await inActorTransaction(actor, async (tx) => {
    const row = (await textRows(tx, code)).find(({ publishedAt, withdrawnAt }) => publishedAt === null && withdrawnAt === null)
    return row === undefined ? null : comparisonOf(row, await publishedTexts(tx))
  })
  if (comparison === null) return { kind: 'not_found' }
  await countEveryOperator(comparison)
  return { kind: 'counted' }
}
