/** `2026-Q4`, as the address and the figures name a quarter. */
export interface QuarterName {
  readonly year: number
  /** 1 to 4. */
  readonly number: number
}

const CODE = /^(\d{4})-Q([1-4])$/

/** Reads a quarter's code; `null` for any other text. */
export function readQuarter(code: string): QuarterName | null {
  const match = CODE.exec(code)
  return match === null ? null : { year: Number(match[1]), number: Number(match[2]) }
}
