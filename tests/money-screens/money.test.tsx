import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { costMessage, stateOfCost } from '@/app/(desk)/dossiers/[reference]/plan/cost-answers.ts'
import { settledQuery } from '@/app/(desk)/pilotage/moyens/money-query.ts'
import { readCostAddress } from '@/components/money/address.ts'
import { CostsCard } from '@/components/money/costs-card.tsx'
import { GoneNotice } from '@/components/money/period-form.tsx'
import { PersonsScreen } from '@/components/money/persons-screen.tsx'
import { readCostForm } from '@/components/money/read-cost-form.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import type { CostsOfFile } from '@/lib/cases/costs/costs-of-file.ts'
import { readCostQuery, yearOf } from '@/lib/cases/costs/cost-params.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

function shown(element: ReactElement, locale: 'fr' | 'en' = 'fr'): string {
  const provided = { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' } as ComponentProps<typeof NextIntlClientProvider>
  return renderToStaticMarkup(<NextIntlClientProvider {...provided}>{element}</NextIntlClientProvider>)
}
const text = (markup: string) => markup.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
const sent = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}
const TYPED = { kind: 'training', label: 'CACES', funder: 'cpf', state: 'paid', amount: '1 234,56 €', on: '4/5/2026', planLine: '', reason: '' }

describe('a cost as it is typed', () => {
  test('in French: spaces, comma, the euro, the day before the month', () => {
    expect(readCostForm(sent(TYPED), 'fr')).toMatchObject({ cost: { amount: '1234.56', on: '2026-05-04', label: 'CACES' }, errors: {} })
    expect(readCostForm(sent({ ...TYPED, amount: '1,234.56' }), 'en').cost['amount']).toBe('1234.56')
  })
  test('what could not be read is said at its field, all at once', () => {
    const { errors } = readCostForm(sent({ kind: '', label: ' ', funder: '', state: '', amount: '-5', on: '31/06/2026' }), 'fr')
    expect(Object.keys(errors).toSorted()).toEqual(['amount', 'funder', 'kind', 'label', 'on', 'state'])
    expect(errors['amount']).toEqual({ of: 'amount', code: 'negative' })
    expect(readCostForm(sent({ ...TYPED, amount: '12 euros', on: '' }), 'fr').errors).toMatchObject({ amount: { code: 'unreadable' }, on: { of: 'field', code: 'required' } })
  })
  test('refusals have words that say what to do', () => {
    const said = (field: string, code: Parameters<typeof costMessage>[1]) => text(costMessage(field, code, 'fr', day('2026-05-04')))
    expect(said('amount', 'too_large')).toBe('Une ligne ne dépasse pas 100 000,00 €. Vérifiez les chiffres.')
    expect(said('amount', 'too_small')).toBe('Écrivez un montant d’un centime au moins.')
    expect(said('reason', 'required')).toBe('Dites pourquoi : corriger ou retirer un coût demande une raison.')
    expect(said('label', 'required')).toBe('Répondez à cette question.')
    expect(said('funder', 'funder_closed')).toContain('31 déc. 2018')
    expect(said('on', 'before_csp')).toContain('1ᵉʳ sept. 2011')
    const meanwhile = stateOfCost({ kind: 'cost_changed', who: 'Maud', when: new Date('2026-05-04T08:00:00Z'), change: 'withdrawal' }, 'fr', day('2026-05-04'))
    expect(text(meanwhile.notice ?? '')).toMatch(/^Maud a retiré ce coût, .*Fermez ce formulaire\.$/u)
    expect(readCostAddress({ cout: 'nouveau', mesure: 'l1' })).toEqual({ open: 'new', planLine: 'l1' })
  })
})

const line = { id: 'a', kind: 'training' as const, label: 'CACES', planLine: null, amount: '1200.00', on: day('2026-05-04'), funder: 'cpf', state: 'paid' as const, recordedBy: 'Inès', recordedAt: new Date('2026-05-04T08:00:00Z') }
const COSTS: CostsOfFile = {
  lines: [{ ...line, past: [{ ...line, id: 'b', amount: '1250.00', state: 'planned', change: 'progress', reason: null, changedBy: 'Maud', changedAt: new Date('2026-05-05T08:00:00Z') }] }],
  withdrawn: [], sums: { planned: '0.00', committed: '0.00', paid: '1200.00', all: '1200.00' }, byFunder: [{ funder: 'cpf', sums: { planned: '0.00', committed: '0.00', paid: '1200.00', all: '1200.00' } }],
  mayRecord: true, experiment: false,
}

describe('the costs of a file', () => {
  test('say what each line was, who pays and the allowance beside; a reader without the right has no verb', () => {
    const card = (costs: CostsOfFile) => shown(<CostsCard reference="RB-2026-00001" costs={costs} planLines={new Map()} allowance={{ days: 72, daily: '50.10', amount: '3607.20' }} />)
    const words = text(card(COSTS))
    expect(words).toContain('Prévu 0,00 € Engagé 0,00 € Payé 1 200,00 € Total 1 200,00 €')
    expect(words).toContain('CACES, 1 250,00 €, prévu, CPF, lun. 4 mai 2026. Avancé par Maud')
    expect(words).toContain('3 607,20 € 72 jours × 50,10 €')
    expect(words).toContain('Noter un coût')
    expect(text(card({ ...COSTS, mayRecord: false }))).not.toMatch(/Noter un coût|Modifier/u)
    expect(text(card({ ...COSTS, lines: [], byFunder: [] }))).toContain('Aucun coût noté')
  })
  test('a funder that the list has lost keeps its line, said as such', () => {
    const gone = { ...COSTS, lines: [{ ...COSTS.lines[0]!, funder: 'old_fund', past: [] }] }
    expect(text(shown(<CostsCard reference="RB-2026-00001" costs={gone} planLines={new Map()} allowance={null} />))).toContain('Financeur retiré de la liste (old_fund)')
  })
})

describe('an address that asks for what is not', () => {
  test('days typed in a form read as days; what is gone is said', () => {
    expect(settledQuery({ from: '1/2/2026', to: 'x', place: 'basin:1' }, { locale: 'fr' })).toEqual({ from: '2026-02-01', to: 'x', place: 'basin:1' })
    const { problems } = readCostQuery({ funder: 'ancien', place: 'ailleurs' }, yearOf(day('2026-01-01')))
    const words = text(shown(<GoneNotice problems={problems} />))
    expect(words).toContain('Le financeur « ancien » de ce lien n’est plus dans la liste')
    expect(words).toContain('Le territoire « ailleurs » de ce lien n’existe pas')
  })
  test('persons whose amount is not known are said so, not counted as nothing', () => {
    const { filter } = readCostQuery({}, yearOf(day('2026-01-01')))
    const person = { reference: 'RB-2026-00001', lastName: 'Lefèvre', firstName: 'Zoé', basinName: 'Lyon', first: day('2026-01-01'), last: null, spent: '0.00', planned: '0.00', days: 12, daily: null, allowance: null }
    const page = { filter, problems: [], placeName: null, today: day('2026-02-01'), search: '', accounts: '', page: 1, total: 1, spent: '0.00', allowance: '0.00', unknown: 1, persons: [person] }
    const words = text(shown(<PersonsScreen {...{ page, role: 'manager' as const }} />))
    expect(words).toContain('12 jours, montant par jour inconnu')
    expect(words).toContain('Pour un dossier, le montant par jour n’est pas connu : il est laissé de côté.')
    expect(words).toContain('depuis le jeu. 1ᵉʳ janv. 2026')
  })
})
