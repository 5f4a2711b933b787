import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '@/lib/documents/content.ts'
import { kindOf } from '@/lib/documents/kinds/index.ts'
import { LOGO_LIMIT, ownLogo, removeLogo, setLogo } from '@/lib/documents/logo.ts'
import { previewTemplate } from '@/lib/documents/preview-template.ts'
import { draftView } from '@/lib/documents/queries.ts'
import { templateLines, templateView, writeTemplate } from '@/lib/documents/write-template.ts'
import { accepted, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => void (house = await twoOffices('2026-03-20')))
afterAll(() => house.end())

const OWN = 'Madame, Monsieur {{nom}},\n\n{{bloc_attestation}}\n'

describe('templates of an operator', () => {
  test('are written by its administrator, version by version, and print from then on, for that operator alone', async () => {
    const { administrator, counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const theirs = await accepted(house, house.south.counsellor)
    expect(await writeTemplate(administrator, { kind: 'follow_up_attestation', version: 0, body: OWN })).toEqual({ kind: 'written', version: 1 })
    expect(JSON.stringify((await draftView(counsellor, reference, 'follow_up_attestation', null))!.content)).toContain('Madame, Monsieur')
    expect(JSON.stringify((await draftView(house.south.counsellor, theirs, 'follow_up_attestation', null))!.content)).not.toContain('Madame, Monsieur')
    expect(await writeTemplate(administrator, { kind: 'follow_up_attestation', version: 1, body: OWN })).toEqual({ kind: 'unchanged' })
    expect(await writeTemplate(administrator, { kind: 'follow_up_attestation', version: 0, body: `${OWN}.` })).toEqual({ kind: 'changed_meanwhile', by: 'Aline' })
    expect(await writeTemplate(administrator, { kind: 'follow_up_attestation', version: 1, body: null })).toEqual({ kind: 'written', version: 2 })
    const view = (await templateView(administrator, 'follow_up_attestation'))!
    expect(view).toMatchObject({ version: 2, own: false, body: kindOf('follow_up_attestation').template })
    expect(view.versions.map(({ version, restored }) => [version, restored])).toEqual([[2, true], [1, false]])
    expect((await templateLines(administrator))!.map(({ kind }) => kind)).toEqual([...DOCUMENT_KINDS])
  })

  test('with a token that does not exist are refused at its line, with the one that was meant', async () => {
    const body = `Bonjour {{persone}},\n\n{{bloc_attestation}}\nautre {{bloc_attestation}}\n{{`
    expect(await writeTemplate(house.north.administrator, { kind: 'follow_up_attestation', version: 0, body })).toEqual({
      kind: 'refused',
      problems: [
        { kind: 'unknown_token', line: 1, token: 'persone', near: 'personne' },
        { kind: 'block_not_alone', line: 4, token: 'bloc_attestation' },
        { kind: 'stray_braces', line: 5 },
      ],
    })
  })

  test('may not leave out what the law asks for, nor be empty or endless', async () => {
    const written = (body: string) => writeTemplate(house.north.administrator, { kind: 'plan', version: 0, body })
    expect(await written('Bonjour')).toEqual({ kind: 'refused', problems: ['bloc_mesures', 'bloc_fin_recours', 'bloc_signatures'].map((token) => ({ kind: 'block_missing', token })) })
    expect(await written('   ')).toEqual({ kind: 'refused', problems: [{ kind: 'empty' }] })
    expect(await written('x'.repeat(20_001))).toEqual({ kind: 'refused', problems: [{ kind: 'too_long', most: 20_000 }] })
  })

  test('are nobody else’s to write', async () => {
    for (const other of [house.north.counsellor, house.north.manager, house.committee, house.platform[0]]) {
      expect(await writeTemplate(other, { kind: 'plan', version: 0, body: OWN })).toEqual({ kind: 'not_allowed' })
      expect(await templateLines(other)).toBeNull()
      expect(await previewTemplate(other, 'plan', OWN, null)).toEqual({ kind: 'not_allowed' })
      expect(await setLogo(other, png(8, 8))).toEqual({ kind: 'not_allowed' })
    }
  })

  test.each(DOCUMENT_KINDS)('%s reads on an invented file', async (kind) => {
    const shown = await previewTemplate(house.north.administrator, kind, kindOf(kind).template, null)
    expect(shown.kind === 'preview' && shown.content.person).toBe('Anne-Cécile Exemple')
  })

  test('read on a real file of the operator, never on another’s', async () => {
    const [own, theirs] = [await accepted(house, house.north.counsellor), 'RB-2026-09999']
    const shown = await previewTemplate(house.north.administrator, 'follow_up_attestation', 'Prime : {{prime_total}}\n\n{{bloc_attestation}}', own)
    expect(shown).toMatchObject({ kind: 'preview', missingTokens: ['prime_total'] })
    expect(await previewTemplate(house.north.administrator, 'follow_up_attestation', OWN, theirs)).toEqual({ kind: 'no_such_file' })
  })
})

/** A grey PNG of a size, whole. */
function png(width: number, height: number, data = deflateSync(Buffer.alloc(height * (width + 1), 0x80))): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

describe('the logo', () => {
  test('is taken by its content, kept, and taken away', async () => {
    const { administrator } = house.north
    expect(await setLogo(administrator, png(64, 32))).toEqual({ kind: 'set' })
    expect(await ownLogo(house.north.counsellor)).toMatchObject({ mediaType: 'image/png', width: 64, height: 32 })
    expect(await ownLogo(house.south.counsellor)).toBeNull()
    expect(await removeLogo(administrator)).toEqual({ kind: 'removed' })
    expect(await ownLogo(administrator)).toBeNull()
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['too many bytes', Buffer.alloc(LOGO_LIMIT + 1), 'too_heavy'],
    ['an SVG, which may hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'not_an_image'],
    ['a program named as an image', Buffer.from('MZ\u0090\0'), 'not_an_image'],
    ['a PNG cut short', png(64, 64).subarray(0, 60), 'not_an_image'],
    ['a PNG whose picture is not there', png(64, 64, deflateSync(Buffer.alloc(8))), 'not_an_image'],
    ['a PNG whose picture is no picture', png(64, 64, Buffer.from('not compressed')), 'not_an_image'],
    ['a picture of ten thousand pixels a side', png(10_000, 10_000, deflateSync(Buffer.alloc(8))), 'too_large'],
  ])('refuses %s', async (_name, image, reason) => {
    expect(await setLogo(house.north.administrator, image)).toEqual({ kind: 'invalid', reason })
  })
})
