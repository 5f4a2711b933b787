import { useLocale, useTranslations } from 'next-intl'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { Agreement, Overlay, Texts } from '@/lib/accord/texts/agreement.ts'
import { spacedArticle } from '@/lib/accord/rules/articles.ts'
import { rulesChangedBy } from '@/lib/accord/rules/parameters.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { capitalised, formatDay, formatDayPlain } from '@/lib/wording/format/index.ts'
import { RuleLinks } from './rule-links.tsx'
import { lastKnownDay, textLines, type TextLine } from './text-lines.ts'

const COLUMNS = ['code', 'name', 'span', 'changes'] as const

/** The texts in force: which procedures each governs, and what it changed. */
export function TextsTable({ texts, today }: { texts: Texts; today: Day }) {
  const t = useTranslations('rules.texts')
  const locale = useLocale()
  const last = lastKnownDay(texts)
  return (
    <>
      <table className="table texts-table" role="table">
        <caption className="vh">{t('caption')}</caption>
        <thead role="rowgroup"><tr role="row">{COLUMNS.map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {textLines(texts, today).map((line) => <Line key={keyOf(line)} line={line} />)}
        </tbody>
      </table>
      {last !== null && <p className="hint texts-after"><RuleLinks>{t('after', { day: formatDay(last, locale) })}</RuleLinks></p>}
    </>
  )
}

const keyOf = (line: TextLine): string =>
  line.kind === 'agreement' ? line.agreement.code : line.kind === 'overlay' ? line.overlay.code : `hole-${line.from}`

function Line({ line }: { line: TextLine }) {
  const t = useTranslations('rules.texts')
  const locale = useLocale()
  const names = wording(locale).book.texts
  const period = (from: Day, to: Day) => t('period', { from: formatDayPlain(from, locale), to: formatDayPlain(to, locale) })
  if (line.kind === 'hole') {
    return (
      <tr role="row" className="texts-hole">
        <th scope="row" role="rowheader">–</th>
        <td role="cell" colSpan={3}><RuleLinks>{t('hole', { period: period(line.from, line.to) })}</RuleLinks></td>
      </tr>
    )
  }
  const text = line.kind === 'agreement' ? line.agreement : line.overlay
  const day = (value: Day) => formatDayPlain(value, locale)
  return (
    <tr role="row" className={line.kind === 'overlay' ? 'texts-overlay' : undefined}>
      <th scope="row" role="rowheader"><b className="texts-code">{text.code}</b></th>
      <td role="cell" data-l={t('name')}>
        {capitalised(text.added?.title[locale] ?? names[text.code] ?? text.code)}
        {line.kind === 'agreement' && line.current && <> <span className="hl">{t('current')}</span></>}
        <small lang="fr">{spacedArticle(text.source)}</small>
        {text.added !== undefined && <small>{t('addedBy')}</small>}
      </td>
      <td role="cell" data-l={t('span')}>
        {line.kind === 'agreement'
          ? period(line.agreement.from, line.agreement.to)
          : line.overlay.engagedFrom === null
            ? t('overlay', { day: day(line.overlay.from) })
            : t('overlayNew', { day: day(line.overlay.engagedFrom) })}
      </td>
      <td role="cell" data-l={t('changes')}><Changes text={text} /></td>
    </tr>
  )
}

/** What a text changes: in our own words for those shipped, by its rules for one that an administrator added. */
function Changes({ text }: { readonly text: Agreement | Overlay }) {
  const t = useTranslations('rules.texts')
  const change = `change.${text.code}` as 'change.A0'
  if (text.added === undefined) return t.has(change) ? t(change) : '–'
  const rules = rulesChangedBy(text.changes)
  if (rules.length === 0) return t('prolongs')
  return t.rich('changesRules', { rules: () => rules.map((rule) => <a key={rule} className="law" href={`#${rule}`}><b>{rule}</b></a>) })
}
