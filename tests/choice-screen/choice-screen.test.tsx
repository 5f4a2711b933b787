import { describe, expect, test, vi } from 'vitest'
import { choiceHrefOfFile, isCanonical, PUBLIC_CHOICE, readAnswers, withAnswers, type ChoiceAnswers } from '@/components/choice/address.ts'
import { ChoiceScreen } from '@/components/choice/choice-screen.tsx'
import { EXAMPLE } from '@/components/choice/example.ts'
import { groundOf } from '@/components/choice/file-ground.ts'
import { livedOn, scaleOf } from '@/components/choice/months-chart.tsx'
import { questionsOn } from '@/components/choice/questions.ts'
import { readChoice, type AskedChoice } from '@/components/choice/read-choice.ts'
import { roundedDifference } from '@/components/choice/round-amount.ts'
import { simulatorQuery } from '@/components/choice/simulator-link.ts'
import { FileHeader } from '@/components/file/header.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { readSimulatorAddress } from '@/components/simulator/address.ts'
import { day, isoOf, shippedTexts } from '@/lib/accord'
import { compareChoices, type Comparison } from '@/lib/accord/choice'
import type { Locale } from '@/lib/wording/locale.ts'
import { markupOf, readOf, viewOf, type WrittenView } from '@/tests/file-screens/a-view.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }), usePathname: () => PUBLIC_CHOICE }))

const queryOf = (href: string): Record<string, string> => Object.fromEntries(new URL(href, 'http://localhost').searchParams)
const asked = (answers: ChoiceAnswers): AskedChoice => readChoice(answers, null, 'fr')

function compared(answers: ChoiceAnswers): Comparison {
  const read = asked(answers)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const choice = compareChoices(read.input, shippedTexts)
  if (choice.kind !== 'compared') throw new Error(choice.kind)
  return choice
}

function problemsOf(answers: ChoiceAnswers): Readonly<Record<string, string>> {
  const read = asked(answers)
  return read.ok ? {} : Object.fromEntries(read.problems.map(({ field, message }) => [field, message]))
}

/** The public page as the server sends it. */
function markup(answers: ChoiceAnswers, locale: Locale = 'fr'): string {
  const blank = Object.keys(answers).length === 0
  return markupOf(
    <ChoiceScreen base={PUBLIC_CHOICE} answers={answers} asked={blank ? null : readChoice(answers, null, locale)} today={day('2026-11-22')} texts={shippedTexts} known={null} head={<h1>Titre</h1>} />,
    locale,
  )
}
const read = (answers: ChoiceAnswers, locale: Locale = 'fr'): string => readOf(markup(answers, locale))

describe('the address of a comparison', () => {
  test('restores every answer, in one form', () => {
    const all: ChoiceAnswers = { ...EXAMPLE, carence: '5', conges: '1200.00', lettre: '2026-09-25', emploi: '2027-01-04', 'salaire-emploi': '2400.00', dispense: 'true', mois: '18', quotite: '80' }
    const again = readAnswers(queryOf(withAnswers(PUBLIC_CHOICE, all)), 'fr')
    expect(again).toEqual(all)
    expect(isCanonical(queryOf(withAnswers(PUBLIC_CHOICE, all)), again)).toBe(true)
  })
  test('takes days and amounts as people type them, leaves empty answers and unknown names out', () => {
    const query = { engagement: ' 14/09/2026 ', brut: '2 600,5 €', sjr: '', autre: 'x' }
    const answers = readAnswers(query, 'fr')
    expect(answers).toEqual({ engagement: '2026-09-14', brut: '2600.50' })
    expect(isCanonical(query, answers)).toBe(false)
  })
  test('keeps what the simulator asked, and leads back to it', () => {
    const answers = readAnswers({ ...EXAMPLE, naissance: '1981-05-14', effectif: '45', sjr: '85.48', carence: '5' }, 'fr')
    const simulated = readSimulatorAddress(queryOf(simulatorQuery(answers)), 'fr')
    expect(simulated.canonical).toBe(true)
    expect(simulated.state.answers).toEqual({ ...EXAMPLE, naissance: '1981-05-14', effectif: '45', sjr: '85.48' })
  })
  test('asks of each path what is its own', () => {
    const names = (path: 'employer' | 'france_travail') => questionsOn(path).map(({ field }) => field.path)
    expect(names('employer')).not.toContain('inscription')
    expect(names('france_travail')).not.toContain('preavis')
  })
})

describe('what was typed', () => {
  test('is read into what the law compares', () => {
    const { input } = asked({ ...EXAMPLE, quotite: '80', carence: '0', emploi: '2027-01-04', 'salaire-emploi': '2400.00', dispense: 'true' }) as Extract<AskedChoice, { ok: true }>
    expect(input.frame).toMatchObject({ entryPath: 'employer', procedureType: 'interview', monthlyGross: '2600.00', noticeMonths: 2, areDurationDays: 548, workingTimeShare: 0.8 })
    expect(input.supposed).toEqual({ waitingDays: 0, paidLeave: null, noticeWorked: false, months: null, job: { on: day('2027-01-04'), monthlyGross: '2400.00' } })
    expect(isoOf(input.proposedOn)).toBe('2026-09-14')
  })
  test.each([
    [{ engagement: '31/02/2026' }, 'engagement', 'Ce jour n’existe pas. Le dernier jour de ce mois est le 28.'],
    [{ brut: '2600.00' }, 'engagement', 'Répondez à cette question.'],
    [{ ...EXAMPLE, brut: 'mille' }, 'brut', 'Écrivez un montant en chiffres, comme 1 234,56.'],
    [{ ...EXAMPLE, 'duree-are': '2001' }, 'duree-are', 'Écrivez un nombre entier de 0 à 2000.'],
    [{ ...EXAMPLE, mois: '0' }, 'mois', 'Écrivez un nombre entier de 1 à 24.'],
    [{ ...EXAMPLE, preavis: '25' }, 'preavis', 'Écrivez un nombre de 0 à 24.'],
    [{ ...EXAMPLE, remise: '2026-09-01' }, 'remise', 'Écrivez une date qui ne précède pas l’engagement de la procédure.'],
    [{ ...EXAMPLE, autorisation: '2026-09-01' }, 'autorisation', 'Écrivez une date qui ne précède pas l’engagement de la procédure.'],
    [{ ...EXAMPLE, embauche: '1900-01-01' }, 'embauche', 'Écrivez une date entre 1930 et 2100.'],
    [{ ...EXAMPLE, engagement: '2199-12-20', remise: '2199-12-20', texte: 'H' }, 'engagement', 'Écrivez une date entre 1930 et 2100.'],
    [{ ...EXAMPLE, emploi: '2027-01-04' }, 'salaire-emploi', 'Écrivez aussi le salaire de cet emploi.'],
    [{ ...EXAMPLE, 'salaire-emploi': '2000.00' }, 'emploi', 'Écrivez aussi le premier jour de cet emploi.'],
  ] as const)('%o is told at « %s »', (answers, field, message) => {
    expect(problemsOf(answers)[field]?.replaceAll(/[\u00A0\u202F]/gu, ' ')).toBe(message)
  })
})

describe('the page', () => {
  test('says aloud the difference, then after some months, as an estimate', () => {
    const text = read(EXAMPLE)
    expect(text).toContain('En acceptant, vous percevriez environ |1 600 €| de plus sur 21 mois.')
    expect(text).toContain('Estimation, en brut : France Travail décide des montants.')
    expect(text).toMatch(/Après 3 mois \|fin novembre 2026\|470 € de moins/u)
    expect(text).toMatch(/Après 12 mois \|fin août 2027\|3 740 € de plus/u)
  })
  test('cites each sum, and numbers what it supposes', () => {
    const text = read(EXAMPLE)
    expect(text).toMatch(/Allocation du CSP \(ASP\)\|23 400,15 €\|365 jours à 64,11 €\|Règle \|R-200\|art\. 15 § 1\|, lire le texte\|suppose 7, 8, 9, 12/u)
    expect(text).toMatch(/Préavis\|rien\|5 200,00 €\|Règle \|R-118\|CT L1234-1/u)
    expect(markup(EXAMPLE).match(/<ol>.*<\/ol>/su)?.[0].match(/<li>/gu)).toHaveLength(compared(EXAMPLE).assumptions.length)
  })
  test('has the same figures in its table as in its months', () => {
    const choice = compared(EXAMPLE)
    const text = read(EXAMPLE)
    expect(text).toContain('octobre 2026|salaire, indemnité, ASP| |9 163,99 €|préavis| |2 661,51 €|+6 502,48 €')
    expect(text).toContain('Total|41 286,37 €|39 684,12 €|+1 602,25 €')
    expect(livedOn(choice.accepted)[1]).toBeCloseTo(9_163.99 - 7_077.78, 2)
    expect(markup(EXAMPLE).match(/<svg class="wide"[^>]+>/u)?.[0]).toMatch(/role="img" aria-label="Ce qui est perçu chaque mois, de septembre\s2026 à mai\s2028\. Avec le CSP/u)
  })
  test('says in English what it says in French', () => {
    expect(read(EXAMPLE, 'en')).toContain('By accepting, you would receive about |€1,600| more over 21 months.')
  })
  test('says what is missing instead of a figure', () => {
    const text = read({ engagement: '2026-09-14', embauche: '2016-04-04' })
    expect(text).toContain('Pour comparer les sommes, il manque le salaire brut par mois.')
    expect(text).not.toMatch(/NaN|undefined|null/u)
    expect(markup({ engagement: '2026-09-14', embauche: '2016-04-04' })).not.toContain('<svg class="wide"')
  })
  test('never assumes a text: it names the nearest and asks', () => {
    const text = read({ engagement: '2027-02-01', embauche: '2016-04-04' })
    expect(text).toContain('Aucun texte ne couvre cette procédure')
    expect(markup({ engagement: '2027-02-01', embauche: '2016-04-04' })).toContain('texte=H#reponse')
    expect(read({ engagement: '2010-02-01' })).toContain('il n’y a rien à comparer')
  })
  test('unfolds what a protected employee’s date depends on', () => {
    const waiting = markup({ ...EXAMPLE, protege: 'true' })
    expect(waiting.includes('La date dépend de l’autorisation')).toBe(true)
    expect(waiting.includes('<details class="card weigh-more" id="groupe-supposed" open')).toBe(true)
  })
  test('keeps what was typed when it cannot be read', () => {
    const page = markup({ engagement: '31/02/2026', brut: '2600.00' })
    expect(page).toContain('value="31/02/2026"')
    expect(readOf(page)).toContain('Une réponse est à corriger')
    expect(readOf(page)).toContain('Procédure engagée le : Ce jour n’existe pas')
  })
  test('asks nothing, before anything is asked, but its questions', () => {
    expect(read({})).toContain('Deux chemins, mois par mois')
  })
})

describe('on a file', () => {
  const known: WrittenView = {
    engagedOn: '2025-09-08', today: '2025-09-15', facts: [['proposal_handed_over', '2025-09-08']],
    frame: { hiredOn: '2015-03-01', monthlyGross: '3000.00', noticeMonths: 2, sjr: '98.63', areDurationDays: 548, procedureType: 'interview' },
  }
  test('it starts from the file’s own figures, and asks only the others', () => {
    const { ground, note } = groundOf(viewOf(known))
    expect(note).toBeNull()
    const names = questionsOn('employer', ground.frame).map(({ field }) => field.path)
    expect(names).toEqual(['texte', 'cadre', 'sjr-are', 'are', 'quotite', 'lettre', 'carence', 'conges', 'emploi', 'salaire-emploi', 'dispense', 'mois'])
    const ask = readChoice({}, ground, 'fr')
    const choice = ask.ok ? compareChoices(ask.input, shippedTexts) : null
    expect(choice?.kind === 'compared' && choice.difference).toBe('1778.75')
  })
  test('it hears the letter sent, the decision notified and France Travail’s figures', () => {
    const view = viewOf({
      ...known, today: '2025-11-20', frame: { ...known.frame, protectedEmployee: true, sjr: null },
      facts: [
        ['proposal_handed_over', '2025-09-08'], ['conservative_letter_sent', '2025-09-20'], ['authorisation_notified', '2025-10-20', { granted: true }],
        ['accepted', '2025-09-15'], ['benefit_notified', '2025-11-10', { sjr: '99.10', areDurationDays: 600 }],
      ],
    })
    const { ground, note } = groundOf(view)
    expect(note).toBe('answered')
    expect([isoOf(ground.letterOn ?? day('1970-01-01')), isoOf(ground.decisionOn ?? day('1970-01-01'))]).toEqual(['2025-09-20', '2025-10-20'])
    expect(ground.frame).toMatchObject({ sjr: '99.10', areDurationDays: 600 })
  })
  test('not yet proposed, it supposes the document handed over today, never before the procedure', () => {
    expect(groundOf(viewOf({ ...known, facts: [] })).note).toBe('notProposed')
    expect(isoOf(groundOf(viewOf({ ...known, facts: [], today: '2025-09-01' })).ground.proposedOn)).toBe('2025-09-08')
  })
  test('the file leads to it while the person thinks it over, and no longer after', () => {
    const link = (written: WrittenView) => {
      const view = viewOf(written)
      return markupOf(<FileHeader view={view} words={legalWords('fr', view.file.regime)} />).includes(choiceHrefOfFile(view.reference))
    }
    expect(link(known)).toBe(true)
    expect(link({ ...known, today: '2025-10-20', facts: [...known.facts, ['accepted', '2025-09-15']] })).toBe(false)
  })
})

describe('figures said and drawn', () => {
  test.each([['1778.75', 'more', '1\u202f780\u00a0€'], ['-474.00', 'less', '470\u00a0€'], ['4.99', 'same', '0\u00a0€'], ['-5.00', 'same', '0\u00a0€'], ['5.00', 'more', '10\u00a0€']] as const)('%s is said %s, %s', (difference, kind, amount) => {
    expect(roundedDifference(difference, 'fr')).toEqual({ kind, amount })
  })
  test.each([[0, 100], [2_661.51, 3_000], [4_000, 4_000], [9_999, 10_000], [70_000, 80_000]])('a scale for %d reaches %d by even steps', (most, top) => {
    const scale = scaleOf(most)
    expect(scale.top).toBe(top)
    expect(Number.isInteger(scale.top / scale.step)).toBe(true)
  })
})
