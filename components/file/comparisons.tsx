import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import { euro } from '@/lib/accord/rules/money.ts'
import type { Comparison, ComparisonName } from '@/lib/accord/file/estimates.ts'
import { formatDays, formatPercent, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { LegalWords } from './legal-words.ts'

/** By how much ours is off theirs, signed: a percentage for money, days otherwise; `null` where nothing is off or known. */
export function gapWords(comparison: Comparison, locale: Locale): string | null {
  const signed = (size: number, words: string): string | null => (size === 0 ? null : `${size < 0 ? '−' : '+'}${NBSP}${words}`)
  if (comparison.ours === null) return null
  if (comparison.unit === 'euros') {
    const theirs = euro(comparison.theirs)
    if (theirs.isZero()) return null
    const percent = euro(comparison.ours).minus(theirs).dividedBy(theirs).times(100).toNumber()
    // Under a twentieth of a percent it would read « 0 % ».
    return Math.abs(percent) < 0.05 ? null : signed(percent, formatPercent(Math.abs(percent), locale))
  }
  const days = comparison.ours - comparison.theirs
  return signed(days, formatDays(Math.abs(days), locale))
}

interface ComparisonsProps {
  readonly comparisons: readonly Comparison[]
  readonly names: readonly ComparisonName[]
  readonly words: LegalWords
}

/** Our figures beside those that France Travail gave: an off one is said by a word, a sign and its size. */
export function Comparisons({ comparisons, names, words }: ComparisonsProps) {
  const t = useTranslations('amounts.compared')
  const locale = useLocale()
  const shown = comparisons.filter(({ name }) => names.includes(name))
  if (shown.length === 0) return null
  return (
    <div className="compared">
      <h3>{t('title')}</h3>
      <table className="grid">
        <thead><tr><th scope="col">{t('figure')}</th><th scope="col" className="num">{t('theirs')}</th><th scope="col" className="num">{t('ours')}</th></tr></thead>
        <tbody>
          {shown.map((comparison) => {
            const { label, ours, theirs, differs } = words.comparison(comparison)
            const gap = gapWords(comparison, locale)
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{theirs}</td>
                <td className="num">
                  {ours ?? <span className="muted">{t('none')}</span>}
                  {gap !== null && <span className="beneath">{gap}</span>}
                  {differs && <span className="st soon"><Icon of={TriangleAlert} size={16} /><span>{t('differs')}</span></span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
