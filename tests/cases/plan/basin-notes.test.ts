import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basinNotes, importBasinNote, writeBasinNote } from '@/lib/cases/basin-notes/notes.ts'
import { planView } from '@/lib/cases/plan/working-plan.ts'
import { accepted, twoOffices, type TwoOffices } from '../two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
})
afterAll(() => house.end())

const content = { text: 'Le bâtiment recrute.', occupations: [{ label: 'Soudeur', rome: 'h2913' }], sectors: [{ label: 'Construction', naf: 'f' }] }

describe('what a basin offers', () => {
  it('is written by its manager, note upon note; the one that counts is the latest to have begun', async () => {
    const { manager, counsellor } = house.north
    const write = (validFrom: string, text: string) => writeBasinNote(manager, { basinCode: '8401', validFrom, content: { ...content, text } })
    expect(await write('2026-02-01', 'première')).toEqual({ kind: 'written', sequence: 1 })
    expect(await write('2026-03-02', 'deuxième')).toEqual({ kind: 'written', sequence: 2 })
    expect(await write('2026-03-03', 'à venir')).toEqual({ kind: 'written', sequence: 3 })
    const read = (await basinNotes(manager, '8401'))!
    expect(read.current).toMatchObject({ sequence: 2, writtenBy: 'Maud', content: { text: 'deuxième', occupations: [{ label: 'Soudeur', rome: 'H2913' }], sectors: [{ naf: 'F' }] } })
    expect(read.all.map(({ sequence }) => sequence)).toEqual([3, 2, 1])
    const reference = await accepted(house, counsellor)
    expect((await planView(counsellor, reference))?.note).toMatchObject({ sequence: 2 })
    expect((await planView(counsellor, reference))?.occupations).toContainEqual({ label: 'Soudeur', rome: 'H2913' })
    const told = await house.owner.query(`select e.action from journal_entry e where e.action like 'basin_note.%' order by e.position`)
    expect(told.rows).toHaveLength(3)
  })

  it('is the manager’s to write, the operator’s to read, and nobody else’s', async () => {
    const { counsellor, administrator, manager } = house.north
    const write = (actor: typeof manager, basinCode = '8402') => writeBasinNote(actor, { basinCode, validFrom: '2026-03-01', content })
    expect((await write(counsellor)).kind).toBe('not_found')
    expect((await write(administrator)).kind).toBe('not_allowed')
    expect((await write({ ...manager, basinIds: [house.basins.lyon] })).kind).toBe('not_found')
    expect((await write(manager, 'nowhere')).kind).toBe('not_found')
    expect((await basinNotes(house.south.manager, '8401'))?.all).toEqual([])
    expect(await basinNotes(counsellor, '8401')).toBeNull()
    expect((await basinNotes(administrator, '8401'))?.mayWrite).toBe(false)
  })

  it('says something, from a day that exists', async () => {
    const { manager } = house.north
    const refused = async (validFrom: string, said: unknown) => {
      const outcome = await writeBasinNote(manager, { basinCode: '8401', validFrom, content: said })
      return outcome.kind === 'invalid' ? outcome.fields : outcome.kind
    }
    expect(await refused('2026-03-01', {})).toEqual({ text: 'required' })
    expect(await refused('2026-02-30', content)).toEqual({ validFrom: 'not_a_day' })
    expect(await refused('', { ...content, sectors: [{ label: 'x', naf: 'Z' }] })).toEqual({ validFrom: 'required', 'sectors.0.naf': 'not_a_naf' })
  })

  it('comes from a sheet whole, or not at all', async () => {
    const { manager } = house.north
    const before = (await basinNotes(manager, '8402'))!.all.length
    const bad = await importBasinNote(manager, { basinCode: '8402', validFrom: '2026-03-01', text: null, sheet: 'metier;Soudeur;H2913\nmetier;Cariste;N11' })
    expect(bad).toEqual({ kind: 'bad_sheet', problems: [{ line: 2, code: 'not_a_rome', value: 'N11' }] })
    expect((await basinNotes(manager, '8402'))!.all).toHaveLength(before)
    expect((await importBasinNote(manager, { basinCode: '8402', validFrom: '2026-03-01', text: 'Insee', sheet: 'metier;Soudeur;H2913\nformation;CACES;N1101;01/03/2027;GRETA' })).kind).toBe('written')
    expect((await basinNotes(manager, '8402'))?.current).toMatchObject({ imported: true, content: { text: 'Insee', trainings: [{ label: 'CACES', opensOn: '2027-03-01', provider: 'GRETA' }] } })
  })
})
