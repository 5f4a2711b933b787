// A file's view as the query gives it, made of written facts, and a component as a person reads it.
import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ComponentProps, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { day, derive, shippedTexts } from '@/lib/accord'
import { factTerms, frameTerms } from '@/lib/accord/file/fact-json.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { fact, frame, PLAIN_SETTINGS, type WrittenFact } from '@/tests/accord/a-file.ts'

export interface WrittenView {
  readonly engagedOn?: string
  readonly frame?: Readonly<Record<string, unknown>>
  readonly facts: readonly WrittenFact[]
  readonly today: string
}

export function viewOf({ engagedOn = '2025-09-08', frame: terms, facts, today }: WrittenView): FileView {
  const record = { frame: frame(engagedOn, 'employer', terms), facts: facts.map(fact) }
  const base = { content: null, recordedBy: 'Inès Conseillère', recordedAt: new Date('2025-09-08T08:00:00Z'), supersedes: null, supersededBy: null, reason: null, until: null }
  const kept: FactView[] = record.facts.map((each, index) => {
    const { kind, ...rest } = factTerms(each)
    return { ...base, id: `fact-${index + 2}`, sequence: index + 2, kind: each.kind, on: 'from' in each ? each.from : each.on, fact: each, terms: rest, factIndex: index }
  })
  const today_ = day(today)
  return {
    id: 'file', reference: 'RB-2026-00001', version: kept.length, openedAt: base.recordedAt, asOf: today_, knownOn: null, today: today_,
    person: { id: 'person', firstName: 'Amélie', lastName: 'Roux', birthDate: day('1980-05-05'), email: null, phone: null, sex: null, qualification: null, sector: null, commune: null },
    employer: null,
    frame: record.frame,
    basin: { code: '8401', name: 'Lyon' },
    counsellor: { id: 'ines', name: 'Inès Conseillère' },
    referent: null,
    away: [],
    transfers: { offeredTo: null, wentTo: null, cameFrom: null },
    file: derive(record, shippedTexts, PLAIN_SETTINGS, today_),
    texts: shippedTexts,
    facts: [{ ...base, id: 'fact-1', sequence: 1, kind: 'frame', on: record.frame.engagedOn, fact: null, terms: frameTerms(record.frame), factIndex: null }, ...kept],
    may: { record: true, assign: false },
    settings: PLAIN_SETTINGS,
  }
}

/** The markup of a component in a language. */
export function markupOf(element: ReactElement, locale: Locale = 'fr'): string {
  const provided = { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' } as ComponentProps<typeof NextIntlClientProvider>
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided, element))
}

/** What is read of some markup: its text, pieces apart, spaces plain. */
export function readOf(markup: string): string {
  return markup.replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|').replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
