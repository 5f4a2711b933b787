// The addresses that tests/accessibility looks at, by who opens them. tests/house/screens-looked-at holds every page of
// app/ to a line of this list. What is between braces is found in the database of the test (`places.ts`).
import { PUBLIC_CHOICE, withAnswers } from '@/components/choice/address.ts'
import { EXAMPLE } from '@/components/choice/example.ts'
import { simulatorHref } from '@/components/simulator/address.ts'
import { EXAMPLES } from '@/components/simulator/examples.ts'
import type { Account } from '@/tests/support/browser.ts'

/** A year with all that a simulation can show: an event refused, amounts, days. */
const REFUSED = { ...EXAMPLES.job, events: [...EXAMPLES.job.events, { kind: 'refused' as const, values: { on: '2026-03-02' } }] }

/** « Et si… ? » with a fact refused, another weighed twice, and the questions of a third. */
const SUPPOSED = 'et-si?1.kind=work_period&1.from=2027-03-01&1.to=2027-03-02&1.contract=cdd&1.employer=company&2.kind=job_started&2.on=2027-06-01&2.contract=cdi&plus-tard=14&ajouter=suspension'

/** What several roles share word for word (the list, the basins, a screen closed to a role) is looked at for one of them. */
export const SCREENS: Readonly<Record<Exclude<Account, 'platform2'> | 'nobody', readonly string[]>> = {
  nobody: ['/connexion', '/regles', simulatorHref(REFUSED), withAnswers(PUBLIC_CHOICE, EXAMPLE), '/rien-a-cette-adresse'],
  counsellor: ['/a-faire', '/dossiers', '/dossiers?termWithin=90&without=training&parti=1&cols=name,deadline,lastContact,training,phone,employer,appointment&sort=term,-name&density=compact', '/dossiers?q=personne-de-ce-nom', '/dossiers/nouveau', '/agenda', '/agenda?vue=jour&nouveau=1', '/entreprises', '/entreprises/{employer}', '/suivi', '/compte', '/exports', '/bassins', '/notifications', '/courriels', '/dossiers/RB-0000-0'],
  referent: ['/suivi', '/a-faire'],
  manager: ['/bassins', '/bassins/{basin}', '/pilotage', '/pilotage?indicator=preBilanInTime&by=age&pace=quarter', '/equipe', '/transferts', '/dossiers?deadline=overdue', '/textes', '/entreprises/{employer}?modifier=1', '/pilotage/moyens?from=2026-07-01&to=2026-06-30&funder=ancien', '/pilotage/moyens/lignes', '/pilotage/moyens/personnes', '/pilotage/experimentation', '/pilotage/lots', '/pilotage/lots/{packDraft}', '/pilotage/lots/{pack}', '/pilotage/comites?creer=1', '/pilotage/comites/{committee}?geste=reunion', '/pilotage/alerte?genre=plan&bassin={latePlans}'],
  operator: ['/equipe', '/administration', '/administration/chiffres-importes?feuille=1', '/administration/courriels?modele=nouvelles', '/administration/modeles', '/administration/modeles/plan'],
  committee: ['/indicateurs', '/comite', '/comite?lieu=region:93&trimestre=2019-Q1&indicateur=entries', '/comite/lots', '/comite/lots/{pack}', '/comite/reunions', '/comite/reunions/{committee}'],
  platform: ['/administration', '/administration/chiffres-importes?ajouter=1', '/administration/textes', '/administration/textes/nouveau', '/administration/textes/EXEMPLE', '/administration/textes/EXEMPLE/modifier'],
}

/** Those where nothing is, on purpose; every other address shows its page. */
export const LOST: ReadonlySet<string> = new Set(['/rien-a-cette-adresse', '/dossiers/RB-0000-0'])

/** Of one file, opened by its counsellor. */
export const OF_A_FILE: readonly string[] = [
  '?acte=choisir', '?acte=plan_validated', '?pourquoi=preBilanDue', '?vue=historique', '?connu-le=2026-11-20',
  '/accepter-ou-refuser', `/${SUPPOSED}`, '/deux-jours', '/plan?ligne=nouvelle', '/plan?valider=1', '/plan?cout=nouveau', '/offres?acte=offer_made',
  '/documents', '/documents/projet/plan', '/documents/{document}', '/echanges?ecrire=1&modele=nouvelles',
].map((rest) => `/dossiers/{file}${rest}`)
