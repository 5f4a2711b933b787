import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { AddedText } from '@/lib/accord/texts/added.ts'
import type { Texts, TextChanges } from '@/lib/accord/texts/agreement.ts'
import { parametersOf } from '@/lib/accord/texts/governing.ts'
import { changedPaths, PARAMETER_FIELDS, valueAt } from '@/lib/accord/texts/parameter-fields.ts'
import { capitalised, formatDayPlain } from '@/lib/wording/format/index.ts'
import { doesWords } from './does-words.ts'
import { extensionWords, parameterName, parameterValue } from './parameter-words.ts'
import { figureWords } from './text-form-view.ts'

/** What a text does, whole: each parameter before and after, the leaves and figures it adds, the articles it gives. */
export function TextDetails({ text, beside }: { readonly text: AddedText; readonly beside: Texts }) {
  const t = useTranslations('texts')
  const figures = useTranslations('rules.figures.name')
  const locale = useLocale()
  const { agreement, overlay, leaves, upratings } = text
  const changes = [agreement?.changes, overlay?.changes].some((part) => part !== undefined && changedPaths(part).length > 0)
  const articles = Object.entries(text.articles)
  return (
    <Card id="what" title={t('screen.changes')}>
      <ul className="text-does-list">
        {doesWords(text, t, locale).map((line) => <li key={line}>{line}</li>)}
        {agreement !== null && <li>{t('screen.inherits', { code: agreement.inherits })}</li>}
      </ul>
      {!changes && leaves.length === 0 && upratings.length === 0 && <p className="muted">{t('screen.noChanges')}</p>}
      {agreement !== null && <Changes changes={agreement.changes} inherits={agreement.inherits} beside={beside} title={t('screen.forNew')} />}
      {overlay !== null && <Changes changes={overlay.changes} inherits={beside.agreements.findLast(({ family }) => family === overlay.family)?.code ?? null} beside={beside} title={t('screen.forRunning')} />}
      {leaves.length > 0 && (
        <>
          <h3>{t('screen.leaves')}</h3>
          <dl className="ledger">{leaves.map(({ code, name, limit }) => <div key={code}><dt>{capitalised(name[locale])} <span className="faint">{code}</span></dt><dd>{extensionWords(limit, t)}</dd></div>)}</dl>
        </>
      )}
      {upratings.length > 0 && (
        <>
          <h3>{t('screen.upratings')}</h3>
          <dl className="ledger">{upratings.map(({ figure, from, value }) => <div key={`${figure}-${from}`}><dt>{figures(figure)}, {t('screen.since', { day: formatDayPlain(from, locale) })}</dt><dd>{figureWords(figure, value, locale)}</dd></div>)}</dl>
        </>
      )}
      {articles.length > 0 && (
        <>
          <h3>{t('screen.articles')}</h3>
          <ul className="text-articles">{articles.map(([rule, article]) => <li key={rule}><RuleChip rule={rule as 'R-001'} /> <span lang="fr">{article}</span></li>)}</ul>
        </>
      )}
    </Card>
  )
}

interface ChangesProps {
  readonly changes: TextChanges
  /** The text whose values stand before. */
  readonly inherits: string | null
  readonly beside: Texts
  readonly title: string
}

function Changes({ changes, inherits, beside, title }: ChangesProps) {
  const t = useTranslations('texts')
  const values = useTranslations('rules.parameters')
  const locale = useLocale()
  const paths = changedPaths(changes)
  if (paths.length === 0) return null
  const parent = beside.agreements.find(({ code }) => code === inherits)
  const before = parent === undefined ? {} : parametersOf(beside, parent)
  return (
    <>
      <h3>{title}</h3>
      <table className="grid text-changes">
        <caption className="vh">{title}</caption>
        <thead><tr>{(['parameter', 'before', 'after'] as const).map((column) => <th key={column} scope="col">{t(`screen.${column}`)}</th>)}</tr></thead>
        <tbody>
          {PARAMETER_FIELDS.filter(({ path }) => paths.includes(path)).map((field) => (
            <tr key={field.path}>
              <th scope="row">{parameterName(field.path, t)}</th>
              <td data-l={t('screen.before')}>{parameterValue(field, valueAt(before, field.path), t, values, locale)}</td>
              <td data-l={t('screen.after')}><b className="hl">{parameterValue(field, valueAt(changes, field.path), t, values, locale)}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
