'use client'

import { CircleCheck, Clock, Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { usePreview } from '../file/acts/use-preview.ts'
import { LinkButton } from '../ui/button.tsx'
import { Checkbox, ChoiceGroup } from '../ui/choice-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextArea, TextField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NBSP } from '@/lib/wording/format/index.ts'
import { NOTHING_SAID, type AgendaFormState, type AppointmentPreviewView, type FoundPerson } from './form-state.ts'
import { PersonField } from './person-field.tsx'

export interface AppointmentFormProps {
  readonly mode: 'plan' | 'block' | 'change'
  readonly closeHref: string
  /** What identifies the form: number, appointment, version, where to go back. */
  readonly hidden: Readonly<Record<string, string>>
  readonly person: FoundPerson | null
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly lengths: readonly { readonly value: string; readonly label: string }[]
  readonly values: { readonly kind: string; readonly day: string; readonly time: string; readonly minutes: string; readonly means: string; readonly place: string; readonly link: string; readonly note: string }
  readonly action: FormAction<AgendaFormState>
  readonly ask: (form: FormData) => Promise<AppointmentPreviewView | null>
  readonly find: (typed: string) => Promise<readonly FoundPerson[]>
}

const MEANS = ['meeting', 'phone', 'video'] as const
const SAVES = { plan: 'savePlan', block: 'saveBlock', change: 'saveChange' } as const

/** An appointment: with whom, for what, when, how; what its day meets and what it runs into is said while it is typed. */
export function AppointmentForm({ mode, closeHref, hidden, person, kinds, lengths, values, action, ask, find }: AppointmentFormProps) {
  const t = useTranslations('agenda.form')
  const means = useTranslations('agenda.means')
  const common = useTranslations('common')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_SAID)
  const { preview, computing, refresh } = usePreview<AppointmentPreviewView | null>(form, ask, null)
  const [how, setHow] = useState(values.means)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  const conflicts = state.conflicts.length > 0 ? state.conflicts : (preview?.conflicts ?? [])
  return (
    <Drawer title={t(mode)} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} ref={form} className="form" onChange={refresh}>
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice sign={Clock}>{state.notice}</Notice></div>}
        {mode === 'plan' && <PersonField chosen={person} error={problem('person')} find={find} onChoose={refresh} />}
        {mode === 'change' && person !== null && <p className="appointment-who" dir="auto">{person.personName}</p>}
        {kinds.length > 1
          ? <SelectField name="kind" label={t('kind')} choices={kinds} defaultValue={values.kind} error={problem('kind')} />
          : <input type="hidden" name="kind" value={values.kind} />}
        <DateField name="day" label={t('day')} defaultValue={values.day} error={problem('day')} required />
        <div className="duo">
          <TextField name="time" label={t('time')} hint={t('timeHint')} defaultValue={values.time} error={problem('time')} autoComplete="off" />
          <SelectField name="minutes" label={t('minutes')} hint={NBSP} choices={lengths} defaultValue={values.minutes} error={problem('minutes')} />
        </div>
        <EffectOfDay preview={preview} computing={computing} waits={mode !== 'block'} />
        {conflicts.length > 0 && (
          <div className="refusal" role="group" aria-label={t('conflicts', { count: conflicts.length })}>
            <h3><Icon of={TriangleAlert} />{t('conflicts', { count: conflicts.length })}</h3>
            <ul className="conflict-list">{conflicts.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>
            <Checkbox name="accept" label={t('accept')} value="on" />
          </div>
        )}
        {mode !== 'block' && (
          <>
            <div onChange={(event) => setHow((event.target as HTMLInputElement).value)}>
              <ChoiceGroup name="means" label={t('means')} options={MEANS.map((value) => ({ value, label: means(value) }))} defaultValue={values.means} />
            </div>
            {how === 'meeting' && <TextField name="place" label={t('place')} defaultValue={values.place} error={problem('place')} maxLength={200} autoComplete="off" optional />}
            {how === 'video' && <TextField name="link" label={t('link')} hint={t('linkHint')} defaultValue={values.link} error={problem('link')} maxLength={500} inputMode="url" autoComplete="off" optional />}
          </>
        )}
        <TextArea name="note" label={t('note')} hint={t('noteHint')} defaultValue={values.note} error={problem('note')} maxLength={4000} rows={2} optional />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t(SAVES[mode])}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}

/** What the day typed gives: the deadline it meets or misses, a day off, a time that does not exist. */
function EffectOfDay({ preview, computing, waits }: { readonly preview: AppointmentPreviewView | null; readonly computing: boolean; readonly waits: boolean }) {
  const t = useTranslations('agenda.form')
  const { standing, notes, clock } = preview ?? { standing: null, notes: [], clock: null }
  const silent = standing === null && notes.length === 0 && clock === null
  if (silent && !waits) return null
  return (
    <div className="effects" aria-live="polite" aria-busy={computing}>
      <h3>{t('effect')}</h3>
      {silent && <p className="faint">{computing ? t('computing') : '…'}</p>}
      {clock !== null && <p className="st missed-law"><Icon of={Clock} size={16} /><span>{clock}</span></p>}
      {standing !== null && (
        <p className={standing.is === 'meets' ? 'st met' : standing.is === 'none' ? 'st neutral' : 'st missed-law'}>
          <Icon of={standing.is === 'meets' ? CircleCheck : standing.is === 'none' ? Info : TriangleAlert} size={16} /><span>{standing.text}</span>
        </p>
      )}
      {notes.map((note) => <p key={note} className="st neutral"><Icon of={Info} size={16} /><span>{note}</span></p>)}
    </div>
  )
}
