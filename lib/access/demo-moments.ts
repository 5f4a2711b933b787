import { withoutActor } from '../database/transactions.ts'

/** A file worth opening in the demonstration, and the account that follows it. */
export interface DemoMoment {
  /** A code the sign-in page has words for. */
  readonly label: string
  readonly accountEmail: string
  readonly caseReference: string
}

/** The demonstration's telling moments, in their order; none where the demonstration was not seeded. */
export async function demoMoments(): Promise<DemoMoment[]> {
  return withoutActor((tx) =>
    tx.demoMoment.findMany({
      orderBy: { position: 'asc' },
      select: { label: true, accountEmail: true, caseReference: true },
    }),
  )
}
