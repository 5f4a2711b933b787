import { parseDay, type Day } from '../../accord/calendar/day.ts'
import { formatAmount } from '../../accord/wording/amount-words.ts'
import { capitalised, formatPeriod } from '../../accord/wording/day-words.ts'
import { readPlanContent, type FundingSource, type PlanContent, type PlanLine, type Signature as PlanSignature, type StepActor } from '../../cases/content/plan.ts'
import { messagesFor } from '../../wording/messages.ts'
import { heading, paragraph, type Block, type Signature, type TableRow } from '../content.ts'
import { dateRow, dayIn, factRow, lastOf, missing, readyUnless, sourceOf, table, unfit, wordOf, type DocumentKind, type Ground } from './kind.ts'

const measureNames: Readonly<Record<PlanLine['measure'], string>> = messagesFor('fr').acts.options.content.measures

const fundingNames: Readonly<Record<FundingSource, string>> = {
  cpf: 'CPF', training_fund: 'OPCO', region: 'Région', france_travail: 'France Travail', employer: 'employeur', person: 'la personne', other: 'autre financement',
}
const actorNames: Readonly<Record<StepActor, string>> = { person: 'vous', adviser: 'votre conseiller', third: 'un tiers' }

/** The plan in force, with its words; `null` before one is validated, or where nothing readable was kept. */
function planOf({ view }: Ground): PlanContent | null {
  const fact = lastOf(view, 'plan_validated')
  return fact === null ? null : readPlanContent(fact.content)
}

/** Its measures, without those that were given up. */
function measureLines(ground: Ground): readonly PlanLine[] {
  return (planOf(ground)?.measures ?? []).filter(({ state }) => state !== 'dropped')
}

const dayOf = (text: string | null): Day | null => (text === null ? null : parseDay(text))

function when({ from, to }: PlanLine): string {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first !== null) return capitalised(formatPeriod(first, last, 'fr'))
  return last === null ? 'À fixer ensemble' : `Au plus tard le ${dayIn(last)}`
}

function withWhom({ measure, provider, funding }: PlanLine): string {
  const paid = funding.map(({ source, amount }) => (amount === null ? fundingNames[source] : `${fundingNames[source]} (${formatAmount(amount, 'fr')})`))
  return [provider, paid.length === 0 ? null : `financement : ${paid.join(', ')}`].filter((word) => word !== null).join(' ; ') || (measure === 'individual_follow_up' ? 'Votre référent' : 'À préciser')
}

function measures(ground: Ground): readonly Block[] {
  const lines = measureLines(ground)
  const rows = lines.map((line): TableRow => {
    const notes = [line.goal, line.preparesFor === null ? null : `Prépare à : ${line.preparesFor.label}.`, line.note].filter((note) => note !== null)
    return { head: measureNames[line.measure], cells: [when(line), withWhom(line)], ...(notes.length === 0 ? {} : { note: notes.join(' ') }) }
  })
  const steps = lines.flatMap((line) => line.steps.map((step): TableRow => {
    const [by, doneOn] = [dayOf(step.by), dayOf(step.doneOn)]
    const until = doneOn !== null ? `Fait le ${dayIn(doneOn)}` : by === null ? 'À fixer ensemble' : `Au plus tard le ${dayIn(by)}`
    return { head: step.what, cells: [capitalised(actorNames[step.who]), until], note: measureNames[line.measure] }
  }))
  return [...table('Mesures convenues', ['Mesure', 'Quand', 'Avec qui'], rows), ...table('Qui fait quoi', ['Étape', 'Qui', 'Quand'], steps)]
}

function project(ground: Ground): readonly Block[] {
  const { view } = ground
  const written = planOf(ground)
  const preBilan = lastOf(view, 'pre_bilan_held')
  const aimed = written?.occupation ?? null
  const own = [
    ...(written?.project === null || written?.project === undefined ? [] : [paragraph(written.project)]),
    ...(aimed === null ? [] : [paragraph(`Métier visé : ${aimed.label}${aimed.rome === null ? '' : ` (ROME ${aimed.rome})`}.`)]),
  ]
  if (own.length > 0) return own
  const parts = ([['profile', 'Votre profil'], ['project', 'Votre projet'], ['labourMarket', 'Ce que le bassin offre']] as const).flatMap(([key, title]): Block[] => {
    const said = wordOf(preBilan, key)
    return said === null ? [] : [heading(title, 3), paragraph(said)]
  })
  return parts.length === 0 ? [paragraph('Le projet est celui convenu lors du pré-bilan.')] : parts
}

function workPeriods(ground: Ground): readonly Block[] {
  const { view, text } = ground
  const said = wordOf(lastOf(view, 'plan_validated'), 'workPeriodsConditions')
  const limit = text === null ? [] : [paragraph(`Vous pouvez travailler pendant le CSP, en CDD ou en intérim, ${text.work.totalMaxMonths} mois en tout au plus${text.work.priorValidation ? ', avec l’accord préalable de votre référent' : ''}.`)]
  return [...(said === null ? [] : [paragraph(said)]), ...limit, { kind: 'notice', text: 'Hors de ces limites, c’est un emploi ordinaire : parlez-nous-en avant de signer.', source: sourceOf(ground, 'R-400') }]
}

/** What ends the CSP for breach, and how to contest it: the texts want both in the plan (R-304, R-602). */
export function appealBlocks(ground: Ground): readonly Block[] {
  const { view, text } = ground
  const takes = text?.breachTakes === 'allowance' ? 'l’allocation' : 'le CSP'
  const said = wordOf(lastOf(view, 'plan_validated'), 'appealRoutes')
  return [
    paragraph(`Vous pouvez perdre ${takes} dans ces cas seulement :`),
    {
      kind: 'list',
      items: [
        [{ text: 'refuser une action de reclassement ou de formation, ou ne pas s’y présenter ;' }],
        [{ text: text?.falseStatementIsBreach === true ? 'refuser deux offres raisonnables d’emploi ;' : 'refuser deux offres raisonnables d’emploi.' }],
        ...(text?.falseStatementIsBreach === true ? [[{ text: 'faire de fausses déclarations pour bénéficier du CSP.' }]] : []),
      ],
    },
    paragraph('Nous signalons les faits, vous pouvez vous expliquer, et France Travail décide.'),
    ...(said === null ? [] : [{ kind: 'notice', text: `Vos voies de recours : ${said}`, source: sourceOf(ground, 'R-602') } satisfies Block]),
  ]
}

function planDates(ground: Ground): readonly Block[] {
  const first = ground.view.file.milestones.planOn
  const last = lastOf(ground.view, 'plan_validated')?.on ?? null
  return table('Les dates de votre CSP', ['Quoi', 'Date'], [
    ...dateRow(ground, 'Début du CSP', 'cspStart'),
    ...factRow(first === last ? 'Plan validé' : 'Premier plan validé', first, sourceOf(ground, 'R-302')),
    ...(first === last ? [] : factRow('Ce plan, mis à jour', last)),
    ...dateRow(ground, 'Point d’étape, au plus tard', 'month4ReviewDue'),
    ...dateRow(ground, 'Dernier jour d’embauche ouvrant la prime', 'bonusLastJobStart'),
    ...dateRow(ground, 'Terme du CSP', 'cspTerm'),
  ])
}

function planSignatures(ground: Ground): readonly Block[] {
  const { view } = ground
  const plan = lastOf(view, 'plan_validated')
  const given = planOf(ground)?.signatures ?? null
  const line = (who: string, name: string, signed: boolean, own: PlanSignature | null): Signature => {
    const on = own === null ? (plan?.on ?? null) : dayOf(own.on)
    const drawn = own?.manner === 'drawn' && own.path !== null && own.width !== null && own.height !== null ? { drawn: { path: own.path, width: own.width, height: own.height } } : {}
    return { who, name, signedOn: signed && on !== null ? dayIn(on) : null, ...drawn }
  }
  return [{
    kind: 'signatures', caption: 'Signatures',
    lines: [
      line('La personne', `${view.person.firstName} ${view.person.lastName}`, plan?.fact.signedByBeneficiary !== false, given?.beneficiary ?? null),
      line('Le conseiller', view.counsellor.name, plan?.fact.signedByAdviser !== false, given?.adviser ?? null),
    ],
  }]
}

function planNeeds(ground: Ground) {
  const { view, text } = ground
  const plan = lastOf(view, 'plan_validated')
  const signed = plan !== null && plan.fact.signedByBeneficiary !== false && plan.fact.signedByAdviser !== false
  const planned = plan !== null
  return [
    [planned, 'plan'],
    [!planned || measureLines(ground).length > 0, 'plan_measures'],
    [!planned || wordOf(plan, 'appealRoutes') !== null, 'appeal_routes'],
    [!planned || signed || text?.twoSignatures !== true, 'both_signatures'],
  ] as const
}

export const plan: DocumentKind = {
  name: 'plan',
  title: 'Plan de sécurisation professionnelle',
  rules: ['R-302', 'R-303', 'R-304', 'R-602'],
  standing: (ground) => {
    if (ground.text === null) return missing('text')
    if (ground.view.file.dates.cspStart === null) return missing('start')
    return readyUnless(planNeeds(ground), ground.view.file.milestones.endedOn === null)
  },
  blocks: { bloc_projet: project, bloc_mesures: measures, bloc_periodes_travail: workPeriods, bloc_fin_recours: appealBlocks, bloc_dates: planDates, bloc_signatures: planSignatures },
  required: ['bloc_mesures', 'bloc_fin_recours', 'bloc_signatures'],
  template: `{{personne}} et {{conseiller}}, pour {{operateur}}, ont convenu de ce plan. Il peut être revu ensemble à tout moment.

## Votre projet

{{bloc_projet}}

## Ce que nous faisons

{{bloc_mesures}}

Votre référent vous suit pendant tout le CSP, et pendant les six mois qui suivent la reprise d’un emploi.

## Travailler pendant le CSP

{{bloc_periodes_travail}}

## Les dates à retenir

{{bloc_dates}}

## Fin du CSP et voies de recours

{{bloc_fin_recours}}

{{bloc_signatures}}
`,
}

export const writtenDocument: DocumentKind = {
  name: 'written_document',
  title: 'Vos engagements et ceux de France Travail',
  rules: ['R-304', 'R-602'],
  standing: (ground) => {
    if (ground.text === null) return missing('text')
    if (ground.family !== '2011') return unfit('plan_is_it', 'R-304')
    const planned = lastOf(ground.view, 'plan_validated')
    return readyUnless([[ground.view.file.dates.cspStart !== null, 'start'], [planned !== null, 'plan'], [planned === null || wordOf(planned, 'appealRoutes') !== null, 'appeal_routes']], ground.view.file.milestones.endedOn === null)
  },
  blocks: { bloc_mesures: measures, bloc_fin_recours: appealBlocks, bloc_dates: planDates, bloc_signatures: planSignatures },
  required: ['bloc_fin_recours', 'bloc_signatures'],
  template: `Ce document, distinct du plan, dit les services dont {{personne}} bénéficie, dans quels cas l’allocation peut être perdue et comment contester.

## Les services

{{bloc_mesures}}

## Les dates

{{bloc_dates}}

## Perdre l’allocation, et contester

{{bloc_fin_recours}}

{{bloc_signatures}}
`,
}
