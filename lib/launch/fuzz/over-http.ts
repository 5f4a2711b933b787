import { setTimeout as pause } from 'node:timers/promises'
import { chanceOf } from './chance.ts'
import { drawCall } from './mischief.ts'
import { faultsOfCall, MOST_MILLISECONDS } from './round.ts'

/** Longest body that the route reads. */
const MOST_BYTES = 1_000_000
const TOO_LONG = `[${'{"today":"2026-03-01"},'.repeat(60_000)}{}]`
const TOO_MANY = `[${'3,'.repeat(1_000)}3]`

export interface SentRound {
  readonly requests: number
  readonly statuses: Readonly<Record<string, number>>
  readonly slowestMilliseconds: number
  readonly failures: readonly { readonly index: number; readonly call: string; readonly faults: readonly string[] }[]
}

interface Received {
  readonly status: number
  readonly body: unknown
  readonly milliseconds: number
}

/** Sends a call, waiting where the server asks for it (429): its rate is not what is tested here. */
async function send(url: string, call: string): Promise<Received> {
  for (;;) {
    const begun = performance.now()
    const response = await fetch(url, { method: 'POST', body: call, headers: { 'content-type': 'application/json' } })
    if (response.status !== 429) return { status: response.status, body: await response.json().catch(() => null), milliseconds: performance.now() - begun }
    await response.body?.cancel()
    await pause((Number(response.headers.get('retry-after') ?? 1) + 0.2) * 1_000)
  }
}

/** A server may be busy with others: more than in this process, and still no hang. */
const MOST_MILLISECONDS_OF_AN_ANSWER = 5 * MOST_MILLISECONDS

function faultsOfSent(call: string, { status, body, milliseconds }: Received): readonly string[] {
  if (milliseconds > MOST_MILLISECONDS_OF_AN_ANSWER) return [`took ${Math.round(milliseconds)} ms`]
  const size = Buffer.byteLength(call)
  const expected = size > MOST_BYTES ? [413] : [200, 400]
  if (!expected.includes(status)) return [`HTTP ${status}, ${size} bytes`]
  return faultsOfCall(call, status === 200, body)
}

/** Sends calls drawn from a seed, and the two that only a server refuses, to an address of the route. */
export async function answersOver(url: string, requests: number, seed: number): Promise<SentRound> {
  const chance = chanceOf(seed)
  const statuses: Record<string, number> = {}
  const failures: { index: number; call: string; faults: readonly string[] }[] = []
  let slowest = 0
  const calls = [TOO_LONG, TOO_MANY, ...Array.from({ length: requests }, () => drawCall(chance))]
  for (const [index, call] of calls.entries()) {
    const received = await send(url, call)
    statuses[received.status] = (statuses[received.status] ?? 0) + 1
    slowest = Math.max(slowest, received.milliseconds)
    const faults = faultsOfSent(call, received)
    if (faults.length > 0) failures.push({ index, call, faults })
  }
  return { requests: calls.length, statuses, slowestMilliseconds: slowest, failures }
}
