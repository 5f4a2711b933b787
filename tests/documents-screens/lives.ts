// Files that have what each document needs, and the documents made of them.
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import { draftOf } from '@/lib/documents/draft.ts'
import type { DocumentKindName, IssuedContent } from '@/lib/documents/content.ts'
import { fingerprintOf } from '@/lib/documents/fingerprint.ts'
import { kindOf } from '@/lib/documents/kinds/index.ts'
import { groundOf, type Ground } from '@/lib/documents/kinds/kind.ts'
import { renderPdf, type Letterhead, type Rendered } from '@/lib/documents/pdf/render.ts'
import type { WrittenFact } from '@/tests/accord/a-file.ts'
import { viewOf } from '@/tests/file-screens/a-view.ts'

type Words = Readonly<Partial<Record<FactView['kind'], Readonly<Record<string, unknown>>>>>

export const APPEAL = 'Écrivez au médiateur de France Travail, à Œyregave, « en recommandé ».'

const WORDS: Words = {
  proposal_handed_over: { receiptSigned: false },
  pre_bilan_held: { profile: 'Comptable, douze ans dans la même maison.', project: 'Devenir gestionnaire de paie.' },
  plan_validated: {
    measures: [
      { measure: 'training', provider: 'Greta du Rhône', from: '2025-12-01', to: '2026-10-30', goal: 'Obtenir le titre de gestionnaire de paie.', funding: [{ source: 'cpf', amount: '1200.00' }], steps: [{ id: 'devis', what: 'Demander le devis', who: 'person', by: '2025-11-05', doneOn: null }] },
      { measure: 'individual_follow_up', provider: null, from: null, to: null },
    ],
    appealRoutes: APPEAL,
  },
  month4_review_held: { note: 'Le stage avance ; le cœur du métier est confirmé.', adjustments: 'Un stage en mars.' },
  final_interview_held: { note: 'Titre presque obtenu.', adjustments: 'Préparer les entretiens.' },
  training: { title: 'Gestionnaire de paie', provider: 'Greta du Rhône' },
  work_period: { employerName: 'Cabinet Œillet & Cie', job: 'Assistante de paie' },
  job_started: { employerName: 'Paie & Co', job: 'Gestionnaire de paie' },
  offer_refused: { job: 'Comptable', employer: 'Sogéco', grounds: ['area'], proof: 'Courriel du 10 mai' },
  action_missed: { what: 'Atelier du 20 mai, sans prévenir.', proof: 'Feuille d’émargement' },
}

export interface LifeOptions {
  readonly facts: readonly WrittenFact[]
  readonly today: string
  readonly engagedOn?: string
  readonly words?: Words
  readonly person?: Partial<FileView['person']>
}

/** A file of these facts, with the words that go beside them. */
export function life({ facts, today, engagedOn = '2025-09-08', words = {}, person = {} }: LifeOptions): FileView {
  const view = viewOf({ engagedOn, frame: { sjr: '92.40', birthDate: '1980-05-05', hiredOn: '2010-03-01', monthlyGross: '2810.00', noticeMonths: 2, protectedEmployee: false }, facts, today })
  const said = { ...WORDS, ...words }
  return {
    ...view,
    person: { ...view.person, ...person },
    employer: { id: 'employer', name: 'Ateliers du Midi', siret: null, size: 40, insolvency: false, kind: 'company' },
    facts: view.facts.map((fact) => ({ ...fact, content: said[fact.kind] ?? null })),
  }
}

export const PROPOSED: readonly WrittenFact[] = [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08']]
export const STARTED: readonly WrittenFact[] = [...PROPOSED, ['accepted', '2025-09-12'], ['pre_bilan_held', '2025-10-03']]
export const FOLLOWED: readonly WrittenFact[] = [...STARTED, ['plan_validated', '2025-10-28']]

/** For each kind, a file in which it may be issued. */
export const READY: Readonly<Record<DocumentKindName, LifeOptions>> = {
  information_sheet: { facts: PROPOSED, today: '2025-09-15' },
  receipt: { facts: PROPOSED, today: '2025-09-15' },
  plan: { facts: FOLLOWED, today: '2025-11-03' },
  written_document: { engagedOn: '2013-10-17', facts: [['proposal_handed_over', '2013-10-17'], ['motive_notified', '2013-10-17'], ['accepted', '2013-10-20'], ['pre_bilan_held', '2013-11-12'], ['plan_validated', '2013-12-02']], today: '2014-01-10' },
  month4_review: { facts: [...FOLLOWED, ['month4_review_held', '2026-01-28']], today: '2026-02-02' },
  final_summary: { facts: [...FOLLOWED, ['final_interview_held', '2026-09-01']], today: '2026-09-02' },
  work_validation: { facts: [...FOLLOWED, ['work_period', '2026-04-01', { to: '2026-04-30', validatedOn: '2026-03-30' }]], today: '2026-04-02' },
  bonus_reminder: { facts: [...FOLLOWED, ['job_started', '2026-03-02', { contract: 'cdi' }]], today: '2026-03-10' },
  end_of_csp: { facts: [...FOLLOWED, ['training', '2025-12-01', { to: '2026-10-30' }]], today: '2026-09-01' },
  breach_notice: { facts: [...FOLLOWED, ['action_missed', '2026-05-20']], today: '2026-05-25' },
  follow_up_attestation: { facts: FOLLOWED, today: '2026-02-02' },
}

export function groundFor(kind: DocumentKindName, options: LifeOptions = READY[kind]): Ground {
  const view = life(options)
  return groundOf(view, kindOf(kind).subjects?.(view)[0] ?? null)
}

export const HEAD: Letterhead = { logo: null, accent: { stroke: '#0e5a4f', words: '#0b5247', soft: '#eaf4f0', on: '#ffffff' } }

/** The content of a document, as it would be issued under a number. */
export function contentOf(kind: DocumentKindName, options?: LifeOptions, template = kindOf(kind).template): IssuedContent {
  const { content } = draftOf(kindOf(kind), groundFor(kind, options), { operatorName: 'Alizé Transitions', author: 'Inès Conseillère', template })
  return { ...content, number: 'DOC-2026-00042', replaces: null }
}

export function pdfOf(content: IssuedContent): Promise<Rendered> {
  return renderPdf(content, { letterhead: HEAD, madeAt: new Date('2026-02-02T08:00:00Z'), fingerprint: fingerprintOf(content) })
}
