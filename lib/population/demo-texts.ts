import { addDays, isoOf, partsOf, type Day } from '../accord/index.ts'
import { addedTextJson, addedTextSchema, type AddedTextJson } from '../accord/texts/added.ts'
import type { DriverTransaction } from '../database/driver.ts'

/** How long the running files have been under what the example changes for them. */
const DAYS_BACK = 330

const ONE_MONTH = { kind: 'months', months: 1 } as const

/**
 * An invented avenant, so that the demonstration has a draft to count, to publish or to withdraw. It says that it is an
 * example wherever it is read: nobody should take it for the law.
 */
export function exampleText(today: Day): AddedTextJson {
  const year = partsOf(today).year + 1
  return {
    code: 'EXEMPLE',
    title: { fr: 'Avenant d’exemple, brouillon de démonstration', en: 'Example amendment, a demonstration draft' },
    source: `Texte inventé pour la démonstration\u00A0: aucun avenant n’est connu pour ${year}`,
    confidence: 'L',
    articles: { 'R-400': 'Avenant d’exemple art. 5', 'R-301': 'Avenant d’exemple art. 2', 'R-404': 'Avenant d’exemple art. 3', 'R-200': 'Avenant d’exemple art. 4' },
    agreement: { from: `${year}-01-01`, to: `${year}-12-31`, inherits: 'H', changes: { preBilanDays: 10 } },
    overlay: { family: '2015', from: isoOf(addDays(today, -DAYS_BACK)), engagedFrom: null, path: null, changes: { extensions: { sickness: ONE_MONTH, maternity: ONE_MONTH, adoption: ONE_MONTH }, work: { minimumDays: 7 } } },
    leaves: [{ code: 'DEUIL', name: { fr: 'congé de deuil d’enfant', en: 'leave for the death of a child' }, limit: { kind: 'legal_length' } }],
    upratings: [
      { figure: 'areFixedPart', from: isoOf(addDays(today, -30)), value: '13.30' },
      { figure: 'areMinimum', from: isoOf(addDays(today, -30)), value: '32.42' },
    ],
  }
}

/** Drafts the example in the name of the first administrator, so that the second may publish it. */
export async function draftExample(sql: DriverTransaction, author: string, today: Day): Promise<void> {
  const content = addedTextJson(addedTextSchema.parse(exampleText(today))) as unknown as Parameters<typeof sql.json>[0]
  await sql`
    insert into added_text (code, content, drafted_by, drafted_at)
    values (${'EXEMPLE'}, ${sql.json(content)}, ${author}, ${isoOf(today)}::date)`
  await sql`select write_text_journal(${'EXEMPLE'}, ${author}, 'text.drafted', ${sql.json({ edition: 1, version: 1, content })}, ${isoOf(today)}::date)`
}
