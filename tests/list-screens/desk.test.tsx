import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { describe, expect, test } from 'vitest'
import { CaseloadTable } from '@/components/caseload/caseload-table.tsx'
import { DeskProvider, howMany, isPicked, NOTHING_PICKED, withLines, type Picked } from '@/components/caseload/desk-state.ts'
import { movedColumn } from '@/components/caseload/display-drawer.tsx'
import { orderText } from '@/components/caseload/order.ts'
import type { CaseloadLine } from '@/components/caseload/caseload-line.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const line: CaseloadLine = {
  id: '1', reference: 'RB-2026-00001', href: '/dossiers/RB-2026-00001', name: 'Wattez Zoé', deadline: null, stage: 'Accompagnement', basin: 'Nîmes',
  start: { iso: '2026-03-02', label: '2 mars 2026' }, term: null, lastContact: null, appointment: null, preBilan: null, plan: null, training: null, employer: null,
  phone: '06 39 98 00 01', email: null, commune: null, regime: null, counsellor: 'Noémie Cazalis', referent: null, job: null, followUp: null, ended: null, motive: null,
}
const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, hmrRefresh() {} } as never

function table(changes: Partial<Parameters<typeof CaseloadTable>[0]> = {}, picked: Picked = NOTHING_PICKED): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="fr" messages={messagesFor('fr')}>
        <DeskProvider value={{ panel: null, open: () => {}, picked, pick: () => {} }}>
          <CaseloadTable
            lines={[line]} total={1} search="" shown={['name', 'term', 'phone', 'training']} sortable={['name', 'term']} density="comfortable"
            orders={[{ column: 'term', descending: false }, { column: 'name', descending: true }]} page={1} size={25} {...changes}
          >
            {null}
          </CaseloadTable>
        </DeskProvider>
      </NextIntlClientProvider>
    </AppRouterContext>,
  )
}

describe('the table', () => {
  test('shows the columns asked, in their order, and what is not there in words', () => {
    const html = table()
    expect([...html.matchAll(/<th[^>]*data-c="(\w+)"/gu)].map(([, column]) => column)).toEqual(['name', 'term', 'phone', 'training'])
    expect(html).toContain('href="tel:0639980001"')
    expect(html).toContain('Pas encore')
    expect(html).toContain('Aucune')
  })

  test('says its first order as a table does, and the others in words', () => {
    const html = table()
    expect([...html.matchAll(/aria-sort="(\w+)"/gu)].map(([, sort]) => sort)).toEqual(['ascending'])
    expect(html).toContain('triés par Terme, ordre croissant, puis Personne, ordre décroissant')
    expect(html).toContain(', ordre décroissant, en 2ᵉ rang')
    // What a list cannot be put in the order of has no button.
    expect(html).toMatch(/data-c="phone"[^>]*>Téléphone<\/th>/u)
  })

  test('names the box of each line, and ticks those of a whole filter', () => {
    expect(table()).toMatch(/aria-label="Choisir le dossier de Wattez Zoé"(?![^>]*checked)/u)
    expect(table({}, { kind: 'filter', search: '', expected: 132 })).toMatch(/aria-label="Choisir le dossier de Wattez Zoé" checked/u)
    expect(table({ density: 'compact' })).toContain('caseload-table compact')
  })
})

describe('what is picked', () => {
  const page = ['a', 'b', 'c']
  test('grows and shrinks line by line, over several pages', () => {
    const two = withLines(withLines(NOTHING_PICKED, ['a'], true, page), ['z'], true, page)
    expect(two).toEqual({ kind: 'files', references: ['a', 'z'] })
    expect(withLines(two, ['a'], false, page)).toEqual({ kind: 'files', references: ['z'] })
    expect(howMany(two)).toBe(2)
  })
  test('of a whole filter counts them all; a line taken out leaves those of the page', () => {
    const whole: Picked = { kind: 'filter', search: 'q=a', expected: 132 }
    expect(howMany(whole)).toBe(132)
    expect(isPicked(whole, 'a')).toBe(true)
    expect(withLines(whole, ['b'], false, page)).toEqual({ kind: 'files', references: ['a', 'c'] })
  })
})

test('a column moves one place at a time, and no further than an end', () => {
  expect(movedColumn(['stage', 'term', 'phone'], 'term', -1)).toEqual(['term', 'stage', 'phone'])
  expect(movedColumn(['stage', 'term', 'phone'], 'term', 1)).toEqual(['stage', 'phone', 'term'])
  expect(movedColumn(['stage', 'term'], 'stage', -1)).toEqual(['stage', 'term'])
  expect(movedColumn(['stage', 'term'], 'basin', 1)).toEqual(['stage', 'term'])
})

test('the usual order needs no saying in the address', () => {
  expect(orderText([{ column: 'deadline', descending: false }])).toBeNull()
  expect(orderText([])).toBeNull()
  expect(orderText([{ column: 'term', descending: false }, { column: 'name', descending: true }])).toBe('term,-name')
})
