import { Fragment } from 'react'
import { RULE_IDS } from '@/lib/accord/rules/catalogue.ts'

const CITED = /(\bR-\d{3}\b)/u
const KNOWN: ReadonlySet<string> = new Set(RULE_IDS)

/** A text in which each rule named leads to it, its number never cut at the end of a line. */
export function RuleLinks({ children }: { readonly children: string }) {
  return children.split(CITED).map((part, index) => {
    const key = `${index} ${part}`
    return KNOWN.has(part) ? <a key={key} className="nw" href={`#${part}`}>{part}</a> : <Fragment key={key}>{part}</Fragment>
  })
}
