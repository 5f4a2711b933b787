import '@/components/administration/administration.css'
import '@/components/worklist/screen.css'
import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getTranslations } from 'next-intl/server'
import { AccountDrawer } from '@/components/administration/account-drawer.tsx'
import { administrationSentence } from '@/components/administration/administration-sentence.ts'
import { AccountsTable, OperatorsTable } from '@/components/administration/administration-tables.tsx'
import { OperatorDrawer } from '@/components/administration/operator-drawer.tsx'
import { SettingsForm } from '@/components/administration/settings-form.tsx'
import { IMPORTS } from '@/components/imports/address.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { administration, type Administration } from '@/lib/access/account-list.ts'
import { ownSettings } from '@/lib/access/operators.ts'
import { requireActor } from '@/lib/access/session.ts'
import { createOperator, keepAccount, keepOperatorBasins, keepSettings, openAccount, renewPassword, switchAccount } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('metaTitle') }
}

type Search = Record<string, string | string[] | undefined>
const PARTS = { accounts: '/administration', settings: '/administration?partie=reglages', operators: '/administration?partie=operateurs' } as const
type Part = keyof typeof PARTS

export default async function AdministrationPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const view = await administration(actor)
  if (view === null) return <ForbiddenScreen />
  const [t, search, settings] = await Promise.all([getTranslations('administration'), searchParams, ownSettings(actor)])
  const [mail, documents, imports] = [await getTranslations('mail'), await getTranslations('templates'), await getTranslations('imports')]
  const platform = actor.operatorId === null
  const parts: readonly Part[] = platform ? ['accounts', 'operators'] : ['accounts', 'settings']
  const asked: Part = search['partie'] === 'reglages' ? 'settings' : search['partie'] === 'operateurs' ? 'operators' : 'accounts'
  const part = parts.includes(asked) ? asked : 'accounts'
  const filter = platform && typeof search['operateur'] === 'string' ? search['operateur'] : null
  const back = part === 'accounts' && filter !== null ? `/administration?operateur=${encodeURIComponent(filter)}` : PARTS[part]
  const accounts = filter === null ? view.accounts : view.accounts.filter(({ operatorId }) => (operatorId ?? 'sans') === filter)
  const addressWith = (more: string) => `${back}${back.includes('?') ? '&' : '?'}${more}`
  const { kind, ...values } = administrationSentence(view.accounts, actor.role)
  const active = accounts.filter((account) => account.active).length
  return (
    <DrawerLayout drawer={drawerOf(view, search, part, platform, back)}>
      <div className="screen-head">
        <div>
          <h1>{t(platform ? 'title.platform' : 'title.operator')}</h1>
          <p className="muted"><b>{t(`now.${kind}`, { ...values })}</b></p>
        </div>
        <div className="screen-tools">
          {part === 'accounts' && <LinkButton look="primary" href={addressWith('nouveau=1')} scroll={false}><Icon of={Plus} />{t('accounts.new')}</LinkButton>}
          {part === 'operators' && <LinkButton look="primary" href={addressWith('ajouter=1')} scroll={false}><Icon of={Plus} />{t('operators.add')}</LinkButton>}
        </div>
      </div>
      <nav className="seg admin-parts" aria-label={t('tabs.label')}>
        {parts.map((each) => <Link key={each} href={PARTS[each]} aria-current={each === part ? 'page' : undefined}>{t(`tabs.${each}`)}</Link>)}
        {!platform && <Link href="/administration/modeles">{documents('title')}</Link>}
        {!platform && <Link href="/administration/courriels">{mail('models.title')}</Link>}
        <Link href={IMPORTS}>{imports('title')}</Link>
        {!platform && <Link href="/courriels">{mail('title')}</Link>}
      </nav>
      {part === 'accounts' && (
        <Card id="accounts" title={t('accounts.title')} aside={<span className="est">{t('accounts.note', { active, closed: accounts.length - active })}</span>}>
          {platform && <OperatorFilter operators={view.operators} chosen={filter} />}
          <AccountsTable accounts={accounts} operators={view.operators} platform={platform} own={actor.accountId} hrefOf={(id) => addressWith(`compte=${id}`)} />
        </Card>
      )}
      {part === 'settings' && settings !== null && <Card id="settings" title={t('settings.title')}><SettingsForm settings={settings} action={keepSettings} /></Card>}
      {part === 'operators' && <Card id="operators" title={t('operators.title')}><OperatorsTable operators={view.operators} /></Card>}
      <footer className="screen-foot"><RoleNote>{t(platform ? 'scope.platform' : 'scope.operator')}</RoleNote></footer>
    </DrawerLayout>
  )
}

function drawerOf(view: Administration, search: Search, part: Part, platform: boolean, back: string) {
  if (part === 'accounts') {
    const account = view.accounts.find(({ id }) => id === search['compte']) ?? null
    if (account === null && search['nouveau'] === undefined) return null
    const operators = view.operators.map(({ id, name, basins }) => ({ id, name, basins }))
    return (
      <AccountDrawer
        key={account?.id ?? 'new'} account={account} roles={view.roles} operators={operators} platform={platform} back={back}
        save={account === null ? openAccount : keepAccount} setActive={switchAccount} reset={renewPassword}
      />
    )
  }
  if (part !== 'operators') return null
  const operator = view.operators.find(({ id }) => id === search['bassins']) ?? null
  if (operator === null && search['ajouter'] === undefined) return null
  return <OperatorDrawer key={operator?.id ?? 'new'} operator={operator} basins={view.basins} back={back} action={operator === null ? createOperator : keepOperatorBasins} />
}

async function OperatorFilter({ operators, chosen }: { operators: Administration['operators']; chosen: string | null }) {
  const t = await getTranslations('administration.accounts')
  const lines = [{ id: null, name: t('all') }, ...operators.map(({ id, name }) => ({ id, name })), { id: 'sans', name: t('without') }]
  return (
    <nav className="admin-filter" aria-label={t('filter')}>
      {lines.map(({ id, name }) => (
        <Link key={id ?? 'all'} className="filter" href={id === null ? '/administration' : `/administration?operateur=${id}`} aria-current={id === chosen ? 'true' : undefined} scroll={false}>{name}</Link>
      ))}
    </nav>
  )
}
