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

/** Reads a kept content back; throws on one that no command could have written. */
export function readAddedText(content: unknown): AddedText {
  return addedTextSchema.parse(content)
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
  const rows = await tx.$queryRaw<{ content: unknown }[]>`
    select content from added_text where id = any(${ids.map(({ id }) => id)}::uuid[]) order by published_at, id`
  const texts = rows.map(({ content }) => readAddedText(content))
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

/** The same for a page that anyone reads: the rules, the public simulator. */
export function textsForReading(): Promise<Texts> {
  return withoutActor((tx) => textsInForce(tx))
}
