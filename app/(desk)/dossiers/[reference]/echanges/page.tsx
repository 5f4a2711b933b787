import '@/components/file/file.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AppointmentsCard } from '@/components/agenda/appointments-card.tsx'
import { exchangesHref, filterOf } from '@/components/exchanges/address.ts'
import { ExchangesScreen } from '@/components/exchanges/exchanges-screen.tsx'
import { MessageDrawer } from '@/components/mail/message-drawer.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { answerOf } from '@/components/ui/page-query.ts'
import { appointmentsOf } from '@/lib/agenda/of-files.ts'
import { requireActor } from '@/lib/access/session.ts'
import { exchanges } from '@/lib/notify/exchanges.ts'
import { usableModels } from '@/lib/notify/models.ts'
import { draftMessage } from '@/lib/notify/queue-message.ts'
import { sendAct } from '../actions.ts'
import { sendMessage } from './actions.ts'

type Props = PageProps<'/dossiers/[reference]/echanges'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('exchanges'))('title')}, ${(await params).reference}` }
}

export default async function ExchangesPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const read = (await exchanges(actor, (await params).reference)) ?? notFound()
  const query = await searchParams
  const filter = filterOf(answerOf(query, 'nature'))
  const { view } = read
  const appointments = await appointmentsOf(actor, view.reference)
  const writes = view.may.record && answerOf(query, 'ecrire') === '1'
  const models = writes ? await usableModels(actor) : []
  const asked = answerOf(query, 'modele')
  const draft = writes && asked !== '' ? await draftMessage(actor, view, asked) : null
  const drawer = !writes ? null : (
    <MessageDrawer
      key={draft?.modelKey ?? ''}
      reference={view.reference}
      submissionId={crypto.randomUUID()}
      models={models.map(({ key, name }) => ({ key, name, href: exchangesHref(view.reference, { filter, write: true, model: key }) }))}
      blankHref={exchangesHref(view.reference, { filter, write: true })}
      draft={draft}
      address={view.person.email}
      closeHref={exchangesHref(view.reference, { filter })}
      action={sendMessage}
    />
  )
  return (
    <DrawerLayout drawer={drawer}>
      <ExchangesScreen read={read} filter={filter} submissionId={crypto.randomUUID()} reader={actor.displayName} logContact={sendAct} beside={appointments === null ? undefined : <AppointmentsCard appointments={appointments} />} />
    </DrawerLayout>
  )
}
