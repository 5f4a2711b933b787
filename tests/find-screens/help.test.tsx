import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { goKeys } from '@/components/help/go-keys.ts'
import { KeyList } from '@/components/help/shortcuts.tsx'
import { Term } from '@/components/help/term.tsx'
import { Tour } from '@/components/help/tour.tsx'
import { dockPlacesOf, homeOf, morePlacesOf, placesOf } from '@/components/shell/navigation.ts'
import { DockLinks } from '@/components/shell/navigation-links.tsx'
import { ROLES } from '@/lib/access/actor.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

let path = '/a-faire'
vi.mock('next/navigation', () => ({ usePathname: () => path, useRouter: () => ({ push: () => undefined }) }))

function drawn(what: ReactNode, locale: 'fr' | 'en' = 'fr'): string {
  return renderToStaticMarkup(<NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">{what}</NextIntlClientProvider>)
}
const COUNSELLOR = 'counsellor' as const
const nothing = () => Promise.resolve()

describe('the first visit', () => {
  it.each(ROLES)('shows a %s three steps, at home and nowhere else', (role) => {
    path = homeOf(role)
    for (const locale of ['fr', 'en'] as const) expect(drawn(<Tour role={role} seen={false} keepSeen={nothing} />, locale)).toContain(messagesFor(locale).help.tour[role].one.title)
    path = '/compte'
    expect(drawn(<Tour role={role} seen={false} keepSeen={nothing} />)).toBe('')
  })
  it('does not come back once seen', () => {
    path = homeOf('counsellor')
    expect(drawn(<Tour role={COUNSELLOR} seen keepSeen={nothing} />)).toBe('')
  })
})

describe('the keys', () => {
  it.each(ROLES)('lead a %s to each place by a letter of its own, none taken by another key', (role) => {
    const letters = goKeys(role).map(({ letter }) => letter)
    expect(letters).toHaveLength(placesOf(role).length)
    expect(new Set([...letters, 'g']).size).toBe(letters.length + 1)
  })
  it('alone are listed while they act, and said off where they do not', () => {
    const on = drawn(<KeyList role={COUNSELLOR} singleKeys close={nothing} />)
    const off = drawn(<KeyList role={COUNSELLOR} singleKeys={false} close={nothing} />)
    expect(on).toContain('<kbd>?</kbd>')
    expect(off).not.toContain('<kbd>?</kbd>')
    expect(off).toContain('Les touches seules sont désactivées')
    for (const list of [on, off]) expect(list).toContain('/compte#keys')
  })
})

describe('a word explained', () => {
  it('is a button that opens its meaning, in the words of the sentence', () => {
    const word = drawn(<Term name="cspStart">Début du CSP</Term>)
    expect(word).toMatch(/<button[^>]*popovertarget="([^"]+)"[^>]*>Début du CSP<\/button><span[^>]*id="\1"[^>]*popover="auto"/iu)
    expect(word).toContain(messagesFor('fr').help.term.cspStart.text)
  })
  it('is explained by every word it promises, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { more: _, what: __, ...terms } = messagesFor(locale).help.term
      for (const [name, { word, text }] of Object.entries(terms)) {
        expect(word.length, name).toBeGreaterThan(1)
        expect(text.length, name).toBeGreaterThan(30)
      }
    }
  })
})

describe('the foot of a phone', () => {
  it('has four places and the others behind « Plus », none lost', () => {
    for (const role of ROLES) {
      expect([...dockPlacesOf(role), ...morePlacesOf(role)]).toEqual(placesOf(role))
      const dock = drawn(<DockLinks role={role} />)
      for (const { href } of placesOf(role)) expect(dock).toContain(`href="${href}"`)
      expect(dock.includes('Plus')).toBe(placesOf(role).length > 4)
    }
  })
  it('marks « Plus » where one is at one of its places', () => {
    path = '/entreprises'
    expect(drawn(<DockLinks role={COUNSELLOR} />)).toMatch(/<button[^>]*aria-current="true"/u)
  })
})
