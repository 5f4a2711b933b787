import type { PdfOutcome } from '@/lib/documents/files.ts'

/** A PDF as an answer, for who asked and nobody else; shown unless it is to be kept. */
export function pdfResponse(outcome: PdfOutcome, keep: boolean): Response {
  const ours = { 'cache-control': 'private, no-store', vary: 'cookie' }
  switch (outcome.kind) {
    case 'not_found':
      return new Response(null, { status: 404, headers: ours })
    case 'altered':
      return new Response('Le fichier gardé n’est plus celui qui a été émis. / The kept file is no longer the one that was issued.', { status: 409, headers: { ...ours, 'content-type': 'text/plain; charset=utf-8' } })
    case 'file':
      return new Response(new Uint8Array(outcome.bytes), {
        headers: {
          ...ours,
          'content-type': 'application/pdf',
          'content-disposition': `${keep ? 'attachment' : 'inline'}; filename="${outcome.name}.pdf"`,
          'content-length': String(outcome.bytes.length),
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
        },
      })
  }
}
