'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fieldMessage, typingMessage } from '@/components/file/acts/error-words.ts'
import { NOT_SENT, type NoteFormState } from '@/components/basin-notes/note-state.ts'
import { NOTE_LISTS, sheetOf } from '@/components/basin-notes/note-text.ts'
import { noteHref } from '@/components/basin-notes/notes-card.tsx'
import { setFlash } from '@/components/ui/set-flash.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import { importBasinNote, writeBasinNote, type NoteOutcome } from '@/lib/cases/basin-notes/notes.ts'
import { readNoteSheet, textOfSheet, type ImportProblem } from '@/lib/cases/basin-notes/read-csv.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Largest sheet taken, in bytes: some thousand lines. */
const LARGEST_SHEET = 200_000

async function wordedLines(problems: readonly ImportProblem[]): Promise<readonly string[]> {
  const t = await getTranslations('basinNotes.problem')
  return problems.map(({ line, code, value }) => t('line', { line, problem: t(code, { value }) }))
}

/** The day typed, or what to say of it. */
function dayTyped(form: FormData, actor: Actor): { readonly iso: string } | { readonly message: string } {
  const read = readTypedDay(textIn(form, 'validFrom'))
  if (read.ok) return { iso: isoOf(read.day) }
  return { message: read.code === 'empty' ? typingMessage({ of: 'field', code: 'required' }, actor.locale) : typingMessage({ of: 'day', typed: read }, actor.locale) }
}

async function answer(outcome: NoteOutcome, actor: Actor, basinCode: string): Promise<NoteFormState> {
  const t = await getTranslations('basinNotes')
  switch (outcome.kind) {
    case 'not_found':
      return notFound()
    case 'not_allowed':
      return { ...NOT_SENT, notice: t('notAllowed') }
    case 'bad_sheet':
      return { ...NOT_SENT, lines: await wordedLines(outcome.problems) }
    case 'invalid': {
      const today = await civilDay(actor.timeZone)
      return { ...NOT_SENT, problems: Object.entries(outcome.fields).map(([path, code]) => ({ field: path.split('.')[0] ?? path, message: path === 'text' && code === 'required' ? t('saysNothing') : fieldMessage(code, today, actor.locale) })) }
    }
    case 'written':
      await setFlash({ text: t('kept') })
      revalidatePath(noteHref(basinCode))
      return redirect(noteHref(basinCode))
  }
}

/** Keeps a note as it was typed, one entry a line. */
export async function writeNote(_before: NoteFormState, form: FormData): Promise<NoteFormState> {
  const actor = await requireActor()
  const day = dayTyped(form, actor)
  const lists = NOTE_LISTS.map((list) => ({ list, read: readNoteSheet(sheetOf(list, textIn(form, list))) }))
  const faults = await Promise.all(lists.map(async ({ list, read }) => (read.ok ? [] : [{ field: list, message: (await wordedLines(read.problems)).join(' ') }])))
  const problems = [...('message' in day ? [{ field: 'validFrom', message: day.message }] : []), ...faults.flat()]
  if (problems.length > 0 || 'message' in day) return { ...NOT_SENT, problems }
  const entries = lists.map(({ read }) => (read.ok ? read.entries : { occupations: [], sectors: [], trainings: [] }))
  const basinCode = textIn(form, 'basinCode')
  const content = {
    text: textIn(form, 'text'),
    occupations: entries.flatMap(({ occupations }) => occupations),
    sectors: entries.flatMap(({ sectors }) => sectors),
    trainings: entries.flatMap(({ trainings }) => trainings),
  }
  return answer(await writeBasinNote(actor, { basinCode, validFrom: day.iso, content }), actor, basinCode)
}

/** Keeps a note from a sheet, pasted or given as a file. */
export async function importNote(_before: NoteFormState, form: FormData): Promise<NoteFormState> {
  const actor = await requireActor()
  const t = await getTranslations('basinNotes')
  const day = dayTyped(form, actor)
  if ('message' in day) return { ...NOT_SENT, problems: [{ field: 'validFrom', message: day.message }] }
  const file = form.get('file')
  if (file instanceof File && file.size > LARGEST_SHEET) return { ...NOT_SENT, problems: [{ field: 'file', message: t('tooBig') }] }
  const sheet = file instanceof File && file.size > 0 ? textOfSheet(new Uint8Array(await file.arrayBuffer())) : textIn(form, 'sheet')
  if (sheet.trim() === '') return { ...NOT_SENT, problems: [{ field: 'sheet', message: t('noSheet') }] }
  if (sheet.length > LARGEST_SHEET) return { ...NOT_SENT, problems: [{ field: 'sheet', message: t('tooBig') }] }
  const basinCode = textIn(form, 'basinCode')
  return answer(await importBasinNote(actor, { basinCode, validFrom: day.iso, text: textIn(form, 'text'), sheet }), actor, basinCode)
}
