import '@/components/rules/rules.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RuleArticle } from '@/components/rules/rule-article.tsx'
import { RuleFinder } from '@/components/rules/rule-finder.tsx'
import { TextsTable } from '@/components/rules/texts-table.tsx'
import { OpenFrame } from '@/components/shell/frame.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { currentActor } from '@/lib/access/session.ts'
import { RULE_CHAPTERS, ruleEntries, shippedTexts } from '@/lib/accord/index.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { keepLocale, keepTheme } from '../_frame/actions.ts'
import { requestTheme } from '../_frame/preferences.ts'
import { SignedFrame } from '../_frame/signed-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('metaTitle') }
}

/** Open to everyone: the law is nobody's secret. In their own frame for whoever is signed in. */
export default async function RulesPage() {
  const actor = await currentActor()
  if (actor !== null) return <SignedFrame actor={actor}><Rules open={false} timeZone={actor.timeZone} /></SignedFrame>
  return <OpenFrame theme={await requestTheme()} keepTheme={keepTheme} keepLocale={keepLocale}><Rules open /></OpenFrame>
}

async function Rules({ open, timeZone }: { open: boolean; timeZone?: string }) {
  const [t, locale, today] = await Promise.all([getTranslations('rules'), getLocale(), civilDay(timeZone)])
  const entries = ruleEntries(locale)
  const found = RULE_CHAPTERS.map((name) => ({
    name,
    title: t(`chapter.${name}`),
    rules: entries
      .filter(({ chapter }) => chapter === name)
      .map((entry) => ({ rule: entry.id, title: entry.title, statement: entry.statement, shown: <RuleArticle entry={entry} /> })),
  }))
  return (
    <div className="rules-page">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
          <p className="hint">{t('disclaimer')}</p>
        </div>
        {open && <div className="screen-tools"><LinkButton href="/connexion">{t('signIn')}</LinkButton></div>}
      </div>
      <nav aria-label={t('contents')}>
        <ul className="rules-contents">
          <li><a href="#textes">{t('texts.title')}</a></li>
          {found.map(({ name, title }) => <li key={name}><a href={`#chapter-${name}`}>{title}</a></li>)}
        </ul>
      </nav>
      <Card id="textes" title={t('texts.title')}>
        <p className="muted">{t('texts.lead')}</p>
        <TextsTable texts={shippedTexts} today={today} />
      </Card>
      <RuleFinder chapters={found} />
      <footer className="screen-foot"><RoleNote>{t('role')}</RoleNote></footer>
    </div>
  )
}
