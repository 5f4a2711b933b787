// Addresses that nobody's form writes: the pages whose state is their query answer them all, in one form, at a bounded cost.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { isCanonical, PUBLIC_CHOICE, readAnswers, withAnswers } from '@/components/choice/address.ts'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { ChoiceScreen } from '@/components/choice/choice-screen.tsx'
import { questionsOn as choiceQuestions } from '@/components/choice/questions.ts'
import { readChoice } from '@/components/choice/read-choice.ts'
import { legalWords } from '@/components/file/legal-words.ts'
import { readTwoDays } from '@/components/file/two-days/address.ts'
import { readWhatIfAddress } from '@/components/file/what-if/address.ts'
import { queryProblems, readQuestion } from '@/components/file/what-if/question.ts'
import { WhatIfScreen } from '@/components/file/what-if/what-if-screen.tsx'
import { readSimulatorAddress, simulatorHref } from '@/components/simulator/address.ts'
import { EXAMPLES } from '@/components/simulator/examples.ts'
import { eventFields } from '@/components/simulator/events.ts'
import { QUESTIONS } from '@/components/simulator/questions.ts'
import { SimulatorScreen } from '@/components/simulator/simulator-screen.tsx'
import { day, FACT_KINDS, shippedTexts } from '@/lib/accord'
import { compareChoices } from '@/lib/accord/choice/compare.ts'
import { weigh } from '@/lib/cases/queries/what-if.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { markupOf, viewOf } from '@/tests/file-screens/a-view.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }), usePathname: () => '/' }))

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) }
const TODAY = day('2026-11-22')

/** What a hand, a broken link or someone who tries may put for an answer. */
const NASTY = [
  '', ' ', '\0', '\uD800', 'a'.repeat(10_000), '\uD83D\uDE00'.repeat(31), `${'1'.repeat(59)}\uD83D\uDE00`, '__proto__', 'constructor', 'toString', 'null', 'NaN', '1e999', '-1', '-0', '0', '9'.repeat(60),
  '0001-01-01', '9999-12-31', '2026-02-31', '31/02/2026', '2199-12-31', '1900-01-01', '2026-11-22', '2026-02-30T00:00', '12,5', '1 234,56 €', '.5', '<script>', "';--", '{"a":1}', '%00', '\u202E', '1'.padStart(40, '0'),
  'employer', 'france_travail', 'experiment', 'true', 'false', 'A', 'H', 'interview', '24', '2000', '2026-01-12', '2026-09-14', '2100-12-31', '2800.00', 'cspTerm',
]
const value = fc.oneof(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY), fc.string({ maxLength: 80, unit: 'binary' }))
const answer = fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { maxLength: 4 }) })
function queryOver(names: readonly string[]): fc.Arbitrary<Record<string, string | readonly string[]>> {
  return fc.array(fc.tuple(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: value }), answer), { maxLength: 30 }).map((pairs) => Object.fromEntries(pairs))
}
const locale = fc.constantFrom<Locale>('fr', 'en')

/** The query of an address, as a browser sends it back: half a character is replaced on the way. */
function sent(href: string): PageQuery {
  const query: Record<string, string | string[]> = {}
  for (const [name, text] of new URL(href, 'http://localhost').searchParams) query[name] = name in query ? [...[query[name]!].flat(), text] : text
  return query
}

const simulatorNames = [
  ...QUESTIONS.map(({ field }) => field.path), 'geste', 'evenement', 'retirer', 'pourquoi',
  ...['1', '2', '40', '041', '999'].flatMap((number) => [`f${number}`, ...FACT_KINDS.flatMap((kind) => eventFields(kind)).map(({ path }) => `f${number}-${path}`)]),
]

describe('the simulator', { timeout: 60_000 }, () => {
  const shown = (query: PageQuery, language: Locale): string => {
    const address = readSimulatorAddress(query, language)
    return markupOf(<SimulatorScreen address={address} today={TODAY} texts={shippedTexts} wait={null} origin="https://rebond.example.org" open addressOf={() => Promise.resolve('')} />, language)
  }
  test('leads any query to one form in one step, and answers it', () => {
    fc.assert(
      fc.property(queryOver(simulatorNames), fc.boolean(), locale, (drawn, onExample, language) => {
        const query = onExample ? { ...sent(simulatorHref(EXAMPLES.workPeriod)), ...drawn } : drawn
        const { state, why } = readSimulatorAddress(query, language)
        const led = sent(simulatorHref(state, { why }))
        expect(readSimulatorAddress(led, language).canonical).toBe(true)
        expect(shown(led, language)).toContain('<form')
      }),
      RUNS,
    )
  })
})

describe('accepting and refusing compared', { timeout: 60_000 }, () => {
  const names = choiceQuestions('employer').map(({ field }) => field.path)
  test('leads any query to one form in one step, and answers it', () => {
    const basis = { engagement: '2026-09-14', remise: '2026-09-14', embauche: '2012-03-01', brut: '2800.00', 'duree-are': '548' }
    fc.assert(
      fc.property(queryOver([...names, 'inscription']), fc.boolean(), locale, (drawn, onExample, language) => {
        const answers = readAnswers(onExample ? { ...basis, ...drawn } : drawn, language)
        const led = sent(withAnswers(PUBLIC_CHOICE, answers))
        const again = readAnswers(led, language)
        expect(isCanonical(led, again)).toBe(true)
        const asked = readChoice(again, null, language)
        expect(markupOf(<ChoiceScreen base={PUBLIC_CHOICE} answers={again} asked={asked} today={TODAY} texts={shippedTexts} known={null} head={null} />, language)).toContain('<form')
      }),
      RUNS,
    )
  })

  test('shows some years at most: a letter or a decision too far from the proposal is refused, not drawn', () => {
    const basis = { engagement: '2026-09-14', remise: '2026-09-14', embauche: '1990-01-01', brut: '2800.00', preavis: '24', 'duree-are': '2000', mois: '24' }
    for (const [name, more] of [['lettre', {}], ['autorisation', { protege: 'true' }]] as const) {
      const refused = readChoice({ ...basis, ...more, [name]: '2100-12-31' }, null, 'fr')
      expect(refused).toEqual({ ok: false, problems: [{ field: name, message: 'Écrivez une date au plus tard deux ans après la proposition.' }] })
      const held = readChoice({ ...basis, ...more, [name]: '2028-09-14' }, null, 'fr')
      if (!held.ok) throw new Error(JSON.stringify(held.problems))
      const choice = compareChoices(held.input, shippedTexts)
      expect(choice.kind === 'compared' && choice.months.length).toBeLessThanOrEqual(52)
    }
  })

  test('waits where the same address of the network asked too often', () => {
    const answers = { engagement: '2026-09-14', remise: '2026-09-14', embauche: '2012-03-01', brut: '2800.00' }
    const screen = (wait: number | null) => markupOf(<ChoiceScreen base={PUBLIC_CHOICE} answers={answers} asked={readChoice(answers, null, 'fr')} today={TODAY} texts={shippedTexts} wait={wait} known={null} head={null} />)
    expect(screen(12)).toContain('Réessayez dans 12')
    expect(screen(12).length).toBeLessThan(screen(null).length / 2)
  })
})

describe('the pages of a file', { timeout: 60_000 }, () => {
  const view = viewOf({ frame: { sjr: '100.00', areDaily: '57.40', areDurationDays: 548 }, facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03']], today: '2026-07-01' })
  const names = ['plus-tard', 'vu-le', 'ajouter', ...['1', '2', '6', '7', '9'].flatMap((rank) => ['kind', 'on', 'from', 'to', 'cause', 'leave', 'contract', 'months', 'monthlyGross', 'validatedOn', 'motive', '__proto__'].map((path) => `${rank}.${path}`))]
  const kinds = fc.record({ '1.kind': fc.constantFrom(...FACT_KINDS, 'frame', 'withdrawn', '__proto__'), '2.kind': fc.constantFrom(...FACT_KINDS) })
  test('« Et si… ? » answers any query', () => {
    fc.assert(
      fc.property(queryOver(names), kinds, locale, (drawn, chosen, language) => {
        const address = readWhatIfAddress({ ...drawn, ...chosen })
        const { question, problems } = readQuestion(address, language)
        const asked = weigh(view, question)
        const words = legalWords(language, view.file.regime)
        expect(markupOf(<WhatIfScreen asked={asked} words={words} address={address} problems={[...problems, ...queryProblems(asked.errors, view.today, language)]} />, language)).toContain('<form')
      }),
      RUNS,
    )
  })

  test('two days are read from any query', () => {
    fc.assert(fc.property(queryOver(['du', 'au']), (drawn) => {
      const { from, to, unread } = readTwoDays(drawn)
      expect(unread === null || (from === null && to === null)).toBe(true)
    }), RUNS)
  })
})
