import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { lawWords } from '@/components/basin/law-words.ts'
import { caseloadAddress } from '@/components/caseload/address.ts'
import { comesFromFigure, wordCaseloadRow, wordChips, type CaseloadWords } from '@/components/caseload/word-caseload.ts'
import { groupWords } from '@/components/steering/group-words.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { caseloadSearch, parseCaseloadParams, unheardParameters } from '@/lib/cases/caseload-params.ts'
import type { CaseloadPage, CaseloadRow } from '@/lib/cases/views/caseload.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const today = day('2026-11-22')
const french = { locale: 'fr', messages: messagesFor('fr') } as const
const steering = createTranslator({ ...french, namespace: 'steering' })
const words: CaseloadWords = {
  ...lawWords('fr'), locale: 'fr', t: createTranslator({ ...french, namespace: 'caseload' }),
  figures: {
    indicator: (id) => createTranslator({ ...french, namespace: 'indicators' })(`${id}.name`),
    dimension: (dimension) => steering(`dimension.${dimension}`),
    group: groupWords({ steering, person: createTranslator({ ...french, namespace: 'opening.options.person' }), options: createTranslator({ ...french, namespace: 'acts.options' }) }),
  },
}

describe('the address of the list', () => {
  test('changes one thing, keeps the rest, and goes back to the first page', () => {
    expect(caseloadAddress('q=roum&stage=plan_due&page=3', { basin: '7605' })).toBe('/dossiers?q=roum&stage=plan_due&basin=7605')
  })
  test('takes a parameter out, joins a list, drops the first page', () => {
    expect(caseloadAddress('q=roum&page=3', { q: null })).toBe('/dossiers')
    expect(caseloadAddress('', { stage: ['plan_due', 'pre_bilan_due'] })).toBe('/dossiers?stage=plan_due%2Cpre_bilan_due')
    expect(caseloadAddress('q=a&page=3', { page: '1' })).toBe('/dossiers?q=a')
    expect(caseloadAddress('q=a', { page: '2' })).toBe('/dossiers?q=a&page=2')
  })
})

function pageOf(search: Record<string, string>): { page: CaseloadPage; search: string } {
  const params = parseCaseloadParams(search)
  const page: CaseloadPage = {
    today, rows: [], total: 0, params,
    options: { basins: [{ code: '7605', name: 'Nîmes' }], counsellors: [{ id: '019354d0-0000-7000-8000-000000000001', name: 'Noémie Cazalis' }], referents: [] },
  }
  return { page, search: caseloadSearch(params) }
}

describe('the filters at work', () => {
  test('none for a plain list', () => {
    const { page, search } = pageOf({ sort: 'name', page: '2' })
    expect(wordChips(page, search, words)).toEqual([])
    expect(comesFromFigure(page.params)).toBe(false)
  })

  test('each is said in words, and its address lists without it', () => {
    const { page, search } = pageOf({ q: 'roum', basin: '7605', deadline: 'overdue', counsellor: '019354d0-0000-7000-8000-000000000001' })
    const chips = wordChips(page, search, words)
    expect(chips.map(({ label }) => label)).toEqual(['Nom\u00A0: roum', 'Bassin\u00A0: Nîmes', 'Échéance\u00A0: En retard', 'Conseiller\u00A0: Noémie Cazalis'])
    expect(chips[0]?.without).not.toContain('q=')
    expect(chips[0]?.without).toContain('basin=7605')
  })

  test('a figure’s filter is one sentence, taken out as a whole', () => {
    const { page, search } = pageOf({ scope: 'all', due: 'preBilan', standing: 'met_late', dueFrom: '2026-07-01', dueTo: '2026-09-30' })
    const chip = wordChips(page, search, words).find(({ key }) => key === 'due')
    expect(chip?.label).toBe('Échéance\u00A0: Pré-bilan, du\u00A0mer.\u00A01ᵉʳ\u00A0juil. au\u00A0mer.\u00A030\u00A0sept.\u00A02026, tenue en retard')
    expect(chip?.without).toBe('/dossiers?scope=all')
    expect(comesFromFigure(page.params)).toBe(true)
  })

  test('the files of an indicator, of a place and of a group of people, each taken out by itself', () => {
    const { page, search } = pageOf({ scope: 'all', indicator: 'preBilanInTime', part: 'counted', from: '2026-07-01', to: '2026-09-30', place: 'basin:7605', sex: 'female', age: '45_to_54', path: 'employer', sector: 'F' })
    const chips = wordChips(page, search, words)
    expect(chips.map(({ label }) => label)).toEqual([
      'Dossiers\u00A0: En cours et clos',
      'Pré-bilans tenus dans les 8\u00A0jours, du\u00A0mer.\u00A01ᵉʳ\u00A0juil. au\u00A0mer.\u00A030\u00A0sept.\u00A02026\u00A0: dossiers comptés',
      'Territoire\u00A0: Nîmes',
      'Âge à l’entrée\u00A0: 45 à 54\u00A0ans', 'Sexe\u00A0: Femme', 'Secteur\u00A0: Construction', 'Voie d’entrée\u00A0: Proposition de l’employeur',
    ])
    expect(parseCaseloadParams(Object.fromEntries(new URLSearchParams(chips[1]!.without.split('?')[1])))).toMatchObject({ indicator: null, part: null, from: null, to: null, place: 'basin:7605', sex: 'female' })
    expect(chips[2]!.without).toBe(`/dossiers?${caseloadSearch({ ...page.params, place: null })}`)
    expect(comesFromFigure(page.params)).toBe(true)
  })

  test('a stock is of its last day, those a share is about are said concerned, zones have their public names', () => {
    const labels = (given: Record<string, string>) => {
      const { page, search } = pageOf(given)
      return wordChips(page, search, words).map(({ label }) => label)
    }
    expect(labels({ indicator: 'inCsp', from: '2026-07-01', to: '2026-09-30' })).toEqual(['Personnes en CSP, au\u00A030\u00A0sept.\u00A02026'])
    expect(labels({ indicator: 'planInTime', from: '2026-07-01', to: '2026-07-01', place: 'department:30' })).toEqual(['Plans validés dans le mois, le\u00A0mer.\u00A01ᵉʳ\u00A0juil.\u00A02026\u00A0: dossiers concernés', 'Territoire\u00A0: Gard'])
    expect(labels({ place: 'region:76', seniority: 'unknown' })).toEqual(['Territoire\u00A0: Occitanie', 'Ancienneté\u00A0: non renseigné'])
  })

  test('an indicator without its two days filters nothing, and is said unheard', () => {
    const { page, search } = pageOf({ indicator: 'exits', from: '2026-07-01' })
    expect(wordChips(page, search, words)).toEqual([])
    expect(unheardParameters({ indicator: 'exits', from: '2026-07-01' })).toEqual([{ name: 'indicator', value: 'exits' }])
    expect(unheardParameters({ from: '2026-07-01', to: '2026-09-30' }).map(({ name }) => name)).toEqual(['from', 'to'])
    expect(unheardParameters({ indicator: 'tauxMagique', from: '2026-07-01', to: '2026-09-30' }).map(({ name }) => name)).toEqual(['indicator', 'from', 'to'])
    expect(unheardParameters({ indicator: 'exits', from: '2026-07-01', to: '2026-09-30' })).toEqual([])
  })

  test('exits without a motive are said so', () => {
    const { page, search } = pageOf({ motive: 'none,job_cdi' })
    expect(wordChips(page, search, words)[0]?.label).toBe('Motif de sortie\u00A0: non enregistré, Emploi en CDI')
  })
})

test('a line without start, term, deadline or referent says so by leaving them out', () => {
  const row: CaseloadRow = {
    id: '1', reference: 'RB-2026-00001', firstName: 'Zoé', lastName: 'Wattez', stage: 'reflection', regimeCode: 'H', basinCode: '7605', basinName: 'Nîmes',
    counsellorId: 'c', counsellorName: 'Noémie Cazalis', referentId: null, referentName: null, cspStart: null, cspTerm: null, endedOn: null, exitMotive: null,
    nextDeadline: null, employerName: null, phone: null, email: null, commune: null, preBilanOn: null, planOn: null, lastContactOn: null, jobStartedOn: null,
    followUpEnd: null, training: null, nextAppointment: null,
  }
  expect(wordCaseloadRow(row, today, words)).toMatchObject({ name: 'Wattez Zoé', stage: 'Réflexion en cours', deadline: null, start: null, term: null, referent: null })
  expect(wordCaseloadRow({ ...row, nextDeadline: { on: day('2026-11-19'), rule: 'R-301', code: 'preBilan' } }, today, words).deadline)
    .toMatchObject({ act: 'Pré-bilan', state: 'overdue', relative: 'En retard de\u00A03\u00A0jours' })
})
