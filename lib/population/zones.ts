import { readFileSync } from 'node:fs'
import path from 'node:path'

/** An employment zone of 2020. Source: Insee. */
export interface Zone {
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly regionName: string
  readonly departmentCodes: readonly string[]
  /** Where figures count it whole. */
  readonly mainDepartmentCode: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

const file = path.join(import.meta.dirname, '../../prisma/reference/zones-emploi-2020.csv')
let kept: readonly Zone[] | undefined

/** The 306 zones, in the order of their codes. */
export function zones(): readonly Zone[] {
  kept ??= readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = '', regionCode = '', regionName = '', departments = '', population, latitude, longitude, mainDepartmentCode = ''] = line.trim().split(',')
      return {
        code,
        name,
        regionCode,
        regionName,
        departmentCodes: departments.split('|'),
        mainDepartmentCode,
        population: Number(population),
        latitude: Number(latitude),
        longitude: Number(longitude),
      }
    })
  return kept
}

/** The zone of a code; throws where there is none. */
export function zone(code: string): Zone {
  const found = zones().find((candidate) => candidate.code === code)
  if (found === undefined) throw new Error(`no employment zone has the code ${code}`)
  return found
}
