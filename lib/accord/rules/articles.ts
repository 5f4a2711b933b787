import type { RuleId } from './catalogue.ts'

/**
 * The article that a rule rests on, by text. A key is the code of the first text it holds for; the
 * entry of the latest text at or before the file's own is cited (rules.md, each rule's source).
 */
const ORDER = ['A0', 'B', "B'", 'C', 'D', "D'", 'E', "E'", 'F', 'G', 'H'] as const
type Since = (typeof ORDER)[number]
type Citation = string | Readonly<Partial<Record<Since, string>>>

const CITATIONS: Readonly<Record<RuleId, Citation>> = {
  'R-001': { A0: 'ANI 2011 art. 24', B: 'Conv. 2015 art. 31 §2' },
  'R-002': { A0: 'ANI 2011 av. 1 ; Conv. 2015 art. 31 §2', B: 'Conv. 2015 art. 31' },
  'R-003': { A0: 'ANI 2011 art. 24', B: 'Conv. 2015 art. 31 §1 al. 3' },
  'R-010': { A0: 'ANI 2011 art. 5 ; circ. Unédic 2011-36', B: 'Conv. 2015 art. 4 §1 ; circ. Unédic 2011-36' },
  'R-011': { A0: 'ANI 2011 art. 5 al. 3', B: 'Conv. 2015 art. 4 §1 al. 3' },
  'R-012': { A0: 'ANI 2011 art. 9 al. 2', B: 'Conv. 2015 art. 5 §1 et 6' },
  'R-013': { A0: 'ANI 2011 art. 9 al. 4', B: 'Conv. 2015 art. 7 al. 3' },
  'R-014': { A0: 'ANI 2011 art. 10', B: 'Conv. 2015 art. 6' },
  'R-015': { A0: 'ANI 2011 art. 9', B: 'Conv. 2015 art. 5' },
  'R-016': { A0: 'D. 2013-639 art. 2', B: 'Conv. 2015 art. 25 §1 ; D. 2013-639 art. 2' },
  'R-017': { A0: 'CT L1233-67', B: 'Conv. 2015 art. 6' },
  'R-018': { A0: 'ANI 2011 art. 9 et 10', B: 'Conv. 2015 art. 5 et 6' },
  'R-100': { A0: 'CT L1233-66 ; ANI 2011 art. 1 et 2', B: 'CT L1233-66 ; Conv. 2015 art. 1' },
  'R-101': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 2, 15 et 16' },
  'R-102': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 2', D: 'Av. 5 ; Conv. 2015 art. 2' },
  'R-103': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 2 b' },
  'R-104': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 17 f', D: 'Conv. 2015 art. 2 b' },
  'R-105': { A0: 'ANI 2011 art. 4', B: 'Conv. 2015 art. 3' },
  'R-110': { A0: 'ANI 2011 art. 5 al. 1', B: 'Conv. 2015 art. 4 §1' },
  'R-111': { A0: 'ANI 2011 art. 6 ; CT L1233-67 al. 1', B: 'Conv. 2015 art. 4 §1 ; CT L1233-67 al. 1' },
  'R-112': { A0: 'ANI 2011 art. 7', B: 'Conv. 2015 art. 4 §2' },
  'R-113': 'CT L1233-67 ; Cass. soc. 11 sept. 2024 n° 22-18.629',
  'R-114': { A0: 'ANI 2011 art. 7.4 ; CT L1233-15', B: 'Conv. 2015 art. 4 §2 ; CT L1233-15' },
  'R-115': { A0: 'ANI 2011 art. 6', B: 'Conv. 2015 art. 4 §1' },
  'R-116': { A0: 'ANI 2011 art. 5', B: 'Conv. 2015 art. 5 §1' },
  'R-117': { A0: 'ANI 2011 art. 5', B: 'Conv. 2015 art. 5 §1 et 7' },
  'R-118': { A0: 'ANI 2011 art. 5', B: 'Conv. 2015 art. 4' },
  'R-119': 'Cass. soc. 15 févr. 2023 n° 21-17.784',
  'R-120': { A0: 'ANI 2011 art. 9', B: 'Conv. 2015 art. 5 §2' },
  'R-130': { A0: 'ANI 2011 art. 8', B: 'Conv. 2015 art. 7' },
  'R-140': { A0: 'ANI 2011 art. 9 et 11', B: 'Conv. 2015 art. 5 ; CT L1233-67' },
  'R-141': 'CT L1233-67 al. 1',
  'R-142': 'CT L1235-16',
  'R-150': { A0: 'CT L1233-66 ; ANI 2011 art. 5', B: 'CT L1233-66 ; Conv. 2015 art. 22' },
  'R-151': { A0: 'ANI 2011 art. 21', B: 'Conv. 2015 art. 21' },
  'R-152': { A0: 'ANI 2011 art. 20', B: 'CT L1233-68' },
  'R-153': { A0: 'D. 2013-639', B: 'Conv. 2015 art. 23, 25 et 26' },
  'R-200': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 15 §1' },
  'R-201': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 15 §1' },
  'R-202': { A0: 'ANI 2011 art. 3', B: 'Conv. 2015 art. 15 §2 et 16 §2', D: 'Av. 5 art. 9 ; Conv. 2015 art. 16' },
  'R-203': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 15', D: 'Av. 5 art. 8' },
  'R-204': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 17' },
  'R-205': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 17' },
  'R-206': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 15 §3' },
  'R-207': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 17' },
  'R-208': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 17 b', C: 'Av. 4 ; Conv. 2015 art. 17 b' },
  'R-300': { A0: 'ANI 2011 art. 13', B: 'Conv. 2015 art. 8' },
  'R-301': { A0: 'ANI 2011 art. 13 al. 2', B: 'Conv. 2015 art. 9 §1' },
  'R-302': { A0: 'ANI 2011 art. 13 al. 4', B: 'Conv. 2015 art. 9 §1 et 10', C: 'Av. 4 ; Conv. 2015 art. 9 §1' },
  'R-303': { A0: 'ANI 2011 art. 14', B: 'Conv. 2015 art. 10' },
  'R-304': { A0: 'ANI 2011 art. 18', B: 'Conv. 2015 art. 9 §1' },
  'R-305': { A0: 'ANI 2011 art. 14', B: 'Conv. 2015 art. 10' },
  'R-306': { B: 'Conv. 2015 art. 9 §2' },
  'R-307': { C: 'Av. 4 du 12 juin 2019' },
  'R-308': { E: 'Av. 7 art. 8 ; Conv. 2015 art. 27 §2' },
  'R-309': { A0: 'ANI 2011 art. 14', B: 'Conv. 2015 art. 10' },
  'R-310': { A0: 'ANI 2011 art. 15', B: 'Conv. 2015 art. 11' },
  'R-311': { A0: 'ANI 2011 art. 15 et 19', B: 'Conv. 2015 art. 11 al. 3 et 27' },
  'R-400': { A0: 'ANI 2011 art. 16', B: 'Conv. 2015 art. 12 §1' },
  'R-401': 'CT L1233-68 3°',
  'R-402': { A0: 'ANI 2011 art. 16', B: 'Conv. 2015 art. 12 §1' },
  'R-403': { B: 'Conv. 2015 art. 6' },
  'R-404': { A0: 'CT L1233-67', B: 'Conv. 2015 art. 6', C: 'Av. 4', D: 'Av. 5 art. 3', F: 'Av. 5 art. 3 ; Av. 9' },
  'R-410': { A0: 'ANI 2011 art. 11', B: 'Conv. 2015 art. 12 §2' },
  'R-411': { A0: 'ANI 2011 art. 16', B: 'Conv. 2015 art. 12 §2' },
  'R-412': { A0: 'ANI 2011 av. 1', B: 'Conv. 2015 art. 12 §2 al. 2' },
  'R-413': { B: 'Conv. 2015 art. 12 §2 al. 3 et 16 §1 al. 2' },
  'R-414': { A0: 'ANI 2011 art. 19', B: 'Conv. 2015 art. 12 §2' },
  'R-500': { B: 'Conv. 2015 art. 14' },
  'R-501': { B: 'Conv. 2015 art. 14', C: 'Conv. 2015 art. 14 ; Av. 4', D: 'Conv. 2015 art. 14 ; Av. 5' },
  'R-502': { B: 'Conv. 2015 art. 14' },
  'R-510': { A0: 'ANI 2011 art. 17', B: 'Conv. 2015 art. 13' },
  'R-511': { B: 'Conv. 2015 art. 13 et 14' },
  'R-600': { A0: 'ANI 2011 art. 10 et 11', B: 'Conv. 2015 art. 6, 12, 17 et 20' },
  'R-601': { A0: 'ANI 2011 art. 18', B: 'Conv. 2015 art. 20' },
  'R-602': { A0: 'ANI 2011 art. 18', B: 'Conv. 2015 art. 20 §1' },
  'R-603': { A0: 'ANI 2011 art. 19', B: 'Conv. 2015 art. 27 §1' },
  'R-604': { A0: 'ANI 2011 art. 11', B: 'CT L1233-67 al. 4' },
  'R-700': { A0: 'ANI 2011 art. 22 et 23', B: 'Conv. 2015 art. 29 et 30' },
  'R-701': { A0: 'ANI 2011 art. 24', B: 'Conv. 2015 art. 29 §4' },
  'R-702': 'Unédic, tableau mensuel du CSP',
  'R-710': 'CT R5312-44 ; RGPD art. 28',
}

/** Articles that work periods rest on where an overlay governs them instead of the file's own text. */
export const WORK_ARTICLES = {
  'ANI-16': 'ANI 2011 art. 16',
  'ANI-av1': 'ANI 2011 av. 1 (art. 16)',
  'Conv-12': 'Conv. 2015 art. 12 §1',
} as const

/** What a rule is cited under: the code of a text, or a file's text with the articles of texts added to it. */
export type CitedUnder = string | null | { readonly code: string | null; readonly articles?: Readonly<Record<string, string>> }

/**
 * The article of a rule under a text (`null` where no text governs: the latest is cited). A text added by
 * an administrator names the article of each rule it changes; for the others, those it inherits hold.
 */
export function articleOf(rule: RuleId, under: CitedUnder): string {
  const code = typeof under === 'object' ? (under?.code ?? null) : under
  const added = typeof under === 'object' ? under?.articles?.[rule] : undefined
  return added ?? shippedArticle(rule, code)
}

function shippedArticle(rule: RuleId, code: string | null): string {
  const citation = CITATIONS[rule]
  if (typeof citation === 'string') return citation
  const own = ORDER.findIndex((candidate) => candidate === code)
  const upTo = own < 0 ? ORDER : ORDER.slice(0, own + 1)
  const since = upTo.findLast((candidate) => citation[candidate] !== undefined)
  return (since === undefined ? Object.values(citation)[0] : citation[since]) ?? ''
}

/** Every citation of a rule, with the code of the first text it holds for; for the rules page. */
export function citationsOf(rule: RuleId): readonly { readonly since: string | null; readonly article: string }[] {
  const citation = CITATIONS[rule]
  if (typeof citation === 'string') return [{ since: null, article: citation }]
  return ORDER.flatMap((since) => {
    const article = citation[since]
    return article === undefined ? [] : [{ since, article }]
  })
}

/**
 * A citation in its shortest form, for a chip beside a date: `art. 9 § 1`, `avenant n° 4`, `CT L1233-15`.
 * Of several texts, the agreement or convention itself is kept, which amendments complete.
 */
export function shortArticle(citation: string): string {
  const parts = citation.split(/ ?\u00A0?; /u)
  const part = parts.find((candidate) => /^(Conv\.|ANI)/u.test(candidate)) ?? parts[0] ?? citation
  const article = /art\.[ \u00A0].+/u.exec(part)?.[0]
  const amendment = /^Av\.[ \u00A0](\d+)/u.exec(part)?.[1]
  const short = article ?? (amendment === undefined ? part.replace(/^(Cass\. soc\.).+/u, '$1') : `avenant n°\u00A0${amendment}`)
  return spacedArticle(short)
}

/** A citation whole, its signs spaced and never cut from their numbers: `Conv. 2015 art. 9 § 1`. */
export function spacedArticle(citation: string): string {
  return citation.replace(/ ?§[ \u00A0]?(?=\d)/gu, '\u00A0§\u00A0').replace(/(art\.|arts|al\.|n°|Av\.) (?=\d)/gu, '$1\u00A0')
}
