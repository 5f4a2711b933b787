import { useTranslations } from 'next-intl'
import { Card } from '../ui/card.tsx'
import Link from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { AsOfCard, type AsOfShown } from './as-of-card.tsx'

export interface PacksBesideProps {
  /** `region:84`, as an address says it. */
  readonly place: string
  /** The quarter whose pack one click prepares; `null` where none can be. */
  readonly quarter: { readonly code: string; readonly name: string } | null
  readonly asOf: AsOfShown | null
  readonly prepare: (form: FormData) => Promise<void>
}

/** Packs beside the figures of a place: what the last one said, and one click for the next. */
export function PacksBeside({ place, quarter, asOf, prepare }: PacksBesideProps) {
  const t = useTranslations('packs')
  return (
    <>
      {asOf !== null && <AsOfCard asOf={asOf} />}
      <Card id="packs" title={t('list.title')} aside={<Link className="est" href="/pilotage/lots">{t('asOf.all')}</Link>}>
        {asOf === null && <p>{t('asOf.none')}</p>}
        {quarter !== null && (
          <form action={prepare} className="no-print">
            <input type="hidden" name="place" value={place} />
            <input type="hidden" name="quarter" value={quarter.code} />
            <SubmitButton look="plain">{t('asOf.prepare', { quarter: quarter.name })}</SubmitButton>
          </form>
        )}
      </Card>
    </>
  )
}
