import { shippedTexts, type Texts } from '../../accord/index.ts'
import type { Transaction } from '../../database/client.ts'
import { withoutActor } from '../../database/transactions.ts'

/**
 * The texts that every derivation of kept files is given: those shipped, and those administrators published.
 * @param until the texts as they were known before that moment; now, where not given
 */
export async function textsInForce(_tx: Transaction, _until: Date | null = null): Promise<Texts> {
  return shippedTexts
}

/** The same for a page that anyone reads: the rules, the public simulator. */
export function textsForReading(): Promise<Texts> {
  return withoutActor((tx) => textsInForce(tx))
}
