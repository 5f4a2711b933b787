import type { ReactNode } from 'react'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { currentActor } from '@/lib/access/session.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'

/** The frame around an address that does not exist. */
export default async function NowhereLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (actor !== null) return <SignedFrame actor={actor}>{children}</SignedFrame>
  return <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>{children}</OpenFrame>
}
