import { addMonths, day, earliest, fromPlainDate, latest, type Day } from '../../accord/calendar/day.ts'
import { attribute, type Learned } from '../../accord/file/attribution.ts'
import type { Texts } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { readRecord, type StoredFact } from '../stored-fact.ts'
import { readAddedText, textsInForce } from '../texts/in-force.ts'
import type { LearnedCause, LineLearned, TextLearned, TwoDaysView } from '../views/two-days.ts'
import { endOfDay, factLines, fileView, type FactLine } from './file-view.ts'

/** The two days asked; `null`: a month ago (or the opening, if later), and today. */
export interface TwoDays {
  readonly from: Day | null
  readonly to: Day | null
}

/** A text published between the two days, and the texts as known from then on. */
export interface Publication {
  readonly learned: TextLearned
  readonly texts: Texts
}

const civilDayOf = (at: Date, timeZone: string): Day =>
  fromPlainDate(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate())

const storedOf = (line: FactLine): StoredFact => ({
  ...line,
  onDay: day(line.onDay),
  untilDay: line.untilDay === null ? null : day(line.untilDay),
})

function learnedOf(line: FactLine, lines: readonly FactLine[]): LineLearned {
  const replaced = lines.find(({ id }) => id === line.supersedes)
  const withdrawn = line.kind === 'withdrawn'
  return {
    of: 'fact',
    factId: line.id,
    sequence: line.sequence,
    kind: withdrawn && replaced !== undefined ? replaced.kind : line.kind,
    change: withdrawn ? 'withdrawn' : replaced === undefined ? 'recorded' : 'corrected',
    on: day(line.onDay),
    who: line.recordedBy,
    at: line.recordedAt,
    reason: line.reason,
  }
}

/** The texts published from a moment on and before another, each with all that were in force from then on. */
async function publicationsBetween(tx: Transaction, from: Date, until: Date): Promise<readonly Publication[]> {
  const rows = await tx.$queryRaw<{ id: string; content: unknown; at: Date }[]>`
    select id, content, published_at as at from added_text
    where published_at >= ${from}::timestamptz and published_at < ${until}::timestamptz order by published_at, id`
  const publications: Publication[] = []
  for (const { id, content, at } of rows) {
    const { code, title } = readAddedText(content, id)
    // A moment is read to the millisecond: just after it, the text is known.
    publications.push({ learned: { of: 'text', code, title, at }, texts: await textsInForce(tx, new Date(at.getTime() + 1)) })
  }
  return publications
}

/**
 * Everything that became known of a file after a day, in the order in which it did: the lines recorded and
 * the texts published, each with the record and the texts as known from then on.
 */
export function learnedAfter(
  lines: readonly FactLine[],
  cut: Date,
  firstTexts: Texts,
  publications: readonly Publication[],
  timeZone: string,
): readonly Learned<LearnedCause>[] {
  const known = lines.filter(({ recordedAt }) => recordedAt < cut).map(storedOf)
  const later = lines.filter(({ recordedAt }) => recordedAt >= cut)
  const events = [
    ...later.map((line) => ({ at: line.recordedAt, line, publication: null })),
    ...publications.map((publication) => ({ at: publication.learned.at, line: null, publication })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.line?.sequence ?? 0) - (b.line?.sequence ?? 0))
  let texts = firstTexts
  return events.map(({ at, line, publication }) => {
    if (line !== null) known.push(storedOf(line))
    if (publication !== null) texts = publication.texts
    const cause = line === null ? publication.learned : learnedOf(line, lines)
    return { cause, on: civilDayOf(at, timeZone), record: readRecord(known).record, texts }
  })
}

/**
 * A file as it was known on two days, and for all that moved between them the facts, the texts or the days
 * that moved it; that it was read is journaled. `null` when the file is not the actor's to see. Days after
 * today are today; two days in the wrong order are put right.
 */
export async function twoDays(actor: Actor, reference: string, asked: TwoDays): Promise<TwoDaysView | null> {
  const view = await fileView(actor, reference)
  if (view === null) return null
  return inActorTransaction(actor, async (tx) => {
    const lines = await factLines(tx, view.id)
    const openedOn = civilDayOf(lines[0]!.recordedAt, actor.timeZone)
    const [one, other] = [asked.from ?? latest(addMonths(view.today, -1), openedOn), asked.to ?? view.today].map((on) => earliest(on, view.today)) as [Day, Day]
    const [from, to] = [earliest(one, other), latest(one, other)]
    const cut = endOfDay(from, actor.timeZone)
    const end = endOfDay(to, actor.timeZone)
    const within = lines.filter(({ recordedAt }) => recordedAt < end)
    const texts = await textsInForce(tx, cut)
    const publications = await publicationsBetween(tx, cut, end)
    const known = within.filter(({ recordedAt }) => recordedAt < cut)
    const learned = learnedAfter(within, cut, texts, publications, actor.timeZone)
    return {
      view,
      from,
      to,
      attribution:
        known.length === 0 ? null : attribute({ record: readRecord(known.map(storedOf)).record, texts }, from, to, learned, view.settings),
      learned: learned.map(({ cause }) => cause),
      openedOn,
    }
  })
}
