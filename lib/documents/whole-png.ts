import { crc32, inflateSync } from 'node:zlib'

const SIGNATURE = 8
const MOST_BYTES = 40_000_000
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Whether a PNG is whole: every chunk as its checksum says, and as many bytes of picture as its size asks for. */
export function isWholePng(bytes: Buffer): boolean {
  const data: Buffer[] = []
  let header: Buffer | null = null
  try {
    for (let at = SIGNATURE; ; ) {
      const length = bytes.readUInt32BE(at)
      const type = bytes.toString('latin1', at + 4, at + 8)
      const content = bytes.subarray(at + 8, at + 8 + length)
      if (content.length !== length || crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) return false
      if (type === 'IHDR') header = content
      if (type === 'IDAT') data.push(content)
      if (type === 'IEND') break
      at += 12 + length
    }
    if (header === null) return false
    const bits = header[8]! * (CHANNELS[header[9]!] ?? 0)
    const line = Math.ceil((header.readUInt32BE(0) * bits) / 8)
    const wanted = header[12] === 0 ? header.readUInt32BE(4) * (line + 1) : header.readUInt32BE(4) * line
    return bits > 0 && inflateSync(Buffer.concat(data), { maxOutputLength: MOST_BYTES }).length >= wanted
  } catch {
    return false
  }
}
