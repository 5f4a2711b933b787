import { ArrowLeftRight, BookOpen, Building2, CalendarDays, ChartColumn, ChartLine, FileChartColumn, FilePen, Folder, Landmark, ListChecks, Mail, MapPin, Route, Settings2, Users, type LucideIcon } from 'lucide-react'
import type { Role } from '../../lib/access/actor.ts'

export type PlaceKey = 'worklist' | 'agenda' | 'files' | 'employers' | 'followUp' | 'basins' | 'steering' | 'team' | 'transfers' | 'mailbox' | 'operatorAccounts' | 'figures' | 'packs' | 'committeePacks' | 'committees' | 'committeeMeetings' | 'texts' | 'addedTexts' | 'accounts'

export interface Place {
  readonly key: PlaceKey
  readonly href: string
  readonly sign: LucideIcon
}

/** How many lines wait at a place, and how many of them are overdue. */
export interface PlaceCount {
  readonly total: number
  readonly late?: number
}

export type PlaceCounts = Partial<Record<PlaceKey, PlaceCount>>

const places: Record<PlaceKey, Place> = {
  worklist: { key: 'worklist', href: '/a-faire', sign: ListChecks },
  agenda: { key: 'agenda', href: '/agenda', sign: CalendarDays },
  files: { key: 'files', href: '/dossiers', sign: Folder },
  employers: { key: 'employers', href: '/entreprises', sign: Building2 },
  followUp: { key: 'followUp', href: '/suivi', sign: Route },
  basins: { key: 'basins', href: '/bassins', sign: MapPin },
  steering: { key: 'steering', href: '/pilotage', sign: ChartLine },
  team: { key: 'team', href: '/equipe', sign: Users },
  transfers: { key: 'transfers', href: '/transferts', sign: ArrowLeftRight },
  mailbox: { key: 'mailbox', href: '/courriels', sign: Mail },
  operatorAccounts: { key: 'operatorAccounts', href: '/administration', sign: Settings2 },
  figures: { key: 'figures', href: '/comite', sign: ChartColumn },
  packs: { key: 'packs', href: '/pilotage/lots', sign: FileChartColumn },
  committeePacks: { key: 'committeePacks', href: '/comite/lots', sign: FileChartColumn },
  committees: { key: 'committees', href: '/pilotage/comites', sign: Landmark },
  committeeMeetings: { key: 'committeeMeetings', href: '/comite/reunions', sign: Landmark },
  texts: { key: 'texts', href: '/regles', sign: BookOpen },
  addedTexts: { key: 'addedTexts', href: '/administration/textes', sign: FilePen },
  accounts: { key: 'accounts', href: '/administration', sign: Settings2 },
}

const byRole: Record<Role, readonly PlaceKey[]> = {
  counsellor: ['worklist', 'agenda', 'files', 'followUp', 'employers', 'mailbox', 'steering'],
  referent: ['followUp', 'worklist', 'agenda', 'files', 'mailbox'],
  manager: ['basins', 'team', 'worklist', 'files', 'steering', 'agenda', 'employers', 'transfers', 'mailbox'],
  operator_admin: ['team', 'basins', 'files', 'steering', 'employers', 'mailbox', 'operatorAccounts'],
  committee: ['figures', 'committeePacks', 'committeeMeetings'],
  platform_admin: ['texts', 'addedTexts', 'packs', 'committees', 'accounts'],
}

/** The places a role goes to, the first being its home. What it may do there is decided by lib/access. */
export function placesOf(role: Role): readonly Place[] {
  return byRole[role].map((key) => places[key])
}

const IN_DOCK = 4

/** As many of them as fit at the foot of a phone. */
export function dockPlacesOf(role: Role): readonly Place[] {
  return placesOf(role).slice(0, IN_DOCK)
}

/** The others, behind « Plus ». */
export function morePlacesOf(role: Role): readonly Place[] {
  return placesOf(role).slice(IN_DOCK)
}

/** Where a role lands after signing in. */
export function homeOf(role: Role): string {
  return placesOf(role)[0]?.href ?? '/compte'
}

/** Whether a role looks for people and files: the others have no search box. */
export function searchesFiles(role: Role): boolean {
  return byRole[role].includes('files')
}

/** The place an address belongs to, so that a file keeps « Dossiers » marked. */
export function isAt(place: Place, path: string): boolean {
  return path === place.href || path.startsWith(`${place.href}/`)
}

/** The place that an address belongs to among those of a role: the nearest, where one stands inside another. */
export function placeAt(role: Role, path: string): PlaceKey | null {
  const within = placesOf(role).filter((place) => isAt(place, path))
  return within.toSorted((a, b) => b.href.length - a.href.length)[0]?.key ?? null
}
