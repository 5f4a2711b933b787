import { addDays, day, dayOfFact, factTerms, frameTerms, isoOf, type Day, type Fact } from '../accord/index.ts'
import type { Json } from '../database/journal-hash.ts'
import { daysOf } from '../cases/stored-fact.ts'
import type { StoredKind } from '../cases/outcomes.ts'
import type { Chance } from './chance.ts'
import type { Life } from './life.ts'
import { isWorkingDay } from './story.ts'
import type { Identities } from './identities.ts'
import type { Content } from './words.ts'

/** A line of the table of facts, with the words beside it. */
export interface RecordedFact {
  readonly id: string
  readonly sequence: number
  readonly kind: StoredKind
  readonly onDay: Day
  readonly untilDay: Day | null
  readonly terms: Readonly<Record<string, unknown>>
  readonly content: Content | null
  readonly supersedes: string | null
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

export interface JournalLine {
  readonly action: string
  readonly factId: string | null
  readonly by: string
  readonly at: Date
  readonly detail: Json
}

/** A life as the tables keep it: who recorded what, when. */
export interface Recorded {
  readonly openedAt: Date
  readonly facts: readonly RecordedFact[]
  readonly journal: readonly JournalLine[]
  readonly assignments: readonly { readonly counsellorId: string; readonly by: string; readonly at: Date; readonly reason: string | null }[]
  readonly version: number
  /** The facts that count, in the order in which they were first recorded. */
  readonly counting: readonly Fact[]
}

export interface Recorders {
  readonly counsellorId: string
  readonly referentId: string | null
  /** Who had the file before, and who gave it on. */
  readonly before: { readonly counsellorId: string; readonly givenBy: string } | null
}

/** How often something human happens to a file: a contact recorded late, a mistake mended. */
export interface Manners {
  readonly late: number
  readonly corrected: number
}

const DAY = 86_400_000
const EPOCH = day('1970-01-01')
const REASONS: readonly string[] = ['Date mal saisie, vérifiée sur l’agenda.', 'Erreur de jour.', 'Rectifié d’après le compte rendu.', 'Date corrigée à la demande de la personne, justificatif vu.']
const WITHDRAWN: readonly string[] = ['Saisi dans le mauvais dossier.', 'Rendez-vous annulé, saisi par erreur.', 'Saisi deux fois.']
const HANDED_ON: readonly string[] = ['Départ de la collègue.', 'Rééquilibrage des portefeuilles.', 'Congé long, dossier repris.', 'Changement de secteur.']

interface Entry {
  readonly fact: Fact
  readonly content: Content | null
  /** When it is recorded, in milliseconds since 1970. */
  readonly at: number
  readonly wrong: Fact | null
  readonly mendedAt: number | null
  readonly withdrawn: boolean
}

const dayOfMoment = (at: number) => addDays(EPOCH, Math.floor(at / DAY))

/** A moment of office hours of a day: between 8.00 and 17.00 in Paris, in summer as in winter. */
const momentOf = (chance: Chance, on: Day) => on * DAY + 25_200_000 + chance.whole(0, 28_800) * 1000

/**
 * Records a life as its people did: on the day or some days later, never after the eve of today; some
 * contacts late; now and then a wrong date, corrected with its reason, or a contact of someone else, withdrawn.
 */
export function record(chance: Chance, life: Life, recorders: Recorders, today: Day, newId: Identities, manners: Manners): Recorded {
  const eve = addDays(today, -1)
  const entries = entriesOf(chance, life, eve, manners)
  const openedAt = openingOf(chance, life, eve)
  const handedOnAt = recorders.before === null ? null : handOverMoment(chance, openedAt, eve)
  const counsellorAt = (at: number) => (recorders.before !== null && handedOnAt !== null && at < handedOnAt ? recorders.before.counsellorId : recorders.counsellorId)
  const recorderOf = (fact: Fact, at: number) => (fact.kind === 'follow_up_held' && recorders.referentId !== null ? recorders.referentId : counsellorAt(at))

  const facts: RecordedFact[] = []
  const journal: { line: JournalLine; at: number }[] = []
  const counting: Fact[] = []
  const frameId = newId()
  const opener = counsellorAt(openedAt)
  facts.push({ id: frameId, sequence: 1, kind: 'frame', onDay: life.frame.engagedOn, untilDay: null, terms: frameTerms(life.frame), content: null, supersedes: null, reason: null, by: opener, at: new Date(openedAt) })

  const writes: { readonly at: number; readonly write: (version: number) => void }[] = []
  const opening: Entry[] = []
  const append = (kind: StoredKind, fact: Fact, rest: Pick<RecordedFact, 'content' | 'supersedes' | 'reason' | 'by'>, at: number): string => {
    const id = newId()
    const { kind: _, ...terms } = factTerms(fact)
    const withdrawal = kind === 'withdrawn'
    facts.push({ id, sequence: facts.length + 1, kind, ...(withdrawal ? { onDay: dayOfFact(fact), untilDay: null } : daysOf(fact)), terms: withdrawal ? {} : terms, ...rest, at: new Date(at) })
    return id
  }
  const tellJournal = (action: string, factId: string | null, by: string, at: number, detail: { readonly [key: string]: Json }) => journal.push({ at, line: { action, factId, by, at: new Date(at), detail } })

  const keep = (entry: Entry, version: number) => {
    const by = recorderOf(entry.fact, entry.at)
    const first = entry.wrong ?? entry.fact
    const id = append(first.kind, first, { content: entry.content, supersedes: null, reason: null, by }, entry.at)
    if (!entry.withdrawn) counting.push(entry.fact)
    tellJournal('fact.recorded', id, by, entry.at, { kind: first.kind, on: isoOf(dayOfFact(first)), version })
    if (entry.mendedAt === null) return
    const mendedAt = entry.mendedAt
    writes.push({
      at: mendedAt,
      write: (laterVersion) => {
        const mender = recorderOf(entry.fact, mendedAt)
        const reason = chance.pick(entry.withdrawn ? WITHDRAWN : REASONS)
        if (entry.withdrawn) {
          const gone = append('withdrawn', entry.fact, { content: null, supersedes: id, reason, by: mender }, mendedAt)
          tellJournal('fact.withdrawn', gone, mender, mendedAt, { kind: 'withdrawn', on: isoOf(dayOfFact(entry.fact)), withdrawn: entry.fact.kind, reason, version: laterVersion })
        } else {
          const mended = append(entry.fact.kind, entry.fact, { content: entry.content, supersedes: id, reason, by: mender }, mendedAt)
          tellJournal('fact.corrected', mended, mender, mendedAt, { kind: entry.fact.kind, on: isoOf(dayOfFact(entry.fact)), before: JSON.stringify(factTerms(first)), reason, version: laterVersion })
        }
      },
    })
  }

  tellJournal('file.opened', frameId, opener, openedAt, { confirmed: false, version: 1 })
  for (const entry of entries) {
    if (entry.at <= openedAt) opening.push({ ...entry, at: openedAt })
    else writes.push({ at: entry.at, write: (version) => keep(entry, version) })
  }
  for (const entry of opening) keep(entry, 1)
  const before = recorders.before
  if (before !== null && handedOnAt !== null) {
    writes.push({
      at: handedOnAt,
      write: (version) => {
        tellJournal('file.assigned', null, before.givenBy, handedOnAt, {
          counsellor: { before: before.counsellorId, after: recorders.counsellorId },
          referent: { before: recorders.referentId, after: recorders.referentId },
          reason: HANDED_ON[version % HANDED_ON.length] ?? '',
          version,
        })
      },
    })
  }
  // A mending joins the writes while they are being made: the earliest left is always the next.
  let version = 1
  while (writes.length > 0) {
    let next = 0
    for (let index = 1; index < writes.length; index += 1) if ((writes[index]?.at ?? 0) < (writes[next]?.at ?? 0)) next = index
    const [write] = writes.splice(next, 1)
    version += 1
    write?.write(version)
  }

  const handedOn = journal.find(({ line }) => line.action === 'file.assigned')
  const reasonOfHandOver = handedOn === undefined ? null : (handedOn.line.detail as { readonly reason: string }).reason
  return {
    openedAt: new Date(openedAt),
    facts,
    journal: journal.map(({ line }) => line),
    assignments: [
      { counsellorId: opener, by: opener, at: new Date(openedAt), reason: null },
      ...(before === null || handedOnAt === null ? [] : [{ counsellorId: recorders.counsellorId, by: before.givenBy, at: new Date(handedOnAt), reason: reasonOfHandOver }]),
    ],
    version,
    counting,
  }
}

/** A file is opened within days of its first fact; where nothing happened yet, within days of the engagement. */
function openingOf(chance: Chance, life: Life, eve: Day): number {
  const first = life.told[0]
  const from = first === undefined ? life.frame.engagedOn : dayOfFact(first.fact)
  return momentOf(chance, recordingDay(addDays(from, chance.whole(0, 3)), eve))
}

/** The day itself or the next working day, not after the eve. */
function recordingDay(wanted: Day, eve: Day): Day {
  let found = wanted < eve ? wanted : eve
  while (found < eve && !isWorkingDay(found)) found = addDays(found, 1)
  return found
}

function handOverMoment(chance: Chance, openedAt: number, eve: Day): number | null {
  const openedOn = dayOfMoment(openedAt)
  return eve - openedOn < 20 ? null : momentOf(chance, recordingDay(addDays(openedOn, chance.whole(10, Math.min(200, eve - openedOn - 5))), eve))
}

/** When each fact is recorded. Facts on which others rest keep their order; a contact may come late. */
function entriesOf(chance: Chance, life: Life, eve: Day, manners: Manners): Entry[] {
  const entries: Entry[] = []
  let last = 0
  let mended = false
  const mends = chance.happens(manners.corrected)
  for (const [index, { fact, content }] of life.told.entries()) {
    const on = dayOfFact(fact)
    const planned = on > eve
    const isLoose = fact.kind === 'contact_held' || fact.kind === 'follow_up_held'
    const delay = planned ? -chance.whole(1, 5) : isLoose && chance.happens(manners.late) ? chance.whole(6, 18) : chance.weighed([[0, 70], [1, 20], [chance.whole(2, 4), 10]])
    let at = momentOf(chance, recordingDay(planned ? addDays(eve, delay) : addDays(on, delay), eve))
    if (!isLoose) at = last = Math.max(at, last + 60_000)
    else at = Math.max(at, last - 4 * DAY)
    const mendable: boolean = mends && !mended && fact.kind === 'contact_held' && index > life.told.length / 3 && on < addDays(eve, -6)
    mended ||= mendable
    const mendedAt = mendable ? momentOf(chance, recordingDay(addDays(dayOfMoment(at), chance.whole(1, 5)), eve)) : null
    entries.push({ fact, content, at, wrong: mendable && fact.kind === 'contact_held' ? { ...fact, on: addDays(fact.on, -1) } : null, mendedAt: mendedAt === null ? null : Math.max(mendedAt, at + 600_000), withdrawn: false })
    if (mendable && chance.happens(0.3)) {
      const stray = momentOf(chance, recordingDay(addDays(on, 1), eve))
      entries.push({ fact: { kind: 'contact_held', on }, content: null, at: stray, wrong: null, mendedAt: stray + 1_800_000, withdrawn: true })
    }
  }
  return entries
}
