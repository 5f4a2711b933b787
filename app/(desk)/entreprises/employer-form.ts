import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { employerHref } from '@/components/employer/address.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { fieldMessage, typingMessage } from '@/components/file/acts/error-words.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { EMPLOYER_PIECES, type EmployerPiece } from '@/lib/cases/content/employer-pieces.ts'
import type { EmployerContactInput, EmployerInput, EmployerOutcome } from '@/lib/cases/employers/change-employer.ts'
import type { ReceiveInput, ReceiveOutcome } from '@/lib/cases/employers/receive-pieces.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

export function employerIn(form: FormData): EmployerInput {
  const size = textIn(form, 'size').replace(/\s/gu, '')
  return { name: textIn(form, 'name'), siret: textIn(form, 'siret'), size: size === '' ? null : /^\d{1,9}$/u.test(size) ? Number(size) : Number.NaN }
}

export function contactIn(form: FormData): EmployerContactInput {
  return { name: textIn(form, 'name'), role: textIn(form, 'role'), phone: textIn(form, 'phone'), email: textIn(form, 'email') }
}

function isPiece(text: FormDataEntryValue): text is EmployerPiece {
  return EMPLOYER_PIECES.some((piece) => piece === text)
}

/** The boxes of a procedure as they were sent, or what is wrong with the day typed. */
export async function piecesIn(form: FormData): Promise<ReceiveInput | FormState> {
  const typed = readTypedDay(textIn(form, 'receivedOn'))
  if (!typed.ok) return { ...NOTHING_WRONG, problems: [{ field: 'receivedOn', message: typingMessage({ of: 'day', typed }, await getLocale()) }] }
  const people = form.getAll('person').filter((reference) => typeof reference === 'string')
  return {
    receivedOn: isoOf(typed.day),
    people: people.map((reference) => ({
      reference,
      pieces: form.getAll(`piece.${reference}`).filter(isPiece),
      shown: form.getAll(`shown.${reference}`).filter(isPiece),
    })),
  }
}

type Said = 'form.saved' | 'contacts.added' | 'contacts.withdrawn' | 'merge.done'

const OWN_WORDS: Readonly<Record<string, 'form.nameMissing' | 'form.siretTaken' | 'form.siretDiffers' | 'contacts.reach'>> = {
  'name.required': 'form.nameMissing',
  'siret.siret_taken': 'form.siretTaken',
  'siret.siret_differs': 'form.siretDiffers',
  'phone.required': 'contacts.reach',
}

/** Words what a command about an employer answered; goes back to its page when it is done. */
export async function answerEmployer(employerId: string, said: Said, outcome: EmployerOutcome): Promise<FormState> {
  const t = await getTranslations('employers')
  if (outcome.kind === 'kept') {
    await setFlash({ text: t(said, { name: outcome.name }) })
    revalidatePath('/entreprises', 'layout')
    return redirect(employerHref(employerId))
  }
  if (outcome.kind !== 'invalid') return { ...NOTHING_WRONG, notice: t(outcome.kind === 'not_allowed' ? 'form.notAllowed' : 'form.gone') }
  const [locale, today] = [await getLocale(), await civilDay()]
  const problems = Object.entries(outcome.fields).map(([field, code]) => {
    const own = OWN_WORDS[`${field}.${code}`]
    return { field, message: own === undefined ? fieldMessage(code, today, locale) : t(own) }
  })
  // A merge has no field: what stands in its way is said whole.
  return said === 'merge.done' ? { problems: [], notice: problems[0]?.message ?? null } : { problems, notice: null }
}

/** The same for the boxes of a procedure. */
export async function answerPieces(employerId: string, actor: Actor, outcome: ReceiveOutcome): Promise<FormState> {
  const t = await getTranslations('employers')
  if (outcome.kind === 'received') {
    const { added, takenBack } = outcome
    await setFlash({ text: added + takenBack === 0 ? t('procedure.unchanged') : t('procedure.saved', { added, takenBack, both: added > 0 && takenBack > 0 ? 'yes' : 'no' }) })
    revalidatePath('/entreprises', 'layout')
    return redirect(employerHref(employerId))
  }
  if (outcome.kind !== 'invalid') return { ...NOTHING_WRONG, notice: t(outcome.kind === 'not_allowed' ? 'form.notAllowed' : 'form.gone') }
  const [locale, today] = [await getLocale(), await civilDay(actor.timeZone)]
  return { notice: null, problems: Object.entries(outcome.fields).map(([field, code]) => ({ field, message: fieldMessage(code, today, locale) })) }
}
