import { isDeepStrictEqual } from 'node:util'
import { derive, shippedTexts, type CaseFile } from '../../accord/index.ts'
import { present } from '../../accord/simulate/answer.ts'
import type { SimulationRequest } from '../../accord/simulate/request.ts'
import { byHand } from './by-hand.ts'
import { byJsonRulesEngine, conditionFacts, conditionsEngine } from './by-json-rules-engine.ts'
import { byPublicodes, formulasEngine, situationOf } from './by-publicodes.ts'
import { conditionsOf, formulasOf } from './of-the-law.ts'
import { timings, type Timing } from './rounds.ts'
import { twelveFacts } from './twelve-facts.ts'

const LEAST_PER_SECOND = 10_000
const LEAST_SHARE_OF_BY_HAND = 0.1
const FILES = 24

const deriveOf = ({ record, settings, today }: SimulationRequest): CaseFile => derive(record, shippedTexts, settings, today)

/** Files of one form whose days and wages differ, so that no answer is that of the file before. */
function files(): readonly SimulationRequest[] {
  return Array.from({ length: FILES }, (_, index) =>
    twelveFacts({ employment: { monthlyGross: `${2_000 + index * 37}.50`, hiredOn: `20${String(index % 22).padStart(2, '0')}-03-0${1 + (index % 9)}` }, jobOn: `2026-07-${String(1 + (index % 15)).padStart(2, '0')}` }),
  )
}

const differing = (index: number, what: string): never => {
  throw new Error(`file ${index}: ${what} does not give what the law gives; nothing is timed`)
}

const figure = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/gu, ' ')

function line({ name, perSecond, range: [slowest, fastest] }: Timing): string {
  return `${name.padEnd(58)} ${figure(perSecond).padStart(9)} a second  (${figure(slowest)} to ${figure(fastest)})`
}

/**
 * Times the law on files of twelve facts, beside the same dates and amounts by hand, and beside two rule engines
 * on what each can hold. Every way is first held to give what the law gives.
 * @returns the lines to print, and whether the two figures asked of the law are kept
 */
export async function benchLaw(rounds: number): Promise<{ readonly lines: readonly string[]; readonly kept: boolean }> {
  const requests = files()
  const derived = requests.map(deriveOf)
  const conditions = conditionsEngine()
  const formulas = formulasEngine()
  const given = requests.map((request, index) => conditionFacts(request, derived[index]?.dates.bonusLastJobStart ?? 0))
  const situations = requests.map((request, index) => situationOf(request, derived[index]?.dates.cspTerm ?? request.today))
  for (const [index, request] of requests.entries()) {
    const file = derived[index] ?? deriveOf(request)
    const { dates, amounts } = byHand(request)
    if (!isDeepStrictEqual(dates, file.dates) || !isDeepStrictEqual(amounts, file.amounts)) differing(index, 'the computation by hand')
    if (!isDeepStrictEqual(await byJsonRulesEngine(conditions, given[index] ?? {}), conditionsOf(file))) differing(index, 'json-rules-engine')
    if (!isDeepStrictEqual(byPublicodes(formulas, situations[index] ?? {}), formulasOf(file))) differing(index, 'publicodes')
  }
  const request = (file: number): SimulationRequest => requests[file % FILES] as SimulationRequest
  const timed = await timings(
    [
      { name: 'derive: a file of 12 facts, explanations included', work: (file) => deriveOf(request(file)) },
      { name: 'derive, then every sentence in French', work: (file) => present(deriveOf(request(file)), 'fr') },
      { name: 'by hand: the same dates and amounts, nothing explained', work: (file) => byHand(request(file)) },
      { name: 'json-rules-engine 7.3.1: 3 rules of conditions, no date', work: (file) => byJsonRulesEngine(conditions, given[file % FILES] ?? {}) },
      { name: 'publicodes 1.10.3: 6 formulas, the term given', work: (file) => byPublicodes(formulas, situations[file % FILES] ?? {}) },
    ],
    rounds,
  )
  const pace = (index: number): number => timed[index]?.perSecond ?? 0
  const ours = pace(0)
  const share = ours / pace(2)
  const kept = ours >= LEAST_PER_SECOND && share >= LEAST_SHARE_OF_BY_HAND
  return {
    kept,
    lines: [
      `Medians of ${rounds} rounds, by seconds of computing on one core (Node ${process.versions.node}).`,
      '',
      ...timed.map(line),
      '',
      `derive beside the computation by hand: ${share.toFixed(2)} of its pace (asked: ${LEAST_SHARE_OF_BY_HAND} at least).`,
      `derive of the whole file beside json-rules-engine on its three rules: ${(ours / pace(3)).toFixed(1)} times its pace.`,
      `derive of the whole file beside publicodes on its six formulas: ${(ours / pace(4)).toFixed(1)} times its pace.`,
      `derive: ${figure(ours)} a second (asked: ${figure(LEAST_PER_SECOND)} at least). ${kept ? 'Kept.' : 'NOT KEPT.'}`,
    ],
  }
}
