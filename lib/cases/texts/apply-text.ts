import { isoOf } from '../../accord/calendar/day.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit, withoutActor, type VisitedOperator } from '../../database/transactions.ts'
import { tellChange } from '../locked-file.ts'
import { compareBatch, comparisonOf, countOperator, type Comparison } from './count-impact.ts'
import { lawComparison, movesProjection, type FileImpact } from './file-impact.ts'
import { publishedTexts } from './in-force.ts'
import { textRows, type TextRow } from './text-rows.ts'

/** Files told in one transaction. */
const BATCH = 100

/**
 * Once a text is published, every file that it moves becomes one whose day of change has come, so that the next read or the
 * worker derives it again, and its journal says which text moved it. Each operator is done once; one that was not, because
 * the power failed, is done the next time.
 * @returns how many files were moved
 */
export async function applyPublishedTexts(): Promise<number> {
  const texts = await withoutActor((tx) => textRows(tx))
  const published = texts.filter((row) => row.publishedAt !== null).sort((a, b) => a.publishedAt!.getTime() - b.publishedAt!.getTime())
  let moved = 0
  for (const row of published) for (const operator of await operatorsToVisit()) moved += await applyToOperator(row, operator)
  return moved
}

async function applyToOperator(row: TextRow, operator: VisitedOperator): Promise<number> {
  const [kept] = await inSystemTransaction(operator.id, (tx) => tx.$queryRaw<{ computedAt: Date; appliedAt: Date | null; newlyCounted: boolean }[]>`
    select computed_at as "computedAt", applied_at as "appliedAt", computed_at >= ${row.publishedAt}::timestamptz as "newlyCounted"
    from text_impact where text_id = ${row.id}::uuid and operator_id = ${operator.id}::uuid`)
  if (kept !== undefined && kept.appliedAt !== null) return 0
  const comparison = await comparisonAtPublication(row)
  if (kept === undefined || !kept.newlyCounted) await countOperator(operator, comparison)
  const moved = await tellFiles(row, operator)
  await turnClosedFiles(operator, comparison)
  const at = await moment(operator.timeZone)
  await inSystemTransaction(operator.id, (tx) => tx.$executeRaw`
    update text_impact set applied_at = ${at}::timestamptz where text_id = ${row.id}::uuid and operator_id = ${operator.id}::uuid`)
  return moved
}

/** The texts as they stood just before the publication, and with it. */
async function comparisonAtPublication(row: TextRow): Promise<Comparison> {
  return withoutActor(async (tx) => comparisonOf(row, await publishedTexts(tx, row.publishedAt)))
}

async function tellFiles(row: TextRow, operator: VisitedOperator): Promise<number> {
  const today = await civilDay(operator.timeZone)
  let moved = 0
  for (;;) {
    const at = await moment(operator.timeZone)
    const done = await inSystemTransaction(
      operator.id,
      async (tx) => {
        const files = await tx.$queryRaw<{ id: string; reference: string; version: number; changes: FileImpact }[]>`
          select c.id, c.reference, c.version, f.changes
          from text_impact_file f join case_file c on c.id = f.case_id
          where f.text_id = ${row.id}::uuid and f.operator_id = ${operator.id}::uuid and f.applied_at is null
          order by c.id limit ${BATCH} for update`
        const ids = files.map(({ id }) => id)
        await tx.$executeRaw`update case_file set next_change_on = least(next_change_on, ${isoOf(today)}::date) where id = any(${ids}::uuid[])`
        for (const file of files) {
          await tellChange(tx, { id: file.id, operatorId: operator.id, reference: file.reference }, {
            action: 'text.applied',
            accountId: null,
            factId: null,
            at,
            version: file.version,
            detail: {
              text: row.code,
              edition: row.edition,
              title: { ...row.text.title },
              dates: file.changes.dates.map((date) => ({ ...date })),
              stage: { ...file.changes.stage },
              amounts: file.changes.amounts.map(({ name }) => name),
            },
          })
        }
        await tx.$executeRaw`
          update text_impact_file set applied_at = ${at}::timestamptz where text_id = ${row.id}::uuid and operator_id = ${operator.id}::uuid and case_id = any(${ids}::uuid[])`
        return files.length
      },
      { timeout: 60_000 },
    )
    moved += done
    if (done < BATCH) return moved
  }
}

/** Files that are over are nobody's to act on, but their columns follow the law too: those that it moves are derived again. */
async function turnClosedFiles(operator: VisitedOperator, comparison: Comparison): Promise<void> {
  const today = await civilDay(operator.timeZone)
  const sameLaw = lawComparison(comparison.before, comparison.after)
  let last: string | null = null
  do {
    const batch = await compareBatch(operator.id, comparison, sameLaw, today, last, true)
    const ids = batch.moved.filter(({ impact }) => movesProjection(impact)).map(({ caseId }) => caseId)
    if (ids.length > 0) {
      await inSystemTransaction(operator.id, (tx) => tx.$executeRaw`
        update case_file set next_change_on = ${isoOf(today)}::date where id = any(${ids}::uuid[])`)
    }
    last = batch.last
  } while (last !== null)
}

