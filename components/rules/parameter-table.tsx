import { useLocale, useTranslations } from 'next-intl'
import type { ParameterTable as Table } from '@/lib/accord/index.ts'
import { wordColumn, wordValue } from './parameter-words.ts'

/** What each text fixes for a rule: a line by parameter, a column by texts that say the same. */
export function ParameterTable({ rule, table: { columns, rows } }: { readonly rule: string; readonly table: Table }) {
  const t = useTranslations('rules.parameters')
  const locale = useLocale()
  if (rows.length === 0) return null
  const heads = columns.map((column) => wordColumn(column, t, locale))
  return (
    <table className="rule-params" role="table">
      <caption className="vh">{t('caption', { rule })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('parameter')}</th>
          {heads.map(({ text, added }) => (
            <th key={text} scope="col" role="columnheader">{text}{added !== null && <small>{added}</small>}</th>
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
                return (
                  <td key={head?.text} role="cell" className={value.kind === 'none' || value.kind === 'no' ? 'absent' : undefined} data-l={head?.text}>
                    {wordValue(value, t, locale)}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
