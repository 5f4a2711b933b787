// What Stryker reports of a group, brought down to counts and survivors.

/** The parts of Stryker's JSON report (mutation-testing-report-schema) that are read here. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly StrykerMutant[] }>>
}
interface StrykerMutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: { readonly start: Position; readonly end: Position }
}
interface Position {
  readonly line: number
  readonly column: number
}

export interface Counts {
  killed: number
  timeout: number
  survived: number
  /** No test reaches it: counted as alive. */
  unreached: number
  /** Left out by a comment in the source that gives the reason. */
  leftOut: number
  /** Could not be run: counted nowhere. */
  invalid: number
}

export interface Survivor {
  readonly file: string
  readonly line: number
  readonly mutator: string
  readonly original: string
  readonly replacement: string
  readonly reached: boolean
}

export interface GroupResult {
  readonly name: string
  readonly digest: string
  readonly minutes: number
  readonly files: Readonly<Record<string, Counts>>
  readonly survivors: readonly Survivor[]
}

const PLACE: Readonly<Record<string, keyof Counts>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'unreached',
  Ignored: 'leftOut',
}

export function noCounts(): Counts {
  return { killed: 0, timeout: 0, survived: 0, unreached: 0, leftOut: 0, invalid: 0 }
}

/** The counts of each file and the mutants that live, in the order of the source. */
export function resultOf(report: StrykerReport): Pick<GroupResult, 'files' | 'survivors'> {
  const files: Record<string, Counts> = {}
  const survivors: Survivor[] = []
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const counts = noCounts()
    const lines = source.split('\n')
    for (const { mutatorName, replacement, status, location } of mutants) {
      const place = PLACE[status] ?? 'invalid'
      counts[place] += 1
      if (place !== 'survived' && place !== 'unreached') continue
      survivors.push({ file, line: location.start.line, mutator: mutatorName, original: spanOf(lines, location), replacement: replacement ?? '', reached: place === 'survived' })
    }
    files[file] = counts
  }
  return { files, survivors: survivors.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line) }
}

/** The text between two positions (from 1, the end excluded), on one line. */
function spanOf(lines: readonly string[], { start, end }: StrykerMutant['location']): string {
  const span = lines.slice(start.line - 1, end.line)
  const last = span.length - 1
  return span
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined).trim())
    .join(' ')
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts()
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

/** Killed or timed out, over all that could be run, in percent; 100 where there was nothing to kill. */
export function scoreOf({ killed, timeout, survived, unreached }: Counts): number {
  const valid = killed + timeout + survived + unreached
  return valid === 0 ? 100 : ((killed + timeout) / valid) * 100
}

/** One line for each file, folder and the whole. */
export function table(files: Readonly<Record<string, Counts>>): string {
  const line = (name: string, counts: Counts) => {
    const { killed, timeout, survived, unreached, leftOut, invalid } = counts
    const rest = [leftOut > 0 ? `${leftOut} left out` : '', invalid > 0 ? `${invalid} invalid` : ''].filter((part) => part !== '')
    return `${scoreOf(counts).toFixed(1).padStart(6)} %  ${String(killed + timeout).padStart(5)} of ${String(killed + timeout + survived + unreached).padStart(5)}  ${name}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`
  }
  const folders = Map.groupBy(Object.keys(files).toSorted(), (file) => file.slice(0, file.lastIndexOf('/')))
  const lines: string[] = []
  for (const [folder, names] of folders) {
    lines.push(line(folder, sumOf(names.map((name) => files[name] ?? noCounts()))))
    for (const name of names) lines.push(line(`  ${name.slice(folder.length + 1)}`, files[name] ?? noCounts()))
  }
  lines.push(line('all', sumOf(Object.values(files))))
  return lines.join('\n')
}

/** The survivors as text, by file. */
export function survivorsText(survivors: readonly Survivor[]): string {
  return survivors
    .map(({ file, line, mutator, original, replacement, reached }) => `${file}:${line} ${mutator}${reached ? '' : ' (no test reaches it)'}\n  - ${original}\n  + ${replacement.replaceAll(/\s+/g, ' ')}\n`)
    .join('\n')
}
