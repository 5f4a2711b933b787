// The one Prisma client of a process. It connects as the app's role, which owns nothing and sees no tenant row until a
// transaction says who is asking: outside this folder, go through ./transactions.ts.
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

/** What no query returns unless it names it; the app's role could not read it anyway. */
const HIDDEN = { account: { passwordHash: true } } as const

function connect(url: string) {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: Number(process.env.DATABASE_POOL_SIZE ?? 10) }),
    omit: HIDDEN,
  })
}

export type Database = ReturnType<typeof connect>

/** The client inside an interactive transaction. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

// Kept on the global object: Next loads a module once per bundle, and again at each change in development.
const kept = globalThis as typeof globalThis & { rebondDatabase?: { url: string; client: Database } }

/** The address the app connects to. Throws where APP_DATABASE_URL is not set: the launcher sets it. */
export function appDatabaseUrl(): string {
  const url = process.env.APP_DATABASE_URL
  if (!url) throw new Error('APP_DATABASE_URL is not set: start through the npm scripts, or set it to the address of the app’s role')
  return url
}

/** The client for APP_DATABASE_URL, made at first use. */
export function database(): Database {
  const url = appDatabaseUrl()
  if (kept.rebondDatabase?.url !== url) kept.rebondDatabase = { url, client: connect(url) }
  return kept.rebondDatabase.client
}

/** Closes the connections, for a worker or a test that ends. */
export async function closeDatabase(): Promise<void> {
  const open = kept.rebondDatabase
  delete kept.rebondDatabase
  await open?.client.$disconnect()
}
