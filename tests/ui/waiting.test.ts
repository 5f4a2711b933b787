import { describe, expect, it } from 'vitest'
import { agendaHref } from '@/components/agenda/address.ts'
import { employerHref } from '@/components/employer/address.ts'
import { exchangesHref } from '@/components/exchanges/address.ts'
import { fileHref } from '@/components/file/address.ts'
import { mailboxHref } from '@/components/mail/address.ts'
import { offersHref } from '@/components/offers/address.ts'
import { costHref } from '@/components/money/address.ts'
import { NEW_LINE, planHref } from '@/components/plan/address.ts'
import { waitFor } from '@/components/ui/drawer-address.ts'
import { beginWait, latestAsked, latestWait } from '@/components/ui/waiting.ts'
import { parseDay } from '@/lib/accord/calendar/day.ts'

const base = 'https://rebond.test'
const file = 'RB-2026-00001'
const day = parseDay('2026-11-23')

describe('what following a link makes one wait for', () => {
  it.each([
    [fileHref(file), fileHref(file, { act: 'contact_held' })],
    [fileHref(file), fileHref(file, { menu: true })],
    [fileHref(file), fileHref(file, { correct: 'a1' })],
    [fileHref(file), fileHref(file, { withdraw: 'a1' })],
    [fileHref(file, { why: 'cspTerm' }), fileHref(file, { elsewhere: 'plan.2026-11-06' })],
    [planHref(file), planHref(file, { line: NEW_LINE })],
    [planHref(file), planHref(file, { project: true })],
    [planHref(file), planHref(file, { validate: true })],
    [costHref(file), costHref(file, { open: 'new', planLine: '' })],
    [offersHref(file), offersHref(file, { act: 'offer_made' })],
    [exchangesHref(file), exchangesHref(file, { write: true })],
    [agendaHref({ day }), agendaHref({ day, plan: true })],
    [agendaHref({ day }), agendaHref({ day, open: 'a1' })],
    [agendaHref({}), agendaHref({ subscription: true })],
    [employerHref('a1'), employerHref('a1', 'change')],
    [employerHref('a1'), employerHref('a1', 'contact')],
    [mailboxHref({ page: 2 }), mailboxHref({ page: 2, message: 'a1' })],
    ['/suivi', '/suivi?contact=RB-1'], ['/suivi', '/suivi?clore=RB-1'], ['/suivi?filtre=a-faire', '/suivi?essai=RB-1'],
    ['/equipe', '/equipe?de=a1'], ['/equipe', '/equipe?absent=a1'], ['/transferts', '/transferts?reponse=a1'],
    ['/administration', '/administration?compte=a1'], ['/administration', '/administration?nouveau=1'],
    ['/administration?partie=operateurs', '/administration?partie=operateurs&ajouter=1'],
    ['/administration/courriels', '/administration/courriels?modele=nouveau'], ['/bassins/1101', '/bassins/1101?note=nouvelle'],
  ])('opens a drawer from %s to %s, and closes it on the way back', (from, to) => {
    expect(waitFor(base + from, to)).toBe('opening')
    expect(waitFor(base + to, from)).toBe('closing')
  })

  it.each([
    ['/a-faire', '/agenda'],
    ['/dossiers', '/dossiers?sort=name'],
    [fileHref(file), planHref(file, { validate: true })],
    [fileHref(file), fileHref(file, { why: 'cspTerm' })],
    [fileHref(file, { menu: true }), fileHref(file, { act: 'contact_held' })],
    ['/suivi', '/suivi?contact='],
    ['/suivi', 'https://elsewhere.test/suivi?contact=RB-1'],
  ])('waits for a page from %s to %s', (from, to) => {
    expect(waitFor(base + from, to)).toBe('page')
  })
})

describe('what is awaited', () => {
  it('is the last thing asked for that has not come', () => {
    expect(latestWait()).toBeNull()
    const page = beginWait('page')
    const drawer = beginWait('opening')
    expect(latestWait()).toBe('opening')
    drawer()
    expect(latestWait()).toBe('page')
    page()
    page()
    expect(latestWait()).toBeNull()
  })
})

describe('the page asked for', () => {
  it('is the last that has not come, whatever drawer is on its way', () => {
    expect(latestAsked()).toBeNull()
    const [sorted, unknown, drawer] = [beginWait('page', '/dossiers?sort=-name'), beginWait('page'), beginWait('opening', '/dossiers?nouveau=1')]
    expect(latestAsked()).toBe('/dossiers?sort=-name')
    const filtered = beginWait('page', '/dossiers?q=roum')
    expect(latestAsked()).toBe('/dossiers?q=roum')
    filtered()
    expect(latestAsked()).toBe('/dossiers?sort=-name')
    for (const end of [sorted, unknown, drawer]) end()
    expect(latestAsked()).toBeNull()
  })
})
