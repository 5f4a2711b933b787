import type { ChoiceBook } from './words.ts'

/** The comparison in French: what is said to the person, who decides. */
export const fr: ChoiceBook = {
  lines: {
    wage: { label: 'Salaire', short: 'salaire' },
    notice: { label: 'Préavis', short: 'préavis' },
    noticeBalance: { label: 'Préavis versé à la personne', short: 'préavis' },
    severance: { label: 'Indemnité de licenciement', short: 'indemnité' },
    paidLeave: { label: 'Congés non pris', short: 'congés' },
    asp: { label: 'Allocation du CSP (ASP)', short: 'ASP' },
    are: { label: 'Allocation chômage (ARE)', short: 'ARE' },
    bonus: { label: 'Prime de reclassement', short: 'prime' },
    wageGap: { label: 'Indemnité différentielle', short: 'IDR' },
    job: { label: 'Salaire du nouvel emploi', short: 'emploi' },
  },
  assumptions: {
    letterSent: (v) => `La lettre de licenciement est présentée le ${v.day('on')}${v.known('end') ? ` ; le préavis court de ce jour et finit le ${v.day('end')}` : ''}.`,
    letterEarliest: (v) =>
      `La lettre de licenciement est présentée le ${v.day('on')}, premier jour permis après l’entretien : en cas de refus, elle vaut notification${v.known('end') ? `, et le préavis finit le ${v.day('end')}` : ''}.`,
    letterAfterReflection: (v) =>
      `La lettre de licenciement est présentée le ${v.day('on')}, lendemain de la réflexion${v.known('end') ? ` ; le préavis finit le ${v.day('end')}` : ''}.`,
    decisionSupposed: (v) => `L’autorisation de licencier est notifiée à l’employeur le ${v.day('on')}.`,
    noticeLegal: (v) => `Le préavis est celui de la loi : ${v.months('months')} mois. Votre convention collective peut prévoir plus.`,
    noticePaidAlike: () => 'Travaillé ou non, le préavis est payé au même montant et le contrat finit le même jour.',
    waitingDays: (v) => `Sans CSP, l’ARE attend ${v.days('days')} après l’inscription.`,
    leaveDeferral: (v) => `Les congés non pris (${v.amount('amount')}) sont payés des deux côtés ; sans CSP, ils retardent l’ARE de ${v.days('days')}, trente au plus.`,
    noLeave: () => 'Aucun congé non pris n’est compté. Payés des deux côtés, ils retarderaient l’ARE, jamais l’ASP.',
    noSpecificDeferral: () => 'Aucune indemnité au-delà de la loi : elle retarderait aussi l’ARE sans CSP.',
    registeredAtOnce: () => 'L’inscription à France Travail se fait dès le lendemain du contrat.',
    sjrFromGross: (v) => `Le salaire journalier de référence est estimé à ${v.amount('amount')} : douze mois de salaire brut sur 365 jours.`,
    sjrAreSame: () => 'Le salaire de référence de l’ARE est pris égal à celui de l’ASP. Il diffère si vous avez eu d’autres contrats.',
    areEstimated: (v) => `L’ARE est estimée à ${v.amount('amount')} par jour, avec les chiffres de l’assurance chômage en vigueur.`,
    noDegression: () => 'La baisse de l’ARE des salaires élevés après quelques mois n’est pas comptée.',
    sameDuration: (v) => `L’ARE dure ${v.days('days')} des deux côtés. France Travail dit la durée exacte${v.text('longer') === 'true' ? ', qui peut être plus longue avec le CSP depuis l’avenant n° 7' : ''}.`,
    durationUnknown: () => 'La durée de l’ARE n’est pas connue : elle est supposée couvrir l’année, et rien n’est compté après le CSP.',
    severanceLegal: () => 'L’indemnité est celle de la loi. Votre convention collective peut prévoir plus, des deux côtés.',
    earnedMonth: () => 'Chaque somme est comptée dans le mois où elle est gagnée, au prorata des jours ; le versement vient souvent le mois suivant.',
    noOtherIncome: () => 'Ni arrêt maladie ni petit contrat : l’allocation est comptée tous les jours.',
    grossOnly: () => 'Tout est en brut, avant cotisations, CSG et impôt, qui diffèrent selon la somme.',
    jobLasting: (v) => `Le nouvel emploi est un CDI au même temps de travail${v.known('on') ? `, à partir du ${v.day('on')} avec le CSP` : ''} ; le plan est validé avant et la prime demandée dans les trente jours.`,
    jobAfterNotice: (v) => `Sans CSP, l’emploi ne commence que le ${v.day('on')}, le contrat courant encore.`,
  },
  statements: {
    keptSeverance: (v) => `L’indemnité de licenciement, ${v.amount('amount')} au moins, avec l’ancienneté que le préavis aurait donnée.`,
    keptNoticePay: (v) =>
      v.text('whole') === 'true'
        ? `Le préavis, ${v.amount('amount')} : sous un an d’ancienneté, il vous est versé en entier.`
        : `La part du préavis au-delà de trois mois, ${v.amount('amount')}.`,
    keptContest: (v) => `Le droit de contester la rupture pendant ${v.number('months')} mois à compter de votre signature.`,
    keptRehire: (v) => `La priorité de réembauche jusqu’au ${v.day('until')}, si vous la demandez.`,
    keptAre: (v) =>
      !v.known('days') ? 'L’ARE qui reste après le CSP, sans attente.'
      : v.text('job') === 'true' ? `${v.days('days')} d’ARE, gardés au cas où l’emploi s’arrêterait.`
      : `${v.days('days')} d’ARE après le CSP, sans attente, si vous n’avez pas d’emploi.`,
    lostNotice: (v) => `Le préavis : ${v.months('months')} mois, soit ${v.amount('amount')}, versés à France Travail et non à vous.`,
    lostContractEarlier: (v) => `Du temps sous contrat : le contrat finit le ${v.day('accepted')} au lieu du ${v.day('refused')}.`,
    lostAreDays: (v) => `Des jours d’ARE : chaque jour d’ASP payé (${v.days('days')} ici) est retiré de leur durée.`,
    lostReturn: () => 'La possibilité de revenir seul en arrière : aucun texte ne la prévoit après l’acceptation.',
    lostDuties: (v) =>
      `Une part de liberté : refuser une action, la manquer ou refuser deux offres raisonnables peut mettre fin ${v.text('contract') === 'true' ? 'au CSP' : 'à l’allocation'}.`,
    gainedRate: (v) =>
      v.text('basis') === 'rate'
        ? `${v.number('percent')} % du salaire de référence : ${v.amount('asp')} par jour au lieu de ${v.amount('are')}.`
        : `${v.amount('asp')} d’ASP par jour, pour ${v.amount('are')} d’ARE.`,
    gainedNoRate: (v) => `Une allocation dès le lendemain du contrat${v.known('asp') ? `, ${v.amount('asp')} par jour` : ''} : sous un an d’ancienneté, son montant est celui de l’ARE.`,
    gainedAtOnce: (v) => `Aucune attente : l’allocation part du ${v.day('start')}${v.number('days') === 0 ? '' : ` ; sans CSP, ${v.days('days')} sans revenu après le préavis`}.`,
    gainedSupport: (v) => `Un accompagnement : pré-bilan dans les ${v.days('days')}, plan écrit, formation, un conseiller référent.`,
    gainedBonus: (v) => `Une prime de ${v.number('percent')} % des droits restants si un emploi durable commence${v.known('until') ? ` au plus tard le ${v.day('until')}` : ' à temps'}.`,
    gainedWageGap: (v) =>
      `Une indemnité, ${v.number('months')} mois au plus, si vous reprenez un emploi moins payé${v.number('loss') > 0 ? ` d’au moins ${v.number('loss')} %` : ''}.`,
    gainedTrial: () => 'Un retour possible : le CSP reprend si la période d’essai est rompue avant son terme.',
  },
  missing: {
    hiredOn: 'la date d’embauche',
    monthlyGross: 'le salaire brut par mois',
    noticeMonths: 'la durée du préavis',
    sjr: 'le salaire journalier de référence',
    areDurationDays: 'la durée de l’ARE',
  },
}
