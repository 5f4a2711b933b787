// What is mutated, cut into groups: a run that is stopped loses at most the group it was in.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface MutationGroup {
  readonly name: string
  /** Source files, from the project's top. */
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** Words of the names of blocks or tests that this group does without. */
  readonly leaveOut: readonly string[]
  /** The one block that tests this group by starting it as a process: each mutant then runs all of it; `null` for the rest. */
  readonly processBlock: string | null
}

/** Which files a group takes; a file goes to the first that wants it, the last wants all. */
const PARTS: readonly (readonly [name: string, wants: RegExp])[] = [
  ['calendar', /^calendar\//],
  ['texts', /^texts\//],
  ['rules', /^rules\/(allowance|dates|employer-money|incentives|money|work)\.ts$/],
  ['told', /^rules\//],
  ['command', /^simulate\/command\.ts$/],
  ['simulate', /^simulate\//],
  ['admission', /^file\/(admission|admit|running|attribution)\.ts$/],
  ['progress', /^file\/(application|progress|stage|derive)\.ts$/],
  ['deadlines', /^file\/(deadlines|deadline-dates|alerts)\.ts$/],
  ['explanations', /^file\/.*explanations\.ts$/],
  ['amounts', /^file\//],
  ['choice', /^choice\//],
  ['words', /^wording\//],
  ['rest', /./],
]

/**
 * The tests that a group runs its mutants against: those of its own subject. A mutant that lives costs all of
 * them, and fewer tests can only leave more alive; a test of another subject does not ask for the group anew.
 */
const OWN_TESTS: Readonly<Record<string, RegExp>> = {
  calendar: /\/(calendar|dates|parse-day)[^/]*$/,
  texts: /\/(added-text|parameter|texts|dates)[^/]*$/,
  told: /\/(rules|short-article|texts|words|word-book)[^/]*$/,
  words: /\/(word|amount|day|explanations|explained|contract|notices|estimates|exit|support|proposal|incentives)[^/]*$/,
  choice: /\/choice[^/]*$/,
  amounts: /^(?!.*\/(choice|word|rules|parameter|short-article|calendar))/,
}
const OTHERS = /^(?!.*\/(choice|word|rules|parameter|short-article|calendar|what-if|nearest|proposed))/

/** Starts processes. */
const PROCESS_BLOCK = 'the command'
/** Go through twenty years of days, lives by the hundred, bad requests by the thousand: dear, and no sharper than the rest. */
const DEAR_FILES = /(^|\/)(holidays-independent|fuzz[^/]*)\.test\.ts$/
const DEAR_BLOCKS = ['at random', 'any choice', 'any request']

/** @returns the groups that have something to mutate, in order */
export function groupsOf(sources: readonly string[], tests: readonly string[]): readonly MutationGroup[] {
  const taken = new Map<string, string[]>(PARTS.map(([name]) => [name, []]))
  for (const file of sources.toSorted()) {
    const part = PARTS.find(([, wants]) => wants.test(file.replace('lib/accord/', '')))
    if (part !== undefined) taken.get(part[0])?.push(file)
  }
  return PARTS.flatMap(([name]): readonly MutationGroup[] => {
    const mutate = taken.get(name) ?? []
    if (mutate.length === 0) return []
    if (name === 'command') return [{ name, mutate, tests: tests.filter((file) => file.endsWith('/contract.test.ts')), leaveOut: ['a thousand requests', 'takes less than'], processBlock: PROCESS_BLOCK }]
    const own = OWN_TESTS[name] ?? OTHERS
    return [{ name, mutate, tests: tests.filter((file) => own.test(file)), leaveOut: [...DEAR_BLOCKS, PROCESS_BLOCK], processBlock: null }]
  })
}

const LAW_OR_ITS_FORMATS = /^@\/lib\/(accord|wording\/(format|parse-))/
const FIGURES_AND_LAW = /^@\/(lib\/(accord|indicators)|tests\/accord)\b/

/**
 * The tests that mutants are run against: those that import nothing else than what is mutated.
 * @param pure what they may import of the project: by default the law, and how its days and amounts are written
 */
export function pureTests(files: readonly string[], read: (file: string) => string, pure: RegExp = LAW_OR_ITS_FORMATS): readonly string[] {
  return files
    .filter((file) => !DEAR_FILES.test(file))
    .filter((file) => [...read(file).matchAll(/from '(@\/[^']+)'/g)].every((match) => pure.test(match[1] ?? '')))
    .toSorted()
}

/** Tables of names and figures read elsewhere, and what hides small counts: its tests draw whole countries (tests/steering). */
const NOT_FIGURES = /\/(places|published|masking|deduction)\.ts$/

/** What figures are (lib/indicators): pure as the law is, one group against the tests of its own room. */
export function figuresGroup(sources: readonly string[], tests: readonly string[]): MutationGroup {
  return { name: 'indicators', mutate: sources.filter((file) => !NOT_FIGURES.test(file)).toSorted(), tests: tests.toSorted(), leaveOut: DEAR_BLOCKS, processBlock: null }
}

/** The groups of this checkout: the law's, then that of figures. */
export function groupsOfProject(root: string): readonly MutationGroup[] {
  const files = (pattern: string) => globSync(pattern, { cwd: root })
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const law = groupsOf(files('lib/accord/**/*.ts'), pureTests(files('tests/{accord,wording}/**/*.test.ts'), read))
  return [...law, figuresGroup(files('lib/indicators/**/*.ts'), pureTests(files('tests/indicators/**/*.test.ts'), read, FIGURES_AND_LAW))]
}

/** What a group's result rests on: its sources, its tests and what these share, and how they are run. */
export function digestOf(group: MutationGroup, root: string): string {
  const shared = globSync('tests/accord/**/*', { cwd: root, exclude: ['**/*.test.ts'] }).filter((file) => path.extname(file) !== '')
  const machinery = globSync('lib/launch/mutation/{runner,collection}.ts', { cwd: root })
  const hash = createHash('sha256').update(JSON.stringify(group))
  for (const file of [...group.mutate, ...group.tests, ...shared, ...machinery].toSorted()) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}
