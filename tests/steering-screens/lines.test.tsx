import { NextIntlClientProvider } from 'next-intl'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { NOTHING_ASKED } from '@/components/steering/address.ts'
import { DriftCard } from '@/components/steering/drift-card.tsx'
import { KEY_INDICATORS, KeyFigures } from '@/components/steering/key-figures.tsx'
import { LinesTable } from '@/components/steering/lines-table.tsx'
import { LoadsTable } from '@/components/steering/loads-table.tsx'
import { MotivesChart, StagesChart } from '@/components/steering/parts-charts.tsx'
import { SaidFirst } from '@/components/steering/said-first.tsx'
import { changeOf, charted } from '@/components/steering/values.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import type { IndicatorId } from '@/lib/indicators/definitions.ts'
import { presentQuarter } from '@/lib/indicators/period-choice.ts'
import { NATION } from '@/lib/indicators/slices.ts'
import type { Ground, Line } from '@/lib/steering/dashboard/overview.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const today = day('2026-11-22')
const ground: Ground = {
  today, slice: { place: { level: 'basin', code: '7605' }, counsellor: null, where: {} }, choice: presentQuarter(today),
  compared: { from: day('2026-07-01'), to: day('2026-08-22') }, periodProblem: null, placeRefused: null, counsellorRefused: false,
  place: { place: { level: 'basin', code: '7605' }, standing: 'theirs', name: 'Nîmes' },
  wider: { slice: { place: NATION, counsellor: null, where: {} }, place: { place: NATION, standing: 'theirs', name: null } },
  basins: [], counsellors: [], hasFiles: true,
}

function figure(id: IndicatorId, given: Partial<Figure> = {}): Figure {
  return { id, from: '2026-10-01', to: '2026-12-31', value: 0, missing: null, of: 0, counted: null, sum: null, seen: null, ofSearch: 'of', countedSearch: null, ...given }
}
const share = (id: IndicatorId, counted: number, of: number, given: Partial<Figure> = {}) => figure(id, { value: counted / of, counted, of, countedSearch: 'counted', ...given })

const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, hmrRefresh() {} } as never
const shown = (node: ReactNode, locale: 'fr' | 'en' = 'fr') => renderToStaticMarkup(
  <AppRouterContext value={router}><NextIntlClientProvider locale={locale} timeZone="Europe/Paris" messages={messagesFor(locale)}>{node}</NextIntlClientProvider></AppRouterContext>,
)
/** What is read, without tags; a no-break space is a space. */
const read = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('&#x27;', "'").replaceAll(/\s+/gu, ' ')
const reader = 'manager' as const
const table = (line: Line, locale: 'fr' | 'en' = 'fr') => shown(<LinesTable caption="x" lines={[line]} ground={ground} asked={NOTHING_ASKED} role={reader} />, locale)

describe('a figure of the dashboard', () => {
  const line: Line = { id: 'preBilanInTime', now: share('preBilanInTime', 312, 401), before: share('preBilanInTime', 71, 100), wider: share('preBilanInTime', 800, 1000), seen: null }

  test('says its name, kind, value, exact count, change in words and sign, and the wider place', () => {
    const text = read(table(line))
    for (const part of ['Pré-bilans tenus dans les 8 jours', 'flux', 'Définition', '77,8 %', '312 sur 401', '+ 6,8 points', 'hausse, contre 71 %', 'comparée du 1ᵉʳ juil. au 22 août 2026', 'Tous mes bassins', '80 %', '800 sur 1 000']) expect(text).toContain(part)
  })

  test('opens both lists, its definition and itself', () => {
    const html = table(line)
    for (const href of ['/dossiers?counted', '/dossiers?of', '/indicateurs#preBilanInTime', '/pilotage?indicator=preBilanInTime']) expect(html).toContain(`href="${href}"`)
    expect(read(html.match(/aria-label="[^"]*312[^"]*"/u)![0])).toContain('Pré-bilans tenus dans les 8 jours, comptés : 312, voir les dossiers')
  })

  test('what it is held against opens its files too: those counted of a share, and nothing of nobody', () => {
    const before = share('preBilanInTime', 71, 100, { countedSearch: 'counted-before', ofSearch: 'of-before' })
    const html = table({ ...line, before })
    expect(html).toContain('href="/dossiers?counted-before"')
    expect(read(html.match(/aria-label="[^"]*71 sur[^"]*"/u)![0])).toContain('Pré-bilans tenus dans les 8 jours, période comparée, 71 sur 100 : 71 %, voir les dossiers')
    expect(table({ ...line, before: share('preBilanInTime', 0, 100, { countedSearch: 'counted-before', ofSearch: 'of-before' }) })).toContain('href="/dossiers?of-before"')
    const entries = (of: number) => table({ id: 'entries', now: figure('entries', { value: 112, of: 112 }), before: figure('entries', { value: of, of, ofSearch: 'of-before' }), wider: null, seen: null })
    expect(entries(100)).toContain('href="/dossiers?of-before"')
    expect(entries(0)).not.toContain('of-before')
  })

  test('a figure that reads one whole month says which', () => {
    const of = { now: share('workingInMonth', 12, 100), before: share('workingInMonth', 10, 100), wider: null, seen: null }
    expect(read(table({ id: 'workingInMonth', ...of }))).toContain('Dernier mois entier : octobre 2026.')
    expect(read(table(line))).not.toContain('Dernier mois entier')
  })

  test('a fall has its sign and word, and no change is said so', () => {
    expect(read(table({ ...line, before: share('preBilanInTime', 90, 100) }))).toContain('− 12,2 points baisse, contre 90 %')
    expect(read(table({ ...line, before: share('preBilanInTime', 312, 401) }))).toContain('stable, contre 77,8 %')
    expect(read(table({ ...line, before: figure('preBilanInTime', { value: null, missing: 'nobody', counted: 0 }) }))).toContain('aucun dossier avant')
  })

  test('a count is its own list, and changes in people and percent', () => {
    const entries = { id: 'entries', now: figure('entries', { value: 112, of: 112 }), before: figure('entries', { value: 100, of: 100 }), wider: null, seen: null } satisfies Line
    expect(read(table(entries))).toContain('+ 12 hausse de 12 %, contre 100')
    expect(read(table({ ...entries, before: figure('entries', { value: 0, of: 0 }) }))).toContain('+ 112 hausse, contre 0')
    // Nobody: nothing to open.
    expect(table({ ...entries, now: figure('entries', { value: 0, of: 0, ofSearch: 'of-now' }) })).not.toContain('/dossiers?of-now')
  })

  test('a mean says of how many files, in its unit', () => {
    const mean = (value: number) => figure('daysToPreBilan', { value, of: 65, sum: '300' })
    const text = read(table({ id: 'daysToPreBilan', now: mean(5.94), before: mean(6.5), wider: mean(1), seen: null }))
    expect(text).toContain('5,9 jours sur 65 dossiers')
    expect(text).toContain('− 0,6 jour baisse, contre 6,5 jours')
    expect(text).toContain('1 jour')
    const euros = read(table({ id: 'bonusFirstAmount', now: figure('bonusFirstAmount', { value: 3300.5, of: 4 }), before: figure('bonusFirstAmount', { value: 3000, of: 4 }), wider: null, seen: null }))
    expect(euros).toContain('3 300,50 €')
    expect(euros).toContain('+ 300,50 € hausse, contre 3 000,00 €')
  })

  test('a cohort partly seen says how much of it is, never a low rate alone', () => {
    const now = share('bonusTakeUp', 30, 118, { seen: { files: 118, of: 240, until: '2025-08-12' } })
    expect(read(table({ id: 'bonusTakeUp', now, before: share('bonusTakeUp', 30, 100), wider: null, seen: null }))).toContain('Observable pour 118 sur 240, entrées au plus tard le 12 août 2025.')
  })

  test('a cohort too young is told by the latest that can be read, and says when its own will be', () => {
    const now = figure('bonusTakeUp', { value: null, missing: 'too_young', counted: 0 })
    const at = { from: '2025-07-01', to: '2025-09-30' }
    const seen = { now: share('bonusTakeUp', 21, 52, at), before: share('bonusTakeUp', 10, 50, { from: '2025-04-01', to: '2025-06-30' }), wider: share('bonusTakeUp', 30, 100, at) }
    const text = read(table({ id: 'bonusTakeUp', now, before: now, wider: now, seen }))
    for (const part of ['40,4 %', '21 sur 52', 'Entrées du 1ᵉʳ juil. au 30 sept. 2025, dernière cohorte lisible ; celle de la période, à partir du 1ᵉʳ nov. 2027.', '+ 20,4 points hausse, contre 20 %', '30 %', '30 sur 100']) expect(text).toContain(part)
  })

  test('without anyone, or known of today only, says so and shows no zero', () => {
    const missing = (reason: Figure['missing']) => read(table({ id: 'withoutContact', now: figure('withoutContact', { value: null, missing: reason, counted: 0 }), before: figure('withoutContact', { value: null, missing: 'today_only' }), wider: null, seen: null }))
    expect(missing('nobody')).toContain('Aucun dossier concerné')
    expect(missing('today_only')).toContain('Connu d’aujourd’hui seulement')
    expect(missing('nobody')).not.toMatch(/\b0 %|0 sur 0/u)
  })

  test('in English', () => {
    const text = read(table(line, 'en'))
    for (const part of ['Pré-bilans held within 8 days', 'flow', 'Definition', '77.8%', '312 of 401', '+ 6.8 points up, against 71%', 'All my basins']) expect(text).toContain(part)
  })
})

describe('values', () => {
  test('a difference is that of what is read', () => {
    expect(changeOf('share', { value: 0.77806 }, { value: 0.71 })).toEqual({ difference: 6.8, percent: null })
    expect(changeOf('people', { value: 112 }, { value: 100 })).toEqual({ difference: 12, percent: 12 })
    expect(changeOf('share', { value: null }, { value: 0.71 })).toBeNull()
    expect(changeOf('euros', { value: 10.004 }, { value: 10 })).toEqual({ difference: 0, percent: null })
  })
  test('what has no value is never drawn as zero', () => {
    expect(charted('share', { value: null })).toBe('unknown')
    expect(charted('share', { value: 0 })).toBe(0)
    expect(charted('share', { value: 0.12345 })).toBe(12.3)
  })
})

describe('the key figures', () => {
  const people = (id: IndicatorId, count: number, before: number): Line => ({ id, now: figure(id, { value: count, of: count }), before: figure(id, { value: before, of: before, ofSearch: `before-${id}` }), wider: figure(id, { value: 9000, of: 9000 }), seen: null })
  const rate = (id: IndicatorId, counted: number, of: number): Line => ({ id, now: share(id, counted, of), before: share(id, 1, 2, { countedSearch: `before-${id}` }), wider: share(id, 3, 4, { countedSearch: `wider-${id}` }), seen: null })
  const lines = { inCsp: people('inCsp', 127, 150), entries: people('entries', 33, 33), exits: people('exits', 0, 0), preBilanInTime: rate('preBilanInTime', 18, 27), planInTime: rate('planInTime', 24, 32), durableAtExit: { ...rate('durableAtExit', 0, 1), now: figure('durableAtExit', { value: null, missing: 'nobody', counted: 0 }) } }
  const html = shown(<KeyFigures lines={lines} ground={ground} asked={NOTHING_ASKED} role={reader} />)
  const text = read(html)

  test('each has its name, value, exact count, what it was and by how much it moved; a rate has the wider place, a count has not', () => {
    for (const part of ['En CSP 127', '150 − 23', 'Entrées 33', '33 stable', '66,7 % 18 sur 27', '50 % + 16,7 points', 'Tous mes bassins 75 %', 'Aucun dossier concerné']) expect(text).toContain(part)
    expect(text).not.toContain('9 000')
  })

  test('each leads to its own page, and every figure to its files', () => {
    for (const id of KEY_INDICATORS) expect(html).toContain(`href="/pilotage?indicator=${id}"`)
    for (const search of ['of', 'counted', 'before-inCsp', 'before-preBilanInTime', 'wider-planInTime']) expect(html).toContain(`href="/dossiers?${search}"`)
    // Nobody: nothing to open.
    expect(html).not.toContain('/dossiers?before-exits')
  })
})

describe('what is said first', () => {
  const said = (change: Partial<Ground>, unheard: Parameters<typeof SaidFirst>[0]['unheard'] = []) => read(shown(<SaidFirst ground={{ ...ground, ...change }} unheard={unheard} />))

  test('a quarter that is not over, and what it is held against', () => {
    expect(said({})).toContain('Période en cours, arrêtée au 22 nov. 2026. Elle est comparée à autant de jours de la période précédente, du 1ᵉʳ juil. au 22 août 2026.')
    expect(said({ choice: { ...ground.choice, running: false } })).not.toContain('en cours')
  })

  test('a territory elsewhere, one that no list knows, a period upside down, an indicator that is gone', () => {
    expect(said({ placeRefused: { place: { level: 'region', code: '94' }, standing: 'elsewhere', name: 'Corse' } })).toContain('Corse n’est pas dans votre périmètre.')
    expect(said({ placeRefused: { place: { level: 'basin', code: '0000' }, standing: 'nowhere', name: null } })).toContain('ne connaît pas « 0000 »')
    expect(said({ periodProblem: 'upside_down' })).toContain('finit avant de commencer. Voici le trimestre en cours.')
    expect(said({ counsellorRefused: true })).toContain('ne suit aucun dossier dans ce territoire')
    expect(said({}, [{ name: 'indicator', value: 'tauxMagique' }])).toContain('L’indicateur « tauxMagique » n’existe plus ou n’a jamais existé : voici tous les autres.')
    expect(said({}, [{ name: 'age', value: 'vieux' }])).toContain('« age=vieux » n’est pas un choix connu.')
  })
})

describe('parts', () => {
  const listed = (count: number, search = 's') => ({ count, search })

  test('stages and motives are charts with their table, each part opening its list, and the whole', () => {
    const html = shown(<StagesChart stages={{ whole: listed(5, 'whole'), stages: [{ stage: 'plan_due', listed: listed(3, 'plan') }, { stage: 'term', listed: listed(2, 'term') }] }} />)
    for (const href of ['/dossiers?plan', '/dossiers?term', '/dossiers?whole']) expect(html).toContain(`href="${href}"`)
    expect(read(html)).toContain('5 dossiers en cours ; l’étape la plus fréquente est')
    const motives = shown(<MotivesChart motives={[{ value: 'unknown', figures: [figure('exits', { of: 2, value: 2, ofSearch: 'motive=none' })] }]} exits={listed(2)} period="du 1 au 2" />)
    expect(read(motives)).toContain('Non enregistré')
    expect(motives).toContain('href="/dossiers?motive=none"')
    expect(read(motives)).toContain('Le motif de ces sorties n’est pas enregistré.')
  })

  test('what is not recorded is never the most frequent', () => {
    const exits = (value: string, of: number) => ({ value, figures: [figure('exits', { of, value: of })] })
    const text = read(shown(<MotivesChart motives={[exits('unknown', 9), exits('term', 2)]} exits={listed(11)} period="du 1 au 2" />))
    expect(text).toContain('le motif le plus fréquent est « Terme du CSP », avec 2.')
  })

  test('parts that are level lead together', () => {
    const stages = [{ stage: 'plan_due', listed: listed(3) }, { stage: 'in_follow_up', listed: listed(3) }, { stage: 'term', listed: listed(2) }] as const
    expect(read(shown(<StagesChart stages={{ whole: listed(8), stages }} />))).toContain('8 dossiers en cours ; les étapes les plus fréquentes sont « Plan à valider » et « Accompagnement », avec 3 chacune.')
  })

  test('without any, say so', () => {
    expect(read(shown(<MotivesChart motives={[]} exits={listed(0)} period="du 1 au 2" />))).toContain('Aucune sortie dans la période.')
  })

  test('loads: a line for each counsellor, a column for each month, the whole; too many are asked for by place', () => {
    const months = ['2026-11-01', '2026-12-01']
    const one = (id: string, name: string) => ({ id, name, inCsp: listed(7, `of-${id}`), ends: [listed(0), listed(3, `end-${id}`)] })
    const loads = { months, inCsp: listed(14), ends: [listed(0), listed(6)], counsellors: [one('a', 'Ines'), one('b', 'Camille')], counsellorCount: 2 }
    const html = shown(<LoadsTable loads={loads} asked={NOTHING_ASKED} />)
    for (const href of ['/dossiers?of-a', '/dossiers?end-b', '/pilotage?counsellor=b']) expect(html).toContain(`href="${href}"`)
    expect(read(html)).toContain('Ensemble 14')
    expect(read(shown(<LoadsTable loads={{ ...loads, counsellors: null, counsellorCount: 41 }} asked={NOTHING_ASKED} />))).toContain('41 conseillers suivent quelqu’un ici.')
  })

  test('what drifts is explained by its files', () => {
    const html = shown(<DriftCard drifts={[
      { kind: 'preBilan', late: 6, of: 60, search: 'all', groups: [{ by: 'counsellor', id: 'a', name: 'Ines', late: 4, of: 10, search: 'ines', oldest: '2026-10-01', chance: 0.0001, aside: null }, { by: 'basin', id: '8402', name: 'Vienne', late: 5, of: 12, search: 'vienne', oldest: '2026-10-04', chance: 0.0004, aside: { until: '2026-12-01', reason: 'Salle fermée', by: 'Maud' } }] },
      { kind: 'plan', late: 0, of: 60, search: 'plans', groups: [] },
    ]} explained />)
    for (const href of ['/dossiers?all', '/dossiers?ines']) expect(html).toContain(`href="${href}"`)
    expect(html).not.toContain('/dossiers?plans')
    for (const href of ['/pilotage/alerte?genre=preBilan&amp;conseiller=a', '/pilotage/alerte?genre=preBilan&amp;bassin=8402']) expect(html).toContain(`href="${href}"`)
    const text = read(html)
    for (const part of ['10 % des personnes en CSP', 'Ines', '4 sur 10, soit 40 %', 'Aucun', 'depuis le 1ᵉʳ oct. 2026', 'mis de côté jusqu’au 1ᵉʳ déc. 2026', 'à partir de 4 dossiers', 'au plus une fois sur 1 000']) expect(text).toContain(part)
  })
})
