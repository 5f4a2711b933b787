import { addDays, addMonths, type Day } from '../accord/index.ts'
import type { Chance } from './chance.ts'
import { FAMILIES, MEN, PARTICLES, WOMEN } from './names.ts'
import { drawTrade, type Trade } from './trades.ts'

export interface Person {
  readonly firstName: string
  readonly lastName: string
  readonly sex: 'female' | 'male'
  readonly birthDate: Day
  readonly email: string | null
  readonly phone: string | null
  readonly commune: string
  readonly trade: Trade
}

const VOWEL = /^[AEÉIOU]/u

function familyName(chance: Chance): string {
  const name = chance.pick(FAMILIES)
  const kind = chance.next()
  if (name.includes(' ')) return name
  if (kind < 0.07) return `${name}-${chance.pick(FAMILIES)}`
  if (kind > 0.96) return VOWEL.test(name) ? `d’${name}` : `${chance.pick(PARTICLES)} ${name}`
  return name
}

/** A first and a family name, of someone of this sex. */
export function nameOf(chance: Chance, sex: Person['sex']): Pick<Person, 'firstName' | 'lastName'> {
  return { firstName: chance.pick(sex === 'female' ? WOMEN : MEN), lastName: familyName(chance) }
}

/** A name as an address of e-mail has it: no accent, no space. */
export function mailbox(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
}

/** Numbers kept by the regulator for fiction: 06 39 98 xx xx. */
const phone = (chance: Chance) => `06 39 98 ${String(chance.whole(0, 99)).padStart(2, '0')} ${String(chance.whole(0, 99)).padStart(2, '0')}`

/**
 * Somebody, as old as people are who enter a CSP.
 * @param engagedOn the day their dismissal is engaged: they are 19 to 63 then
 * @param sector the section of their employer, `null` where there is none: their trade is of it
 */
export function personOf(chance: Chance, engagedOn: Day, commune: string, sector: string | null, sex: Person['sex'] = chance.happens(0.48) ? 'female' : 'male'): Person {
  const name = nameOf(chance, sex)
  const age = chance.weighed([[chance.whole(19, 25), 10], [chance.whole(26, 39), 38], [chance.whole(40, 54), 38], [chance.whole(55, 63), 14]])
  const birthDate = addDays(addMonths(engagedOn, -12 * age), -chance.whole(0, 364))
  return {
    ...name,
    sex,
    birthDate,
    email: chance.happens(0.86) ? `${mailbox(name.firstName)}.${mailbox(name.lastName)}@exemple.test`.slice(0, 254) : null,
    phone: chance.happens(0.94) ? phone(chance) : null,
    commune,
    trade: drawTrade(chance, sector),
  }
}
