import { isOneOf } from './narrowing.ts'
import type { FileRecord, Settings } from '@/lib/accord/index.ts'
import type { Fact } from '@/lib/accord/file/facts.ts'
import type { FileView } from '@/lib/cases/views/file.ts'

/** The record a file's view was derived from, to ask the law what else it would admit. */
export function recordOf(view: FileView): FileRecord {
  const facts: Fact[] = []
  for (const { fact, factIndex } of view.facts.toSorted((a, b) => (a.factIndex ?? 0) - (b.factIndex ?? 0))) {
    if (fact !== null && factIndex !== null) facts.push(fact)
  }
  return { frame: view.frame, facts }
}

const ROLL_POLICIES = ['none', 'next_working_day_if_holiday'] as const

export function settingsOf(view: FileView): Settings {
  const { rollPolicy, contactIntervalDays, followUpIntervalDays } = view.settings
  return {
    rollPolicy: isOneOf(ROLL_POLICIES, rollPolicy) ? rollPolicy : 'next_working_day_if_holiday',
    contactIntervalDays,
    followUpIntervalDays,
  }
}
