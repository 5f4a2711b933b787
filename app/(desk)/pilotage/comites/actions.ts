'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { readGesture, type Gesture } from '@/components/committees/gesture.ts'
import { typingMessage } from '@/components/file/acts/error-words.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { addOrganisation, cancelMeeting, endOrganisation, followDecision, foundCommittee, holdMeeting, moveMeeting, planMeeting, recordDecision, renameCommittee, type CommitteeOutcome } from '@/lib/steering/committees/commands.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

const LIST = '/pilotage/comites'

interface Typed {
  readonly day: (name: string) => Day | null
  /** Days that do not read, each with what to say of it. */
  readonly unread: ReadonlyMap<string, string>
}

/** The days of a form; one that does not read has its own words, whatever else is said of the field. */
function typedDays(form: FormData, actor: Actor, names: readonly string[]): Typed {
  const read = new Map(names.map((name) => [name, readTypedDay(textIn(form, name))]))
  const unread = new Map([...read].flatMap(([name, typed]) => (typed.ok || typed.code === 'empty' ? [] : [[name, typingMessage({ of: 'day', typed }, actor.locale)] as const])))
  return { unread, day: (name) => { const typed = read.get(name); return typed?.ok === true ? typed.day : null } }
}

async function problemsOf(outcome: Extract<CommitteeOutcome, { kind: 'invalid' }>, unread: ReadonlyMap<string, string>, form: FormData, gesture: Gesture | null): Promise<FormState> {
  const t = await getTranslations('committees')
  const code = readQuarter(textIn(form, 'quarter') || textIn(form, 'of'))
  const quarter = code === null ? '' : t('quarter', { number: code.number, year: String(code.year) })
  const problems = Object.entries(outcome.fields).map(([field, problem]) => ({
    field,
    message: unread.get(field)
      ?? (field === 'organisation' && problem === 'required' ? t('problem.requiredFollower')
        : problem === 'outside_quarter' ? t(gesture === 'tenue' ? 'problem.outside_quarter' : 'problem.outside_quarter_plan', { quarter })
        : t(`problem.${problem}`)),
  }))
  return { problems, notice: null }
}

/** Sets up the committee of a place. */
export async function foundAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('committees')
  const typed = typedDays(form, actor, ['since'])
  const outcome = await foundCommittee(actor, { place: textIn(form, 'place'), name: textIn(form, 'name'), secretariat: textIn(form, 'secretariat'), since: typed.day('since') })
  switch (outcome.kind) {
    case 'done':
      await setFlash({ text: t('found.done') })
      return redirect(`${LIST}/${outcome.id}`)
    case 'already':
      return redirect(`${LIST}?deja=${outcome.id}`)
    case 'invalid':
      return problemsOf(outcome, typed.unread, form, null)
    default:
      return { ...NOTHING_WRONG, notice: t(`problem.${outcome.kind}`) }
  }
}

const DAYS = ['on', 'from', 'to', 'dueOn'] as const

function done(actor: Actor, gesture: Gesture, form: FormData, { day }: Typed): Promise<CommitteeOutcome> {
  const text = (name: string) => textIn(form, name)
  const [committee, meeting, version] = [text('committee'), text('meeting'), Number(text('version'))]
  const date = { quarter: text('quarter'), on: day('on'), at: text('at') }
  switch (gesture) {
    case 'reunion': return planMeeting(actor, committee, date)
    case 'deplacer': return moveMeeting(actor, committee, meeting, version, date)
    case 'tenue': return holdMeeting(actor, committee, meeting, version, { on: day('on'), pack: text('pack') })
    case 'annuler': return cancelMeeting(actor, committee, meeting, version, text('reason'))
    case 'decision': return recordDecision(actor, committee, { meetingId: meeting, words: text('words'), organisationId: text('organisation'), function: text('function'), dueOn: day('dueOn') })
    case 'point': return followDecision(actor, committee, text('decision'), { state: text('state'), on: day('on'), note: text('note') })
    case 'organisation': return addOrganisation(actor, committee, { name: text('name'), kind: text('kind'), from: day('from') })
    case 'depart': return endOrganisation(actor, committee, text('organisation'), day('to'))
    case 'nom': return renameCommittee(actor, committee, { name: text('name'), secretariat: text('secretariat') })
  }
}

/** One gesture on a committee. */
export async function gestureAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('committees')
  const gesture = readGesture(textIn(form, 'gesture'))
  if (gesture === null) return { ...NOTHING_WRONG, notice: t('problem.gone') }
  const typed = typedDays(form, actor, DAYS)
  const outcome = await done(actor, gesture, form, typed)
  switch (outcome.kind) {
    case 'done':
      await setFlash({ text: outcome.others > 0 ? t('saved.second', { count: outcome.others }) : t('saved.done') })
      revalidatePath(LIST)
      return redirect(`${LIST}/${outcome.committeeId}`)
    case 'invalid':
      return problemsOf(outcome, typed.unread, form, gesture)
    case 'already':
      return { ...NOTHING_WRONG, notice: t('found.already') }
    default:
      return { ...NOTHING_WRONG, notice: t(`problem.${outcome.kind}`) }
  }
}
