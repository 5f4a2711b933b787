import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import type { Quarter } from '@/lib/cases/views/basins.ts'
import { readQuarter } from './quarter-code.ts'

/** How a quarter is said: « 3ᵉ trim. 2026 ». */
export function useQuarterWords(): (code: string) => string {
  const t = useTranslations('basin.quarter')
  return (code) => {
    const name = readQuarter(code)
    return name === null ? code : t('long', { number: name.number, year: String(name.year) })
  }
}

/** Quarters offered besides the one shown, when it is older. */
const OFFERED = 5

/** The latest quarters, oldest first, as addresses of the page itself. */
export function QuarterSwitch({ quarters, current, path }: { quarters: readonly Quarter[]; current: string; path: string }) {
  const t = useTranslations('basin.quarter')
  const words = useQuarterWords()
  return (
    <nav className="seg quarter-switch" aria-label={t('label')}>
      {quarters.filter(({ code }, index) => index < OFFERED || code === current).toReversed().map((quarter) => (
        <Link key={quarter.code} href={`${path}?trimestre=${quarter.code}`} aria-current={quarter.code === current ? 'true' : undefined} scroll={false}>
          {words(quarter.code)}
        </Link>
      ))}
    </nav>
  )
}
