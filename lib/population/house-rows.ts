import type { DriverTransaction } from '../database/driver.ts'
import type { Colleague, OperatorHouse } from './posts.ts'
import { zones } from './zones.ts'

/** Writes the 306 employment zones that are not there yet; gives the identity of each by its code. */
export async function writeBasins(sql: DriverTransaction): Promise<Map<string, string>> {
  const rows = zones().map((zone) => ({
    scheme: 'ZE2020',
    code: zone.code,
    name: zone.name,
    region_code: zone.regionCode,
    region_name: zone.regionName,
    department_codes: zone.departmentCodes,
    main_department_code: zone.mainDepartmentCode,
    population: zone.population,
    latitude: zone.latitude,
    longitude: zone.longitude,
  }))
  await sql`
    insert into basin (scheme, code, name, region_code, region_name, department_codes, main_department_code, population, latitude, longitude)
    select scheme, code, name, region_code, region_name, department_codes, main_department_code, population, latitude, longitude
    from jsonb_to_recordset(${sql.json(rows)}) as zone(scheme text, code text, name text, region_code text, region_name text,
      department_codes text[], main_department_code text, population integer, latitude double precision, longitude double precision)
    on conflict (scheme, code) do nothing`
  const kept = await sql<{ id: string; code: string }[]>`select id, code from basin where scheme = 'ZE2020'`
  return new Map(kept.map(({ id, code }) => [code, id]))
}

/** Writes operators, the zones they serve and the people who work there. */
export async function writeOperators(sql: DriverTransaction, operators: readonly OperatorHouse[], basins: ReadonlyMap<string, string>, passwordHash: string): Promise<void> {
  for (const operator of operators) {
    const { settings } = operator
    await sql`
      insert into operator (id, slug, name, kind, roll_policy, contact_interval_days, follow_up_interval_days)
      values (${operator.id}, ${operator.slug}, ${operator.name}, ${operator.kind}, ${settings.rollPolicy}, ${settings.contactIntervalDays}, ${settings.followUpIntervalDays})`
    await sql`
      insert into operator_basin (operator_id, basin_id)
      select ${operator.id}, id from basin where scheme = 'ZE2020' and code = any(${operator.zones.map(({ code }) => code)})`
    await writeColleagues(sql, operator.people, operator.id, passwordHash)
    const seats = operator.people.flatMap(({ id, basinCodes }) => basinCodes.map((code) => ({ account_id: id, basin_id: basins.get(code) ?? null, operator_id: operator.id })))
    await sql`
      insert into account_basin (account_id, basin_id, operator_id)
      select account_id, basin_id, operator_id from jsonb_to_recordset(${sql.json(seats)}) as seat(account_id uuid, basin_id uuid, operator_id uuid)`
  }
}

/** Writes accounts, of an operator or above them. */
export async function writeColleagues(sql: DriverTransaction, people: readonly Colleague[], operatorId: string | null, passwordHash: string): Promise<void> {
  const rows = people.map(({ id, email, displayName, role, territory }) => ({ id, email, display_name: displayName, role, territory: territory === undefined ? null : { level: territory.level, codes: [...territory.codes] } }))
  await sql`
    insert into account (id, operator_id, email, display_name, password_hash, role, territory)
    select id, ${operatorId}::uuid, email, display_name, ${passwordHash}, role, territory
    from jsonb_to_recordset(${sql.json(rows)}) as account(id uuid, email text, display_name text, role text, territory jsonb)`
}
