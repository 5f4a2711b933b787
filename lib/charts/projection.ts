// Where a place of the country is drawn: metropolitan France on a cone, as its own maps are, and each overseas department in a
// frame of its own.

export const INSETS = ['guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte'] as const
export type Inset = (typeof INSETS)[number]
export type Sheet = 'metropole' | Inset

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** South-west and north-east corners, in degrees, with some sea around. */
interface Bounds {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

const bounds: Readonly<Record<Inset, Bounds>> = {
  guadeloupe: { south: 15.8, west: -61.95, north: 16.6, east: -60.95 },
  martinique: { south: 14.35, west: -61.3, north: 14.95, east: -60.75 },
  guyane: { south: 2, west: -54.9, north: 6, east: -51.4 },
  reunion: { south: -21.45, west: 55.15, north: -20.8, east: 55.9 },
  mayotte: { south: -13.05, west: 44.95, north: -12.6, east: 45.35 },
}

const within = ({ south, west, north, east }: Bounds, { latitude, longitude }: Place) => latitude >= south && latitude <= north && longitude >= west && longitude <= east

/** The sheet a place is drawn on; `null` for a place that is in none (Saint-Pierre-et-Miquelon, an error of figures). */
export function sheetOf(place: Place): Sheet | null {
  if (within({ south: 41, west: -5.5, north: 51.5, east: 10 }, place)) return 'metropole'
  return INSETS.find((inset) => within(bounds[inset], place)) ?? null
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const cone = (latitude: number) => Math.tan(Math.PI / 4 + radians(latitude) / 2)

/** Lambert's conformal cone of France: parallels 44° and 49°, meridian 3°, origin 46.5°. */
const LAMBERT = (() => {
  const n = Math.log(Math.cos(radians(44)) / Math.cos(radians(49))) / Math.log(cone(49) / cone(44))
  const f = (Math.cos(radians(44)) * cone(44) ** n) / n
  return { n, f, origin: f / cone(46.5) ** n }
})()

/** Where a place of metropolitan France lies, in earth radii east and north of 3° E, 46.5° N. */
export function lambert({ latitude, longitude }: Place): { readonly east: number; readonly north: number } {
  const { n, f, origin } = LAMBERT
  const distance = f / cone(latitude) ** n
  const angle = n * radians(longitude - 3)
  return { east: distance * Math.sin(angle), north: origin - distance * Math.cos(angle) }
}

/** The box of metropolitan France on the cone, from the tip of Brittany to Corsica. */
const FRANCE = { west: -0.0955, east: 0.0925, south: -0.0915, north: 0.0865 }

/** The height of a sheet for a width of 1. */
export const RATIO: Readonly<Record<'metropole' | 'inset', number>> = { metropole: (FRANCE.north - FRANCE.south) / (FRANCE.east - FRANCE.west), inset: 1 }

/** Where a place lies on its sheet: shares of its width and height, from the top left. */
export function spotOf(place: Place, sheet: Sheet): { readonly x: number; readonly y: number } {
  if (sheet === 'metropole') {
    const { east, north } = lambert(place)
    return { x: (east - FRANCE.west) / (FRANCE.east - FRANCE.west), y: (FRANCE.north - north) / (FRANCE.north - FRANCE.south) }
  }
  const { south, west, north, east } = bounds[sheet]
  // Flat enough so near: degrees east are shortened by the cosine of the latitude, and the longer side fills the square.
  const shrink = Math.cos(radians((south + north) / 2))
  const [wide, tall] = [(east - west) * shrink, north - south]
  const side = Math.max(wide, tall)
  return { x: 0.5 + ((place.longitude - (west + east) / 2) * shrink) / side, y: 0.5 - (place.latitude - (south + north) / 2) / side }
}
