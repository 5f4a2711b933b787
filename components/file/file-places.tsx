import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import type { FileView } from '@/lib/cases/views/file.ts'
import { fileHref } from './address.ts'
import { FileCrumb } from './file-crumb.tsx'

/** The parts of a file, each a page of its own. */
export const FILE_PLACES = ['file', 'plan', 'offers', 'exchanges', 'documents', 'history'] as const
export type FilePlace = (typeof FILE_PLACES)[number]

const segments = { plan: 'plan', offers: 'offres', exchanges: 'echanges', documents: 'documents' } as const

/** Address of a part of a file. */
export function placeHref(reference: string, place: FilePlace): string {
  if (place === 'file') return fileHref(reference)
  if (place === 'history') return fileHref(reference, { view: 'history' })
  return `${fileHref(reference)}/${segments[place]}`
}

interface FilePlacesProps {
  readonly reference: string
  readonly here: FilePlace
}

/** From one part of a file to another, the one shown being marked. */
export function FilePlaces({ reference, here }: FilePlacesProps) {
  const t = useTranslations('file.places')
  return (
    <nav className="places no-print" aria-label={t('label')}>
      <ul>
        {FILE_PLACES.map((place) => (
          <li key={place}>
            <Link href={placeHref(reference, place)} aria-current={place === here ? 'page' : undefined}>{t(place)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface FilePlaceHeadProps {
  readonly view: Pick<FileView, 'reference' | 'person'>
  readonly here: FilePlace
  /** What now, in a sentence. */
  readonly lead?: ReactNode
  /** The verbs of this part. */
  readonly verbs?: ReactNode
}

/** The head of a part of a file: whose file, the parts, what now and the verbs. */
export function FilePlaceHead({ view: { reference, person }, here, lead, verbs }: FilePlaceHeadProps) {
  const t = useTranslations('file')
  return (
    <header className="file-head">
      <FileCrumb reference={reference} here={t(`places.${here}`)} />
      <div className="ph-h">
        <h1 dir="auto">{person.firstName} {person.lastName}</h1>
        {verbs !== undefined && <div className="ph-a no-print">{verbs}</div>}
      </div>
      <FilePlaces reference={reference} here={here} />
      {lead !== undefined && <p className="muted">{lead}</p>}
    </header>
  )
}
