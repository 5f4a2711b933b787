import Link from '@/components/ui/link.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import type { Listed, Loads } from '@/lib/steering/dashboard/loads.ts'
import { formatMonth, formatMonthShort } from '@/lib/wording/format/index.ts'
import { steeringHref, type SteeringAddress } from './address.ts'
import { FileLink } from './file-link.tsx'
import { useSteeringWords } from './steering-words.ts'

/** Who follows how many people, and when their CSPs end: a line for each counsellor, a column for each month. */
export function LoadsTable({ loads, asked }: { readonly loads: Loads; readonly asked: SteeringAddress }) {
  const { t, locale } = useSteeringWords()
  const { months, counsellors, inCsp, ends, counsellorCount } = loads
  if (counsellors === null) return <p className="muted">{t('loads.many', { count: counsellorCount })}</p>
  if (counsellors.length === 0) return <p className="muted">{t('loads.none')}</p>
  const cells = (name: string, load: Listed, listed: readonly Listed[]) => (
    <>
      <td role="cell" className="num steer-load" data-l={t('loads.inCsp')}><FileLink count={load.count} search={load.search} label={`${name}, ${t('loads.inCsp')}`} /></td>
      {listed.map((one, at) => (
        <td key={months[at]} role="cell" className={one.count === 0 ? 'num faint' : 'num'} data-l={formatMonthShort(day(months[at]!), locale)}>
          <FileLink count={one.count} search={one.search} label={`${name}, ${formatMonth(day(months[at]!), locale)}`} />
        </td>
      ))}
    </>
  )
  return (
    <table className="steer-loads" role="table">
      <caption className="vh">{t('loads.table')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('loads.counsellor')}</th>
          <th scope="col" role="columnheader" className="num">{t('loads.inCsp')}</th>
          {months.map((iso) => <th key={iso} scope="col" role="columnheader" className="num"><abbr title={formatMonth(day(iso), locale)}>{formatMonthShort(day(iso), locale)}</abbr></th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {counsellors.map((one) => (
          <tr key={one.id} role="row">
            <th scope="row" role="rowheader"><Link href={steeringHref(asked, { counsellor: one.id })}>{one.name}</Link></th>
            {cells(one.name, one.inCsp, one.ends)}
          </tr>
        ))}
        {counsellors.length > 1 && (
          <tr className="sum" role="row"><th scope="row" role="rowheader">{t('loads.total')}</th>{cells(t('loads.total'), inCsp, ends)}</tr>
        )}
      </tbody>
    </table>
  )
}
