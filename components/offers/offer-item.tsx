import { Check, CircleX, Clock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { optionWord } from '@/components/file/acts/form-view.ts'
import { fileHref } from '@/components/file/address.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { OFFER_GROUNDS } from '@/lib/accord/file/facts.ts'
import type { Offer } from '@/lib/accord/file/progress.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import { formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { offersHref } from './address.ts'

interface OfferItemProps {
  readonly offer: Readonly<Offer>
  readonly view: FileView
}

const said = (fact: FactView | undefined, key: string): string | null => {
  const value = fact?.content?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** An offer: what was offered and why it is reasonable, its proof, its answer, and whether that counts. */
export function OfferItem({ offer, view }: OfferItemProps) {
  const t = useTranslations('offers')
  const locale = useLocale()
  const at = (index: number | undefined): FactView | undefined => (index === undefined ? undefined : view.facts.find(({ factIndex }) => factIndex === index))
  const made = at(offer.factIndex)
  const answer = at(offer.answer?.factIndex)
  const where = [said(made, 'employer'), said(made, 'place'), said(made, 'wage')].filter((piece) => piece !== null)
  const proof = said(made, 'proof')
  const words = said(answer, 'answer')
  const mayAnswer = view.may.record && view.knownOn === null && offer.number !== null && offer.answer === null
  return (
    <li className="offer">
      <div className="offer-h">
        <h3><span className="fn">{offer.number === null ? t('unnumbered') : t('number', { number: offer.number })}</span> <span dir="auto">{said(made, 'job') ?? t('job')}</span></h3>
        <Standing offer={offer} view={view} />
      </div>
      {where.length > 0 && <p className="sm muted" dir="auto">{where.join(', ')}</p>}
      <dl className="plan-facts">
        {offer.madeOn !== null && <div><dt>{t('madeOn')}</dt><dd>{formatDay(offer.madeOn, locale)}</dd></div>}
        {offer.answerBy !== null && offer.answer === null && <div><dt>{t('answerBy')}</dt><dd>{formatDay(offer.answerBy, locale)}</dd></div>}
        <div><dt>{t('proof')}</dt><dd dir="auto">{proof ?? <span className="muted">{t('noProof')}</span>}</dd></div>
        {words !== null && <div><dt>{t('said')}</dt><dd dir="auto">{words}</dd></div>}
      </dl>
      {offer.number !== null && (
        <ul className="offer-grounds" aria-label={t('grounds')}>
          {OFFER_GROUNDS.map((ground) => {
            const given = offer.grounds.includes(ground)
            return <li key={ground} className={given ? 'met' : 'missing'}><Icon of={given ? Check : CircleX} size={16} />{optionWord('grounds', ground, locale)}<span className={given ? 'vh' : undefined}>, {t(given ? 'groundSaid' : 'groundMissing')}</span></li>
          })}
        </ul>
      )}
      <div className="offer-acts no-print">
        {mayAnswer && (['offer_accepted', 'offer_refused', 'offer_unanswered'] as const).map((act) => (
          <LinkButton key={act} href={offersHref(view.reference, { act, offer: offer.number ?? '' })} scroll={false}>{t(`act.${act}`)}<span className="vh">, {t('number', { number: offer.number ?? '' })}</span></LinkButton>
        ))}
        {view.may.record && view.knownOn === null && made !== undefined && (
          <Link className="why" href={fileHref(view.reference, { correct: made.id })}>{t(offer.missing.length > 0 ? 'addGround' : 'correct')}<span className="vh">, {offer.number === null ? t('unnumbered') : t('number', { number: offer.number })}</span></Link>
        )}
      </div>
    </li>
  )
}

/** What the answer is, and whether it counts towards two. */
function Standing({ offer, view }: OfferItemProps) {
  const t = useTranslations('offers.standing')
  const locale = useLocale()
  const { answer, answerBy } = offer
  if (answer === null) {
    if (answerBy === null) return <StatusBadge state="planned">{t('awaited')}</StatusBadge>
    return answerBy < view.today
      ? <span className="st soon"><Icon of={Clock} size={16} />{t('passed', { relative: relativeDay(answerBy, view.today, locale) })}</span>
      : <StatusBadge state="planned">{t('awaitedBy', { relative: relativeDay(answerBy, view.today, locale) })}</StatusBadge>
  }
  const on = formatDay(answer.on, locale)
  if (answer.kind === 'accepted') return <StatusBadge state="met">{t('accepted', { day: on })}</StatusBadge>
  if (answer.kind === 'unanswered') return <span className="st planned">{t('unanswered', { day: on })}</span>
  return <span className={offer.counts ? 'offer-counts' : 'st planned'}>{t(offer.counts ? 'refusedCounts' : offer.explained ? 'refusedExplained' : 'refusedNot', { day: on })}</span>
}
