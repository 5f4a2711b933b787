import { Check, Circle } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { fieldWords, kindName } from '@/components/file/acts/form-view.ts'
import { fileHref } from '@/components/file/address.ts'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { couldExplain } from '@/lib/accord/file/hearing.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { offersHref } from './address.ts'

interface BreachCardProps {
  readonly view: FileView
  readonly words: LegalWords
}

/** — a breach that stands: the person explains first, then France Travail decides. */
export function BreachCard({ view, words }: BreachCardProps) {
  const t = useTranslations('offers.breach')
  const locale = useLocale()
  const { breach } = view.file
  if (breach === null) return null
  const may = view.may.record && view.knownOn === null && breach.excludedOn === null
  const heard = couldExplain(breach, view.today)
  const explanations = view.facts.filter(({ kind, factIndex, on }) => kind === 'explanations_heard' && factIndex !== null && on >= breach.putOn)
  const sign = (done: boolean) => <Icon of={done ? Check : Circle} size={16} label={t(done ? 'stepDone' : 'stepToDo')} />
  return (
    <Card id="manquement" title={t('title')} aside={<RuleChip rule="R-601" article={words.article('R-601')} />} className="breach">
      <p>{t(`ground.${breach.ground}`, { day: formatDay(breach.putOn, locale) })}</p>
      <ol className="breach-steps">
        <li className={heard ? 'met' : undefined}>
          {sign(heard)}
          <div>
            <b>{t('hear')}</b>
            <p className="sm muted">
              {breach.heardOn !== null ? t('heardOn', { day: formatDay(breach.heardOn, locale) })
                : breach.invitedOn === null || breach.answerBy === null ? t('notInvited')
                  : t(heard ? 'invitedDidNotCome' : 'invited', { day: formatDay(breach.invitedOn, locale), by: formatDay(breach.answerBy, locale) })}
            </p>
            {explanations.map((fact) => typeof fact.content?.['what'] === 'string' && (
              <blockquote key={fact.id} dir="auto"><span className="vh">{fieldWords('explanations_heard', 'content.what', locale).label}. </span>{fact.content['what']}</blockquote>
            ))}
            {may && (
              <p className="offer-acts no-print">
                <LinkButton look={heard ? 'plain' : 'primary'} href={offersHref(view.reference, { act: 'explanations_heard' })} scroll={false}>{t('takeDown')}</LinkButton>
                {breach.invitedOn === null && <LinkButton href={offersHref(view.reference, { act: 'explanations_invited' })} scroll={false}>{t('invite')}</LinkButton>}
              </p>
            )}
          </div>
        </li>
        <li className={breach.excludedOn !== null ? 'met' : undefined}>
          {sign(breach.excludedOn !== null)}
          <div>
            <b>{t('decide')}</b>
            <p className="sm muted">{breach.excludedOn !== null ? t('excludedOn', { day: formatDay(breach.excludedOn, locale) }) : t('decideLead')}</p>
            {may && (
              <p className="offer-acts no-print">
                <LinkButton look={heard ? 'primary' : 'plain'} href={offersHref(view.reference, { act: 'exclusion_decided' })} scroll={false}>{kindName('exclusion_decided', locale)}</LinkButton>
                <LinkButton href={offersHref(view.reference, { act: 'breach_dismissed' })} scroll={false}>{kindName('breach_dismissed', locale)}</LinkButton>
              </p>
            )}
          </div>
        </li>
      </ol>
      {!heard && breach.excludedOn === null && <Notice>{t('unheard')}</Notice>}
      {!heard && breach.excludedOn !== null && <Notice>{t('excludedUnheard')} <a href={`${fileHref(view.reference)}#faits`}>{t('seeWhy')}</a></Notice>}
    </Card>
  )
}
