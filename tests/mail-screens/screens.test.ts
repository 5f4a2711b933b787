// What people read of exchanges, e-mails and mornings.
import { createElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { ExchangesScreen } from '@/components/exchanges/exchanges-screen.tsx'
import { exchangesHref, filterOf } from '@/components/exchanges/address.ts'
import { NextSteps } from '@/components/exchanges/next-steps.tsx'
import { SilenceCard } from '@/components/exchanges/silence-card.tsx'
import { groupOf, mailboxHref } from '@/components/mail/address.ts'
import { Letter, MailboxScreen } from '@/components/mail/mailbox-screen.tsx'
import { Bell } from '@/components/notices-of-day/bell.tsx'
import { Mornings } from '@/components/notices-of-day/mornings.tsx'
import { day } from '@/lib/accord'
import type { Locale } from '@/lib/wording/locale.ts'
import type { Exchange } from '@/lib/notify/exchanges.ts'
import type { MailView } from '@/lib/notify/mailbox.ts'
import { wordDigest } from '@/lib/notify/digest-mail.ts'
import { markupOf, readOf, viewOf } from '../file-screens/a-view.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined, replace: () => undefined }), usePathname: () => '/', useSearchParams: () => new URLSearchParams() }))

const view = viewOf({ frame: {}, facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-10'], ['contact_held', '2025-10-07']], today: '2025-10-20' })
const mail: MailView = {
  id: 'm1', state: 'bounced', reference: view.reference, recipientName: 'Amélie Roux', recipientAddress: 'amelie@exemple.test', subject: 'Où en êtes-vous ?', body: 'Bonjour,\n<b>x</b>',
  messageId: '<x@y>', senderId: 'ines', senderName: 'Inès', queuedAt: new Date('2025-10-10T08:00:00Z'), settledAt: new Date('2025-10-10T08:01:00Z'), attempts: 1,
  nextAttemptAt: new Date('2025-10-10T08:01:00Z'), failure: 'no_such_mailbox', serverSaid: '550 No such user',
}
const held = view.facts.find(({ kind }) => kind === 'contact_held')!
const exchanges: readonly Exchange[] = [
  { of: 'mail', on: day('2025-10-10'), mail },
  { of: 'contacts', on: held.on, fact: { ...held, content: { channel: 'phone', minutes: 20, note: 'Deux candidatures.', nextStep: 'Relancer', nextStepOn: '2025-10-14', readers: 'pair' } } },
  { of: 'contacts', on: held.on, fact: { ...held, id: 'other', content: { channel: 'phone', readers: 'self', withheld: true } } },
]
const never = async () => ({ problems: [], refusal: null, stale: null })
const screen = (filter: 'all' | 'mail' | 'follow_ups' = 'all', locale: Locale = 'fr') =>
  markupOf(createElement(ExchangesScreen, { read: { view, exchanges }, filter, reader: 'Inès', submissionId: 'x', logContact: never }), locale)

describe('the exchanges of a file', () => {
  test('are one stream: what was said, what was agreed, what was written and why it came back', () => {
    const read = readOf(screen())
    expect(read).toContain('Contact, téléphone, 20 min')
    expect(read).toContain('Deux candidatures.')
    expect(read).toContain('Ensuite, le mar. 14 oct. 2025 : Relancer')
    expect(read).toContain('Note lue par le conseiller et le référent seulement')
    expect(read).toContain('Note réservée à d’autres lecteurs')
    expect(read).toContain('Revenu')
    expect(read).toContain('ne connaît pas cette adresse')
    expect(screen()).not.toContain('<b>x</b>')
  })
  test('are filtered by kind, and an empty kind says what to do', () => {
    expect(readOf(screen('mail'))).not.toContain('Deux candidatures.')
    expect(readOf(screen('follow_ups'))).toContain('Aucun échange de cette nature')
    expect(readOf(screen('all', 'en'))).toContain('Note for other readers only')
  })
  test('keep what is asked in the address', () => {
    expect(exchangesHref('RB-1', { filter: 'mail', write: true, model: 'prime' })).toBe('/dossiers/RB-1/echanges?nature=courriels&ecrire=1&modele=prime')
    expect([filterOf('suivi'), filterOf('rien')]).toEqual(['follow_ups', 'all'])
  })
})

describe('the mailbox', () => {
  const box = { group: 'trouble', page: 1, total: 1, counts: { all: 3, waiting: 1, gone: 1, trouble: 1, cancelled: 0 }, mail: [mail], whole: false } as const
  test('says whose e-mails they are, and that nothing leaves without a server', () => {
    const read = readOf(markupOf(createElement(MailboxScreen, { box, pageSize: 25, local: true })))
    expect(read).toContain('Aucun serveur d’envoi n’est réglé')
    expect(read).toContain('Amélie Roux')
    expect(readOf(markupOf(createElement(MailboxScreen, { box: { ...box, mail: [], whole: true }, pageSize: 25, local: false })))).toContain('Aucun courriel')
  })
  test('tells why a letter did not go, in words and in the server’s own', () => {
    const read = readOf(markupOf(createElement(Letter, { mail })))
    expect(read).toContain('Vérifiez-la avec la personne.')
    expect(read).toContain('550 No such user')
    expect(readOf(markupOf(createElement(Letter, { mail: { ...mail, state: 'queued', failure: 'busy' } })))).toContain('Nouvel essai le 10 oct. 2025 à 10 h 01')
  })
  test('keeps its filter and its page in the address', () => {
    expect(mailboxHref({ group: 'trouble', page: 2 })).toBe('/courriels?etat=non-remis&page=2')
    expect([groupOf('partis'), groupOf('x')]).toEqual(['gone', 'all'])
  })
})

const content = {
  due: { lines: [{ reference: 'RB-2025-00001', code: 'preBilan' as const, dueOn: '2025-10-20' }], more: 2 },
  coming: [{ on: '2025-10-21', count: 3 }],
  assigned: [{ reference: 'RB-2025-00002', as: 'counsellor' as const, by: 'Maud' }],
  changes: [{ reference: 'RB-2025-00003', by: 'Camille', count: 2 }],
  mail: [{ mailId: 'm1', reference: 'RB-2025-00001', subject: 'Où en êtes-vous ?', state: 'bounced' as const }],
  appointments: [{ reference: 'RB-2025-00001', at: '09:30', kind: 'pre_bilan' }],
}

describe('a morning', () => {
  test('is read in the app with the names of one’s own files, and by reference for the others', () => {
    const told = { digests: [{ id: 'd', on: day('2025-10-20'), read: false, content }], unread: 1, names: { 'RB-2025-00001': 'Amélie Roux' } }
    const read = readOf(markupOf(createElement(Mornings, { told, markRead: async () => undefined })))
    expect(read).toContain('Amélie Roux')
    expect(read).toContain('au plus tard le lun. 20 oct. 2025')
    expect(read).toContain('RB-2025-00003')
    expect(read).toContain('2 changements de Camille')
    expect(read).toContain('9 h 30, pré-bilan')
    expect(read).toContain('et 2 autres')
    const none = readOf(markupOf(createElement(Mornings, { told: { digests: [], unread: 0, names: {} }, markRead: async () => undefined })))
    expect(none).toContain('Rien à vous dire')
    expect(none).not.toContain('Tout marquer comme lu')
  })
  test('of who stands in says whose each line is, in the app and by e-mail, and of one’s own nothing', () => {
    const [line] = content.due.lines
    const standing = { ...content, due: { lines: [{ ...line!, standingInFor: 'Inès' }], more: 0 }, appointments: [{ ...content.appointments[0]!, standingInFor: 'Inès' }], changes: [{ ...content.changes[0]!, standingInFor: 'Inès' }] }
    const read = readOf(markupOf(createElement(Mornings, { told: { digests: [{ id: 'd', on: day('2025-10-20'), read: false, content: standing }], unread: 1, names: {} }, markRead: async () => undefined })))
    expect(read.match(/pour Inès, en son absence/gu)).toHaveLength(3)
    const said = (locale: 'fr' | 'en', of: typeof content) => wordDigest(of, { today: day('2025-10-20'), locale, name: 'Camille', publicUrl: null }).text
    expect(said('fr', standing).match(/, pour Inès en son absence$/gmu)).toHaveLength(3)
    expect(said('en', standing).match(/, for Inès who is away$/gmu)).toHaveLength(3)
    expect(said('fr', content)).not.toContain('absence')
  })
  test('is written by e-mail without a name, in both languages', () => {
    const french = wordDigest(content, { today: day('2025-10-20'), locale: 'fr', name: 'Inès', publicUrl: 'https://rebond.exemple' })
    expect(french.subject.replaceAll('\u00A0', ' ')).toBe('Rebond, lun. 20 oct. 2025 : 3 échéances')
    expect(french.text.replaceAll('\u00A0', ' ')).toContain('RB-2025-00001 : ')
    expect(french.text).toContain('https://rebond.exemple/a-faire')
    expect(wordDigest(content, { today: day('2025-10-20'), locale: 'en', name: 'Ines', publicUrl: null }).text).toContain('entrusted by Maud (counsellor)')
  })
  test('is counted on the bell', () => {
    expect(readOf(markupOf(createElement(Bell, { unread: 12 })))).toContain('9+')
    expect(markupOf(createElement(Bell, { unread: 1 }))).toContain('1 résumé non lu')
  })
})

describe('what was done elsewhere, and what was agreed', () => {
  const silence = { id: 's', code: 'preBilan' as const, dueOn: day('2025-10-10'), doneOn: day('2025-10-08'), reason: 'Tenu par l’agence', by: 'Inès', at: new Date('2025-10-09T08:00:00Z') }
  test('is said with who, when and why, and is taken back by who may', () => {
    const read = readOf(markupOf(createElement(SilenceCard, { silences: [silence], reference: 'RB-1', takeBack: async () => undefined })))
    expect(read).toContain('Selon Inès, fait le mer. 8 oct. 2025 : Tenu par l’agence')
    expect(read).toContain('Non enregistré au dossier')
    expect(read).toContain('Reprendre')
    expect(readOf(markupOf(createElement(SilenceCard, { silences: [silence], reference: 'RB-1' })))).not.toContain('Reprendre')
  })
  test('stands under the law’s own lines, as the office’s practice', () => {
    const steps = [{ reference: 'RB-1', personName: 'Amélie Roux', step: 'Relancer', on: day('2025-10-14'), agreedOn: day('2025-10-07') }]
    const read = readOf(markupOf(createElement(NextSteps, { steps, today: day('2025-10-20') })))
    expect(read).toContain('hors échéances de l’accord')
    expect(read).toContain('Relancer')
    expect(markupOf(createElement(NextSteps, { steps: [], today: day('2025-10-20') }))).toBe('')
  })
})
