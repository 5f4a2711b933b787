/** One way to compute something: `work` does it once for the file of this number. */
export interface Candidate {
  readonly name: string
  readonly work: (file: number) => unknown
}

export interface Timing {
  readonly name: string
  /** How many a second of computing on one core: the median of the rounds. */
  readonly perSecond: number
  /** The slowest and the fastest round. */
  readonly range: readonly [number, number]
}

const MILLISECONDS_OF_A_ROUND = 120

/** Seconds of computing that this process has had; what other processes take is not counted. */
function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}

async function round({ work }: Candidate, times: number): Promise<number> {
  const before = computed()
  for (let file = 0; file < times; file += 1) {
    const made = work(file)
    if (made instanceof Promise) await made
  }
  return times / (computed() - before)
}

/** The timings of several ways, taken in turns so that what disturbs one disturbs all; the first rounds warm up and are not counted. */
export async function timings(candidates: readonly Candidate[], rounds: number): Promise<readonly Timing[]> {
  const times: number[] = []
  for (const candidate of candidates) {
    await round(candidate, 200)
    const pace = await round(candidate, 500)
    times.push(Math.max(50, Math.round((pace * MILLISECONDS_OF_A_ROUND) / 1_000)))
  }
  for (const [index, candidate] of candidates.entries()) for (let warm = 0; warm < 4; warm += 1) await round(candidate, times[index] ?? 50)
  const taken = candidates.map((): number[] => [])
  for (let turn = 0; turn < rounds; turn += 1) for (const [index, candidate] of candidates.entries()) taken[index]?.push(await round(candidate, times[index] ?? 50))
  return candidates.map(({ name }, index) => {
    const sorted = (taken[index] ?? []).toSorted((a, b) => a - b)
    return { name, perSecond: sorted[Math.floor(sorted.length / 2)] ?? 0, range: [sorted[0] ?? 0, sorted.at(-1) ?? 0] }
  })
}
