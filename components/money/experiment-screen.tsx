import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { articleOf } from '@/lib/accord/rules/articles.ts'
import type { Entries, ExperimentCost, ExperimentView } from '@/lib/steering/money/experiment.ts'
import type { ExperimentArea } from '@/lib/steering/money/experiment-areas.ts'
import { formatAmount, formatCount, formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import { allowanceWords } from './allowance-words.ts'
import { MONEY_PATHS, MoneyPlaces } from './money-places.tsx'
import { GoneNotice, PeriodForm } from './period-form.tsx'
import { SumLink } from './sum-link.tsx'
import { SteeringCrumb } from '../steering/steering-crumb.tsx'

interface ExperimentScreenProps {
  readonly view: ExperimentView
  readonly areas: readonly ExperimentArea[]
  readonly inAll: number
  readonly role: 'manager' | 'operator_admin'
}

/** People counted, leading to the list of exactly their files. */
function EntriesLink({ entries, label }: { readonly entries: Entries; readonly label: string }) {
  const t = useTranslations('experiment')
  const count = formatCount(entries.count, useLocale())
  if (entries.count === 0) return <span className="faint">{count}</span>
  return <Link href={`/dossiers?${entries.search}`} aria-label={t('open', { label, count: entries.count })}>{count}</Link>
}

/** the experiment of ANI art. 4: who came in, where, what it costs beside its envelope, its bonus. */
export function ExperimentScreen({ view, areas, inAll, role }: ExperimentScreenProps) {
  const t = useTranslations('experiment')
  const money = useTranslations('money')
  const locale = useLocale()
  const { filter, problems, basins, entries, byYear, byText, bonus, placeName, today } = view
  const period = formatPeriod(filter.period.from, filter.period.to, locale)
  return (
    <>
      <div className="screen-head">
        <div>
          <SteeringCrumb />
          <h1>{t('title')}</h1>
          <p className="muted"><b>{t('lead', { count: entries.count })}</b> {money('accounts.of', { place: placeName ?? money('accounts.all'), period })}</p>
        </div>
      </div>
      <MoneyPlaces here="experiment" />
      <GoneNotice problems={problems} />
      <PeriodForm path={MONEY_PATHS.experiment} filter={filter} problems={problems} basins={basins} />
      <div className="money-stack">
        <Card id="qui" title={t('who.title')} aside={<RuleChip rule="R-105" article={articleOf('R-105', 'A0') ?? undefined} />}>
          <p>{t('who.lead')}</p>
          {byYear.length === 0 ? <EmptyState title={t('who.none')}>{t('who.noneLead')}</EmptyState> : (
            <table className="grid money-grid narrow" role="table">
              <caption className="vh">{t('who.caption')}</caption>
              <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{t('who.year')}</th><th scope="col" role="columnheader" className="num">{t('entries')}</th></tr></thead>
              <tbody role="rowgroup">
                {byYear.map(({ year, entries: of }) => (
                  <tr key={year} role="row"><th scope="row" role="rowheader">{year}</th><td role="cell" className="num" data-l={t('entries')}><EntriesLink entries={of} label={String(year)} /></td></tr>
                ))}
                <tr role="row" className="sum"><th scope="row" role="rowheader">{money('accounts.total')}</th><td role="cell" className="num" data-l={t('entries')}><EntriesLink entries={entries} label={money('accounts.total')} /></td></tr>
              </tbody>
            </table>
          )}
        </Card>
        <Card id="enveloppe" title={t('envelope.title')} aside={<span className="est">{t('envelope.articles')}</span>}>
          <Envelope lines={byText} />
          <p className="sm muted">{t('envelope.note')}</p>
        </Card>
        <Card id="prime" title={t('bonus.title')} aside={<RuleChip rule="R-105" article={articleOf('R-105', 'A0') ?? undefined} />}>
          <p>{t('bonus.lead')}</p>
          <dl className="money-beside">
            <div><dt>{t('bonus.reached')}</dt><dd>{formatCount(bonus.reached, locale)}</dd><dd className="sm muted">{t('bonus.most', { amount: formatAmount(bonus.amount, locale) })}</dd></div>
            <div><dt>{t('bonus.paid')}</dt><dd><SumLink cell={bonus.paid} label={t('bonus.paid')} /></dd><dd className="sm muted">{money('accounts.spentNote', { count: bonus.paid.lines })}</dd></div>
          </dl>
        </Card>
        <Card id="bassins" title={t('basins.title')} aside={<span className="est">{t('basins.known', { known: areas.length, all: inAll })}</span>}>
          <Notice>{t('basins.incomplete', { known: areas.length, all: inAll, missing: inAll - areas.length })}</Notice>
          <BasinsOfExperiment view={view} />
          <details className="money-areas">
            <summary>{t('basins.list', { known: areas.length })}</summary>
            <ul>{areas.map(({ name, region, match }) => <li key={name}><b>{name}</b> ({region}) <small>{t(`basins.match.${match ?? 'none'}`)}</small></li>)}</ul>
          </details>
        </Card>
      </div>
      <footer className="screen-foot"><RoleNote>{money(`role.${role}`, { day: formatDay(today, locale) })}</RoleNote></footer>
    </>
  )
}

/** What it costs under each text, beside what the text sets aside for the country. */
function Envelope({ lines }: { readonly lines: readonly ExperimentCost[] }) {
  const t = useTranslations('experiment')
  const money = useTranslations('money')
  const locale = useLocale()
  const envelope = ({ envelope: set }: ExperimentCost) =>
    set === null ? '–' : set.least === null ? t('envelope.upTo', { most: formatAmount(set.most, locale) }) : t('envelope.between', { least: formatAmount(set.least, locale), most: formatAmount(set.most, locale) })
  return (
    <table className="grid money-grid" role="table">
      <caption className="vh">{t('envelope.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('envelope.text')}</th>
          <th scope="col" role="columnheader" className="num">{t('entries')}</th>
          <th scope="col" role="columnheader" className="num">{money('accounts.spent')}</th>
          <th scope="col" role="columnheader" className="num">{money('accounts.allowance')}</th>
          <th scope="col" role="columnheader" className="num">{t('envelope.all')}</th>
          <th scope="col" role="columnheader" className="num">{t('envelope.country')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.text} role="row">
            <th scope="row" role="rowheader">{t(`envelope.of.${line.text}`)}</th>
            <td role="cell" className="num" data-l={t('entries')}>{formatCount(line.entries, locale)}</td>
            <td role="cell" className="num" data-l={money('accounts.spent')}>{formatAmount(line.costs, locale)}</td>
            <td role="cell" className="num" data-l={money('accounts.allowance')}>{allowanceWords({ amount: line.allowance, unknown: line.unknown }, locale)}{line.unknown > 0 && <small>{money('accounts.unknown', { count: line.unknown })}</small>}</td>
            <td role="cell" className="num" data-l={t('envelope.all')}><b>{formatAmount(line.all, locale)}</b></td>
            <td role="cell" className="num wrap" data-l={t('envelope.country')}>{envelope(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BasinsOfExperiment({ view: { byBasin, entries, costs, allowance } }: { readonly view: ExperimentView }) {
  const t = useTranslations('experiment')
  const money = useTranslations('money')
  const locale = useLocale()
  if (byBasin.length === 0) return <p className="muted">{t('basins.none')}</p>
  return (
    <table className="grid money-grid" role="table">
      <caption className="vh">{t('basins.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{money('accounts.basin')}</th>
          <th scope="col" role="columnheader">{t('basins.area')}</th>
          <th scope="col" role="columnheader" className="num">{t('entries')}</th>
          <th scope="col" role="columnheader" className="num">{money('accounts.spent')}</th>
          <th scope="col" role="columnheader" className="num">{money('accounts.allowance')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {byBasin.map((basin) => (
          <tr key={basin.code} role="row">
            <th scope="row" role="rowheader">{basin.name}</th>
            <td role="cell" data-l={t('basins.area')}>{t(`basins.in.${basin.match ?? 'unknown'}`)}</td>
            <td role="cell" className="num" data-l={t('entries')}><EntriesLink entries={basin.entries} label={basin.name} /></td>
            <td role="cell" className="num" data-l={money('accounts.spent')}><SumLink cell={basin.costs} label={basin.name} /></td>
            <td role="cell" className="num" data-l={money('accounts.allowance')}>{allowanceWords(basin.allowance, locale)}{basin.allowance.unknown > 0 && <small>{money('accounts.unknown', { count: basin.allowance.unknown })}</small>}</td>
          </tr>
        ))}
        {byBasin.length > 1 && (
          <tr role="row" className="sum">
            <th scope="row" role="rowheader">{money('accounts.total')}</th><td role="cell" />
            <td role="cell" className="num" data-l={t('entries')}><EntriesLink entries={entries} label={money('accounts.total')} /></td>
            <td role="cell" className="num" data-l={money('accounts.spent')}><SumLink cell={costs} label={money('accounts.total')} /></td>
            <td role="cell" className="num" data-l={money('accounts.allowance')}>{allowanceWords(allowance, locale)}{allowance.unknown > 0 && <small>{money('accounts.unknown', { count: allowance.unknown })}</small>}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
