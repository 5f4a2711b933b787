// What a counsellor writes beside a fact: short, plain, never a medical word.
import { addDays, isoOf, type Day, type FactKind } from '../accord/index.ts'
import { formatAmount } from '../accord/wording/amount-words.ts'
import type { Chance } from './chance.ts'
import { hiringCompany } from './employers.ts'
import type { Person } from './people.ts'

export type Content = { readonly [key: string]: unknown }

const SCHOOLS: readonly string[] = ['Greta du bassin', 'Afpa', 'CFA des Métiers', 'Institut Tremplin', 'Ateliers du Savoir', 'Chambre de métiers', 'Organisme Passerelle']
const COURSES: readonly string[] = [
  'Titre professionnel de comptable assistant', 'Conduite d’engins, catégorie A', 'Remise à niveau en bureautique', 'Anglais professionnel',
  'Permis C et formation initiale obligatoire', 'Technicien de maintenance industrielle', 'Gestionnaire de paie', 'Habilitation électrique',
  'Conseiller en insertion professionnelle', 'Agent de sûreté et de sécurité', 'Développeur d’applications', 'Assistant de vie aux familles',
  'Création d’entreprise : bâtir son projet', 'Cuisinier en restauration collective', 'Chargé d’accueil touristique', 'Rénovation énergétique du bâtiment',
]
const OBSTACLES: readonly (string | null)[] = [
  null, null, null,
  'Pas de permis, lignes de car rares avant 7 h.', 'Garde d’enfants le mercredi et le soir.', 'Pas d’ordinateur à la maison.',
  'Logement à quitter dans l’année.', 'À l’aise à l’oral, moins à l’écrit.', 'N’a pas cherché d’emploi depuis vingt ans.', 'Recherche limitée à 30 minutes de trajet.',
]
const STRENGTHS: readonly string[] = [
  'Ponctualité et sens du collectif, reconnus par l’ancien employeur.', 'Apprend vite, curiosité pour les métiers voisins.',
  'Réseau local solide, deux contacts déjà pris.', 'Expérience longue et variée du métier.', 'Aime transmettre, a formé des apprentis.', 'Organisation et autonomie.',
]
const DIFFICULTIES: readonly string[] = [
  'Le métier recrute peu à proximité.', 'Peu de diplômes pour l’expérience acquise.', 'Curriculum vitæ à refaire entièrement.',
  'Hésite entre deux projets.', 'Inquiétude sur le niveau de salaire.', 'Manque de pratique des outils numériques.',
]
const MARKETS: readonly string[] = [
  'Une quinzaine d’offres par mois dans le bassin, surtout en intérim.', 'Peu d’offres ici, davantage dans le bassin voisin.',
  'Métier en tension : les entreprises du bassin cherchent.', 'Marché stable, recrutements par réseau.', 'Offres saisonnières surtout, à relier à un contrat plus long.',
]
const CONTACTS: readonly (readonly [string, string])[] = [
  ['Point sur les candidatures : trois envois, un entretien obtenu.', 'Préparer l’entretien de jeudi.'],
  ['Curriculum vitæ relu ensemble.', 'Envoyer la nouvelle version à deux entreprises.'],
  ['Enquête métier faite auprès d’un artisan, le projet se confirme.', 'Chercher une immersion de deux semaines.'],
  ['Devis de formation reçu.', 'Comparer avec un second organisme.'],
  ['Moral en baisse après deux refus, la recherche continue.', 'Élargir aux métiers voisins.'],
  ['Immersion terminée, bilan favorable de l’entreprise.', 'Relancer pour un contrat.'],
  ['Rendez-vous avec l’organisme de formation confirmé.', 'Apporter les justificatifs.'],
  ['Atelier sur la lettre de motivation suivi.', 'Écrire une lettre par type d’offre.'],
  ['Offre proposée, la personne envoie sa candidature.', 'Relancer dans une semaine.'],
  ['Le projet de reprise avance : rendez-vous avec le cédant.', 'Faire chiffrer le besoin de trésorerie.'],
  ['Retour sur la période de travail : poste apprécié.', 'Demander une attestation à l’entreprise.'],
  ['Mobilité étudiée : permis en cours.', 'Date d’examen à communiquer.'],
]
const FOLLOWED: readonly string[] = [
  'Prise de poste bien passée.', 'Poste conforme à l’offre, horaires tenus.', 'Bonne entente avec l’équipe.', 'Charge de travail forte, à suivre.',
  'Période d’essai validée.', 'Trajet un peu long, pense à se rapprocher.', 'Une formation interne est prévue.',
]
const ACTIONS: readonly string[] = ['Atelier de techniques de recherche d’emploi', 'Prestation d’orientation', 'Entretien de suivi', 'Entrée en formation prévue au plan', 'Bilan de compétences']
const MEASURES = ['skills_assessment', 'individual_follow_up', 'guidance', 'job_search_support', 'vae', 'training', 'pre_training_assessment'] as const

/** Each with its place in a sentence that reads on: `conducteur de ligne`. */
const trade = (person: Person) => (person.sex === 'female' ? person.trade.woman : person.trade.man)

const craft = (name: string) => (/^[aeéiou]/u.test(name) ? `le métier d’${name}` : `le métier de ${name}`)

function preBilan(chance: Chance, person: Person, on: Day): Content {
  const business = chance.happens(0.08)
  const target = craft(chance.pick(person.trade.next))
  const yearsOfWork = Math.floor((on - person.birthDate) / 365.25) - 18
  const years = Math.max(1, Math.min(yearsOfWork, chance.whole(2, 28)))
  return {
    profile: `${trade(person).replace(/^./u, (first) => first.toUpperCase())}, ${years} ${years > 1 ? 'ans' : 'an'} dans le métier. Sait faire : ${person.trade.skills}.`,
    project: business ? 'Se mettre à son compte : idée précise, clients pressentis.' : chance.pick([`Retrouver un poste proche, ou évoluer vers ${target}.`, `Se reconvertir dans ${target}.`, 'Rester dans le métier, dans une autre entreprise du bassin.']),
    business,
    businessProject: business ? chance.pick(['creation', 'creation', 'takeover']) : null,
    strengths: chance.pick(STRENGTHS),
    difficulties: chance.pick(DIFFICULTIES),
    obstacles: chance.pick(OBSTACLES),
    labourMarket: chance.pick(MARKETS),
    skillsAssessment: chance.happens(0.25),
  }
}

const GOALS: Readonly<Partial<Record<string, readonly string[]>>> = {
  guidance: ['Choisir entre les deux pistes du pré-bilan', 'Vérifier le projet auprès de professionnels'],
  job_search_support: ['Obtenir trois entretiens par mois', 'Refaire le curriculum vitæ et les lettres'],
  skills_assessment: ['Mettre à plat quinze ans d’expérience'],
  vae: ['Faire reconnaître l’expérience par un diplôme'],
  pre_training_assessment: ['Mesurer le niveau avant l’entrée en formation'],
}

/** The plan as both signed it: what is aimed at, who carries it out, who pays, and a first step for each. */
function plan(chance: Chance, on: Day, person: Person): Content {
  const followed = { id: 'suivi', measure: 'individual_follow_up', from: isoOf(on), state: 'under_way' }
  const others = new Set([chance.pick(MEASURES), chance.pick(MEASURES)])
  others.delete('individual_follow_up')
  const lineOf = (measure: string, index: number): Content => {
    const trained = measure === 'training'
    const from = addDays(on, chance.whole(20, 70))
    return {
      id: `mesure-${index + 1}`,
      measure,
      goal: trained ? chance.pick(COURSES) : (GOALS[measure]?.[0] ?? null),
      provider: chance.pick(SCHOOLS),
      ...(trained ? { from: isoOf(from), to: isoOf(addDays(from, chance.whole(30, 260))), funding: [{ source: 'cpf', amount: `${chance.whole(8, 20)}00.00` }] } : {}),
      state: 'planned',
      steps: [{ id: 'pas-1', what: trained ? 'Demander deux devis' : 'Prendre rendez-vous', who: 'person', by: isoOf(addDays(on, 12)), doneOn: null }],
    }
  }
  return {
    measures: [followed, ...[...others].map(lineOf)],
    project: chance.pick(['Retrouver un emploi durable dans le bassin.', 'Changer de métier, avec une formation courte.']),
    occupation: { label: chance.pick(person.trade.next), rome: null },
    appealRoutes: 'Réclamation auprès de l’agence de France Travail, puis de son médiateur ; un recours devant le juge reste possible.',
    workPeriodsConditions: chance.happens(0.6) ? 'Périodes de travail utiles au projet, validées avant leur début.' : null,
    note: null,
    signatures: { beneficiary: { manner: 'recorded', on: isoOf(on) }, adviser: { manner: 'recorded', on: isoOf(on) } },
  }
}

/** A few steps are agreed for a day of the week that follows. */
function contact(chance: Chance, on: Day): Content {
  const [note, nextStep] = chance.pick(CONTACTS)
  const channel = chance.weighed([['meeting', 5], ['phone', 4], ['video', 2], ['email', 2], ['text_message', 1]])
  return { channel, minutes: channel === 'meeting' ? chance.pick([30, 45, 60]) : channel === 'phone' || channel === 'video' ? chance.pick([10, 15, 20, 30]) : null, note, nextStep, nextStepOn: on % 4 === 0 ? isoOf(addDays(on, 7 + (on % 7))) : null }
}

const named = (chance: Chance, person: Person): Content => ({ employerName: hiringCompany(chance, person.trade.sector), job: chance.happens(0.5) ? trade(person) : chance.pick(person.trade.next), note: null })

/** What is written beside a fact of a kind; `null` where nothing is. */
export function contentOf(chance: Chance, kind: FactKind, person: Person, on: Day): Content | null {
  switch (kind) {
    case 'proposal_handed_over':
      return { receiptSigned: chance.happens(0.95), note: null }
    case 'pre_bilan_held':
      return preBilan(chance, person, on)
    case 'plan_validated':
      return plan(chance, on, person)
    case 'contact_held':
      return contact(chance, on)
    case 'follow_up_held':
      return { channel: chance.weighed([['phone', 6], ['email', 2], ['meeting', 1]]), note: chance.pick(FOLLOWED) }
    case 'month4_review_held':
      return { note: chance.pick(['Les démarches suivent le plan.', 'Plan à recentrer sur les métiers qui recrutent.', 'Formation utile, recherche à relancer.']), adjustments: chance.happens(0.4) ? 'Ajouter une prestation de recherche d’emploi.' : null }
    case 'final_interview_held':
      return { note: chance.pick(['Bilan écrit remis. Inscription comme demandeur d’emploi préparée.', 'Bilan écrit remis. Deux pistes sérieuses en cours.']), adjustments: null }
    case 'work_review_held':
      return { note: chance.pick(['Période utile : le poste confirme le projet.', 'Poste sans suite, expérience à valoriser.', 'L’entreprise rappellera en cas de besoin.']), adjustments: null }
    case 'training':
      return { title: chance.pick(COURSES), provider: chance.pick(SCHOOLS), qualification: null, note: null }
    case 'work_period':
    case 'job_started':
      return named(chance, person)
    case 'suspension':
      return { evidenceSeen: true }
    case 'service_given':
      return { measure: chance.pick(['guidance', 'job_search_support', 'social_psychological_support'] as const), provider: chance.pick(SCHOOLS), minutes: chance.pick([60, 90, 120, 180]), note: null }
    case 'offer_made':
      return { job: chance.pick(person.trade.next), employer: hiringCompany(chance, person.trade.sector), place: null, wage: `${formatAmount(`${chance.whole(person.trade.wage[0], person.trade.wage[1])}.00`, 'fr')} brut par mois`, proof: 'Offre remise en main propre, copie versée au dossier.' }
    case 'explanations_invited':
      return { note: 'Courrier recommandé.' }
    case 'explanations_heard':
      return { form: chance.pick(['oral', 'written'] as const), what: chance.pick(['Le trajet demandait une voiture, en panne ce mois-là.', 'Pensait pouvoir attendre une autre réponse.', 'Rendez-vous médical pris de longue date.']) }
    case 'offer_refused':
      return { job: null, employer: null, grounds: [], proof: null, answer: chance.pick(['Salaire jugé trop bas.', 'Horaires refusés.', 'Trajet jugé trop long.']) }
    case 'action_refused':
    case 'action_missed':
    case 'false_statement':
      return { what: chance.pick(ACTIONS), proof: 'Convocation et relance versées au dossier.' }
    case 'breach_dismissed':
      return { decisionReference: null, body: 'France Travail', note: 'Explications reçues et acceptées.' }
    case 'exclusion_decided':
      return { decisionReference: `D-${chance.whole(10_000, 99_999)}`, body: 'France Travail', withoutHearing: null, note: null }
    case 'annulled':
      return { document: 'Accord écrit des deux parties', note: null }
    default:
      return null
  }
}

/** What is written at the closing, from why the CSP ended. */
export function closingContent(motive: string, situation: 'in_job' | 'jobseeker' | null): Content {
  const durable = motive === 'job_cdi' || motive === 'job_cdd_6m' || motive === 'job_temp_6m'
  const result = durable ? (situation === 'jobseeker' ? 'jobseeker' : 'in_durable_job') : motive === 'business_creation' ? 'business' : motive === 'full_pension' ? 'retired' : motive === 'term' ? 'jobseeker' : 'unknown'
  return { result, note: null }
}
