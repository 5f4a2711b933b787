import '@/components/packs/packs.css'
import { PacksBeside } from '@/components/packs/packs-beside.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { placeText, type Place } from '@/lib/indicators/slices.ts'
import { packBeside } from '@/lib/steering/packs/queries.ts'
import { figuresThen, quarterName, shownRevisions } from '@/lib/steering/packs/shown.ts'
import { prepareAction } from './actions.ts'

/** Packs beside the figures of a place, up to the last day of the period shown. */
export async function PacksOfPlace({ actor, place, to }: { readonly actor: Actor; readonly place: Place; readonly to: Day }) {
  const beside = await packBeside(actor, place, to)
  if (beside === null) return null
  const { quarter, mayPrepare, asOf } = beside
  const { locale } = actor
  return (
    <PacksBeside
      place={placeText(place)} quarter={mayPrepare && quarter !== null ? { code: quarter, name: quarterName(quarter, locale) } : null} prepare={prepareAction}
      asOf={asOf === null ? null : { id: asOf.id, number: asOf.number, issuedOn: asOf.issuedOn, quarter: quarterName(asOf.quarter, locale), figures: figuresThen(asOf.content, locale), changes: shownRevisions(asOf.changes, locale) }}
    />
  )
}
