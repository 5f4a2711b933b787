import { classNames } from '@/components/ui/class-names.ts'
import { outlineOf, SAMPLE, type Across, type Frame, type Shape } from '@/lib/charts/frame.ts'
import { TILE } from '@/lib/charts/image.ts'
import { TEXTURES, type Look } from '@/lib/charts/looks.ts'

const tidy = (value: number) => Math.round(value * 100) / 100
const percent = (share: number) => `${tidy(share * 100)}%`
const shifted = ({ px = 0 }: Across, y = 0) => (px === 0 && y === 0 ? undefined : `translate(${tidy(px)} ${tidy(y)})`)

interface ShapesProps {
  readonly shapes: readonly Shape[]
  readonly height: number
  /** Before the names of textures, which are one page's. */
  readonly prefix: string
}

const textured: ReadonlySet<Look> = new Set(TEXTURES.map(([look]) => look))
const fillOf = (look: Look, prefix: string) => (textured.has(look) ? `url(#${prefix}-${look})` : undefined)

function Textures({ shapes, prefix }: Omit<ShapesProps, 'height'>) {
  const used = new Set(shapes.map(({ look }) => look))
  const textures = TEXTURES.filter(([look]) => used.has(look))
  if (textures.length === 0) return null
  return (
    <defs>
      {textures.map(([look, { ground, ink, form }]) => {
        const tile = TILE[form]
        return (
          <pattern key={look} id={`${prefix}-${look}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={tile.turned ? 'rotate(45)' : undefined}>
            <rect width="6" height="6" style={{ fill: `var(--${ground})` }} />
            <path d={tile.d} strokeWidth={tile.width} style={{ stroke: `var(--${ink})` }} />
          </pattern>
        )
      })}
    </defs>
  )
}

function Drawn({ shape, height, prefix }: { readonly shape: Shape; readonly height: number; readonly prefix: string }) {
  const className = `sign-${shape.look}`
  switch (shape.kind) {
    case 'line':
      return <line x1={percent(shape.from.share)} x2={percent(shape.to.share)} y1={tidy(shape.y1)} y2={tidy(shape.y2)} className={className} />
    case 'rect':
      return (
        <rect
          x={percent(shape.x.share)} y={tidy(shape.y)} width={'px' in shape.width ? shape.width.px : percent(shape.width.share)} height={tidy(shape.height)}
          transform={shifted(shape.x)} fill={fillOf(shape.look, prefix)} className={className}
        >
          {shape.title !== undefined && <title>{shape.title}</title>}
        </rect>
      )
    case 'dot':
      return shape.form === 'round'
        ? <circle cx={percent(shape.x.share)} cy={tidy(shape.y)} r={shape.r} transform={shifted(shape.x)} className={className} />
        : <rect x={percent(shape.x.share)} y={tidy(shape.y)} width={shape.r * 2 - 1} height={shape.r * 2 - 1} transform={shifted({ share: 0, px: (shape.x.px ?? 0) - shape.r + 0.5 }, 0.5 - shape.r)} className={className} />
    case 'text':
      return <text x={percent(shape.x.share)} dx={shape.x.px} y={tidy(shape.y)} textAnchor={shape.anchor === 'start' ? undefined : shape.anchor} className={className}>{shape.text}</text>
    case 'path': {
      const d = outlineOf(shape.points, 100)
      // A path knows no percent: it has a box of its own, stretched over the plot, whose strokes keep their thickness.
      return d === '' ? null : <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none"><path d={d} vectorEffect="non-scaling-stroke" className={className} /></svg>
    }
  }
}

/** A drawing that takes the width it is given; its letters keep their size. Silent: who shows it names it. */
export function Drawing({ frame, prefix, className }: { readonly frame: Frame; readonly prefix: string; readonly className?: string }) {
  const { height, left, right, shapes } = frame
  return (
    <svg className={classNames('chart-drawing', className)} height={height} style={{ width: `calc(100% - ${left + right}px)`, marginLeft: left }} aria-hidden="true">
      <Textures shapes={shapes} prefix={prefix} />
      {shapes.map((shape, at) => <Drawn key={at} shape={shape} height={height} prefix={prefix} />)}
    </svg>
  )
}

/** A sign of a legend. */
export function Sample({ shapes, prefix }: { readonly shapes: readonly Shape[]; readonly prefix: string }) {
  return (
    <svg className="chart-sample" width={SAMPLE.width} height={SAMPLE.height} aria-hidden="true">
      <Textures shapes={shapes} prefix={prefix} />
      {shapes.map((shape, at) => (shape.kind === 'line'
        ? <line key={at} x1={shape.from.px ?? 0} x2={shape.to.px ?? 0} y1={shape.y1} y2={shape.y2} className={`sign-${shape.look}`} />
        : <Drawn key={at} shape={shape} height={SAMPLE.height} prefix={prefix} />))}
    </svg>
  )
}
