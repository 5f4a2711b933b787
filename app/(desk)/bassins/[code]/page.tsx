import '@/components/alerts/alerts.css'
import '@/components/basin/basin.css'
import '@/components/basin-notes/notes.css'
import '@/components/worklist/screen.css'
import { ChartLine, Users } from 'lucide-react'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BasinAlerts } from '@/components/alerts/alert-screen.tsx'
import { BasinFigures } from '@/components/basin/basin-figures.tsx'
import { DeadlineTable, ExitTable, StageTable } from '@/components/basin/basin-tables.tsx'
import { EndsChart } from '@/components/basin/ends-chart.tsx'
import { lawWords } from '@/components/basin/law-words.ts'
import { LoadTable } from '@/components/basin/load-table.tsx'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { QuarterSwitch } from '@/components/basin/quarter-switch.tsx'
import { averageLoad } from '@/components/basin/stage-bands.ts'
import { NoteDrawer } from '@/components/basin-notes/note-drawer.tsx'
import { noteLines } from '@/components/basin-notes/note-text.ts'
import { noteHref, NotesCard } from '@/components/basin-notes/notes-card.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { basinNotes } from '@/lib/cases/basin-notes/notes.ts'
import { basinOverview } from '@/lib/cases/queries/basins.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { alertsOfBasin } from '@/lib/steering/alerts.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { importNote, writeNote } from './note-actions.ts'

interface BasinPageProps {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('basin'))('all.metaTitle') }
}

export default async function BasinPage({ params, searchParams }: BasinPageProps) {
  const actor = await requireActor()
  const [{ code }, { trimestre, note }] = await Promise.all([params, searchParams])
  const overview = await basinOverview(actor, code, typeof trimestre === 'string' ? trimestre : undefined)
  if (overview === null) notFound()
  const [t, locale, today] = await Promise.all([getTranslations('basin'), getLocale(), civilDay(actor.timeZone)])
  const { basin, loads } = overview
  const notes = (await basinNotes(actor, code)) ?? notFound()
  const fromSheet = note === 'importer'
  const alerts = (await alertsOfBasin(actor, code)) ?? []
  const lists = notes.current === null ? { occupations: '', sectors: '', trainings: '' } : noteLines(notes.current.content)
  const drawer = notes.mayWrite && (fromSheet || note === 'nouvelle')
    ? (
      <NoteDrawer
        key={fromSheet ? 'sheet' : 'lines'} basinCode={basin.code} basinName={basin.name} today={isoOf(today)} text={notes.current?.content.text ?? ''} lists={lists} fromSheet={fromSheet}
        closeHref={noteHref(basin.code)} otherHref={noteHref(basin.code, fromSheet ? 'nouvelle' : 'importer')} action={fromSheet ? importNote : writeNote}
      />
    )
    : null
  const words = lawWords(locale)
  const name = readQuarter(overview.quarter.code)
  const quarter = t('figure.during', { quarter: name === null ? overview.quarter.code : t('quarter.long', { number: name.number, year: String(name.year) }) })
  const worst = loads.toSorted((a, b) => b.overdue.count - a.overdue.count)[0]
  const terms = overview.ends.reduce((sum, { figure }) => sum + figure.count, 0)
  const held = loads.reduce((sum, load) => sum + load.live.count, 0)
  return (
    <DrawerLayout drawer={drawer}>
      <div className="screen-head">
        <div>
          <p className="basin-crumb"><Link href="/bassins">{t('one.back')}</Link> · {t('one.crumb', { count: basin.departmentCodes.length, codes: basin.departmentCodes.join(', ') })}</p>
          <h1 className="basin-place">{basin.name}</h1>
          <p className="muted">
            {basin.overdue.count === 0 ? t('one.calm') : (
              <>
                <b className="late">
                  {worst === undefined || worst.overdue.count === 0
                    ? t('one.now', { count: basin.overdue.count })
                    : t('one.nowWorst', { count: basin.overdue.count, worst: worst.overdue.count, name: worst.name })}
                </b>{' '}
                <Link href={`/dossiers?${basin.overdue.search}`}>{t('one.see')}</Link>
              </>
            )}
          </p>
        </div>
        <div className="screen-tools">
          {can(actor, 'steering.read') && <LinkButton href={`/pilotage?place=basin:${basin.code}&period=${overview.quarter.code}`}><Icon of={ChartLine} />{t('one.figures')}</LinkButton>}
          <QuarterSwitch quarters={overview.quarters} current={overview.quarter.code} path={`/bassins/${basin.code}`} />
        </div>
      </div>
      <div className="basin-stack">
        <BasinAlerts alerts={alerts} />
        <BasinFigures overview={overview} />
        <div className="basin-split">
          <Card id="load" title={t('load.title')} aside={<span className="est">{t('load.note', { count: held, average: averageLoad(loads.map((load) => load.live.count)) })}</span>}>
            <LoadTable
              loads={loads.map((load) => ({
                id: load.counsellorId, name: load.name, live: load.live, overdue: load.overdue,
                byStage: load.byStage.map(({ stage, figure }) => ({ stage, count: figure.count })),
              }))}
            />
            {can(actor, 'file.assign') && loads.length > 0 && (
              <p className="load-actions"><LinkButton href="/equipe"><Icon of={Users} />{t('load.share')}</LinkButton></p>
            )}
          </Card>
          <Card id="stages" title={t('stage.title')} aside={<span className="est">{t('stage.note')}</span>}>
            <StageTable byStage={overview.byStage} words={words} />
          </Card>
        </div>
        <Card id="deadlines" title={t('deadline.title')} aside={<span className="est">{t('deadline.note', { quarter })}</span>}>
          <DeadlineTable deadlines={overview.deadlines} words={words} />
        </Card>
        <NotesCard notes={notes} basinCode={basin.code} />
        <div className="basin-split">
          <Card id="ends" title={t('end.title')} aside={<span className="est">{t('end.note', { count: terms })}</span>}>
            <EndsChart ends={overview.ends} />
          </Card>
          <Card id="exits" title={t('exit.title')} aside={<span className="est">{t('exit.note', { quarter })}</span>}>
            <ExitTable exits={overview.exits} words={words} />
          </Card>
        </div>
      </div>
      <footer className="screen-foot">
        <RoleNote>{t(actor.role === 'operator_admin' ? 'role.operator_admin' : 'role.manager', { day: formatDay(today, locale) })}</RoleNote>
      </footer>
    </DrawerLayout>
  )
}
