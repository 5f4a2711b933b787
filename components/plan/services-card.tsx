import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { optionWord } from '@/components/file/acts/form-view.ts'
import { fileHref } from '@/components/file/address.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { PLAN_MEASURES } from '@/lib/cases/content/plan.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import Link from '@/components/ui/link.tsx'
import { planHref } from './address.ts'

const said = (fact: FactView, key: string): string => {
  const value = fact.content?.[key]
  return typeof value === 'string' ? value : ''
}
const minutesOf = (fact: FactView): number => {
  const minutes = fact.content?.['minutes']
  return typeof minutes === 'number' ? minutes : 0
}

/** What was given to the person, day by day, with what it adds up to by measure. */
export function ServicesCard({ view, mayChange }: { readonly view: FileView; readonly mayChange: boolean }) {
  const t = useTranslations('plan.services')
  const locale = useLocale()
  const services = view.facts.filter(({ kind, factIndex }) => kind === 'service_given' && factIndex !== null).toReversed()
  const totals = PLAN_MEASURES.flatMap((measure) => {
    const given = services.filter((fact) => said(fact, 'measure') === measure)
    return given.length === 0 ? [] : [{ measure, count: given.length, minutes: given.reduce((sum, fact) => sum + minutesOf(fact), 0) }]
  })
  const length = (minutes: number): string => (minutes < 60 ? t('minutes', { minutes }) : minutes % 60 === 0 ? t('wholeHours', { hours: minutes / 60 }) : t('hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') }))
  return (
    <Card
      id="prestations"
      title={t('title')}
      aside={mayChange ? <LinkButton href={planHref(view.reference, { act: 'service_given' })} scroll={false}><Icon of={Plus} />{t('add')}</LinkButton> : undefined}
    >
      {services.length === 0 ? <p className="muted">{t('none')}</p> : (
        <>
          <dl className="plan-totals">
            {totals.map(({ measure, count, minutes }) => (
              <div key={measure}><dt>{optionWord('content.measures', measure, locale)}</dt><dd>{t('count', { count })}{minutes > 0 && <>, {length(minutes)}</>}</dd></div>
            ))}
          </dl>
          <table className="pl plan-services">
            <caption className="vh">{t('title')}</caption>
            <thead><tr><th scope="col">{t('day')}</th><th scope="col">{t('measure')}</th><th scope="col">{t('length')}</th></tr></thead>
            <tbody>
              {services.map((fact) => (
                <tr key={fact.id}>
                  <td>{formatDay(fact.on, locale)}{mayChange && <small className="no-print"><Link href={fileHref(view.reference, { correct: fact.id })}>{t('correct')}<span className="vh"> : {formatDay(fact.on, locale)}</span></Link></small>}</td>
                  <th scope="row">{optionWord('content.measures', said(fact, 'measure'), locale)}{said(fact, 'provider') !== '' && <small dir="auto">{said(fact, 'provider')}</small>}{said(fact, 'note') !== '' && <small dir="auto">{said(fact, 'note')}</small>}</th>
                  <td className="nw">{minutesOf(fact) === 0 ? '' : length(minutesOf(fact))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  )
}
