// How wide a text will be, near enough to keep it from running over: there is no page to measure it in.

/** Widths in hundredths of the size of the letters, of the common sans faces. */
const NARROW = /[ijl.,:;!'’|\u00A0\u202F\s()[\]fFtr-]/u
const WIDE = /[mwMW%@—]/u
const CAPITAL = /[A-ZÀ-Þ€&+<>=≥≤]/u

/** The width of a text, in pixels, at a size in pixels (12 unless told). */
export function textWidth(text: string, size = 12): number {
  let hundredths = 0
  for (const sign of text) hundredths += NARROW.test(sign) ? 33 : WIDE.test(sign) ? 90 : CAPITAL.test(sign) ? 72 : 57
  return Math.ceil((hundredths * size) / 100)
}

/** A text in lines no wider than `width` where its words allow; a word wider than that is cut, with an ellipsis after `most` lines. */
export function textLines(text: string, width: number, most = 3, size = 12): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/u).flatMap((one) => cut(one, width, size))) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let end = kept.at(-1) ?? ''
  while (end !== '' && textWidth(`${end}…`, size) > width) end = end.slice(0, -1)
  kept[most - 1] = `${end.trimEnd()}…`
  return kept
}

function cut(word: string, width: number, size: number): readonly string[] {
  if (textWidth(word, size) <= width) return [word]
  const pieces: string[] = ['']
  for (const sign of word) {
    const last = pieces.at(-1) ?? ''
    if (last !== '' && textWidth(last + sign, size) > width) pieces.push(sign)
    else pieces[pieces.length - 1] = last + sign
  }
  return pieces
}
