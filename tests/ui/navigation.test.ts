import { describe, expect, it } from 'vitest'
import { homeOf, isAt, placeAt, dockPlacesOf, placesOf, searchesFiles } from '@/components/shell/navigation.ts'
import { ROLES } from '@/lib/access/actor.ts'
import { RIGHTS, type Action } from '@/lib/access/can.ts'

/** What a place shows, as a right: nobody is led to a screen closed to them. */
const rightOf = {
  worklist: 'worklist.read', agenda: 'agenda.read', employers: 'employer.read', files: 'caseload.read', followUp: 'placement.read', basins: 'basin.read', steering: 'steering.read', team: 'team.read', transfers: 'file.transfer', mailbox: 'caseload.read',
  operatorAccounts: 'accounts.manage', accounts: 'accounts.manage', figures: 'figures.read', packs: 'pack.read', committeePacks: 'pack.read', committees: 'committee.read', committeeMeetings: 'committee.read', texts: 'texts.read', addedTexts: 'texts.manage',
} as const satisfies Record<string, Action>

describe('navigation by role', () => {
  it.each(ROLES)('leads a %s only where they may go', (role) => {
    const places = placesOf(role)
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter(({ key }) => RIGHTS[rightOf[key]][role] === 'none')).toEqual([])
  })

  it('starts each role on its own home', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, homeOf(role)]))).toEqual({
      counsellor: '/a-faire', referent: '/suivi', manager: '/bassins', operator_admin: '/equipe', committee: '/comite', platform_admin: '/regles',
    })
  })

  it('gives no search of people to who opens no file', () => {
    expect(ROLES.filter((role) => !searchesFiles(role))).toEqual(['committee', 'platform_admin'])
  })

  it('fits the foot of a phone', () => {
    expect(ROLES.filter((role) => dockPlacesOf(role).length > 4)).toEqual([])
  })

  it('keeps a place marked inside it, and not beside it', () => {
    const files = placesOf('counsellor').find(({ key }) => key === 'files')
    expect(files && isAt(files, '/dossiers/RB-2026-00012')).toBe(true)
    expect(files && isAt(files, '/dossiers')).toBe(true)
    expect(files && isAt(files, '/dossiers-clos')).toBe(false)
  })

  it('marks one place, the nearest, where one stands inside another', () => {
    expect(placeAt('platform_admin', '/administration/textes/AV12')).toBe('addedTexts')
    expect(placeAt('platform_admin', '/administration')).toBe('accounts')
    expect(placeAt('operator_admin', '/administration/textes')).toBe('operatorAccounts')
    expect(placeAt('counsellor', '/compte')).toBeNull()
  })
})
