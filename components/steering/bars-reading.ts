import { UNKNOWN } from '@/lib/indicators/slices.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import type { SteeringWords } from './steering-words.ts'

export interface ReadBar {
  readonly key: string
  readonly label: string
  readonly figure: Figure
}

/** So many bars of one length are named; more are counted. */
const NAMED = 3

/** One sentence on bars: the longest and the shortest, each with those that are as long. Who is not known is neither. */
export function barsReading(rows: readonly ReadBar[], { t, value, all }: Pick<SteeringWords, 't' | 'value' | 'all'>): string {
  const counted = rows.filter(({ figure }) => figure.value !== null)
  const named = counted.filter(({ key }) => key !== UNKNOWN)
  const known = (named.length > 0 ? named : counted).toSorted((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0))
  const [high, low] = [known[0], known.at(-1)]
  if (high === undefined || low === undefined) return t('one.cutEmpty')
  const said = ({ figure }: ReadBar) => value(figure.id, figure)
  const [highValue, lowValue] = [said(high), said(low)]
  const those = (text: string) => {
    const level = known.filter((row) => said(row) === text)
    return level.length > NAMED ? t('one.cutLevel', { count: level.length }) : all(level.map(({ label }) => label))
  }
  if (known.length === 1) return t('one.cutOne', { high: high.label, highValue })
  if (highValue === lowValue) return t('one.cutSame', { value: highValue })
  return t('one.cutReading', { high: those(highValue), highValue, low: those(lowValue), lowValue })
}
