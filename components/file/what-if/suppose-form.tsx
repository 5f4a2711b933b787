import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { ErrorSummary, type FieldProblem } from '@/components/ui/error-summary.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { SelectField } from '@/components/ui/text-fields.tsx'
import { MOMENTS } from '../acts/definition.ts'
import { fieldViews, kindName } from '../acts/form-view.ts'
import { ACTS, actOf } from '../acts/index.ts'
import { withAddedLeaves, type LeaveNames } from '../acts/leave-choice.ts'
import { ADD, fieldName, LATER, SEEN_ON, whatIfHref, type SupposedText, type WhatIfAddress } from './address.ts'
import { legalFields } from './question.ts'
import { SupposedFields } from './supposed-fields.tsx'

const LATER_BY = [7, 14, 30]
const MOST_FACTS = 6

interface SupposeFormProps {
  readonly reference: string
  readonly address: WhatIfAddress
  /** Leaves that the file's text adds, by code. */
  readonly leaves: LeaveNames | undefined
  readonly problems: readonly FieldProblem[]
}

/** What is supposed, as a form that only leads to an address: facts, a second column, the day to look at. */
export function SupposeForm({ reference, address, leaves, problems }: SupposeFormProps) {
  const t = useTranslations('whatIf.form')
  const common = useTranslations('common')
  const locale = useLocale()
  const added: readonly SupposedText[] = actOf(address.add) === null || address.facts.length >= MOST_FACTS ? [] : [{ kind: address.add, answers: {} }]
  const facts = [...address.facts, ...added]
  const messages = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  const kinds = MOMENTS.flatMap((moment) => ACTS.filter((act) => act.moment === moment)).map(({ kind }) => ({ value: kind, label: kindName(kind, locale) }))
  const laters = [...new Set([...LATER_BY, ...(/^[1-9]\d{0,2}$/u.test(address.later) ? [Number(address.later)] : [])])].toSorted((a, b) => a - b)
  const without = (index: number): string =>
    whatIfHref(reference, { ...address, facts: address.facts.filter((_, other) => other !== index), add: index < address.facts.length ? address.add : '' })
  return (
    <form method="get" action={whatIfHref(reference)} className="form wi-form" noValidate>
      <ErrorSummary problems={problems} />
      {facts.map(({ kind, answers }, index) => (
        <fieldset key={`${index}-${kind}`} className="wi-fact">
          <legend>{t('fact', { rank: index + 1, name: kindName(kind, locale) })}</legend>
          <input type="hidden" name={fieldName(index + 1, 'kind')} value={kind} />
          <SupposedFields
            fields={withAddedLeaves(fieldViews(kind, legalFields(kind), locale), leaves, locale).map((field) => ({
              ...field,
              path: fieldName(index + 1, field.path),
              when: field.when === null ? null : { ...field.when, path: fieldName(index + 1, field.when.path) },
            }))}
            values={Object.fromEntries(Object.entries(answers).map(([path, answer]) => [fieldName(index + 1, path), answer]))}
            messages={messages}
          />
          <p><LinkButton look="ghost" href={without(index)} scroll={false}><Icon of={X} />{t('remove')}<span className="vh"> {t('removeFact', { rank: index + 1, name: kindName(kind, locale) })}</span></LinkButton></p>
        </fieldset>
      ))}
      {facts.length >= MOST_FACTS ? <p className="sm muted">{t('full')}</p> : (
        <div className="wi-add">
          <SelectField name={ADD} label={t(facts.length === 0 ? 'add' : 'addMore')} choices={kinds} placeholder={common('choose')} defaultValue="" />
          <Button type="submit">{t('addButton')}</Button>
        </div>
      )}
      <div className="duo">
        <SelectField
          name={LATER}
          label={t('later')}
          choices={laters.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
          placeholder={t('laterNone')}
          defaultValue={address.later}
        />
        <DateField name={SEEN_ON} label={t('seenOn')} hint={t('seenOnHint')} error={messages[SEEN_ON]} defaultValue={address.seenOn} optional />
      </div>
      <div className="acts">
        <Button type="submit" look="primary">{t('show')}</Button>
        {(facts.length > 0 || address.seenOn !== '') && <LinkButton look="ghost" href={whatIfHref(reference)}>{t('clear')}</LinkButton>}
      </div>
    </form>
  )
}
