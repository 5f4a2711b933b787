import type { Actor } from '../../access/actor.ts'
import { can, territoryHolds } from '../../access/can.ts'
import { withoutActor } from '../../database/transactions.ts'
import { parseQuarter, quarterView } from '../quarter.ts'
import type { TerritoryIndicator } from '../territory-figures.ts'
import type { Quarter } from '../views/basins.ts'

/** A figure of a basin; `null` when it is masked, being under 5 or giving one that is. */
export type MaskedFigure = number | null

export interface TerritoryBasin {
  readonly code: string
  readonly name: string
  readonly regionName: string
  readonly departmentCodes: readonly string[]
  readonly figures: Readonly<Partial<Record<TerritoryIndicator, MaskedFigure>>>
}

export interface TerritoryView {
  readonly quarter: Quarter | null
  readonly quarters: readonly Quarter[]
  readonly computedAt: Date | null
  readonly basins: readonly TerritoryBasin[]
}

interface FigureRow {
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly regionName: string
  readonly departmentCodes: readonly string[]
  readonly indicator: TerritoryIndicator
  readonly figure: number | null
  readonly computedAt: Date
}

/** The figures of a committee member's territory for a quarter (the newest by default); `null` for any other role. */
export async function territory(actor: Actor, quarter?: string): Promise<TerritoryView | null> {
  const { territory: own } = actor
  if (own === null || !can(actor, 'figures.read')) return null
  return withoutActor(async (tx) => {
    const codes = await tx.$queryRaw<{ quarter: string }[]>`select distinct quarter from territory_figure order by quarter desc`
    const quarters = codes.flatMap((row) => parseQuarter(row.quarter) ?? [])
    const shown = quarters.find((known) => known.code === quarter) ?? quarters[0] ?? null
    const rows =
      shown === null
        ? []
        : await tx.$queryRaw<FigureRow[]>`
            select b.code, b.name, b.region_code as "regionCode", b.region_name as "regionName", b.department_codes as "departmentCodes",
                   t.indicator, t.figure, t.computed_at as "computedAt"
            from territory_figure t join basin b on b.id = t.basin_id where t.quarter = ${shown.code} order by b.name, b.code`
    const basins = new Map<string, TerritoryBasin & { figures: Partial<Record<TerritoryIndicator, MaskedFigure>> }>()
    for (const row of rows) {
      if (!territoryHolds(own, { basinCode: row.code, departmentCodes: row.departmentCodes, regionCode: row.regionCode })) continue
      let basin = basins.get(row.code)
      if (basin === undefined) {
        basin = { code: row.code, name: row.name, regionName: row.regionName, departmentCodes: row.departmentCodes, figures: {} }
        basins.set(row.code, basin)
      }
      basin.figures[row.indicator] = row.figure
    }
    return {
      quarter: shown === null ? null : quarterView(shown),
      quarters: quarters.map(quarterView),
      computedAt: rows[0]?.computedAt ?? null,
      basins: [...basins.values()],
    }
  })
}
