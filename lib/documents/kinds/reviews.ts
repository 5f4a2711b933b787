import { formatDays, formatPeriod } from '../../accord/wording/day-words.ts'
import { lengthInDays } from '../../accord/calendar/period.ts'
import { bullets, paragraph, type Block, type TableRow } from '../content.ts'
import { counting, dateRow, dayIn, factRow, lastOf, missing, readyUnless, sourceOf, table, unfit, wordOf, type DocumentKind, type Ground } from './kind.ts'

/** What was said at a review, under its titles. */
function said(fact: Parameters<typeof wordOf>[0], titles: Readonly<Record<string, string>>): readonly Block[] {
  return Object.entries(titles).flatMap(([key, title]): Block[] => {
    const words = wordOf(fact, key)
    return words === null ? [] : [{ kind: 'heading', level: 3, runs: [{ text: title }] }, ...words.split(/\n{2,}/u).map(paragraph)]
  })
}

/** What was done since the start: trainings, work periods, contacts. */
function done({ view }: Ground): readonly Block[] {
  const rows: TableRow[] = view.file.periods.flatMap((period): TableRow[] => {
    const own = view.facts.find(({ factIndex }) => factIndex !== null && factIndex === period.factIndex) ?? null
    const cells = [formatPeriod(period.from, period.to, 'fr')]
    if (period.kind === 'training') return [{ head: wordOf(own, 'title') ?? 'Formation', cells, ...noteOf(wordOf(own, 'provider')) }]
    if (period.kind === 'work_period') return [{ head: wordOf(own, 'job') ?? 'Période de travail', cells, ...noteOf(wordOf(own, 'employerName')) }]
    if (period.kind === 'job') return [{ head: wordOf(own, 'job') ?? 'Emploi', cells, ...noteOf(wordOf(own, 'employerName')) }]
    return []
  })
  const contacts = counting(view, 'contact_held').length
  return [
    ...table('Formations, périodes de travail et emplois', ['Quoi', 'Quand'], rows),
    paragraph(contacts === 0 ? 'Aucun contact n’a été noté en dehors des entretiens prévus.' : contacts === 1 ? 'Un contact a été noté en dehors des entretiens prévus.' : `${contacts} contacts ont été notés en dehors des entretiens prévus.`),
  ]
}

function noteOf(note: string | null) {
  return note === null ? {} : { note }
}

const bothSign = (heldBy: (ground: Ground) => string | null) => (ground: Ground): readonly Block[] => [{
  kind: 'signatures', caption: 'Signatures',
  lines: [
    { who: 'La personne', name: `${ground.view.person.firstName} ${ground.view.person.lastName}`, signedOn: null },
    { who: 'Le conseiller', name: heldBy(ground), signedOn: null },
  ],
}]
const byCounsellor = bothSign(({ view }) => view.counsellor.name)

export const month4Review: DocumentKind = {
  name: 'month4_review',
  title: 'Point d’étape du quatrième mois',
  rules: ['R-306'],
  standing: (ground) => {
    if (ground.text === null) return missing('text')
    if (!ground.text.month4Review) return unfit('no_month4', 'R-306')
    const held = lastOf(ground.view, 'month4_review_held')
    return readyUnless([[held !== null, 'month4_review'], [held === null || wordOf(held, 'note') !== null || wordOf(held, 'adjustments') !== null, 'review_words']], ground.view.file.milestones.endedOn === null)
  },
  blocks: {
    bloc_point: ({ view }) => said(lastOf(view, 'month4_review_held'), { note: 'Les actions menées et le projet', adjustments: 'Ce que nous changeons' }),
    bloc_fait: done,
    bloc_dates: (ground) => table('Les dates', ['Quoi', 'Date'], [...factRow('Point d’étape tenu', lastOf(ground.view, 'month4_review_held')?.on, sourceOf(ground, 'R-306')), ...dateRow(ground, 'Dernier jour d’embauche ouvrant la prime', 'bonusLastJobStart'), ...dateRow(ground, 'Terme du CSP', 'cspTerm')]),
    bloc_signatures: byCounsellor,
  },
  required: ['bloc_point'],
  template: `Après quatre mois d’accompagnement effectif, {{personne}} et {{conseiller}} ont comparé ce qui a été fait et le projet.

## Où nous en sommes

{{bloc_point}}

## Ce qui a été fait

{{bloc_fait}}

## La suite

{{bloc_dates}}

{{bloc_signatures}}
`,
}

export const finalSummary: DocumentKind = {
  name: 'final_summary',
  title: 'Bilan écrit de fin de CSP',
  rules: ['R-307'],
  standing: (ground) => {
    if (ground.text === null) return missing('text')
    if (ground.text.finalInterviewLastMonths === null) return unfit('no_final_interview', 'R-307')
    const held = lastOf(ground.view, 'final_interview_held')
    return readyUnless([[held !== null, 'final_interview'], [held === null || wordOf(held, 'note') !== null || wordOf(held, 'adjustments') !== null, 'review_words']], true)
  },
  blocks: {
    bloc_bilan: ({ view }) => said(lastOf(view, 'final_interview_held'), { note: 'Le bilan', adjustments: 'Ce qui reste à faire' }),
    bloc_fait: done,
    bloc_dates: (ground) => table('Les dates', ['Quoi', 'Date'], [...dateRow(ground, 'Début du CSP', 'cspStart'), ...factRow('Entretien final', lastOf(ground.view, 'final_interview_held')?.on, sourceOf(ground, 'R-307')), ...dateRow(ground, 'Terme du CSP', 'cspTerm')]),
    bloc_signatures: byCounsellor,
  },
  required: ['bloc_bilan', 'bloc_signatures'],
  template: `Ce bilan a été écrit ensemble par {{personne}} et {{conseiller}}, dans les derniers mois de l’accompagnement.

## Le bilan

{{bloc_bilan}}

## Ce qui a été fait

{{bloc_fait}}

## Les dates

{{bloc_dates}}

{{bloc_signatures}}
`,
}

function workPeriod(ground: Ground) {
  const fact = ground.about?.fact
  return fact?.kind === 'work_period' ? fact : null
}

export const workValidation: DocumentKind = {
  name: 'work_validation',
  title: 'Validation d’une période d’activité en entreprise',
  rules: ['R-400', 'R-401', 'R-402'],
  subjects: (view) => counting(view, 'work_period').toReversed(),
  standing: (ground) => {
    if (ground.text === null) return missing('text')
    const period = workPeriod(ground)
    if (period === null) return unfit('no_work_period', 'R-400')
    const running = period.to === null || period.to >= ground.today
    return readyUnless([[period.validatedOn !== null, 'work_validated']], running)
  },
  blocks: {
    bloc_periode: (ground) => {
      const period = workPeriod(ground)
      if (period === null) return []
      const employer = wordOf(ground.about, 'employerName')
      const job = wordOf(ground.about, 'job')
      return table('La période validée', ['Quoi', 'Détail'], [
        ...(employer === null ? [] : [{ head: 'Employeur', cells: [employer], source: sourceOf(ground, 'R-401') }]),
        ...(job === null ? [] : [{ head: 'Emploi', cells: [job] }]),
        { head: 'Contrat', cells: [period.contract === 'cdd' ? 'CDD' : 'Intérim'], source: sourceOf(ground, 'R-400') },
        { head: 'Dates', cells: [formatPeriod(period.from, period.to, 'fr')] },
        ...(period.to === null ? [] : [{ head: 'Durée', cells: [formatDays(lengthInDays(period.from, period.to), 'fr')], source: sourceOf(ground, 'R-402') }]),
        ...(period.validatedOn === null ? [] : [{ head: 'Validée par le référent le', cells: [dayIn(period.validatedOn)], source: sourceOf(ground, 'R-400') }]),
        { head: 'Jours de travail, toutes périodes', cells: [formatDays(ground.view.file.totals.workPeriodDays, 'fr')], source: sourceOf(ground, 'R-402') },
      ])
    },
    bloc_effets: (ground) => [
      bullets(
        'Pendant la période, le CSP et l’allocation sont suspendus ; l’employeur vous paie.',
        ground.text?.workExtendsTerm === true ? 'Les jours travaillés après la fin du sixième mois prolongent le CSP, dans la limite du texte.' : 'La période ne déplace pas le terme du CSP.',
        'Si le contrat change (dates, prolongation, CDI), prévenez-nous tout de suite.',
      ),
      ...table('Le terme du CSP', ['Quoi', 'Date'], [...dateRow(ground, 'Fin du sixième mois', 'month6End'), ...dateRow(ground, 'Terme, tel que calculé à ce jour', 'cspTerm')]),
    ],
    bloc_signatures: bothSign(({ view }) => view.referent?.name ?? view.counsellor.name),
  },
  required: ['bloc_periode', 'bloc_effets'],
  template: `{{personne}}, la période d’activité ci-dessous est cohérente avec votre projet : elle est validée dans le cadre du CSP.

{{bloc_periode}}

## Ce que cela change

{{bloc_effets}}

{{bloc_signatures}}
`,
}

export const followUpAttestation: DocumentKind = {
  name: 'follow_up_attestation',
  title: 'Attestation de suivi',
  rules: ['R-300', 'R-309'],
  standing: (ground) => {
    const { cspStart } = ground.view.file.dates
    if (ground.text === null) return missing('text')
    if (cspStart === null) return missing('start')
    return cspStart > ground.today ? unfit('not_begun', 'R-012') : { kind: 'possible' }
  },
  blocks: {
    bloc_attestation: (ground) => table('Ce que nous attestons', ['Quoi', 'Date'], [
      ...dateRow(ground, 'Début du CSP', 'cspStart'),
      ...factRow('Pré-bilan', ground.view.file.milestones.preBilanOn, sourceOf(ground, 'R-301')),
      ...factRow('Plan validé', ground.view.file.milestones.planOn, sourceOf(ground, 'R-302')),
      ...factRow('Dernier contact', ground.view.file.milestones.lastContactOn),
      ...factRow('Début de l’emploi', ground.view.file.milestones.jobStartedOn, sourceOf(ground, 'R-309')),
      ...(ground.view.file.milestones.endedOn === null ? dateRow(ground, 'Terme prévu', 'cspTerm') : factRow('Fin du CSP', ground.view.file.milestones.endedOn, sourceOf(ground, 'R-600'))),
    ]),
  },
  required: ['bloc_attestation'],
  template: `{{operateur}} atteste suivre {{personne}} dans le cadre du contrat de sécurisation professionnelle (bassin d’emploi : {{bassin}}).

{{bloc_attestation}}

Cette attestation est remise à la personne, à sa demande, pour servir ce que de droit.

Le conseiller : {{conseiller}}.
`,
}
