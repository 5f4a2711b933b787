import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import Link from '@/components/ui/link.tsx'
import { redirect } from 'next/navigation'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { DemoPanel } from '@/components/sign-in/demo-panel.tsx'
import { SignInForm } from '@/components/sign-in/sign-in-form.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { demoAccountNames, demoEmail, demoPassword } from '@/lib/access/demo-accounts.ts'
import { demoMoments } from '@/lib/access/demo-moments.ts'
import { parseReturnAddress } from '@/lib/access/return-address.ts'
import { currentActor } from '@/lib/access/session.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Whether the browser still holds a session's cookie: then it ended, rather than never began. */
async function hadSession(): Promise<boolean> {
  return (await cookies()).getAll().some(({ name }) => name.endsWith('next-auth.session-token'))
}

async function Demo() {
  const t = await getTranslations('signIn')
  const moments = await demoMoments()
  return (
    <DemoPanel
      password={demoPassword}
      accounts={demoAccountNames.map((name) => ({
        key: name,
        title: t(`account.${name}`),
        detail: `${demoEmail(name)} · ${t(`accountDetail.${name}`)}`,
        email: demoEmail(name),
        opens: '/',
      }))}
      moments={moments.map(({ label, accountEmail, caseReference }) => ({
        key: `moment-${caseReference}`,
        title: t.has(`moment.${label}` as 'moment.other') ? t(`moment.${label}` as 'moment.other') : t('moment.other'),
        detail: `${t('demo.file', { reference: caseReference })} · ${t('demo.as', { account: accountEmail })}`,
        email: accountEmail,
        opens: `/dossiers/${encodeURIComponent(caseReference)}`,
      }))}
    />
  )
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const t = await getTranslations('signIn')
  const asked = await searchParams
  const back = parseReturnAddress(asked.suite) ?? '/'
  const isDemo = process.env.REBOND_DEMO === '1'
  const actor = await currentActor()
  // In the demonstration one goes from account to account here.
  if (actor !== null && !isDemo) redirect(back)
  const notice = asked.sortie !== undefined ? t('signedOut') : asked.suite !== undefined && actor === null && (await hadSession()) ? t('ended') : null
  return (
    <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>
      <div className={isDemo ? 'sign-in with-demo' : 'sign-in'}>
        <div className="sign-in-own">
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
          {notice !== null && <Notice>{notice}</Notice>}
          <section className="card" aria-label={t('title')}>
            <div className="card-b"><SignInForm back={back} /></div>
          </section>
          <p className="sm muted">
            {t('without')} <Link href="/simulateur">{t('simulate')}</Link>, <Link href="/regles">{t('readRules')}</Link>.
          </p>
        </div>
        {isDemo && <Demo />}
      </div>
    </OpenFrame>
  )
}
