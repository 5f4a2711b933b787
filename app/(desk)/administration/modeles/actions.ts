'use server'
import { revalidatePath } from 'next/cache'
import { getLocale, getTranslations } from 'next-intl/server'
import type { LogoState } from '@/components/templates/logo-form.tsx'
import type { TemplateState } from '@/components/templates/template-form.tsx'
import { problemWords } from '@/components/templates/problem-words.ts'
import { requireActor } from '@/lib/access/session.ts'
import { removeLogo, setLogo } from '@/lib/documents/logo.ts'
import { previewTemplate } from '@/lib/documents/preview-template.ts'
import { isDocumentKind } from '@/lib/documents/content.ts'
import { writeTemplate } from '@/lib/documents/write-template.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Keeps a template, puts ours back, or shows what a document would read with what is typed. */
export async function keepTemplate(_before: TemplateState, form: FormData): Promise<TemplateState> {
  const [actor, t, locale] = [await requireActor(), await getTranslations('templates'), await getLocale()]
  const [kind, body, reference] = [textIn(form, 'kind'), textIn(form, 'body'), textIn(form, 'reference').trim()]
  const answer: TemplateState = { problems: [], notice: null, saved: null, version: Number(textIn(form, 'version')), preview: null, restored: null }
  if (!isDocumentKind(kind)) return { ...answer, notice: t('error.not_found') }
  if (textIn(form, 'ask') === 'preview') {
    const shown = await previewTemplate(actor, kind, body, reference === '' ? null : reference)
    if (shown.kind === 'refused') return { ...answer, problems: problemWords(shown.problems, locale) }
    return shown.kind === 'preview' ? { ...answer, preview: shown } : { ...answer, notice: t(`error.${shown.kind}`) }
  }
  const outcome = await writeTemplate(actor, { kind, version: answer.version, body: textIn(form, 'ask') === 'restore' ? null : body })
  switch (outcome.kind) {
    case 'refused':
      return { ...answer, problems: problemWords(outcome.problems, locale) }
    case 'changed_meanwhile':
      return { ...answer, notice: t('error.changed_meanwhile', { who: outcome.by }) }
    case 'unchanged':
      return { ...answer, notice: t('error.unchanged') }
    case 'not_allowed':
    case 'not_found':
      return { ...answer, notice: t(`error.${outcome.kind}`) }
    case 'written': {
      revalidatePath('/administration/modeles', 'layout')
      const shown = await previewTemplate(actor, kind, textIn(form, 'ask') === 'restore' ? textIn(form, 'ours') : body, null)
      return { ...answer, version: outcome.version, saved: t('saved', { version: outcome.version }), preview: shown.kind === 'preview' ? shown : null, restored: textIn(form, 'ask') === 'restore' ? textIn(form, 'ours') : null }
    }
  }
}

/** Sets the operator's logo, or takes it away. */
export async function keepLogo(_before: LogoState, form: FormData): Promise<LogoState> {
  const [actor, t] = [await requireActor(), await getTranslations('templates.logo')]
  const file = form.get('logo')
  const outcome = textIn(form, 'ask') === 'remove' ? await removeLogo(actor) : await setLogo(actor, file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0))
  if (outcome.kind === 'set' || outcome.kind === 'removed') {
    revalidatePath('/administration/modeles')
    return { saved: t(outcome.kind), problem: null }
  }
  return { saved: null, problem: t(outcome.kind === 'invalid' ? outcome.reason : 'not_allowed') }
}
