import pg from 'pg'

/** @returns the same server's address with another database name */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

/** @returns the database an address names */
export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** Runs one piece of work over one connection, and closes it. */
export async function connected<Outcome>(url: string, work: (client: pg.Client) => Promise<Outcome>): Promise<Outcome> {
  const client = new pg.Client({ connectionString: url })
  // A connection cut by `drop database … with (force)` is told here too; the query has its own error.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @param url any database of the server */
export async function databaseExists(url: string, name: string): Promise<boolean> {
  return await connected(url, async (client) => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1)
}

/** Makes a database, a copy of `template` when one is named (nobody may be connected to it). */
export async function createDatabase(url: string, name: string, template = 'template1'): Promise<void> {
  await connected(url, (client) => client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`))
}

/** Drops a database if it exists, cutting whoever is connected. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await connected(url, (client) => client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`))
}

/** Gives a database another name; nobody may be connected to it. */
export async function renameDatabase(url: string, from: string, to: string): Promise<void> {
  await connected(url, (client) => client.query(`alter database ${client.escapeIdentifier(from)} rename to ${client.escapeIdentifier(to)}`))
}
