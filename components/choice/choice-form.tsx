import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { ActFieldInput, type FieldMessages } from '@/components/file/acts/act-fields.tsx'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '@/components/ui/error-summary.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { NBSP } from '@/lib/wording/format/index.ts'
import type { ChoiceAnswers } from './address.ts'
import type { GroupView } from './field-words.ts'
import { CARRIED, type QuestionGroup } from './questions.ts'

interface ChoiceFormProps {
  /** Where the page stands: the form sends it its own query. */
  readonly base: string
  readonly groups: readonly GroupView[]
  readonly answers: ChoiceAnswers
  readonly problems: readonly FieldProblem[]
  readonly onFile: boolean
  /** A group to unfold: what is missing is asked there. */
  readonly unfold: QuestionGroup | null
}

/** The questions: a plain form whose query is the comparison. It works without scripts, and its address restores it. */
export function ChoiceForm({ base, groups, answers, problems, onFile, unfold }: ChoiceFormProps) {
  const t = useTranslations('choice.form')
  const messages: FieldMessages = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  // Above the form, a message alone would not tell which answer it speaks of.
  const labels = new Map(groups.flatMap(({ fields }) => fields.map(({ path, label }) => [path, label] as const)))
  const colon = useLocale() === 'fr' ? `${NBSP}: ` : ': '
  const summary = problems.map(({ field, message }) => ({ field, message: `${labels.get(field) ?? field}${colon}${message}` }))
  const values: ChoiceAnswers = onFile ? answers : { voie: 'employer', ...answers }
  const blank = Object.keys(answers).length === 0
  const open = groups.filter(({ id }) => id === 'first')
  const folded = groups.filter(({ id }) => id !== 'first')
  return (
    <form key={JSON.stringify(answers)} className="weigh-form no-print" method="get" action={`${base}#reponse`} noValidate aria-label={t('label')}>
      <ErrorSummary problems={summary} />
      {CARRIED.map((name) => (answers[name] === undefined ? null : <input key={name} type="hidden" name={name} value={answers[name]} />))}
      {open.map((group) => (
        <section key={group.id} className="card" aria-labelledby="weigh-first">
          <div className="card-h"><h2 id="weigh-first">{group.title}</h2></div>
          <div className="card-b weigh-fields">
            <Fields group={group} values={values} messages={messages} />
            <div className="acts">
              <Button type="submit" look="primary">{t('compute')}</Button>
              {!blank && <LinkButton look="ghost" href={base}>{t('clear')}</LinkButton>}
            </div>
          </div>
        </section>
      ))}
      {folded.map((group) => (
        <details
          key={group.id}
          className="card weigh-more"
          id={`groupe-${group.id}`}
          open={group.answered || group.id === unfold || (onFile && group.id === 'supposed') || group.fields.some(({ path }) => messages[path] !== undefined) || undefined}
        >
          <summary><Icon of={Plus} /><h2>{group.title}</h2></summary>
          <div className="card-b weigh-fields">
            <p className="hint">{t('optional')}</p>
            <Fields group={group} values={values} messages={messages} />
            {onFile && group.id === 'supposed' && (
              <div className="acts">
                <Button type="submit" look="primary">{t(blank ? 'compute' : 'again')}</Button>
                {!blank && <LinkButton look="ghost" href={base}>{t('clear')}</LinkButton>}
              </div>
            )}
          </div>
        </details>
      ))}
      {!onFile && !blank && <div className="acts"><Button type="submit">{t('again')}</Button></div>}
    </form>
  )
}

/** A question asked on one entry path only is hidden on the other by style: without scripts too. */
function Fields({ group, values, messages }: { readonly group: GroupView; readonly values: ChoiceAnswers; readonly messages: FieldMessages }) {
  return group.fields.map((field) => (
    <div key={field.path} className={field.asked === null ? undefined : field.asked.map((path) => `on-${path}`).join(' ')} data-asked={field.asked === null ? undefined : 'some'}>
      <ActFieldInput field={field} values={values} messages={messages} />
    </div>
  ))
}
