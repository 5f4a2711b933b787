import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { Move, MoveCause } from '@/lib/accord/file/attribution.ts'
import type { LearnedCause } from '@/lib/cases/views/two-days.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { kindName } from '../acts/form-view.ts'
import { fileHref } from '../address.ts'
import type { LegalWords } from '../legal-words.ts'
import { toldValue } from './told-words.ts'

interface CausesProps {
  readonly reference: string
  readonly move: Move<LearnedCause>
  readonly words: LegalWords
}

/** All that moved a value, in order; where there are several, each with the step it made. */
export function Causes({ reference, move, words }: CausesProps) {
  return (
    <ol className="td-causes">
      {move.causes.map((cause, index) => (
        <li key={index}>
          <CauseName reference={reference} cause={cause.cause} />
          {move.causes.length > 1 && <CauseStep cause={cause} words={words} />}
        </li>
      ))}
    </ol>
  )
}

function CauseStep({ cause: { before, after }, words }: { readonly cause: MoveCause<LearnedCause>; readonly words: LegalWords }) {
  const t = useTranslations('twoDays.result')
  const locale = useLocale()
  const was = toldValue(before, words, locale) ?? t('none')
  const is = toldValue(after, words, locale) ?? t('none')
  return (
    <span className="beneath">
      <span aria-hidden="true">{t('step', { before: was, after: is })}</span>
      <span className="vh">{t('stepSpoken', { before: was, after: is })}</span>
    </span>
  )
}

/** A cause, as a link to the fact where it is one. */
export function CauseName({ reference, cause }: { readonly reference: string; readonly cause: LearnedCause | 'time' }) {
  const t = useTranslations('twoDays.cause')
  const locale = useLocale()
  if (cause === 'time') return <span className="muted">{t('time')}</span>
  if (cause.of === 'text') return <Link href={`/textes/${encodeURIComponent(cause.code)}`}>{t('text', { title: cause.title[locale] })}</Link>
  return (
    <Link href={fileHref(reference, {}, `fait-${cause.sequence}`)}>
      {t(cause.change, { fact: kindName(cause.kind, locale), on: formatDay(cause.on, locale) })}
    </Link>
  )
}

/** Who recorded it and when. */
export function CauseOrigin({ cause }: { readonly cause: LearnedCause }) {
  const t = useTranslations('twoDays.cause')
  const locale = useLocale()
  const when = formatMoment(cause.at, locale)
  if (cause.of === 'text') return <p className="fw">{t('at', { when })}</p>
  return (
    <>
      {cause.reason !== null && <p className="corr" dir="auto">{t('reason', { reason: cause.reason })}</p>}
      <p className="fw">{t('by', { who: cause.who, when })}</p>
    </>
  )
}
