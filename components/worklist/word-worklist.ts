/** Turns the query's worklist into lines ready to be shown: words, addresses, states. No rule is decided here. */
import type { useTranslations } from 'next-intl'
import type { PlannedLink } from '@/components/agenda/word-agenda.ts'
import { addDays, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '@/lib/accord/file/case-file.ts'
import { isOwnSetting } from '@/lib/accord/file/deadline-dates.ts'
import { articleOf } from '@/lib/accord/rules/articles.ts'
import type { WorkItem, Worklist } from '@/lib/cases/views/worklist.ts'
import { capitalised, formatDay, formatDayShort, relativeDay } from '@/lib/wording/format/index.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { actHref, elsewhereHref, fileHref, whyHref, type WorkGroup, type WorkGroupName, type WorkLine } from './work-line.ts'

type Translate = ReturnType<typeof useTranslations<'worklist'>>

export interface WorklistWords {
  readonly t: Translate
  readonly locale: Locale
  readonly stage: (stage: Stage) => string
  /** The appointment made for an item, where there is one. */
  readonly planned?: (item: WorkItem) => PlannedLink | null
}

/** The day of the file that a line's second sentence speaks of; deadlines not listed have none. */
const spokenDay = {
  answer: 'handedOverOn',
  informationInterview: 'handedOverOn',
  preBilan: 'cspStart',
  plan: 'preBilanOn',
  contact: 'lastContactOn',
  month4Review: 'cspStart',
  bonusClaim: 'jobStartedOn',
  bonusSecondPayment: 'jobStartedOn',
  finalInterview: 'cspTerm',
  termLetter: 'cspTerm',
  registration: 'cspTerm',
  followUp: 'jobStartedOn',
  followUpEnd: 'jobStartedOn',
} as const satisfies Readonly<Partial<Record<DeadlineCode, string>>>

function speaksOfADay(code: DeadlineCode): code is keyof typeof spokenDay {
  return code in spokenDay
}

function reasonOf({ code, context }: WorkItem, { t, locale }: WorklistWords): string | null {
  if (!speaksOfADay(code)) return null
  const value = context[spokenDay[code]]
  if (typeof value !== 'number') return code === 'contact' ? t('reason.contactNever') : null
  return t(`reason.${code}`, { day: formatDay(value as Day, locale) })
}

/** One line, worded for `today`. */
export function wordLine(item: WorkItem, today: Day, words: WorklistWords): WorkLine {
  const { t, locale } = words
  const state = deadlineStateOn({ dueOn: item.dueOn, metOn: null, cancelled: false }, today)
  return {
    key: item.id,
    personName: item.personName,
    stage: words.stage(item.stage),
    standingIn: item.standingInFor === null ? null : t('list.standingIn', { name: item.standingInFor.name, day: formatDayShort(item.standingInFor.until, locale) }),
    act: t(`act.${item.code}`),
    reason: reasonOf(item, words),
    planned: words.planned?.(item) ?? null,
    dueIso: isoOf(item.dueOn),
    dueLabel: formatDay(item.dueOn, locale),
    state: state === 'overdue' || state === 'soon' ? state : 'planned',
    relative: capitalised(relativeDay(item.dueOn, today, locale)),
    rule: item.rule,
    article: articleOf(item.rule, item.regimeCode),
    ownSetting: isOwnSetting(item.code),
    action: t(`action.${item.code}`),
    fileHref: fileHref(item.reference),
    actHref: actHref(item.reference, item.metBy),
    elsewhereHref: item.maySilence ? elsewhereHref(item.reference, item.code, isoOf(item.dueOn)) : null,
    whyHref: whyHref(item.reference, item.code, item.rule),
  }
}

const order: readonly WorkGroupName[] = ['overdue', 'today', 'week', 'later']

/** The groups that have lines, in the order of urgency. */
export function wordGroups(worklist: Worklist, words: WorklistWords): readonly WorkGroup[] {
  const { t, locale } = words
  const weekEnd = addDays(worklist.today, 7)
  const notes: Record<WorkGroupName, string> = {
    overdue: t('group.overdueNote'),
    today: t('group.todayNote'),
    week: t('group.weekNote', { day: formatDayShort(weekEnd, locale) }),
    later: t('group.laterNote', { day: formatDayShort(addDays(weekEnd, 1), locale) }),
  }
  return order.flatMap((name) => {
    const items = worklist.groups[name]
    if (items.length === 0) return []
    const lines = items.map((item) => wordLine(item, worklist.today, words))
    return [{ name, title: t(`group.${name}`), subtitle: notes[name], lines }]
  })
}
