import { describe, expect, it } from 'vitest'
import { createTranslator } from 'next-intl'
import { day, isoOf, shippedTexts } from '@/lib/accord/index.ts'
import { addedTextJson, addedTextSchema, textsWith, type AddedTextJson } from '@/lib/accord/texts/added.ts'
import { checkAddedText, TEXT_PROBLEMS } from '@/lib/accord/texts/added-checks.ts'
import { PARAMETER_FIELDS } from '@/lib/accord/texts/parameter-fields.ts'
import { noticeWords, problemWords } from '@/components/texts/problem-words.ts'
import { readTextForm } from '@/components/texts/read-text-form.ts'
import { sumDates } from '@/components/texts/sum-dates.ts'
import { textFormView, type TextFormView } from '@/components/texts/text-form-view.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { Locale } from '@/lib/wording/locale.ts'

const words = (locale: Locale) => {
  const messages = messagesFor(locale)
  const figures = createTranslator({ locale, messages, namespace: 'rules.figures.name' })
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'texts' }),
    values: createTranslator({ locale, messages, namespace: 'rules.parameters' }),
    figures: (name: Parameters<typeof figures>[0]) => figures(name),
  } as unknown as Parameters<typeof textFormView>[2]
}

/** The form as a browser would send it, filled as the page fills it. */
function sent(view: TextFormView, changes: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  const filled = { ...view.values, ...changes }
  for (const [name, value] of Object.entries(filled)) {
    // A day is shown as it is written, and read again.
    form.set(name, value.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, '$3/$2/$1'))
  }
  return form
}

const whole: AddedTextJson = {
  code: 'AV12',
  title: { fr: 'Avenant d’essai', en: 'Test amendment' },
  source: 'Avenant d’essai',
  confidence: 'H',
  articles: { 'R-301': 'Av. 12 art. 1', 'R-404': 'Av. 12 art. 2' },
  agreement: {
    from: '2027-01-01', to: '2027-12-31', inherits: 'G',
    changes: {
      preBilanDays: 10, aspRate: '0.574', trialReturn: 'same_term', finalInterviewLastMonths: null, experimentBonus: '900.00', bonus: false, ownReferenceWageFrom: '2027-06-01' as never,
      jobThreshold: { kind: 'over', months: 3 }, work: { maxCount: null, minimumDays: 5, endsAt: { kind: 'any' } }, extensions: { carer: null, sickness: { kind: 'months', months: 6 }, adoption: { kind: 'legal_length' } }, affiliation: { hours: 600 },
    },
  },
  overlay: { family: '2015', from: '2027-03-01', engagedFrom: '2027-01-15', path: 'experiment', changes: { work: { priorValidation: false } } },
  leaves: [{ code: 'DEUIL', name: { fr: 'congé de deuil', en: 'bereavement leave' }, limit: { kind: 'months', months: 2 } }, { code: 'AUTRE', name: { fr: 'autre', en: 'other' }, limit: { kind: 'legal_length' } }],
  upratings: [{ figure: 'areMinimum', from: '2027-07-01', value: '33.00' }, { figure: 'areRate', from: '2027-07-01', value: '0.565' }],
}

describe('the form of a text', () => {
  it.each(['fr', 'en'] as const)('is read back as it was filled, in %s', (locale) => {
    const text = addedTextSchema.parse(whole)
    const read = readTextForm(sent(textFormView(text, shippedTexts, words(locale))), locale)
    expect(read.problems).toEqual([])
    expect(addedTextSchema.parse(read.content)).toEqual(text)
    expect(JSON.parse(JSON.stringify(addedTextJson(addedTextSchema.parse(read.content))))).toEqual(JSON.parse(JSON.stringify(addedTextJson(text))))
  })

  it('left blank but for what it is and its dates, is a prorogation of the latest text', () => {
    const view = textFormView(null, shippedTexts, words('fr'))
    const read = readTextForm(sent(view, { code: 'av12', 'title.fr': 'Titre', 'title.en': 'Title', source: 'Source', 'agreement.from': '01/01/2027', 'agreement.to': '31122027' }), 'fr')
    const checked = checkAddedText(read.content, shippedTexts)
    expect(checked.ok && { ...checked.text, agreement: { ...checked.text.agreement, from: isoOf(checked.text.agreement!.from) } }).toMatchObject({
      code: 'AV12', agreement: { from: '2027-01-01', inherits: 'H', changes: {} }, overlay: null, leaves: [], upratings: [], articles: {},
    })
  })

  it('shows today’s values of the text completed, in words', () => {
    const view = textFormView(null, shippedTexts, words('fr'))
    const now = (name: string) => view.agreement.flatMap(({ fields }) => fields).find((field) => field.name === `agreement.changes.${name}`)?.now.replaceAll('\u00a0', ' ')
    expect([now('cspMonths'), now('aspRate'), now('extensions.sickness'), now('extensions.carer'), now('jobThreshold'), now('bonus'), now('work.maxCount'), now('ownReferenceWageFrom')]).toEqual([
      '12 mois', '75 %', '4 mois au plus en tout', 'durée légale du congé', 'CDI, ou 6 mois et plus', 'oui', 'sans limite', 'procédures dès le 1ᵉʳ oct. 2021',
    ])
    expect(view.agreement.flatMap(({ fields }) => fields)).toHaveLength(PARAMETER_FIELDS.length)
    expect(view.overlay.flatMap(({ fields }) => fields).every(({ name }) => /^overlay\.changes\.(work\.|extensions\.|jobThreshold|trialReturn)/u.test(name))).toBe(true)
    expect(view.parents[0]).toMatchObject({ value: 'H' })
    const later = textsWith(shippedTexts, [addedTextSchema.parse({ ...whole, overlay: null })])
    expect(textFormView(null, later, words('en')).parents[0]).toEqual({ value: 'AV12', label: 'AV12 – Test amendment' })
  })

  it('says at its field what could not be read', () => {
    const view = textFormView(null, shippedTexts, words('fr'))
    const typed = { 'agreement.from': '31/02/2027', 'agreement.changes.cspMonths': 'douze', 'agreement.changes.aspRate': '175', 'overlay.from': 'demain', 'upratings.2.figure': 'areMinimum', 'upratings.2.value': 'beaucoup' }
    expect(readTextForm(sent(view, typed), 'fr').problems).toEqual([
      { field: 'agreement.changes.cspMonths', code: 'impossible_value' },
      { field: 'agreement.changes.aspRate', code: 'impossible_value' },
      { field: 'agreement.from', code: 'not_a_day' },
      { field: 'overlay.from', code: 'not_a_day' },
      { field: 'upratings.2.value', code: 'not_an_amount' },
    ])
  })

  it('leads what the law refuses back to the field it was typed in, whatever lines were left empty', () => {
    const view = textFormView(null, shippedTexts, words('fr'))
    const read = readTextForm(sent(view, {
      code: 'AV12', 'title.fr': 'T', 'title.en': 'T', source: 'S',
      'agreement.from': '01/01/2027', 'agreement.to': '31/12/2026', 'agreement.changes.cspMonths': '99',
      'leaves.3.code': 'DEUIL', 'leaves.3.name.fr': 'deuil', 'upratings.1.figure': 'areMinimum', 'upratings.1.from': '01/01/2009', 'upratings.1.value': '12',
      'articles.4.article': 'art. 1',
    }), 'fr')
    const checked = checkAddedText(read.content, shippedTexts)
    const first = checked.ok ? [] : checked.problems.map(({ path, code }) => [read.fieldOf(path), code])
    expect(first.toSorted()).toEqual([['agreement.changes.cspMonths', 'impossible_value'], ['articles.4.rule', 'unknown_rule'], ['leaves.3.name.en', 'required']])
    expect([read.fieldOf(''), read.fieldOf('agreement'), read.fieldOf('upratings.0.from'), read.fieldOf('leaves.0.limit.months'), read.fieldOf('agreement.changes.extensions.carer.months'), read.fieldOf('agreement.changes.work.minimumDays')]).toEqual([
      'agreement.from', 'agreement.from', 'upratings.1.from', 'leaves.3.limit', 'agreement.changes.extensions.carer', 'agreement.changes.work.minimumDays',
    ])
  })

  it('has words for each thing refused or told, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const code of TEXT_PROBLEMS) expect(problemWords(code, { code: 'H', from: day('2027-01-01'), to: day('2027-12-31') }, locale), code).toMatch(/\.$/u)
      for (const code of ['gap', 'takes_over', 'no_article', 'uprating_replaces'] as const) expect(noticeWords({ path: '', code, values: { code: 'H', from: day('2027-01-01'), to: day('2027-12-31') } }, locale)).not.toMatch(/[{}]/u)
    }
    expect(problemWords('overlap', { code: 'H', from: day('2026-01-01'), to: day('2026-12-31') }, 'en')).toBe('The text H begins within these dates, on 1\u00a0Jan\u00a02026, and would govern these procedures.')
    expect(problemWords('required', {}, 'fr', 'title.fr')).toBe('Donnez le titre en français.')
    expect(problemWords('required', {}, 'fr', 'leaves.3.name.en')).toBe('Donnez le nom du congé en anglais.')
  })
})

describe('dates of every operator together', () => {
  it('add up, between the earliest and the latest', () => {
    const line = (files: number, before: readonly [string, string] | null, after: readonly [string, string] | null) => ({ name: 'cspTerm' as const, files, earlier: files, later: 0, before, after })
    expect(sumDates([[line(2, ['2027-01-03', '2027-01-09'], null)], [line(1, ['2027-01-01', '2027-01-01'], ['2027-02-01', '2027-02-02'])], []])).toEqual([
      { name: 'cspTerm', files: 3, earlier: 3, later: 0, before: ['2027-01-01', '2027-01-09'], after: ['2027-02-01', '2027-02-02'] },
    ])
  })
})
