import '@/components/alerts/alerts.css'
import '@/components/steering/steering.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readAlert } from '@/components/alerts/alert-address.ts'
import { AlertScreen } from '@/components/alerts/alert-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { alertView } from '@/lib/steering/alerts.ts'
import { setAsideAction, takeBackAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('alerts'))('metaTitle') }
}

export default async function AlertPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  if (!can(actor, 'alert.set_aside')) return <ForbiddenScreen />
  const asked = readAlert(await searchParams) ?? notFound()
  const alert = (await alertView(actor, asked)) ?? notFound()
  return <AlertScreen alert={alert} setAside={setAsideAction} takeBack={takeBackAction} />
}
