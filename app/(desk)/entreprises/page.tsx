import '@/components/employer/employer.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmployersTable } from '@/components/employer/employers-table.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { firstOf } from '@/components/ui/page-query.ts'
import { Pagination } from '@/components/ui/pagination.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { employersPage } from '@/lib/cases/employers/employers-list.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employers'))('metaTitle') }
}

const bold = (words: ReactNode) => <b>{words}</b>

export default async function EmployersPage({ searchParams }: PageProps<'/entreprises'>) {
  const actor = await requireActor()
  const query = await searchParams
  const q = firstOf(query, 'q').replaceAll('\0', '').trim().slice(0, 200)
  const asked = Number(firstOf(query, 'page'))
  const page = await employersPage(actor, q, Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1)
  if (page === null) return <ForbiddenScreen />
  const t = await getTranslations('employers')
  const awaited = page.employers.filter(({ incomplete }) => incomplete > 0).length
  const own = actor.role === 'counsellor' || actor.role === 'referent'
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">
            {q !== '' ? t('lead.found', { count: page.total }) : awaited === 0 ? t('lead.calm') : t.rich('lead.awaited', { count: awaited, b: bold })}
          </p>
        </div>
      </div>
      <Card id="employers" title={t('title')}>
        <Form className="employers-search" action="/entreprises" role="search">
          <TextField name="q" label={t('search.label')} defaultValue={q} maxLength={200} type="search" autoComplete="off" />
          <Button type="submit">{t('search.submit')}</Button>
        </Form>
        {page.total > 0 ? (
          <>
            <EmployersTable page={page} />
            <Pagination page={page.page} pageSize={page.pageSize} total={page.total} address={q === '' ? '/entreprises' : `/entreprises?q=${encodeURIComponent(q)}`} />
          </>
        ) : q === '' ? (
          <EmptyState title={t('empty.title')} action={can(actor, 'file.open') ? <LinkButton href="/dossiers/nouveau">{t('empty.open')}</LinkButton> : undefined}>{t('empty.lead')}</EmptyState>
        ) : (
          <EmptyState title={t('empty.searched')} action={<LinkButton href="/entreprises">{t('empty.clear')}</LinkButton>}>{t('empty.searchedLead')}</EmptyState>
        )}
      </Card>
      <footer className="screen-foot"><RoleNote>{t(own ? 'role.own' : 'role.wide')}</RoleNote></footer>
    </>
  )
}
