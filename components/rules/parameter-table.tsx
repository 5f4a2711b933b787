import { useLocale, useTranslations } from 'next-intl'
import type { ParameterTable as Table } from '@/lib/accord/index.ts'
import { classNames } from '../ui/class-names.ts'
import { wordColumn, wordValue } from './parameter-words.ts'

/** A value of so many characters stays on one line. */
const SHORT = 12

/** What each text fixes for a rule: a line by parameter, a column by texts that say the same. */
export function ParameterTable({ rule, table: { columns, rows } }: { readonly rule: string; readonly table: Table }) {
  const t = useTranslations('rules.parameters')
  const locale = useLocale()
  if (rows.length === 0) return null
  const heads = columns.map((column) => wordColumn(column, t, locale))
  const added = heads.filter((head) => head.added !== null)
  return (
    <>
      <table className="rule-params" role="table">
        <caption className="vh">{t('caption', { rule })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t('parameter')}</th>
            {heads.map(({ text, added: since, code }) => (
              <th key={text} scope="col" role="columnheader" className={code ? 'code' : undefined}>{text}{since !== null && <small>{since}</small>}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ label, values }) => {
            const name = 'name' in label ? t(`name.${label.name}`) : label.leave[locale]
            return (
              <tr key={name} role="row">
                <th scope="row" role="rowheader">{name}</th>
                {values.map((value, index) => {
                  const head = heads[index]
                  const words = wordValue(value, t, locale)
                  return (
                    <td
                      key={head?.text}
                      role="cell"
                      className={classNames((value.kind === 'none' || value.kind === 'no') && 'absent', words.length <= SHORT && 'nw')}
                      data-l={head?.text}
                    >
                      {words}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {added.length > 0 && <p className="rule-params-added" aria-hidden="true">{added.map((head) => <span key={head.text}><b>{head.text}</b> {head.added}</span>)}</p>}
    </>
  )
}
