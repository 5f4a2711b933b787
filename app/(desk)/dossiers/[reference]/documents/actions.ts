'use server'
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { issuedHref } from '@/components/documents/address.ts'
import type { IssueState } from '@/components/documents/issue-form.tsx'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { issueDocument } from '@/lib/documents/issue.ts'

/** Issues the draft that was read, then shows it as issued. */
export async function issue(_before: IssueState, form: FormData): Promise<IssueState> {
  const actor = await requireActor()
  const t = await getTranslations('documents.issue')
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const reference = text('reference')
  const about = text('about')
  const outcome = await issueDocument(actor, { reference, kind: text('kind'), about: about === '' ? null : about, digest: text('digest'), submissionId: text('submissionId'), reason: form.has('reason') ? text('reason') : null })
  switch (outcome.kind) {
    case 'issued': {
      const href = issuedHref(reference, outcome.number)
      await setFlash({ text: t('done', { number: outcome.number }) })
      revalidatePath(href)
      return redirect(href)
    }
    case 'invalid':
      return { problems: outcome.fields.reason === undefined ? [] : [{ field: 'reason', message: t(outcome.fields.reason) }], notice: null }
    case 'changed_meanwhile':
      revalidatePath(`/dossiers/${reference}/documents`)
      return { problems: [], notice: t('changed') }
    case 'not_ready':
      return { problems: [], notice: t('notReady') }
    case 'unchanged':
      return { problems: [], notice: t('unchanged', { number: outcome.number }) }
    case 'not_allowed':
      return { problems: [], notice: t('notAllowed') }
    case 'not_found':
      return notFound()
  }
}
