'use server'

import { getLocale } from 'next-intl/server'
import { readSimulatorAddress, simulatorHref } from '@/components/simulator/address.ts'

/** The one address of what the form sent: the same reading as the page's own, nothing kept. */
export async function addressOf(form: FormData): Promise<string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !Object.hasOwn(typed, name)) typed[name] = value
  return simulatorHref(readSimulatorAddress(typed, await getLocale()).state)
}
