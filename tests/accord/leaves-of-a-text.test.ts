import { describe, expect, it } from 'vitest'
import { day, selectText, shippedTexts, type Texts } from '@/lib/accord'
import { extensionLimitOf, knowsLeave, leaveValues } from '@/lib/accord/file/leaves.ts'
import { addedTextSchema, textsWith } from '@/lib/accord/texts/added.ts'
import type { Governing } from '@/lib/accord/texts/governing.ts'

const H = selected(shippedTexts, '2026-02-02')
// An overlay that adds a leave from 1 March 2026.
const OVERLAID = selected(
  textsWith(shippedTexts, [
    addedTextSchema.parse({
      code: 'OV',
      title: { fr: 'Avenant d’essai', en: 'Test amendment' },
      source: 'Avenant d’essai',
      agreement: null,
      overlay: { from: '2026-03-01' },
      leaves: [{ code: 'DEUIL', name: { fr: 'congé de deuil', en: 'bereavement leave' }, limit: { kind: 'legal_length' } }],
    }),
  ]),
  '2026-02-02',
)
function selected(texts: Texts, engagedOn: string): Governing {
  const selection = selectText(texts, day(engagedOn), 'employer', null)
  if (selection.kind === 'hole') throw new Error(selection.hole)
  return selection.governing
}
const [eve, first] = [day('2026-02-28'), day('2026-03-01')]

describe('R-404: the leaves that a text knows', () => {
  it('the six always, an added one from the day its text adds it', () => {
    expect([H, OVERLAID].map((text) => knowsLeave(text, { cause: 'maternity', from: first }))).toEqual([true, true])
    expect([H, OVERLAID].map((text) => knowsLeave(text, { cause: 'added_leave', leave: 'DEUIL', from: first }))).toEqual([false, true])
    expect(knowsLeave(OVERLAID, { cause: 'added_leave', leave: 'DEUIL', from: eve })).toBe(false)
    for (const leave of ['AUTRE', null, undefined]) expect(knowsLeave(OVERLAID, { cause: 'added_leave', ...(leave === undefined ? {} : { leave }), from: first })).toBe(false)
  })
  it('by how much each extends: none for what is no leave, nor for one that the text does not know', () => {
    const limit = (cause: 'maternity' | 'added_leave' | null, leave: string | null, from = first) => extensionLimitOf(OVERLAID, { cause, leave, from })
    expect(limit(null, null)).toBeUndefined()
    expect(limit('maternity', null)).toBeDefined()
    expect(limit('added_leave', 'DEUIL')).toEqual({ kind: 'legal_length' })
    expect([limit('added_leave', 'DEUIL', eve), limit('added_leave', 'AUTRE'), limit('added_leave', null)]).toEqual([undefined, undefined, undefined])
    expect(extensionLimitOf(OVERLAID, { cause: 'added_leave', from: first })).toBeUndefined()
  })
  it('what a sentence names: the cause, and for an added leave its own name, or its code where the text does not know it', () => {
    expect(leaveValues(OVERLAID, { cause: 'maternity', leave: null, from: first })).toEqual({ cause: 'maternity' })
    expect(leaveValues(OVERLAID, { cause: 'added_leave', leave: 'DEUIL', from: first })).toEqual({ cause: 'added_leave', causeFr: 'congé de deuil', causeEn: 'bereavement leave' })
    expect(leaveValues(OVERLAID, { cause: 'added_leave', leave: 'AUTRE', from: first })).toEqual({ cause: 'added_leave', causeFr: 'AUTRE', causeEn: 'AUTRE' })
    expect(leaveValues(OVERLAID, { cause: 'added_leave', from: first })).toEqual({ cause: 'added_leave', causeFr: null, causeEn: null })
    expect(leaveValues(null, { cause: 'added_leave', leave: 'DEUIL', from: first })).toEqual({ cause: 'added_leave', causeFr: 'DEUIL', causeEn: 'DEUIL' })
  })
})
