// `npm run demo-day -- 2027-03-01`: the day the demo believes it is; `real` gives it back the calendar's.
import { connected } from './database.ts'
import { withOwnerDatabase } from './owner-database.ts'
import { giveUp, messageOf, say } from './say.ts'

const [word] = process.argv.slice(2)
const day = word === 'real' ? null : civilDay(word)
try {
  await withOwnerDatabase(async ({ ownerUrl, demo }) => {
    if (!demo) giveUp('Only a demo can be given a day: set REBOND_DEMO=1 if this database is one.', 2)
    await connected(ownerUrl, (client) => client.query('update demo_clock set civil_day = $1::date', [day]))
  })
  say(day === null ? 'The demo follows the calendar again.' : `The demo believes it is ${day}.`)
} catch (error) {
  giveUp(messageOf(error))
}

function civilDay(text: string | undefined): string {
  try {
    return Temporal.PlainDate.from(text ?? '', { overflow: 'reject' }).toString()
  } catch {
    return giveUp('usage: npm run demo-day -- 2027-03-01, or npm run demo-day -- real', 2)
  }
}
