import Link from '@/components/ui/link.tsx'
import type { CSSProperties } from 'react'
import { TILE } from '@/lib/charts/image.ts'
import { LARGEST } from '@/lib/charts/map-frame.ts'
import type { Bubble, MapSheet } from '@/lib/charts/map.ts'
import { RATIO } from '@/lib/charts/projection.ts'

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`
const short = (k: number) => Math.round(k * 1000) / 1000

/** What a bubble tells its style: how large it is beside the largest, and where it lies, in shares of the sheet's width. */
function told({ x, y, k }: Bubble, ratio: number): CSSProperties {
  return { '--k': short(k), '--x': percent(x), '--y': percent(y * ratio) } as CSSProperties
}

/** A sheet of the map: the cloud of centres, the bubbles, and over each a link that says its figures. */
export function Sheet({ sheet: { sheet, dust, bubbles, names }, prefix, label }: { readonly sheet: MapSheet; readonly prefix: string; readonly label: string }) {
  const ratio = sheet === 'metropole' ? RATIO.metropole : RATIO.inset
  const texture = `${prefix}-${sheet}-no-colour`
  const hatched = bubbles.some(({ look }) => look === 'no-colour')
  return (
    <div className={`map-sheet ${sheet}`} style={{ aspectRatio: `1 / ${Math.round(ratio * 1000) / 1000}` }}>
      <svg className="chart-drawing" width="100%" height="100%" aria-hidden="true">
        {hatched && (
          <defs>
            <pattern id={texture} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="map-ground" />
              <path d={TILE.hatch.d} strokeWidth={TILE.hatch.width} className="map-hatch" />
            </pattern>
          </defs>
        )}
        {dust.map(({ x, y }, at) => <circle key={at} cx={percent(x)} cy={percent(y)} r="1.4" className="sign-dust" />)}
        {bubbles.map((bubble) => (
          <circle
            key={bubble.basin.code} cx={percent(bubble.x)} cy={percent(bubble.y)} r={Math.round(bubble.k * LARGEST * 10) / 10}
            style={{ '--k': short(bubble.k) } as CSSProperties} fill={bubble.look === 'no-colour' ? `url(#${texture})` : undefined} className={`map-bubble sign-${bubble.look}`}
          />
        ))}
        {(['wide', 'narrow'] as const).map((room) => (
          <g key={room} className={`chart-${room}`}>
            {names[room].map(({ code, text, x, y, k, side }) => (
              <text key={code} x={percent(x)} y={percent(y)} dy="4" className={`map-name ${side} sign-strong`} style={{ '--k': short(k) } as CSSProperties}>{text}</text>
            ))}
          </g>
        ))}
      </svg>
      {bubbles.length > 0 && (
        <ul aria-label={label}>
          {bubbles.map((bubble) => (
            <li key={bubble.basin.code} style={told(bubble, ratio)}><Link href={bubble.basin.href}><span>{bubble.basin.words}</span></Link></li>
          ))}
        </ul>
      )}
    </div>
  )
}
