// Whether a basin or a counsellor is late more than the others, beyond what chance would do. Decision 316.

/** Files late in a group, of the people it follows. */
export interface Lateness {
  readonly late: number
  readonly of: number
}

/** What is asked of a gap before anyone is pointed at; the screens say these figures in words. */
export const DRIFT_THRESHOLDS = {
  /** Fewer late files than this are told one by one, not as a drift. */
  fewestLate: 4,
  /** Fewer people followed than this, and a share means nothing. */
  fewestFollowed: 10,
  /** How many times the share of the others: half as much again. As whole numbers, so that a limit is met to the file. */
  timesTheOthers: { by: 3, of: 2 },
  /** A gap is told where lots drawn among all the files would give it once in so many times, or more seldom. */
  onceIn: 1000,
} as const

/** ln(n!) for whole n: the product while it is short, Stirling's series after it. */
function lnFactorial(n: number): number {
  if (n < 16) {
    let product = 1
    for (let factor = 2; factor <= n; factor += 1) product *= factor
    return Math.log(product)
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}

const lnChoose = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)

/**
 * Were the late files drawn by lot among all those followed, how often would a group get as many as it has, or more?
 * Fisher's exact test, one-sided: the tail of a hypergeometric law.
 * @param all the whole it is part of, the group included
 * @returns from 0 to 1
 */
export function chanceOf(group: Lateness, all: Lateness): number {
  const whole = Math.max(all.of, group.of)
  const drawn = group.of
  const late = Math.min(Math.max(all.late, group.late), whole)
  // Someone may be late without being counted among those followed today: they count once.
  const found = Math.min(group.late, drawn)
  const least = Math.max(0, drawn - (whole - late))
  if (found <= least) return 1
  const most = Math.min(drawn, late)
  if (found > most) return 0
  let term = Math.exp(lnChoose(late, found) + lnChoose(whole - late, drawn - found) - lnChoose(whole, drawn))
  let sum = 0
  for (let x = found; x <= most; x += 1) {
    sum += term
    term *= ((late - x) * (drawn - x)) / ((x + 1) * (whole - late - drawn + x + 1))
  }
  return Math.min(1, sum)
}

/**
 * Whether a basin or a counsellor drifts: enough late files among enough people, a share half as much again as that of all
 * the others together (who follow somebody), and a gap that chance alone would seldom give. Who is alone is compared with nobody.
 */
export function isDrifting(group: Lateness, all: Lateness): boolean {
  const { fewestLate, fewestFollowed, timesTheOthers, onceIn } = DRIFT_THRESHOLDS
  const others = { late: all.late - group.late, of: all.of - group.of }
  if (group.late < fewestLate || group.of < fewestFollowed || others.of <= 0) return false
  return group.late * others.of * timesTheOthers.of >= Math.max(0, others.late) * group.of * timesTheOthers.by && chanceOf(group, all) * onceIn <= 1
}
