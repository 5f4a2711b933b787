import { pdfResponse } from '@/components/documents/pdf-response.ts'
import { currentActor } from '@/lib/access/session.ts'
import { issuedPdf } from '@/lib/documents/files.ts'

/** `GET /api/documents/<id>`: the PDF of an issued document; with `?telecharger`, to be kept. */
export async function GET(request: Request, { params }: RouteContext<'/api/documents/[id]'>): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 401 })
  return pdfResponse(await issuedPdf(actor, (await params).id), new URL(request.url).searchParams.has('telecharger'))
}
