import { useTranslations } from 'next-intl'
import { RULE_CHAPTERS, ruleEntries, type Day, type RuleEntry, type RuleId, type Texts } from '@/lib/accord/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { PrintButton } from '../file/print-button.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RoleNote } from '../ui/notices.tsx'
import { CaseList } from './case-list.tsx'
import { Contents, type ContentsEntry } from './contents.tsx'
import { ContradictionList } from './contradiction-list.tsx'
import { FiguresTable } from './figures-table.tsx'
import { RuleArticle } from './rule-article.tsx'
import { RuleFinder } from './rule-finder.tsx'
import { RuleLinks } from './rule-links.tsx'
import { testsOfRule } from './tests-of-rule.ts'
import { TextsTable } from './texts-table.tsx'

export interface RulesScreenProps {
  readonly texts: Texts
  readonly today: Day
  readonly locale: Locale
  readonly reader: 'stranger' | 'signed'
  /** Live files of the reader's scope by rule; `null` for who sees none. */
  readonly counts: ReadonlyMap<RuleId, number> | null
}

/** The whole law of the CSP on one page: texts, rules by chapter, dated figures, contradictions, cases set aside. */
export function RulesScreen({ texts, today, locale, reader, counts }: RulesScreenProps) {
  const t = useTranslations('rules')
  const entries = ruleEntries(locale)
  const chapters = RULE_CHAPTERS.map((name) => ({ name, title: t(`chapter.${name}`), entries: entries.filter(({ chapter }) => chapter === name) }))
  const contents: readonly ContentsEntry[] = [
    { anchor: 'textes', title: t('texts.title') },
    ...chapters.map(({ name, title, entries: rules }) => ({ anchor: `chapter-${name}`, title, rules: rules.map(({ id, title: ruleTitle }) => ({ rule: id, title: ruleTitle })) })),
    { anchor: 'chiffres', title: t('figures.title') },
    { anchor: 'contradictions', title: t('contradictions.title') },
    { anchor: 'cas', title: t('cases.title') },
  ]
  return (
    <div className="rules-page">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
          <p className="hint">{t('disclaimer')}</p>
        </div>
        <div className="screen-tools no-print">
          <PrintButton />
          {reader === 'stranger' && <LinkButton href="/connexion">{t('signIn')}</LinkButton>}
        </div>
      </div>
      <Contents entries={contents} />
      <div className="rules-body">
        <Card id="lire" title={t('order.title')}>
          <HowToRead entries={entries} />
        </Card>
        <Card id="textes" title={t('texts.title')}>
          <p className="muted rules-lead">{t('texts.lead')}</p>
          <TextsTable texts={texts} today={today} />
        </Card>
        <RuleFinder
          chapters={chapters.map(({ name, title, entries: rules }) => ({
            name,
            title,
            rules: rules.map((entry) => ({
              rule: entry.id,
              title: entry.title,
              statement: entry.statement,
              shown: <RuleArticle entry={entry} texts={texts} tests={testsOfRule(entry.id)} files={counts === null ? null : (counts.get(entry.id) ?? 0)} />,
            })),
          }))}
        />
        <section className="rule-chapter" aria-labelledby="chiffres">
          <h2 id="chiffres">{t('figures.title')}</h2>
          <p className="muted rules-lead"><RuleLinks>{t('figures.lead')}</RuleLinks></p>
          <FiguresTable figures={texts.figures} />
        </section>
        <section className="rule-chapter" aria-labelledby="contradictions">
          <h2 id="contradictions">{t('contradictions.title')}</h2>
          <p className="muted rules-lead">{t('contradictions.lead')}</p>
          <ContradictionList />
        </section>
        <section className="rule-chapter" aria-labelledby="cas">
          <h2 id="cas">{t('cases.title')}</h2>
          <CaseList />
        </section>
        <footer className="screen-foot"><RoleNote>{t(reader === 'stranger' ? 'role.open' : counts === null ? 'role.noFiles' : 'role.files')}</RoleNote></footer>
      </div>
    </div>
  )
}

/** The order of the chapters, and what the words of each rule's last lines mean. */
function HowToRead({ entries }: { readonly entries: readonly RuleEntry[] }) {
  const t = useTranslations('rules')
  const sure = (confidence: RuleEntry['confidence']) => entries.filter((entry) => entry.confidence === confidence).length
  return (
    <>
      <p className="rules-lead">{t('order.lead')}</p>
      <p className="rules-lead">{t('order.count', { count: entries.length, H: sure('H'), M: sure('M'), L: sure('L') })}</p>
      <dl className="rules-legend">
        {(['H', 'M', 'L'] as const).map((confidence) => (
          <div key={confidence}>
            <dt>{t(`confidence.${confidence}`)}</dt>
            <dd>{t(`confidenceNote.${confidence}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="rules-lead hint">{t('order.tests')}</p>
    </>
  )
}
