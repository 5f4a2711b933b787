// The lines of cost behind a sum of the accounts: the same condition, the same order, the same words.
import { can } from '../access/can.ts'
import { turnTheDay } from '../cases/advance-day.ts'
import { knownFunder } from '../cases/content/costs.ts'
import { costLines, sumLines, type ListedCost } from '../cases/costs/cost-lines.ts'
import { readCostQuery, yearOf } from '../cases/costs/cost-params.ts'
import type { Day } from '../accord/calendar/day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'
import { readInBatches } from './in-batches.ts'
import { meaningsOf, type Column, type ExportDefinition, type ExportParams } from './sheet.ts'
import { exportWords } from './words.ts'

function columnsOf(locale: Locale): readonly Column<ListedCost>[] {
  const { money, caseload } = messagesFor(locale)
  const t = exportWords(locale)
  return [
    { key: 'reference', header: caseload.column.reference, type: 'text', value: (row) => row.reference },
    { key: 'name', header: caseload.column.name, type: 'text', value: (row) => `${row.lastName} ${row.firstName}` },
    { key: 'basin', header: caseload.column.basin, type: 'text', value: (row) => row.basinName },
    { key: 'counsellor', header: caseload.column.counsellor, type: 'text', value: (row) => row.counsellorName },
    { key: 'kind', header: money.field.kind, type: 'text', value: (row) => money.kind[row.kind] },
    { key: 'label', header: money.field.label, type: 'text', value: (row) => row.label },
    { key: 'funder', header: money.field.funder, type: 'text', value: (row) => funderOf(row.funder, locale) },
    { key: 'state', header: t('costs.state'), type: 'text', value: (row) => money.state[row.state] },
    { key: 'on', header: money.field.on, type: 'day', value: (row) => row.on },
    { key: 'amount', header: t('costs.amount'), type: 'amount', value: (row) => row.amount },
  ]
}

function funderOf(code: string, locale: Locale): string {
  const { money } = messagesFor(locale)
  const known = knownFunder(code)
  return known === null ? money.goneFunder.replace('{code}', code) : money.funder[known]
}

const filterOf = (params: ExportParams, today: Day) => readCostQuery(Object.fromEntries(new URLSearchParams(params['search'] ?? '')), yearOf(today)).filter

export const costsExport: ExportDefinition = {
  name: 'costs',
  title: (locale) => exportWords(locale)('costs.title'),
  fileStem: (locale) => exportWords(locale)('costs.fileStem'),
  columns: (_params, locale) => columnsOf(locale),
  meanings: (_params, locale) => meaningsOf(columnsOf(locale), messagesFor(locale).exports.costs.meaning),
  async count(actor, params) {
    if (!can(actor, 'money.read')) return null
    const today = await turnTheDay(actor)
    return inActorTransaction(actor, async (tx) => (await sumLines(tx, actor, filterOf(params, today), today)).lines)
  },
  async read(actor, params, locale, take) {
    const today = await turnTheDay(actor)
    const filter = filterOf(params, today)
    await readInBatches(actor, columnsOf(locale), (tx, page) => costLines(tx, actor, filter, today, page), take)
  },
}
