import { addDays, isoOf } from '@/lib/accord/calendar/day.ts'
import { couldExplain } from '@/lib/accord/file/hearing.ts'
import type { Offer } from '@/lib/accord/file/progress.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { FieldValues } from './act-fields.tsx'
import type { FieldView, OptionView } from './form-view.ts'
import { withAddedLeaves } from './leave-choice.ts'

/** Days proposed to explain oneself: a habit of ours, that the form lets change. */
const DAYS_TO_EXPLAIN = 8

/** What a form asks that depends on the file: the leaves of its text, the offers that await an answer, whether someone was heard. */
export function withFileChoices(kind: string, fields: readonly FieldView[], view: FileView, locale: Locale, answered?: string): readonly FieldView[] {
  if (kind === 'exclusion_decided') {
    const { breach } = view.file
    return breach !== null && couldExplain(breach, view.today)
      ? fields.filter(({ path }) => path !== 'content.withoutHearing')
      : fields.map((field) => (field.path === 'content.withoutHearing' ? { ...field, required: true } : field))
  }
  if (kind === 'offer_refused' || kind === 'offer_accepted' || kind === 'offer_unanswered') return withOffers(kind, fields, offersToAnswer(view, answered), view, locale)
  return withAddedLeaves(fields, view.file.regime.leaves, locale)
}

function offersToAnswer({ file }: FileView, answered: string | undefined): readonly Offer[] {
  return file.offers.filter((offer) => offer.number !== null && (offer.answer === null || offer.number === answered))
}

/** A refusal may be of an offer nobody recorded; the two other answers may not. */
function withOffers(kind: string, fields: readonly FieldView[], offers: readonly Offer[], view: FileView, locale: Locale): readonly FieldView[] {
  if (kind === 'offer_refused' && offers.length === 0)
    return fields.filter(({ path }) => path !== 'offer').map((field) => (field.when?.path === 'offer' ? { ...field, when: null } : field))
  const t = messagesFor(locale).acts.form
  const options = offers.map((offer): OptionView => ({
    value: offer.number ?? '',
    label: t.offerChoice
      .replace('{number}', offer.number ?? '')
      .replace('{job}', offerJob(view, offer))
      .replace('{on}', offer.madeOn === null ? '' : formatDay(offer.madeOn, locale)),
  }))
  return fields.map((field) => (field.path === 'offer' ? { ...field, options } : field))
}

/** The job that an offer is for, in the words kept beside it. */
export function offerJob(view: FileView, offer: Pick<Offer, 'factIndex'>): string {
  const job = view.facts.find(({ factIndex }) => factIndex === offer.factIndex)?.content?.['job']
  return typeof job === 'string' ? job : ''
}

/** What a form proposes besides today: the number of the next offer, the only offer to answer, the time to explain. */
export function proposedValues(kind: string, view: FileView, asked?: string): FieldValues {
  if (kind === 'offer_made') {
    const last = Math.max(0, ...view.file.offers.map(({ number }) => Number(number ?? 0)))
    return { offer: String(last + 1) }
  }
  if (kind === 'explanations_invited') return { answerBy: isoOf(addDays(view.today, DAYS_TO_EXPLAIN)) }
  if (kind !== 'offer_refused' && kind !== 'offer_accepted' && kind !== 'offer_unanswered') return {}
  const open = offersToAnswer(view, undefined)
  const chosen = open.find(({ number }) => number === asked) ?? (open.length === 1 ? open[0] : undefined)
  return { offer: chosen?.number ?? '' }
}
