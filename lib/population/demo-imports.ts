import { PUBLISHED_SOURCES } from '../indicators/published.ts'
import type { DriverTransaction } from '../database/driver.ts'
import { isoOf, type Day } from '../accord/index.ts'

const { tracking2024, tracking2022 } = PUBLISHED_SOURCES

/**
 * What the country published, as the catalogue quotes it. The note of December 2024 does not say its day: the last of the
 * month stands for it.
 */
const FIGURES = [
  { indicator: 'dismissalRegistrations', from: '2024-04-01', to: '2024-06-30', amount: '30000', source: tracking2024, publishedOn: '2024-12-31' },
  { indicator: 'businessFailures', from: '2024-04-01', to: '2024-06-30', amount: '16000', source: tracking2024, publishedOn: '2024-12-31' },
  { indicator: 'jobsThreatened', from: '2024-04-01', to: '2024-06-30', amount: '70000', source: tracking2024, publishedOn: '2024-12-31' },
  { indicator: 'stillRegistered', from: '2023-01-01', to: '2023-03-31', amount: '55', source: tracking2024, publishedOn: '2024-12-31' },
  { indicator: 'cspShareOfRegistrations', from: '2022-01-01', to: '2022-03-31', amount: '57', source: tracking2022, publishedOn: '2022-05-24' },
] as const

/** Figures of the nation, kept for everyone by an administrator of the platform. Nothing is published by region. */
export async function writeDemoImports(sql: DriverTransaction, author: string, today: Day): Promise<void> {
  for (const { indicator, from, to, amount, source, publishedOn } of FIGURES)
    await sql`
      insert into imported_figure (operator_id, indicator, place_level, place_code, from_day, to_day, amount, source_title, source_url, published_on, imported_by, imported_at)
      values (null, ${indicator}, 'nation', '', ${from}::date, ${to}::date, ${amount}::numeric, ${source.title}, ${source.url}, ${publishedOn}::date, ${author}, (${isoOf(today)}::date - 20 + time '10:15') at time zone 'Europe/Paris')`
}
