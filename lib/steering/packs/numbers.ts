import type { Place, TerritoryLevel } from '../../indicators/slices.ts'

const PREFIX: Readonly<Record<TerritoryLevel, string>> = { basin: 'ZE', department: 'D', region: 'R', nation: 'FR' }

/** `2026-Q3` as French people write it: `2026-T3`. */
export function quarterInNumber(quarter: string): string {
  return quarter.replace('Q', 'T')
}

/**
 * The number of an issued pack: `CSP-2026-T3-ZE8421-01` for a basin, `D69`, `R84` and `FR` for the others. The serial counts
 * the packs of that place and quarter, whoever issues them.
 */
export function packNumber(quarter: string, { level, code }: Place, serial: number): string {
  return `CSP-${quarterInNumber(quarter)}-${PREFIX[level]}${code}-${String(serial).padStart(2, '0')}`
}

/** Name of a pack's files, without their extension: plain letters, digits and hyphens. */
export function packFileStem(quarter: string, place: Place, number: string | null): string {
  return number ?? `projet-CSP-${quarterInNumber(quarter)}-${PREFIX[place.level]}${place.code}`
}
