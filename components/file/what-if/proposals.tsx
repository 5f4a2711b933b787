import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { Proposal } from '@/lib/accord/file/proposals.ts'
import { formatDay, formatDayPlain } from '@/lib/wording/format/index.ts'
import { addressOf, whatIfHref } from './address.ts'

/** Hypotheses made for this file as it stands, each one click away. */
export function Proposals({ reference, proposals }: { readonly reference: string; readonly proposals: readonly Proposal[] }) {
  const t = useTranslations('whatIf.proposals')
  const none = useTranslations('whatIf')
  const locale = useLocale()
  if (proposals.length === 0) return <p className="muted">{none('noProposal')}</p>
  return (
    <ul className="wi-proposals">
      {proposals.map(({ code, facts, laterBy, seenOn }) => {
        const [fact] = facts
        const values = {
          on: fact === undefined ? '' : 'from' in fact ? formatDayPlain(fact.from, locale) : formatDay(fact.on, locale),
          to: fact !== undefined && 'from' in fact && fact.to !== null ? formatDayPlain(fact.to, locale) : '',
          seenOn: seenOn === null ? '' : formatDay(seenOn, locale),
        }
        return (
          <li key={code}>
            <Link href={whatIfHref(reference, addressOf(facts, laterBy, seenOn))}>
              <b>{t(`${code}.title`, values)}</b>
              <span>{t(`${code}.detail`, values)}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
