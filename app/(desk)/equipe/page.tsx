import '@/components/basin/basin.css'
import '@/components/handover/handover.css'
import '@/components/team/team.css'
import '@/components/worklist/screen.css'
import { ChartLine } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LoadTable } from '@/components/basin/load-table.tsx'
import { AbsenceDrawer } from '@/components/handover/absence-drawer.tsx'
import { AbsenceList } from '@/components/handover/absence-list.tsx'
import { PlannedList } from '@/components/handover/planned-list.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { AssignDrawer } from '@/components/team/assign-drawer.tsx'
import { ShareDrawer } from '@/components/team/share-drawer.tsx'
import { loadSentence } from '@/components/team/team-loads.ts'
import { PeopleTable, ReassignmentTable } from '@/components/team/team-tables.tsx'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { absencesManaged, standInChoices } from '@/lib/cases/handover/absence-queries.ts'
import { plannedHandovers } from '@/lib/cases/handover/planned-handovers.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { candidates, team } from '@/lib/cases/queries/team.ts'
import type { Team } from '@/lib/cases/views/basins.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { backAgain, tellAway } from './absence-actions.ts'
import { assignOne, giveUpPlanned, previewSharing, shareCaseload } from './actions.ts'
import { momentWords } from './moment-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('team'))('metaTitle') }
}

type Search = Record<string, string | string[] | undefined>

async function fileToAssign(actor: Actor, asked: string | string[] | undefined) {
  if (typeof asked !== 'string' || asked.trim() === '') return null
  const reference = asked.trim().toUpperCase()
  const view = await fileView(actor, reference)
  return view === null || !view.may.assign ? { reference, view: null } : { reference, view }
}

export default async function TeamPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const view = await team(actor)
  if (view === null) return <ForbiddenScreen />
  const [t, absenceWords, plannedWords, locale, search] = await Promise.all([
    getTranslations('team'), getTranslations('handover.absences'), getTranslations('handover.planned'), getLocale(), searchParams,
  ])
  const mayAssign = can(actor, 'file.assign')
  const from = mayAssign ? (view.members.find(({ id }) => id === search['de']) ?? null) : null
  const [absences, planned] = await Promise.all([absencesManaged(actor), plannedHandovers(actor)])
  const absent = from === null && absences !== null ? (view.members.find(({ id, active }) => active && id === search['absent']) ?? null) : null
  const file = mayAssign && from === null && absent === null ? await fileToAssign(actor, search['dossier']) : null
  const sentence = loadSentence(view.members.map((member) => ({ name: member.name, active: member.active, live: member.live.count })))
  const carrying = view.members.filter((member) => member.live.count > 0).toSorted((a, b) => b.live.count - a.live.count)
  const total = carrying.reduce((sum, member) => sum + member.live.count, 0)
  return (
    <DrawerLayout drawer={absent !== null ? <Absent actor={actor} member={absent} /> : from !== null ? <Share from={from} members={view.members} /> : file?.view != null ? <Assign actor={actor} file={file.view} members={view.members} /> : null}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{sentence === null ? null : <b>{t(`now.${sentence.kind}`, { ...sentence })}</b>}</p>
        </div>
        {can(actor, 'steering.read') && <div className="screen-tools"><LinkButton href="/pilotage#charges"><Icon of={ChartLine} />{t('figures')}</LinkButton></div>}
      </div>
      {view.members.length === 0 ? <div className="card"><EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState></div> : (
        <div className="basin-stack">
          <Card id="loads" title={t('load.title')} aside={<span className="est">{t('load.note', { count: total })}</span>}>
            <LoadTable loads={carrying} />
          </Card>
          <Card id="people" title={t('people.title')}><PeopleTable members={view.members} mayAssign={mayAssign} mayTellAbsence={absences !== null} /></Card>
          {absences !== null && (
            <Card id="absences" title={absenceWords('title')} aside={<span className="est">{absenceWords('note')}</span>}><AbsenceList absences={absences} end={backAgain} /></Card>
          )}
          {planned.length > 0 && <Card id="planned" title={plannedWords('title')} aside={<span className="est">{plannedWords('note')}</span>}><PlannedList planned={planned} cancel={giveUpPlanned} /></Card>}
          {mayAssign && (
            <Card id="one" title={t('one.title')} aside={<span className="est">{t('one.lead')}</span>}>
              <form action="/equipe" method="get" className="find-file">
                <TextField
                  name="dossier" label={t('one.find')} hint={t('one.findHint')} dir="ltr" autoComplete="off" maxLength={40} required
                  defaultValue={file?.view === null ? file.reference : ''}
                  error={file?.view === null ? t('one.notFound', { reference: file.reference }) : undefined}
                />
                <Button type="submit">{t('one.open')}</Button>
              </form>
            </Card>
          )}
          <Card id="history" title={t('history.title')} aside={<span className="est">{t('history.note')}</span>}>
            <ReassignmentTable
              reassignments={view.reassignments.map((line, index) => ({
                key: `${line.reference}-${line.at.getTime()}-${index}`, ...momentWords(line.at, locale, actor.timeZone),
                reference: line.reference, personName: line.personName, to: line.to, by: line.by, reason: line.reason,
              }))}
            />
          </Card>
        </div>
      )}
      <footer className="screen-foot"><RoleNote>{t(actor.role === 'operator_admin' ? 'scope.operator_admin' : 'scope.manager')}</RoleNote></footer>
    </DrawerLayout>
  )
}

function Share({ from, members }: { from: Team['members'][number]; members: Team['members'] }) {
  const basins = new Set(from.basins.map(({ code }) => code))
  const colleagues = members
    .filter((member) => member.id !== from.id && member.active && (basins.size === 0 || member.basins.some(({ code }) => basins.has(code))))
    .map((member) => ({ id: member.id, name: member.name, live: member.live.count, basins: member.basins.map(({ name }) => name).join(', ') }))
  return <ShareDrawer key={from.id} from={{ id: from.id, name: from.name, live: from.live.count, referred: from.referred }} colleagues={colleagues} preview={previewSharing} action={shareCaseload} />
}

async function Absent({ actor, member }: { actor: Actor; member: Team['members'][number] }) {
  const standIns = await standInChoices(actor, member.id)
  return (
    <AbsenceDrawer
      key={member.id} accountId={member.id} name={member.name} todayIso={isoOf(await civilDay(actor.timeZone))} action={tellAway}
      standIns={standIns.map(({ id, name, basins }) => ({ id, name, basins: basins.join(', ') }))}
    />
  )
}

async function Assign({ actor, file, members }: { actor: Actor; file: NonNullable<Awaited<ReturnType<typeof fileView>>>; members: Team['members'] }) {
  const live = (id: string) => members.find((member) => member.id === id)?.live.count ?? 0
  const colleagues = (await candidates(actor, file.basin.code))
    .filter(({ id }) => id !== file.counsellor.id)
    .map(({ id, name }) => ({ id, name, live: live(id) }))
  return (
    <AssignDrawer
      key={file.reference}
      file={{ reference: file.reference, personName: `${file.person.firstName} ${file.person.lastName}`, counsellorId: file.counsellor.id, counsellorName: file.counsellor.name }}
      colleagues={colleagues} current={{ ...file.counsellor, live: live(file.counsellor.id) }} action={assignOne}
    />
  )
}
