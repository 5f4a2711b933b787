'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { LegalRefusal } from '../ui/legal-refusal.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NO_PROBLEM, type PlacementFormState } from './form-state.ts'

export interface PlacementDrawerProps {
  readonly kind: 'contact' | 'closing'
  readonly reference: string
  readonly version: number
  /** Given once per opening: a form sent twice is recorded once. */
  readonly submissionId: string
  readonly lead: string
  readonly todayIso: string
  readonly situations: readonly { readonly value: string; readonly label: string; readonly detail?: string }[]
  readonly action: FormAction<PlacementFormState>
}

const CHANNELS = ['phone', 'meeting', 'video', 'email', 'letter', 'text_message'] as const

/** The quick form of the follow-up: a contact with the situation found, or the closing with its result. */
export function PlacementDrawer({ kind, reference, version, submissionId, lead, todayIso, situations, action }: PlacementDrawerProps) {
  const t = useTranslations('placement')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NO_PROBLEM)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  const contact = kind === 'contact'
  return (
    <Drawer title={t(`${kind}.title`)} onClose={() => router.push('/suivi', { scroll: false })}>
      <p className="muted">{lead}</p>
      <ErrorSummary problems={state.problems} />
      {state.refusal !== null && (
        <LegalRefusal title={state.refusal.title} message={state.refusal.message} rule={state.refusal.rule} article={state.refusal.article} />
      )}
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="version" value={state.version ?? version} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <DateField name="on" label={t(`${kind}.on`)} defaultValue={todayIso} error={problem('on')} required />
        <ChoiceGroup
          name={contact ? 'situation' : 'result'} label={contact ? t('contact.situation') : t('closing.result')}
          options={situations} error={problem(contact ? 'situation' : 'result')} required
        />
        {contact && (
          <SelectField name="channel" label={t('contact.channel')} defaultValue="phone" error={problem('channel')}
            choices={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))} />
        )}
        <TextArea name="note" label={contact ? t('contact.note') : t('closing.note')} hint={contact ? t('contact.noteHint') : t('closing.noteHint')} maxLength={4000} optional error={problem('note')} />
        {!contact && <p className="hint">{t('closing.afterwards')}</p>}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{contact ? t('contact.save') : t('closing.save')}</SubmitButton>
          <LinkButton look="ghost" href="/suivi" scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
