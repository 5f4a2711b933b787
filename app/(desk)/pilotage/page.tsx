import '@/components/charts/charts.css'
import '@/components/exports/exports.css'
import '@/components/map/map.css'
import '@/components/steering/steering.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getTranslations } from 'next-intl/server'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { besideOf, readSteering, type SteeringAddress } from '@/components/steering/address.ts'
import { DashboardScreen } from '@/components/steering/dashboard-screen.tsx'
import { IndicatorScreen } from '@/components/steering/indicator-screen.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { dashboard, SECTIONS, type Ground } from '@/lib/steering/dashboard/overview.ts'
import { oneIndicator } from '@/lib/steering/dashboard/one-indicator.ts'
import { exportIndicators } from './export-actions.ts'
import { ElsewhereOfPlace } from './elsewhere-of-place.tsx'
import { PacksOfPlace } from './lots/packs-of-place.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('steering'))('metaTitle') }
}

/** What was asked, once put back to what is shown: no link goes on asking for what was refused. */
function shownAddress(asked: SteeringAddress, { slice, choice }: Ground): SteeringAddress {
  const days = choice.code === null ? { from: isoOf(choice.period.from), to: isoOf(choice.period.to) } : { from: null, to: null }
  return { ...asked, place: slice.place.level === 'nation' ? null : slice.place, counsellor: slice.counsellor, period: choice.code, ...days }
}

export default async function SteeringPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  if (!can(actor, 'steering.read')) return <ForbiddenScreen />
  const { asked, unheard } = readSteering(await searchParams)
  const question = { place: asked.place, counsellor: asked.counsellor, where: asked.where, period: { period: asked.period, from: asked.from, to: asked.to } }
  const role = actor.role === 'manager' || actor.role === 'operator_admin' ? actor.role : 'counsellor'
  const may = { openBasins: can(actor, 'basin.read'), openTeam: can(actor, 'team.read'), followMoney: can(actor, 'money.read') }
  if (asked.indicator !== null) {
    const one = await oneIndicator(actor, { ...question, indicator: asked.indicator, by: asked.by, pace: asked.pace, beside: besideOf(asked.indicator, asked.beside) })
    return one === null ? <ForbiddenScreen /> : <IndicatorScreen one={one} asked={shownAddress(asked, one.ground)} unheard={unheard} role={role} may={may} />
  }
  const shown = await dashboard(actor, question)
  if (shown === null) return <ForbiddenScreen />
  const { slice, choice } = shown.ground
  // Last, and on its own: what was given to a committee delays no figure.
  const packs = can(actor, 'pack.read') ? <Suspense fallback={null}><PacksOfPlace actor={actor} place={slice.place} to={choice.period.to} /></Suspense> : undefined
  return <DashboardScreen dashboard={shown} sections={SECTIONS} asked={shownAddress(asked, shown.ground)} unheard={unheard} role={role} may={may} packs={packs} elsewhere={<Suspense fallback={null}><ElsewhereOfPlace actor={actor} place={slice.place} period={choice.period} /></Suspense>} exportIndicators={exportIndicators} />
}
