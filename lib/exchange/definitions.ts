import { caseloadExport } from './caseload-export.ts'
import { costsExport } from './costs-export.ts'
import { indicatorsExport } from './indicators-export.ts'
import type { ExportDefinition } from './sheet.ts'

/** Everything that can be exported; a new one is a line here. */
const DEFINITIONS: readonly ExportDefinition[] = [caseloadExport, costsExport, indicatorsExport]

/** The definition of a name; `null` where there is none, or none any more. */
export function definitionNamed(name: string): ExportDefinition | null {
  return DEFINITIONS.find((definition) => definition.name === name) ?? null
}
