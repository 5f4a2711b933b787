import type { Actor } from '../access/actor.ts'
import { fileView } from '../cases/queries/file-view.ts'
import type { FactView, FileView } from '../cases/views/file.ts'
import type { FactKind } from '../accord/file/facts.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { isDocumentKind } from './content.ts'
import { draftOf, type Draft } from './draft.ts'
import { draftDigest } from './fingerprint.ts'
import { inForce, issuedByNumber, issuedFrom, type KeptDocument } from './issued-rows.ts'
import { ALL_KINDS, kindOf } from './kinds/index.ts'
import { groundOf, type DocumentKind, type Ground } from './kinds/kind.ts'
import { lackingIn } from './pdf/coverage.ts'
import { templatesInForce, type TemplateInForce } from './templates-in-force.ts'
import type { AboutFact, DocumentOffer, DraftView, FileDocuments, IssuedView, OfferStanding } from './views.ts'

function aboutOf(fact: FactView | null): AboutFact | null {
  return fact === null ? null : { id: fact.id, kind: fact.kind as FactKind, on: fact.on }
}

/** A document drafted on its ground, and where it then stands. */
function drafted(actor: Actor, kind: DocumentKind, ground: Ground, template: TemplateInForce): { readonly draft: Draft; readonly standing: OfferStanding } {
  const draft = draftOf(kind, ground, { operatorName: actor.operatorName ?? '', author: actor.displayName, template: template.body })
  const standing = kind.standing(ground)
  const ready = standing.kind === 'now' || standing.kind === 'possible'
  return { draft, standing: ready && draft.missingTokens.length > 0 ? { kind: 'missing_tokens', tokens: draft.missingTokens } : standing }
}

/** The grounds of a kind in a file: one, or one for each fact it is made for; where there is none, one that says so. */
function groundsOf(kind: DocumentKind, view: FileView): readonly Ground[] {
  const subjects = kind.subjects?.(view)
  return subjects === undefined || subjects.length === 0 ? [groundOf(view, null)] : subjects.map((fact) => groundOf(view, fact))
}

function offerOf(actor: Actor, kind: DocumentKind, ground: Ground, template: TemplateInForce, documents: readonly KeptDocument[]): DocumentOffer {
  const { draft, standing } = drafted(actor, kind, ground, template)
  const live = inForce(documents, kind.name, ground.about?.id ?? null)
  return {
    kind: kind.name,
    about: aboutOf(ground.about),
    standing,
    issued: live === null ? null : { number: live.number, on: live.issuedOn },
    moved: live !== null && live.draftDigest !== draftDigest(draft.content),
  }
}

/** The documents of a file: those issued, and what may be made today. `null`: not the actor's to see. */
export async function fileDocuments(actor: Actor, reference: string): Promise<FileDocuments | null> {
  const view = await fileView(actor, reference)
  if (view === null || actor.operatorId === null) return null
  const { operatorId } = actor
  return inActorTransaction(actor, async (tx) => {
    const templates = await templatesInForce(tx, operatorId)
    const issued = await issuedFrom(tx, view.id)
    const offers = ALL_KINDS.flatMap((kind) => groundsOf(kind, view).map((ground) => offerOf(actor, kind, ground, templates(kind.name), issued)))
    return { view, offers, issued }
  })
}

/** The fact a document is asked for: of the right kind and still counting; `undefined` when it is not. */
export function subjectOf(kind: DocumentKind, view: FileView, aboutId: string | null): FactView | null | undefined {
  if (kind.subjects === undefined) return aboutId === null ? null : undefined
  return kind.subjects(view).find(({ id }) => id === aboutId)
}

/** A document as it would be issued now, with what it rests on. `null`: no such kind, fact or file for this actor. */
export async function draftView(actor: Actor, reference: string, name: string, aboutId: string | null): Promise<DraftView | null> {
  if (!isDocumentKind(name) || actor.operatorId === null) return null
  const kind = kindOf(name)
  const view = await fileView(actor, reference)
  const about = view === null ? undefined : subjectOf(kind, view, aboutId)
  if (view === null || about === undefined) return null
  const { operatorId } = actor
  return inActorTransaction(actor, async (tx) => {
    const template = (await templatesInForce(tx, operatorId))(name)
    const { draft, standing } = drafted(actor, kind, groundOf(view, about), template)
    const live = inForce(await issuedFrom(tx, view.id), name, about?.id ?? null)
    const digest = draftDigest(draft.content)
    return {
      view, kind: name, about: aboutOf(about), standing, content: draft.content, digest, templateVersion: template.version,
      inForce: live, moved: live !== null && live.draftDigest !== digest, lacking: lackingIn(draft.content),
    }
  })
}

/** A document as it was issued. `null`: none of that number in that file, or not the actor's to see. */
export async function issuedView(actor: Actor, reference: string, number: string): Promise<IssuedView | null> {
  if (!/^DOC-\d{4}-\d{5,9}$/u.test(number)) return null
  const view = await fileView(actor, reference)
  if (view === null) return null
  const found = await inActorTransaction(actor, (tx) => issuedByNumber(tx, view.id, number))
  return found === null ? null : { view, ...found }
}

