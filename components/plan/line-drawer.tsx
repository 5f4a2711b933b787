'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { StalePanel } from '@/components/file/acts/stale-panel.tsx'
import { AmountField } from '@/components/ui/amount-field.tsx'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { Checkbox } from '@/components/ui/choice-fields.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { FieldSet } from '@/components/ui/field.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField, TextArea, TextField, type Choice } from '@/components/ui/text-fields.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { FUNDING_SOURCES, LINE_STATES, MOST_STEPS, STEP_ACTORS, type PlanLine, type PlanStep } from '@/lib/cases/content/plan.ts'
import { NOTHING_REFUSED, type PlanFormState } from './plan-state.ts'

export interface LineDrawerProps {
  readonly reference: string
  readonly planVersion: number
  /** The line as it stands; `null` for one more. */
  readonly line: PlanLine | null
  readonly measures: readonly Choice[]
  /** The occupations of the basin's note, which a training may prepare for. */
  readonly occupations: readonly Choice[]
  readonly prepares: string
  readonly providers: readonly string[]
  readonly closeHref: string
  readonly action: FormAction<PlanFormState>
}

/** One line of the plan: what it is for, what, by whom, when, who pays, where it stands, who does what. */
export function LineDrawer({ reference, planVersion, line, measures, occupations, prepares, providers, closeHref, action }: LineDrawerProps) {
  const t = useTranslations('plan')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_REFUSED)
  const opened = useAsOpened(planVersion)
  const [measure, setMeasure] = useState<string>(line?.measure ?? '')
  const [standing, setStanding] = useState<string>(line?.state ?? 'planned')
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  const field = (name: string, value: string | null | undefined) => ({ name, error: error(name), defaultValue: value ?? '' })
  return (
    <Drawer title={line === null ? t('newLine') : t('changeLineTitle')} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="planVersion" value={state.stale?.version ?? opened} />
        <input type="hidden" name="id" value={line?.id ?? ''} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <SelectField name="measure" label={t('measure')} error={error('measure')} choices={measures} placeholder={common('choose')} value={measure} onChange={(event) => setMeasure(event.currentTarget.value)} required />
        <TextField {...field('goal', line?.goal)} label={t('goal')} hint={t('goalHint')} autoComplete="off" maxLength={200} optional />
        <TextField {...field('provider', line?.provider)} label={t('provider')} list="plan-providers" autoComplete="off" maxLength={200} optional />
        <datalist id="plan-providers">{providers.map((name) => <option key={name} value={name} />)}</datalist>
        <div className="duo">
          <DateField {...field('from', line?.from)} label={t('from')} optional />
          <DateField {...field('to', line?.to)} label={t('to')} optional />
        </div>
        {measure === 'training' && (
          <SelectField name="preparesFor" label={t('preparesFor')} hint={occupations.length === 0 ? t('preparesNone') : t('preparesHint')} choices={occupations} placeholder={t('preparesUnsaid')} defaultValue={prepares} />
        )}
        <Funding line={line} error={error} />
        <SelectField name="state" label={t('state')} error={error('state')} choices={LINE_STATES.map((value) => ({ value, label: t(`stateOption.${value}`) }))} value={standing} onChange={(event) => setStanding(event.currentTarget.value)} />
        {standing === 'dropped' && <TextArea {...field('droppedBecause', line?.droppedBecause)} label={t('droppedBecause')} rows={2} />}
        <Steps steps={line?.steps ?? []} error={error} />
        <TextArea {...field('note', line?.note)} label={t('note')} rows={2} optional />
        {state.stale !== null && <StalePanel stale={state.stale} />}
        <div className="drawer-foot plan-foot">
          <SubmitButton pending={pending}>{state.stale === null ? t('saveLine') : t('saveAnyway')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
          {line !== null && <Button look="ghost" type="submit" name="remove" value="true">{t('removeLine')}</Button>}
        </div>
      </form>
    </Drawer>
  )
}

type ErrorOf = (field: string) => string | undefined

/** Who pays, and how much where it is known. */
function Funding({ line, error }: { readonly line: PlanLine | null; readonly error: ErrorOf }) {
  const t = useTranslations('plan')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(line?.funding.map(({ source }) => source) ?? []))
  const toggle = (source: string, ticked: boolean): void => {
    const next = new Set(chosen)
    if (ticked) next.add(source)
    else next.delete(source)
    setChosen(next)
  }
  return (
    <FieldSet name="funding" label={t('funding')} optional>
      {FUNDING_SOURCES.map((source) => (
        <div key={source} className="plan-funding">
          <Checkbox name="funding" id={`funding.${source}`} value={source} label={t(`fundingOption.${source}`)} checked={chosen.has(source)} onChange={(ticked) => toggle(source, ticked)} />
          {chosen.has(source) && (
            <AmountField
              name={`funding.${source}.amount`} error={error(`funding.${source}.amount`)} optional
              label={<>{t('amount')}<span className="vh">, {t(`fundingOption.${source}`)}</span></>}
              defaultValue={line?.funding.find((one) => one.source === source)?.amount ?? ''}
            />
          )}
        </div>
      ))}
    </FieldSet>
  )
}

/** Who does what, by when; one empty step less when it is taken away. */
function Steps({ steps, error }: { readonly steps: readonly PlanStep[]; readonly error: ErrorOf }) {
  const t = useTranslations('plan')
  const [rows, setRows] = useState<readonly { readonly key: string; readonly step: PlanStep | null }[]>(() => steps.map((step) => ({ key: step.id, step })))
  return (
    <FieldSet name="steps" label={t('steps')} hint={t('stepsHint')}>
      {rows.map(({ key, step }, index) => {
        const field = (part: string, value: string | null | undefined) => ({ name: `steps.${index}.${part}`, error: error(`steps.${index}.${part}`), defaultValue: value ?? '' })
        const rank = <span className="vh">, {t('step', { number: index + 1 })}</span>
        return (
          <div key={key} className="plan-step-row">
            <input type="hidden" name={`steps.${index}.id`} value={step?.id ?? key} />
            <TextField {...field('what', step?.what)} label={<>{t('stepWhat')}{rank}</>} autoComplete="off" maxLength={200} />
            <div className="duo">
              <SelectField {...field('who', step?.who ?? 'person')} label={<>{t('stepWho')}{rank}</>} choices={STEP_ACTORS.map((value) => ({ value, label: t(`whoOption.${value}`) }))} />
              <DateField {...field('by', step?.by)} label={<>{t('stepBy')}{rank}</>} optional />
            </div>
            <DateField {...field('doneOn', step?.doneOn)} label={<>{t('stepDoneOn')}{rank}</>} optional />
            <Button look="ghost" type="button" onClick={() => setRows(rows.filter((row) => row.key !== key))}><Icon of={Trash2} />{t('removeStep')}{rank}</Button>
          </div>
        )
      })}
      {rows.length < MOST_STEPS && (
        <Button type="button" onClick={() => setRows([...rows, { key: crypto.randomUUID(), step: null }])}><Icon of={Plus} />{t('addStep')}</Button>
      )}
    </FieldSet>
  )
}
