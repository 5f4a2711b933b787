import '@/components/live/live.css'
import { LiveFile } from '@/components/live/live-file.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { fileToFollow } from '@/lib/live/follow.ts'

/** Every part of a file hears what happens to it. */
export default async function FileLayout({ children, params }: LayoutProps<'/dossiers/[reference]'>) {
  const [actor, { reference }] = [await requireActor(), await params]
  const file = await fileToFollow(actor, reference)
  return (
    <>
      {children}
      {file !== null && <LiveFile reference={file.reference} version={file.version} />}
    </>
  )
}
