import { FileUp, PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState } from '@/components/ui/notices.tsx'
import type { BasinNote, BasinNotes } from '@/lib/cases/basin-notes/notes.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { NoteContent } from './note-content.tsx'

export const noteHref = (basinCode: string, note?: 'nouvelle' | 'importer'): string => `/bassins/${encodeURIComponent(basinCode)}${note === undefined ? '' : `?note=${note}`}`

/** What the basin offers, as its manager keeps it: the note in force, who wrote it, and those before and to come. */
export function NotesCard({ notes, basinCode }: { readonly notes: BasinNotes; readonly basinCode: string }) {
  const t = useTranslations('basinNotes')
  const { current, all, mayWrite } = notes
  const others = all.filter((note) => note !== current)
  const verbs = mayWrite && (
    <span className="acts">
      <LinkButton href={noteHref(basinCode, 'nouvelle')} scroll={false}><Icon of={PenLine} />{t(current === null ? 'write' : 'rewrite')}</LinkButton>
      <LinkButton look="ghost" href={noteHref(basinCode, 'importer')} scroll={false}><Icon of={FileUp} />{t('import')}</LinkButton>
    </span>
  )
  return (
    <Card id="offre" title={t('title')} aside={verbs}>
      {current === null ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : <><NoteContent content={current.content} /><By note={current} /></>}
      {others.length > 0 && (
        <details className="tb">
          <summary>{t('others', { count: others.length })}</summary>
          {others.map((note) => <section key={note.id} className="earlier"><By note={note} /><NoteContent content={note.content} /></section>)}
        </details>
      )}
    </Card>
  )
}

function By({ note }: { readonly note: BasinNote }) {
  const t = useTranslations('basinNotes')
  const locale = useLocale()
  return <p className="fw">{t(note.imported ? 'imported' : 'written', { day: formatDay(note.validFrom, locale), who: note.writtenBy, when: formatMoment(note.writtenAt, locale) })}</p>
}
