/**
 * The words that a template may leave to the file: `{{personne}}`, `{{terme}}`… The same for letters and e-mails, so that
 * a token learnt once serves everywhere. Pure: what it is given is a file already derived.
 */
import type { Day } from '../accord/calendar/day.ts'
import type { CaseFile, DateName, Deadline } from '../accord/file/case-file.ts'
import type { Fact } from '../accord/file/facts.ts'
import { formatAmount } from '../accord/wording/amount-words.ts'
import { formatDay } from '../accord/wording/day-words.ts'
import { wording, type Locale } from '../accord/wording/index.ts'

export const TOKEN_GROUPS = ['person', 'house', 'proposal', 'support', 'money', 'job', 'end'] as const
export type TokenGroup = (typeof TOKEN_GROUPS)[number]

/** What a token needs to know of a file; a `FileView` of lib/cases is one. */
export interface TokenSubject {
  readonly reference: string
  readonly person: { readonly firstName: string; readonly lastName: string; readonly birthDate: Day; readonly email: string | null; readonly phone: string | null }
  readonly employer: { readonly name: string } | null
  readonly basin: { readonly name: string }
  readonly counsellor: { readonly name: string }
  readonly referent: { readonly name: string } | null
  readonly file: CaseFile
  readonly facts: readonly { readonly fact: Fact | null; readonly on: Day; readonly factIndex: number | null; readonly content: Readonly<Record<string, unknown>> | null }[]
}

/** What surrounds the file: who writes, on which day, and the appointment to come, where one is known. */
export interface TokenSetting {
  readonly operator: { readonly name: string }
  readonly today: Day
  readonly locale: Locale
  /** As it is to be read: `mar. 1ᵉʳ déc. 2026 à 14 h 30, 12 rue du Port`; absent: none. */
  readonly nextAppointment?: string | null
}

export interface Token {
  /** What stands between the braces. */
  readonly name: string
  readonly group: TokenGroup
  readonly label: { readonly fr: string; readonly en: string }
  /** `null` while the file does not say. */
  readonly value: (subject: TokenSubject, setting: TokenSetting) => string | null
}

function token(name: string, group: TokenGroup, fr: string, en: string, value: Token['value']): Token {
  return { name, group, label: { fr, en }, value }
}

function dateToken(name: string, group: TokenGroup, date: DateName): Token {
  return token(name, group, wording('fr').date(date), wording('en').date(date), ({ file }, { locale }) => written(file.dates[date], locale))
}

const written = (day: Day | null, locale: Locale): string | null => (day === null ? null : formatDay(day, locale))
const amount = (value: string | null, locale: Locale): string | null => (value === null ? null : formatAmount(value, locale))

/** The day of the last fact of a kind that still counts. */
function dayOf({ facts }: TokenSubject, ...kinds: readonly Fact['kind'][]): Day | null {
  return facts.findLast(({ fact, factIndex }) => fact !== null && factIndex !== null && kinds.includes(fact.kind))?.on ?? null
}

/** The first deadline that the person or the operator can still meet, as lists show it too. */
export function nextDeadline(file: CaseFile): Deadline | null {
  const open = file.deadlines.filter(({ status, actionable, actor }) => actionable && (status === 'due' || status === 'overdue') && (actor === 'operator' || actor === 'beneficiary'))
  return open.toSorted((a, b) => a.dueOn - b.dueOn)[0] ?? null
}

/** What the job that the file follows is called in its own words. */
function jobWord({ facts }: TokenSubject, key: 'job' | 'employerName'): string | null {
  const word = facts.findLast(({ fact, factIndex }) => fact?.kind === 'job_started' && factIndex !== null)?.content?.[key]
  return typeof word === 'string' && word !== '' ? word : null
}

export const TOKENS: readonly Token[] = [
  token('personne', 'person', 'Prénom et nom', 'First and last name', ({ person }) => `${person.firstName} ${person.lastName}`),
  token('prenom', 'person', 'Prénom', 'First name', ({ person }) => person.firstName),
  token('nom', 'person', 'Nom', 'Last name', ({ person }) => person.lastName),
  token('naissance', 'person', 'Date de naissance', 'Date of birth', ({ person }, { locale }) => written(person.birthDate, locale)),
  token('courriel', 'person', 'Adresse électronique', 'E-mail address', ({ person }) => person.email),
  token('telephone', 'person', 'Téléphone', 'Telephone', ({ person }) => person.phone),
  token('reference', 'person', 'Référence du dossier', 'File reference', ({ reference }) => reference),
  token('etape', 'person', 'Étape du dossier', 'Stage of the file', ({ file }, { locale }) => wording(locale).stage(file.stage)),

  token('operateur', 'house', 'Nom de l’opérateur', 'Operator’s name', (_, { operator }) => operator.name),
  token('conseiller', 'house', 'Conseiller', 'Counsellor', ({ counsellor }) => counsellor.name),
  token('referent', 'house', 'Référent, à défaut le conseiller', 'Referent, or else the counsellor', ({ referent, counsellor }) => referent?.name ?? counsellor.name),
  token('bassin', 'house', 'Bassin d’emploi', 'Employment basin', ({ basin }) => basin.name),
  token('aujourd_hui', 'house', 'Date du jour', 'Today’s date', (_, { today, locale }) => formatDay(today, locale)),
  token('prochain_rendez_vous', 'house', 'Prochain rendez-vous', 'Next appointment', (_, { nextAppointment }) => nextAppointment ?? null),
  token('prochaine_echeance', 'house', 'Prochaine échéance', 'Next deadline', ({ file }, { locale }) => written(nextDeadline(file)?.dueOn ?? null, locale)),
  token('prochaine_demarche', 'house', 'Ce qui est dû à la prochaine échéance', 'What the next deadline asks', ({ file }, { locale }) => {
    const next = nextDeadline(file)
    return next === null ? null : wording(locale).deadline(next.code).act
  }),

  token('texte', 'proposal', 'Texte applicable', 'Governing text', ({ file }, { locale }) => wording(locale).text(file.regime)),
  token('entreprise', 'proposal', 'Ancien employeur', 'Former employer', ({ employer }) => employer?.name ?? null),
  token('procedure', 'proposal', 'Engagement de la procédure', 'Start of the procedure', ({ file }, { locale }) => written(file.regime.engagedOn, locale)),
  token('remise', 'proposal', 'Remise du document CSP', 'Hand-over of the CSP document', ({ file }, { locale }) => written(file.milestones.handedOverOn, locale)),
  token('acceptation', 'proposal', 'Signature du bulletin', 'Acceptance form signed', ({ file }, { locale }) => written(file.milestones.acceptedOn, locale)),
  dateToken('fin_reflexion', 'proposal', 'reflectionEnd'),
  dateToken('fin_contrat', 'proposal', 'contractEnd'),
  dateToken('contestation', 'proposal', 'contestLimit'),
  dateToken('priorite_reembauche', 'proposal', 'rehirePriorityEnd'),

  dateToken('debut', 'support', 'cspStart'),
  dateToken('terme', 'support', 'cspTerm'),
  dateToken('pre_bilan_le_plus_tard', 'support', 'preBilanDue'),
  token('pre_bilan_tenu', 'support', 'Pré-bilan tenu', 'Pré-bilan held', ({ file }, { locale }) => written(file.milestones.preBilanOn, locale)),
  dateToken('plan_le_plus_tard', 'support', 'planDue'),
  token('plan_valide', 'support', 'Plan validé', 'Plan validated', ({ file }, { locale }) => written(file.milestones.planOn, locale)),
  dateToken('point_etape', 'support', 'month4ReviewDue'),
  dateToken('fin_sixieme_mois', 'support', 'month6End'),
  dateToken('entretien_final_des', 'support', 'finalInterviewFrom'),
  dateToken('entretien_final_le_plus_tard', 'support', 'finalInterviewTo'),
  dateToken('lettre_terme', 'support', 'termLetterDue'),
  token('dernier_contact', 'support', 'Dernier contact', 'Last contact', ({ file }, { locale }) => written(file.milestones.lastContactOn, locale)),

  token('asp_jour', 'money', 'Allocation par jour, brute (estimation)', 'Allowance by day, gross (estimate)', ({ file }, { locale }) => amount(file.amounts.aspDaily, locale)),
  token('are_jour', 'money', 'ARE par jour, brute (estimation)', 'ARE by day, gross (estimate)', ({ file }, { locale }) => amount(file.amounts.areDaily, locale)),
  token('are_jours', 'money', 'Jours d’ARE restants (estimation)', 'Days of ARE left (estimate)', ({ file }) => (file.amounts.areDaysLeft === null ? null : String(file.amounts.areDaysLeft))),
  dateToken('fin_asp', 'money', 'aspEnd'),
  dateToken('limite_reclamation', 'money', 'claimsLimit'),

  token('embauche', 'job', 'Début de l’emploi', 'Start of the job', ({ file }, { locale }) => written(file.milestones.jobStartedOn, locale)),
  token('employeur_nouveau', 'job', 'Nouvel employeur', 'New employer', (subject) => jobWord(subject, 'employerName')),
  token('emploi', 'job', 'Emploi', 'Job', (subject) => jobWord(subject, 'job')),
  dateToken('prime_dernier_jour_embauche', 'job', 'bonusLastJobStart'),
  dateToken('limite_demande_prime', 'job', 'bonusClaimDue'),
  dateToken('prime_second_versement', 'job', 'bonusSecondPaymentOn'),
  token('prime_total', 'job', 'Prime de reclassement (estimation)', 'Redeployment bonus (estimate)', ({ file }, { locale }) => amount(file.amounts.bonusTotal, locale)),
  dateToken('fin_suivi', 'job', 'followUpEnd'),

  token('motif_sortie', 'end', 'Motif de sortie', 'Exit motive', ({ file }, { locale }) => (file.exitMotive === null ? null : wording(locale).book.motives[file.exitMotive])),
  token('fin_csp', 'end', 'Dernier jour effectif du CSP', 'Actual last day of the CSP', ({ file }, { locale }) => written(file.milestones.endedOn, locale)),
  token('manquement', 'end', 'Dernier manquement constaté', 'Last breach noted', (subject, { locale }) => written(dayOf(subject, 'action_refused', 'action_missed', 'offer_refused', 'false_statement'), locale)),
]

export const TOKEN_NAMES: readonly string[] = TOKENS.map(({ name }) => name)

/** What each token stands for in a file, in a language; `null` where the file does not say. */
export function tokenValues(subject: TokenSubject, setting: TokenSetting): Readonly<Record<string, string | null>> {
  return Object.fromEntries(TOKENS.map(({ name, value }) => [name, value(subject, setting)]))
}
