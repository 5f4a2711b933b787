import type { MailGroup } from '@/lib/notify/mailbox.ts'

export const MAIL_GROUP_NAMES: readonly MailGroup[] = ['all', 'waiting', 'gone', 'trouble', 'cancelled']
const words: Readonly<Record<MailGroup, string>> = { all: '', waiting: 'en-attente', gone: 'partis', trouble: 'non-remis', cancelled: 'annules' }

export interface MailboxAddress {
  readonly group?: MailGroup
  readonly page?: number
  readonly message?: string
}

export function mailboxHref({ group = 'all', page = 1, message }: MailboxAddress): string {
  const query = new URLSearchParams()
  if (group !== 'all') query.set('etat', words[group])
  if (page > 1) query.set('page', String(page))
  if (message !== undefined) query.set('message', message)
  const text = query.toString()
  return `/courriels${text === '' ? '' : `?${text}`}`
}

export function groupOf(word: string): MailGroup {
  return MAIL_GROUP_NAMES.find((group) => words[group] === word) ?? 'all'
}
