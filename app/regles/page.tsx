import '@/components/rules/rules.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RulesScreen } from '@/components/rules/rules-screen.tsx'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { currentActor } from '@/lib/access/session.ts'
import { ruleCounts } from '@/lib/cases/queries/rule-counts.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('metaTitle') }
}

/** Open to everyone: the law is nobody's secret. In their own frame, with their own numbers, for whoever is signed in. */
export default async function RulesPage() {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const [texts, today] = await Promise.all([textsForReading(), civilDay(actor?.timeZone)])
  const screen = { texts, today, locale }
  if (actor !== null) return <SignedFrame actor={actor}><RulesScreen {...screen} reader="signed" counts={await ruleCounts(actor)} /></SignedFrame>
  return (
    <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>
      <RulesScreen {...screen} reader="stranger" counts={null} />
    </OpenFrame>
  )
}
