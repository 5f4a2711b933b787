import '@/components/imports/imports.css'
import { ElsewhereCard } from '@/components/imports/elsewhere-card.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import { can } from '@/lib/access/can.ts'
import { partsOf } from '@/lib/accord/calendar/day.ts'
import type { Period } from '@/lib/indicators/period.ts'
import type { Place } from '@/lib/indicators/slices.ts'
import { importedFigures } from '@/lib/steering/imports/figures.ts'

/** Years before and after a period: what is published of a quarter is often two years old, and each figure says its own. */
const YEARS_AROUND = 3

/** Imported figures beside ours, of a place and of the years around the period shown. */
export async function ElsewhereOfPlace({ actor, place, period }: { readonly actor: Actor; readonly place: Place; readonly period: Period }) {
  const years = { from: partsOf(period.from).year - YEARS_AROUND, to: partsOf(period.to).year + YEARS_AROUND }
  const figures = await importedFigures(actor, place)
  const around = figures.filter(({ from, to }) => to >= `${years.from}-01-01` && from <= `${years.to}-12-31`)
  return <ElsewhereCard figures={around} years={years} nation={place.level === 'nation'} mayKeep={can(actor, 'figures.import')} />
}
