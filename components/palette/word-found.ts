/** Words what the palette's search found, in a language. Nothing is looked for or decided here. */
import type { Stage } from '@/lib/accord/file/case-file.ts'
import type { useTranslations } from 'next-intl'
import { wording } from '@/lib/accord/wording/index.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { AtHand } from '@/lib/cases/find/find.ts'
import type { Found, FoundEmployer, FoundFile } from '@/lib/cases/find/views.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { formatDayPlain, formatMonth, relativeDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { ACTS } from '../file/acts/index.ts'
import { kindTitle } from '../file/acts/form-view.ts'
import type { ActLine, AtHandAnswer, EmployerLine, FileLine, FoundAnswer } from './answers.ts'

export interface FoundWords {
  readonly locale: Locale
  readonly t: ReturnType<typeof useTranslations<'palette'>>
  /** Whether the files may be other people's. */
  readonly sharesFiles: boolean
}

/** Before these stages are over, nobody has accepted yet: there is no support to note a contact of. */
const BEFORE_ACCEPTANCE: readonly Stage[] = ['to_propose', 'reflection', 'refused', 'annulled', 'closed']

function actsOf(file: FoundFile, locale: Locale): readonly ActLine[] {
  if (!file.mayRecord) return []
  const kinds = new Set<string>()
  if (!BEFORE_ACCEPTANCE.includes(file.stage)) kinds.add('contact_held')
  if (file.nextDeadline?.act != null) kinds.add(file.nextDeadline.act)
  return [...kinds].map((kind) => ({ kind, label: kindTitle(kind, locale) }))
}

function fileLine(file: FoundFile, today: Day, { locale, t, sharesFiles }: FoundWords): FileLine {
  const law = wording(locale)
  const next = file.nextDeadline
  const state = next === null ? null : deadlineStateOn({ dueOn: next.on, metOn: null, cancelled: false }, today)
  return {
    reference: file.reference,
    name: file.personName,
    about: [t('born', { day: formatDayPlain(file.birthDate, locale) }), file.reference, file.basinName, ...(sharesFiles ? [file.counsellorName] : [])].join(' · '),
    stage: law.stage(file.stage),
    deadline: next === null ? null : { label: `${law.deadline(next.code).label}, ${relativeDay(next.on, today, locale)}`, state: state === 'overdue' || state === 'soon' ? state : 'planned' },
    acts: actsOf(file, locale),
  }
}

function employerLine({ id, name, siret, files }: FoundEmployer, { t }: FoundWords): EmployerLine {
  const grouped = siret?.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/u, '$1\u00A0$2\u00A0$3\u00A0$4')
  return { id, name, about: [...(grouped === undefined ? [] : [t('siret', { siret: grouped })]), t('employerFiles', { count: files })].join(' · ') }
}

function understood({ asked }: Found, { t, locale }: FoundWords): string {
  const { words, born, reference, siret } = asked
  const bornWords = born === null ? null
    : born.from === born.to ? t('understood.bornOn', { day: formatDayPlain(born.from, locale) })
    : isoOf(born.from).slice(0, 7) === isoOf(born.to).slice(0, 7) ? t('understood.bornIn', { month: formatMonth(born.from, locale) })
    : t('understood.bornYear', { year: isoOf(born.from).slice(0, 4) })
  return [
    ...(words.length === 0 ? [] : [t('understood.name', { words: words.join(' ') })]),
    ...(bornWords === null ? [] : [bornWords]),
    ...(reference === null ? [] : [t('understood.reference', { number: `${reference.year ?? '…'}-${String(reference.number).padStart(5, '0')}` })]),
    ...(siret === null ? [] : [t('understood.siret', { siret })]),
  ].join(t('understood.separator'))
}

/** What was found, worded. */
export function wordFound(found: Found, words: FoundWords): FoundAnswer {
  return {
    files: found.files.map((file) => fileLine(file, found.today, words)),
    more: found.more,
    bornSetAside: found.bornSetAside,
    employers: found.employers.map((employer) => employerLine(employer, words)),
    understood: understood(found, words),
  }
}

/** The file at hand and the last ones read, worded, with the names of the acts for who records. */
export function wordAtHand({ today, file, recent }: AtHand, mayRecord: boolean, words: FoundWords): AtHandAnswer {
  return {
    file: file === null ? null : fileLine(file, today, words),
    recent: recent.map((line) => fileLine(line, today, words)),
    acts: mayRecord ? ACTS.map(({ kind }) => ({ kind, label: kindTitle(kind, words.locale) })) : [],
  }
}
