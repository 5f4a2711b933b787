import { useTranslations } from 'next-intl'
import { definitionOf } from '@/lib/indicators/definitions.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { FileLink } from './file-link.tsx'
import { useSteeringWords } from './steering-words.ts'

/** « 312 sur 401 », each count opening its files; of a mean, how many files it is made of. */
export function ExactCount({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  const t = useTranslations('steering')
  const { exact } = useSteeringWords()
  const { unit, mean } = definitionOf(figure.id)
  const { of, counted, ofSearch, countedSearch } = figure
  if (mean !== null || unit === 'people') return <FileLink count={of} search={ofSearch} label={label}>{exact(figure.id, figure)}</FileLink>
  const those = <FileLink key="counted" count={counted ?? 0} search={countedSearch} label={`${label}, ${t('exact.counted')}`} />
  const among = <FileLink key="of" count={of} search={ofSearch} label={`${label}, ${t('exact.of')}`} />
  return <span>{t.rich('exact.shareRich', { counted: () => those, of: () => among })}</span>
}

/** The value in large: of a count, it opens its files. */
export function FigureValue({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  const { value } = useSteeringWords()
  const text = value(figure.id, figure)
  if (figure.value === null) return <span className="steer-none">{text}</span>
  return definitionOf(figure.id).unit === 'people'
    ? <FileLink count={figure.of} search={figure.ofSearch} label={label}>{text}</FileLink>
    : <>{text}</>
}

/** What a figure was over the period it is held against: it opens the files it was made of, those counted for a share. */
export function BeforeValue({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  const { value, exact } = useSteeringWords()
  const { id, of, counted, ofSearch, countedSearch } = figure
  const share = counted !== null && counted > 0 && countedSearch !== null
  return <FileLink count={of} search={share ? countedSearch : ofSearch} label={definitionOf(id).unit === 'people' ? label : `${label}, ${exact(id, figure)}`}>{value(id, figure)}</FileLink>
}
