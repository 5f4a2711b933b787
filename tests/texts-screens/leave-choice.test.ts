import { describe, expect, it } from 'vitest'
import { formValuesOf, readActForm } from '@/components/file/acts/read-form.ts'
import { formViewOf } from '@/components/file/acts/form-view.ts'
import { actOf } from '@/components/file/acts/index.ts'
import { withAddedLeaves } from '@/components/file/acts/leave-choice.ts'
import { parseFact } from '@/lib/accord/index.ts'

const act = actOf('suspension')!
const leaves = { DEUIL: { fr: 'congé de deuil', en: 'bereavement leave' } }
const causes = (locale: 'fr' | 'en', added?: typeof leaves) => withAddedLeaves(formViewOf(act, locale).fields, added, locale).find(({ path }) => path === 'cause')!.options

describe('a leave that an added text names, in the form of a leave', () => {
  it('is offered after the others, by its name, and only under that text', () => {
    expect(causes('fr', leaves).at(-1)).toEqual({ value: 'added_leave:DEUIL', label: 'Congé de deuil' })
    expect(causes('en', leaves).at(-1)).toEqual({ value: 'added_leave:DEUIL', label: 'Bereavement leave' })
    expect(causes('fr')).toHaveLength(6)
    expect(causes('fr').map(({ value }) => value)).not.toContain('added_leave')
  })

  it('is read as its cause and its code, and filled again from them', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ cause: 'added_leave:DEUIL', from: '01/03/2027', to: '07/03/2027' })) form.set(name, value)
    const { terms, errors } = readActForm(act, form, 'fr')
    expect(errors).toEqual({})
    expect(terms).toEqual({ cause: 'added_leave', leave: 'DEUIL', from: '2027-03-01', to: '2027-03-07' })
    expect(parseFact('suspension', { kind: 'suspension', ...terms }).success).toBe(true)
    expect(formValuesOf(act, terms, null)).toMatchObject({ cause: 'added_leave:DEUIL' })
  })

  it('leaves the six others as they are', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ cause: 'carer', from: '01/03/2027' })) form.set(name, value)
    expect(readActForm(act, form, 'fr').terms).toEqual({ cause: 'carer', from: '2027-03-01' })
    expect(parseFact('suspension', { kind: 'suspension', cause: 'added_leave', from: '2027-03-01' }).success).toBe(false)
    expect(parseFact('suspension', { kind: 'suspension', cause: 'carer', leave: 'DEUIL', from: '2027-03-01' }).success).toBe(false)
  })
})
