import { Undo2 } from 'lucide-react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { FileView } from '@/lib/cases/views/file.ts'
import { fileHref } from './address.ts'
import { FileCrumb } from './file-crumb.tsx'

interface BesideFileHeadProps {
  readonly view: Pick<FileView, 'reference' | 'person'>
  readonly title: string
  readonly lead: string
  readonly back: string
}

/** The head of a screen that looks at a file from beside it: where one is, whose file, and the way back. */
export function BesideFileHead({ view: { reference, person }, title, lead, back }: BesideFileHeadProps) {
  return (
    <header className="file-head">
      <FileCrumb reference={reference} here={title} />
      <div className="ph-h">
        <h1 dir="auto">{person.firstName} {person.lastName}</h1>
        <div className="ph-a no-print"><LinkButton look="ghost" href={fileHref(reference)}><Icon of={Undo2} />{back}</LinkButton></div>
      </div>
      <p className="muted wi-lead">{lead}</p>
    </header>
  )
}
