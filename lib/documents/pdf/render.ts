import type { DocumentContent, IssuedContent } from '../content.ts'
import { drawBlock, type PaperAccent } from './blocks.ts'
import { INK, PAGE, Sheet, TEXT_WIDTH } from './sheet.ts'

/** What a document wears: the operator's logo and colours. */
export interface Letterhead {
  /** A PNG or JPEG image and its size in pixels; `null`: the operator's initial is drawn. */
  readonly logo: { readonly image: Buffer; readonly width: number; readonly height: number } | null
  readonly accent: PaperAccent
}

export interface RenderOptions {
  readonly letterhead: Letterhead
  /** Written in the file as the moment of its making, so that the same document gives the same bytes. */
  readonly madeAt: Date
  /** SHA-256 of the issued content, in hexadecimal; `null` for a draft, which is marked as one. */
  readonly fingerprint: string | null
}

export interface Rendered {
  readonly bytes: Buffer
  readonly pages: number
  /** Signs that the font could not print, each once; readers are given the true text. */
  readonly lacking: readonly string[]
}

/** The logo's height, in points, and the width of one that is no wider. */
const LOGO = 34
/** A name written out takes a third of the line, and no more. */
const WIDEST_LOGO = 150

/** How wide a logo stands, at its full height where it can. @returns points */
export function logoWidth({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(WIDEST_LOGO, Math.max(LOGO, (LOGO * width) / height))
}

/** The first signs of a fingerprint, as they are read out: `4f3a 91bc 22d0 7e18`. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 16).replace(/(.{4})(?=.)/gu, '$1\u00A0')
}

/** Draws a document as a tagged PDF, in French: headings, lists and tables in the order they are read. */
export async function renderPdf(content: DocumentContent | IssuedContent, { letterhead, madeAt, fingerprint }: RenderOptions): Promise<Rendered> {
  const number = 'number' in content ? content.number : null
  const sheet = new Sheet({ title: `${content.title} — ${content.person}`, author: content.operator, madeAt })
  drawHead(sheet, content, letterhead, number)
  for (const block of content.blocks) drawBlock(sheet, block, letterhead.accent)
  drawClosing(sheet, content, fingerprint)
  const { count } = sheet.doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(page)
    drawFoot(sheet, content, number, fingerprint, page + 1, count)
    if (number === null) drawDraftMark(sheet)
  }
  return { bytes: await sheet.bytes(), pages: count, lacking: [...sheet.lacking] }
}

function drawHead(sheet: Sheet, content: DocumentContent, { logo, accent }: Letterhead, number: string | null): void {
  const top = 44
  const right = 190
  const wide = logo === null ? LOGO : logoWidth(logo)
  const textAt = PAGE.left + wide + 12
  const textWidth = TEXT_WIDTH - wide - 12 - right
  if (logo === null) {
    sheet.artifact(() => {
      sheet.doc.roundedRect(PAGE.left, top, LOGO, LOGO, 7).fill(accent.stroke)
      const initial = /\p{L}/u.exec(content.operator)?.[0]?.toLocaleUpperCase('fr') ?? '·'
      const width = sheet.in('bold', 17).widthOfString(initial)
      sheet.doc.fillColor(accent.on).text(initial, PAGE.left + (LOGO - width) / 2, top + 8.5, { lineBreak: false })
    })
  } else {
    const figure = sheet.under(sheet.root, 'Figure', { alt: `Logo de ${content.operator}`, bbox: [PAGE.left, top, PAGE.left + wide, top + LOGO] })
    figure.add(() => void sheet.doc.image(logo.image, PAGE.left, top, { fit: [wide, LOGO], align: 'center', valign: 'center' }))
    figure.end()
  }
  sheet.y = top + 1
  sheet.flow(sheet.root, 'P', [{ text: content.operator, face: 'bold' }], { size: 11.5, leading: 16, colour: INK.text }, { x: textAt, width: textWidth })
  sheet.flow(sheet.root, 'P', [{ text: 'Contrat de sécurisation professionnelle', face: 'regular' }], { size: 8.5, leading: 13, colour: INK.second }, { x: textAt, width: textWidth })
  const headEnd = sheet.y
  sheet.y = top + 1
  const side = { x: PAGE.width - PAGE.right - right, width: right }
  alignedRight(sheet, number === null ? 'Projet, non émis' : `N°\u00A0${number}`, true, { size: 10, leading: 16, colour: INK.text }, side)
  alignedRight(sheet, `Établi le ${content.madeOn}`, false, { size: 8.5, leading: 13, colour: INK.second }, side)
  sheet.y = Math.max(headEnd, sheet.y, top + LOGO) + 12
  const ruleAt = sheet.y
  sheet.artifact(() => {
    sheet.doc.moveTo(PAGE.left, ruleAt).lineTo(PAGE.width - PAGE.right, ruleAt).lineWidth(0.6).strokeColor(INK.line).stroke()
    sheet.doc.rect(PAGE.left, ruleAt - 0.9, LOGO, 1.8).fill(accent.stroke)
  })
  sheet.y += 26
  sheet.flow(sheet.root, 'H1', [{ text: content.title, face: 'bold' }], { size: 19, leading: 26, colour: INK.text })
  sheet.space(3)
  sheet.flow(sheet.root, 'P', [{ text: content.person, face: 'bold' }, { text: `, dossier ${content.reference}, ${content.place}`, face: 'regular' }], { size: 9.5, leading: 14, colour: INK.second })
  sheet.space(8)
}

function alignedRight(sheet: Sheet, text: string, bold: boolean, look: { readonly size: number; readonly leading: number; readonly colour: string }, { x, width }: { readonly x: number; readonly width: number }): void {
  const wide = sheet.in(sheet.face(bold), look.size).widthOfString(text)
  const indent = Math.max(0, width - wide)
  sheet.flow(sheet.root, 'P', [{ text, face: sheet.face(bold) }], look, { x: x + indent, width: width - indent + 1 })
}

/** What lets the paper be found again and held against what was kept: read in order, unlike the foot of the pages. */
function drawClosing(sheet: Sheet, content: DocumentContent | IssuedContent, fingerprint: string | null): void {
  const look = { size: 8, leading: 11.5, colour: INK.second }
  sheet.space(14)
  sheet.keepTogether(fingerprint === null ? 12 : 36)
  const issued = 'number' in content
  const made = `${issued ? `Document n°\u00A0${content.number}` : 'Projet'}, établi le ${content.madeOn} par ${content.author} pour ${content.operator}.`
  const replaces = issued && content.replaces !== null ? ` Il remplace le document n°\u00A0${content.replaces}.` : ''
  sheet.flow(sheet.root, 'P', [{ text: `${made}${replaces}`, face: 'regular' }], look)
  if (fingerprint !== null) sheet.flow(sheet.root, 'P', [{ text: `Empreinte de son contenu (SHA-256) : ${fingerprint}`, face: 'regular' }], look)
}

function drawFoot(sheet: Sheet, content: DocumentContent, number: string | null, fingerprint: string | null, page: number, pages: number): void {
  const y = PAGE.height - 46
  const left = [number ?? 'Projet, sans valeur', content.reference, ...(fingerprint === null ? [] : [`empreinte ${shortFingerprint(fingerprint)}`])].join('  ·  ')
  const right = `Page ${page} sur ${pages}`
  sheet.artifact(() => {
    sheet.doc.moveTo(PAGE.left, y).lineTo(PAGE.width - PAGE.right, y).lineWidth(0.6).strokeColor(INK.line).stroke()
    sheet.in('regular', 8).fillColor(INK.second)
    sheet.doc.text(left, PAGE.left, y + 8, { lineBreak: false })
    sheet.doc.text(right, PAGE.width - PAGE.right - sheet.doc.widthOfString(right), y + 8, { lineBreak: false })
  }, 'Pagination')
}

/** A draft never passes for a document: the word stands across each of its pages, under no text. */
function drawDraftMark(sheet: Sheet): void {
  sheet.artifact(() => {
    sheet.doc.save().rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] })
    sheet.in('bold', 104).fillColor(INK.second).fillOpacity(0.07)
    const wide = sheet.doc.widthOfString('PROJET')
    sheet.doc.text('PROJET', PAGE.width / 2 - wide / 2, PAGE.height / 2 - 60, { lineBreak: false })
    sheet.doc.restore()
  })
}
