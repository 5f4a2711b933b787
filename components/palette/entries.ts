/** What the palette lists for what is typed: the file at hand, people, employers, actions, screens. Pure: tests read it. */
import type { useTranslations } from 'next-intl'
import type { Role } from '@/lib/access/actor.ts'
import { fileHref } from '../file/address.ts'
import { FILE_PLACES, placeHref } from '../file/file-places.tsx'
import { placesOf, searchesFiles } from '../shell/navigation.ts'
import type { ActLine, AtHandAnswer, FileLine, FoundAnswer } from './answers.ts'

export type Command = 'theme' | 'keys' | 'tour'
export type Sign = 'person' | 'employer' | 'act' | 'screen' | 'command'
export type GroupKey = 'here' | 'recent' | 'files' | 'employers' | 'acts' | 'screens'

export interface Entry {
  readonly key: string
  readonly sign: Sign
  readonly label: string
  readonly about?: string
  readonly file?: Pick<FileLine, 'stage' | 'deadline'>
  /** Where it leads; a command leads nowhere. */
  readonly href?: string
  readonly command?: Command
}

export interface EntryGroup {
  readonly key: GroupKey
  readonly entries: readonly Entry[]
}

export interface PaletteWords {
  readonly t: ReturnType<typeof useTranslations<'palette'>>
  readonly place: ReturnType<typeof useTranslations<'shell.nav'>>
  readonly filePlace: ReturnType<typeof useTranslations<'file.places'>>
}

export interface PaletteState {
  readonly typed: string
  readonly role: Role
  readonly hand: AtHandAnswer | null
  readonly found: FoundAnswer | null
  /** Whether what was found answers the words after those of an act: « contact karim ». */
  readonly afterAct: boolean
}

const MOST_COMMANDS = 6
const FIRST_ACTS = 3
const OPENS_FILES: readonly Role[] = ['counsellor', 'manager']
/** Words that say nothing of an act by themselves. */
const LINKS = new Set(['un', 'une', 'le', 'la', 'les', 'l', 'd', 'de', 'du', 'des', 'a', 'avec', 'pour', 'the', 'an', 'of', 'with', 'for', 'noter', 'note', 'enregistrer', 'record'])

/** Words as they are compared: no accent, no case. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** Whether each word typed begins a word of a label. */
function says(label: string, typed: readonly string[]): boolean {
  // « prebilan » as « pré-bilan ».
  const words = [...wordsOf(label), ...wordsOf(label.replaceAll('-', ''))]
  return typed.every((word) => words.some((one) => one.startsWith(word)))
}

/**
 * « contact karim » as an act and the words of a person; `null` where the first words name no act, or nothing follows.
 * @param acts every act there is
 */
export function splitAct(typed: string, acts: readonly ActLine[]): { readonly acts: readonly ActLine[]; readonly rest: string } | null {
  const all = typed.trim().split(/\s+/u)
  let taken = 0
  let named: string[] = []
  let matching = acts
  for (const word of all) {
    const parts = wordsOf(word)
    if (parts.every((part) => LINKS.has(part))) taken += 1
    else {
      const next = [...named, ...parts.filter((part) => !LINKS.has(part))]
      const left = acts.filter(({ label }) => next.every((part) => part.length >= 3) && says(label, next))
      if (left.length === 0) break
      named = next
      matching = left
      taken += 1
    }
  }
  const rest = all.slice(taken).join(' ')
  return named.length === 0 || rest === '' ? null : { acts: matching, rest }
}

/** The form of an act in a file, the cursor in its first free text. */
export function actHref(reference: string, kind: string): string {
  return `${fileHref(reference, { act: kind })}&saisie=1`
}

function fileEntry(line: FileLine, group: string): Entry {
  return { key: `${group}-${line.reference}`, sign: 'person', label: line.name, about: line.about, file: line, href: fileHref(line.reference) }
}

function actEntry(file: FileLine, { kind, label }: ActLine, { t }: PaletteWords, here: boolean): Entry {
  const named = kind === 'contact_held' ? t('contactWith', { name: file.name }) : here ? label : t('actFor', { act: label, name: file.name })
  return { key: `act-${file.reference}-${kind}`, sign: 'act', label: named, about: here ? undefined : file.about, href: actHref(file.reference, kind) }
}

function hereEntries(file: FileLine, acts: readonly ActLine[], typed: readonly string[], words: PaletteWords): readonly Entry[] {
  const { t, filePlace } = words
  const mayRecord = file.acts.length > 0
  const listed = typed.length === 0 ? file.acts.slice(0, FIRST_ACTS) : mayRecord ? [...file.acts, ...acts.filter(({ kind }) => file.acts.every((own) => own.kind !== kind))] : []
  const link = (key: string, label: string, href: string): Entry => ({ key: `here-${key}`, sign: 'screen', label, href })
  const entries = [
    ...listed.map((act) => actEntry(file, act, words, true)),
    ...(mayRecord ? [{ key: 'here-choose', sign: 'act' as const, label: t('chooseAct'), href: fileHref(file.reference, { menu: true }) }] : []),
    ...FILE_PLACES.map((place) => link(place, t('placeOf', { place: filePlace(place), name: file.name }), placeHref(file.reference, place))),
    link('whatIf', t('whatIf'), `${fileHref(file.reference)}/et-si`),
    link('choice', t('acceptOrRefuse'), `${fileHref(file.reference)}/accepter-ou-refuser`),
    link('twoDays', t('twoDays'), `${fileHref(file.reference)}/deux-jours`),
  ]
  return typed.length === 0 ? entries.slice(0, listed.length + 1) : entries.filter(({ label }) => says(label, typed)).slice(0, MOST_COMMANDS)
}

function commands(role: Role, { t }: PaletteWords): readonly Entry[] {
  const command = (name: Command): Entry => ({ key: name, sign: 'command', label: t(name), command: name })
  return [
    ...(OPENS_FILES.includes(role) ? [{ key: 'newFile', sign: 'act' as const, label: t('newFile'), href: '/dossiers/nouveau' }] : []),
    command('theme'), command('keys'), command('tour'),
  ]
}

function screens(role: Role, { t, place }: PaletteWords): readonly Entry[] {
  const screen = (key: string, label: string, href: string): Entry => ({ key: `screen-${key}`, sign: 'screen', label, href })
  const places = placesOf(role)
  return [
    ...places.map(({ key, href }) => screen(key, place(key), href)),
    ...(searchesFiles(role) ? [screen('exports', t('exports'), '/exports'), screen('moving', t('texts'), '/textes')] : []),
    screen('simulator', t('simulator'), '/simulateur'),
    ...(places.some(({ href }) => href === '/regles') ? [] : [screen('rules', t('rules'), '/regles')]),
    screen('settings', t('settings'), '/compte'),
  ]
}

/** The groups to show, in order, none empty. */
export function entryGroups({ typed, role, hand, found, afterAct }: PaletteState, words: PaletteWords): readonly EntryGroup[] {
  const { t } = words
  const asked = wordsOf(typed)
  const blank = typed.trim() === ''
  const here = hand?.file == null ? [] : hereEntries(hand.file, hand.acts, asked, words)
  const split = afterAct && hand !== null ? splitAct(typed, hand.acts) : null
  const ask = (list: readonly Entry[]) => (blank ? list : list.filter(({ label }) => says(label, asked)).slice(0, MOST_COMMANDS))
  const files = blank ? [] : (found?.files ?? [])
  // Typed « contact karim », the act comes first; typed « karim », the people do, then what is done with the nearest.
  const actsOfFound = files.slice(0, split === null ? 1 : 3).flatMap((file) =>
    (file.acts.length === 0 ? [] : split === null ? file.acts : split.acts.slice(0, 2)).map((act) => actEntry(file, act, words, false)))
  const all = searchesFiles(role) && !blank && files.length > 0 && found?.more === true
    ? [{ key: 'all', sign: 'screen' as const, label: t('listAll', { typed: typed.trim() }), href: `/dossiers?scope=all&q=${encodeURIComponent(typed.trim())}` }] : []
  const people: EntryGroup = { key: 'files', entries: [...files.map((file) => fileEntry(file, 'file')), ...all] }
  const acts: EntryGroup = { key: 'acts', entries: [...actsOfFound, ...ask(commands(role, words))] }
  const groups: readonly EntryGroup[] = [
    { key: 'here', entries: here },
    ...(blank ? [{ key: 'recent' as const, entries: (hand?.recent ?? []).map((file) => fileEntry(file, 'recent')) }] : []),
    ...(split !== null && actsOfFound.length > 0 ? [acts, people] : [people, acts]),
    { key: 'employers', entries: blank ? [] : (found?.employers ?? []).map(({ id, name, about }) => ({ key: `employer-${id}`, sign: 'employer', label: name, about, href: `/entreprises/${id}` })) },
    { key: 'screens', entries: ask(screens(role, words)) },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

/** The reference of the file whose page this is, if one is. */
export function referenceAt(path: string): string | null {
  return /^\/dossiers\/(RB-\d{4}-\d{5,})(\/|$)/u.exec(path)?.[1] ?? null
}
