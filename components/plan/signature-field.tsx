'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { Button } from '@/components/ui/button.tsx'
import { ChoiceGroup } from '@/components/ui/choice-fields.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { pathOf } from './signature-path.ts'

export interface SignatureFieldProps {
  readonly who: 'beneficiary' | 'adviser'
  /** Who signs, by name. */
  readonly name: string
  /** Whether the text asks for it. */
  readonly asked: boolean
  readonly today: string
  readonly error: (field: string) => string | undefined
  readonly onChange: () => void
}

const MANNERS = ['recorded', 'drawn', 'missing'] as const

/** A signature: given elsewhere on a day, drawn here with a finger or a pen, or not yet given. The keyboard has the first. */
export function SignatureField({ who, name, asked, today, error, onChange }: SignatureFieldProps) {
  const t = useTranslations('plan.sign')
  const [manner, setManner] = useState(asked ? '' : 'missing')
  return (
    <div className="plan-sign">
      <ChoiceGroup
        name={`${who}.manner`} label={t(who, { name })} error={error(`${who}.manner`)} value={manner} onChange={setManner}
        options={MANNERS.map((value) => ({ value, label: t(value), detail: value === 'missing' && asked ? t('missingAsked') : undefined }))}
      />
      {manner === 'recorded' && <DateField name={`${who}.on`} label={t('on')} error={error(`${who}.on`)} defaultValue={today} />}
      {manner === 'drawn' && <Canvas who={who} name={name} error={error(`${who}.path`)} onDrawn={onChange} />}
    </div>
  )
}

interface CanvasProps {
  readonly who: string
  readonly name: string
  readonly error: string | undefined
  readonly onDrawn: () => void
}

function Canvas({ who, name, error, onDrawn }: CanvasProps) {
  const t = useTranslations('plan.sign')
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const [drawing, setDrawing] = useState({ path: '', width: 320, height: 140 })

  const kept = useEffectEvent((drawn: typeof drawing): void => {
    setDrawing(drawn)
    onDrawn()
  })

  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const { width, height } = element.getBoundingClientRect()
    const sharp = Math.max(1, window.devicePixelRatio)
    element.width = Math.round(width * sharp)
    element.height = Math.round(height * sharp)
    element.getContext('2d')?.scale(sharp, sharp)
    const signing = new SignaturePad(element, { penColor: getComputedStyle(element).color })
    pad.current = signing
    const keep = (): void => kept({ path: pathOf(signing.toData()), width: Math.round(width), height: Math.round(height) })
    signing.addEventListener('endStroke', keep)
    return () => {
      signing.removeEventListener('endStroke', keep)
      signing.off()
    }
  }, [])

  const clear = (): void => {
    pad.current?.clear()
    setDrawing({ ...drawing, path: '' })
    onDrawn()
  }
  return (
    <div className="field" id={`${who}.path`} tabIndex={-1}>
      <p className="hint">{t('drawHint')}</p>
      {error !== undefined && <p className="err">{error}</p>}
      <canvas ref={canvas} className="sign-pad" role="img" aria-label={t('padOf', { name })} />
      <input type="hidden" name={`${who}.path`} value={drawing.path} />
      <input type="hidden" name={`${who}.width`} value={drawing.width} />
      <input type="hidden" name={`${who}.height`} value={drawing.height} />
      <p className="lk"><Button type="button" look="ghost" onClick={clear}>{t('clear')}</Button><span className="sm muted" aria-live="polite">{drawing.path === '' ? t('nothingDrawn') : t('somethingDrawn')}</span></p>
    </div>
  )
}
