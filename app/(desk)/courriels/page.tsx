import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { groupOf, mailboxHref } from '@/components/mail/address.ts'
import { LetterDrawer } from '@/components/mail/letter-drawer.tsx'
import { Letter, MailboxScreen } from '@/components/mail/mailbox-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { answerOf } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { MAILBOX_PAGE, mailbox, mailView } from '@/lib/notify/mailbox.ts'
import { changeMail } from './actions.ts'

type Props = PageProps<'/courriels'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') }
}

export default async function MailboxPage({ searchParams }: Props) {
  const actor = await requireActor()
  const query = await searchParams
  const box = await mailbox(actor, { group: groupOf(answerOf(query, 'etat')), page: Number(answerOf(query, 'page')) })
  if (box === null) return <ForbiddenScreen />
  const asked = answerOf(query, 'message')
  const mail = asked === '' ? null : await mailView(actor, asked)
  const closeHref = mailboxHref({ group: box.group, page: box.page })
  const drawer = mail === null ? null : (
    <LetterDrawer
      key={mail.id} id={mail.id} subject={mail.subject} closeHref={closeHref} action={changeMail}
      mayRetry={mail.state === 'failed' || mail.state === 'bounced' || (mail.state === 'queued' && mail.attempts > 0)}
      mayCancel={mail.state === 'queued' || mail.state === 'failed' || mail.state === 'bounced'}
    >
      <Letter mail={mail} />
    </LetterDrawer>
  )
  return (
    <DrawerLayout drawer={drawer}>
      <MailboxScreen box={box} pageSize={MAILBOX_PAGE} local={process.env.SMTP_URL === undefined || process.env.SMTP_URL === ''} />
    </DrawerLayout>
  )
}
