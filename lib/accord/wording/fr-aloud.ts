import { formatDay, formatDays } from './day-words.ts'
import { allowanceEnd } from './allowance-aloud.ts'
import { ledgerCauseWords } from './comparison-words.ts'
import { frAspCauses, frCauses } from './fr-causes.ts'
import { frEstimates } from './fr-estimates.ts'
import { fixedNumber, longDay, type WordBook } from './word-book.ts'
import type { CaseFile, DateName } from '../file/case-file.ts'
import type { StepCode } from './codes.ts'

const long = (file: CaseFile, name: DateName) => longDay(file.dates[name], 'fr')
/** « le dernier mois », « les 2 derniers mois ». */
const theOnes = (count: number, one: string, many: string) => (count === 1 ? one : `les ${count} ${many}`)
const theMonths = (file: CaseFile, name: DateName) => {
  const months = fixedNumber(file, name, 'months')
  return months === 1 ? 'le mois qui suit' : `les ${months} mois qui suivent`
}

/** A sentence to read aloud to the person, for each date. */
export const frAloud: WordBook['aloud'] = {
  reflectionEnd: (file) => reflectionAloud(file),
  contractEnd: (file) => `Votre contrat de travail prend fin le ${long(file, 'contractEnd')} au soir, même si vous avez accepté plus tôt.`,
  cspStart: (file) => `Votre CSP commence le ${long(file, 'cspStart')}. Les délais de l’accompagnement partent de ce jour.`,
  cspTerm: (file) => termAloud(file),
  aspEnd: (file) => aspEndAloud(file),
  preBilanDue: (file) => `Nous nous voyons pour le pré-bilan dans ${theOnes(fixedNumber(file, 'preBilanDue', 'days'), 'le jour qui suit le', 'jours du')} début du CSP, donc au plus tard le ${long(file, 'preBilanDue')}.`,
  planDue: (file) => `Votre plan est mis en place dans ${theMonths(file, 'planDue')} le pré-bilan, donc au plus tard le ${long(file, 'planDue')}.`,
  month4ReviewDue: (file) => `Après quatre mois d’accompagnement effectif, nous faisons le point, au plus tard le ${long(file, 'month4ReviewDue')}.`,
  month6End: (file) => `Le sixième mois se termine le ${long(file, 'month6End')}. Après ce jour, travailler sur un contrat validé prolonge votre CSP.`,
  bonusLastJobStart: (file) => `Pour ouvrir la prime, votre emploi doit commencer au plus tard le ${long(file, 'bonusLastJobStart')}.`,
  bonusClaimDue: (file) => `Votre demande de prime doit être signée et envoyée au plus tard le ${long(file, 'bonusClaimDue')}. Après ce jour, la prime est perdue.`,
  bonusSecondPaymentOn: (file) => `Le deuxième versement de la prime est dû le ${long(file, 'bonusSecondPaymentOn')}, si vous êtes toujours dans cet emploi.`,
  finalInterviewFrom: (file) => `L’entretien final se tient dans ${theOnes(fixedNumber(file, 'finalInterviewFrom', 'months'), 'le dernier mois', 'derniers mois')}, à partir du ${long(file, 'finalInterviewFrom')}.`,
  finalInterviewTo: (file) => `L’entretien final se tient au plus tard le ${long(file, 'finalInterviewTo')}, dernier jour du CSP.`,
  termLetterDue: (file) => `France Travail vous écrit au moins ${formatDays(fixedNumber(file, 'termLetterDue', 'days'), 'fr')} avant le terme, donc au plus tard le ${long(file, 'termLetterDue')}, pour vous indiquer vos droits après le CSP.`,
  followUpEnd: (file) => `Nous restons en contact pendant ${theOnes(fixedNumber(file, 'followUpEnd', 'months'), 'le premier mois', 'premiers mois')} de votre emploi, jusqu’au ${long(file, 'followUpEnd')}.`,
  employerPaymentDue: (file) => `Votre ancien employeur verse sa contribution à France Travail au plus tard le ${long(file, 'employerPaymentDue')}. Vous n’avez rien à faire.`,
  contestLimit: (file) => `Vous pouvez contester la rupture de votre contrat, au plus tard le ${long(file, 'contestLimit')}. Accepter le CSP ne vous en empêche pas.`,
  claimsLimit: (file) => `Une somme due se réclame dans ${theOnes(fixedNumber(file, 'claimsLimit', 'years'), 'l’année', 'ans')}, donc au plus tard le ${long(file, 'claimsLimit')}.`,
  rehirePriorityEnd: (file) => `Si vous le demandez, votre ancien employeur doit vous proposer en priorité les postes qui s’ouvrent, jusqu’au ${long(file, 'rehirePriorityEnd')}.`,
}

/** What would change each date. */
export const frChanges: WordBook['changes'] = {
  reflectionEnd: ['Une date de remise corrigée.', 'Pour un salarié protégé, la date de la décision.', 'Le réglage des jours fériés de l’opérateur.'],
  contractEnd: ['Ce qui change la fin de la réflexion.'],
  cspStart: ['Ce qui change la fin de la réflexion.'],
  cspTerm: ['Une période de travail validée après le sixième mois, sous les textes de 2015 et après.', 'Un arrêt ou un congé que le texte prend en compte.', 'Un fait corrigé. Un essai rompu ne le change pas : le CSP reprend jusqu’à ce même jour (R-412).'],
  aspEnd: ['Ce qui change le terme.', 'Une interruption de l’allocation, si l’ancienneté est de moins d’un an ou si une prime a été versée.', 'La durée de l’ARE, si l’ancienneté est de moins d’un an.'],
  preBilanDue: ['Un début de CSP corrigé. Ni les dimanches ni les jours fériés ne le reportent.'],
  planDue: ['La date du pré-bilan.'],
  month4ReviewDue: ['Un arrêt, un congé ou une période de travail avant cette date.'],
  month6End: ['Un début de CSP corrigé.'],
  bonusLastJobStart: ['Depuis l’avenant n° 5, chaque jour de prolongation du CSP.'],
  bonusClaimDue: ['La date de début de l’emploi.'],
  bonusSecondPaymentOn: ['La date de début de l’emploi ; sa fin avant cette date.'],
  finalInterviewFrom: ['Ce qui change le terme.'],
  finalInterviewTo: ['Ce qui change le terme.'],
  termLetterDue: ['Ce qui change le terme.'],
  followUpEnd: ['La date de début de l’emploi.'],
  employerPaymentDue: ['Un début de CSP dans un autre mois.'],
  contestLimit: ['La date de signature du bulletin.', 'Un document qui ne mentionne pas le délai de 12 mois.'],
  claimsLimit: ['La date de l’événement qui ouvre le droit.'],
  rehirePriorityEnd: ['La date de fin du contrat.'],
}

function reflectionAloud(file: CaseFile): string {
  const steps = file.explanations.reflectionEnd?.steps ?? []
  const has = (code: StepCode) => steps.some((step) => step.code === code)
  const days = fixedNumber(file, 'reflectionEnd', 'days')
  const from = has('registration') ? 'de votre inscription' : 'de la remise du document'
  const span = has('prolongedByDecision')
    ? `Vous avez au moins ${days} jours pour répondre, et jusqu’au lendemain du jour où votre employeur reçoit la décision de l’administration.`
    : `Vous avez ${days} jours pour répondre, à compter du lendemain ${from}.`
  const last = has('holidayRolled') && !has('prolongedByDecision') ? `Le ${days}ᵉ jour est férié : le dernier jour est le` : 'Le dernier jour est le'
  return `${span} ${last} ${long(file, 'reflectionEnd')}. Sans réponse au soir de ce jour, votre silence vaut refus.`
}

function termAloud(file: CaseFile): string {
  const { cspStart, cspTerm } = file.dates
  const added = Object.values(file.explanations.cspTerm?.steps ?? []).reduce((sum, step) => sum + (typeof step.values['added'] === 'number' ? step.values['added'] : 0), 0)
  const start = cspStart === null ? '' : formatDay(cspStart, 'fr')
  const last = longDay(cspTerm, 'fr')
  if (added === 0) return `Votre CSP dure douze mois, à partir du ${start}. Le dernier jour est le ${last}.`
  return `Votre CSP dure douze mois, à partir du ${start}. ${added === 1 ? 'S’y ajoute' : 'S’y ajoutent'} ${formatDays(added, 'fr')} de travail, d’arrêt ou de congé que le texte prend en compte. Le dernier jour est le ${last}.`
}

function aspEndAloud(file: CaseFile): string {
  const end = allowanceEnd(file)
  const last = long(file, 'aspEnd')
  if (end === null) return `Votre allocation peut être versée jusqu’au ${last}. France Travail décide.`
  const said = [
    end.daysBeforeTerm === 0
      ? `Votre allocation peut être versée jusqu’au ${last}, dernier jour du CSP.`
      : `Votre allocation peut être versée jusqu’au ${last}, soit ${formatDays(end.daysBeforeTerm, 'fr')} avant le terme du CSP, fixé au ${long(file, 'cspTerm')}.`,
  ]
  if (end.bonusDays > 0) said.push(`La prime que vous avez déjà reçue compte pour ${formatDays(end.bonusDays, 'fr')} d’allocation.`)
  if (end.beyondDuration > 0) said.push('Avec moins d’un an d’ancienneté, elle ne dure pas plus longtemps que l’ARE.')
  if (end.daysBeforeTerm > 0) said.push('L’accompagnement, lui, va jusqu’au terme.')
  const words = { causes: frCauses, aspCauses: frAspCauses, estimates: frEstimates }
  const suspended = end.suspended.map(([cause, days]) => `${ledgerCauseWords(cause, words)}, ${formatDays(days, 'fr')}`)
  if (suspended.length > 0) said.push(`Certains jours ne sont pas payés : ${suspended.join(' ; ')}.`)
  return [...said, 'France Travail décide.'].join(' ')
}
