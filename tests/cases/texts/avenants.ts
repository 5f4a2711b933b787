// Texts that tests draft: a prorogation of 2027, an extension by a new leave, an overlay on running files, an uprating.
import type { AddedTextJson } from '@/lib/accord/texts/added.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { publishText } from '@/lib/cases/texts/publish-text.ts'
import { draftText } from '@/lib/cases/texts/write-text.ts'

/** A text that changes nothing but how long the last one lasts. */
export function prorogation(changes: Partial<AddedTextJson> = {}): AddedTextJson {
  return {
    code: 'I',
    title: { fr: 'Avenant d’essai de 2027', en: 'Test amendment of 2027' },
    source: 'Avenant d’essai',
    agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: {} },
    ...changes,
  }
}

/** A text that changes the work periods of running files from a day on. */
export function overlay(changes: Partial<AddedTextJson> = {}): AddedTextJson {
  return {
    code: 'TRAVAIL-2027',
    title: { fr: 'Périodes de travail d’essai', en: 'Test work periods' },
    source: 'Avenant d’essai, art. 2',
    articles: { 'R-404': 'Avenant d’essai art. 3' },
    overlay: { from: '2026-03-01', engagedFrom: null, path: null, family: '2015', changes: {} },
    ...changes,
  }
}

/** Drafts a text by one person and publishes it by another; fails loudly where either is refused. */
export async function published([author, publisher]: readonly [Actor, Actor], content: AddedTextJson): Promise<void> {
  const drafted = await draftText(author, content)
  if (drafted.kind !== 'drafted') throw new Error(`not drafted: ${JSON.stringify(drafted)}`)
  const outcome = await publishText(publisher, drafted.code, drafted.version)
  if (outcome.kind !== 'published') throw new Error(`not published: ${JSON.stringify(outcome)}`)
}
