// What drifts and was set aside by a manager: with a reason, until a day, told to everyone who sees the alert.
import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { Transaction } from '../database/client.ts'

export type AlertSubject = 'basin' | 'counsellor'

export interface SetAside {
  /** The last day it stays so. ISO text. */
  readonly until: string
  readonly reason: string
  readonly by: string
}

/** What stays set aside today, by « kind subject id »: the latest word on each, where its day has not passed. */
export async function asidesInForce({ tx, today }: { readonly tx: Transaction; readonly today: Day }): Promise<ReadonlyMap<string, SetAside>> {
  const rows = await tx.$queryRaw<(SetAside & { key: string })[]>`
    select last.key, last.until_day::text as until, last.reason, k.display_name as by
    from (select distinct on (kind, subject, subject_id) kind || ' ' || subject || ' ' || subject_id as key, until_day, reason, set_by
          from alert_set_aside order by kind, subject, subject_id, set_at desc, id desc) last
    join account k on k.id = last.set_by
    where last.until_day >= ${isoOf(today)}::date`
  return new Map(rows.map(({ key, ...aside }) => [key, aside]))
}
