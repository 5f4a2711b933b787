// How each sign is painted: the tokens it takes, its thickness, its texture. Colour is never the only difference between two
// of them. The page's style sheet says the same with its variables; a test holds the two together.

/** Tokens of components/ui/styles/tokens.css, as printed: an image has the colours of paper. */
export const PAPER = {
  surface: '#ffffff',
  ink: '#14201b',
  'ink-2': '#435049',
  'ink-3': '#586560',
  grid: '#dce2da',
  'line-strong': '#78857d',
  'mark-ink': '#1d240a',
  'seq-1': '#cfe5dd',
  'seq-2': '#93c2b4',
  'seq-3': '#4f9785',
  'seq-4': '#17695b',
  'seq-5': '#0a3f38',
} as const

export type Token = keyof typeof PAPER

/** A ground and what is drawn on it again and again. */
export interface Texture {
  readonly ground: Token
  readonly ink: Token
  readonly form: 'hatch' | 'dots' | 'lines'
}

export interface Paint {
  readonly fill?: Token | 'none'
  readonly stroke?: Token
  readonly width?: number
  readonly dash?: string
  readonly round?: boolean
  readonly weight?: 500 | 600
  /** Behind letters that cross what is drawn. */
  readonly halo?: Token
  readonly texture?: Texture
}

const paints = {
  grid: { stroke: 'grid', width: 1 },
  axis: { stroke: 'line-strong', width: 1 },
  'line-1': { fill: 'none', stroke: 'seq-4', width: 2 },
  'line-1-open': { fill: 'none', stroke: 'seq-4', width: 2, dash: '4 3' },
  'line-2': { fill: 'none', stroke: 'ink-2', width: 1.5 },
  'line-2-open': { fill: 'none', stroke: 'ink-2', width: 1.5, dash: '4 3' },
  'dot-1': { fill: 'seq-4', stroke: 'surface', width: 1 },
  'dot-1-open': { fill: 'surface', stroke: 'seq-4', width: 1.5 },
  'dot-2': { fill: 'ink-2', stroke: 'surface', width: 1 },
  'dot-2-open': { fill: 'surface', stroke: 'ink-2', width: 1.5 },
  target: { stroke: 'ink', width: 1.5, dash: '0.5 4', round: true },
  mark: { stroke: 'ink', width: 1.5, dash: '5 3' },
  open: { texture: { ground: 'surface', ink: 'grid', form: 'hatch' } },
  masked: { stroke: 'ink-3', width: 1, texture: { ground: 'surface', ink: 'ink-3', form: 'hatch' } },
  withheld: { stroke: 'ink-3', width: 1, texture: { ground: 'surface', ink: 'ink-3', form: 'dots' } },
  bar: { fill: 'seq-4' },
  before: { fill: 'surface', stroke: 'ink-2', width: 1.5 },
  'part-1': { fill: 'seq-5', stroke: 'seq-5', width: 1 },
  'part-2': { fill: 'seq-3', stroke: 'seq-5', width: 1 },
  'part-3': { fill: 'seq-1', stroke: 'seq-5', width: 1 },
  'part-4': { stroke: 'seq-5', width: 1, texture: { ground: 'seq-1', ink: 'seq-5', form: 'dots' } },
  'part-5': { stroke: 'seq-5', width: 1, texture: { ground: 'surface', ink: 'seq-5', form: 'lines' } },
  'on-part-1': { fill: 'surface', weight: 500 },
  'on-part-2': { fill: 'mark-ink', weight: 500 },
  'on-part-3': { fill: 'ink', weight: 500 },
  'on-part-4': { fill: 'ink', weight: 600, halo: 'seq-1' },
  'on-part-5': { fill: 'ink', weight: 600, halo: 'surface' },
  tick: { fill: 'ink-3' },
  label: { fill: 'ink', halo: 'surface' },
  value: { fill: 'ink-2', weight: 500, halo: 'surface' },
  strong: { fill: 'ink', weight: 600, halo: 'surface' },
  absent: { fill: 'ink-3', halo: 'surface' },
  'name-1': { fill: 'seq-4', weight: 600 },
  'name-2': { fill: 'ink-2', weight: 600 },
  dust: { fill: 'line-strong' },
  'step-1': { fill: 'seq-1', stroke: 'seq-5', width: 1 },
  'step-2': { fill: 'seq-2', stroke: 'seq-5', width: 1 },
  'step-3': { fill: 'seq-3', stroke: 'surface', width: 1 },
  'step-4': { fill: 'seq-4', stroke: 'surface', width: 1 },
  'step-5': { fill: 'seq-5', stroke: 'surface', width: 1 },
  'no-colour': { stroke: 'ink-3', width: 1.5, texture: { ground: 'surface', ink: 'ink-3', form: 'hatch' } },
  'no-size': { fill: 'none', stroke: 'ink-3', width: 1.5, dash: '2 2' },
  /** Where a pointer finds what is under it: nothing is seen. */
  hover: { fill: 'none' },
} as const satisfies Record<string, Paint>

export type Look = keyof typeof paints

export const LOOKS: Readonly<Record<Look, Paint>> = paints

/** The signs that are textures: each drawing defines those it uses. */
export const TEXTURES = (Object.entries(LOOKS) as [Look, Paint][]).flatMap(([look, { texture }]) => (texture === undefined ? [] : [[look, texture] as const]))
