import { Readable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { dispositionOf, sendFile } from '@/app/api/download.ts'
import { AttachmentsCard, type AttachmentsCardProps } from '@/components/attachments/attachments-card.tsx'
import { factChoices } from '@/components/attachments/fact-choices.ts'
import { ExportsList } from '@/components/exports/exports-list.tsx'
import { isSameOrigin } from '@/lib/access/same-origin.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import type { AttachmentView } from '@/lib/cases/attachments/attachments.ts'
import { ATTACHMENT_ERRORS } from '@/lib/cases/content/attachment-terms.ts'
import { EXPORT_ERRORS, EXPORT_STATES } from '@/lib/exchange/job.ts'
import type { OwnExport } from '@/lib/exchange/own-exports.ts'
import { formatSize } from '@/lib/wording/format/size.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { markupOf } from '@/tests/file-screens/a-view.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const at = new Date('2026-11-22T13:05:00Z')
const nothing = () => Promise.resolve()
const readable = (markup: string) => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')

function one(changes: Partial<OwnExport> = {}): OwnExport {
  return {
    id: '0190a0a0-0000-7000-8000-000000000001', title: 'Dossiers', filter: ['Échéance : En retard'], format: 'xlsx', fileName: 'dossiers-2026-11-22.xlsx', state: 'done',
    rowsDone: 42, rowsTotal: 42, size: 15_000, error: null, createdAt: at, finishedAt: at, expiresAt: new Date('2026-11-29T13:05:00Z'), ...changes,
  }
}
const list = (...exports: readonly OwnExport[]) => markupOf(<ExportsList exports={exports} timeZone="Europe/Paris" cancel={nothing} remove={nothing} />, 'fr')

describe('the list of exports', () => {
  test('an export that is ready says until when, how big, and is downloaded', () => {
    const markup = list(one())
    expect(readable(markup)).toContain('Prêt Jusqu’au 29 nov. 2026 à 14 h 05')
    expect(readable(markup)).toContain('42 lignes, 15 Ko')
    expect(markup).toContain('href="/api/exports/0190a0a0-0000-7000-8000-000000000001"')
    expect(markup).toContain('aria-label="Télécharger dossiers-2026-11-22.xlsx"')
  })
  test('one under way tells its progress and can be stopped, not downloaded', () => {
    const markup = list(one({ state: 'running', rowsDone: 2000, rowsTotal: 5000 }))
    expect(markup).toMatch(/<progress[^>]*max="5000" value="2000"/u)
    expect(readable(markup)).toMatch(/2.000 lignes sur 5.000/u)
    expect(markup).toContain('Arrêter l’export')
    expect(markup).not.toContain('/api/exports/')
  })
  test('every state, and every failure, says itself in words', () => {
    for (const state of EXPORT_STATES) expect(readable(list(one({ state, error: state === 'failed' ? 'gave_up' : null })))).toContain(messagesFor('fr').exports.state[state])
    for (const error of EXPORT_ERRORS) expect(readable(list(one({ state: 'failed', error })))).toContain(messagesFor('fr').exports.detail[error].slice(0, 20))
  })
})

function attached(changes: Partial<AttachmentView> = {}): AttachmentView {
  return {
    id: '0190a0a0-0000-7000-8000-000000000002', kind: 'proof', title: 'Relevé <b>2026</b>', fileName: 'releve.pdf', mediaType: 'application/pdf', size: 1_500_000, addedAt: at, addedBy: 'Noémie Cazalis',
    fact: { kind: 'accepted', on: day('2026-03-02') }, withdrawn: null, ...changes,
  }
}
const card = (props: Partial<AttachmentsCardProps> = {}) =>
  markupOf(<AttachmentsCard reference="RB-2026-00001" attachments={[attached()]} mayAdd timeZone="Europe/Paris" withdraw={() => Promise.resolve({ problem: null, done: null })} {...props} />, 'fr')

describe('the attachments of a file', () => {
  test('each says what it is, who added it, with which act; opened, downloaded, withdrawn', () => {
    const markup = card()
    expect(markup).toContain('Relevé &lt;b&gt;2026&lt;/b&gt;')
    expect(readable(markup)).toContain('Ajoutée le 22 nov. 2026 à 14 h 05 par Noémie Cazalis')
    expect(markup).toContain('/api/attachments/0190a0a0-0000-7000-8000-000000000002?voir=1')
    expect(markup).toContain('aria-label="Retirer la pièce Relevé')
  })
  test('what a browser cannot show by itself is downloaded only', () => {
    expect(card({ attachments: [attached({ mediaType: 'text/plain' })] })).not.toContain('?voir=1')
  })
  test('one withdrawn stays told, with its reason, and leads nowhere', () => {
    const markup = card({ attachments: [attached({ withdrawn: { at, by: 'Maud', reason: 'mauvais dossier' } })] })
    expect(readable(markup)).toContain('par Maud : mauvais dossier')
    expect(markup).not.toContain('/api/attachments/')
  })
  test('who only reads has neither the form nor the withdrawal', () => {
    const markup = card({ mayAdd: false })
    expect(markup).not.toContain('type="file"')
    expect(markup).not.toContain('Retirer la pièce')
    expect(readable(card({ mayAdd: false, attachments: [] }))).toContain('Aucune pièce jointe.')
  })
  test('the form takes what the command takes, and each refusal has its words in both languages', () => {
    expect(card({ attachments: [] })).toMatch(/accept="[^"]*\.pdf[^"]*\.docx/u)
    for (const locale of ['fr', 'en'] as const) expect(Object.keys(messagesFor(locale).attachments.error).toSorted()).toEqual(Object.keys(ATTACHMENT_ERRORS).toSorted())
  })
  test('only acts that count may be gone with, the last first', () => {
    const facts = [
      { id: 'a', kind: 'accepted', on: day('2026-03-02'), factIndex: 1 }, { id: 'b', kind: 'frame', on: day('2026-02-02'), factIndex: null },
      { id: 'c', kind: 'motive_notified', on: day('2026-03-03'), factIndex: 2 }, { id: 'd', kind: 'accepted', on: day('2026-03-01'), factIndex: null },
    ] as const
    expect(factChoices(facts, 'fr').map(({ value }) => value)).toEqual(['c', 'a'])
  })
})

describe('a file that leaves', () => {
  test('has its whole name, for new readers and old', () => {
    expect(dispositionOf('Relevé d’été "1".pdf')).toBe(`attachment; filename="Releve d_ete _1_.pdf"; filename*=UTF-8''Relev%C3%A9%20d%E2%80%99%C3%A9t%C3%A9%20%221%22.pdf`)
    expect(dispositionOf('a\r\nX: y.pdf')).not.toMatch(/[\r\n]/u)
  })
  test('is never guessed, kept or run', () => {
    const { headers } = sendFile({ fileName: 'a.png', mediaType: 'image/png', size: 1, content: Readable.from(['x']), shown: true })
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/u), 'content-disposition': expect.stringMatching(/^inline;/u),
    })
  })
  test.each([[812, '812 o'], [15_000, '15 Ko'], [1_500_000, '1,4 Mo'], [20 * 1024 * 1024, '20 Mo']])('%d bytes are %s', (bytes, said) => {
    expect(formatSize(bytes, 'fr').replaceAll('\u00A0', ' ')).toBe(said)
  })
})

test.each([
  [{ host: 'rebond.test', origin: 'https://rebond.test' }, true], [{ host: 'a', 'x-forwarded-host': 'rebond.test', origin: 'https://rebond.test' }, true],
  [{ host: 'rebond.test', origin: 'https://ailleurs.test' }, false], [{ host: 'rebond.test', origin: 'null' }, false], [{ host: 'rebond.test' }, false],
  [{ host: 'rebond.test:3000', origin: 'http://rebond.test' }, false], [{ origin: 'https://rebond.test' }, false],
])('a form whose page says %j is ours: %s', (headers, ours) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(ours)
})
