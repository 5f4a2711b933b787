// Whether a file is what its name says. It is recognised by its first bytes and, for office documents, by the list of what
// their archive holds; nothing is unpacked beyond the short lists that tell the format, whatever they say of their size.
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { ATTACHED_TYPES, attachedExtension, type AttachedType } from '../content/attachment-terms.ts'

export type ContentCheck = { readonly kind: 'is'; readonly type: AttachedType } | { readonly kind: 'type_refused' } | { readonly kind: 'content_differs' }

const CHUNK = 64 * 1024

/** Whether a file is plain text: no byte that text has not, to its end. Old encodings pass: nothing is run or shown in place. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK)
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK)
      if (bytesRead === 0) return true
      // Below the space: tab, line feed, form feed and carriage return alone.
      for (let at = 0; at < bytesRead; at += 1) {
        const byte = chunk[at]!
        if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) return false
      }
    }
  } finally {
    await file.close()
  }
}

/** Checks a file by its content against the extension of its name. */
export async function checkContent(path: string, name: string): Promise<ContentCheck> {
  const extension = attachedExtension(name)
  if (extension === null) return { kind: 'type_refused' }
  const type = ATTACHED_TYPES[extension]
  const found = await fileTypeFromFile(path).catch(() => undefined)
  const agrees = type === 'text/plain' ? found === undefined && (await isPlainText(path)) : found?.mime === type
  return agrees ? { kind: 'is', type } : { kind: 'content_differs' }
}

/** A name as it is kept: one line without what hides or turns text, no folder, its extension whole. */
export function keptName(name: string): string {
  const plain = name
    .normalize('NFC')
    // Folders, characters without a sign, and those that turn the direction of reading (`fdp.exe` shown `exe.pdf`).
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .trim()
  const dot = plain.lastIndexOf('.')
  const stem = (dot < 0 ? plain : plain.slice(0, dot)).trim() || 'document'
  const extension = dot < 0 ? '' : plain.slice(dot).toLowerCase()
  return `${[...stem].slice(0, 180 - extension.length).join('').trim()}${extension}`
}
