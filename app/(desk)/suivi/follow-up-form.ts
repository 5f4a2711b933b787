import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { NO_PROBLEM, type PlacementFormState } from '@/components/placement/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Refusal } from '@/lib/accord/file/case-file.ts'
import { FOLLOW_UP_SITUATIONS } from '@/lib/accord/file/facts.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import type { RecordFactInput } from '@/lib/cases/commands/record-fact.ts'
import { CLOSING_RESULTS } from '@/lib/cases/content/work-and-breach.ts'
import type { FieldErrorCode } from '@/lib/cases/field-errors.ts'
import type { WriteOutcome } from '@/lib/cases/outcomes.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

type ReadForm = { readonly ok: true; readonly input: RecordFactInput } | { readonly ok: false; readonly state: PlacementFormState }

function submissionOf(form: FormData) {
  return { reference: textIn(form, 'reference'), version: Number(textIn(form, 'version')), submissionId: textIn(form, 'submissionId') }
}

/** The day typed and one choice among a few, both needed; what is wrong is said at its field. */
async function readAnswers(form: FormData, choice: 'situation' | 'result', options: readonly string[]) {
  const missing = await getTranslations('placement.missing')
  const dates = await getTranslations('common.date')
  const typed = readTypedDay(textIn(form, 'on'))
  const chosen = textIn(form, choice)
  const problems = [
    ...(typed.ok ? [] : [{ field: 'on', message: typed.code === 'noSuchDay' ? dates('noSuchDay', { lastDay: typed.lastDay }) : dates(typed.code) }]),
    ...(options.includes(chosen) ? [] : [{ field: choice, message: missing(choice) }]),
  ]
  return typed.ok && problems.length === 0
    ? { ok: true as const, on: isoOf(typed.day), chosen }
    : { ok: false as const, state: { ...NO_PROBLEM, problems } }
}

/** Reads the form of a contact. */
export async function readContactForm(form: FormData): Promise<ReadForm> {
  const read = await readAnswers(form, 'situation', FOLLOW_UP_SITUATIONS)
  if (!read.ok) return read
  return {
    ok: true,
    input: {
      ...submissionOf(form), kind: 'follow_up_held', terms: { on: read.on, situation: read.chosen },
      content: { channel: textIn(form, 'channel'), note: textIn(form, 'note') },
    },
  }
}

const MOTIVE_OF_CONTRACT = { cdi: 'job_cdi', cdd: 'job_cdd_6m', temp: 'job_temp_6m' } as const

/** Reads the form that closes a follow-up; the motive of exit is that of the job the CSP ended with. */
export async function readClosingForm(form: FormData, actor: Actor): Promise<ReadForm> {
  const read = await readAnswers(form, 'result', CLOSING_RESULTS)
  if (!read.ok) return read
  const submission = submissionOf(form)
  const placement = (await placements(actor))?.placements.find(({ reference }) => reference === submission.reference)
  const contract = placement?.jobContract ?? 'cdi'
  return {
    ok: true,
    input: {
      ...submission, kind: 'file_closed', terms: { on: read.on, motive: MOTIVE_OF_CONTRACT[contract] },
      content: { result: read.chosen, note: textIn(form, 'note') },
    },
  }
}

/** Reads the day on which a trial period was broken. */
export async function readTrialForm(form: FormData): Promise<ReadForm> {
  const dates = await getTranslations('common.date')
  const typed = readTypedDay(textIn(form, 'on'))
  if (!typed.ok) return { ok: false, state: { ...NO_PROBLEM, problems: [{ field: 'on', message: typed.code === 'noSuchDay' ? dates('noSuchDay', { lastDay: typed.lastDay }) : dates(typed.code) }] } }
  return { ok: true, input: { ...submissionOf(form), kind: 'trial_period_broken', terms: { on: isoOf(typed.day) } } }
}

/** A refusal of the law in words. */
export async function refusalWords(refusal: Refusal): Promise<NonNullable<PlacementFormState['refusal']>> {
  const t = await getTranslations('placement.error')
  const { message, remedy, rule, article } = wording(await getLocale()).refusal(refusal, null)
  return { title: t('refused'), message: [message, remedy].filter((part) => part !== null).join(' '), rule, article }
}

const fieldOf = (path: string) => path.replace(/^content\./, '')

async function messageOf(code: FieldErrorCode, actor: Actor): Promise<string> {
  const t = await getTranslations('placement.error')
  if (code === 'in_the_future') return t('future', { day: formatDay(await civilDay(actor.timeZone), await getLocale()) })
  if (code === 'required') return t('required')
  if (code === 'too_long') return t('tooLong')
  return code === 'not_a_day' ? t('day') : t('other')
}

/** Who a form is about, as the list names them; a closed follow-up leaves the list, so it is asked first. */
export async function personOf(form: FormData, actor: Actor): Promise<string> {
  const asked = textIn(form, 'reference')
  return (await placements(actor))?.placements.find(({ reference }) => reference === asked)?.personName ?? asked
}

/** Words what the command answered; once recorded, goes back to the list and says it there. */
export async function answerForm(outcome: WriteOutcome, actor: Actor, saved: 'contact.saved' | 'closing.saved' | 'trial.saved', person: string): Promise<PlacementFormState> {
  const [t, locale] = await Promise.all([getTranslations('placement'), getLocale()])
  switch (outcome.kind) {
    case 'recorded': {
      await setFlash({ text: t(saved, { person }) })
      revalidatePath('/suivi')
      return redirect('/suivi')
    }
    case 'invalid': {
      const problems = await Promise.all(
        Object.entries(outcome.fields).map(async ([path, code]) => ({ field: fieldOf(path), message: await messageOf(code, actor) })),
      )
      return { ...NO_PROBLEM, problems }
    }
    case 'not_admitted': {
      return { ...NO_PROBLEM, refusal: await refusalWords(outcome.refusal) }
    }
    case 'changed_meanwhile': {
      const last = outcome.since.at(-1)
      const when = last === undefined ? '' : formatMoment(last.when, locale, actor.timeZone)
      const notice = last === undefined || last.who === '' ? t('error.changedAlone') : t('error.changed', { who: last.who, when })
      return { ...NO_PROBLEM, notice, version: outcome.version }
    }
    case 'not_found':
      return { ...NO_PROBLEM, notice: t('error.notFound') }
    case 'not_allowed':
      return { ...NO_PROBLEM, notice: t('error.notAllowed') }
  }
}
