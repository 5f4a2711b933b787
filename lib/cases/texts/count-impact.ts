import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { derive, shippedTexts, type Settings, type Texts } from '../../accord/index.ts'
import { addedTextJson, textsWith, type AddedText } from '../../accord/texts/added.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inSystemTransaction, operatorsToVisit, type VisitedOperator } from '../../database/transactions.ts'
import { settingsOf } from '../locked-file.ts'
import type { StoredKind } from '../outcomes.ts'
import { project, type FileOwners } from '../projection.ts'
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
  /** Files of which the tables would keep something else, seen by a person or not: a deadline, a rule they rest on. */
  readonly turned: readonly string[]
}

const NOBODY: FileOwners = { id: '', operatorId: '', basinId: '', counsellorId: '', referentId: null }

/** Which files are looked at: those that run, or that are over; opened before a moment, where one is given. */
interface Looked {
  readonly closed: boolean
  readonly openedBefore: Date | null
}

/**
 * One batch of an operator's files, derived under both sets on today.
 * @param after the identity of the last file of the batch before
 */
export async function compareBatch(operatorId: string, comparison: Comparison, sameLaw: ReturnType<typeof lawComparison>, today: Day, after: string | null, { closed, openedBefore }: Looked): Promise<Batch> {
  return inSystemTransaction(
    operatorId,
    async (tx): Promise<Batch> => {
      const from = after === null ? Prisma.sql`true` : Prisma.sql`id > ${after}::uuid`
      const files = await tx.$queryRaw<{ id: string }[]>`
        select id from case_file
        where closed = ${closed} and (${openedBefore}::timestamptz is null or opened_at < ${openedBefore}::timestamptz) and ${from} order by id limit ${BATCH}`
      const ids = files.map(({ id }) => id)
      const lines = await tx.$queryRaw<FactLine[]>`
        select case_id as "caseId", id, sequence, kind, on_day::text as "onDay", until_day::text as "untilDay", terms, supersedes
        from fact where case_id = any(${ids}::uuid[]) order by case_id, sequence`
      const settings: Settings = await settingsOf(tx, operatorId)
      const facts = Map.groupBy(lines, ({ caseId }) => caseId)
      const moved: { caseId: string; impact: FileImpact }[] = []
      const turned: string[] = []
      let concerned = 0
      for (const id of ids) {
        const stored = (facts.get(id) ?? []).map((line) => ({ ...line, onDay: day(line.onDay), untilDay: line.untilDay === null ? null : day(line.untilDay) }))
        const { record } = readRecord(stored)
        if (sameLaw(record)) continue
        concerned += 1
        const [was, is] = [derive(record, comparison.before, settings, today), derive(record, comparison.after, settings, today)]
        const impact = fileImpact(was, is)
        if (impact !== null) moved.push({ caseId: id, impact })
        if (JSON.stringify(project(NOBODY, record, was)) !== JSON.stringify(project(NOBODY, record, is))) turned.push(id)
      }
      return { last: ids.length < BATCH ? null : (ids.at(-1) ?? null), live: ids.length, concerned, moved, turned }
    },
    { timeout: 60_000 },
  )
}

/** Makes files ones whose day of change has come: the next read or the worker derives them again. */
async function makeDue(operatorId: string, ids: readonly string[], today: Day): Promise<void> {
  if (ids.length === 0) return
  await inSystemTransaction(operatorId, (tx) => tx.$executeRaw`
    update case_file set next_change_on = ${isoOf(today)}::date where id = any(${[...ids]}::uuid[])`)
}

/**
 * Counts what a text does to the live files of one operator, and keeps it in the place of what was counted before. What
 * was counted of a draft that someone wrote again, published or withdrew meanwhile is not kept.
 * @param asLaw when it was published, where it is: files opened since know no other law, and those it turns are made due
 */
export async function countOperator(operator: VisitedOperator, comparison: Comparison, asLaw: Date | null = null): Promise<void> {
  const today = await civilDay(operator.timeZone)
  const at = await moment(operator.timeZone)
  const sameLaw = lawComparison(comparison.before, comparison.after)
  const moved: { caseId: string; impact: FileImpact }[] = []
  let live = 0
  let concerned = 0
  let last: string | null = null
  do {
    const batch = await compareBatch(operator.id, comparison, sameLaw, today, last, { closed: false, openedBefore: asLaw })
    if (asLaw !== null) await makeDue(operator.id, batch.turned, today)
    live += batch.live
    concerned += batch.concerned
    moved.push(...batch.moved)
    last = batch.last
  } while (last !== null)
  const figures = impactFigures({ live, concerned }, moved.map(({ impact }) => impact))
  await inSystemTransaction(
    operator.id,
    async (tx) => {
      // Two who count at once wait for each other here, and each finds the whole of it.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`impact:${comparison.textId}:${operator.id}`}, 0))`
      const [standing] = await tx.$queryRaw<{ version: number; published: boolean; withdrawn: boolean }[]>`select version, published, withdrawn from text_standing(${comparison.textId}::uuid)`
      if (standing === undefined || standing.withdrawn || standing.version !== comparison.version || standing.published !== (asLaw !== null)) return
      const [kept] = await tx.$queryRaw<{ asLaw: boolean }[]>`
        select as_law as "asLaw" from text_impact where text_id = ${comparison.textId}::uuid and operator_id = ${operator.id}::uuid`
      // Another process counted it as law: its files are being told, once.
      if (kept?.asLaw === true) return
      await tx.$executeRaw`delete from text_impact_file where text_id = ${comparison.textId}::uuid and operator_id = ${operator.id}::uuid`
      await tx.$executeRaw`
        insert into text_impact (text_id, operator_id, computed_at, on_day, text_version, content, figures, as_law)
        values (${comparison.textId}::uuid, ${operator.id}::uuid, ${at}::timestamptz, ${isoOf(today)}::date, ${comparison.version},
                ${JSON.stringify(addedTextJson(comparison.text))}::jsonb, ${JSON.stringify(figures)}::jsonb, ${asLaw !== null})
        on conflict (text_id, operator_id) do update
          set computed_at = excluded.computed_at, on_day = excluded.on_day, text_version = excluded.text_version, content = excluded.content, figures = excluded.figures,
              as_law = excluded.as_law`
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

/** Files that are over are nobody's to act on, but what the tables keep of them follows the law too. */
export async function turnClosedFiles(operator: VisitedOperator, comparison: Comparison, published: Date): Promise<void> {
  const today = await civilDay(operator.timeZone)
  const sameLaw = lawComparison(comparison.before, comparison.after)
  let last: string | null = null
  do {
    const batch = await compareBatch(operator.id, comparison, sameLaw, today, last, { closed: true, openedBefore: published })
    await makeDue(operator.id, batch.turned, today)
    last = batch.last
  } while (last !== null)
}

/** The same for every operator, one after the other. */
export async function countEveryOperator(comparison: Comparison): Promise<void> {
  for (const operator of await operatorsToVisit()) await countOperator(operator, comparison)
}
