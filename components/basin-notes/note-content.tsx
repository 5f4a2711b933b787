import { useLocale, useTranslations } from 'next-intl'
import { parseDay } from '@/lib/accord/calendar/day.ts'
import type { BasinNoteContent } from '@/lib/cases/content/basin-note.ts'
import { formatDay } from '@/lib/wording/format/index.ts'

/** What a note of a basin says: occupations, sectors, trainings about to open, and its text. */
export function NoteContent({ content }: { readonly content: BasinNoteContent }) {
  const t = useTranslations('basinNotes')
  const locale = useLocale()
  const { text, occupations, sectors, trainings } = content
  const coded = (label: string, code: string | null) => <><span dir="auto">{label}</span>{code !== null && <code className="note-code">{code}</code>}</>
  return (
    <div className="basin-offer">
      {text !== null && <p className="note-text" dir="auto">{text}</p>}
      {occupations.length > 0 && (
        <section><h3>{t('occupations')}</h3><ul>{occupations.map(({ label, rome }) => <li key={label}>{coded(label, rome)}</li>)}</ul></section>
      )}
      {sectors.length > 0 && (
        <section><h3>{t('sectors')}</h3><ul>{sectors.map(({ label, naf }) => <li key={label}>{coded(label, naf)}</li>)}</ul></section>
      )}
      {trainings.length > 0 && (
        <section>
          <h3>{t('trainings')}</h3>
          <ul>
            {trainings.map(({ label, rome, provider, opensOn }) => {
              const opens = opensOn === null ? null : parseDay(opensOn)
              const more = [provider, opens === null ? null : t('opensOn', { day: formatDay(opens, locale) })].filter((piece) => piece !== null)
              return <li key={label}>{coded(label, rome)}{more.length > 0 && <small dir="auto">{more.join(', ')}</small>}</li>
            })}
          </ul>
        </section>
      )}
    </div>
  )
}
