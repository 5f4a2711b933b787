'use client'
import Link from '@/components/ui/link.tsx'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListedAccount, NamedBasin } from '@/lib/access/account-list.ts'
import type { Role, Territory } from '@/lib/access/actor.ts'
import { LinkButton } from '../ui/button.tsx'
import { Checkbox, CheckboxGroup, ChoiceGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { UNANSWERED, type AdministrationFormState } from './form-state.ts'
import { MadePassword } from './made-password.tsx'

type Action = FormAction<AdministrationFormState>
const LEVELS: readonly Territory['level'][] = ['nation', 'region', 'department', 'basin']
const WITHOUT_OPERATOR: readonly Role[] = ['committee', 'platform_admin']

export interface OperatorChoice {
  readonly id: string
  readonly name: string
  readonly basins: readonly NamedBasin[]
}

export interface AccountDrawerProps {
  /** The account to change; `null` to open one. */
  readonly account: ListedAccount | null
  readonly roles: readonly Role[]
  /** The operators to choose from; a single one where the administrator is an operator's. */
  readonly operators: readonly OperatorChoice[]
  readonly platform: boolean
  readonly back: string
  readonly save: Action
  readonly setActive: Action
  readonly reset: Action
}

/** An account: who, what role, where; and below, its access. */
export function AccountDrawer(props: AccountDrawerProps) {
  const { account, back } = props
  const t = useTranslations('administration.form')
  const router = useRouter()
  return (
    <Drawer title={account === null ? t('new') : t('change', { name: account.displayName })} onClose={() => router.push(back, { scroll: false })}>
      <ProfileForm {...props} />
      {account !== null && <Access account={account} setActive={props.setActive} reset={props.reset} back={back} />}
    </Drawer>
  )
}

function ProfileForm({ account, roles, operators, platform, back, save }: AccountDrawerProps) {
  const t = useTranslations('administration.form')
  const names = useTranslations('administration.role')
  const details = useTranslations('administration.roleDetail')
  const common = useTranslations('common')
  const { state, pending, formProps } = useKeptForm(save, UNANSWERED)
  const [role, setRole] = useState<Role>(account?.role ?? roles[0] ?? 'counsellor')
  const [operatorId, setOperatorId] = useState(account?.operatorId ?? operators[0]?.id ?? '')
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  if (state.password !== null) return <MadePassword password={state.password} back={back} />

  // An account never changes operator: the roles offered are those of where it stands.
  const offered = account === null ? roles : roles.filter((each) => WITHOUT_OPERATOR.includes(each) === (account.operatorId === null))
  const inOperator = !WITHOUT_OPERATOR.includes(role)
  const basins = operators.find(({ id }) => id === operatorId)?.basins ?? []
  return (
    <form {...formProps} className="form">
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      {account !== null && <input type="hidden" name="accountId" value={account.id} />}
      {account === null
        ? <TextField name="email" type="email" dir="ltr" autoComplete="off" label={t('email')} hint={t('emailHint')} error={problem('email')} maxLength={254} required />
        : <p className="muted">{account.email}</p>}
      <TextField name="displayName" label={t('name')} autoComplete="off" defaultValue={account?.displayName} error={problem('displayName')} maxLength={200} required />
      <ChoiceGroup
        name="role" label={t('role')} value={role} error={problem('role')}
        onChange={(value) => setRole(offered.find((each) => each === value) ?? role)}
        options={offered.map((each) => ({ value: each, label: names(each), detail: details(each) }))}
      />
      {platform && account === null && inOperator && (
        <SelectField
          name="operatorId" label={t('operator')} value={operatorId} error={problem('operatorId')}
          onChange={(event) => setOperatorId(event.target.value)}
          choices={operators.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {inOperator && (
        <CheckboxGroup
          key={operatorId} name="basinIds" label={t('basins')} hint={t('basinsHint')} error={problem('basinIds')}
          defaultValues={account?.basins.map(({ id }) => id) ?? []} options={basins.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {role === 'committee' && (
        <>
          <SelectField
            name="level" label={t('territory')} defaultValue={account?.territory?.level ?? 'region'}
            choices={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          />
          <TextField name="codes" id="territory" dir="ltr" label={t('codes')} hint={t('codesHint')} defaultValue={account?.territory?.codes.join(', ')} error={problem('territory')} maxLength={2000} />
        </>
      )}
      <div className="acts">
        <SubmitButton pending={pending}>{account === null ? t('create') : t('save')}</SubmitButton>
        <LinkButton look="ghost" href={back} scroll={false}>{common('cancel')}</LinkButton>
      </div>
    </form>
  )
}

function Access({ account, setActive, reset, back }: { account: ListedAccount; setActive: Action; reset: Action; back: string }) {
  const t = useTranslations('administration.form')
  const activity = useKeptForm(setActive, UNANSWERED)
  const renewal = useKeptForm(reset, UNANSWERED)
  const refused = activity.state.problems[0]?.message ?? activity.state.notice ?? renewal.state.notice
  if (renewal.state.password !== null) return <MadePassword password={renewal.state.password} back={back} />
  return (
    <section className="account-access" aria-labelledby="account-access">
      <h3 id="account-access">{t('access')}</h3>
      {refused !== null && (
        <div role="alert">
          <Notice>{refused}{activity.state.handOver !== null && <> <Link href={activity.state.handOver}>{t('handOver')}</Link></>}</Notice>
        </div>
      )}
      {account.active && (
        <form {...renewal.formProps}>
          <input type="hidden" name="accountId" value={account.id} />
          <input type="hidden" name="email" value={account.email} />
          {account.operatorId !== null && <Checkbox name="endAgenda" label={t('endAgenda')} detail={t('endAgendaDetail')} />}
          <SubmitButton look="plain" pending={renewal.pending}>{t('reset')}</SubmitButton>
          <p className="hint">{t('resetDetail')}</p>
        </form>
      )}
      <form {...activity.formProps}>
        <input type="hidden" name="accountId" value={account.id} />
        <input type="hidden" name="displayName" value={account.displayName} />
        <input type="hidden" name="active" value={account.active ? 'no' : 'yes'} />
        <SubmitButton look="plain" pending={activity.pending}>{account.active ? t('deactivate') : t('reactivate')}</SubmitButton>
        {account.active && <p className="hint">{account.liveFiles === null ? t('deactivateAlone') : t('deactivateDetail', { files: account.liveFiles })}</p>}
      </form>
    </section>
  )
}
