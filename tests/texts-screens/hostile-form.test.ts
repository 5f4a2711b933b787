// The form of a text as no browser sends it: whatever it carries is read, then checked, and each thing wrong has a field and words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemWords } from '@/components/texts/problem-words.ts'
import { readTextForm } from '@/components/texts/read-text-form.ts'
import { shippedTexts } from '@/lib/accord'
import { checkAddedText } from '@/lib/accord/texts/added-checks.ts'
import { PARAMETER_FIELDS } from '@/lib/accord/texts/parameter-fields.ts'
import type { Locale } from '@/lib/wording/locale.ts'

const NASTY = [
  '', ' ', '\0', 'a'.repeat(5_000), '__proto__', 'constructor', '1e999', '-1', '9'.repeat(400), '0001-01-01', '31/02/2026', '2027-01-01', '2027-12-31', 'I', 'H', 'X1', 'R-301', 'R-999', 'areMinimum', 'areRate', '32,42', '57',
  '2015', 'on', 'true', 'any', 'over', 'over:3', 'legal_length', 'months', 'months:2', '3', '36', '0.75', '75 %', 'experiment', '\u202E', '\uFFFD',
]
const names = [
  'code', 'title.fr', 'title.en', 'source', 'confidence', 'version', 'agreement.from', 'agreement.to', 'agreement.inherits', 'overlay.from', 'overlay.engagedFrom', 'overlay.family', 'overlay.path',
  ...['agreement', 'overlay'].flatMap((part) => PARAMETER_FIELDS.flatMap(({ path }) => [`${part}.changes.${path}`, `${part}.changes.${path}.none`])),
  ...['0', '1', '79', '80', '99999999999', '-1', '__proto__'].flatMap((line) => ['leaves', 'upratings', 'articles'].flatMap((list) => ['code', 'name.fr', 'name.en', 'limit', 'figure', 'from', 'value', 'rule', 'article'].map((key) => `${list}.${line}.${key}`))),
]
const drawn = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 60, unit: 'binary' }))), { maxLength: 60 })

test('any form is read and checked, and what is wrong has its field and its words', { timeout: 60_000 }, () => {
  const sound = { code: 'I', 'title.fr': 'Avenant', 'title.en': 'Amendment', source: 'Avenant', 'agreement.from': '01/01/2027', 'agreement.to': '31/12/2027', 'agreement.inherits': 'H' }
  fc.assert(
    fc.property(drawn, fc.boolean(), fc.constantFrom<Locale>('fr', 'en'), (pairs, onSound, locale) => {
      const form = new FormData()
      for (const [name, value] of [...(onSound ? Object.entries(sound) : []), ...pairs]) form.set(name, value)
      const { content, problems, fieldOf } = readTextForm(form, locale)
      for (const { code } of problems) expect(problemWords(code, {}, locale)).not.toBe('')
      const checked = checkAddedText(content, shippedTexts)
      for (const { path, code, values } of checked.ok ? [] : checked.problems) {
        expect(fieldOf(path), path).toMatch(/^[a-z]/iu)
        expect(problemWords(code, values, locale), path).not.toBe('')
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  )
})
