import { day } from '../accord/calendar/day.ts'
import { derive, frameSchema, parseFact, shippedTexts, type Fact, type FactKind } from '../accord/index.ts'
import type { FactView, FileView } from '../cases/views/file.ts'

/** A life invented to look at a template with: everything a document may speak of has happened in it. */
const LIFE: readonly (readonly [kind: FactKind, terms: Readonly<Record<string, unknown>>, content?: Readonly<Record<string, unknown>>])[] = [
  ['proposal_handed_over', { on: '2026-01-12' }, { receiptSigned: true, note: null }],
  ['motive_notified', { on: '2026-01-12' }],
  ['accepted', { on: '2026-01-20' }],
  ['pre_bilan_held', { on: '2026-02-06' }, { profile: 'Assistante comptable, douze ans dans la même entreprise.', project: 'Devenir gestionnaire de paie.' }],
  ['plan_validated', { on: '2026-02-27', signedByBeneficiary: true, signedByAdviser: true }, {
    measures: [
      { measure: 'individual_follow_up', provider: null, from: '2026-02-27', to: null, note: null },
      { measure: 'training', provider: 'Greta de Lyon', from: '2026-03-16', to: '2027-03-12', note: null, goal: 'Obtenir le titre de gestionnaire de paie' },
    ],
    appealRoutes: 'Écrivez au directeur de votre agence France Travail, puis au médiateur régional.',
    workPeriodsConditions: 'Des remplacements en cabinet comptable, pour mettre la formation en pratique.',
    note: null,
  }],
  ['contact_held', { on: '2026-03-20' }],
  ['training', { from: '2026-03-16', to: '2027-03-12' }, { title: 'Gestionnaire de paie', provider: 'Greta de Lyon', qualification: null, note: null }],
  ['work_period', { from: '2026-05-04', to: '2026-05-29', contract: 'cdd', employer: 'company', validatedOn: '2026-04-28' }, { employerName: 'Cabinet Œillet & associés', job: 'Assistante de paie', note: null }],
  ['month4_review_held', { on: '2026-06-02' }, { note: 'La formation avance bien ; le projet est confirmé.', adjustments: 'Un stage de quatre semaines en septembre.' }],
  ['offer_refused', { on: '2026-09-08' }, { job: 'Comptable', employer: 'Ateliers du Midi', grounds: ['area'], proof: 'Courriel du 4 septembre', answer: 'Trop loin' }],
  ['final_interview_held', { on: '2026-12-15' }, { note: 'Titre obtenu en grande partie, deux modules restent à passer.', adjustments: 'Préparer les entretiens d’embauche.' }],
]

function factsOf(): readonly FactView[] {
  return LIFE.map(([kind, terms, content], index): FactView => {
    const parsed = parseFact(kind, { kind, ...terms })
    if (!parsed.success) throw new Error(`the sample holds a fact that cannot be read: ${kind}`)
    const fact: Fact = parsed.data
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, sequence: index + 2, kind, on: 'from' in fact ? fact.from : fact.on, until: null, fact, terms,
      content: content ?? null, recordedBy: '', recordedAt: new Date(0), supersedes: null, supersededBy: null, reason: null, factIndex: index,
    }
  })
}

/** An invented file, for templates: nobody's, kept nowhere. */
export function sampleView(counsellor: string): FileView {
  const today = day('2026-12-16')
  const birthDate = day('1984-07-03')
  const facts = factsOf()
  const frame = frameSchema.parse({ engagedOn: '2026-01-12', entryPath: 'employer', procedureType: 'interview', hiredOn: '2013-09-02', companySize: 40, insolvency: false, protectedEmployee: false, monthlyGross: '2480.00', noticeMonths: 2, sjr: '81.50', birthDate: '1984-07-03' })
  const settings = { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: null, followUpIntervalDays: null } as const
  return {
    id: 'sample', reference: 'RB-2026-00000', version: facts.length, openedAt: new Date(0), asOf: today, knownOn: null, today,
    person: { id: 'sample', firstName: 'Anne-Cécile', lastName: 'Exemple', birthDate, email: 'anne-cecile@exemple.fr', phone: '06 00 00 00 00', sex: null, qualification: null, sector: null, commune: null },
    employer: { id: 'sample', name: 'Ateliers du Midi', siret: null, size: 40, insolvency: false, kind: 'company' },
    frame, basin: { code: '8421', name: 'Lyon' }, counsellor: { id: 'sample', name: counsellor }, referent: null, away: [], transfers: { offeredTo: null, wentTo: null, cameFrom: null },
    file: derive({ frame, facts: facts.map(({ fact }) => fact!) }, shippedTexts, settings, today),
    facts, may: { record: false, assign: false }, settings, texts: shippedTexts,
  }
}
