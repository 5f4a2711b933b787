import { placeHref } from '@/components/file/file-places.tsx'
import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'

/** What is open among the costs of a file: a new line, one to change, or one to withdraw. */
export type CostAddress =
  | { readonly open: 'new'; readonly planLine: string }
  | { readonly open: 'change' | 'withdraw'; readonly costId: string }

const NEW = 'nouveau'

/** The costs of a file, on the page of its plan, with what is open on them. */
export function costHref(reference: string, address?: CostAddress): string {
  const path = placeHref(reference, 'plan')
  if (address === undefined) return `${path}#couts`
  const query = new URLSearchParams()
  if (address.open === 'new') {
    query.set('cout', NEW)
    if (address.planLine !== '') query.set('mesure', address.planLine)
  } else query.set(address.open === 'change' ? 'cout' : 'retirer', address.costId)
  return `${path}?${query.toString()}`
}

/** Reads the page’s query; `null` where no cost is asked for. */
export function readCostAddress(query: PageQuery): CostAddress | null {
  const [cost, withdrawn] = [firstOf(query, 'cout') ?? '', firstOf(query, 'retirer') ?? '']
  if (withdrawn !== '') return { open: 'withdraw', costId: withdrawn }
  if (cost === NEW) return { open: 'new', planLine: firstOf(query, 'mesure') ?? '' }
  return cost === '' ? null : { open: 'change', costId: cost }
}
