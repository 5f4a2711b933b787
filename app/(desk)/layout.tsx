import type { ReactNode } from 'react'
import { requireActor } from '@/lib/access/session.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  return <SignedFrame actor={await requireActor()}>{children}</SignedFrame>
}
