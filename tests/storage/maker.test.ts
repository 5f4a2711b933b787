import { describe, expect, test } from 'vitest'
import { Halt, MOST_ATTEMPTS, workToItsEnd } from '@/lib/storage/maker.ts'

/** What is done at the end of a work, in order, and how it is told. */
async function endOf(attempts: number, work: () => Promise<void>, clear: () => Promise<unknown> = async () => undefined) {
  const done: string[] = []
  const doing = (what: string, then: () => Promise<unknown> = async () => undefined) => async () => {
    done.push(what)
    await then()
  }
  return { made: await workToItsEnd(attempts, work, { clear: doing('clear', clear), putBack: doing('putBack'), giveUp: doing('giveUp') }), done }
}
const fails = (error: Error) => async () => {
  throw error
}
const broken = new Error('the disk is full')

describe('the end of a making', () => {
  test('made: what was written stays', async () => {
    expect(await endOf(1, async () => undefined)).toEqual({ made: { kind: 'made' }, done: [] })
  })
  test('lost: nothing stays, and nobody is told to begin again', async () => {
    expect(await endOf(1, fails(new Halt('lost')))).toEqual({ made: { kind: 'lost' }, done: ['clear'] })
  })
  test('told to stop: nothing stays, and it waits for the next maker, whichever this was', async () => {
    expect(await endOf(MOST_ATTEMPTS, fails(new Halt('put_back')))).toEqual({ made: { kind: 'put_back' }, done: ['clear', 'putBack'] })
  })
  test.each([[MOST_ATTEMPTS - 1, ['clear']], [MOST_ATTEMPTS, ['clear', 'giveUp']]])('stumbled, maker %i: the error is told, and the last gives up', async (attempts, done) => {
    expect(await endOf(attempts, fails(broken))).toEqual({ made: { kind: 'stumbled', error: broken }, done })
  })
  test('what cannot be cleared does not hide why it ended', async () => {
    expect(await endOf(MOST_ATTEMPTS, fails(broken), fails(new Error('nor can it be emptied')))).toEqual({ made: { kind: 'stumbled', error: broken }, done: ['clear', 'giveUp'] })
  })
})
