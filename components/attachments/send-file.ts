import type { AttachmentError } from '@/lib/cases/content/attachment-terms.ts'

/** What the route says, whatever happened on the way. */
export type Sent =
  | { readonly kind: 'added'; readonly title: string }
  | { readonly kind: 'refused'; readonly error: AttachmentError }
  | { readonly kind: 'cancelled' }

export interface Sending {
  readonly done: Promise<Sent>
  readonly cancel: () => void
}

function readAnswer(status: number, text: string): Sent {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) {
      if (status === 201 && 'title' in answer && typeof answer.title === 'string') return { kind: 'added', title: answer.title }
      if ('error' in answer && typeof answer.error === 'string') return { kind: 'refused', error: answer.error as AttachmentError }
    }
  } catch {
    // An answer that is not the route's: a proxy's page, or half of one.
  }
  return { kind: 'refused', error: status === 413 ? 'too_large' : status === 401 ? 'signed_out' : 'unreadable' }
}

/**
 * Sends a form with its file, telling how far it is: `fetch` does not say it yet.
 * @param progress called with 0 to 100; at 100 the server still checks what it received
 */
export function sendFile(reference: string, form: FormData, progress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<Sent>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) progress(Math.floor((loaded * 100) / Math.max(1, total)))
    })
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.responseText)))
    request.addEventListener('error', () => resolve({ kind: 'refused', error: 'network' }))
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
  })
  request.open('POST', `/api/attachments?reference=${encodeURIComponent(reference)}`)
  request.send(form)
  return { done, cancel: () => request.abort() }
}
