/** The order of a list as the screen changes it; the address writes it, the server reads it. Pure. */
export interface Order {
  readonly column: string
  readonly descending: boolean
}

/** As the address says it: `term,-name`; `null` for the usual order, which needs no saying. */
export function orderText(orders: readonly Order[]): string | null {
  const text = orders.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')
  return text === '' || text === 'deadline' ? null : text
}
