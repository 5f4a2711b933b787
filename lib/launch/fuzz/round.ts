import { answerCall } from '../../accord/simulate/answer.ts'
import { shippedTexts } from '../../accord/index.ts'
import { chanceOf } from './chance.ts'
import { faultsOf } from './faults.ts'
import { drawCall } from './mischief.ts'

/** No request may hold a process longer than this, however it is made. */
export const MOST_MILLISECONDS = 2_000

/** What became of the calls of one seed. */
export interface Round {
  readonly seed: number
  readonly requests: number
  readonly answered: number
  readonly refused: number
  readonly slowestMilliseconds: number
  /** Calls whose answer breaks the contract: their place among the calls, their text and what is wrong. */
  readonly failures: readonly { readonly index: number; readonly call: string; readonly faults: readonly string[] }[]
}

/** How many facts each request of a call carries, in the order of the answers. */
function factCounts(source: string): readonly number[] {
  const counted = (request: unknown): number => {
    const facts = typeof request === 'object' && request !== null && 'facts' in request ? request.facts : null
    return Array.isArray(facts) ? facts.length : 0
  }
  try {
    const parsed = JSON.parse(source) as unknown
    return Array.isArray(parsed) ? parsed.map(counted) : [counted(parsed)]
  } catch {
    return [0]
  }
}

/** What is wrong with the answer given to a call; `status` where it came over HTTP. */
export function faultsOfCall(source: string, ok: boolean, body: unknown): readonly string[] {
  const counts = factCounts(source)
  const answers = Array.isArray(body) ? body : [body]
  if (ok !== (Array.isArray(body) || !(typeof body === 'object' && body !== null && 'error' in body))) return ['ok and its answer disagree']
  return answers.flatMap((answer, index) => faultsOf(answer, counts[index] ?? 0))
}

/** Sends `requests` calls drawn from a seed to the simulator in this process, and judges every answer. */
export function fuzz(requests: number, seed: number, tell: (done: number) => void = () => {}): Round {
  const chance = chanceOf(seed)
  const failures: { index: number; call: string; faults: readonly string[] }[] = []
  let answered = 0
  let slowest = 0
  for (let index = 0; index < requests; index += 1) {
    const call = drawCall(chance)
    const locale = chance.oneIn(2) ? 'fr' : 'en'
    const begun = performance.now()
    let faults: readonly string[]
    try {
      const { ok, body } = answerCall(call, shippedTexts, locale)
      const spent = performance.now() - begun
      slowest = Math.max(slowest, spent)
      if (ok) answered += 1
      faults = [...faultsOfCall(call, ok, JSON.parse(JSON.stringify(body)) as unknown), ...(spent > MOST_MILLISECONDS ? [`took ${Math.round(spent)} ms`] : [])]
    } catch (error) {
      faults = [`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
    }
    if (faults.length > 0) failures.push({ index, call, faults })
    tell(index + 1)
  }
  return { seed, requests, answered, refused: requests - answered, slowestMilliseconds: slowest, failures }
}
