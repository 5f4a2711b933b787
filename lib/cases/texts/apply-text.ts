import { isoOf } from '../../accord/calendar/day.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit, withoutActor, type VisitedOperator } from '../../database/transactions.ts'
import { tellChange } from '../locked-file.ts'
import { comparisonOf, countOperator, turnClosedFiles, type Comparison } from './count-impact.ts'
import type { FileImpact } from './file-impact.ts'
import { publishedTexts } from './in-force.ts'
import { textRows, type TextRow } from './text-rows.ts'

type PublishedRow = TextRow & { readonly publishedAt: Date }

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
  const published = texts.filter((row): row is PublishedRow => row.publishedAt !== null).sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  let moved = 0
  for (const row of published) for (const operator of await operatorsToVisit()) moved += await applyToOperator(row, operator)
  return moved
}

async function applyToOperator(row: PublishedRow, operator: VisitedOperator): Promise<number> {
  const [kept] = await inSystemTransaction(operator.id, (tx) => tx.$queryRaw<{ appliedAt: Date | null; asLaw: boolean }[]>`
    select applied_at as "appliedAt", as_law as "asLaw" from text_impact where text_id = ${row.id}::uuid and operator_id = ${operator.id}::uuid`)
  if (kept !== undefined && kept.appliedAt !== null) return 0
  const comparison = await comparisonAtPublication(row)
  if (kept?.asLaw !== true) await countOperator(operator, comparison, row.publishedAt)
  const moved = await tellFiles(row, operator)
  await turnClosedFiles(operator, comparison, row.publishedAt)
  const at = await moment(operator.timeZone)
  // Files that another process is telling are left for it to finish.
  await inSystemTransaction(operator.id, (tx) => tx.$executeRaw`
    update text_impact i set applied_at = ${at}::timestamptz where text_id = ${row.id}::uuid and operator_id = ${operator.id}::uuid
      and not exists (select from text_impact_file f where f.text_id = i.text_id and f.operator_id = i.operator_id and f.applied_at is null)`)
  return moved
}

/** The texts as they stood just before the publication, and with it. */
async function comparisonAtPublication(row: PublishedRow): Promise<Comparison> {
  return withoutActor(async (tx) => comparisonOf(row, await publishedTexts(tx, row.publishedAt)))
}

async function tellFiles(row: PublishedRow, operator: VisitedOperator): Promise<number> {
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
