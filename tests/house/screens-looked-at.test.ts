// No screen is added without being looked at: each page of app/ answers an address of tests/accessibility.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OF_A_FILE, SCREENS } from '@/tests/accessibility/addresses.ts'

/** `/` shows nothing: it leads each role to its first screen. */
const LEADS_ELSEWHERE = ['/']

/** Screens that need an act before them, looked at by the journey that does it. */
const IN_A_JOURNEY = { '/textes/[code]': 'tests/journeys/texts.spec.ts' }

/** What a page answers to: `app/(desk)/bassins/[code]/page.tsx` → `/bassins/[code]`. */
const routeOf = (page: string): string => `/${page.split('/').slice(1, -1).filter((part) => !/^\(.*\)$/u.test(part)).join('/')}`

/** A place between braces, or any words, may stand for a part of a route that varies. */
function answers(route: string, path: string): boolean {
  const parts = route.split('/')
  const given = path.split('/')
  return parts.length === given.length && parts.every((part, at) => (part.startsWith('[') ? given[at] !== '' : part === given[at]))
}

/** What answers every address that no page has. */
const NOWHERE = '/[...path]'

const routes = globSync('app/**/page.tsx').map(routeOf).filter((route) => route !== NOWHERE)
const paths = [...Object.values(SCREENS).flat(), ...OF_A_FILE].map((address) => address.split(/[?#]/u)[0]!)

/** The page that answers a path: the one with the most parts said in words. */
const pageOf = (path: string): string | undefined => routes.filter((route) => answers(route, path)).toSorted((a, b) => (a.match(/\[/gu) ?? []).length - (b.match(/\[/gu) ?? []).length)[0]

test('each page of app/ is among the screens looked at', () => {
  expect(routes).toContain('/dossiers/[reference]/documents/[number]')
  for (const journey of Object.values(IN_A_JOURNEY)) expect(readFileSync(journey, 'utf8')).toContain('await expectAccessible()')
  const looked = new Set([...paths.map(pageOf), ...Object.keys(IN_A_JOURNEY)])
  expect(routes.filter((route) => !looked.has(route) && !LEADS_ELSEWHERE.includes(route))).toEqual([])
})

test('each address of a role leads to a page, but for the one that is lost on purpose', () => {
  expect(paths.filter((path) => pageOf(path) === undefined)).toEqual(['/rien-a-cette-adresse'])
})

test('a page that only varies is not taken for one with words of its own', () => {
  expect(pageOf('/dossiers/nouveau')).toBe('/dossiers/nouveau')
  expect(answers('/textes/[code]', '/textes')).toBe(false)
})
