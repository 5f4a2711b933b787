import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { AtHandAnswer, FileLine, FoundAnswer } from '@/components/palette/answers.ts'
import { entryGroups, referenceAt, splitAct, type PaletteState } from '@/components/palette/entries.ts'
import type { Role } from '@/lib/access/actor.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const messages = messagesFor('fr')
const words = {
  t: createTranslator({ locale: 'fr', messages, namespace: 'palette' }),
  place: createTranslator({ locale: 'fr', messages, namespace: 'shell.nav' }),
  filePlace: createTranslator({ locale: 'fr', messages, namespace: 'file.places' }),
}
const contact = { kind: 'contact_held', label: 'Noter un contact' }
const preBilan = { kind: 'pre_bilan_held', label: 'Enregistrer le pré-bilan' }
const training = { kind: 'training', label: 'Enregistrer une formation' }
const acts = [contact, preBilan, training]
const karim: FileLine = { reference: 'RB-2026-00012', name: 'Karim Benali', about: '12 avr. 1979', stage: 'Pré-bilan attendu', deadline: { label: 'Pré-bilan, demain', state: 'soon' }, acts: [contact, preBilan] }
const zoe: FileLine = { ...karim, reference: 'RB-2026-00013', name: 'Zoé Éluard', acts: [contact] }
const found = (files: readonly FileLine[], more = false): FoundAnswer => ({ files, more, bornSetAside: false, employers: [], understood: '' })
const hand = (file: FileLine | null = null, recent: readonly FileLine[] = []): AtHandAnswer => ({ file, recent, acts })

function listed(state: Partial<PaletteState>): Record<string, string[]> {
  const groups = entryGroups({ typed: '', role: 'counsellor', hand: hand(), found: null, afterAct: false, ...state }, words)
  return Object.fromEntries(groups.map(({ key, entries }) => [key, entries.map(({ label }) => label)]))
}
const hrefs = (state: Partial<PaletteState>) => entryGroups({ typed: '', role: 'counsellor', hand: hand(), found: null, afterAct: false, ...state }, words).flatMap(({ entries }) => entries.map(({ href }) => href))

describe('before anything is typed', () => {
  it('lists the last files, the actions and the screens of the role', () => {
    const groups = listed({ hand: hand(null, [zoe]) })
    expect(Object.keys(groups)).toEqual(['recent', 'acts', 'screens'])
    expect(groups['recent']).toEqual(['Zoé Éluard'])
    expect(groups['acts']?.[0]).toBe('Ouvrir un dossier')
    expect(groups['screens']).toContain('À faire')
  })

  it('puts the acts of the file at hand first', () => {
    const groups = listed({ hand: hand(karim, [zoe]) })
    expect(Object.keys(groups)[0]).toBe('here')
    expect(groups['here']).toEqual(['Noter un contact avec Karim Benali', 'Enregistrer le pré-bilan', 'Enregistrer un fait…'])
  })

  it.each<[Role, boolean]>([['counsellor', true], ['manager', true], ['referent', false], ['operator_admin', false], ['committee', false], ['platform_admin', false]])('offers a %s to open a file: %s', (role, offered) => {
    expect(listed({ role })['acts']?.includes('Ouvrir un dossier') ?? false).toBe(offered)
  })
})

describe('typed', () => {
  it('a name: the people first, then what is done with the nearest', () => {
    const groups = listed({ typed: 'karim', found: found([karim, zoe]) })
    expect(Object.keys(groups)).toEqual(['files', 'acts'])
    expect(groups['acts']).toEqual(['Noter un contact avec Karim Benali', 'Enregistrer le pré-bilan : Karim Benali'.replace(' :', '\u00A0:')])
    expect(hrefs({ typed: 'karim', found: found([karim]) })).toEqual(['/dossiers/RB-2026-00012', '/dossiers/RB-2026-00012?acte=contact_held&saisie=1', '/dossiers/RB-2026-00012?acte=pre_bilan_held&saisie=1'])
  })

  it('an act and a name: the act first', () => {
    const groups = listed({ typed: 'noter contact karim', found: found([karim]), afterAct: true })
    expect(Object.keys(groups)).toEqual(['acts', 'files'])
    expect(groups['acts']).toEqual(['Noter un contact avec Karim Benali'])
  })

  it('in a file, any of its acts by its words, and its parts', () => {
    expect(listed({ typed: 'forma', hand: hand(karim), found: found([]) })['here']).toEqual(['Enregistrer une formation'])
    expect(listed({ typed: 'historique', hand: hand(karim), found: found([]) })['here']).toEqual(['Historique de Karim Benali'])
  })

  it('no act for who records nothing', () => {
    expect(listed({ typed: 'forma', hand: { file: { ...karim, acts: [] }, recent: [], acts: [] }, found: found([]) })['here']).toBeUndefined()
  })

  it('a screen or a command, accents aside', () => {
    expect(listed({ typed: 'a faire' })['screens']).toEqual(['À faire'])
    expect(listed({ typed: 'theme' })['acts']).toHaveLength(1)
    expect(listed({ typed: 'zzz', found: found([]) })).toEqual({})
  })

  it('more people than shown: the list of all, with the same words', () => {
    expect(hrefs({ typed: 'karim d', found: found([zoe], true) })).toContain('/dossiers?scope=all&q=karim%20d')
  })
})

describe('an act and a person in one line', () => {
  it('splits where the words of an act end', () => {
    expect(splitAct('contact karim', acts)).toMatchObject({ acts: [contact], rest: 'karim' })
    expect(splitAct('Noter un contact avec Karim Benali', acts)).toMatchObject({ acts: [contact], rest: 'Karim Benali' })
    expect(splitAct('pré-bilan de zoé', acts)).toMatchObject({ acts: [preBilan], rest: 'zoé' })
    expect(splitAct('prebilan zoé', acts)).toMatchObject({ acts: [preBilan], rest: 'zoé' })
  })
  it('does not split a name, nor an act alone', () => {
    for (const typed of ['karim benali', 'contact', '', 'le goff anne']) expect(splitAct(typed, acts), typed).toBeNull()
  })
})

it('the file at hand is read from the address', () => {
  expect(referenceAt('/dossiers/RB-2026-00012')).toBe('RB-2026-00012')
  expect(referenceAt('/dossiers/RB-2026-00012/plan')).toBe('RB-2026-00012')
  expect([referenceAt('/dossiers/nouveau'), referenceAt('/dossiers'), referenceAt('/a-faire')]).toEqual([null, null, null])
})
