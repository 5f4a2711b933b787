// For the bench alone: some lives told apart, then their rows many times over in SQL, each time somebody else's, elsewhere,
// and some weeks earlier where the file is over. Facts, journal and periods are not copied: figures do not read them.
import type { Driver, DriverTransaction } from '../database/driver.ts'

/** The rows of a file that figures and lists read, as tables copied one after the other. */
const COPIED = ['person', 'case_file', 'case_measure', 'deadline'] as const
type CopiedTable = (typeof COPIED)[number]

interface Column {
  readonly name: string
  readonly type: string
}

async function columnsOf(sql: DriverTransaction, table: string): Promise<readonly Column[]> {
  return sql<Column[]>`
    select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' order by a.attnum`
}

/** What another's row has instead; days that are not named here are moved, the rest is the same. */
const INSTEAD: Readonly<Record<CopiedTable, Readonly<Record<string, string>>>> = {
  person: { id: 'o.person_id' },
  case_file: {
    id: 'o.case_id', person_id: 'o.person_id', basin_id: 'o.basin_id', counsellor_id: 'o.counsellor_id', referent_id: 'o.referent_id',
    // Nothing moves on with time: there would be no facts to read again.
    next_change_on: 'null',
    reference: `'RB-' || substr(t.reference, 4, 4) || '-' || (1000000 + o.rank)`,
  },
  case_measure: { case_id: 'o.case_id', basin_id: 'o.basin_id', counsellor_id: 'o.counsellor_id', referent_id: 'o.referent_id' },
  deadline: { id: 'uuidv7()', case_id: 'o.case_id', basin_id: 'o.basin_id', counsellor_id: 'o.counsellor_id', referent_id: 'o.referent_id' },
}

const FROM: Readonly<Record<CopiedTable, string>> = {
  person: 'copied o join person t on t.id = o.of_person',
  case_file: 'copied o join case_file t on t.id = o.of_case',
  case_measure: 'copied o join case_measure t on t.case_id = o.of_case',
  // Of past files, every deadline is met or gone: no figure counts them, no list shows them.
  deadline: 'copied o join deadline t on t.case_id = o.of_case where o.weeks = 0',
}

function valueOf({ name, type }: Column): string {
  const column = `t.${name}`
  if (name === 'birth_date') return `${column} - (o.rank % 700)::integer`
  if (type === 'date') return `${column} - 7 * o.weeks`
  if (type === 'datemultirange') return `case when o.weeks = 0 then ${column} else (select range_agg(daterange(lower(r) - 7 * o.weeks, upper(r) - 7 * o.weeks)) from unnest(${column}) r) end`
  if (name === 'work_months')
    return `case when o.weeks = 0 or ${column} = '{}' then ${column} else (select array_agg(distinct (extract(year from d) * 100 + extract(month from d))::integer)
      from unnest(${column}) w, lateral (select make_date(w / 100, w % 100, 15) - 7 * o.weeks as d) moved) end`
  return column
}

/** Indexes that no key rests on, taken away while rows come in and made again after. */
async function withoutIndexes(sql: Driver, work: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid = any(${[...COPIED]}::regclass[]) and not i.indisunique and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await work()
  await sql.unsafe(`set maintenance_work_mem = '1GB'`)
  for (const { definition } of indexes) await sql.unsafe(definition)
}

export interface Copying {
  /** Every file of the database is there this many times in all, at least. */
  readonly times: number
  /** How many files there are to be in the end, live and past. */
  readonly live: number
  readonly past: number
}

/** Somebody of an operator in a basin, as often as the basin is populated. */
async function laySlots(sql: DriverTransaction): Promise<void> {
  await sql`
    create temporary table slot on commit drop as
    select operator_id, basin_id, counsellor_id, referent_id, row_number() over (partition by operator_id order by random()) - 1 as rank,
           count(*) over (partition by operator_id) as among
    from case_file`
  await sql`create index on slot (operator_id, rank)`
  await sql`analyze slot`
}

/**
 * Multiplies the files of a database until there are as many as asked. Each copy has the place and the people of another
 * file of its operator, drawn again each time; a past one is one to twenty-six weeks older.
 */
export async function multiplyFiles(sql: Driver, { live, past, times }: Copying, say: (line: string) => void): Promise<void> {
  await withoutIndexes(sql, async () => {
    await sql.begin(async (transaction) => {
      await transaction`select set_config('session_replication_role', 'replica', true), set_config('synchronous_commit', 'off', true), set_config('work_mem', '256MB', true)`
      await laySlots(transaction)
      await transaction`
        create temporary table copied on commit drop as
        select uuidv7() as case_id, uuidv7() as person_id, f.of_case, f.of_person, f.rank, f.weeks, s.basin_id, s.counsellor_id, s.referent_id
        from (
          select c.id as of_case, c.person_id as of_person, c.operator_id, row_number() over (partition by c.closed order by copy, c.id) as nth, c.closed,
                 row_number() over () as rank, case when c.closed then 1 + floor(random() * 26)::integer else 0 end as weeks,
                 floor(random() * sizes.among)::bigint as place
          from case_file c cross join generate_series(2, ${times}) as copy join (select operator_id, max(among) as among from slot group by 1) sizes using (operator_id)) f
        join slot s on s.operator_id = f.operator_id and s.rank = f.place
        where f.nth <= case when f.closed then ${past} - (select count(*) from case_file where closed) else ${live} - (select count(*) from case_file where not closed) end`
      await transaction`analyze copied`
      for (const table of COPIED) {
        const started = performance.now()
        const columns = await columnsOf(transaction, table)
        const values = columns.map((column) => INSTEAD[table][column.name] ?? valueOf(column))
        const { count } = await transaction.unsafe(`insert into ${table} (${columns.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from ${FROM[table]}`)
        say(`${table}: ${count} rows more, ${((performance.now() - started) / 1000).toFixed(0)} s`)
      }
      // Those told apart do not move on with time either.
      await transaction`update case_file set next_change_on = null where next_change_on is not null`
    })
  })
}
