import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { figureLines } from '@/components/rules/figure-lines.ts'
import { matchingRules } from '@/components/rules/matching-rules.ts'
import { RuleLinks } from '@/components/rules/rule-links.tsx'
import { RulesScreen } from '@/components/rules/rules-screen.tsx'
import { lastKnownDay, textLines } from '@/components/rules/text-lines.ts'
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import { contradictions, RULE_CHAPTERS, ruleEntries, RULE_IDS, shippedTexts, TEXTS_READ_ON, type RuleId, type Texts } from '@/lib/accord/index.ts'
import { FIELDS_SHOWN, PARAMETER_NAMES, rulesChangedBy } from '@/lib/accord/rules/parameters.ts'
import { casesSetAside } from '@/lib/accord/rules/cases-set-aside.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const today = day('2026-11-22')

/** The page as a person gets it, without the frame around it. */
function page(locale: 'fr' | 'en', counts: ReadonlyMap<RuleId, number> | null, texts: Texts = shippedTexts): string {
  const screen = createElement(RulesScreen, { texts, today, locale, reader: counts === null ? 'stranger' : 'signed', counts })
  const provided = { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' } as ComponentProps<typeof NextIntlClientProvider>
  // A rule named in a sentence is a link: read as a part of the sentence it stands in.
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided, screen)).replaceAll(/<a class="nw" href="#(R-\d{3})">\1<\/a>/gu, '$1')
}

/** What is read in one rule's part of the page. */
function ruleText(html: string, rule: RuleId): string {
  const from = html.indexOf(`<div id="${rule}"`)
  expect(from, rule).toBeGreaterThan(0)
  const next = html.indexOf('class="rule-entry"', from + 60)
  return html.slice(from, next < 0 ? undefined : next).replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|').replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('&#x27;', "'")
}

describe('the rules page', () => {
  test('shows every rule once, in a chapter that has a name in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const entries = ruleEntries(locale)
      expect(RULE_CHAPTERS.flatMap((name) => entries.filter(({ chapter }) => chapter === name)).map(({ id }) => id).toSorted()).toEqual([...RULE_IDS].toSorted())
      for (const name of RULE_CHAPTERS) expect(messagesFor(locale).rules.chapter[name]).toBeTruthy()
    }
  })

  test.each(['fr', 'en'] as const)('in %s: each rule with its statement, its articles, its day of checking and its tests, and no message missing', (locale) => {
    const html = page(locale, null)
    expect(/rules\.[a-z]+\.|MISSING_MESSAGE|\{count/u.exec(html)).toBeNull()
    for (const entry of ruleEntries(locale)) {
      const text = ruleText(html, entry.id)
      expect(text).toContain(entry.title.replaceAll(/[\u00A0\u202F]/gu, ' '))
      expect(text).toContain(entry.statement.replaceAll(/[\u00A0\u202F]/gu, ' '))
      expect(entry.checkedOn).toBe(TEXTS_READ_ON)
      expect(text).toContain(locale === 'fr' ? '22 nov. 2026' : '22 Nov 2026')
      for (const { article } of entry.citations) expect(text).toContain(article.replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll(/§(?=\d)/gu, '§ '))
    }
  })

  test('the parameters stand under their texts, equal runs in one column, overlays with their day', () => {
    const html = page('fr', null)
    expect(ruleText(html, 'R-200')).toMatch(/\|A0\|B à H\|Part du salaire de référence\|80 %\|75 %\|Plafonnée à l’ARE maximale\|non\|oui\|/u)
    expect(ruleText(html, 'R-010')).toMatch(/\|Tous les textes\|Temps de réflexion\|21 jours\|/u)
    expect(ruleText(html, 'R-400')).toMatch(/\|A0\|A1\|CSP en cours dès le 3 févr\. 2012\|TRAVAIL-2015\|CSP en cours dès le 1ᵉʳ mars 2015\|B à H\|Période la plus courte\|1 mois\|14 jours\|3 jours\|3 jours\|/u)
    expect(ruleText(html, 'R-404')).toMatch(/\|Présence parentale\|non prévu\|non prévu\|non prévu\|durée légale du congé\|/u)
    expect(ruleText(html, 'R-412')).toMatch(/\|pas de retour prévu\|retour, même terme\|.*retour pour la durée restante\|/u)
  })

  test('every parameter that a text fixes is shown, under a rule, with its words in both languages', () => {
    const fixed = new Set(shippedTexts.agreements.flatMap(({ changes }) => Object.keys(changes)))
    expect([...fixed].filter((field) => !(FIELDS_SHOWN as ReadonlySet<string>).has(field))).toEqual([])
    for (const locale of ['fr', 'en'] as const) {
      expect(Object.keys(messagesFor(locale).rules.parameters.name).toSorted()).toEqual([...PARAMETER_NAMES].toSorted())
    }
    expect(rulesChangedBy({ workExtensionMaxMonths: 4, addedLeaves: {} })).toEqual(['R-403', 'R-404'])
  })

  test('a stranger sees no number of files; who sees files has a link to each list, and none where there is none', () => {
    const open = page('fr', null)
    expect(open.includes('/dossiers?regle=')).toBe(false)
    expect(ruleText(open, 'R-301')).not.toContain('Dossiers en cours')
    const signed = page('fr', new Map<RuleId, number>([['R-301', 12]]))
    expect(signed.includes('href="/dossiers?regle=R-301"')).toBe(true)
    expect(ruleText(signed, 'R-301')).toMatch(/\|Dossiers en cours\|12 dossiers\|/u)
    expect(signed.includes('href="/dossiers?regle=R-302"')).toBe(false)
    expect(ruleText(signed, 'R-302')).toMatch(/\|Dossiers en cours\|aucun\|/u)
  })

  test('a text added by an administrator has its line, its rules, its articles and its place in the tables', () => {
    const last = shippedTexts.agreements.at(-1)!
    const added: Texts = {
      ...shippedTexts,
      agreements: [...shippedTexts.agreements, {
        ...last, code: 'I', from: day('2027-01-01'), to: day('2027-12-31'), inherits: 'H', changes: { termLetterDaysBefore: 45 }, source: 'Avenant n° 12',
        added: { title: { fr: 'avenant n° 12', en: 'amendment 12' }, articles: { 'R-308': 'Av. 12 art. 2' } },
      }],
    }
    const html = page('fr', null, added)
    expect(ruleText(html, 'R-308')).toMatch(/\|E à H\|I\|Lettre avant le terme, au moins\|non prévu\|30 jours\|45 jours\|/u)
    expect(ruleText(html, 'R-308')).toContain('Av. 12 art. 2')
    const text = html.replaceAll(/<[^>]+>/gu, '').replaceAll(/[\u00A0\u202F]/gu, ' ')
    for (const said of ['Change R-308', 'publié par un administrateur', 'Le dernier jour connu est le ven. 31 déc. 2027']) expect(text.includes(said), said).toBe(true)
  })

  test('the contradictions of the texts and the cases set aside are told, each with its reason', () => {
    for (const locale of ['fr', 'en'] as const) {
      const html = page(locale, null)
      expect(contradictions(locale)).toHaveLength(18)
      for (const { id, choice } of contradictions(locale)) expect([html.includes(`id="${id}"`), html.includes(choice)], id).toEqual([true, true])
      for (const { id, why } of casesSetAside(locale)) expect([html.includes(`id="${id}"`), html.includes(why)], id).toEqual([true, true])
    }
  })

  test('a rule named in a sentence leads to it, one that does not exist is left as it is', () => {
    const sentence = renderToStaticMarkup(createElement(RuleLinks, null, 'La contribution (R-150), non R-999.'))
    expect(sentence).toBe('La contribution (<a class="nw" href="#R-150">R-150</a>), non R-999.')
  })

  test('what a text gives only from its day on is cited from there, and nothing of it stands under the texts before', () => {
    const html = page('fr', null)
    for (const [rule, since] of [['R-306', 'B'], ['R-307', 'C'], ['R-308', 'E'], ['R-403', 'B'], ['R-501', 'B']] as const) expect(ruleText(html, rule)).toMatch(new RegExp(`\\|Articles\\|${since} : `, 'u'))
    expect(ruleText(html, 'R-502')).toMatch(/\|Part des droits restants\|non prévu\|50 %\|/u)
  })

  test('every anchor of the page leads somewhere', () => {
    const html = page('fr', null)
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]))
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids.has(anchor), anchor).toBe(true)
    const all = [...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1])
    expect(new Set(all).size).toBe(all.length)
  })

  test.each([
    ['r301', 'R-301'], ['R-301', 'R-301'], ['pre-bilan huit', 'R-301'], ['PRÉ-BILAN', 'R-301'], ['salarié protégé', 'R-011'],
  ])('« %s » finds %s', (asked, rule) => {
    const rules = ruleEntries('fr').map(({ id, title, statement }) => ({ rule: id, title, statement }))
    expect(matchingRules(rules, asked).map((each) => each.rule)).toContain(rule)
  })

  test('nothing asked lists all, nonsense lists none', () => {
    const rules = [{ rule: 'R-301', title: 'Pré-bilan', statement: 'x' }]
    expect(matchingRules(rules, '  ')).toHaveLength(1)
    expect(matchingRules(rules, 'zzz')).toHaveLength(0)
  })

  test('the texts follow each other, the hole of January 2015 said, today’s marked, every change worded', () => {
    const lines = textLines(shippedTexts, today)
    const holes = lines.flatMap((line) => (line.kind === 'hole' ? [[isoOf(line.from), isoOf(line.to)]] : []))
    expect(holes).toEqual([['2015-01-01', '2015-01-31']])
    expect(lines.flatMap((line) => (line.kind === 'agreement' && line.current ? [line.agreement.code] : []))).toEqual(['H'])
    expect(isoOf(lastKnownDay(shippedTexts)!)).toBe('2026-12-31')
    for (const locale of ['fr', 'en'] as const) {
      const changes: Readonly<Record<string, string>> = messagesFor(locale).rules.texts.change
      for (const { code } of [...shippedTexts.agreements, ...shippedTexts.overlays]) expect(changes[code], `${locale} ${code}`).toBeTruthy()
    }
  })

  test('the dated figures stand by day, latest first, each series whole', () => {
    const lines = figureLines(shippedTexts.figures)
    expect(lines.map(({ from }) => from)).toEqual(lines.map(({ from }) => from).toSorted((a, b) => b - a))
    expect(lines[0]).toMatchObject({ from: day('2026-01-01'), values: { highestAllowance: '300.21' } })
    expect(lines.flatMap(({ values }) => (values.areMinimum === undefined ? [] : [values.areMinimum]))).toHaveLength(shippedTexts.figures.areMinimum.length)
  })
})
