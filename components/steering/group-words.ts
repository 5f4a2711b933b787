import type { useTranslations } from 'next-intl'
import { SENIORITY_BANDS } from '@/lib/indicators/measures.ts'
import { DEPARTMENTS, REGIONS } from '@/lib/indicators/places.ts'
import { AGE_BANDS, UNKNOWN, type PersonDimension, type Place } from '@/lib/indicators/slices.ts'

const SEXES = ['female', 'male'] as const
const QUALIFICATIONS = ['unskilled_worker', 'skilled_worker', 'unskilled_employee', 'skilled_employee', 'technician', 'executive'] as const
const SECTORS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U'] as const
const PATHS = ['employer', 'france_travail', 'experiment'] as const
const known = <T extends string>(values: readonly T[], value: string): T | null => values.find((one) => one === value) ?? null

export interface GroupTranslators {
  readonly steering: ReturnType<typeof useTranslations<'steering'>>
  readonly person: ReturnType<typeof useTranslations<'opening.options.person'>>
  readonly options: ReturnType<typeof useTranslations<'acts.options'>>
}

/** What a group of people is called: a band, a code; a value that no list knows is said as it is. */
export function groupWords({ steering: t, person, options }: GroupTranslators): (dimension: PersonDimension, value: string) => string {
  return (dimension, given) => {
    if (given === UNKNOWN) return t('value.unknown')
    switch (dimension) {
      case 'seniority': {
        const band = known(SENIORITY_BANDS, given)
        return band === null ? given : t(`value.seniority.${band}`)
      }
      case 'age': {
        const band = known(AGE_BANDS, given)
        return band === null ? given : t(`value.age.${band}`)
      }
      case 'sex': {
        const sex = known(SEXES, given)
        return sex === null ? given : person(`sex.${sex}`)
      }
      case 'qualification': {
        const level = known(QUALIFICATIONS, given)
        return level === null ? given : person(`qualification.${level}`)
      }
      case 'sector': {
        const section = known(SECTORS, given)
        return section === null ? given : person(`sector.${section}`)
      }
      case 'path': {
        const path = known(PATHS, given)
        return path === null ? given : options(`entryPath.${path}`)
      }
    }
  }
}

/** The name of a region or a department on the public list; of a basin, where the caller knows it. */
export function zoneName({ level, code }: Place, basins: readonly { readonly code: string; readonly name: string }[] = []): string | null {
  switch (level) {
    case 'nation': return null
    case 'region': return REGIONS[code] ?? null
    case 'department': return DEPARTMENTS[code]?.name ?? null
    case 'basin': return basins.find((basin) => basin.code === code)?.name ?? null
  }
}
