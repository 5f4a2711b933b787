import type { Flash } from '@/components/ui/flash.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { Recorded } from '@/lib/cases/outcomes.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { kindRecorded } from './form-view.ts'
import type { ActRequest } from './request.ts'

/** What was recorded, and the next deadline: « Pré-bilan enregistré. Prochaine échéance : Plan, au plus tard le … ». */
export function recordedNotice(outcome: Recorded, request: ActRequest, locale: Locale): Flash {
  const t = messagesFor(locale).acts.recorded
  const done = request.mode === 'record' ? kindRecorded(request.kind, locale) : t[request.mode]
  const { nextDeadline } = outcome
  const next = nextDeadline === null
    ? t.noNext
    : t.next.replace('{what}', wording(locale).deadline(nextDeadline.code).label).replace('{on}', formatDay(nextDeadline.dueOn, locale))
  return { text: `${done}. ${next}` }
}
