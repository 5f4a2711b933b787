import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { BarChart } from '@/components/charts/bar-chart.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { partsOf } from '@/lib/accord/calendar/day.ts'
import { COST_STATES, EXTRA_COST_THRESHOLD } from '@/lib/cases/content/costs.ts'
import type { AllowanceSum, MoneyAccounts, MoneyCells, MoneyLine } from '@/lib/steering/money/accounts.ts'
import { formatAmount, formatCount, formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import { allowanceWords } from './allowance-words.ts'
import { funderWords, kindWords } from './cost-words.ts'
import { MONEY_PATHS, MoneyPlaces } from './money-places.tsx'
import { GoneNotice, PeriodForm } from './period-form.tsx'
import { PersonsLink, SumLink } from './sum-link.tsx'
import { SteeringCrumb } from '../steering/steering-crumb.tsx'

interface AccountsScreenProps {
  readonly accounts: MoneyAccounts
  readonly role: 'manager' | 'operator_admin'
}

/** The accounts of ANI art. 22: who pays, what, where, for how many; the allowance beside. */
export function AccountsScreen({ accounts, role }: AccountsScreenProps) {
  const t = useTranslations('money')
  const locale = useLocale()
  const { filter, problems, basins, periods, placeName, total, byFunder, byKind, byBasin, after, today } = accounts
  const period = formatPeriod(filter.period.from, filter.period.to, locale)
  const empty = total.all.lines === 0
  return (
    <>
      <div className="screen-head">
        <div>
          <SteeringCrumb />
          <h1>{t('accounts.title')}</h1>
          <p className="muted"><Lead accounts={accounts} /> {t('accounts.of', { place: placeName ?? t('accounts.all'), period })}</p>
        </div>
      </div>
      <MoneyPlaces here="accounts" search={accounts.search} />
      <GoneNotice problems={problems} />
      <PeriodForm path={MONEY_PATHS.accounts} filter={filter} problems={problems} basins={basins} periods={periods} />
      <div className="money-stack">
        <Figures accounts={accounts} />
        {empty ? <Card id="financeurs" title={t('accounts.byFunder')}><EmptyState title={t('file.none')}>{t('accounts.empty')}</EmptyState></Card> : (
          <>
            <Card id="financeurs" title={t('accounts.byFunder')} aside={<span className="est">{t('file.article')}</span>}>
              <SumsTable head={t('accounts.funder')} lines={byFunder} name={(code) => funderWords(code, locale)} total={total} />
              <div className="money-chart"><FunderChart lines={byFunder} total={total} /></div>
            </Card>
            <Card id="genres" title={t('accounts.byKind')}>
              <SumsTable head={t('accounts.kind')} lines={byKind} name={(code) => kindWords(code, locale)} total={total} />
            </Card>
          </>
        )}
        {byBasin.length > 0 && <Card id="bassins" title={t('accounts.byBasin')}><BasinsTable accounts={accounts} /></Card>}
        {after.lines > 0 && (
          <p className="sm muted">{t('accounts.after', { amount: formatAmount(after.amount, locale) })} <Link href={`${MONEY_PATHS.lines}?${after.search}`}>{t('accounts.afterSee', { count: after.lines })}</Link></p>
        )}
        <Threshold accounts={accounts} />
      </div>
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`, { day: formatDay(today, locale) })}</RoleNote></footer>
    </>
  )
}

/** What now: whose costs are still to be noted. */
function Lead({ accounts: { supported, without } }: { readonly accounts: MoneyAccounts }) {
  const t = useTranslations('money.accounts')
  const locale = useLocale()
  if (supported === 0) return <>{t('nobody')}</>
  if (without.files === 0) return <>{t('complete')}</>
  return <><b>{t('without', { count: without.files, all: formatCount(supported, locale) })}</b> <Link href={`${MONEY_PATHS.persons}?${without.search}`}>{t('see')}</Link>.</>
}

function Figures({ accounts }: { readonly accounts: MoneyAccounts }) {
  const t = useTranslations('money.accounts')
  const locale = useLocale()
  const { total, supported, supportedSearch, perPerson, allowance, unknownSearch } = accounts
  return (
    <ul className="money-figures" aria-label={t('figures')}>
      <Figure label={t('spent')} note={t('spentNote', { count: total.spent.lines })}><SumLink cell={total.spent} label={t('spent')} /></Figure>
      <Figure label={t('planned')} note={t('spentNote', { count: total.planned.lines })}><SumLink cell={total.planned} label={t('planned')} /></Figure>
      <Figure label={t('supported')} note={t('supportedNote')}><PersonsLink count={supported} search={supportedSearch} label={t('supported')} /></Figure>
      <Figure label={t('perPerson')} note={t('perPersonNote')}>{perPerson === null ? '–' : formatAmount(perPerson, locale)}</Figure>
      <Figure label={t('allowance')} note={<AllowanceNote allowance={allowance} search={unknownSearch} />}>{allowanceWords(allowance, locale)}</Figure>
    </ul>
  )
}

function Figure({ label, note, children }: { readonly label: string; readonly note: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <span className="money-figure-label">{label}</span>
      <span className="money-figure-value">{children}</span>
      <span className="money-figure-note">{note}</span>
    </li>
  )
}

function AllowanceNote({ allowance: { days, unknown }, search }: { readonly allowance: AllowanceSum; readonly search: string }) {
  const t = useTranslations('money.accounts')
  return <>{t('allowanceNote', { days })}{unknown > 0 && <>, <Link href={`${MONEY_PATHS.persons}?${search}`}>{t('unknown', { count: unknown })}</Link></>}</>
}

interface SumsTableProps {
  readonly head: string
  readonly lines: readonly MoneyLine[]
  readonly name: (code: string) => string
  readonly total: MoneyCells
}

/** Sums by how far they have gone, each leading to its lines; the last row is the whole. */
function SumsTable({ head, lines, name, total }: SumsTableProps) {
  const t = useTranslations('money')
  const columns = [...COST_STATES, 'all'] as const
  const title = (column: (typeof columns)[number]) => (column === 'all' ? t('accounts.total') : t(`state.${column}`))
  const row = (key: string, label: string, cells: MoneyCells, className?: string) => (
    <tr key={key} role="row" className={className}>
      <th scope="row" role="rowheader">{label}</th>
      {columns.map((column) => <td key={column} role="cell" className="num" data-l={title(column)}><SumLink cell={cells[column]} label={`${label}, ${title(column)}`} /></td>)}
    </tr>
  )
  return (
    <table className="grid money-grid" role="table">
      <caption className="vh">{head}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{head}</th>
          {columns.map((column) => <th key={column} scope="col" role="columnheader" className="num">{title(column)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ code, cells }) => row(code, name(code), cells))}
        {row('total', t('accounts.total'), total, 'sum')}
      </tbody>
    </table>
  )
}

function FunderChart({ lines, total }: { readonly lines: readonly MoneyLine[]; readonly total: MoneyCells }) {
  const t = useTranslations('money')
  const locale = useLocale()
  const [first] = lines
  if (first === undefined) return null
  return (
    <BarChart
      id="money-funders" heading="h3" unit="euros"
      title={t('accounts.chartFunder')}
      reading={t('accounts.reading', { first: funderWords(first.code, locale), amount: formatAmount(first.cells.all.amount, locale), total: formatAmount(total.all.amount, locale) })}
      note={t('accounts.chartNote')}
      rowName={t('accounts.funder')}
      parts={[{ key: 'paid', name: t('state.paid') }, { key: 'committed', name: t('state.committed') }, { key: 'planned', name: t('state.planned') }]}
      rows={lines.map(({ code, cells }) => ({
        key: code, label: funderWords(code, locale),
        values: [cells.paid, cells.committed, cells.planned].map(({ amount }) => Number(amount)),
        hrefs: [cells.paid, cells.committed, cells.planned].map(({ lines: count, search }) => (count === 0 ? null : `${MONEY_PATHS.lines}?${search}`)),
      }))}
    />
  )
}

function BasinsTable({ accounts }: { readonly accounts: MoneyAccounts }) {
  const t = useTranslations('money.accounts')
  const locale = useLocale()
  const { byBasin, total, supported, supportedSearch, perPerson, allowance } = accounts
  const euros = (amount: string | null) => (amount === null ? '–' : formatAmount(amount, locale))
  const row = (key: string, name: string, values: { readonly supported: number; readonly supportedSearch: string; readonly cells: MoneyCells; readonly perPerson: string | null; readonly allowance: AllowanceSum }, className?: string) => (
    <tr key={key} role="row" className={className}>
      <th scope="row" role="rowheader">{name}</th>
      <td role="cell" className="num" data-l={t('persons')}><PersonsLink count={values.supported} search={values.supportedSearch} label={name} /></td>
      <td role="cell" className="num" data-l={t('spent')}><SumLink cell={values.cells.spent} label={`${name}, ${t('spent')}`} /></td>
      <td role="cell" className="num" data-l={t('each')}>{euros(values.perPerson)}</td>
      <td role="cell" className="num" data-l={t('allowance')}>{allowanceWords(values.allowance, locale)}{values.allowance.unknown > 0 && <small>{t('unknown', { count: values.allowance.unknown })}</small>}</td>
    </tr>
  )
  return (
    <table className="grid money-grid" role="table">
      <caption className="vh">{t('byBasin')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('basin')}</th>
          {(['persons', 'spent', 'each', 'allowance'] as const).map((column) => <th key={column} scope="col" role="columnheader" className="num">{t(column)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {byBasin.map((basin) => row(basin.code, basin.name, basin))}
        {byBasin.length > 1 && row('total', t('total'), { supported, supportedSearch, cells: total, perPerson, allowance }, 'sum')}
      </tbody>
    </table>
  )
}

/** ANI art. 12 — what the allowance costs, beside the threshold; said as what it is. */
function Threshold({ accounts: { year, today, unknownSearch } }: { readonly accounts: MoneyAccounts }) {
  const t = useTranslations('money')
  const locale = useLocale()
  const number = partsOf(year.period.from).year
  return (
    <Card id="seuil" title={t('threshold.title')} aside={<span className="est">ANI art. 12</span>}>
      <dl className="money-beside">
        <div><dt>{year.period.to < today ? t('threshold.ours', { year: String(number) }) : t('threshold.oursPast', { year: String(number) })}</dt><dd>{formatAmount(year.allowance.amount, locale)}</dd></div>
        <div><dt>{t('threshold.national')}</dt><dd>{formatAmount(EXTRA_COST_THRESHOLD, locale)}</dd></div>
      </dl>
      <p>{t('threshold.what')}</p>
      <p>{t('threshold.share')}</p>
      <p className="sm muted">{t('threshold.how')}{year.allowance.unknown > 0 && <> {t('accounts.unknownLong', { count: year.allowance.unknown })} <Link href={`${MONEY_PATHS.persons}?${unknownSearch}`}>{t('accounts.see')}</Link></>}</p>
    </Card>
  )
}
