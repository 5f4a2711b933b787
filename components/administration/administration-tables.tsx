import { CircleCheck, CircleOff } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import type { ListedAccount, ListedOperator } from '@/lib/access/account-list.ts'
import { formatCount } from '@/lib/wording/format/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

export interface AccountsTableProps {
  readonly accounts: readonly ListedAccount[]
  readonly operators: readonly ListedOperator[]
  readonly platform: boolean
  /** The reader's own account. */
  readonly own: string
  /** The address that opens an account's drawer. */
  readonly hrefOf: (accountId: string) => string
}

/** Accounts, active ones first; the platform sees their operator, the operator's administrator their files. */
export function AccountsTable({ accounts, operators, platform, own, hrefOf }: AccountsTableProps) {
  const t = useTranslations('administration.accounts')
  const levels = useTranslations('administration.form.level')
  const roles = useTranslations('administration.role')
  const locale = useLocale()
  const columns = ['name', 'email', 'role', ...(platform ? (['operator'] as const) : []), 'where', ...(platform ? [] : (['files'] as const)), 'state'] as const
  const whereOf = ({ territory, basins }: ListedAccount) => {
    if (territory !== null) return territory.level === 'nation' ? levels('nation') : `${levels(territory.level)} ${territory.codes.join(', ')}`
    return basins.length === 0 ? <span className="faint">{t('none')}</span> : basins.map(({ name }) => name).join(', ')
  }
  return (
    <table className="table accounts-table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}
          <th scope="col" role="columnheader"><span className="vh">{t('change')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {accounts.map((account) => (
          <tr key={account.id} role="row">
            <th scope="row" role="rowheader" dir="auto">{account.displayName}{account.id === own && <> <span className="tag">{t('you')}</span></>}</th>
            <td role="cell" data-l={t('email')} className="address">{account.email}</td>
            <td role="cell" data-l={t('role')}>{roles(account.role)}</td>
            {platform && (
              <td role="cell" data-l={t('operator')}>{operators.find(({ id }) => id === account.operatorId)?.name ?? <span className="faint">{t('noOperator')}</span>}</td>
            )}
            <td role="cell" data-l={t('where')} className="where">{whereOf(account)}</td>
            {!platform && (
              <td role="cell" data-l={t('files')}>
                {account.liveFiles === null || account.liveFiles === 0
                  ? <span className="faint">{formatCount(account.liveFiles ?? 0, locale)}</span>
                  : <Link href={`/dossiers?counsellor=${account.id}`} aria-label={`${account.displayName}, ${t('files')}, ${account.liveFiles}`}>{formatCount(account.liveFiles, locale)}</Link>}
              </td>
            )}
            <td role="cell" data-l={t('state')}>
              <span className={account.active ? 'st met' : 'st cancelled'}><Icon of={account.active ? CircleCheck : CircleOff} size={16} />{t(account.active ? 'active' : 'inactive')}</span>
            </td>
            <td role="cell" className="row-act">
              <LinkButton look="ghost" href={hrefOf(account.id)} scroll={false} aria-label={t('changeOf', { name: account.displayName })}>{t('change')}</LinkButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Operators, each with the way to its accounts and its basins. */
export function OperatorsTable({ operators }: { operators: readonly ListedOperator[] }) {
  const t = useTranslations('administration.operators')
  const locale = useLocale()
  return (
    <table className="table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'kind', 'basins', 'accounts'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}
          <th scope="col" role="columnheader"><span className="vh">{t('change')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {operators.map((operator) => (
          <tr key={operator.id} role="row">
            <th scope="row" role="rowheader">{operator.name}</th>
            <td role="cell" data-l={t('kind')}>{t(`kindOption.${operator.kind}`)}</td>
            <td role="cell" data-l={t('basins')} className="where">{operator.basins.map(({ name }) => name).join(', ')}</td>
            <td role="cell" data-l={t('accounts')}>
              <Link href={`/administration?operateur=${operator.id}`} aria-label={`${t('see', { name: operator.name })}, ${operator.accounts}`}>{formatCount(operator.accounts, locale)}</Link>
            </td>
            <td role="cell" className="row-act">
              <LinkButton look="ghost" href={`/administration?partie=operateurs&bassins=${operator.id}`} scroll={false} aria-label={t('changeOf', { name: operator.name })}>{t('change')}</LinkButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
