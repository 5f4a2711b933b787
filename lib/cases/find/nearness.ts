/** How near a name is to the words typed: read by people, so in steps that can be told, not in trigrams. */

/** Letters struck wrong, missed, added or swapped with their neighbour, between two words; `most + 1` once beyond it. */
export function slips(typed: string, meant: string, most: number): number {
  const a = [...typed]
  const b = [...meant]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = b.map((_, at) => at + 1)
  above.unshift(0)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const struck = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1)
      let least = Math.min(struck, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1)
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) least = Math.min(least, (before[at - 2] ?? 0) + 1)
      line.push(least)
    }
    before = above
    above = line
  }
  return Math.min(above[b.length] ?? most + 1, most + 1)
}

/** How many slips a word of this length is forgiven: short words mistyped are other words. */
function forgiven(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

function wordNearness(word: string, names: readonly string[], joined: string): number {
  let best = 0
  const most = forgiven(word.length)
  for (const name of names) {
    if (name === word) return 1
    if (name.startsWith(word)) best = Math.max(best, 0.9)
    else if (most > 0 && best < 0.9) {
      const whole = slips(word, name, most)
      if (whole <= most) best = Math.max(best, 0.8 - whole * 0.1)
      // A name half typed, with a slip in it.
      else if (name.length > word.length && slips(word, name.slice(0, word.length), 1) <= 1) best = Math.max(best, 0.6)
      else if (name.includes(word)) best = Math.max(best, 0.5)
    }
  }
  // « elamrani » for « El Amrani », « delapierre » for « de la Pierre ».
  if (best < 0.85 && word.length > 4 && joined.includes(word)) best = 0.85
  return best
}

/**
 * How near a name is to words, both in search form, in any order: 1 where each is a whole word of it, 0 where one of them
 * resembles none of it.
 */
export function nearness(words: readonly string[], name: string): number {
  const names = name.split(' ')
  const joined = names.join('')
  let sum = 0
  for (const word of words) {
    const one = wordNearness(word, names, joined)
    if (one === 0) return 0
    sum += one
  }
  return words.length === 0 ? 0 : sum / words.length
}

/** How far behind the best a name may be and still be shown: where someone is named just so, those who resemble them are noise. */
const BEHIND_THE_BEST = 0.25

/** The nearest first, those far behind the best left out; equals keep their order. */
export function nearestOf<Row>(rows: readonly Row[], words: readonly string[], nameOf: (row: Row) => string): Row[] {
  const judged = rows.map((row) => ({ row, near: nearness(words, nameOf(row)) })).filter(({ near }) => near > 0)
  const best = judged.reduce((most, { near }) => Math.max(most, near), 0)
  return judged.filter(({ near }) => near >= best - BEHIND_THE_BEST).sort((a, b) => b.near - a.near).map(({ row }) => row)
}
