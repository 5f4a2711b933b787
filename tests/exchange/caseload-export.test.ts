// The list exported is the list shown: same files, same order, same columns, whatever is asked.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { STAGES } from '@/lib/accord/file/case-file.ts'
import { CASELOAD_COLUMNS, CASELOAD_SORTS } from '@/lib/cases/caseload-columns.ts'
import { parseCaseloadSearch } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { caseloadExport } from '@/lib/exchange/caseload-export.ts'
import type { Cell } from '@/lib/exchange/sheet.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { manyFiles } from './many-files.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices()
  await manyFiles(house, 230)
})
afterAll(() => house.end())

async function exported(actor: Actor, search: string): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  await caseloadExport.read(actor, { search }, 'fr', async (batch) => void rows.push(...batch))
  return rows
}

async function shown(actor: Actor, search: string) {
  const asked = parseCaseloadSearch(search)
  const rows = []
  for (let page = 1; ; page += 1) {
    const answer = (await caseload(actor, { ...asked, page, size: 100 }))!
    rows.push(...answer.rows)
    if (rows.length >= answer.total) return rows
  }
}

const someOf = (values: readonly string[]) => fc.subarray([...values], { maxLength: 3 }).map((chosen) => chosen.join(','))
const searches = fc
  .record({
    q: fc.constantFrom('', 'Personne', 'zoé', '0001', 'HYPERLINK', 'personne-de-ce-nom'),
    stage: someOf(STAGES),
    basin: fc.constantFrom('', '8401', '8402'),
    deadline: fc.constantFrom('', 'overdue', 'today', 'week', 'month', 'none'),
    scope: fc.constantFrom('', 'all', 'closed', 'in_csp'),
    termTo: fc.constantFrom('', '2026-06-30'),
    enteredFrom: fc.constantFrom('', '2025-06-01'),
    dueWithin: fc.constantFrom('', '3', '30'),
    overdueBy: fc.constantFrom('', '8'),
    termWithin: fc.constantFrom('', '60'),
    without: fc.constantFrom('', 'training', 'referent'),
    sort: fc.subarray([...CASELOAD_SORTS], { minLength: 0, maxLength: 3 }).chain((sorts) => fc.tuple(...sorts.map((sort) => fc.boolean().map((down) => (down ? `-${sort}` : sort))))).map((sorts) => sorts.join(',')),
    cols: fc.shuffledSubarray([...CASELOAD_COLUMNS]).map((columns) => columns.join(',')),
    page: fc.constantFrom('', '2'),
    size: fc.constantFrom('', '50'),
  })
  .map((asked) => new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString())

test('whatever is filtered and sorted, by whoever, the sheet has the lines of the list in their order', async () => {
  const actors = [house.north.counsellor, house.north.referent, house.north.manager, house.north.administrator, house.north.colleague, house.south.manager]
  await fc.assert(
    fc.asyncProperty(searches, fc.constantFrom(...actors), async (search, actor) => {
      const columns = caseloadExport.columns({ search }, 'fr')
      const at = (key: string) => columns.findIndex((column) => column.key === key)
      const [sheet, list] = [await exported(actor, search), await shown(actor, search)]
      expect(sheet.map((row) => row[at('reference')])).toEqual(list.map((row) => row.reference))
      expect(sheet.map((row) => row[at('name')])).toEqual(list.map((row) => `${row.lastName} ${row.firstName}`))
      expect(await caseloadExport.count(actor, { search })).toBe(list.length)
      for (const row of sheet) expect(row).toHaveLength(columns.length)
    }),
    { numRuns: 30 },
  )
}, 60_000)

describe('columns', () => {
  const heads = (search: string, locale: 'fr' | 'en' = 'fr') => caseloadExport.columns({ search }, locale).map(({ header }) => header)
  test('are those of the list, in its order and words, with the file’s number', () => {
    const words = messagesFor('fr').caseload.column
    expect(heads('cols=name,reference,term,employer')).toEqual([words.name, words.reference, words.term, words.employer])
    expect(heads('')).toEqual([words.name, words.reference, words.stage, words.basin, words.deadline, 'Échéance au plus tard le', words.start, words.term, words.counsellor, words.referent])
    expect(heads('cols=name,term', 'en')).toEqual([messagesFor('en').caseload.column.name, messagesFor('en').caseload.column.reference, messagesFor('en').caseload.column.term])
  })
  test('each has a head and a key of its own, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const columns = caseloadExport.columns({ search: `cols=${CASELOAD_COLUMNS.join(',')}` }, locale)
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length)
    }
  })
  test('what they mean is told for those shown alone', () => {
    const told = caseloadExport.meanings({ search: 'cols=name,term' }, 'fr').map(([header]) => header)
    expect(told).toEqual([messagesFor('fr').caseload.column.reference, messagesFor('fr').caseload.column.term])
  })
})
