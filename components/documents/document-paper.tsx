import { useTranslations } from 'next-intl'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { Block, DocumentContent, Run, Signature, TableRow } from '@/lib/documents/content.ts'

interface DocumentPaperProps {
  readonly content: DocumentContent
  /** `null`: a draft. */
  readonly number: string | null
  /** What stands at its foot. */
  readonly foot: string
}

/** A document as its PDF reads, on the screen: the same parts in the same order. In French, whatever the interface speaks. */
export function DocumentPaper({ content, number, foot }: DocumentPaperProps) {
  const t = useTranslations('documents.paper')
  return (
    <article className="paper" lang="fr" aria-label={content.title} data-draft={number === null ? t('draft') : undefined}>
      <header className="paper-h">
        <p><b dir="auto">{content.operator}</b><small>Contrat de sécurisation professionnelle</small></p>
        <p className="paper-n"><b>{number === null ? 'Projet, non émis' : `N° ${number}`}</b><small>Établi le {content.madeOn}</small></p>
      </header>
      <h2 className="paper-t">{content.title}</h2>
      <p className="paper-p"><b dir="auto">{content.person}</b>, dossier {content.reference}, {content.place}</p>
      {content.blocks.map((block, index) => <BlockView key={index} block={block} />)}
      <footer className="paper-f">{foot}</footer>
    </article>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    if (run.missing === true) return <mark key={index} className="paper-m">[{run.text}]</mark>
    return run.bold === true ? <b key={index}>{run.text}</b> : <span key={index}>{run.text}</span>
  })
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h3><Runs runs={block.runs} /></h3> : <h4><Runs runs={block.runs} /></h4>
    case 'paragraph':
      return <p dir="auto"><Runs runs={block.runs} /></p>
    case 'list':
      return <ul>{block.items.map((runs, index) => <li key={index}><Runs runs={runs} /></li>)}</ul>
    case 'table':
      return <PaperTable {...block} />
    case 'notice':
      return (
        <div className="paper-x">
          <p dir="auto">{block.text}</p>
          {block.source !== null && <RuleChip rule={block.source.rule} article={block.source.article} />}
        </div>
      )
    case 'signatures':
      return (
        <>
          <h3>{block.caption}</h3>
          <ul className="paper-s">{block.lines.map((line) => <Signed key={line.who} line={line} />)}</ul>
        </>
      )
  }
}

function PaperTable({ caption, columns, rows }: { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }) {
  return (
    <table className="paper-d">
      <caption>{caption}</caption>
      <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">
              <span dir="auto">{row.head}</span>
              {row.note !== undefined && <small dir="auto">{row.note}</small>}
              {row.source !== undefined && <RuleChip rule={row.source.rule} article={row.source.article} />}
            </th>
            {row.cells.map((cell, place) => <td key={place} data-label={columns[place + 1]}><span dir="auto">{cell}</span></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Signed({ line: { who, name, signedOn, drawn } }: { readonly line: Signature }) {
  return (
    <li>
      <small>{who}</small>
      <b dir="auto">{name ?? ''}</b>
      {drawn !== undefined && <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={`Signature dessinée : ${who}`}><path d={drawn.path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" /></svg>}
      <small>{signedOn === null ? 'Date et signature' : `Signé le ${signedOn}`}</small>
    </li>
  )
}
