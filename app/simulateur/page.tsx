import '@/components/file/file.css'
import '@/components/worklist/screen.css'
import '@/components/simulator/simulator.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { readSimulatorAddress, simulatorHref } from '@/components/simulator/address.ts'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { SimulatorScreen } from '@/components/simulator/simulator-screen.tsx'
import { clientAddress } from '@/lib/access/client-address.ts'
import { currentActor } from '@/lib/access/session.ts'
import { simulationAllowance } from '@/lib/access/simulation-allowance.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'
import { addressOf } from './actions.ts'
import { ownOrigin } from './own-origin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulator'))('metaTitle') }
}

/** Open to everyone, as the rules are; in their own frame for whoever is signed in. Nothing is stored. */
export default async function SimulatorPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const locale = await getLocale()
  const address = readSimulatorAddress(await searchParams, locale)
  if (!address.canonical) redirect(simulatorHref(address.state, { why: address.why }))
  const actor = await currentActor()
  const sent = await headers()
  const screen = (
    <SimulatorScreen
      address={address}
      today={await civilDay(actor?.timeZone)}
      texts={await textsForReading()}
      wait={await simulationAllowance(clientAddress(sent.get('x-forwarded-for')))}
      origin={ownOrigin(sent)}
      open={actor === null}
      addressOf={addressOf}
    />
  )
  if (actor !== null) return <SignedFrame actor={actor}>{screen}</SignedFrame>
  return <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>{screen}</OpenFrame>
}
