'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Checkbox, ChoiceGroup } from '@/components/ui/choice-fields.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField, TextField, type Choice } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import type { ParameterGroupView, ParameterView, TextFormView } from './text-form-view.ts'

export interface TextFormProps {
  readonly view: TextFormView
  /** The code, where the text keeps the one it has; `null` where it is still to be given. */
  readonly code: string | null
  /** The version of the draft that is written again; `null` for a new draft. */
  readonly version: number | null
  readonly back: string
  readonly action: FormAction<FormState>
}

const CONFIDENCES = ['H', 'M', 'L'] as const

/** Writing a text: what it is, the procedures it takes, the running files it changes, what it adds. */
export function TextForm({ view, code, version, back, action }: TextFormProps) {
  const t = useTranslations('texts.form')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const field = (name: string) => ({ name, error: state.problems.find((each) => each.field === name)?.message, defaultValue: view.values[name] })
  const wrong = (start: string) => state.problems.some((each) => each.field.startsWith(start))
  const groups = (part: readonly ParameterGroupView[]) => part.map((group) => (
    <details key={group.key} className="text-group" open={group.changed > 0 || group.fields.some(({ name }) => wrong(name))}>
      <summary><b>{group.label}</b><span>{t('changed', { count: group.changed })}</span></summary>
      <div className="text-parameters">{group.fields.map((each) => <Parameter key={each.name} parameter={each} values={view.values} error={field(each.name).error} />)}</div>
    </details>
  ))
  return (
    <form {...formProps} className="form text-form">
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <input type="hidden" name="version" value={version ?? ''} />
      <Card id="identity" title={t('identity')}>
        <div className="text-fields">
          {code === null
            ? <TextField {...field('code')} label={t('codeLabel')} hint={t('codeHint')} autoComplete="off" maxLength={12} dir="ltr" required />
            : <input type="hidden" name="code" value={code} />}
          <div className="duo">
            <TextField {...field('title.fr')} label={t('titleFr')} autoComplete="off" maxLength={200} lang="fr" required />
            <TextField {...field('title.en')} label={t('titleEn')} autoComplete="off" maxLength={200} lang="en" required />
          </div>
          <TextField {...field('source')} label={t('source')} hint={t('sourceHint')} autoComplete="off" maxLength={400} required />
          <ChoiceGroup {...field('confidence')} label={t('confidence')} options={CONFIDENCES.map((value) => ({ value, label: t(`confidenceOption.${value}`) }))} />
        </div>
      </Card>
      <Card id="procedures" title={t('procedures')}>
        <p className="hint">{t('proceduresLead')}</p>
        <div className="text-fields">
          <div className="duo">
            <DateField {...field('agreement.from')} label={t('from')} />
            <DateField {...field('agreement.to')} label={t('to')} />
          </div>
          <SelectField {...field('agreement.inherits')} label={t('inherits')} hint={t('inheritsHint')} choices={view.parents} />
        </div>
        <h3>{t('changes')}</h3>
        <p className="hint">{t('changesLead')}</p>
        {groups(view.agreement)}
      </Card>
      <Card id="running" title={t('running')}>
        <p className="hint">{t('runningLead')}</p>
        <div className="text-fields">
          <div className="duo">
            <DateField {...field('overlay.from')} label={t('runningFrom')} />
            <DateField {...field('overlay.engagedFrom')} label={t('engagedFrom')} optional />
          </div>
          <div className="duo">
            <SelectField {...field('overlay.family')} label={t('family')} choices={(['2015', '2011'] as const).map((value) => ({ value, label: t(`familyOption.${value}`) }))} />
            <SelectField {...field('overlay.path')} label={t('publicLabel')} choices={[{ value: '', label: t('publicOption.all') }, { value: 'experiment', label: t('publicOption.experiment') }]} />
          </div>
        </div>
        <h3>{t('changes')}</h3>
        {groups(view.overlay)}
      </Card>
      <Card id="leaves" title={t('leaves')}>
        <p className="hint">{t('leavesLead')}</p>
        <Lines list="leaves" first={view.lines.leaves} most={12} add={t('addRow')}>
          {(index) => (
            <div className="text-line leave-line">
              <TextField {...field(`leaves.${index}.code`)} label={t('leaveCode')} autoComplete="off" maxLength={12} dir="ltr" />
              <TextField {...field(`leaves.${index}.name.fr`)} label={t('leaveFr')} autoComplete="off" maxLength={120} lang="fr" />
              <TextField {...field(`leaves.${index}.name.en`)} label={t('leaveEn')} autoComplete="off" maxLength={120} lang="en" />
              <SelectField {...field(`leaves.${index}.limit`)} label={t('leaveLimit')} choices={[{ value: '', label: t('legal') }, ...monthChoices((count) => t('months', { count }))]} />
            </div>
          )}
        </Lines>
      </Card>
      <Card id="upratings" title={t('upratings')}>
        <p className="hint">{t('upratingsLead')}</p>
        <Lines list="upratings" first={view.lines.upratings} most={60} add={t('addRow')}>
          {(index) => (
            <div className="text-line uprating-line">
              <SelectField {...field(`upratings.${index}.figure`)} label={t('figure')} placeholder={t('choose')} choices={view.figures} />
              <DateField {...field(`upratings.${index}.from`)} label={t('figureFrom')} />
              <TextField {...field(`upratings.${index}.value`)} label={t('figureValue')} inputMode="decimal" autoComplete="off" maxLength={12} dir="ltr" />
            </div>
          )}
        </Lines>
      </Card>
      <Card id="articles" title={t('articles')}>
        <p className="hint">{t('articlesLead')}</p>
        <Lines list="articles" first={view.lines.articles} most={60} add={t('addRow')}>
          {(index) => (
            <div className="text-line article-line">
              <SelectField {...field(`articles.${index}.rule`)} label={t('rule')} placeholder={t('choose')} choices={view.rules} />
              <TextField {...field(`articles.${index}.article`)} label={t('article')} autoComplete="off" maxLength={200} />
            </div>
          )}
        </Lines>
      </Card>
      <div className="acts text-save">
        <SubmitButton pending={pending} pendingWords={t('saving')}>{t('save')}</SubmitButton>
        <LinkButton look="ghost" href={back}>{t('cancel')}</LinkButton>
      </div>
    </form>
  )
}

function monthChoices(label: (count: number) => string): readonly Choice[] {
  return Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: label(index + 1) }))
}

function Parameter({ parameter, values, error }: { readonly parameter: ParameterView; readonly values: TextFormView['values']; readonly error: string | undefined }) {
  const t = useTranslations('texts.form')
  const { name, label, now, choices } = parameter
  const shared = { name, label, error, hint: t('now', { value: now }), defaultValue: values[name] ?? '' }
  return (
    <div className="text-parameter">
      {choices !== null
        ? <SelectField {...shared} placeholder={t('same')} choices={choices} />
        : parameter.isDay
          ? <DateField {...shared} />
          : <TextField {...shared} inputMode="decimal" autoComplete="off" maxLength={12} dir="ltr" />}
      {parameter.mayBeNone && <Checkbox name={`${name}.none`} label={t('none')} defaultChecked={values[`${name}.none`] !== undefined} />}
    </div>
  )
}

interface LinesProps {
  readonly list: string
  readonly first: number
  readonly most: number
  readonly add: string
  readonly children: (index: number) => ReactNode
}

/** Lines of a list, one more when asked; those left empty are left out. */
function Lines({ list, first, most, add, children }: LinesProps) {
  const t = useTranslations('texts.form')
  const [count, setCount] = useState(first)
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <fieldset key={`${list}-${index}`} className="text-lines">
          <legend className="vh">{t('row', { number: index + 1 })}</legend>
          {children(index)}
        </fieldset>
      ))}
      {count < most && <div className="acts"><Button look="ghost" onClick={() => setCount(count + 1)}><Icon of={Plus} />{add}</Button></div>}
    </>
  )
}
