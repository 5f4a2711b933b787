import type { Chance } from './chance.ts'

/** Gives new identities: UUIDs of version 7, in rising order, the same for the same chance. */
export type Identities = () => string

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

/**
 * @param from milliseconds since 1970 that the first identities carry; they take a millisecond for each 4,096
 */
export function identities(chance: Chance, from: number): Identities {
  let count = 0
  return () => {
    const time = hex(from + Math.floor(count / 4096), 12)
    const rank = hex(count % 4096, 3)
    count += 1
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rank}-${hex(0x8000 + chance.whole(0, 0x3fff), 4)}-${hex(chance.whole(0, 0xffffff), 6)}${hex(chance.whole(0, 0xffffff), 6)}`
  }
}
