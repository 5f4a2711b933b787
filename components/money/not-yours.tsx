import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/notices.tsx'
import { MONEY_PATHS, type MoneyPlace } from './money-places.tsx'

/** A link to a territory where the reader follows no money, or that does not exist: the same answer. */
export function NotYours({ here, place }: { readonly here: MoneyPlace; /** `basin:8421`. */ readonly place: string }) {
  const t = useTranslations('money.notYours')
  const [level, code = ''] = place.split(':')
  const named = t(`place.${level === 'department' || level === 'region' ? level : 'basin'}`, { code })
  return (
    <>
      <div className="screen-head"><h1>{t('title')}</h1></div>
      <EmptyState title={t('lead', { place: named })} action={<LinkButton href={MONEY_PATHS[here]}>{t('action')}</LinkButton>} />
    </>
  )
}
