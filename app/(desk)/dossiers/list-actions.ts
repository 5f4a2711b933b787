'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UNTOUCHED, type AssignForeseen, type DeskFormState, type MessageModel, type ReceiverChoice } from '@/components/caseload/desk-form.ts'
import type { Picked } from '@/components/caseload/desk-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { planSeries } from '@/lib/agenda/plan-series.ts'
import { bulkAssign, previewBulkAssign, receivers } from '@/lib/cases/lists/bulk-assign.ts'
import { bulkThrough, type RoomCommand } from '@/lib/cases/lists/bulk-through.ts'
import { keepListChoice } from '@/lib/cases/lists/list-choice.ts'
import { changeView, createView, deleteView, moveView } from '@/lib/cases/lists/saved-views.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'
import { usableModels } from '@/lib/notify/models.ts'
import { queueMessages } from '@/lib/notify/queue-message.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { answerBulk, answerExport, answerView, foreseen, pickedOf, readableModels, seriesLines } from './list-answers.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Keeps the columns and density someone reads their lists with. */
export async function keepDisplay(columns: readonly string[], density: string): Promise<void> {
  await keepListChoice(await requireActor(), { columns: Array.isArray(columns) ? columns : [], density })
  revalidatePath('/dossiers')
}

/** Keeps the list under a name; the side bar shows it. */
export async function keepView(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const actor = await requireActor()
  const outcome = await createView(actor, { name: textIn(form, 'name'), search: textIn(form, 'search'), shared: textIn(form, 'shared') === 'yes' })
  if (outcome.kind !== 'kept') return answerView(outcome, 'keep')
  await answerView(outcome, 'keep')
  revalidatePath('/', 'layout')
  return redirect(`/dossiers?${textIn(form, 'search')}${textIn(form, 'search') === '' ? '' : '&'}view=${outcome.id}`)
}

/** Renames a view, shares it or no longer, or gives it the list shown. */
export async function changeOwnView(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const search = form.get('search')
  const outcome = await changeView(await requireActor(), {
    id: textIn(form, 'id'), version: Number(textIn(form, 'version')),
    ...(form.has('name') ? { name: textIn(form, 'name') } : {}),
    ...(form.has('shared') ? { shared: textIn(form, 'shared') === 'yes' } : {}),
    ...(typeof search === 'string' ? { search } : {}),
  })
  revalidatePath('/', 'layout')
  return answerView(outcome, 'edit')
}

/** Takes a view away. */
export async function deleteOwnView(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const outcome = await deleteView(await requireActor(), textIn(form, 'id'))
  revalidatePath('/', 'layout')
  return answerView(outcome, 'delete')
}

/** Puts a view before the one above it, or after the one below. */
export async function moveOwnView(id: string, step: 'up' | 'down'): Promise<void> {
  await moveView(await requireActor(), id, step === 'up' ? 'up' : 'down')
  revalidatePath('/', 'layout')
}

/** Who the actor can give files to. */
export async function receiverChoices(): Promise<readonly ReceiverChoice[]> {
  return (await receivers(await requireActor())).map(({ id, name, load, basinNames }) => ({ id, name, live: load, basins: basinNames.join(', ') }))
}

/** Loads before and after; nothing is written. */
export async function previewAssign(picked: Picked, toIds: readonly string[]): Promise<AssignForeseen> {
  return foreseen(await previewBulkAssign(await requireActor(), { selection: pickedOf(picked), toIds: Array.isArray(toIds) ? [...toIds] : [] }))
}

/** Gives the files picked to colleagues. */
export async function assignPicked(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const outcome = await bulkAssign(await requireActor(), {
    selection: pickedOf(textIn(form, 'picked')), submissionId: textIn(form, 'submissionId'), reason: textIn(form, 'reason'),
    toIds: form.getAll('toIds').filter((value) => typeof value === 'string'),
  })
  revalidatePath('/', 'layout')
  return answerBulk(outcome)
}

/** Plans an appointment for each file picked. */
export async function schedulePicked(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const actor = await requireActor()
  const typed = readTypedDay(textIn(form, 'from'))
  if (!typed.ok) return answerBulk({ kind: 'invalid', fields: { from: 'not_a_day' } })
  const outcome = await bulkThrough(actor, { action: 'schedule', selection: pickedOf(textIn(form, 'picked')), submissionId: textIn(form, 'submissionId') }, async (references, submissionId) => {
    const answer = await planSeries(actor, {
      submissionId, references: [...references], from: isoOf(typed.day), time: textIn(form, 'time'), until: textIn(form, 'until'), minutes: Number(textIn(form, 'minutes')),
      kind: textIn(form, 'kind') as 'contact', means: textIn(form, 'means') as 'meeting', place: textIn(form, 'place'), link: '',
    })
    return answer.kind === 'series' ? seriesLines(answer.lines, actor.locale) : answer
  })
  revalidatePath('/', 'layout')
  return answerBulk(outcome)
}

/** The models of message that may be sent, with their words. */
export async function messageModels(): Promise<readonly MessageModel[]> {
  const actor = await requireActor()
  return readableModels(await usableModels(actor), actor.locale)
}

/** Writes to the people of the files picked. */
export async function writeToPicked(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const actor = await requireActor()
  const outcome = await bulkThrough(actor, { action: 'message', selection: pickedOf(textIn(form, 'picked')), submissionId: textIn(form, 'submissionId') }, async (references, submissionId): ReturnType<RoomCommand> => {
    const answer = await queueMessages(actor, { references, templateId: textIn(form, 'templateId') }, submissionId)
    if (answer.kind !== 'done') return { kind: 'invalid', fields: answer.kind === 'too_many' ? { picked: 'too_long' } : { templateId: 'not_an_option' } }
    return new Map(answer.outcomes.map((line) => [line.reference, { outcome: line.kind === 'queued' ? 'done' : line.kind }]))
  })
  revalidatePath('/', 'layout')
  return answerBulk(outcome)
}

/** Exports the list shown, or the lines picked, as they are shown. */
export async function exportList(_previous: DeskFormState, form: FormData): Promise<DeskFormState> {
  const refs = textIn(form, 'refs')
  const search = new URLSearchParams(textIn(form, 'search'))
  // Lines ticked are exported whatever the filter: they were ticked.
  const params = refs === '' ? search : new URLSearchParams([...search].filter(([name]) => ['sort', 'cols'].includes(name)))
  if (refs !== '') {
    params.set('refs', refs)
    params.set('scope', 'all')
  }
  const outcome = await requestExport(await requireActor(), {
    definition: 'caseload', params: { search: params.toString() }, format: textIn(form, 'format') === 'csv' ? 'csv' : 'xlsx', filter: filterWords(form),
  })
  // A short one is downloaded from where one is; a long one is waited for among the others.
  if (outcome.kind === 'done') return { ...UNTOUCHED, download: outcome.id }
  if (outcome.kind === 'under_way') {
    await setFlash({ text: (await getTranslations('exports'))('underWay') })
    return redirect('/exports')
  }
  return answerExport(outcome.kind)
}

function filterWords(form: FormData): readonly string[] {
  try {
    const said: unknown = JSON.parse(textIn(form, 'filter'))
    return Array.isArray(said) ? said.filter((line) => typeof line === 'string').map((line) => line.slice(0, 1_000)).slice(0, 60) : []
  } catch {
    return []
  }
}
