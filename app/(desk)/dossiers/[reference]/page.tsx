import '@/components/file/file.css'
import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActDrawer, opensDrawer } from '@/components/file/acts/act-drawer.tsx'
import { readFileAddress } from '@/components/file/address.ts'
import { FileScreen } from '@/components/file/file-screen.tsx'
import { HistoryScreen } from '@/components/file/history-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { nextToDo } from '@/lib/cases/projection.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { previewAct, sendAct } from './actions.ts'

type Props = PageProps<'/dossiers/[reference]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference }
}

export default async function FilePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { reference } = await params
  const address = readFileAddress(await searchParams)
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
  const drawer = opensDrawer(view, address)
    ? <ActDrawer view={view} words={words} address={address} submissionId={crypto.randomUUID()} action={sendAct} ask={previewAct} />
    : null
  return (
    <DrawerLayout drawer={drawer}>
      <FileScreen
        view={view}
        words={words}
        next={nextToDo(view.file)}
        why={address.why ?? null}
        unread={asked !== null && !asked.ok ? { typed: address.knownOn ?? '' } : knownOn !== null && then === null ? 'before' : null}
        role={actor.role}
      />
    </DrawerLayout>
  )
}
