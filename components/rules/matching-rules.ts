export interface SearchableRule {
  readonly rule: string
  readonly title: string
  readonly statement: string
}

/** Accents, capitals and the dash of a number do not count: `r301` finds R-301, `pre-bilan` finds « Pré-bilan ». */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[’']/g, ' ').toLowerCase()
}

/** The rules that contain every word asked, in their number, title or statement; all of them for nothing asked. */
export function matchingRules<Rule extends SearchableRule>(rules: readonly Rule[], asked: string): readonly Rule[] {
  const words = plain(asked).split(/\s+/u).filter((word) => word !== '')
  return rules.filter(({ rule, title, statement }) => {
    const text = plain(`${rule} ${rule.replace('-', '')} ${title} ${statement}`)
    return words.every((word) => text.includes(word))
  })
}
