import '@/components/choice/choice.css'
import '@/components/file/file.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isCanonical, PUBLIC_CHOICE, readAnswers, withAnswers } from '@/components/choice/address.ts'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { ChoiceScreen } from '@/components/choice/choice-screen.tsx'
import { EXAMPLE } from '@/components/choice/example.ts'
import { KeepCard } from '@/components/choice/keep-card.tsx'
import { readChoice } from '@/components/choice/read-choice.ts'
import { simulatorQuery } from '@/components/choice/simulator-link.ts'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { clientAddress } from '@/lib/access/client-address.ts'
import { currentActor } from '@/lib/access/session.ts'
import { simulationAllowance } from '@/lib/access/simulation-allowance.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'
import { ownOrigin } from '../simulateur/own-origin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('choice'))('metaTitle') }
}

/** Open to everyone, in their own frame for whoever is signed in: the two lives compared, nothing kept. */
export default async function ChoicePage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const [locale, query, actor, sent, t] = await Promise.all([getLocale(), searchParams, currentActor(), headers(), getTranslations('choice')])
  const answers = readAnswers(query, locale)
  if (!isCanonical(query, answers)) redirect(withAnswers(PUBLIC_CHOICE, answers))
  const blank = Object.keys(answers).length === 0
  const screen = (
    <>
      <ChoiceScreen
        base={PUBLIC_CHOICE}
        answers={answers}
        asked={blank ? null : readChoice(answers, null, locale)}
        today={await civilDay(actor?.timeZone)}
        texts={await textsForReading()}
        wait={blank ? null : await simulationAllowance(clientAddress(sent.get('x-forwarded-for')))}
        known={null}
        example={<LinkButton href={withAnswers(PUBLIC_CHOICE, EXAMPLE, 'reponse')}>{t('form.example')}</LinkButton>}
        keep={<KeepCard address={`${ownOrigin(sent)}${withAnswers(PUBLIC_CHOICE, answers)}`} simulator={simulatorQuery(answers)} />}
        head={
          <div className="screen-head">
            <div>
              <h1>{t('title')}</h1>
              <p className="muted no-print">{t('lead')}</p>
              <p className="hint no-print">{t('yours')}</p>
            </div>
            {actor === null && (
              <div className="screen-tools">
                <LinkButton href="/connexion">{t('signIn')}</LinkButton>
              </div>
            )}
          </div>
        }
      />
      <footer className="screen-foot no-print"><RoleNote>{t('role')}</RoleNote></footer>
    </>
  )
  if (actor !== null) return <SignedFrame actor={actor}>{screen}</SignedFrame>
  return <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}>{screen}</OpenFrame>
}
