import postgres from 'postgres'

/** A connection by the `postgres` driver, for what Prisma cannot do. */
export type Driver = postgres.Sql

/** The same inside `sql.begin`. */
export type DriverTransaction = postgres.TransactionSql

/**
 * Opens connections by the `postgres` driver.
 * @param url the owner's address for COPY in bulk, the app's for LISTEN
 */
export function openDriver(url: string, connections = 1): Driver {
  return postgres(url, { max: connections, onnotice: () => undefined, connection: { application_name: 'rebond' } })
}
