// Reads the titles of a test file without running it: which tests name which rule, for the rules page.

/** A test, by the titles of the groups around it and its own. */
export interface NamedTest {
  readonly groups: readonly string[]
  readonly title: string
}

interface Call {
  readonly title: string
  readonly group: boolean
  readonly from: number
  readonly to: number
}

const CALL = /(?<![\w.$'"`])(describe|test|it)((?:\.\w+)*)\s*(?=[(`])/gu
/** What a case of a table, or a loop, puts in the title its cases share. */
const FILLED = /\$\{[^}]*\}|%[sdijof]|\$[a-z]\w*(\.\w+)*/gu
/** What a slash opens a regular expression after, rather than divides. */
const BEFORE_PATTERN = /[([{,;=:!&|?+\n>]\s*$|\breturn\s*$/u

/** The first character after the literal, comment or group that opens at `at`; `at + 1` for any other character. */
function after(text: string, at: number): number {
  const char = text[at]
  if (char === '/' && text[at + 1] === '/') return ends(text, '\n', at)
  if (char === '/' && text[at + 1] === '*') return ends(text, '*/', at + 2)
  if (char === '/' && BEFORE_PATTERN.test(text.slice(Math.max(0, at - 20), at))) return afterPattern(text, at)
  if (char === "'" || char === '"') return afterText(text, at, char)
  if (char === '`') return afterTemplate(text, at)
  if (char === '(' || char === '[' || char === '{') return afterGroup(text, at)
  return at + 1
}

function ends(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

function afterText(text: string, at: number, quote: string): number {
  let here = at + 1
  while (here < text.length && text[here] !== quote) here += text[here] === '\\' ? 2 : 1
  return here + 1
}

function afterPattern(text: string, at: number): number {
  let here = at + 1
  let inClass = false
  while (here < text.length && (inClass || text[here] !== '/') && text[here] !== '\n') {
    if (text[here] === '[') inClass = true
    if (text[here] === ']') inClass = false
    here += text[here] === '\\' ? 2 : 1
  }
  return here + 1
}

function afterTemplate(text: string, at: number): number {
  let here = at + 1
  while (here < text.length && text[here] !== '`') {
    if (text[here] === '$' && text[here + 1] === '{') here = afterGroup(text, here + 1)
    else here += text[here] === '\\' ? 2 : 1
  }
  return here + 1
}

function afterGroup(text: string, at: number): number {
  let here = at + 1
  while (here < text.length && !')]}'.includes(text[here] ?? '')) here = after(text, here)
  return here + 1
}

const blanks = (text: string, at: number): number => {
  let here = at
  while (/\s/u.test(text[here] ?? '') || text.startsWith('//', here)) here = text.startsWith('//', here) ? ends(text, '\n', here) : here + 1
  return here
}

/** The call whose name ends at `at`, its table read over; `null` where its title is not written there. */
function callAt(text: string, from: number, at: number, name: string, chain: string): Call | null {
  if (!/^(\.(each|only|concurrent|sequential|serial|parallel|describe))*$/u.test(chain)) return null
  let open = at
  if (/\.each\b/u.test(chain)) open = blanks(text, after(text, at))
  if (text[open] !== '(') return null
  const first = blanks(text, open + 1)
  const quote = text[first]
  if (quote !== "'" && quote !== '"' && quote !== '`') return null
  const title = text.slice(first + 1, after(text, first) - 1).replaceAll(/\\(.)/gu, '$1')
  return { title, group: name === 'describe' || chain.includes('.describe'), from, to: after(text, open) }
}

/**
 * Every test written in a file whose title is a literal, in the order of the file. A table of cases is one
 * test, under the title its cases share.
 */
export function namedTests(text: string): readonly NamedTest[] {
  const calls: Call[] = []
  let here = 0
  // Only calls count that stand in the code itself, not in a text or a comment.
  const starts = new Map([...text.matchAll(CALL)].map((match) => [match.index, match] as const))
  const walk = (until: number) => {
    while (here < until) {
      const match = starts.get(here)
      if (match !== undefined) {
        const call = callAt(text, here, here + match[0].length, match[1] ?? '', match[2] ?? '')
        if (call !== null) calls.push(call)
        here += match[0].length
        continue
      }
      const next = after(text, here)
      if ('([{'.includes(text[here] ?? ' ')) {
        here += 1
        walk(next - 1)
        here = next
      } else here = next
    }
  }
  walk(text.length)
  const filled = (title: string) => title.replaceAll(FILLED, '…')
  return calls.filter(({ group }) => !group).map(({ title, from, to }) => ({
    title: filled(title),
    groups: calls.filter((other) => other.group && other.from < from && to <= other.to).map((other) => filled(other.title)),
  }))
}

const RULE = /\bR-\d{3}\b/gu

/** The tests of some files, by the rule that their title or that of a group around them names; sorted, each once. */
export function testsByRule(files: readonly { readonly file: string; readonly text: string }[]): Readonly<Record<string, readonly { readonly file: string; readonly title: string }[]>> {
  const found = new Map<string, Map<string, { readonly file: string; readonly title: string }>>()
  for (const { file, text } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const { groups, title } of namedTests(text)) {
      const whole = [...groups, title].join(' › ')
      for (const [rule] of whole.matchAll(RULE)) {
        const tests = found.get(rule) ?? new Map<string, { readonly file: string; readonly title: string }>()
        const said = title.includes(rule) ? title : whole
        found.set(rule, tests.set(`${file} ${said}`, { file, title: said }))
      }
    }
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([rule, tests]) => [rule, [...tests.values()]]))
}
