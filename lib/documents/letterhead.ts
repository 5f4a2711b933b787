import { readAccent } from '../access/accent.ts'
import type { Transaction } from '../database/client.ts'
import type { Letterhead } from './pdf/render.ts'

/** Our own colour, for an operator that has none. */
const OURS = { stroke: '#0e5a4f', words: '#0b5247', soft: '#eaf4f0', on: '#ffffff' } as const

/** What a document wears that is of no operator. */
export const PLAIN_LETTERHEAD: Letterhead = { logo: null, accent: OURS }

/** What the documents of an operator wear: its logo and its colour, as the law of contrast lets it be. */
export async function letterheadOf(tx: Transaction, operatorId: string): Promise<Letterhead> {
  const [row] = await tx.$queryRaw<{ accent: unknown; image: Uint8Array | null; width: number | null; height: number | null }[]>`
    select o.accent, l.image, l.width, l.height from operator o left join operator_logo l on l.operator_id = o.id where o.id = ${operatorId}::uuid`
  const light = readAccent(row?.accent)?.light
  return {
    logo: row?.image == null || row.width === null || row.height === null ? null : { image: Buffer.from(row.image), width: row.width, height: row.height },
    accent: light === undefined ? OURS : { stroke: light.accent, words: light.text, soft: light.soft, on: light.on },
  }
}
