import { OpenFrame } from '@/components/shell/frame.tsx'
import { NotFoundScreen } from '@/components/shell/states.tsx'
import { currentActor } from '@/lib/access/session.ts'
import { keepLocale, keepTheme } from './_frame/actions.ts'
import { requestTheme } from './_frame/preferences.ts'
import { SignedFrame } from './_frame/signed-frame.tsx'

export default async function NotFound() {
  const actor = await currentActor()
  if (actor !== null) return <SignedFrame actor={actor}><NotFoundScreen /></SignedFrame>
  return (
    <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>
      <NotFoundScreen />
    </OpenFrame>
  )
}
