'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { EffectRow, EffectView, Piece, PreviewView } from './act-state.ts'
import { RefusalPanel } from './refusal-panel.tsx'

/** What the act would change, before it is recorded: what was is struck, what will be is marked, what stays is said. */
export function EffectPanel({ preview, computing, watched }: {
  readonly preview: PreviewView | null
  readonly computing: boolean
  readonly watched: readonly WatchedDate[]
}) {
  const t = useTranslations('acts.effect')
  if (preview?.kind === 'refused') return <RefusalPanel refusal={preview.refusal} quiet />
  return (
    <section className="effects" aria-labelledby="effect-title" aria-live="polite" aria-busy={computing}>
      <h3 id="effect-title">{t('title')}</h3>
      {preview?.kind === 'effect' ? <Effect effect={preview.effect} watched={watched} /> : (
        <p className="sm muted">{preview?.kind === 'failed' ? t('failed') : t('waiting')}</p>
      )}
    </section>
  )
}

/** A date of the file that matters enough to be said unchanged. */
export interface WatchedDate {
  readonly name: string
  readonly label: string
  readonly on: string
}

function Effect({ effect, watched }: { readonly effect: EffectView; readonly watched: readonly WatchedDate[] }) {
  const t = useTranslations('acts.effect')
  const unchanged = watched.filter(({ name }) => !effect.changed.includes(name))
  return (
    <>
      <p className="say">{effect.sentence.map((piece, index) => <Said key={index} piece={piece} />)}</p>
      {effect.detail !== null && <p className="sm muted">{effect.detail}</p>}
      {effect.rows.length + unchanged.length + effect.alerts.length > 0 && (
        <dl>
          {effect.rows.map((row) => <Row key={`${row.label}-${row.now ?? ''}-${row.old ?? ''}`} row={row} />)}
          {unchanged.map(({ name, label, on }) => <div key={name}><dt>{label}</dt><dd>{t('unchangedDate', { day: on })}</dd></div>)}
          {effect.alerts.map((alert) => <div key={alert}><dt>{t('alert')}</dt><dd>{alert}</dd></div>)}
        </dl>
      )}
      {effect.rules.length > 0 && (
        <p className="lk">{effect.rules.map(({ rule, article }) => <RuleChip key={rule} rule={rule} article={article} />)}</p>
      )}
    </>
  )
}

function Said({ piece }: { readonly piece: Piece }) {
  if (piece.as === 'old') return <s>{piece.text}</s>
  return piece.as === 'new' ? <span className="hl">{piece.text}</span> : <>{piece.text}</>
}

function Row({ row }: { readonly row: EffectRow }) {
  const t = useTranslations('acts.effect')
  return (
    <div>
      <dt>{row.label}</dt>
      <dd>
        {row.old !== null && <s>{row.old}</s>}
        {row.old !== null && row.now !== null && <Icon of={ArrowRight} size={16} />}
        {row.now !== null && <b>{row.now}</b>}
        {row.now === null && row.old !== null && <span className="muted">{t('none')}</span>}
        {row.note !== undefined && <span>{row.note}</span>}
      </dd>
    </div>
  )
}
