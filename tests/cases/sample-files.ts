// Small files of each kind, made here byte by byte: what tells a format, and nothing more.
import { crc32 } from 'node:zlib'

/** An archive whose entries are stored as they are; a name may claim another length than it has. */
export function archive(entries: Readonly<Record<string, string>>, claims: Readonly<Record<string, number>> = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(claims[name] ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), content])
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, Buffer.alloc(10), Buffer.from([offset & 0xff, (offset >> 8) & 0xff, (offset >> 16) & 0xff, 0]), Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const office = (part: string, type: string) =>
  archive({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    [part]: '<?xml version="1.0"?><x/>',
  })

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

export const SAMPLES = {
  pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n', 'latin1'),
  png: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  jpeg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(64)]),
  webp: Buffer.concat([Buffer.from('RIFF'), Buffer.from([26, 0, 0, 0]), Buffer.from('WEBPVP8L'), Buffer.alloc(18)]),
  heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.from([0, 0, 0, 0]), Buffer.from('mif1heic'), Buffer.alloc(32)]),
  docx: office('word/document.xml', `${OPEN_XML}.wordprocessingml.document.main+xml`),
  docm: office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
  xlsx: office('xl/workbook.xml', `${OPEN_XML}.spreadsheetml.sheet.main+xml`),
  odt: archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
  txt: Buffer.from('Attestation remise le 2 mars.\r\n\tCœur, œuvre, naïveté.\n'),
  zip: archive({ 'a.txt': 'a' }),
  exe: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(126), Buffer.from('PE\0\0'), Buffer.alloc(64)]),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
} as const
