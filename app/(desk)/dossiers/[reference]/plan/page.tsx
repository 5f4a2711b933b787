import '@/components/file/file.css'
import '@/components/basin-notes/notes.css'
import '@/components/plan/plan.css'
import '@/components/money/money.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { readHeldAppointment } from '@/components/agenda/address.ts'
import { ActDrawer, opensDrawer } from '@/components/file/acts/act-drawer.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { costHref, readCostAddress } from '@/components/money/address.ts'
import { costDrawer, planLineNames } from '@/components/money/cost-drawers.tsx'
import { CostsCard } from '@/components/money/costs-card.tsx'
import { readPlanAddress } from '@/components/plan/address.ts'
import { planDrawer } from '@/components/plan/plan-drawer.tsx'
import { PlanScreen } from '@/components/plan/plan-screen.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { costsOfFile } from '@/lib/cases/costs/costs-of-file.ts'
import { planView } from '@/lib/cases/plan/working-plan.ts'
import { allowancePaid, payableSpans } from '@/lib/indicators/allowance.ts'
import { previewAct, sendAct } from '../actions.ts'
import { saveCost, takeCostBack } from './cost-actions.ts'
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
  const costs = (await costsOfFile(actor, plan.view.reference)) ?? notFound()
  const locale = await getLocale()
  const words = legalWords(locale, plan.view.file.regime)
  const act = { act: address.act }
  const { reference, today, file } = plan.view
  const planLines = plan.plan.content.measures
  const submissionId = readHeldAppointment(query)?.id ?? crypto.randomUUID()
  const cost = costDrawer({ reference, costs, address: readCostAddress(query), planLines, today, submissionId: crypto.randomUUID(), locale, actions: { save: saveCost, withdraw: takeCostBack } })
  const spans = payableSpans(file.ledger)
  const allowance = spans[0] === undefined ? null : allowancePaid(spans, file.amounts.aspDaily, { from: spans[0].from, to: today }, today)
  const drawer = cost ?? (address.act !== undefined && opensDrawer(plan.view, act)
    ? <ActDrawer view={plan.view} words={words} address={act} submissionId={crypto.randomUUID()} action={sendAct} ask={previewAct} place="plan" />
    : planDrawer({ plan, words, address, locale, submissionId, signer: actor.displayName, actions: { saveLine, saveProject, validate: sendValidation, preview: previewValidation } }))
  return (
    <DrawerLayout drawer={drawer}>
      <PlanScreen
        plan={plan} words={words} compared={address.compare ?? null} markStep={markStep}
        costs={<CostsCard reference={reference} costs={costs} planLines={planLineNames(planLines, locale)} allowance={allowance} />}
        {...(costs.mayRecord ? { costOf: (planLine: string) => costHref(reference, { open: 'new', planLine }) } : {})}
      />
    </DrawerLayout>
  )
}
