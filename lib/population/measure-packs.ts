// What `npm run bench -- steering` times beside the dashboards: the count of figures across operators and their masking, and
// a pack from the click to its three files.
import type { Actor } from '../access/actor.ts'
import type { Day } from '../accord/index.ts'
import { openDriver } from '../database/driver.ts'
import { maskCells } from '../indicators/masking.ts'
import { NATION, placeText, type Place } from '../indicators/slices.ts'
import { discardDraft, preparePack } from '../steering/packs/drafts.ts'
import { workPacks } from '../steering/packs/pack-queue.ts'
import { askBy, countWorld, makeEdition, quartersOn } from '../steering/territory/edition.ts'

const since = (started: number) => (performance.now() - started) / 1000

/** A pack from the click to its three files, in seconds. */
const LONGEST_PACK = 30

/**
 * Counts the quarters of an edition over all operators and masks them, each timed; then makes the edition that packs are
 * drawn from, where this database has none.
 * @param steeringUrl the address of the role that counts over all operators
 */
export async function timeEdition(steeringUrl: string, today: Day, say: (line: string) => void): Promise<void> {
  const sql = openDriver(steeringUrl)
  try {
    await sql.begin('isolation level repeatable read', async (transaction) => {
      const counting = performance.now()
      const world = await countWorld(askBy(transaction), quartersOn(today), today)
      const counted = since(counting)
      const masking = performance.now()
      const hidden = maskCells(world.system)
      say(`figures across operators, ${quartersOn(today).length} quarters: ${world.cells.length} counted in ${counted.toFixed(1)} s, of which ${world.cells.filter((_, index) => hidden[index] === 1).length} masked in ${since(masking).toFixed(1)} s`)
    })
    const making = performance.now()
    const made = await sql.begin('isolation level repeatable read', (transaction) => makeEdition(transaction, today))
    if (made !== null) say(`edition ${made.number} counted, masked and kept in ${since(making).toFixed(1)} s: ${made.figures} lines`)
  } finally {
    await sql.end()
  }
}

/** Opens the draft of a place, has its files made, and throws it away. @returns seconds of both */
async function onePack(actor: Actor, place: Place, quarter: string): Promise<{ readonly prepared: number; readonly made: number }> {
  const started = performance.now()
  const outcome = await preparePack(actor, { place: placeText(place), quarter })
  if (outcome.kind !== 'prepared') throw new Error(`a pack of ${placeText(place)} is ${outcome.kind}`)
  const prepared = since(started)
  const files = await workPacks()
  if (files === 0) throw new Error('no pack was made')
  const made = since(started) - prepared
  await discardDraft(actor, outcome.id)
  return { prepared, made }
}

/**
 * Times a pack of a basin, of its region and of the nation, each a few times.
 * @param basin the code of a basin of the actor's, and its region's
 * @returns whether every one was there in the time asked
 */
export async function timePacks(actor: Actor, basin: { readonly code: string; readonly region: string }, today: Day, rounds: number, say: (line: string) => void): Promise<boolean> {
  const quarter = quartersOn(today)[0]!.code
  const places: readonly Place[] = [{ level: 'basin', code: basin.code }, { level: 'region', code: basin.region }, NATION]
  let kept = true
  for (const place of places) {
    // A run that was cut short may have left its draft, with its files made: it would be opened again, and nothing timed.
    const left = await preparePack(actor, { place: placeText(place), quarter })
    if (left.kind === 'prepared') await discardDraft(actor, left.id)
    const taken = []
    for (let round = 0; round < rounds; round += 1) taken.push(await onePack(actor, place, quarter))
    const middle = taken.toSorted((a, b) => a.prepared + a.made - b.prepared - b.made)[Math.floor(rounds / 2)]!
    const holds = taken.every(({ prepared, made }) => prepared + made <= LONGEST_PACK)
    kept &&= holds
    say(`a pack of ${place.level === 'nation' ? 'the nation' : placeText(place)}: prepared in ${middle.prepared.toFixed(1)} s, its three files in ${middle.made.toFixed(1)} s (median of ${rounds}; asked ${LONGEST_PACK} s)${holds ? '' : '  NOT KEPT'}`)
  }
  return kept
}
