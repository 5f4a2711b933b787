// What carries an e-mail away: a mail server, or nothing, and it stays in the local outbox.
import { createTransport } from 'nodemailer'
import type { Environment } from '../environment.ts'
import { headerName } from './address.ts'

export interface Letter {
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  /** Who answers go to; the sender unless given. */
  readonly replyTo: { readonly name: string; readonly address: string } | null
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

/** Why a letter did not go; the wording is in the messages, by this code. */
export const FAILURES = ['no_such_mailbox', 'refused', 'busy', 'unreachable', 'login', 'timeout', 'unknown', 'interrupted', 'reported'] as const
export type Failure = (typeof FAILURES)[number]

export type Delivery =
  | { readonly kind: 'sent' }
  /** There is no server: the local outbox keeps it. */
  | { readonly kind: 'kept_locally' }
  /** The mailbox does not exist, or refuses: no use trying again. */
  | { readonly kind: 'bounced'; readonly failure: Failure; readonly said: string | null }
  /** The server refuses the letter itself for good. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly said: string | null }
  /** Not now. */
  | { readonly kind: 'later'; readonly failure: Failure; readonly said: string | null }
  /** Nobody answers, or nobody lets us in: it is the server's trouble, not this letter's, and the others wait too. */
  | { readonly kind: 'unreachable'; readonly failure: Failure; readonly said: string | null }

export type Courier = (letter: Letter) => Promise<Delivery>

/** Longest answer of a server that is kept. */
const LONGEST_ANSWER = 500

function said(text: string | undefined): string | null {
  const line = headerName(text ?? '').slice(0, LONGEST_ANSWER)
  return line === '' ? null : line
}

interface ServerError {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
}

const NO_SERVER = ['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'ESOCKET', 'ETLS', 'EPROTOCOL']

/** What an error of the sending means for the letter. */
export function deliveryOf({ code, command, responseCode, response, message }: ServerError): Delivery {
  const words = said(response ?? message)
  if (code === 'EAUTH') return { kind: 'unreachable', failure: 'login', said: words }
  if (responseCode !== undefined && responseCode >= 500) {
    return command === 'RCPT TO' ? { kind: 'bounced', failure: 'no_such_mailbox', said: words } : { kind: 'refused', failure: 'refused', said: words }
  }
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'later', failure: 'busy', said: words }
  // Silence after the greeting: this letter may have been taken, and the server is there for the others.
  if (code === 'ETIMEDOUT' && message === 'Timeout') return { kind: 'later', failure: 'timeout', said: words }
  if (code === 'ETIMEDOUT') return { kind: 'unreachable', failure: 'unreachable', said: words }
  if (code !== undefined && NO_SERVER.includes(code)) return { kind: 'unreachable', failure: 'unreachable', said: words }
  return { kind: 'later', failure: 'unknown', said: words }
}

export interface CourierSettings {
  /** Milliseconds that the server has to answer, at each step. */
  readonly patience?: number
}

/** The courier of an environment: the server it names, or the local outbox. */
export function courierOf({ SMTP_URL }: Pick<Environment, 'SMTP_URL'>, { patience = 15_000 }: CourierSettings = {}): Courier {
  if (SMTP_URL === undefined) return () => Promise.resolve({ kind: 'kept_locally' })
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, disableFileAccess: true, disableUrlAccess: true })
  return async ({ messageId, from, replyTo, to, subject, text }) => {
    const person = ({ name, address }: Letter['to']) => ({ name: headerName(name), address })
    try {
      await transport.sendMail({
        messageId,
        from: person(from),
        to: [person(to)],
        ...(replyTo === null ? {} : { replyTo: person(replyTo) }),
        subject,
        text,
        envelope: { from: from.address, to: [to.address] },
      })
      return { kind: 'sent' }
    } catch (error) {
      return deliveryOf(error as ServerError)
    }
  }
}
