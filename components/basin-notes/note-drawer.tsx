'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTE_LISTS, type NoteList } from './note-text.ts'
import { NOT_SENT, type NoteFormState } from './note-state.ts'

export interface NoteDrawerProps {
  readonly basinCode: string
  readonly basinName: string
  readonly today: string
  /** What the note in force says, to start from. */
  readonly text: string
  readonly lists: Readonly<Record<NoteList, string>>
  /** Whether the form takes a sheet rather than lines. */
  readonly fromSheet: boolean
  readonly closeHref: string
  readonly otherHref: string
  readonly action: FormAction<NoteFormState>
}

/** A new note of a basin, typed or taken from a sheet; the earlier ones stay. */
export function NoteDrawer({ basinCode, basinName, today, text, lists, fromSheet, closeHref, otherHref, action }: NoteDrawerProps) {
  const t = useTranslations('basinNotes.form')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOT_SENT)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  return (
    <Drawer title={t(fromSheet ? 'importTitle' : 'title', { basin: basinName })} onClose={() => router.push(closeHref, { scroll: false })}>
      <p className="sm muted">{t('lead')} <a href={otherHref}>{t(fromSheet ? 'typeInstead' : 'importInstead')}</a></p>
      <form {...formProps} className="form">
        <input type="hidden" name="basinCode" value={basinCode} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {state.lines.length > 0 && (
          <div className="refusal" role="alert"><h3>{t('badSheet')}</h3><ul className="bul">{state.lines.map((line) => <li key={line}>{line}</li>)}</ul></div>
        )}
        <DateField name="validFrom" label={t('validFrom')} error={error('validFrom')} defaultValue={today} />
        {fromSheet ? <Sheet error={error} /> : NOTE_LISTS.map((list) => (
          <TextArea key={list} name={list} label={t(list)} hint={t(`${list}Hint`)} error={error(list)} defaultValue={lists[list]} rows={5} optional />
        ))}
        <TextArea name="text" label={t('text')} hint={t('textHint')} error={error('text')} defaultValue={text} rows={4} optional />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t(fromSheet ? 'import' : 'save')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}

function Sheet({ error }: { readonly error: (field: string) => string | undefined }) {
  const t = useTranslations('basinNotes.form')
  return (
    <>
      <Field name="file" label={t('file')} hint={t('fileHint')} error={error('file')} optional>
        <input className="input file-input" type="file" id="file" name="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby="file-hint" />
      </Field>
      <TextArea name="sheet" label={t('sheet')} hint={t('sheetHint')} error={error('sheet')} rows={8} dir="ltr" optional />
    </>
  )
}
