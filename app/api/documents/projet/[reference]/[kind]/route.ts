import { pdfResponse } from '@/components/documents/pdf-response.ts'
import { currentActor } from '@/lib/access/session.ts'
import { draftPdf } from '@/lib/documents/files.ts'

/** `GET /api/documents/projet/<file>/<kind>?fait=<fact>`: a draft as a PDF, marked as one. */
export async function GET(request: Request, { params }: RouteContext<'/api/documents/projet/[reference]/[kind]'>): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 401 })
  const { reference, kind } = await params
  return pdfResponse(await draftPdf(actor, reference, kind, new URL(request.url).searchParams.get('fait')), false)
}
