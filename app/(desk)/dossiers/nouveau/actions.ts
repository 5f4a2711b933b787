'use server'

import { redirect } from 'next/navigation'
import { typingProblems } from '@/components/file/acts/error-words.ts'
import { fileHref } from '@/components/file/address.ts'
import { NOTHING_OPENED, type OpeningPreviewView, type OpeningState } from '@/components/opening/opening-state.ts'
import { openedNotice, openingPreviewView, openingState } from '@/components/opening/opening-words.ts'
import { readOpening } from '@/components/opening/read-opening.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { openFile, previewOpening } from '@/lib/cases/commands/open-file.ts'
import { knownEmployers } from '@/lib/cases/employers/employers-list.ts'
import { operatorSettings } from '@/lib/cases/queries/operator-settings.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import type { KnownEmployer } from '@/lib/cases/views/employers.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'

/** Opens the file, then leads to it; or says at each field what to do. */
export async function openAction(_before: OpeningState, form: FormData): Promise<OpeningState> {
  const actor = await requireActor()
  const request = readOpening(form, actor.locale)
  const unread = typingProblems(request.errors, actor.locale)
  if (unread.length > 0) return { ...NOTHING_OPENED, problems: unread }
  const outcome = await openFile(actor, request.input)
  if (outcome.kind !== 'opened') return openingState(outcome, request, await civilDay(actor.timeZone), actor.locale)
  await setFlash(openedNotice(outcome.reference, actor.locale))
  redirect(fileHref(outcome.reference))
}

/** What the answers given so far lead to. */
export async function previewAction(form: FormData): Promise<OpeningPreviewView> {
  const actor = await requireActor()
  const settings = can(actor, 'file.open') ? await operatorSettings(actor) : null
  if (settings === null) return { kind: 'incomplete' }
  const { draft } = readOpening(form, actor.locale)
  return openingPreviewView(previewOpening(draft, await textsForReading(), settings, await civilDay(actor.timeZone)), actor.locale)
}

/** Employers already known by a name like the one typed. */
export async function askEmployersAction(typed: string): Promise<readonly KnownEmployer[]> {
  return knownEmployers(await requireActor(), typeof typed === 'string' ? typed.slice(0, 200) : '')
}
