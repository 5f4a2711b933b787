import type { Actor } from '../access/actor.ts'
import { formatMoment } from '../wording/format/moment.ts'
import { messagesFor } from '../wording/messages.ts'
import type { HeldJob } from './job.ts'
import type { AboutExport, ExportDefinition } from './sheet.ts'
import { exportWords } from './words.ts'

/** What an export tells of itself: who asked, when it was made, what was kept and left out, and what its columns mean. */
export function aboutExport(
  job: Pick<HeldJob, 'params' | 'filter' | 'locale'>, actor: Pick<Actor, 'displayName' | 'role' | 'operatorName' | 'timeZone'>,
  definition: ExportDefinition, rows: number, at: Date,
): AboutExport {
  const { locale, params, filter } = job
  const t = exportWords(locale)
  const role = messagesFor(locale).common.role[actor.role]
  return {
    title: t('about.title'),
    lines: [
      [t('about.what'), definition.title(locale)],
      [t('about.who'), actor.operatorName === null ? `${actor.displayName} (${role})` : `${actor.displayName} (${role}), ${actor.operatorName}`],
      [t('about.when'), formatMoment(at, locale, actor.timeZone)],
      [t('about.filter'), filter.length === 0 ? t('about.noFilter') : filter.join('\n')],
      [t('about.rows'), String(rows)],
      [t('about.private'), t('about.privateNote')],
      ...definition.meanings(params, locale),
    ],
  }
}
