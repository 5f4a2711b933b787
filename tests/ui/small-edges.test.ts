import { describe, expect, it } from 'vitest'
import { outcomeOfSignIn } from '@/components/sign-in/outcome.ts'
import { readFlash } from '@/components/ui/flash.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { parseLocale } from '@/lib/wording/locale.ts'
import { parseTheme } from '@/lib/wording/theme.ts'

describe('a notice carried over a redirect', () => {
  it('is read back', () => {
    const flash = { text: 'Pré-bilan enregistré', link: { href: '/dossiers/RB-2026-1', label: 'Ouvrir' } }
    expect(readFlash(JSON.stringify(flash))).toEqual(flash)
    expect(readFlash('{"text":"Noté"}')).toEqual({ text: 'Noté' })
  })

  it('loses a link that leads outside', () => {
    expect(readFlash('{"text":"x","link":{"href":"//evil.example","label":"y"}}')).toEqual({ text: 'x' })
    expect(readFlash('{"text":"x","link":{"href":"javascript:alert(1)","label":"y"}}')).toEqual({ text: 'x' })
  })

  it.each(['', '{', 'null', '[]', '{"text":1}', '"x"'])('is nothing when it is %j', (text) => {
    expect(readFlash(text)).toBeNull()
  })
})

describe('the answer of a sign-in', () => {
  it.each([
    [{ ok: true, status: 200, error: null }, 'signedIn'],
    [{ ok: false, status: 401, error: 'CredentialsSignin' }, 'refused'],
    [{ ok: false, status: 401, error: 'TooManyAttempts' }, 'tooMany'],
    [{ ok: false, status: 500, error: null }, 'unreachable'],
    [{ ok: true, status: 200, error: 'CredentialsSignin' }, 'refused'],
    [undefined, 'unreachable'],
  ] as const)('%j is %s', (answer, outcome) => {
    expect(outcomeOfSignIn(answer)).toBe(outcome)
  })
})

describe('a deadline’s state', () => {
  const today = day('2026-11-22')
  const due = (iso: string) => ({ dueOn: day(iso), metOn: null, cancelled: false })
  it.each([
    ['2026-11-21', 'overdue'], ['2026-11-22', 'soon'], ['2026-11-29', 'soon'], ['2026-11-30', 'planned'],
  ])('due on %s is %s', (iso, state) => {
    expect(deadlineStateOn(due(iso), today)).toBe(state)
  })

  it('is met or cancelled whatever its date', () => {
    expect(deadlineStateOn({ ...due('2026-11-01'), metOn: day('2026-11-02') }, today)).toBe('met')
    expect(deadlineStateOn({ ...due('2026-11-01'), cancelled: true }, today)).toBe('cancelled')
  })
})

describe('language and theme written outside', () => {
  it('are ours or nothing', () => {
    expect([parseLocale('en'), parseLocale('de'), parseLocale(null), parseLocale('FR')]).toEqual(['en', null, null, null])
    expect([parseTheme('dark'), parseTheme('night'), parseTheme(undefined)]).toEqual(['dark', 'system', 'system'])
  })
})
