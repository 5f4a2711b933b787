import type { Role } from '@/lib/access/actor.ts'
import { placesOf, type Place, type PlaceKey } from '../shell/navigation.ts'

/** The letter of each place, after `g`: that of its French name, which the sheet shows beside it. */
const letters: Record<PlaceKey, string> = {
  worklist: 'f', agenda: 'a', files: 'd', employers: 'e', followUp: 's', basins: 'b', steering: 'p', team: 't', transfers: 'x', mailbox: 'm', operatorAccounts: 'c', figures: 'i', packs: 'k', committeePacks: 'k', committees: 'o', committeeMeetings: 'o', texts: 'r', addedTexts: 'v', accounts: 'c',
}

/** The places of a role with their letters. */
export function goKeys(role: Role): readonly { readonly letter: string; readonly place: Place }[] {
  return placesOf(role).map((place) => ({ letter: letters[place.key] ?? place.key.slice(0, 1), place }))
}
