import type { Wait } from './waiting.ts'

/** What an address says when a drawer is open beside its page. Held to the addresses of the screens by a test. */
const DRAWER_PARTS = new Set([
  'acte', 'corriger', 'retirer', 'ailleurs', // a file
  'ligne', 'projet', 'valider', 'cout', // its plan and what it costs
  'ecrire', // its exchanges
  'nouveau', 'rdv', 'abonnement', // the agenda
  'contact', 'clore', 'essai', // after the job
  'modifier', // an employer
  'note', // a basin
  'geste', // a committee
  'message', 'modele', // e-mails
  'de', 'absent', 'reponse', // who follows whom
  'compte', 'ajouter', 'bassins', // accounts and operators
  'remplacer', 'feuille', // imported figures
])

const hasDrawer = (address: URL): boolean => [...address.searchParams].some(([name, value]) => DRAWER_PARTS.has(name) && value !== '')

/**
 * What following a link from one address to another makes one wait for: another page, or this one with a drawer
 * opened or closed beside it.
 */
export function waitFor(from: string, to: string): Wait {
  const [here, there] = [new URL(from), new URL(to, from)]
  if (here.origin !== there.origin || here.pathname !== there.pathname) return 'page'
  const [before, after] = [hasDrawer(here), hasDrawer(there)]
  if (before === after) return 'page'
  return after ? 'opening' : 'closing'
}
