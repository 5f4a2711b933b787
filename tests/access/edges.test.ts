// The edges of what reaches the administration and the public route.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '@/lib/access/accounts.ts'
import { clientAddress } from '@/lib/access/client-address.ts'
import { changeOperatorBasins } from '@/lib/access/operators.ts'
import { readBounded } from '@/lib/access/read-bounded.ts'
import { POST } from '@/app/api/v1/simulate/route.ts'
import { twoOperators, type TwoOperators } from '@/tests/database/two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())

describe('the administration', () => {
  test.each(['', 'x', "' or true --", '\0', '00000000-0000-7000-8000-000000000000'])('an operator %j is not found', async (operatorId) => {
    expect(await changeOperatorBasins(houses.platform, operatorId, [...houses.north.basinIds])).toEqual({ kind: 'not_found' })
  })

  test.each(['a\0b', '\ud800', 'x'.repeat(21), '75,69'])('a territory’s code %j is refused', async (code) => {
    const input = { email: `c${code.length}@committee.test`, operatorId: null, displayName: 'X', role: 'committee' as const, basinIds: [], territory: { level: 'basin' as const, codes: [code] } }
    expect(await createAccount(houses.platform, input)).toMatchObject({ kind: 'invalid', fields: { territory: expect.any(String) } })
  })
})

describe('the address attempts are counted by', () => {
  test('is the last hop, at most 64 signs: the first is what the client claims', () => {
    expect(clientAddress('203.0.113.9, 198.51.100.1')).toBe('198.51.100.1')
    expect(clientAddress('x'.repeat(10_000))).toHaveLength(64)
    expect(clientAddress(undefined)).toBe('')
  })
})

describe('the public route', () => {
  const sent = (body: BodyInit) => new Request('http://localhost/api/v1/simulate', { method: 'POST', body, duplex: 'half' } as RequestInit)

  test('stops reading where a body goes past its limit, announced or not', async () => {
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    expect(await readBounded(sent(endless), 1_000_000)).toBeNull()
    expect(given).toBeLessThan(20)
    expect(await readBounded(sent('é'.repeat(10)), 20)).toBe('é'.repeat(10))
    expect(await readBounded(sent('é'.repeat(11)), 20)).toBeNull()
    expect((await POST(sent(' '.repeat(1_000_001)))).status).toBe(413)
  })

  test('answers a deep nest and odd values without failing', async () => {
    for (const body of [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, '{"__proto__":{}}', '[null,1,"x",[]]', '""', '{"today":1e400}']) {
      expect([200, 400]).toContain((await POST(sent(body))).status)
    }
  })
})
