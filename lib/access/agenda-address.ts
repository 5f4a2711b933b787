import type { Transaction } from '../database/client.ts'

/**
 * Ends the secret address of an account's agenda: whoever has it reads nothing any more. In a transaction of its owner's,
 * or of nobody's within the operator.
 * @returns the address that ended; `null` where there was none
 */
export async function endAgendaAddress(tx: Transaction, accountId: string, at: Date): Promise<string | null> {
  const [ended] = await tx.$queryRaw<{ id: string }[]>`
    update agenda_subscription set revoked_at = ${at}::timestamptz where account_id = ${accountId}::uuid and revoked_at is null returning id`
  return ended?.id ?? null
}
