'use server'

import type { FormState } from '@/components/ui/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { addEmployerContact, changeEmployer, mergeEmployers, withdrawEmployerContact } from '@/lib/cases/employers/change-employer.ts'
import { receivePieces } from '@/lib/cases/employers/receive-pieces.ts'
import { answerEmployer, answerPieces, contactIn, employerIn, piecesIn } from './employer-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

export async function keepEmployer(_: FormState, form: FormData): Promise<FormState> {
  const read = employerIn(form)
  return answerEmployer(textIn(form, 'employerId'), 'form.saved', await changeEmployer(await requireActor(), textIn(form, 'employerId'), read))
}

export async function addContact(_: FormState, form: FormData): Promise<FormState> {
  return answerEmployer(textIn(form, 'employerId'), 'contacts.added', await addEmployerContact(await requireActor(), textIn(form, 'employerId'), contactIn(form)))
}

export async function withdrawContact(form: FormData): Promise<void> {
  await answerEmployer(textIn(form, 'employerId'), 'contacts.withdrawn', await withdrawEmployerContact(await requireActor(), textIn(form, 'employerId'), textIn(form, 'contactId')))
}

export async function mergeWith(_: FormState, form: FormData): Promise<FormState> {
  return answerEmployer(textIn(form, 'employerId'), 'merge.done', await mergeEmployers(await requireActor(), textIn(form, 'employerId'), textIn(form, 'other')))
}

export async function keepPieces(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const read = await piecesIn(form)
  return 'problems' in read ? read : answerPieces(textIn(form, 'employerId'), actor, await receivePieces(actor, read))
}
