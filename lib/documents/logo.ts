import { fileTypeFromBuffer } from 'file-type'
import type { Actor } from '../access/actor.ts'
import { moment } from '../clock/civil-day.ts'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { letterheadOf } from './letterhead.ts'
import { renderPdf, type Letterhead } from './pdf/render.ts'
import { isWholePng } from './whole-png.ts'
import { mayWriteTemplates } from './write-template.ts'

export const LOGO_LIMIT = 204_800
const MOST_PIXELS = 4_000_000

export interface OwnLogo {
  readonly image: Buffer
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

/** The logo of the actor's operator; `null` while it has none. */
export async function ownLogo(actor: Actor): Promise<OwnLogo | null> {
  if (actor.operatorId === null) return null
  const [row] = await inActorTransaction(actor, (tx) => tx.$queryRaw<(Omit<OwnLogo, 'image'> & { image: Uint8Array })[]>`
    select image, media_type as "mediaType", width, height from operator_logo where operator_id = ${actor.operatorId}::uuid`)
  return row === undefined ? null : { ...row, image: Buffer.from(row.image) }
}

/** What changes when the logo of the actor's operator does, for an address that a browser may keep; `null` while it has none. */
export async function logoVersion(actor: Actor): Promise<string | null> {
  if (actor.operatorId === null) return null
  const [row] = await inActorTransaction(actor, (tx) => tx.$queryRaw<{ version: string }[]>`
    select (extract(epoch from set_at) * 1000)::bigint::text as version from operator_logo where operator_id = ${actor.operatorId}::uuid`)
  return row?.version ?? null
}

export type LogoOutcome =
  | { readonly kind: 'set' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'invalid'; readonly reason: 'empty' | 'too_heavy' | 'not_an_image' | 'too_large' }
  | { readonly kind: 'not_allowed' }

/** Width and height, read from the header of a PNG or JPEG; `null` where it has none that can be read. */
export function sizeOfImage(bytes: Buffer, mediaType: string): { readonly width: number; readonly height: number } | null {
  if (mediaType === 'image/png') return bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  // JPEG: from marker to marker until the frame, which gives height and width.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** Sets the logo of an operator: a PNG or JPEG by its content, whatever its name says, that a document can be drawn with. */
export async function setLogo(actor: Actor, image: Buffer): Promise<LogoOutcome> {
  if (!mayWriteTemplates(actor)) return { kind: 'not_allowed' }
  if (image.length === 0) return { kind: 'invalid', reason: 'empty' }
  if (image.length > LOGO_LIMIT) return { kind: 'invalid', reason: 'too_heavy' }
  const mediaType = (await fileTypeFromBuffer(image))?.mime
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return { kind: 'invalid', reason: 'not_an_image' }
  const size = sizeOfImage(image, mediaType)
  if (size === null || size.width < 1 || size.height < 1) return { kind: 'invalid', reason: 'not_an_image' }
  if (size.width > 4_000 || size.height > 4_000 || size.width * size.height > MOST_PIXELS) return { kind: 'invalid', reason: 'too_large' }
  // Part of a PNG is read out of anyone's reach, where a broken one would stop the process: it is held against its header first.
  if ((mediaType === 'image/png' && !isWholePng(image)) || !(await draws(actor, { image, ...size }))) return { kind: 'invalid', reason: 'not_an_image' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    await tx.$executeRaw`
      insert into operator_logo (operator_id, image, media_type, width, height, set_by, set_at)
      values (${actor.operatorId}::uuid, ${image}, ${mediaType}, ${size.width}, ${size.height}, ${actor.accountId}::uuid, ${at}::timestamptz)
      on conflict (operator_id) do update set image = excluded.image, media_type = excluded.media_type, width = excluded.width,
        height = excluded.height, set_by = excluded.set_by, set_at = excluded.set_at`
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'logo.set', detail: { mediaType, ...size }, at })
    return { kind: 'set' }
  })
}

/** Whether a document can be drawn with it: a header may promise what the content does not hold. */
async function draws(actor: Actor & { readonly operatorId: string }, logo: NonNullable<Letterhead['logo']>): Promise<boolean> {
  const { accent } = await inActorTransaction(actor, (tx) => letterheadOf(tx, actor.operatorId))
  const sheet = { kind: 'receipt', title: 'Logo', person: '', reference: '', operator: '', place: '', author: '', madeOn: '', blocks: [] } as const
  try {
    await renderPdf(sheet, { letterhead: { logo, accent }, madeAt: await moment(actor.timeZone), fingerprint: null })
    return true
  } catch {
    return false
  }
}

/** Takes the logo away: documents are headed by the operator's initial again. */
export async function removeLogo(actor: Actor): Promise<LogoOutcome> {
  if (!mayWriteTemplates(actor)) return { kind: 'not_allowed' }
  return inActorTransaction(actor, async (tx) => {
    const gone = await tx.$executeRaw`delete from operator_logo where operator_id = ${actor.operatorId}::uuid`
    if (gone > 0) await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'logo.removed', detail: {} })
    return { kind: 'removed' }
  })
}
