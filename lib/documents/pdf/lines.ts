import type { Face } from './fonts.ts'

/** Lines of text broken by hand, so that a paragraph may go over a page, and its height is known before it is drawn. */
export interface Piece {
  readonly text: string
  readonly face: Face
  /** From the left of the line. */
  readonly x: number
  /** Written from right to left: given whole to the font, which shapes and orders it. */
  readonly rightToLeft: boolean
}

export type Line = readonly Piece[]

export interface FacedRun {
  readonly text: string
  readonly face: Face
}

export type Measure = (text: string, face: Face, rightToLeft: boolean) => number

// Arabic and Hebrew, with the spaces between their words: one atom, since its words are ordered together.
const RIGHT_TO_LEFT = /((?:[\p{Script=Arabic}\p{Script=Hebrew}]+(?:[ \u00A0]+(?=[\p{Script=Arabic}\p{Script=Hebrew}]))?)+)/u

interface Atom {
  readonly text: string
  readonly face: Face
  readonly rightToLeft: boolean
  readonly kind: 'word' | 'space' | 'break'
}

/** Words, the spaces where a line may end, and line ends; no-break spaces hold words together. */
function atomsOf(runs: readonly FacedRun[]): readonly Atom[] {
  return runs.flatMap(({ text, face }) =>
    text.split(RIGHT_TO_LEFT).flatMap((part, index): readonly Atom[] => {
      if (part === '') return []
      if (index % 2 === 1) return [{ text: part, face, rightToLeft: true, kind: 'word' }]
      return part.split(/( |\n)/u).filter((piece) => piece !== '').map((piece): Atom => ({ text: piece, face, rightToLeft: false, kind: piece === '\n' ? 'break' : piece === ' ' ? 'space' : 'word' }))
    }),
  )
}

/** Groups of atoms that stand together: `**RB-1**.` is one word though in two faces. */
function wordsOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const groups: Atom[][] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    if (atom.kind === 'word' && last?.[0]?.kind === 'word') last.push(atom)
    else groups.push([atom])
  }
  return groups
}

/** A word wider than its line, cut after a hyphen of its own (« Bourgogne-Franche- », « Comté »), or where it must be. */
function cut(atom: Atom, width: number, measure: Measure): readonly Atom[] {
  if (atom.rightToLeft || measure(atom.text, atom.face, false) <= width) return [atom]
  const parts: Atom[] = []
  let part = ''
  for (const sign of atom.text) {
    if (part !== '' && measure(part + sign, atom.face, false) > width) {
      const kept = part.lastIndexOf('-') + 1 || part.length
      parts.push({ ...atom, text: part.slice(0, kept) })
      part = part.slice(kept)
    }
    part += sign
  }
  return [...parts, { ...atom, text: part }]
}

/** Breaks runs into lines no wider than `width`; at least one line, even of nothing. */
export function breakLines(runs: readonly FacedRun[], width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = []
  let line: Piece[] = []
  let x = 0
  const end = () => {
    lines.push(line)
    line = []
    x = 0
  }
  const put = ({ text, face, rightToLeft }: Atom) => {
    const last = line.at(-1)
    if (last !== undefined && last.face === face && !last.rightToLeft && !rightToLeft) line[line.length - 1] = { ...last, text: last.text + text }
    else line.push({ text, face, x, rightToLeft })
    x += measure(text, face, rightToLeft)
  }
  for (const group of wordsOf(atomsOf(runs))) {
    const [first] = group
    if (first?.kind === 'break') end()
    else if (first?.kind === 'space') {
      if (line.length > 0) put(first)
    } else {
      const wide = group.reduce((sum, atom) => sum + measure(atom.text, atom.face, atom.rightToLeft), 0)
      if (x > 0 && x + wide > width) end()
      for (const atom of group.flatMap((each) => cut(each, width, measure))) {
        if (x > 0 && x + measure(atom.text, atom.face, atom.rightToLeft) > width && wide > width) end()
        put(atom)
      }
    }
  }
  if (line.length > 0 || lines.length === 0) end()
  return lines
}
