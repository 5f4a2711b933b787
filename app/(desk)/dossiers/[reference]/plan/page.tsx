import '@/components/file/file.css'
import '@/components/basin-notes/notes.css'
import '@/components/plan/plan.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { readHeldAppointment } from '@/components/agenda/address.ts'
import { ActDrawer, opensDrawer } from '@/components/file/acts/act-drawer.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { readPlanAddress } from '@/components/plan/address.ts'
import { planDrawer } from '@/components/plan/plan-drawer.tsx'
import { PlanScreen } from '@/components/plan/plan-screen.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { planView } from '@/lib/cases/plan/working-plan.ts'
import { previewAct, sendAct } from '../actions.ts'
import { markStep, previewValidation, saveLine, saveProject, sendValidation } from './actions.ts'

type Props = PageProps<'/dossiers/[reference]/plan'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('plan')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const query = await searchParams
  const address = readPlanAddress(query)
  const plan = (await planView(actor, (await params).reference)) ?? notFound()
  const locale = await getLocale()
  const words = legalWords(locale, plan.view.file.regime)
  const act = { act: address.act }
  const drawer = address.act !== undefined && opensDrawer(plan.view, act)
    ? <ActDrawer view={plan.view} words={words} address={act} submissionId={crypto.randomUUID()} action={sendAct} ask={previewAct} place="plan" />
    : planDrawer({ plan, words, address, locale, submissionId: readHeldAppointment(query)?.id ?? crypto.randomUUID(), signer: actor.displayName, actions: { saveLine, saveProject, validate: sendValidation, preview: previewValidation } })
  return (
    <DrawerLayout drawer={drawer}>
      <PlanScreen plan={plan} words={words} compared={address.compare ?? null} markStep={markStep} />
    </DrawerLayout>
  )
}
