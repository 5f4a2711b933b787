import { isoOf, type Day } from '../calendar/day.ts'
import { DATE_NAMES, type CaseFile, type DateName, type Totals } from '../file/case-file.ts'
import { AMOUNT_NAMES, type AmountName, type Amounts } from '../file/amounts.ts'
import { derive } from '../file/derive.ts'
import { articleOf } from '../rules/articles.ts'
import type { Texts } from '../texts/agreement.ts'
import { wording, type WordedStep } from '../wording/index.ts'
import type { Locale } from '../wording/locale.ts'
import { NBSP } from '../wording/spaces.ts'
import { parseRequest, type RequestError, type RequestErrorCode, type SimulationRequest } from './request.ts'

/** Amounts in the contract's form: days as ISO text. */
export type PresentedAmounts = Readonly<Record<Exclude<AmountName, 'bonusInstalments'>, Amounts[Exclude<AmountName, 'bonusInstalments'>]>> & {
  readonly bonusInstalments: readonly { readonly on: string; readonly amount: string }[] | null
}

interface Cited {
  readonly rule: string
  readonly article: string
  readonly message: string
}

export interface Simulation {
  readonly regime: { readonly code: string | null; readonly text: string | null; readonly engagedOn: string }
  readonly stage: string
  readonly dates: Readonly<Record<DateName, string | null>>
  readonly deadlines: readonly {
    readonly rule: string
    readonly label: string
    readonly dueOn: string
    readonly metOn: string | null
    readonly status: string
    readonly article: string
  }[]
  readonly totals: Totals
  readonly amounts: PresentedAmounts
  readonly refusals: readonly (Cited & { readonly factIndex: number })[]
  readonly alerts: readonly Cited[]
  readonly explanations: Readonly<
    Partial<Record<DateName | AmountName, { readonly rule: string; readonly article: string; readonly steps: readonly string[] }>>
  >
}

export interface SimulationError {
  readonly error: { readonly path: string; readonly message: string }
}

/** An article as the contract writes it, with plain spaces: a program may compare it. */
const plain = (article: string): string => article.replaceAll(NBSP, ' ')

const iso = (value: Day | null): string | null => (value === null ? null : isoOf(value))

function stepLine(step: WordedStep): string {
  const effect = step.effect === null ? '' : ` (${step.effect})`
  const gives = step.gives === null ? '' : ` → ${step.gives}`
  return `${step.label}${effect}${gives} [${step.rule}, ${step.article}]`
}

/** The contract's answer for a derived file, in a language. */
export function present(file: CaseFile, locale: Locale): Simulation {
  const words = wording(locale)
  const { code } = file.regime
  const dates = {} as Record<DateName, string | null>
  const explanations: { [K in DateName | AmountName]?: { rule: string; article: string; steps: string[] } } = {}
  for (const name of DATE_NAMES) {
    dates[name] = iso(file.dates[name])
    const explanation = words.explanation(name, file)
    if (explanation !== null)
      explanations[name] = { rule: explanation.rule, article: plain(explanation.article), steps: explanation.steps.map(stepLine) }
  }
  for (const name of AMOUNT_NAMES) {
    const working = words.amount(name, file)
    if (working !== null) explanations[name] = { rule: working.rule, article: plain(working.article), steps: working.steps.map(stepLine) }
  }
  return {
    regime: { code, text: words.text(file.regime), engagedOn: isoOf(file.regime.engagedOn) },
    stage: file.stage,
    dates,
    deadlines: file.deadlines.map((deadline) => ({
      rule: deadline.rule,
      label: words.deadline(deadline.code).label,
      dueOn: isoOf(deadline.dueOn),
      metOn: iso(deadline.metOn),
      status: deadline.status,
      article: articleOf(deadline.rule, file.regime),
    })),
    totals: file.totals,
    amounts: {
      ...file.amounts,
      bonusInstalments: file.amounts.bonusInstalments?.map((payment) => ({ on: isoOf(payment.on), amount: payment.amount })) ?? null,
    },
    refusals: file.refusals.map((refusal) => {
      const { rule, article, message } = words.refusal(refusal, file.regime)
      return { factIndex: refusal.factIndex, rule, article: plain(article), message }
    }),
    alerts: file.alerts.map((alert) => {
      const { rule, article, message } = words.alert(alert, file.regime)
      return { rule, article: plain(article), message }
    }),
    explanations,
  }
}

/** Derives a request that was read. */
export function simulate(request: SimulationRequest, texts: Texts): CaseFile {
  return derive(request.record, texts, request.settings, request.today)
}

const ERRORS: Readonly<Record<Locale, Readonly<Record<RequestErrorCode, string>>>> = {
  fr: {
    not_an_object: 'Un objet JSON est attendu.',
    unknown_key: 'Cette clé est inconnue.',
    required: 'Cette valeur est obligatoire.',
    not_a_day: 'Une date qui existe est attendue, sous la forme AAAA-MM-JJ, de 1900 à 2199.',
    not_an_amount: 'Un montant est attendu, en texte, avec deux décimales : « 73.97 ».',
    unknown_value: 'Cette valeur ne fait pas partie des valeurs admises.',
    end_before_start: 'La fin précède le début.',
    months_required: 'La durée en mois est obligatoire pour un contrat à terme.',
    months_of_cdi: 'Un CDI n’a pas de durée : la valeur est null.',
    too_many: 'Cette valeur dépasse ce qui est admis.',
    wrong_type: 'Cette valeur n’a pas la forme attendue.',
  },
  en: {
    not_an_object: 'A JSON object is expected.',
    unknown_key: 'This key is unknown.',
    required: 'This value is required.',
    not_a_day: 'A date that exists is expected, as YYYY-MM-DD, from 1900 to 2199.',
    not_an_amount: 'An amount is expected, as text with two decimals: "73.97".',
    unknown_value: 'This value is none of those admitted.',
    end_before_start: 'The end comes before the start.',
    months_required: 'The length in months is required for a bounded contract.',
    months_of_cdi: 'An open-ended contract has no length: the value is null.',
    too_many: 'This value is beyond what is admitted.',
    wrong_type: 'This value does not have the expected form.',
  },
}

export function presentError(error: RequestError, locale: Locale): SimulationError {
  return { error: { path: error.path, message: ERRORS[locale][error.code] } }
}

/** Answers one element of parsed JSON: the file, or what is wrong with the request. */
export function answer(source: unknown, texts: Texts, locale: Locale): Simulation | SimulationError {
  const parsed = parseRequest(source)
  return parsed.ok ? present(simulate(parsed.request, texts), locale) : presentError(parsed.error, locale)
}

/** What is answered to a call, and whether it was one that could be answered: exit code 0 or 2, HTTP 200 or 400. */
export interface CallAnswer {
  readonly ok: boolean
  readonly body: Simulation | SimulationError | readonly (Simulation | SimulationError)[]
}

/**
 * Answers the text of a call: one request, or an array of them, each answered in its place. Not `ok` where the
 * text is no JSON, where the one request is not valid, or where the array is longer than `mostRequests`.
 */
export function answerCall(source: string, texts: Texts, locale: Locale, mostRequests = Infinity): CallAnswer {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch {
    return { ok: false, body: callError('malformed', locale) }
  }
  if (Array.isArray(parsed)) {
    if (parsed.length > mostRequests) return { ok: false, body: callError('tooMany', locale) }
    return { ok: true, body: parsed.map((element: unknown) => answer(element, texts, locale)) }
  }
  const body = answer(parsed, texts, locale)
  return { ok: !('error' in body), body }
}

export type CallErrorCode = 'malformed' | 'tooMany' | 'tooLong' | 'tooOften'

/** The answer to a call that is refused as a whole: no path, since no request of it was read. */
export function callError(code: CallErrorCode, locale: Locale): SimulationError {
  return { error: { path: '', message: CALL_ERRORS[locale][code] } }
}

const CALL_ERRORS: Readonly<Record<Locale, Readonly<Record<CallErrorCode, string>>>> = {
  fr: {
    malformed: 'Ce texte n’est pas du JSON.',
    tooMany: 'Trop de demandes à la fois.',
    tooLong: 'La demande est trop longue.',
    tooOften: 'Trop d’appels : réessayez dans un instant.',
  },
  en: {
    malformed: 'This text is not JSON.',
    tooMany: 'Too many requests at once.',
    tooLong: 'The request is too long.',
    tooOften: 'Too many calls: try again shortly.',
  },
}
