'use client'
import { ArrowDown, ArrowUp, Trash2, Users } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { CaseloadDeskProps } from './caseload-desk.tsx'
import { UNTOUCHED, type DeskFormState, type ViewShown } from './desk-form.ts'

type Props = Pick<CaseloadDeskProps, 'listSearch' | 'views' | 'mostViews' | 'current' | 'actions'> & { readonly onClose: () => void }

/** Keeping the list as it stands, and the views one has: renamed, shared, put in order, replaced, taken away. */
export function ViewsDrawer({ listSearch, views, mostViews, current, actions, onClose }: Props) {
  const t = useTranslations('views')
  const own = views.filter((view) => view.own)
  const shared = views.filter((view) => !view.own)
  const [edited, edit] = useState<string | null>(null)
  return (
    <Drawer title={t('drawer.title')} onClose={onClose}>
      {own.length >= mostViews ? <Notice>{t('drawer.full', { count: mostViews })}</Notice> : <KeepForm listSearch={listSearch} action={actions.keepView} />}
      {own.length > 0 && (
        <section className="view-list" aria-labelledby="own-views">
          <h3 id="own-views">{t('drawer.own')}</h3>
          <ul>
            {own.map((view, place) => (
              <li key={view.id}>
                {edited === view.id
                  ? <EditForm view={view} listSearch={listSearch} current={current} actions={actions} onDone={() => edit(null)} />
                  : <OwnView view={view} first={place === 0} last={place === own.length - 1} actions={actions} onEdit={() => edit(view.id)} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {shared.length > 0 && (
        <section className="view-list" aria-labelledby="shared-views">
          <h3 id="shared-views">{t('drawer.shared')}</h3>
          <ul>
            {shared.map((view) => (
              <li key={view.id}>
                <div className="view-line">
                  <Link className="lk" href={view.href}>{view.name}</Link>
                  <small>{t('by', { name: view.ownerName })}</small>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  )
}

const fieldError = (state: DeskFormState, field: string) => state.problems.find((problem) => problem.field === field)?.message

function Refusal({ state }: { state: DeskFormState }) {
  return (
    <>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
    </>
  )
}

function SharedChoice({ shared, id = 'shared' }: { shared: boolean; id?: string }) {
  const t = useTranslations('views')
  return (
    <ChoiceGroup
      name="shared" id={id} label={t('who.label')} defaultValue={shared ? 'yes' : 'no'}
      options={[{ value: 'no', label: t('who.private') }, { value: 'yes', label: t('who.team'), detail: t('who.teamDetail') }]}
    />
  )
}

function KeepForm({ listSearch, action }: { listSearch: string; action: CaseloadDeskProps['actions']['keepView'] }) {
  const t = useTranslations('views')
  const { state, pending, formProps } = useKeptForm(action, UNTOUCHED)
  return (
    <form {...formProps} className="form view-keep">
      <Refusal state={state} />
      <p className="hint">{t('keep.lead')}</p>
      <input type="hidden" name="search" value={listSearch} />
      <TextField name="name" label={t('name')} hint={t('nameHint')} error={fieldError(state, 'name')} autoComplete="off" />
      <SharedChoice shared={false} />
      <SubmitButton pending={pending}>{t('keep.save')}</SubmitButton>
    </form>
  )
}

interface OwnViewProps {
  readonly view: ViewShown
  readonly first: boolean
  readonly last: boolean
  readonly actions: CaseloadDeskProps['actions']
  readonly onEdit: () => void
}

function OwnView({ view, first, last, actions, onEdit }: OwnViewProps) {
  const t = useTranslations('views')
  const [, start] = useTransition()
  const move = (step: 'up' | 'down') => start(() => actions.moveView(view.id, step))
  return (
    <div className="view-line">
      <Link className="lk" href={view.href}>{view.name}</Link>
      {view.shared && <span className="tag"><Icon of={Users} size={16} />{t('sharedTag')}</span>}
      <span className="view-acts">
        <Button look="ghost" iconOnly aria-label={t('up', { name: view.name })} aria-disabled={first} onClick={() => !first && move('up')}><Icon of={ArrowUp} /></Button>
        <Button look="ghost" iconOnly aria-label={t('down', { name: view.name })} aria-disabled={last} onClick={() => !last && move('down')}><Icon of={ArrowDown} /></Button>
        <Button look="ghost" aria-label={t('edit.open', { name: view.name })} onClick={onEdit}>{t('edit.short')}</Button>
      </span>
    </div>
  )
}

interface EditFormProps extends Pick<CaseloadDeskProps, 'listSearch' | 'current' | 'actions'> {
  readonly view: ViewShown
  readonly onDone: () => void
}

function EditForm({ view, listSearch, current, actions, onDone }: EditFormProps) {
  const t = useTranslations('views')
  const common = useTranslations('common')
  const after = (action: CaseloadDeskProps['actions']['changeView']) => async (before: DeskFormState, form: FormData) => {
    const answer = await action(before, form)
    if (answer.problems.length === 0 && answer.notice === null) onDone()
    return answer
  }
  const { state, pending, formProps } = useKeptForm(after(actions.changeView), UNTOUCHED)
  const removal = useKeptForm(after(actions.deleteView), UNTOUCHED)
  const name = `name-${view.id}`
  return (
    <div className="view-edit">
      <form {...formProps} className="form">
        <Refusal state={{ ...state, problems: state.problems.map((problem) => (problem.field === 'name' ? { ...problem, field: name } : problem)) }} />
        <input type="hidden" name="id" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <TextField name="name" id={name} label={t('name')} defaultValue={view.name} error={fieldError(state, 'name')} autoComplete="off" autoFocus />
        <SharedChoice shared={view.shared} id={`shared-${view.id}`} />
        <label className="choice">
          <input type="checkbox" className="box" name="search" value={listSearch} defaultChecked={current?.id === view.id && current.modified} />
          <span>{t('edit.replace')}<small>{t('edit.replaceDetail')}</small></span>
        </label>
        <div className="acts">
          <SubmitButton pending={pending}>{t('edit.save')}</SubmitButton>
          <Button look="ghost" onClick={onDone}>{common('cancel')}</Button>
        </div>
      </form>
      <form {...removal.formProps}>
        <Refusal state={removal.state} />
        <input type="hidden" name="id" value={view.id} />
        <SubmitButton look="ghost" pending={removal.pending}><Icon of={Trash2} />{t(view.shared ? 'edit.deleteShared' : 'edit.delete')}</SubmitButton>
      </form>
    </div>
  )
}
