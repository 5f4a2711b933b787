// `npm run rule-tests`: writes which tests name which rule, for the rules page; `--check` only says whether it is written.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { testsByRule } from './named-tests.ts'
import { inProject } from './root.ts'
import { say } from './say.ts'

const WRITTEN = 'components/rules/tests-of-rules.json'

const files = globSync('tests/**/*.{test,spec}.ts', { cwd: inProject() }).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(inProject(file), 'utf8') }))
const rules = Object.entries(testsByRule(files))
// A test a line, so that a change of tests is a change of few lines.
const lines = rules.map(([rule, tests]) => `  ${JSON.stringify(rule)}: [\n${tests.map((test) => `    ${JSON.stringify(test)}`).join(',\n')}\n  ]`)
const text = `{\n${lines.join(',\n')}\n}\n`

if (process.argv.includes('--check')) {
  const kept = readFileSync(inProject(WRITTEN), 'utf8')
  if (kept !== text) {
    say(`${WRITTEN} is not what the tests say: npm run rule-tests`)
    process.exitCode = 1
  }
} else {
  writeFileSync(inProject(WRITTEN), text)
  say(`${rules.length} rules named by ${new Set(rules.flatMap(([, tests]) => tests.map(({ file, title }) => `${file} ${title}`))).size} tests: ${WRITTEN}`)
}
