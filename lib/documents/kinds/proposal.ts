import { addDays } from '../../accord/calendar/day.ts'
import { formatAmount, formatPercent } from '../../accord/wording/amount-words.ts'
import { formatDayLong } from '../../accord/wording/day-words.ts'
import { bullets, paragraph, type Block, type TableRow } from '../content.ts'
import { dateRow, dayIn, factRow, ifAccepted, missing, readyUnless, sourceOf, table, unfit, wordOf, lastOf, type DocumentKind, type Ground } from './kind.ts'

/** The day from which the reflection runs: the hand-over, or the registration where France Travail proposes. */
function proposedOn({ view }: Ground) {
  return view.frame.entryPath === 'france_travail' ? (lastOf(view, 'registered')?.on ?? null) : view.file.milestones.handedOverOn
}

const BEFORE_ANSWER = ['to_propose', 'reflection', 'awaiting_authorisation', 'accepted_pending'] as const

function delay(ground: Ground): readonly Block[] {
  const { view, text } = ground
  const from = proposedOn(ground)
  const end = view.file.dates.reflectionEnd
  const byEmployer = view.frame.entryPath !== 'france_travail'
  const rows: readonly TableRow[] = [
    ...factRow(byEmployer ? 'Document remis' : 'Inscription à France Travail', from, sourceOf(ground, byEmployer ? 'R-112' : 'R-130')),
    ...factRow('Premier jour compté', from === null ? null : addDays(from, 1), sourceOf(ground, 'R-010')),
    ...dateRow(ground, 'Dernier jour pour répondre', 'reflectionEnd'),
  ]
  return [
    ...table('Votre délai de réflexion', ['Quoi', 'Date'], rows),
    end === null
      ? { kind: 'notice', text: 'Vous êtes salarié protégé : le délai ne se termine pas avant la décision de l’administration. Sa fin vous sera donnée dès que cette décision sera connue.', source: sourceOf(ground, 'R-011') }
      : { kind: 'notice', text: `Vous avez ${text?.reflectionDays ?? 21} jours. Sans réponse au soir du ${formatDayLong(end, 'fr')}, votre silence vaut refus. Une réponse tardive n’est pas admise.`, source: sourceOf(ground, 'R-117') },
  ]
}

function accepting(ground: Ground): readonly Block[] {
  const file = ifAccepted(ground)
  const { text, view } = ground
  const rows = [...(view.frame.entryPath === 'employer' ? dateRow(ground, 'Fin de votre contrat de travail', 'contractEnd', file) : []), ...dateRow(ground, 'Début du CSP', 'cspStart', file), ...dateRow(ground, 'Pré-bilan, au plus tard', 'preBilanDue', file), ...dateRow(ground, 'Terme du CSP', 'cspTerm', file)]
  return [
    ...table('Les dates, si vous acceptez', ['Quoi', 'Date'], rows),
    bullets(
      ...(view.frame.entryPath === 'employer'
        ? ['Vous remettez à votre employeur le bulletin d’acceptation rempli et signé, avec une copie de votre pièce d’identité.', 'Votre contrat prend fin d’un commun accord, sans préavis. L’indemnité de licenciement vous reste due.']
        : ['Vous remettez votre réponse à France Travail.']),
      `Vous devenez stagiaire de la formation professionnelle pour ${text?.cspMonths ?? 12} mois, avec la protection sociale de ce statut.`,
      'Un conseiller vous suit : pré-bilan, plan écrit ensemble, formation si elle sert votre projet, appui jusqu’à six mois après la reprise d’un emploi.',
    ),
  ]
}

function refusing(ground: Ground): readonly Block[] {
  return [
    bullets(
      'Le licenciement suit son cours ordinaire, avec votre préavis ou son indemnité.',
      'Vous pouvez demander l’allocation d’aide au retour à l’emploi (ARE) aux conditions ordinaires.',
      'Il n’y a ni allocation de sécurisation professionnelle ni accompagnement renforcé.',
    ),
    { kind: 'notice', text: 'Ne rien répondre a les mêmes effets que refuser.', source: sourceOf(ground, 'R-118') },
  ]
}

function allowance(ground: Ground): readonly Block[] {
  const { amounts } = ifAccepted(ground)
  const { text } = ground
  const rows: readonly TableRow[] = [
    ...(amounts.aspDaily === null ? [] : [{ head: 'Allocation du CSP (ASP), par jour', cells: [formatAmount(amounts.aspDaily, 'fr')], source: sourceOf(ground, amounts.aspBasis === 'seniority' ? 'R-202' : 'R-200') }]),
    ...(amounts.areDaily === null ? [] : [{ head: 'ARE, par jour, pour comparer', cells: [formatAmount(amounts.areDaily, 'fr')], source: sourceOf(ground, 'R-203') }]),
  ]
  const rate = text === null ? '' : formatPercent(Number(text.aspRate) * 100, 'fr')
  return [
    ...table('Estimations brutes', ['Quoi', 'Montant'], rows),
    paragraph(
      `Avec un an d’ancienneté ou plus, l’allocation est de ${rate} de votre salaire journalier de référence, et jamais moins que l’ARE. Sous un an, elle égale l’ARE. Elle court du premier jour du CSP, sans carence.`,
    ),
    paragraph('France Travail calcule et paie : seuls ses chiffres comptent.'),
  ]
}

function whoPays(ground: Ground): readonly Block[] {
  return [bullets('France Travail paie l’allocation, chaque mois, pour chaque jour du calendrier.', 'Votre employeur vous paie l’indemnité de licenciement, calculée avec l’ancienneté que le préavis vous aurait donnée.', `Avec un an d’ancienneté ou plus, votre employeur verse à France Travail l’indemnité du préavis que vous ne faites pas, dans la limite de ${ground.text?.noticeContributionMonths ?? 3} mois ; le surplus vous revient. Sous un an, toute l’indemnité de préavis vous revient.`)]
}

function contest(ground: Ground): readonly Block[] {
  const file = ifAccepted(ground)
  const limit = ground.view.file.milestones.acceptedOn === null ? null : file.dates.contestLimit
  const sentence = limit === null ? `à compter de votre signature` : `jusqu’au ${formatDayLong(limit, 'fr')} au plus tard`
  return [{ kind: 'notice', text: `Accepter le CSP ne vous empêche pas de contester le motif du licenciement devant le conseil de prud’hommes : vous avez ${ground.text?.contestMonths ?? 12} mois, ${sentence}.`, source: sourceOf(ground, 'R-141') }]
}

export const informationSheet: DocumentKind = {
  name: 'information_sheet',
  title: 'Le CSP vous est proposé : votre délai pour décider',
  rules: ['R-115', 'R-117', 'R-010'],
  standing: (ground) => {
    const { stage, milestones, dates } = ground.view.file
    if (ground.text === null) return missing('text')
    if (!(BEFORE_ANSWER as readonly string[]).includes(stage)) return unfit('reflection_over', 'R-117')
    if (milestones.acceptedOn !== null) return readyUnless([[proposedOn(ground) !== null, 'proposal']], false)
    return readyUnless([[proposedOn(ground) !== null, 'proposal']], dates.reflectionEnd === null || dates.reflectionEnd >= ground.today)
  },
  blocks: { bloc_delai: delay, bloc_acceptation: accepting, bloc_refus: refusing, bloc_allocation: allowance, bloc_qui_paie: whoPays, bloc_contestation: contest },
  required: ['bloc_delai', 'bloc_contestation'],
  template: `Bonjour {{personne}},

Le contrat de sécurisation professionnelle (CSP) vous est proposé. Cette fiche dit jusqu’à quand vous pouvez répondre, et ce que chaque réponse entraîne. Prenez le temps de la lire ; nous pouvons en parler.

## Jusqu’à quand répondre

{{bloc_delai}}

## Si vous acceptez

{{bloc_acceptation}}

## Si vous refusez, ou ne répondez pas

{{bloc_refus}}

## Ce que vous toucheriez

{{bloc_allocation}}

## Qui paie quoi

{{bloc_qui_paie}}

## Contester reste possible

{{bloc_contestation}}

## À qui parler

{{conseiller}} vous reçoit pour répondre à vos questions, pour {{operateur}}. Donnez la référence **{{reference}}**.
`,
}

function handedOver(ground: Ground): readonly Block[] {
  const { view } = ground
  const byEmployer = view.frame.entryPath !== 'france_travail'
  const rows: readonly TableRow[] = [
    { head: 'Remis à', cells: [`${view.person.firstName} ${view.person.lastName}, né(e) le ${dayIn(view.person.birthDate)}`] },
    { head: 'Remis par', cells: [byEmployer ? (view.employer?.name ?? 'L’employeur') : 'France Travail'] },
    ...factRow(byEmployer ? 'Jour de la remise' : 'Jour de l’inscription', proposedOn(ground), sourceOf(ground, byEmployer ? 'R-111' : 'R-130')),
    ...dateRow(ground, 'Dernier jour pour répondre', 'reflectionEnd'),
  ]
  return table('Ce qui a été remis', ['Quoi', 'Détail'], rows)
}

function receiptSignatures(ground: Ground): readonly Block[] {
  const { view } = ground
  const fact = lastOf(view, 'proposal_handed_over')
  const signed = fact?.content?.['receiptSigned'] === true ? dayIn(fact.on) : null
  return [{
    kind: 'signatures', caption: 'Signatures',
    lines: [
      { who: 'La personne', name: `${view.person.firstName} ${view.person.lastName}`, signedOn: signed },
      { who: view.frame.entryPath === 'france_travail' ? 'Pour France Travail' : 'Pour l’employeur', name: view.frame.entryPath === 'france_travail' ? null : (view.employer?.name ?? null), signedOn: null },
    ],
  }]
}

export const receipt: DocumentKind = {
  name: 'receipt',
  title: 'Récépissé de la proposition de CSP',
  rules: ['R-111', 'R-110'],
  standing: (ground) => {
    const fact = lastOf(ground.view, 'proposal_handed_over')
    if (ground.text === null) return missing('text')
    const signed = fact?.content?.['receiptSigned'] === true || wordOf(fact, 'receiptSigned') !== null
    const running = ground.view.file.stage === 'reflection' || ground.view.file.stage === 'awaiting_authorisation'
    return readyUnless([[proposedOn(ground) !== null, 'proposal']], running && !signed)
  },
  blocks: { bloc_remise: handedOver, bloc_contestation: contest, bloc_signatures: receiptSignatures },
  required: ['bloc_remise', 'bloc_signatures'],
  template: `{{bloc_remise}}

## Ce que je reconnais

Je reconnais avoir reçu ce jour-là, en main propre :

- le document qui présente le CSP et la possibilité d’en bénéficier ;
- le bulletin d’acceptation à détacher ;
- l’indication du délai de réflexion et de la date où mon contrat prendrait fin si j’accepte.

Signer ce récépissé n’est pas accepter le CSP : c’est dire que le document a été remis.

{{bloc_contestation}}

{{bloc_signatures}}
`,
}
