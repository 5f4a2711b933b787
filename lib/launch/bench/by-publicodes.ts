import Engine from 'publicodes'
import { toPlainDate, type Day, type Fact, type FactKind, type FactOf } from '../../accord/index.ts'
import type { SimulationRequest } from '../../accord/simulate/request.ts'

/** The formulas of a file that publicodes can hold: days between dates, and amounts to the cent. */
export interface Formulas {
  readonly areDaily: string
  readonly aspDaily: string
  readonly residualDays: number
  readonly bonusTotal: string
  readonly employerNoticeContribution: string
  readonly employeeNoticeBalance: string
}

/** It adds no day and no month to a date, so that the term and the first day of the job are given to it. */
const RULES = {
  'salaire de référence': { valeur: '0 €/jour' },
  'salaire mensuel': { valeur: '0 €' },
  préavis: { valeur: '0' },
  'début de l emploi': { valeur: '01/01/2026' },
  terme: { valeur: '01/01/2026' },
  'meilleure are': { 'le maximum de': ['are avec partie fixe', 'salaire de référence * 0.57', '32.13 €/jour'] },
  'are avec partie fixe': { valeur: 'salaire de référence * 0.404 + 13.18 €/jour' },
  'are plafonnée': { 'le minimum de': ['meilleure are', 'salaire de référence * 0.75'] },
  are: { valeur: 'are plafonnée', arrondi: '2 décimales' },
  'asp au taux': { valeur: 'salaire de référence * 0.75', arrondi: '2 décimales' },
  'meilleure asp': { 'le maximum de': ['asp au taux', 'are', '22.99 €/jour'] },
  asp: { 'le minimum de': ['meilleure asp', '294.21 €/jour'] },
  'jours restants': { valeur: 'jours avant le terme + 1 jour' },
  'jours avant le terme': { durée: { depuis: 'début de l emploi', 'jusqu\'à': 'terme' }, unité: 'jour' },
  prime: { valeur: 'asp * jours restants * 0.5', unité: '€', arrondi: '2 décimales' },
  'préavis versé': { 'le minimum de': ['préavis', 3] },
  contribution: { valeur: 'salaire mensuel * préavis versé', arrondi: '2 décimales' },
  solde: { valeur: 'salaire mensuel * ( préavis - préavis versé )', arrondi: '2 décimales' },
}

/** The engine with its rules read: made once, asked many times. */
export function formulasEngine(): Engine {
  return new Engine(RULES)
}

function frenchDate(value: Day): string {
  const [year, month, dayOfMonth] = toPlainDate(value).toString().split('-')
  return `${dayOfMonth}/${month}/${year}`
}

/** What the formulas look at in a file, in the words of the rules. */
export function situationOf({ record: { frame, facts } }: SimulationRequest, term: Day): Record<string, string | number> {
  const of = <K extends FactKind>(kind: K): FactOf<K> => facts.find((candidate: Fact) => candidate.kind === kind) as FactOf<K>
  return {
    'salaire de référence': `${frame.sjr} €/jour`,
    'salaire mensuel': `${frame.monthlyGross} €`,
    préavis: frame.noticeMonths ?? 0,
    'début de l emploi': frenchDate(of('job_started').on),
    terme: frenchDate(term),
  }
}

/** What the formulas give for a file. */
export function byPublicodes(engine: Engine, situation: Record<string, string | number>): Formulas {
  engine.setSituation(situation)
  const value = (name: string): number => Number(engine.evaluate(name).nodeValue)
  return {
    areDaily: value('are').toFixed(2),
    aspDaily: value('asp').toFixed(2),
    residualDays: value('jours restants'),
    bonusTotal: value('prime').toFixed(2),
    employerNoticeContribution: value('contribution').toFixed(2),
    employeeNoticeBalance: value('solde').toFixed(2),
  }
}
