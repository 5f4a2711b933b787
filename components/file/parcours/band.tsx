import { bandLayout, BAR_HEIGHT, type BandInput, type BandLayout, type PlacedMark, type PlacedSpan } from './layout.ts'

/** Words the band writes on itself. */
export interface BandWords {
  readonly summary: string
  readonly lanes: Readonly<Record<'csp' | 'suspensions' | 'training' | 'job' | 'deadlines', string>>
  readonly today: string
}

const WIDTHS = [
  { width: 340, className: 'band nar' },
  { width: 620, className: 'band mid' },
  { width: 760, className: 'band wid' },
  { width: 1000, className: 'band xwd' },
] as const

/**
 * The parcours over time, drawn once per width. The drawing is named by a sentence and its marks are
 * links to the list of deadlines; everything on it is in the table below it too.
 */
export function Band({ input, words }: { readonly input: BandInput; readonly words: BandWords }) {
  return (
    <div className="bandw">
      {WIDTHS.map(({ width, className }) => {
        const layout = bandLayout(input, width)
        return layout === null ? null : <Drawing key={width} layout={layout} className={className} words={words} />
      })}
    </div>
  )
}

function Drawing({ layout, className, words }: { readonly layout: BandLayout; readonly className: string; readonly words: BandWords }) {
  const hatch = `hatch-${layout.width}`
  const dots = `dots-${layout.width}`
  // Today's label is read first: a year does not show through it.
  const hidden = (x: number): boolean => layout.todayX !== null && Math.abs(layout.todayX - x - 16) < 56
  return (
    <svg className={className} viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label={words.summary}>
      <defs aria-hidden="true">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="6" className="hxl" />
        </pattern>
        <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="1.5" r=".9" className="dtl" />
        </pattern>
      </defs>
      <g aria-hidden="true">
        {layout.months.map((month) => (
          <g key={month.x}>
            <line x1={month.x} x2={month.x} y1={month.year === null ? 20 : 4} y2={layout.gridBottom} className={month.year === null ? 'g' : 'g gy'} />
            {month.name === null ? null : <text x={month.x + 4} y="32" className="ax">{month.name}</text>}
            {month.year === null || hidden(month.x) ? null : <text x={month.x + 4} y="13" className="ax yr">{month.year}</text>}
          </g>
        ))}
        {layout.lanes.map((lane) => (
          <g key={lane.lane}>
            <text x="0" y={lane.textY} className="ln">{words.lanes[lane.lane]}</text>
            {lane.ruleY === null ? null : <line x1={layout.left} x2={layout.right} y1={lane.ruleY} y2={lane.ruleY} className="g" />}
          </g>
        ))}
        {layout.spans.map((span) => <Bar key={`${span.lane}-${span.tone}-${span.from}-${span.y}`} span={span} hatch={hatch} dots={dots} />)}
        {layout.todayX === null ? null : <Today x={layout.todayX} layout={layout} label={words.today} />}
      </g>
      {layout.marks.map((mark) => <Mark key={mark.key} mark={mark} />)}
    </svg>
  )
}

const FILLS: Record<PlacedSpan['tone'], string> = {
  reflection: 'ghost', csp: 'csp', rest: 'rest', extension: 'extb', work: 'work', leave: 'sick', stopped: 'stopped',
  training: 'train', job: 'job', planned: 'ghost',
}

function Bar({ span, hatch, dots }: { readonly span: PlacedSpan; readonly hatch: string; readonly dots: string }) {
  const box = { x: span.x, y: span.y, width: span.width, height: BAR_HEIGHT }
  const overlay = span.tone === 'extension' || span.tone === 'stopped' ? hatch : span.tone === 'leave' ? dots : null
  return (
    <g>
      <rect {...box} rx="2" className={FILLS[span.tone]}><title>{span.title}</title></rect>
      {overlay === null ? null : <rect {...box} rx="2" fill={`url(#${overlay})`} pointerEvents="none" />}
      {span.labelX === null ? null : (
        <text x={span.labelX} y={span.y + 15} className={span.labelInside ? `in in-${span.tone}` : 'ax'}>{span.label}</text>
      )}
    </g>
  )
}

function Today({ x, layout, label }: { readonly x: number; readonly layout: BandLayout; readonly label: string }) {
  const half = Math.max(33, label.length * 3.6)
  const centre = Math.min(Math.max(x, layout.left + half), layout.right - half)
  return (
    <g>
      <line x1={x} x2={x} y1="18" y2={layout.gridBottom} className="now" />
      <rect x={centre - half} y="1" width={half * 2} height="18" rx="3" className="nowb" />
      <text x={centre} y="14" textAnchor="middle" className="nowt">{label}</text>
    </g>
  )
}

function Mark({ mark }: { readonly mark: PlacedMark }) {
  const square = mark.state === 'soon' || mark.state === 'overdue' || mark.state === 'term'
  return (
    <a href={mark.href} className={`mk ${mark.state}`}>
      <title>{mark.title}</title>
      <rect x={mark.x - 13} y={mark.y - 13} width="26" height="26" className="hit" />
      {square
        ? <rect x={mark.x - 9} y={mark.y - 9} width="18" height="18" rx={mark.state === 'term' ? 2 : 4} className="sign" />
        : <circle cx={mark.x} cy={mark.y} r="9" className="sign" />}
      <text x={mark.x} y={mark.y + 4} textAnchor="middle" aria-hidden="true">{mark.key}</text>
    </a>
  )
}
