import { useTranslations } from 'next-intl'
import type { PackChart } from '@/lib/steering/packs/chart-specs.ts'
import type { ShownPack, ShownPlaces, ShownRevision, ShownSection } from '@/lib/steering/packs/shown.ts'
import { BarChart } from '../charts/bar-chart.tsx'
import { PairedBarChart } from '../charts/paired-bar-chart.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import { Card } from '../ui/card.tsx'

/** What a pack says, section by section: sentences, figures, drawings, comments. */
export function PackBody({ pack, comments }: { readonly pack: ShownPack; /** Whether the comments are shown: a draft has them in its form. */ readonly comments: boolean }) {
  const t = useTranslations('packs')
  return (
    <>
      <Card id="overview" title={t('section.overview')} aside={<span className="est">{pack.edition}</span>}>
        <ul className="bul pack-takeaways">{pack.takeaways.map((line) => <li key={line}>{line}</li>)}</ul>
        {comments && <Comment text={pack.overview} />}
      </Card>
      {pack.sections.map((section) => <Section key={section.section} section={section} pack={pack} comments={comments} />)}
    </>
  )
}

function Comment({ text }: { readonly text: string | null }) {
  const t = useTranslations('packs.document')
  if (text === null) return null
  return (
    <div className="pack-comment">
      <h3>{t('comment')}</h3>
      {text.split(/\n{2,}/u).map((paragraph, at) => <p key={at} dir="auto">{paragraph}</p>)}
    </div>
  )
}

function Section({ section: { section, title, rows, comment, charts }, pack, comments }: { readonly section: ShownSection; readonly pack: ShownPack; readonly comments: boolean }) {
  const t = useTranslations('packs.document')
  return (
    <Card id={`part-${section}`} title={title}>
      <table className="table pack-table" role="table">
        <caption className="vh">{t('tableCaption', { section: title })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t('indicator')}</th>
            <th scope="col" role="columnheader" className="num">{pack.quarter}</th>
            <th scope="col" role="columnheader" className="num">{t('previous')}</th>
            {pack.wider !== null && <th scope="col" role="columnheader" className="num">{pack.wider}</th>}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.key}>
              <th scope="row" role="rowheader">{row.name}<span className="pack-detail">{row.detail}</span></th>
              <td role="cell" className="num" data-l={pack.quarter}><b>{row.now}</b></td>
              <td role="cell" className="num" data-l={t('previous')}><span>{row.previous}{row.movement !== null && <span className="pack-detail">{row.movement}</span>}<Detail text={row.previousFrom} /></span></td>
              {pack.wider !== null && <td role="cell" className="num" data-l={pack.wider}><span>{row.wider}<Detail text={row.widerFrom} /></span></td>}
            </tr>
          ))}
        </tbody>
      </table>
      {comments && <Comment text={comment} />}
      {section === 'flows' && pack.places.map((places) => <Places key={places.title} places={places} />)}
      {charts.length > 0 && <div className="pack-charts">{charts.map((chart) => <Chart key={chart.spec.id} chart={chart} />)}</div>}
    </Card>
  )
}

function Chart({ chart }: { readonly chart: PackChart }) {
  switch (chart.kind) {
    case 'trend': return <TrendChart {...chart.spec} heading="h3" />
    case 'bars': return <BarChart {...chart.spec} heading="h3" />
    case 'pairs': return <PairedBarChart {...chart.spec} heading="h3" />
  }
}

/** A smaller line under a figure. */
function Detail({ text }: { readonly text: string }) {
  return text === '' ? null : <span className="pack-detail">{text}</span>
}

/** Places that make up a wider one: folded where they are many. */
function Places({ places: { title, heads, rows } }: { readonly places: ShownPlaces }) {
  const t = useTranslations('packs.document')
  if (rows.length === 0) return null
  return (
    <details className="pack-places" open={rows.length <= 15}>
      <summary>{title}</summary>
      <table className="table pack-table" role="table">
        <caption className="vh">{title}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{t('placeColumn')}</th>{heads.map((head) => <th key={head} scope="col" role="columnheader" className="num">{head}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {rows.map(({ key, name, figures }) => <tr role="row" key={key}><th scope="row" role="rowheader">{name}</th>{figures.map(({ text, from }, at) => <td key={heads[at]} role="cell" className="num" data-l={heads[at]}><span>{text}<Detail text={from} /></span></td>)}</tr>)}
        </tbody>
      </table>
    </details>
  )
}

/** Figures as an earlier pack had them, and as they are. */
export function RevisionTable({ caption, rows }: { readonly caption: string; readonly rows: readonly ShownRevision[] }) {
  const t = useTranslations('packs.document')
  return (
    <table className="table pack-table" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row"><th scope="col" role="columnheader">{t('indicator')}</th><th scope="col" role="columnheader">{t('quarterColumn')}</th><th scope="col" role="columnheader" className="num">{t('then')}</th><th scope="col" role="columnheader" className="num">{t('now')}</th></tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, name, quarter, was, now }) => (
          <tr role="row" key={key}><th scope="row" role="rowheader">{name}</th><td role="cell" data-l={t('quarterColumn')}>{quarter}</td><td role="cell" className="num" data-l={t('then')}>{was}</td><td role="cell" className="num" data-l={t('now')}><b>{now}</b></td></tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is masked and why, what was revised, what each figure means. */
export function PackNotes({ pack }: { readonly pack: ShownPack }) {
  const t = useTranslations('packs')
  return (
    <>
      <Card id="revised" title={t('document.revised')}>
        {pack.revised === null ? <p>{t('document.revisedFirst')}</p>
          : pack.revised.rows.length === 0 ? <p>{t('document.revisedNone', { number: pack.revised.number, day: pack.revised.day })}</p>
          : (
            <>
              <p>{t('document.revisedLead', { number: pack.revised.number, day: pack.revised.day })}</p>
              <RevisionTable caption={t('pack.revised.caption', { number: pack.revised.number })} rows={pack.revised.rows} />
            </>
          )}
      </Card>
      <Card id="masking" title={t('document.masking')}><p className="pack-read">{t('document.maskingText')}</p></Card>
      <details className="card pack-definitions">
        <summary>{t('pack.definitions')}</summary>
        <p className="pack-read">{t('document.definitionsLead')}</p>
        <dl>
          {pack.definitions.map(({ key, name, kind, numerator, denominator, window, note, source }) => (
            <div key={key}>
              <dt>{name} <span className="tag">{kind}</span></dt>
              <dd>{t('document.numerator')} : {numerator}</dd>
              <dd>{t('document.denominator')} : {denominator}</dd>
              <dd>{t('document.window')} : {window}</dd>
              {note !== null && <dd>{note}</dd>}
              <dd>{t('document.source')} : {source}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
