import { databaseAnswers } from '@/lib/cases/queries/database-answers.ts'

export const dynamic = 'force-dynamic'

/** 200 once the application can serve, 503 while its database does not answer. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers()
  return Response.json({ status: ready ? 'ready' : 'no_database' }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
