import '@/components/basin/basin.css'
import '@/components/figures/figures.css'
import '@/components/worklist/screen.css'
import { ChartColumn, EyeOff } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { QuarterSwitch } from '@/components/basin/quarter-switch.tsx'
import { QuarterTable, StockTable } from '@/components/figures/territory-tables.tsx'
import { shownRatio, shownTotal, someMasked } from '@/components/figures/territory-totals.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import type { Territory } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import { territory, type TerritoryBasin } from '@/lib/cases/queries/territory.ts'
import { formatPercent } from '@/lib/wording/format/index.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('figures'))('metaTitle') }
}

/** The territory by its names where its basins give them, else by its codes. */
function namesOf({ level, codes }: Territory, basins: readonly TerritoryBasin[]): readonly string[] {
  const names = [...new Set(basins.map((basin) => (level === 'region' ? basin.regionName : basin.name)))]
  return (level === 'region' || level === 'basin') && names.length > 0 ? names : codes
}

export default async function CommitteePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { trimestre } = await searchParams
  const view = await territory(actor, typeof trimestre === 'string' ? trimestre : undefined)
  if (view === null || actor.territory === null) return <ForbiddenScreen />
  const [t, quarters, locale] = await Promise.all([getTranslations('figures'), getTranslations('basin.quarter'), getLocale()])
  const { basins } = view
  const place = actor.territory.level === 'nation'
    ? t('territory.nation')
    : t(`territory.${actor.territory.level}`, { count: actor.territory.codes.length, codes: namesOf(actor.territory, basins).join(', ') })
  const name = view.quarter === null ? null : readQuarter(view.quarter.code)
  const timely = shownRatio(basins.map(({ figures }) => ({ part: figures.pre_bilan_in_time, whole: figures.pre_bilan_due })))
  const when = view.computedAt === null ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: actor.timeZone }).format(view.computedAt)
  const entries = basins.map(({ figures }) => figures.entries)
  const exits = basins.map(({ figures }) => figures.exits)
  const stock = basins.some(({ figures }) => figures.live !== undefined)
  return (
    <>
      <div className="screen-head">
        <div>
          <p className="basin-crumb">{place}</p>
          <h1>{t('title')}</h1>
          {name !== null && basins.length > 0 && (
            <p className="muted">
              <b>
                {t(someMasked([...entries, ...exits]) ? 'nowAtLeast' : 'now', {
                  quarter: quarters('long', { number: name.number, year: String(name.year) }), basins: basins.length,
                  entries: shownTotal(entries) ?? 0, exits: shownTotal(exits) ?? 0,
                })}
              </b>{' '}
              {timely !== null && t('nowTimely', { share: formatPercent(timely.share, locale) })}
            </p>
          )}
        </div>
        {view.quarter !== null && (
          <div className="screen-tools"><QuarterSwitch quarters={view.quarters} current={view.quarter.code} path="/comite" /></div>
        )}
      </div>
      <div className="figures-page">
        <Notice sign={EyeOff}>{t('nobody')}</Notice>
        {basins.length === 0 ? <div className="card"><EmptyState sign={ChartColumn} title={t('noneTitle')}>{t('none')}</EmptyState></div> : (
          <>
            <Card id="quarter" title={t('quarterTitle')} aside={<span className="est">{t('quarterNote')}</span>}>
              <QuarterTable basins={basins} />
            </Card>
            {stock && (
              <Card id="stock" title={t('stockTitle')} aside={when === null ? null : <span className="est">{t('stockNote', { day: when })}</span>}>
                <StockTable basins={basins} />
              </Card>
            )}
            <p className="hint">{t('maskedNote')}{when !== null && <>{' '}{t('computed', { when })}</>}</p>
          </>
        )}
      </div>
      <footer className="screen-foot"><RoleNote>{t('role', { territory: place })}</RoleNote></footer>
    </>
  )
}
