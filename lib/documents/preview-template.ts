import type { Actor } from '../access/actor.ts'
import { fileView } from '../cases/queries/file-view.ts'
import { checkTemplate, type MarkupProblem } from '../templates/checked-template.ts'
import { isDocumentKind, type DocumentContent } from './content.ts'
import { draftOf } from './draft.ts'
import { kindOf } from './kinds/index.ts'
import { groundOf } from './kinds/kind.ts'
import { sampleView } from './sample.ts'
import { knownTokens, mayWriteTemplates } from './write-template.ts'

export type TemplatePreview =
  | { readonly kind: 'preview'; readonly content: DocumentContent; readonly missingTokens: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly MarkupProblem[] }
  /** No file of that reference that the actor may read. */
  | { readonly kind: 'no_such_file' }
  | { readonly kind: 'not_allowed' }

/** A template as its document would read, on an invented file or, where a reference is given, on a real one. Nothing is kept. */
export async function previewTemplate(actor: Actor, name: string, body: string, reference: string | null): Promise<TemplatePreview> {
  if (!mayWriteTemplates(actor) || !isDocumentKind(name)) return { kind: 'not_allowed' }
  const problems = checkTemplate(body, knownTokens(name))
  if (problems.length > 0) return { kind: 'refused', problems }
  const view = reference === null ? sampleView(actor.displayName) : await fileView(actor, reference)
  if (view === null) return { kind: 'no_such_file' }
  const kind = kindOf(name)
  const { content, missingTokens } = draftOf(kind, groundOf(view, kind.subjects?.(view)[0] ?? null), { operatorName: actor.operatorName ?? '', author: actor.displayName, template: body })
  return { kind: 'preview', content, missingTokens }
}
