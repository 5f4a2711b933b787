import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { offersHref } from './address.ts'
import { BreachCard } from './breach-card.tsx'
import { OfferItem } from './offer-item.tsx'

export interface OffersScreenProps {
  readonly view: FileView
  readonly words: LegalWords
}

/** Jobs offered to the person, what became of each, how many count, and what comes before an exclusion. */
export function OffersScreen({ view, words }: OffersScreenProps) {
  const t = useTranslations('offers')
  const { offers } = view.file
  const running = view.file.milestones.endedOn === null && view.file.dates.cspStart !== null && view.file.dates.cspStart <= view.today
  const mayOffer = view.may.record && view.knownOn === null && running
  const verb = mayOffer
    ? <LinkButton look={view.file.breach === null ? 'primary' : 'plain'} href={offersHref(view.reference, { act: 'offer_made' })} scroll={false}><Icon of={Plus} />{t('add')}</LinkButton>
    : undefined
  return (
    <div className="file">
      <FilePlaceHead view={view} here="offers" lead={t('lead')} verbs={verb} />
      <Count view={view} words={words} />
      {view.file.breach !== null && <BreachCard view={view} words={words} />}
      <Card id="offres" title={t('title')} aside={offers.length > 0 && <span className="est">{t('count', { count: offers.length })}</span>}>
        {offers.length === 0 ? <EmptyState title={t('none')}>{running ? t('noneLead') : t('noneNotRunning')}</EmptyState> : (
          <ul className="offers">{offers.toReversed().map((offer) => <OfferItem key={offer.factIndex} offer={offer} view={view} />)}</ul>
        )}
      </Card>
      {!view.may.record && <RoleNote>{t('readOnly')}</RoleNote>}
    </div>
  )
}

/** the count that matters, before it is decisive. */
function Count({ view, words }: OffersScreenProps) {
  const t = useTranslations('offers.counted')
  const locale = useLocale()
  const counting = view.file.offers.filter(({ counts }) => counts)
  const [first] = counting
  const set = view.file.offers.filter(({ answer, counts, explained }) => answer?.kind === 'refused' && !counts && !explained)
  if (view.file.breach?.ground === 'offer_refused') return null
  const chip = <RuleChip rule="R-601" article={words.article('R-601')} />
  return (
    <div className={counting.length === 1 ? 'next offers-count' : 'offers-count'}>
      {counting.length === 1 && first?.answer != null
        ? <div className="nx-m"><h2>{t('one', { day: formatDay(first.answer.on, locale) })}</h2><p>{t('oneLead')} {chip}</p></div>
        : <Notice>{t('none')} {chip}</Notice>}
      {set.length > 0 && <p className="sm muted">{t('notCounted', { count: set.length })}</p>}
    </div>
  )
}
