import '@/components/caseload/caseload.css'
import '@/components/worklist/screen.css'
import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { lawWords } from '@/components/basin/law-words.ts'
import { caseloadAddress } from '@/components/caseload/address.ts'
import { CaseloadFilters, type SelectFilter } from '@/components/caseload/caseload-filters.tsx'
import { CaseloadTable } from '@/components/caseload/caseload-table.tsx'
import { comesFromFigure, wordCaseloadRow, wordChips } from '@/components/caseload/word-caseload.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { STAGES } from '@/lib/accord/file/case-file.ts'
import { CASELOAD_DEADLINES, CASELOAD_PAGE_SIZES, CASELOAD_SCOPES, caseloadSearch, parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseload'))('metaTitle') }
}

type Search = Record<string, string | string[] | undefined>

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const page = await caseload(actor, parseCaseloadParams(await searchParams))
  if (page === null) return <ForbiddenScreen />
  const [t, locale] = await Promise.all([getTranslations('caseload'), getLocale()])
  const law = lawWords(locale)
  const { params, options, total } = page
  const search = caseloadSearch(params)
  const words = { t, locale, ...law }
  const chips = wordChips(page, search, words)
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
    <>
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
      <div className="card caseload-card">
        {comesFromFigure(params) && (
          <p className="caseload-origin">
            {t('origin.label')}
            {can(actor, 'basin.read') && <Link href={params.basin === null ? '/bassins' : `/bassins/${params.basin}`}>{t('origin.back')}</Link>}
          </p>
        )}
        {params.regle !== null && (
          <p className="caseload-origin">
            {t('origin.rule', { rule: params.regle })}
            <Link href={`/regles#${params.regle}`}>{t('origin.readRule')}</Link>
          </p>
        )}
        <CaseloadFilters
          search={search}
          q={params.q}
          stages={{ chosen: params.stage, choices: STAGES.map((stage) => ({ value: stage, label: law.stage(stage) })) }}
          selects={selects.filter(({ value, choices }) => value !== '' || choices.length > 1)}
          chips={chips}
        />
        {total === 0 ? (
          chips.length === 0
            ? <EmptyState title={t('empty.noneTitle')}>{t('empty.noneLead')}</EmptyState>
            : <EmptyState title={t('empty.title')} action={<LinkButton href="/dossiers">{t('empty.clear')}</LinkButton>}>{t('empty.lead')}</EmptyState>
        ) : (
          <CaseloadTable
            lines={page.rows.map((row) => wordCaseloadRow(row, page.today, words))}
            total={total} search={search} sort={params.sort} dir={params.dir} page={params.page} size={params.size}
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
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`)}</RoleNote></footer>
    </>
  )
}
