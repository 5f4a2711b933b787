// The list of files as it is shown: the same filter, columns, order and words. The screen's own query reads it, so that the
// two cannot part.
import { can } from '../access/can.ts'
import type { DeadlineCode, Stage } from '../accord/file/case-file.ts'
import { wording } from '../accord/wording/index.ts'
import { turnTheDay } from '../cases/advance-day.ts'
import { USUAL_COLUMNS, type CaseloadColumn } from '../cases/caseload-columns.ts'
import { parseCaseloadSearch } from '../cases/caseload-params.ts'
import { caseloadWhere } from '../cases/caseload-where.ts'
import { caseloadRows, countFiles } from '../cases/queries/caseload.ts'
import type { CaseloadRow } from '../cases/views/caseload.ts'
import { inActorTransaction } from '../database/transactions.ts'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'
import { readInBatches } from './in-batches.ts'
import { meaningsOf, type Column, type ExportDefinition, type ExportParams } from './sheet.ts'
import { exportWords } from './words.ts'

const paramsOf = (params: ExportParams) => parseCaseloadSearch(params['search'] ?? '')

/** The columns of the sheet behind a column of the list: one, or two where the list says two things in one place. */
function columnsOf(column: CaseloadColumn, locale: Locale): readonly Column<CaseloadRow>[] {
  const law = wording(locale)
  const header = messagesFor(locale).caseload.column[column]
  const t = exportWords(locale)
  const text = (value: (row: CaseloadRow) => string | null): readonly Column<CaseloadRow>[] => [{ key: column, header, type: 'text', value }]
  const onDay = (value: Extract<Column<CaseloadRow>, { type: 'day' }>['value']): readonly Column<CaseloadRow>[] => [{ key: column, header, type: 'day', value }]
  switch (column) {
    case 'name':
      return text((row) => `${row.lastName} ${row.firstName}`)
    case 'reference':
      return text((row) => row.reference)
    case 'stage':
      return text((row) => law.stage(row.stage satisfies Stage))
    case 'basin':
      return text((row) => row.basinName)
    case 'deadline':
      return [
        { key: 'deadline', header, type: 'text', value: (row) => (row.nextDeadline === null ? null : law.deadline(row.nextDeadline.code satisfies DeadlineCode).label) },
        { key: 'deadlineOn', header: t('column.deadlineOn'), type: 'day', value: (row) => row.nextDeadline?.on ?? null },
      ]
    case 'start':
      return onDay((row) => row.cspStart)
    case 'term':
      return onDay((row) => row.cspTerm)
    case 'lastContact':
      return onDay((row) => row.lastContactOn)
    case 'appointment':
      return [
        { key: 'appointment', header, type: 'day', value: (row) => row.nextAppointment?.on ?? null },
        { key: 'appointmentAt', header: t('column.appointmentAt'), type: 'text', value: (row) => row.nextAppointment?.time ?? null },
      ]
    case 'preBilan':
      return onDay((row) => row.preBilanOn)
    case 'plan':
      return onDay((row) => row.planOn)
    case 'training':
      return [
        { key: 'training', header: t('column.trainingFrom'), type: 'day', value: ({ training }) => (training === null || training === 'planned' ? null : training.from) },
        { key: 'trainingTo', header: t('column.trainingTo'), type: 'day', value: ({ training }) => (training === null || training === 'planned' ? null : training.to) },
        { key: 'trainingPlanned', header: t('column.trainingPlanned'), type: 'boolean', value: ({ training }) => training !== null },
      ]
    case 'employer':
      return text((row) => row.employerName)
    case 'phone':
      return text((row) => row.phone)
    case 'email':
      return text((row) => row.email)
    case 'commune':
      return text((row) => row.commune)
    case 'regime': {
      const names: Readonly<Record<string, string>> = law.book.texts
      return text((row) => (row.regimeCode === null ? null : (names[row.regimeCode] ?? row.regimeCode)))
    }
    case 'counsellor':
      return text((row) => row.counsellorName)
    case 'referent':
      return text((row) => row.referentName)
    case 'job':
      return onDay((row) => row.jobStartedOn)
    case 'followUp':
      return onDay((row) => row.followUpEnd)
    case 'ended':
      return onDay((row) => row.endedOn)
    case 'motive':
      return text((row) => (row.exitMotive === null ? null : law.book.motives[row.exitMotive]))
  }
}

function shownColumns(params: ExportParams, locale: Locale): readonly Column<CaseloadRow>[] {
  const { cols } = paramsOf(params)
  const shown = cols.length > 0 ? cols : USUAL_COLUMNS
  // The name alone does not tell two people apart once the list has left the application.
  return (shown.includes('reference') ? shown : [...shown.slice(0, 1), 'reference' as const, ...shown.slice(1)]).flatMap((column) => columnsOf(column, locale))
}

export const caseloadExport: ExportDefinition = {
  name: 'caseload',
  title: (locale) => exportWords(locale)('caseload.title'),
  fileStem: (locale) => exportWords(locale)('caseload.fileStem'),
  columns: shownColumns,
  meanings: (params, locale) => meaningsOf(shownColumns(params, locale), messagesFor(locale).exports.caseload.meaning),
  async count(actor, params) {
    if (!can(actor, 'caseload.read')) return null
    const today = await turnTheDay(actor)
    return inActorTransaction(actor, (tx) => countFiles(tx, actor, caseloadWhere(paramsOf(params), today)))
  },
  async read(actor, params, locale, take) {
    const asked = paramsOf(params)
    const today = await turnTheDay(actor)
    await readInBatches(actor, shownColumns(params, locale), (tx, page) => caseloadRows(tx, actor, asked, today, page), take)
  },
}
