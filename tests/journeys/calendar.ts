import { connected } from '@/lib/launch/database.ts'

/**
 * Sets the day the application believes it is, for the files of one journey and no other: time that passes for the
 * six hundred files of the demo would take longer than the journey, and change what other tests find.
 * @param day an ISO day; `null` gives back the calendar's
 */
export async function setDayFor(ownerUrl: string, day: string | null, references: readonly string[]): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query('update demo_clock set civil_day = $1::date', [day])
    await client.query('update case_file set next_change_on = null where reference <> all($1::text[])', [references])
    await client.query('commit')
  })
}
