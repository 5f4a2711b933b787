'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { cancelExport, removeExport } from '@/lib/exchange/own-exports.ts'

function idOf(form: FormData): string {
  const id = form.get('id')
  return typeof id === 'string' ? id : ''
}

/** Stops an export under way. */
export async function cancelAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  if (await cancelExport(actor, idOf(form))) await setFlash({ text: (await getTranslations('exports'))('cancelled') })
  revalidatePath('/exports')
}

/** Takes an ended export away. */
export async function removeAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  if (await removeExport(actor, idOf(form))) await setFlash({ text: (await getTranslations('exports'))('removed') })
  revalidatePath('/exports')
}
