import '@/components/charts/charts.css'
import '@/components/money/money.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountsScreen } from '@/components/money/accounts-screen.tsx'
import { NotYours } from '@/components/money/not-yours.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { moneyAccounts } from '@/lib/steering/money/accounts.ts'
import { moneyRole, settledQuery } from './money-query.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('money'))('accounts.metaTitle') }
}

export default async function MoneyPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const actor = await requireActor()
  const outcome = await moneyAccounts(actor, settledQuery(await searchParams, actor))
  if (outcome === null) return <ForbiddenScreen />
  if (outcome.kind === 'not_yours') return <NotYours here="accounts" place={outcome.place} />
  return <AccountsScreen accounts={outcome.accounts} role={moneyRole(actor)} />
}
