import { addDays, daysBetween } from '../../accord/calendar/day.ts'
import { formatAmount } from '../../accord/wording/amount-words.ts'
import { formatDayLong, formatDays } from '../../accord/wording/day-words.ts'
import { messagesFor } from '../../wording/messages.ts'
import { bullets, paragraph, type Block, type TableRow } from '../content.ts'
import { counting, dateRow, dayIn, factRow, lastOf, missing, readyUnless, sourceOf, table, unfit, wordOf, type DocumentKind, type Ground } from './kind.ts'
import { appealBlocks } from './plan.ts'

/** Days before the term from which what follows the CSP is worth telling. */
const NEAR_TERM = 60

export const bonusReminder: DocumentKind = {
  name: 'bonus_reminder',
  title: 'Votre prime de reclassement : à demander dans les délais',
  rules: ['R-501', 'R-502'],
  standing: (ground) => {
    const { file } = ground.view
    if (ground.text === null) return missing('text')
    if (ground.text.bonusClaimDays === null) return unfit('no_bonus', 'R-500')
    if (file.milestones.jobStartedOn === null) return unfit('no_job', 'R-501')
    if (file.dates.bonusClaimDue !== null && file.dates.bonusClaimDue < ground.today) return unfit('bonus_over', 'R-501')
    const claim = file.deadlines.find(({ code }) => code === 'bonusClaim')
    if (file.dates.bonusClaimDue === null || claim === undefined || file.amounts.bonusEligible === false) return unfit('bonus_barred', 'R-501')
    return claim.metOn !== null || !claim.actionable ? unfit('bonus_over', 'R-501') : { kind: 'now' }
  },
  blocks: {
    bloc_delai: (ground) => {
      const { bonusClaimDue } = ground.view.file.dates
      return [
        ...table('Le délai de la demande', ['Quoi', 'Date'], [
          ...factRow('Début de votre emploi', ground.view.file.milestones.jobStartedOn),
          ...dateRow(ground, 'Demande à envoyer, au plus tard', 'bonusClaimDue'),
          ...dateRow(ground, 'Deuxième versement, si vous êtes toujours dans l’emploi', 'bonusSecondPaymentOn'),
        ]),
        ...(bonusClaimDue === null ? [] : [{ kind: 'notice', text: `La demande, datée et signée, part au plus tard le ${formatDayLong(bonusClaimDue, 'fr')}. Après ce jour, la prime est perdue.`, source: sourceOf(ground, 'R-501') } satisfies Block]),
      ]
    },
    bloc_montant: (ground) => {
      const { bonusTotal, bonusInstalments } = ground.view.file.amounts
      if (bonusTotal === null || bonusInstalments === null) return [paragraph('La prime est la moitié de vos droits restants à l’allocation le jour de l’embauche. France Travail la calcule.')]
      const rows = [{ head: 'Prime, en tout', cells: [formatAmount(bonusTotal, 'fr')], source: sourceOf(ground, 'R-502') }, ...bonusInstalments.map(({ on, amount }, index): TableRow => ({ head: index === 0 ? `Premier versement, dès le ${dayIn(on)}` : `Deuxième versement, le ${dayIn(on)}`, cells: [formatAmount(amount, 'fr')] }))]
      return [...table('Estimation brute', ['Quoi', 'Montant'], rows), paragraph('Estimation : France Travail décide.')]
    },
    bloc_joindre: () => [bullets('le formulaire de demande de prime, daté et signé ;', 'la copie de votre contrat de travail ;', 'votre numéro d’inscription à France Travail.')],
  },
  required: ['bloc_delai'],
  template: `Bonjour {{personne}},

Vous avez repris un emploi, et vous pouvez demander la prime de reclassement. Elle n’est pas versée d’office.

{{bloc_delai}}

## Combien

{{bloc_montant}}

## À envoyer

{{bloc_joindre}}

{{conseiller}} vous aide à remplir la demande : appelez-nous avant la date, même s’il manque une pièce.
`,
}

function trainingAfter({ view }: Ground) {
  const { cspTerm } = view.file.dates
  return cspTerm === null ? [] : counting(view, 'training').filter(({ fact }) => fact?.kind === 'training' && fact.to !== null && fact.from <= cspTerm && fact.to > cspTerm)
}

export const endOfCsp: DocumentKind = {
  name: 'end_of_csp',
  title: 'La fin de votre CSP : ce qui suit',
  rules: ['R-603', 'R-311', 'R-308'],
  standing: (ground) => {
    const { dates, milestones } = ground.view.file
    if (ground.text === null) return missing('text')
    if (dates.cspTerm === null) return missing('term')
    const near = daysBetween(ground.today, dates.cspTerm) <= NEAR_TERM || milestones.endedOn !== null
    return near ? { kind: 'now' } : unfit('far_from_end', 'R-308')
  },
  blocks: {
    bloc_fin: (ground) => {
      const { file } = ground.view
      const ended = file.milestones.endedOn
      return table('La fin', ['Quoi', 'Date'], [
        ...(ended === null ? dateRow(ground, 'Dernier jour du CSP', 'cspTerm') : factRow('Dernier jour du CSP', ended, sourceOf(ground, 'R-600'))),
        ...dateRow(ground, 'Dernier jour possible d’allocation', 'aspEnd'),
        ...dateRow(ground, 'Lettre de France Travail, au plus tard', 'termLetterDue'),
        ...dateRow(ground, 'Entretien final, au plus tard', 'finalInterviewTo'),
      ])
    },
    bloc_are: (ground) => {
      const { amounts, dates } = ground.view.file
      const rows: TableRow[] = [
        ...(amounts.areDaily === null ? [] : [{ head: 'ARE, par jour', cells: [formatAmount(amounts.areDaily, 'fr')], source: sourceOf(ground, 'R-603') }]),
        ...(amounts.areDaysLeft === null ? [] : [{ head: 'Jours d’ARE restants', cells: [formatDays(amounts.areDaysLeft, 'fr')], source: sourceOf(ground, 'R-603') }]),
      ]
      const first = dates.cspTerm === null ? null : addDays(dates.cspTerm, 1)
      return [
        ...table('Estimations brutes', ['Quoi', 'Combien'], rows),
        paragraph(`Si vous êtes sans emploi, inscrivez-vous à France Travail${first === null ? ' dès la fin du CSP' : `, dès le ${formatDayLong(first, 'fr')}`} : l’ARE est alors versée sans différé ni carence. Sa durée est diminuée des jours d’allocation déjà payés ; les jours suspendus ne sont pas perdus.`),
        { kind: 'notice', text: 'Sans inscription, pas d’ARE.', source: sourceOf(ground, 'R-603') },
      ]
    },
    bloc_formation: (ground) => trainingAfter(ground).map((fact): Block => {
      const to = fact.fact?.kind === 'training' ? fact.fact.to : null
      const title = wordOf(fact, 'title')
      return { kind: 'notice', text: `Votre formation${title === null ? '' : ` « ${title} »`} dure${to === null ? '' : ` jusqu’au ${formatDayLong(to, 'fr')}`} : elle continue après le CSP si vous vous inscrivez à France Travail, dans la limite de vos droits.`, source: sourceOf(ground, 'R-311') }
    }),
    bloc_droits: (ground) => table('Ce qui reste possible', ['Quoi', 'Au plus tard'], [...dateRow(ground, 'Réclamer une somme due', 'claimsLimit'), ...dateRow(ground, 'Contester la rupture', 'contestLimit'), ...dateRow(ground, 'Priorité de réembauche', 'rehirePriorityEnd')]),
  },
  required: ['bloc_fin', 'bloc_are', 'bloc_formation'],
  template: `Bonjour {{personne}},

Votre CSP se termine. Voici ce qui s’arrête, ce qui continue et ce que vous avez à faire.

{{bloc_fin}}

## Vos droits à l’ARE

{{bloc_are}}

{{bloc_formation}}

## Ce qui reste possible

{{bloc_droits}}

{{conseiller}} répond à vos questions jusqu’au dernier jour.
`,
}

const BREACHES = ['action_refused', 'action_missed', 'offer_refused', 'false_statement'] as const

/** The breaches of a file that no decision has set aside. */
function breaches(view: Ground['view']) {
  const decided = counting(view, 'breach_dismissed').at(-1)?.on ?? null
  return counting(view, ...BREACHES).filter(({ on }) => decided === null || on > decided)
}

const grounds: Readonly<Record<string, string>> = messagesFor('fr').acts.options.content.grounds

const BREACH_NAMES: Readonly<Record<(typeof BREACHES)[number], string>> = {
  action_refused: 'Refus d’une action', action_missed: 'Absence à une action', offer_refused: 'Refus d’une offre raisonnable d’emploi', false_statement: 'Déclaration inexacte',
}

function breachRows(ground: Ground): readonly TableRow[] {
  return breaches(ground.view).map((fact): TableRow => {
    const what = [wordOf(fact, 'what'), wordOf(fact, 'job'), wordOf(fact, 'employer')].filter((word) => word !== null)
    const reasons = fact.content?.['grounds']
    const why = Array.isArray(reasons) && reasons.length > 0 ? [`Offre jugée raisonnable : ${reasons.map((reason) => (grounds[String(reason)] ?? String(reason)).toLocaleLowerCase('fr')).join(', ')}.`] : []
    const proof = wordOf(fact, 'proof')
    const note = [...what, ...why, ...(proof === null ? [] : [`Preuve gardée : ${proof}`])].join(' ')
    return { head: BREACH_NAMES[fact.kind as keyof typeof BREACH_NAMES], cells: [dayIn(fact.on)], source: sourceOf(ground, 'R-601'), ...(note === '' ? {} : { note }) }
  })
}

export const breachNotice: DocumentKind = {
  name: 'breach_notice',
  title: 'Manquement signalé : vous pouvez vous expliquer',
  rules: ['R-601', 'R-602'],
  standing: (ground) => {
    const { view } = ground
    if (ground.text === null) return missing('text')
    const known = breaches(view)
    if (known.length === 0) return unfit('no_breach', 'R-601')
    const told = known.every((fact) => wordOf(fact, 'what') !== null || wordOf(fact, 'job') !== null)
    return readyUnless([[told, 'breach_words'], [wordOf(lastOf(view, 'plan_validated'), 'appealRoutes') !== null, 'appeal_routes']], view.file.stage === 'breach_proposed')
  },
  blocks: {
    bloc_faits: (ground) => table('Ce qui est signalé', ['Quoi', 'Quand'], breachRows(ground)),
    bloc_consequence: (ground) => {
      const offers = counting(ground.view, 'offer_refused').length
      const consequence = ground.text?.breachTakes === 'allowance' ? 'vous pouvez perdre l’allocation' : 'vous pouvez perdre le CSP, et devriez alors vous inscrire à France Travail comme demandeur d’emploi'
      return [
        ...(offers === 1 && breaches(ground.view).every(({ kind }) => kind === 'offer_refused') ? [paragraph('Un seul refus d’offre n’entraîne rien : il en faut deux.')] : []),
        { kind: 'notice', text: `Si France Travail retient ces faits, ${consequence}. Rien n’est décidé à ce jour.`, source: sourceOf(ground, 'R-601') },
      ]
    },
    bloc_recours: appealBlocks,
  },
  required: ['bloc_faits', 'bloc_consequence', 'bloc_recours'],
  template: `Bonjour {{personne}},

Nous avons noté les faits ci-dessous. Avant toute suite, vous pouvez vous expliquer : par écrit, par téléphone ou en rendez-vous, seul ou accompagné.

{{bloc_faits}}

## Ce que cela peut entraîner

{{bloc_consequence}}

## Vous expliquer, contester

{{bloc_recours}}

Vos explications sont gardées dans votre dossier **{{reference}}** et transmises avec les faits. {{conseiller}}, {{operateur}}.
`,
}
