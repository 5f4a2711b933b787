import { createHash, timingSafeEqual } from 'node:crypto'
import { operatorsToVisit } from '../database/transactions.ts'
import { bounceSecret } from '../environment.ts'
import { readBounceReport } from './bounce-report.ts'
import { recordBounce } from './mailbox.ts'

/** Message-IDs of one report that are looked for. */
const MOST_NAMED = 10

export type BounceReceived =
  | 'recorded'
  /** None of ours, not sent by a server, or said to have come back already. */
  | 'nothing_to_record'
  | 'not_failed'
  | 'unreadable'

/** Records what a report of delivery says of one of our e-mails, whichever operator's. */
export async function receiveBounce(letter: string): Promise<BounceReceived> {
  const report = readBounceReport(letter)
  if (report.kind !== 'failed') return report.kind
  const operators = await operatorsToVisit()
  for (const messageId of report.messageIds.slice(0, MOST_NAMED)) {
    for (const { id } of operators) {
      if (await recordBounce(id, messageId, report.said)) return 'recorded'
    }
  }
  return 'nothing_to_record'
}

const digestOf = (text: string) => createHash('sha256').update(text).digest()

/**
 * Whether an `Authorization` header lets a letter be handed over: it bears the secret `MAIL_BOUNCE_SECRET`; `closed` where
 * none is set. How long the comparison takes tells nothing of the secret.
 */
export function mayHandOver(authorization: string | null): 'yes' | 'no' | 'closed' {
  const secret = bounceSecret()
  if (secret === null) return 'closed'
  const given = /^Bearer +(?<secret>\S+) *$/iu.exec(authorization ?? '')?.groups?.['secret']
  return given !== undefined && timingSafeEqual(digestOf(given), digestOf(secret)) ? 'yes' : 'no'
}
