import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { EmployerScreen } from '@/components/employer/employer-screen.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import type { EmployedPerson, EmployerPage } from '@/lib/cases/views/employers.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const today = day('2026-03-02')
const person = (changes: Partial<EmployedPerson>): EmployedPerson => ({
  reference: 'RB-2026-00001', personName: 'Zoé Lefèvre', stage: 'accepted_pending', closed: false, regimeCode: 'G', counsellorName: 'Inès', acceptedOn: day('2026-02-20'),
  sendAcceptance: { dueOn: day('2026-02-20'), metOn: null, cancelled: false }, sendAll: { dueOn: day('2026-03-10'), metOn: null, cancelled: false },
  received: [], nextDeadline: null, mayRecord: true, ...changes,
})
const pageOf = (...people: readonly EmployedPerson[]): EmployerPage => ({
  today, id: '0190a0a0-0000-7000-8000-000000000001', name: 'Ateliers', siret: null, size: null, insolvency: false, kind: 'company', contacts: [],
  procedures: [{ engagedOn: day('2026-02-02'), type: 'interview', people }], hiddenFiles: 0, lookalikes: [], may: { change: true, merge: false },
})
const never = () => Promise.reject(new Error('not sent here'))
const render = (page: EmployerPage, locale: 'fr' | 'en' = 'fr') => renderToStaticMarkup(
  <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">
    <EmployerScreen page={page} receive={never} withdraw={never} merge={never} wide={false} />
  </NextIntlClientProvider>,
).replace(/\s/gu, ' ')
const boxes = (html: string) => html.match(/type="checkbox"/gu)?.length ?? 0

describe('what is awaited of an employer', () => {
  test('five pieces while neither sending is done, the next of them named with its day', () => {
    const html = render(pageOf(person({})))
    expect(html).toContain('<b>5 pièces manquent</b> pour 1 personne.')
    expect(html).toContain('Prochain envoi : ven. 20 févr. 2026, en retard de 10 jours.')
    expect(boxes(html)).toBe(5)
  })

  test('the pieces of a sending that is done are awaited no more, ticked or not', () => {
    const html = render(pageOf(person({ sendAcceptance: { dueOn: day('2026-02-20'), metOn: day('2026-02-20'), cancelled: false }, received: [{ piece: 'health_card', receivedOn: today }] })))
    expect(html).toContain('<b>2 pièces manquent</b>')
    expect(html).toContain('Prochain envoi : mar. 10 mars 2026')
  })

  test('a sending whose pieces are all there leads to its recording', () => {
    const both = (['signed_form', 'identity'] as const).map((piece) => ({ piece, receivedOn: today }))
    expect(render(pageOf(person({ received: both })))).toContain('href="/dossiers/RB-2026-00001?acte=sent_to_france_travail"')
    expect(render(pageOf(person({ received: both.slice(1) })))).not.toContain('acte=sent_to_france_travail')
  })

  test('no box where nothing is awaited, for a reader who may not record, before acceptance or once closed', () => {
    const sent = { dueOn: today, metOn: today, cancelled: false }
    const calm = [person({ sendAcceptance: sent, sendAll: sent }), person({ mayRecord: false }), person({ acceptedOn: null, sendAcceptance: null, sendAll: null }), person({ closed: true, mayRecord: false })]
    for (const one of calm) expect(boxes(render(pageOf(one)))).toBe(0)
    expect(render(pageOf(calm[0]!))).toContain('Tout ce que l’employeur doit pour vos dossiers acceptés est reçu.')
    expect(render(pageOf(calm[2]!))).toContain('Personne n’a encore accepté le CSP')
  })

  test('says the same in English', () => {
    expect(render(pageOf(person({})), 'en')).toContain('<b>5 papers are missing</b> for 1 person.')
  })
})
