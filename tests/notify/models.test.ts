import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { mailModels, saveMailModel, usableModels, type MailModelInput } from '@/lib/notify/models.ts'
import { draftMessage } from '@/lib/notify/queue-message.ts'
import { SHIPPED_MODELS } from '@/lib/notify/shipped-templates.ts'
import { templateProblems } from '@/lib/templates/template.ts'
import { TOKEN_NAMES } from '@/lib/templates/tokens.ts'
import { accepted, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
})
afterAll(() => house.end())

const model = (changes: Partial<MailModelInput> = {}): MailModelInput => ({ key: null, version: 0, name: 'Vœux', subject: 'Bonne année {{prenom}}', body: 'À bientôt {{personne}}.', retired: false, ...changes })

describe('the models of e-mail', () => {
  it('that come with the code say nothing that does not exist', () => {
    for (const { key, subject, body } of SHIPPED_MODELS) {
      expect({ key, problems: [...templateProblems(subject, TOKEN_NAMES), ...templateProblems(body, TOKEN_NAMES)] }).toEqual({ key, problems: [] })
    }
    expect(new Set(SHIPPED_MODELS.map(({ key }) => key)).size).toBe(SHIPPED_MODELS.length)
  })

  it('are worded by an operator’s administrator, for that operator', async () => {
    expect(await saveMailModel(house.north.administrator, model({ key: 'nouvelles', name: 'Des nouvelles', subject: 'Alors ?', body: 'Bonjour {{prenom}}' }))).toEqual({ kind: 'kept', key: 'nouvelles' })
    const own = (await mailModels(house.north.administrator))!
    expect(own.find(({ key }) => key === 'nouvelles')).toMatchObject({ subject: 'Alors ?', version: 1, shipped: true, editedBy: 'Aline' })
    expect((await usableModels(house.south.counsellor)).find(({ key }) => key === 'nouvelles')?.subject).toBe('Où en êtes-vous ?')
    const view = (await fileView(house.north.counsellor, await accepted(house, house.north.counsellor)))!
    expect((await draftMessage(house.north.counsellor, view, 'nouvelles'))!.body).toBe('Bonjour Zoé')
  })

  it('are added under a key of their own, and retired', async () => {
    expect(await saveMailModel(house.north.administrator, model())).toEqual({ kind: 'kept', key: 'v_ux' })
    expect(await saveMailModel(house.north.administrator, model())).toEqual({ kind: 'kept', key: 'v_ux_2' })
    expect(await saveMailModel(house.north.administrator, model({ key: 'v_ux_2', version: 1, retired: true }))).toMatchObject({ kind: 'kept' })
    expect((await usableModels(house.north.counsellor)).map(({ key }) => key)).not.toContain('v_ux_2')
    expect((await mailModels(house.north.administrator))!.at(-1)).toMatchObject({ key: 'v_ux_2', retired: true })
  })

  it.each([
    ['a token that does not exist', { body: 'Bonjour {{prenon}}' }, { body: { kind: 'unknown_token', token: 'prenon', near: 'prenom' } }],
    ['braces open', { subject: 'Bonjour {{prenom' }, { subject: { kind: 'stray_braces', at: 8 } }],
    ['a header in the subject', { subject: 'Bonjour\nBcc: a@b.fr' }, { subject: { kind: 'not_text' } }],
    ['no name, no body', { name: ' ', body: '' }, { name: { kind: 'required' }, body: { kind: 'required' } }],
    ['too long a body', { body: 'x'.repeat(10_001) }, { body: { kind: 'too_long' } }],
  ])('refuse %s', async (_, changes, fields) => {
    expect(await saveMailModel(house.north.administrator, model(changes))).toEqual({ kind: 'invalid', fields })
  })

  it('tell the second of two wordings of the first', async () => {
    expect(await saveMailModel(house.north.administrator, model({ key: 'prime', version: 0 }))).toMatchObject({ kind: 'kept' })
    expect(await saveMailModel(house.north.administrator, model({ key: 'prime', version: 0 }))).toEqual({ kind: 'changed_meanwhile', by: 'Aline' })
    expect(await saveMailModel(house.north.administrator, model({ key: randomUUID() }))).toEqual({ kind: 'not_found' })
  })

  it('are nobody else’s to word', async () => {
    for (const other of [house.north.counsellor, house.north.manager, house.committee]) {
      expect(await saveMailModel(other, model())).toEqual({ kind: 'not_allowed' })
      expect(await mailModels(other)).toBeNull()
    }
  })
})
