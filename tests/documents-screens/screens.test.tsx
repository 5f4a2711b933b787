import { describe, expect, test, vi } from 'vitest'
import { DocumentsScreen } from '@/components/documents/documents-screen.tsx'
import { DraftScreen } from '@/components/documents/draft-screen.tsx'
import { IssuedScreen } from '@/components/documents/issued-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { problemWords } from '@/components/templates/problem-words.ts'
import { TemplateForm } from '@/components/templates/template-form.tsx'
import { day } from '@/lib/accord'
import { DOCUMENT_KINDS, type DocumentKindName } from '@/lib/documents/content.ts'
import { blocksOf, draftOf } from '@/lib/documents/draft.ts'
import { draftDigest, fingerprintOf } from '@/lib/documents/fingerprint.ts'
import { kindOf } from '@/lib/documents/kinds/index.ts'
import { NEEDED, UNFIT } from '@/lib/documents/kinds/kind.ts'
import type { DocumentOffer, DraftView, IssuedDocument, OfferStanding } from '@/lib/documents/views.ts'
import { TOKEN_NAMES } from '@/lib/templates/tokens.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { markupOf, readOf } from '@/tests/file-screens/a-view.ts'
import { contentOf, groundFor, life, READY } from './lives.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }), usePathname: () => '/', useSearchParams: () => new URLSearchParams() }))

const view = life(READY.plan)
const words = legalWords('fr', view.file.regime)
const offer = (kind: DocumentKindName, standing: OfferStanding, more: Partial<DocumentOffer> = {}): DocumentOffer => ({ kind, about: null, standing, issued: null, moved: false, ...more })
const issued = (number: string, more: Partial<IssuedDocument> = {}): IssuedDocument => ({
  id: `id-${number}`, number, kind: 'plan', about: null, issuedOn: day('2025-11-03'), issuedAt: new Date('2025-11-03T09:00:00Z'), issuedBy: 'Inès', pages: 2, fingerprint: 'f'.repeat(64),
  supersedes: null, supersededBy: null, reason: null, fileVersion: 5, ...more,
})

describe('the documents of a file', () => {
  const screen = (offers: readonly DocumentOffer[], documents: readonly IssuedDocument[] = []) => markupOf(<DocumentsScreen documents={{ view, offers, issued: documents }} words={words} />)

  test('what to give now stands first, its button the only filled one', () => {
    const markup = screen([offer('plan', { kind: 'now' }), offer('receipt', { kind: 'now' }), offer('follow_up_attestation', { kind: 'possible' })])
    const read = readOf(markup)
    expect(read).toContain('2 documents à remettre maintenant.')
    expect(read.indexOf('À remettre maintenant')).toBeLessThan(read.indexOf('Attestation de suivi'))
    expect(markup.match(/btn primary/gu)).toHaveLength(1)
    expect(markup).toContain('/dossiers/RB-2026-00001/documents/projet/plan')
  })

  test('an issued one is no longer to be given, unless the file moved since', () => {
    const still = offer('plan', { kind: 'now' }, { issued: { number: 'DOC-2025-00001', on: day('2025-11-03') } })
    expect(readOf(screen([still]))).toContain('Aucun document à remettre aujourd’hui.')
    const moved = readOf(screen([{ ...still, moved: true }]))
    expect(moved).toContain('Un document à remettre maintenant.')
    expect(moved).toContain('Le dossier ou le modèle a changé depuis le n° DOC-2025-00001 du lun. 3 nov. 2025.')
  })

  test('one that was replaced says by which, and why', () => {
    const read = readOf(screen([], [issued('DOC-2025-00002', { supersedes: 'DOC-2025-00001', reason: 'Terme déplacé' }), issued('DOC-2025-00001', { supersededBy: 'DOC-2025-00002' })]))
    expect(read).toContain('Remplacé par le n° DOC-2025-00002')
    expect(read).toContain('Motif : Terme déplacé')
  })

  test('one that cannot be made says what is missing, or which rule', () => {
    const read = readOf(screen([offer('plan', { kind: 'missing', facts: ['plan', 'appeal_routes'] }), offer('written_document', { kind: 'unfit', reason: 'plan_is_it', rule: 'R-304' }), offer('bonus_reminder', { kind: 'missing_tokens', tokens: ['prime_total'] })]))
    expect(read).toContain('Il manque : le plan validé, les voies de recours, à écrire dans le plan.')
    expect(read).toContain('le plan lui-même est le document écrit')
    expect(read).toContain('Prime de reclassement (estimation)')
  })

  test('every reason has its words in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { needs, unfit, kinds } = messagesFor(locale).documents
      expect(Object.keys(needs).toSorted()).toEqual([...NEEDED].toSorted())
      expect(Object.keys(unfit).toSorted()).toEqual([...UNFIT].toSorted())
      expect(Object.keys(kinds)).toEqual([...DOCUMENT_KINDS])
    }
  })
})

describe('a draft', () => {
  const { content } = draftOf(kindOf('plan'), groundFor('plan'), { operatorName: 'Alizé', author: 'Inès', template: kindOf('plan').template })
  const draft: DraftView = { view, kind: 'plan', about: null, standing: { kind: 'now' }, content, digest: draftDigest(content), templateVersion: 0, inForce: null, moved: false, lacking: [] }
  const screen = (more: Partial<DraftView> = {}) => markupOf(<DraftScreen draft={{ ...draft, ...more }} words={words} submissionId="s" action={async (state) => state} />)

  test('reads as its PDF: the same headings in the same order, tables with their headers, in French', () => {
    const markup = screen()
    const headings = [...markup.matchAll(/<h3[^>]*>(.*?)<\/h3>/gu)].map(([, inner]) => inner!.replaceAll(/<[^>]+>/gu, ''))
    expect(headings).toEqual([...content.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.runs.map(({ text }) => text).join('')] : [])), 'Signatures'])
    expect(markup).toMatch(/<article[^>]*lang="fr"/u)
    expect(markup.match(/<caption>/gu)).toHaveLength(content.blocks.filter(({ kind }) => kind === 'table').length)
    expect(markup).toContain('scope="row"')
  })

  test('that takes the place of another asks why; one that would say the same is not offered', () => {
    const live = issued('DOC-2025-00001')
    expect(readOf(screen({ inForce: live, moved: true }))).toContain('Pourquoi remplacer le n° DOC-2025-00001 ?')
    const same = screen({ inForce: live, moved: false })
    expect(readOf(same)).toContain('Le document en vigueur est déjà à jour')
    expect(same).not.toContain('type="submit"')
  })

  test('with signs that the font lacks says so; one whose facts are missing has no button', () => {
    expect(readOf(screen({ lacking: ['伟'] }))).toContain('La police du PDF n’a pas ces caractères : 伟')
    expect(screen({ standing: { kind: 'missing', facts: ['appeal_routes'] } })).not.toContain('type="submit"')
  })
})

test('an issued document shows what a paper is held against', () => {
  const content = contentOf('plan')
  const read = readOf(markupOf(<IssuedScreen issued={{ view, document: issued('DOC-2026-00042', { fingerprint: fingerprintOf(content), supersededBy: 'DOC-2026-00050' }), content }} />))
  expect(read).toContain(fingerprintOf(content))
  expect(read).toContain('Remplacé par le n° DOC-2026-00050')
  expect(read).toContain('2 pages')
})

describe('the editor of a template', () => {
  test('lists every token and part as a button', () => {
    const kind = kindOf('plan')
    const template = { kind: 'plan' as const, version: 0, body: kind.template, ours: kind.template, own: false, known: { tokens: TOKEN_NAMES, blocks: blocksOf(kind), required: kind.required } }
    const markup = markupOf(<TemplateForm template={template} preview={null} action={async (state) => state} />)
    expect(markup.match(/<button/gu)!.length).toBeGreaterThanOrEqual(TOKEN_NAMES.length + blocksOf(kind).length)
    expect(readOf(markup)).toContain('{{bloc_fin_recours}}')
  })

  test('words each fault at its line, with the token to put instead', () => {
    expect(problemWords([{ kind: 'unknown_token', line: 3, token: 'persone', near: 'personne' }, { kind: 'block_missing', token: 'bloc_dates' }], 'fr')).toEqual([
      { message: 'Ligne 3\u00A0: {{persone}} n’existe pas. Vouliez-vous {{personne}}\u00A0?', line: 3, instead: { token: 'persone', near: 'personne' } },
      { message: 'Il manque {{bloc_dates}}\u00A0: cette partie est obligatoire.', line: null, instead: null },
    ])
  })
})
