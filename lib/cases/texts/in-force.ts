import { shippedTexts, type Texts } from '../../accord/index.ts'
import { addedTextSchema, textsWith, type AddedText } from '../../accord/texts/added.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { withoutActor } from '../../database/transactions.ts'

/**
 * Texts already read, by the identities of what was published: a published text never changes, so they say all. Kept on
 * the global object, as the client is, so that every bundle works out a text's parameters once. A handful at most: the
 * present set, and those of the earlier days that someone looks at.
 */
const kept = globalThis as typeof globalThis & { rebondTexts?: Map<string, readonly AddedText[]> }
const MOST_KEPT = 50

/**
 * Reads a kept content back; throws on one that no command could have written, naming the line of the table: a text in
 * force that cannot be read is law that nobody knows, and no file is derived without it.
 * @param id the line that holds it
 */
export function readAddedText(content: unknown, id: string): AddedText {
  const read = addedTextSchema.safeParse(content)
  if (read.success) return read.data
  throw new Error(`the added text ${id} cannot be read`, { cause: read.error })
}

/** The same where the law does not rest on it (a draft, a text of the past, what was counted): `null`, and a line in the log. */
export function readAddedTextOrNull(content: unknown, id: string): AddedText | null {
  const read = addedTextSchema.safeParse(content)
  if (!read.success) console.error(`the added text ${id} cannot be read and is left out`, read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  return read.success ? read.data : null
}

/**
 * The texts that administrators published and that nothing superseded, in the order of their publication.
 * @param until as they were known before that moment; now, where not given
 */
export async function publishedTexts(tx: Transaction, until: Date | null = null): Promise<readonly AddedText[]> {
  const known = until === null ? Prisma.sql`superseded_at is null` : Prisma.sql`published_at < ${until}::timestamptz and (superseded_at is null or superseded_at >= ${until}::timestamptz)`
  const ids = await tx.$queryRaw<{ id: string }[]>`select id from added_text where published_at is not null and ${known} order by published_at, id`
  const key = ids.map(({ id }) => id).join()
  const read = (kept.rebondTexts ??= new Map())
  const found = read.get(key)
  if (found !== undefined) return found
  const rows = await tx.$queryRaw<{ id: string; content: unknown }[]>`
    select id, content from added_text where id = any(${ids.map(({ id }) => id)}::uuid[]) order by published_at, id`
  const texts = rows.map(({ id, content }) => readAddedText(content, id))
  if (read.size >= MOST_KEPT) read.clear()
  read.set(key, texts)
  return texts
}

/**
 * The texts that every derivation of kept files is given: those shipped, and those administrators published. The same
 * set is the same value from one call to the next.
 * @param until the texts as they were known before that moment; now, where not given
 */
export async function textsInForce(tx: Transaction, until: Date | null = null): Promise<Texts> {
  return textsWith(shippedTexts, await publishedTexts(tx, until))
}

/**
 * Held by whoever records a fact, until they have: a publication waits for them, and they for it. Without it, a fact
 * recorded under the texts of before would be neither seen by what a publication counts, nor kept under the new ones.
 */
export async function holdTexts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended('texts.publish', 0))`
}

/** Held by a publication: each is checked against a set that nobody is changing, and no fact is being recorded meanwhile. */
export async function holdTextsAlone(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('texts.publish', 0))`
}

/** The texts in force, for a page that anyone reads: the rules, the public simulator. */
export function textsForReading(): Promise<Texts> {
  return withoutActor((tx) => textsInForce(tx))
}
