import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { derive, shippedTexts, type Settings, type Texts } from '../../accord/index.ts'
import { addedTextJson, textsWith, type AddedText } from '../../accord/texts/added.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inSystemTransaction, operatorsToVisit, type VisitedOperator } from '../../database/transactions.ts'
import { settingsOf } from '../locked-file.ts'
import type { StoredKind } from '../outcomes.ts'
import { readRecord, type StoredFact } from '../stored-fact.ts'
import { fileImpact, impactFigures, lawComparison, type FileImpact } from './file-impact.ts'

/** A text whose effect is counted: the set without it, and the set with it. */
export interface Comparison {
  readonly textId: string
  readonly version: number
  readonly text: AddedText
  readonly before: Texts
  readonly after: Texts
}

/** The two sets that a text stands between, given those in force beside it and the edition whose place it takes. */
export function comparisonOf(row: { readonly id: string; readonly version: number; readonly text: AddedText }, inForce: readonly AddedText[]): Comparison {
  const beside = inForce.filter(({ code }) => code !== row.text.code)
  return { textId: row.id, version: row.version, text: row.text, before: textsWith(shippedTexts, inForce), after: textsWith(shippedTexts, [...beside, row.text]) }
}

/** Files derived in one transaction: short enough that nobody waits for them. */
const BATCH = 400

interface FactLine extends Omit<StoredFact, 'onDay' | 'untilDay'> {
  readonly caseId: string
  readonly onDay: string
  readonly untilDay: string | null
  readonly kind: StoredKind
}

interface Batch {
  readonly last: string | null
  readonly live: number
  readonly concerned: number
  readonly moved: readonly { readonly caseId: string; readonly impact: FileImpact }[]
}

/**
 * One batch of an operator's files, derived under both sets on today.
 * @param after the identity of the last file of the batch before
 * @param closed whether the files looked at are those that are over
 */
export async function compareBatch(operatorId: string, comparison: Comparison, sameLaw: ReturnType<typeof lawComparison>, today: Day, after: string | null, closed = false): Promise<Batch> {
  return inSystemTransaction(
    operatorId,
    async (tx): Promise<Batch> => {
      const from = after === null ? Prisma.sql`true` : Prisma.sql`id > ${after}::uuid`
      const files = await tx.$queryRaw<{ id: string }[]>`select id from case_file where closed = ${closed} and ${from} order by id limit ${BATCH}`
      const ids = files.map(({ id }) => id)
      const lines = await tx.$queryRaw<FactLine[]>`
        select case_id as "caseId", id, sequence, kind, on_day::text as "onDay", until_day::text as "untilDay", terms, supersedes
        from fact where case_id = any(${ids}::uuid[]) order by case_id, sequence`
      const settings: Settings = await settingsOf(tx, operatorId)
      const facts = Map.groupBy(lines, ({ caseId }) => caseId)
      const moved: { caseId: string; impact: FileImpact }[] = []
      let concerned = 0
      for (const id of ids) {
        const stored = (facts.get(id) ?? []).map((line) => ({ ...line, onDay: day(line.onDay), untilDay: line.untilDay === null ? null : day(line.untilDay) }))
        const { record } = readRecord(stored)
        if (sameLaw(record)) continue
        concerned += 1
        const impact = fileImpact(derive(record, comparison.before, settings, today), derive(record, comparison.after, settings, today))
        if (impact !== null) moved.push({ caseId: id, impact })
      }
      return { last: ids.length < BATCH ? null : (ids.at(-1) ?? null), live: ids.length, concerned, moved }
    },
    { timeout: 60_000 },
  )
}

/** Counts what a text does to the live files of one operator, and keeps it in the place of what was counted before. */
export async function countOperator(operator: VisitedOperator, comparison: Comparison): Promise<void> {
  const today = await civilDay(operator.timeZone)
  const at = await moment(operator.timeZone)
  const sameLaw = lawComparison(comparison.before, comparison.after)
  const moved: { caseId: string; impact: FileImpact }[] = []
  let live = 0
  let concerned = 0
  let last: string | null = null
  do {
    const batch = await compareBatch(operator.id, comparison, sameLaw, today, last)
    live += batch.live
    concerned += batch.concerned
    moved.push(...batch.moved)
    last = batch.last
  } while (last !== null)
  const figures = impactFigures({ live, concerned }, moved.map(({ impact }) => impact))
  await inSystemTransaction(
    operator.id,
    async (tx) => {
      // Two people who ask at once wait for each other here, and each finds the whole of it.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`impact:${comparison.textId}:${operator.id}`}, 0))`
      await tx.$executeRaw`delete from text_impact_file where text_id = ${comparison.textId}::uuid and operator_id = ${operator.id}::uuid`
      await tx.$executeRaw`
        insert into text_impact (text_id, operator_id, computed_at, on_day, text_version, content, figures)
        values (${comparison.textId}::uuid, ${operator.id}::uuid, ${at}::timestamptz, ${isoOf(today)}::date, ${comparison.version},
                ${JSON.stringify(addedTextJson(comparison.text))}::jsonb, ${JSON.stringify(figures)}::jsonb)
        on conflict (text_id, operator_id) do update
          set computed_at = excluded.computed_at, on_day = excluded.on_day, text_version = excluded.text_version, content = excluded.content, figures = excluded.figures`
      for (let index = 0; index < moved.length; index += 1_000) {
        const lines = JSON.stringify(moved.slice(index, index + 1_000).map(({ caseId, impact }) => ({ caseId, changes: impact })))
        await tx.$executeRaw`
          insert into text_impact_file (text_id, operator_id, case_id, changes)
          select ${comparison.textId}::uuid, ${operator.id}::uuid, "caseId", changes from jsonb_to_recordset(${lines}::jsonb) as line("caseId" uuid, changes jsonb)`
      }
    },
    { timeout: 60_000 },
  )
}

/** The same for every operator, one after the other. */
export async function countEveryOperator(comparison: Comparison): Promise<void> {
  for (const operator of await operatorsToVisit()) await countOperator(operator, comparison)
}
