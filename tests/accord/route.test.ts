import { describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/simulate/route.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import { answer, answerCall } from '@/lib/accord/simulate/answer.ts'

// With nothing added, the texts in force are the shipped ones: no database is asked for here.
vi.mock('@/lib/cases/texts/in-force.ts', () => ({ textsForReading: () => Promise.resolve(shippedTexts) }))

const REQUEST = {
  today: '2026-03-01',
  procedure: { engagedOn: '2025-09-08', entryPath: 'employer' },
  facts: [{ kind: 'proposal_handed_over', on: '2025-09-08' }, { kind: 'accepted', on: '2025-09-15' }],
}
const MOST_BYTES = 1_000_000

async function sent(body: string, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await POST(new Request('http://localhost/api/v1/simulate', { method: 'POST', body, headers: { 'x-forwarded-for': '192.0.2.1', ...headers } }))
  return { status: response.status, body: await response.json() }
}

describe('POST /api/v1/simulate', () => {
  it('gives the very answer of the law, and of the command', async () => {
    const expected: unknown = JSON.parse(JSON.stringify(answer(REQUEST, shippedTexts, 'fr')))
    expect(await sent(JSON.stringify(REQUEST))).toEqual({ status: 200, body: expected })
    expect(JSON.parse(JSON.stringify(answerCall(JSON.stringify(REQUEST), shippedTexts, 'fr').body))).toEqual(expected)
  })

  it('speaks English where asked, French otherwise', async () => {
    const message = async (language: string) => ((await sent('{}', { 'accept-language': language })).body as { error: { message: string } }).error.message
    expect(await message('en-GB,fr;q=0.5')).toMatch(/required/u)
    expect(await message('fr')).toMatch(/obligatoire/u)
    expect(await message('de')).toMatch(/obligatoire/u)
  })

  it('reads a body of a megabyte, and refuses one byte more', async () => {
    const padded = (bytes: number) => JSON.stringify(REQUEST).padEnd(bytes, ' ')
    expect((await sent(padded(MOST_BYTES))).status).toBe(200)
    expect(await sent(padded(MOST_BYTES + 1))).toMatchObject({ status: 413, body: { error: { path: '' } } })
    // Bytes, not letters.
    expect((await sent(`"${'é'.repeat(500_000)}"`)).status).toBe(413)
  })

  it('answers a thousand requests at once, and refuses one more', async () => {
    const { status, body } = await sent(JSON.stringify(Array.from({ length: 1_000 }, () => ({ today: '2026-03-01' }))))
    expect([status, (body as readonly unknown[]).length]).toEqual([200, 1_000])
    expect(await sent(`[${'3,'.repeat(1_000)}3]`)).toMatchObject({ status: 400, body: { error: { path: '' } } })
  })

  it.each([
    ['{', ''],
    ['', ''],
    ['NaN', ''],
    ['3', ''],
    ['{}', 'today'],
    ['{"__proto__":{"today":"2026-03-01"}}', '__proto__'],
    [JSON.stringify({ ...REQUEST, today: '0001-01-01' }), 'today'],
    [JSON.stringify({ ...REQUEST, today: '9999-12-31' }), 'today'],
    [JSON.stringify({ ...REQUEST, benefit: { sjr: '1e999' } }), 'benefit.sjr'],
    ['{"today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"},"employment":{"companySize":1e999}}', 'employment.companySize'],
    [JSON.stringify({ ...REQUEST, facts: Array.from({ length: 10_000 }, () => REQUEST.facts[0]) }), 'facts'],
    [JSON.stringify({ ...REQUEST, facts: [...REQUEST.facts, { kind: 'suspension', cause: 'sickness', from: '2025-11-01', untill: '2025-11-05' }] }), 'facts[2].untill'],
    [JSON.stringify({ ...REQUEST, facts: [{ kind: 'suspension', cause: 'sickness', from: '2025-11-01', to: '2025-11-31' }] }), 'facts[0].to'],
  ])('400 with the path of what is wrong: %#', async (body, path) => {
    const received = await sent(body)
    expect(received).toMatchObject({ status: 400, body: { error: { path } } })
    expect((received.body as { error: { message: string } }).error.message.length).toBeGreaterThan(10)
  })

  it('reads the last of two keys of one name, as JSON does', async () => {
    expect((await sent('{"today":"2026-02-30","today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"}}')).status).toBe(200)
  })

  it('answers a life that no text reaches without failing: before every figure, and past the last year that is read', async () => {
    const life = (engagedOn: string, accepted: string) => ({
      today: accepted,
      procedure: { type: 'interview', engagedOn, entryPath: 'employer', regime: 'G' },
      employment: { hiredOn: '1900-01-01', monthlyGross: '3000.00', noticeMonths: 2 },
      benefit: { sjr: '98.63' },
      facts: [{ kind: 'proposal_handed_over', on: engagedOn }, { kind: 'accepted', on: accepted }],
    })
    const early = await sent(JSON.stringify(life('1955-02-21', '1955-02-22')))
    expect(early).toMatchObject({ status: 200, body: { dates: { cspStart: '1955-03-15' }, amounts: { sjr: '98.63', areDaily: null, aspDaily: null } } })
    const late = await sent(JSON.stringify(life('2199-12-12', '2199-12-31')))
    expect(late).toMatchObject({ status: 200, body: { dates: { reflectionEnd: '2200-01-02', employerPaymentDue: '2200-03-25' } } })
  })
})
