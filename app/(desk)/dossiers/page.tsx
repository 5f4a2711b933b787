import '@/components/live/live.css'
import '@/components/caseload/caseload.css'
import '@/components/exports/exports.css'
import '@/components/worklist/screen.css'
import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveList } from '@/components/live/live-list.tsx'
import { lawWords } from '@/components/basin/law-words.ts'
import { caseloadAddress } from '@/components/caseload/address.ts'
import { CaseloadFilters, type SelectFilter } from '@/components/caseload/caseload-filters.tsx'
import { CaseloadDesk } from '@/components/caseload/caseload-desk.tsx'
import { CaseloadTable } from '@/components/caseload/caseload-table.tsx'
import { CaseloadTools } from '@/components/caseload/caseload-tools.tsx'
import { CurrentView, ViewStrip } from '@/components/caseload/current-view.tsx'
import type { DeskActions } from '@/components/caseload/desk-form.ts'
import { comesFromFigure, wordCaseloadRow, wordChips } from '@/components/caseload/word-caseload.ts'
import { NOTHING_ASKED, steeringHref } from '@/components/steering/address.ts'
import { groupWords } from '@/components/steering/group-words.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { STAGES } from '@/lib/accord/file/case-file.ts'
import { CASELOAD_COLUMNS, CASELOAD_SORTS, readSort } from '@/lib/cases/caseload-columns.ts'
import { CASELOAD_DEADLINES, CASELOAD_PAGE_SIZES, CASELOAD_SCOPES, caseloadSearch, parseCaseloadParams, RELATIVE_FILTERS, unheardParameters, WITHOUT, type CaseloadParams } from '@/lib/cases/caseload-params.ts'
import type { IndicatorId } from '@/lib/indicators/definitions.ts'
import { PERSON_DIMENSIONS, readPlace, type PersonDimension } from '@/lib/indicators/slices.ts'
import { listChoice } from '@/lib/cases/lists/list-choice.ts'
import { savedViews } from '@/lib/cases/lists/saved-views.ts'
import { MOST_VIEWS } from '@/lib/cases/lists/views.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import {
  assignPicked, changeOwnView, deleteOwnView, exportList, keepDisplay, keepView, messageModels, moveOwnView, previewAssign, receiverChoices,
  schedulePicked, writeToPicked,
} from './list-actions.ts'
import { currentOf, filterOf, shownView } from './list-address.ts'

const actions: DeskActions = {
  keepDisplay, keepView, changeView: changeOwnView, deleteView: deleteOwnView, moveView: moveOwnView, receivers: receiverChoices, previewAssign,
  assign: assignPicked, schedule: schedulePicked, models: messageModels, message: writeToPicked, export: exportList,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseload'))('metaTitle') }
}

/** What the form of filters says by itself. */
const FORM_NAMES: ReadonlySet<string> = new Set(['q', 'stage', 'deadline', 'basin', 'counsellor', 'scope', 'without', 'page', ...RELATIVE_FILTERS])

type Search = Record<string, string | string[] | undefined>

/** The figure that a list was opened from. */
function figureHref({ indicator, place, counsellor, from, to, ...params }: CaseloadParams): string {
  const where = Object.fromEntries(PERSON_DIMENSIONS.flatMap((dimension) => (params[dimension] === null ? [] : [[dimension, params[dimension]]])))
  return steeringHref(NOTHING_ASKED, { indicator, place: place === null ? null : readPlace(place), counsellor, from, to, where })
}

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const query = await searchParams
  const [page, choice, kept] = await Promise.all([caseload(actor, parseCaseloadParams(query)), listChoice(actor), savedViews(actor)])
  if (page === null) return <ForbiddenScreen />
  const [t, locale, steering, indicators, person, facts] = await Promise.all([
    getTranslations('caseload'), getLocale(), getTranslations('steering'), getTranslations('indicators'), getTranslations('opening.options.person'), getTranslations('acts.options'),
  ])
  const figures = {
    indicator: (id: IndicatorId) => indicators(`${id}.name`), dimension: (one: PersonDimension) => steering(`dimension.${one}`), group: groupWords({ steering, person, options: facts }),
  }
  const law = lawWords(locale)
  const { params, options, total } = page
  const search = caseloadSearch(params)
  const words = { t, locale, figures, ...law }
  const chips = wordChips(page, search, words)
  const shown = params.cols.length > 0 ? params.cols : choice.columns
  const density = params.density ?? choice.density
  const listSearch = caseloadSearch({ ...params, page: 1, size: 25, view: null, cols: shown, density })
  const filterSearch = caseloadSearch(filterOf(params))
  const current = currentOf(kept, params, { shown, density, listSearch })
  const views = kept.map(shownView)
  const unheard = unheardParameters(query)
  const orders = params.sort.map(readSort)
  const role = actor.role === 'referent' || actor.role === 'manager' || actor.role === 'operator_admin' ? actor.role : 'counsellor'
  const people = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const selects: readonly SelectFilter[] = [
    { name: 'deadline', value: params.deadline ?? '', label: t('filter.deadline'), any: t('filter.anyFeminine'), choices: CASELOAD_DEADLINES.map((value) => ({ value, label: t(`deadline.${value}`) })) },
    { name: 'basin', value: params.basin ?? '', label: t('filter.basin'), any: t('filter.any'), choices: options.basins.map(({ code, name }) => ({ value: code, label: name })) },
    { name: 'counsellor', value: params.counsellor ?? '', label: t('filter.counsellor'), any: t('filter.any'), choices: people(options.counsellors) },
    { name: 'referent', value: params.referent ?? '', label: t('filter.referent'), any: t('filter.any'), choices: people(options.referents) },
    { name: 'scope', value: params.scope === 'live' ? '' : params.scope, label: t('filter.state'), any: t('state.live'), choices: CASELOAD_SCOPES.filter((value) => value !== 'live').map((value) => ({ value, label: t(`state.${value}`) })) },
  ]
  return (
    <CaseloadDesk
      search={search} listSearch={listSearch} filterSearch={filterSearch} shown={shown} every={CASELOAD_COLUMNS} sortable={CASELOAD_SORTS} density={density}
      orders={orders} views={views} mostViews={MOST_VIEWS} current={current === null ? null : { id: current.view.id, modified: current.modified }} actions={actions}
    >
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">
            {params.scope === 'live' && chips.length === 0 ? t(role === 'counsellor' || role === 'referent' ? 'lead.counsellor' : 'lead.wide', { count: total }) : t('found', { count: total })}
            {params.deadline !== 'overdue' && <>{' '}<Link href="/dossiers?deadline=overdue">{t('now.seeOverdue')}</Link></>}
          </p>
        </div>
        <div className="screen-tools">
          {can(actor, 'file.open') && <LinkButton look="primary" href="/dossiers/nouveau"><Icon of={Plus} />{t('new')}</LinkButton>}
        </div>
      </div>
      <ViewStrip views={views} current={params.view} />
      <div className="card caseload-card">
        {comesFromFigure(params) && (
          <p className="caseload-origin">
            {t('origin.label')}
            {params.indicator !== null
              ? can(actor, 'steering.read') && <Link href={figureHref(params)}>{t('origin.backToFigures')}</Link>
              : can(actor, 'basin.read') && <Link href={params.basin === null ? '/bassins' : `/bassins/${params.basin}`}>{t('origin.back')}</Link>}
          </p>
        )}
        {params.regle !== null && (
          <p className="caseload-origin">
            {t('origin.rule', { rule: params.regle })}
            <Link href={`/regles#${params.regle}`}>{t('origin.readRule')}</Link>
          </p>
        )}
        {current !== null && <CurrentView view={shownView(current.view)} modified={current.modified} listSearch={listSearch} change={changeOwnView} />}
        {unheard.length > 0 && (
          <Notice><b>{t('unheard.title', { count: unheard.length })}.</b> {t('unheard.lead', { list: unheard.map(({ name, value }) => `${name}=${value}`).join(', ') })}</Notice>
        )}
        <CaseloadFilters
          search={search}
          q={params.q}
          stages={{ chosen: params.stage, choices: STAGES.map((stage) => ({ value: stage, label: law.stage(stage) })) }}
          days={RELATIVE_FILTERS.map((name) => ({
            name, value: params[name] === null ? '' : String(params[name]), label: t(`more.${name}`), ...(name === 'noContact' ? { hint: t('more.contactHint') } : {}),
          }))}
          without={{ chosen: params.without, choices: WITHOUT.map((value) => ({ value, label: t(`without.${value}`) })) }}
          rest={[...new URLSearchParams(search)].filter(([name]) => !FORM_NAMES.has(name))}
          selects={selects.filter(({ value, choices }) => value !== '' || choices.length > 1)}
          chips={chips}
        />
        <CaseloadTools
          total={total} filterSearch={filterSearch} listSearch={listSearch} filterWords={chips.map(({ label }) => label)} exportAction={exportList}
          may={{ assign: can(actor, 'file.assign'), write: can(actor, 'file.record'), export: can(actor, 'export.make') }}
          page={page.rows.map(({ reference }) => reference)}
        />
        {total === 0 ? (
          chips.length === 0
            ? <EmptyState title={t('empty.noneTitle')}>{t('empty.noneLead')}</EmptyState>
            : <EmptyState title={t('empty.title')} action={<LinkButton href="/dossiers">{t('empty.clear')}</LinkButton>}>{t('empty.lead')}</EmptyState>
        ) : (
          <CaseloadTable
            lines={page.rows.map((row) => wordCaseloadRow(row, page.today, words))}
            total={total} search={search} orders={orders} shown={shown} sortable={CASELOAD_SORTS} density={density} page={params.page} size={params.size}
          >
            <Pagination page={params.page} pageSize={params.size} total={total} address={caseloadAddress(search, {})} />
            <p className="caseload-size">
              {t('size.label')}
              {CASELOAD_PAGE_SIZES.map((size) => (
                <Link key={size} href={caseloadAddress(search, { size: size === 25 ? null : String(size) })} aria-current={size === params.size ? 'true' : undefined}>{size}</Link>
              ))}
            </p>
          </CaseloadTable>
        )}
      </div>
      <LiveList />
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`)}</RoleNote></footer>
    </CaseloadDesk>
  )
}
