import '@/components/file/file.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { readHeldAppointment } from '@/components/agenda/address.ts'
import { plannedLink } from '@/components/agenda/word-agenda.ts'
import { ActDrawer, opensDrawer } from '@/components/file/acts/act-drawer.tsx'
import { SilenceCard } from '@/components/exchanges/silence-card.tsx'
import { SilenceDrawer } from '@/components/exchanges/silence-drawer.tsx'
import { fileHref, readFileAddress } from '@/components/file/address.ts'
import { FileScreen } from '@/components/file/file-screen.tsx'
import { HistoryScreen } from '@/components/file/history-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { plannedFor } from '@/lib/agenda/of-files.ts'
import { overdueSteps } from '@/lib/cases/plan/working-plan.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Deadline } from '@/lib/accord/file/case-file.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { nextUnsilenced, silencesOf } from '@/lib/cases/queries/silences.ts'
import { maySilence } from '@/lib/cases/silence.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { previewAct, sendAct } from './actions.ts'
import { sayDoneElsewhere, takeBackSilence } from './silence-actions.ts'

type Props = PageProps<'/dossiers/[reference]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference }
}

export default async function FilePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { reference } = await params
  const query = await searchParams
  const address = readFileAddress(query)
  if (address.view === 'history') {
    const read = await history(actor, reference)
    return read === null ? notFound() : <HistoryScreen history={read} />
  }
  const asked = address.knownOn === undefined ? null : readTypedDay(address.knownOn)
  const knownOn = asked !== null && asked.ok ? asked.day : null
  const then = knownOn === null ? null : await fileView(actor, reference, { knownOn })
  const view = then ?? (await fileView(actor, reference)) ?? notFound()
  const locale = await getLocale()
  const words = legalWords(locale, view.file.regime)
  const held = readHeldAppointment(query)
  const drawer = opensDrawer(view, address)
    ? <ActDrawer view={view} words={words} address={address} submissionId={held?.id ?? crypto.randomUUID()} heldOn={held?.day} action={sendAct} ask={previewAct} />
    : null
  const silences = view.knownOn === null ? await silencesOf(actor, view.id) : []
  const next = nextUnsilenced(view.file, silences)
  const made = view.knownOn === null && next !== null ? (await plannedFor(actor, [view.reference])).get(`${view.reference} ${next.metBy}`) : undefined
  const elsewhereOf = ({ code, dueOn }: Pick<Deadline, 'code' | 'dueOn'>) => fileHref(view.reference, { elsewhere: `${code}.${isoOf(dueOn)}` })
  const silenced = view.may.record && address.elsewhere !== undefined ? view.file.deadlines.find(({ code, dueOn }) => `${code}.${isoOf(dueOn)}` === address.elsewhere && maySilence(code)) : undefined
  const elsewhereDrawer = silenced === undefined ? null : (
    <SilenceDrawer
      reference={view.reference} code={silenced.code} dueIso={isoOf(silenced.dueOn)} today={isoOf(view.today)} closeHref={fileHref(view.reference)} action={sayDoneElsewhere}
      deadline={(await getTranslations('exchanges.silence'))('deadline', { act: words.act(silenced.code), day: formatDay(silenced.dueOn, locale) })}
    />
  )
  return (
    <DrawerLayout drawer={drawer ?? elsewhereDrawer}>
      <FileScreen
        elsewhereHref={next !== null && view.may.record && maySilence(next.code) ? elsewhereOf(next) : undefined}
        elsewhere={<SilenceCard silences={silences} reference={view.reference} takeBack={view.may.record ? takeBackSilence : undefined} />}
        view={view}
        words={words}
        next={next}
        planned={made === undefined ? undefined : plannedLink(made, { t: await getTranslations('agenda'), locale })}
        why={address.why ?? null}
        unread={asked !== null && !asked.ok ? { typed: address.knownOn ?? '' } : knownOn !== null && then === null ? 'before' : null}
        role={actor.role}
        steps={knownOn === null ? await overdueSteps(actor, view.id, view.today) : []}
      />
    </DrawerLayout>
  )
}
