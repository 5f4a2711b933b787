import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { wordGroups, wordLine, type WorklistWords } from '@/components/worklist/word-worklist.ts'
import { whyHref } from '@/components/worklist/work-line.ts'
import { addDays, day } from '@/lib/accord/calendar/day.ts'
import { DEADLINE_CODES } from '@/lib/accord/file/case-file.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { WorkItem } from '@/lib/cases/views/worklist.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const today = day('2026-11-22')
const wordsIn = (locale: 'fr' | 'en'): WorklistWords => ({
  t: createTranslator({ locale, messages: messagesFor(locale), namespace: 'worklist' }), locale, stage: wording(locale).stage,
})
const item = (more: Partial<WorkItem> = {}): WorkItem => ({
  id: '1', reference: 'RB-2026-01874', personName: 'Maëlys Le Guennec', stage: 'pre_bilan_due', code: 'preBilan', rule: 'R-301', dueOn: today,
  metBy: 'pre_bilan_held', actor: 'operator', maySilence: true, regimeCode: 'H', context: { cspStart: day('2026-11-14') }, standingInFor: null, ...more,
})

describe('a line of À faire', () => {
  test('says who, what, why, by when, under which article, and leads to the act', () => {
    expect(wordLine(item(), today, wordsIn('fr'))).toMatchObject({
      stage: 'Pré-bilan à tenir', act: 'Tenir le pré-bilan', reason: 'CSP commencé le sam.\u00A014\u00A0nov.\u00A02026',
      dueLabel: 'dim.\u00A022\u00A0nov.\u00A02026', relative: 'Aujourd’hui', state: 'soon', article: 'Conv. 2015 art. 9 §1', ownSetting: false,
      actHref: '/dossiers/RB-2026-01874?acte=pre_bilan_held', whyHref: '/dossiers/RB-2026-01874?pourquoi=preBilanDue',
    })
  })

  test.each([
    [-6, 'overdue', 'En retard de\u00A06\u00A0jours'],
    [0, 'soon', 'Aujourd’hui'],
    [1, 'soon', 'Demain'],
    [7, 'soon', 'Dans\u00A07\u00A0jours'],
    [8, 'planned', 'Dans\u00A08\u00A0jours'],
  ] as const)('%i days from its last day is %s', (distance, state, relative) => {
    expect(wordLine(item({ dueOn: addDays(today, distance) }), today, wordsIn('fr'))).toMatchObject({ state, relative })
  })

  test('a contact is the operator’s setting, and says when there never was one', () => {
    const contact = item({ code: 'contact', rule: 'R-305', context: { lastContactOn: null } })
    expect(wordLine(contact, today, wordsIn('fr'))).toMatchObject({ ownSetting: true, reason: 'Aucun contact noté depuis le début du CSP' })
  })

  test.each(['fr', 'en'] as const)('every deadline has its words in %s, and an explanation to open', (locale) => {
    for (const code of DEADLINE_CODES) {
      const line = wordLine(item({ code, context: {} }), today, wordsIn(locale))
      expect(line.act, code).not.toMatch(/worklist|\{/)
      expect(line.action, code).not.toMatch(/worklist|\{/)
      expect(line.whyHref, code).toMatch(/\?pourquoi=|^\/regles#R-/)
    }
  })

  test('without an act to record, the line opens the file', () => {
    expect(wordLine(item({ metBy: null }), today, wordsIn('fr')).actHref).toBe('/dossiers/RB-2026-01874')
    expect(whyHref('RB-1', 'followUp', 'R-309')).toBe('/regles#R-309')
  })
})

test('groups without a line are not shown, the others keep the order of urgency', () => {
  const list = {
    today, horizon: [], total: 2, beyond: null,
    groups: { overdue: [], today: [item()], week: [], later: [item({ id: '2', dueOn: addDays(today, 9) })] },
  }
  expect(wordGroups(list, wordsIn('fr')).map(({ name, subtitle }) => [name, subtitle])).toEqual([
    ['today', 'dernier jour'],
    ['later', 'à partir du lun.\u00A030\u00A0nov.'],
  ])
})
