// The packs of the demonstration's region: two quarters issued, the first of them replaced once; and the last quarter of its
// main basin. Signed by the manager. Their files are made by the worker, as those of any pack.
import { addDays, day, earliest, isoOf, type Day } from '../accord/index.ts'
import { sameOrNextWorkingDay } from '../accord/calendar/holidays.ts'
import { demoEmail } from '../access/demo-accounts.ts'
import type { QuarterDays } from '../cases/quarter.ts'
import type { DriverTransaction } from '../database/driver.ts'
import { digestOf } from '../documents/fingerprint.ts'
import { definitionOf, type IndicatorId } from '../indicators/definitions.ts'
import { contentOf, readStore, type PackAsk, type StoreReading } from '../steering/packs/compose.ts'
import type { PackContent } from '../steering/packs/content.ts'
import { packNumber } from '../steering/packs/numbers.ts'
import { KNOWN_BASINS, knownPlace, type KnownBasin, type KnownPlace } from '../steering/packs/places.ts'
import { STEPS_OF_A_PACK } from '../steering/packs/steps.ts'
import { askBy, countedFrom, quartersOn } from '../steering/territory/edition.ts'
import type { TerritoryFigure, TerritoryQuarter } from '../steering/territory/figures.ts'
import { seenFrom } from '../steering/territory/populations.ts'
import { FIRST_COMMENTS, LAST_COMMENTS, LYON_COMMENTS, MENDED } from './demo-comments.ts'

/** A pack that stands issued: what a committee may be given. */
export interface DemoPack {
  readonly number: string
  readonly issuedOn: Day
}

interface Author {
  readonly id: string
  readonly operatorId: string
  readonly operator: string
}

/** Acts recorded once a pack had been issued: so many fewer were counted in time in it. Five or more, as a revision may be told. */
type Lacking = Partial<Readonly<Record<IndicatorId, number>>>

interface Issuing {
  readonly place: KnownPlace
  readonly quarter: QuarterDays
  readonly on: Day
  readonly comments: PackContent['comments']
  readonly lacking: Lacking
  readonly replaces: Kept | null
}

interface Kept extends DemoPack {
  readonly id: string
  readonly serial: number
  readonly content: PackContent
}

/** Writes them, oldest first. @returns those of the region, oldest first; none where no quarter is counted yet */
export async function writeDemoPacks(sql: DriverTransaction, today: Day): Promise<readonly DemoPack[]> {
  const [author] = await sql<Author[]>`select a.id, a.operator_id as "operatorId", o.name as operator from account a join operator o on o.id = a.operator_id where a.email = ${demoEmail('responsable')}`
  const [last, before] = quartersOn(today)
  if (author === undefined || last === undefined || before === undefined) return []
  await sql`select set_config('rebond.account_id', ${author.id}, true)`
  const basins = await askBy(sql)<KnownBasin>(KNOWN_BASINS)
  const [region, lyon] = [knownPlace(basins, { level: 'region', code: '84' }), knownPlace(basins, { level: 'basin', code: '8421' })]
  if (region === null || lyon === null) return []
  const onWorkingDay = (quarter: QuarterDays, later: number) => earliest(today, sameOrNextWorkingDay(addDays(countedFrom(quarter), later)))
  const issue = (asked: Issuing, earlier: Kept | null) => issueOne(sql, author, basins, asked, earlier)
  // A place's quarter that the store does not hold has no pack.
  const first = await issue({ place: region, quarter: before, on: onWorkingDay(before, 3), comments: FIRST_COMMENTS, lacking: { preBilanInTime: 5, planInTime: 6 }, replaces: null }, null)
  const mended = await issue({ place: region, quarter: before, on: onWorkingDay(before, 12), comments: FIRST_COMMENTS, lacking: { planInTime: 6 }, replaces: first }, first)
  const latest = await issue({ place: region, quarter: last, on: onWorkingDay(last, 5), comments: LAST_COMMENTS, lacking: {}, replaces: null }, mended)
  await issue({ place: lyon, quarter: last, on: onWorkingDay(last, 6), comments: LYON_COMMENTS, lacking: {}, replaces: null }, null)
  return [first, mended, latest].filter((pack) => pack !== null)
}

async function issueOne(sql: DriverTransaction, author: Author, basins: readonly KnownBasin[], asked: Issuing, earlier: Kept | null): Promise<Kept | null> {
  const { place, quarter, on, comments, replaces } = asked
  const store = await readStore(basins, place, quarter.code, 'fr', askBy(sql))
  if (store === null) return null
  const ask: PackAsk = {
    place, quarter: quarter.code, locale: 'fr', operator: author.operator, comments, madeOn: isoOf(on), replaces: replaces?.number ?? null, reason: replaces === null ? null : MENDED,
    earlier: earlier === null ? null : { number: earlier.number, issuedOn: isoOf(earlier.issuedOn), content: earlier.content },
  }
  const serial = (replaces?.serial ?? 0) + 1
  const number = packNumber(quarter.code, place, serial)
  const content: PackContent = { ...contentOf(ask, asKnownOn(store, earliest(on, day(store.edition.madeOn)), quarter.code, asked.lacking)), number }
  const fingerprint = digestOf(content)
  const [issuedOn, at] = [isoOf(on), `${isoOf(on)}T05:40:00Z`]
  const { id: by, operatorId } = author
  // A pack begins as a draft, and is issued over it.
  const [row] = await sql<{ id: string }[]>`
    insert into committee_pack (operator_id, quarter, place_level, place_code, place_name, region_code, department_codes, locale, comments, supersedes, prepared_by, prepared_at, changed_by, changed_at)
    values (${operatorId}, ${quarter.code}, ${place.level}, ${place.code}, ${place.name}, ${place.regionCode}, ${[...place.departmentCodes]}, 'fr', ${sql.json(comments)}, ${replaces?.id ?? null}, ${by}, ${at}, ${by}, ${at})
    returning id`
  const id = row!.id
  await sql`
    update committee_pack set number = ${number}, serial = ${serial}, content = ${sql.json(content as never)}, fingerprint = ${fingerprint}, reason = ${ask.reason}, issued_by = ${by}, issued_on = ${issuedOn}, issued_at = ${at},
           version = version + 1, changed_by = ${by}, changed_at = ${at}
    where id = ${id}`
  await sql`
    insert into pack_making (operator_id, pack_id, pack_version, issued, content, fingerprint, state, steps_total, left_keys, asked_by, created_at)
    values (${operatorId}, ${id}, 2, true, ${sql.json(content as never)}, ${fingerprint}, 'waiting', ${STEPS_OF_A_PACK}, '{}', ${by}, ${at})`
  const journal = (action: string, detail: Readonly<Record<string, string | number | null>>) => sql`select write_journal(${operatorId}::uuid, null, null, ${by}::uuid, ${action}, ${sql.json({ pack: id, ...detail })}, ${at}::timestamptz)`
  await journal('pack.prepared', { quarter: quarter.code, level: place.level, code: place.code })
  await journal(replaces === null ? 'pack.issued' : 'pack.superseded', { number, fingerprint, edition: content.edition.number, replaces: ask.replaces, reason: ask.reason })
  return { id, number, serial, issuedOn: on, content }
}

/** What the store would have said on an earlier day: cohorts that could not be seen in full then, and acts recorded since. */
function asKnownOn(store: StoreReading, on: Day, asked: string, lacking: Lacking): StoreReading {
  const known = (quarter: TerritoryQuarter, own: boolean): TerritoryQuarter => ({
    ...quarter,
    figures: quarter.figures.map((figure) => knownOn(figure, quarter, on, own && quarter.quarter.code === asked ? (lacking[figure.id] ?? 0) : 0)),
  })
  return {
    ...store,
    edition: { ...store.edition, madeOn: isoOf(on) },
    quarters: store.quarters.map((quarter) => known(quarter, true)),
    wider: store.wider === null ? null : { ...store.wider, quarter: known(store.wider.quarter, false) },
    inside: store.inside.map(({ level, places }) => ({ level, places: places.map((place) => ({ ...place, quarter: known(place.quarter, false) })) })),
  }
}

function knownOn(figure: TerritoryFigure, { quarter }: TerritoryQuarter, on: Day, lacking: number): TerritoryFigure {
  const later = seenFrom(definitionOf(figure.id), { from: day(quarter.from), to: day(quarter.to) }, on)
  if (later !== null) return { ...figure, value: null, missing: 'too_young', of: null, counted: null, seenFrom: isoOf(later) }
  const { of, counted } = figure
  // Masked figures stay so; a count is never brought near those that are masked.
  if (lacking === 0 || of === null || counted === null || counted - lacking < 20) return figure
  return { ...figure, counted: counted - lacking, value: (counted - lacking) / of }
}
