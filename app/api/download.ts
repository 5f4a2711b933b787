import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

export interface Download {
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly content: Readable
  /** Shown by the browser itself, with nothing allowed inside; a download unless told. */
  readonly shown?: boolean
}

/** A name in a header: plain letters for old readers, the whole name for the others. */
export function dispositionOf(fileName: string, shown = false): string {
  const plain = fileName.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\w .()-]/gu, '_')
  const whole = encodeURIComponent(fileName).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** Sends a kept file as it is read: never guessed to be something else, never kept by what lies between. */
export function sendFile({ fileName, mediaType, size, content, shown = false }: Download): Response {
  return new Response(Readable.toWeb(content) as unknown as BodyInit & ReadableStream, {
    headers: {
      'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(size),
      'content-disposition': dispositionOf(fileName, shown),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    },
  })
}
