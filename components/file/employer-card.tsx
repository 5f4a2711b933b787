import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { employerHref } from '@/components/employer/address.ts'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import type { FileView } from '@/lib/cases/views/file.ts'
import { capitalised, formatCount, formatDay, formatDayPlain, relativeDay } from '@/lib/wording/format/index.ts'
import { optionWord } from './acts/form-view.ts'
import { stateOf } from './deadline-words.ts'
import type { LegalWords } from './legal-words.ts'

/** What the former employer owes: the two sendings of R-120, the contribution date. */
export function EmployerCard({ view, words }: { readonly view: FileView; readonly words: LegalWords }) {
  const t = useTranslations('file.employer')
  const locale = useLocale()
  const { employer, frame, file } = view
  if (employer === null) return null
  const sendings = file.deadlines.filter(({ code }) => code === 'sendAcceptance' || code === 'sendAll')
  const { employerPaymentDue, contractEnd, rehirePriorityEnd } = file.dates
  const dated = ([['contractEnd', contractEnd], ['payment', employerPaymentDue], ['rehire', rehirePriorityEnd]] as const)
  return (
    <Card id="employeur" title={t('title')}>
      <p dir="auto"><Link href={employerHref(employer.id)}><b>{employer.name}</b></Link>{employer.siret !== null && <span className="muted"> · SIRET {employer.siret}</span>}</p>
      <p className="sm muted">
        {frame.companySize !== null && <>{t('size', { count: frame.companySize, shown: formatCount(frame.companySize, locale) })} · </>}
        {frame.insolvency === true && <>{t('insolvency')} · </>}
        {frame.procedureType !== null && <>{optionWord('procedureType', frame.procedureType, locale)}, {t('engaged', { on: formatDayPlain(frame.engagedOn, locale) })}</>}
      </p>
      <dl className="ledger">
        {sendings.map((deadline) => (
          <div key={deadline.code}>
            <dt>
              {words.deadline(deadline.code)} <RuleChip rule={deadline.rule} article={words.article(deadline.rule)} />
              <span className="beneath">
                <StatusBadge state={stateOf(deadline, view.today)}>
                  {deadline.metOn === null ? capitalised(relativeDay(deadline.dueOn, view.today, locale)) : t('sentOn', { on: formatDay(deadline.metOn, locale) })}
                </StatusBadge>
              </span>
            </dt>
            <dd>{formatDay(deadline.dueOn, locale)}</dd>
          </div>
        ))}
        {dated.map(([name, value]) => value === null ? null : <div key={name}><dt>{t(name)}</dt><dd>{formatDay(value, locale)}</dd></div>)}
      </dl>
    </Card>
  )
}
