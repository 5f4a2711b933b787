import { EyeOff } from 'lucide-react'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { Card } from '@/components/ui/card.tsx'
import Link from '@/components/ui/link.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { useTranslations } from 'next-intl'
import { day } from '@/lib/accord/calendar/day.ts'
import { placeText } from '@/lib/indicators/slices.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import type { CommitteeView, Unheard } from '@/lib/steering/territory/committee.ts'
import { hasCut, MotivesChart, OpenedIndicator, StagesChart } from './committee-charts.tsx'
import { ChildrenTable, SectionTable } from './committee-tables.tsx'
import { committeeHref, figureIn, useFigureWords } from './figure-words.ts'

/** Quarters offered besides the one shown: two years stand in the charts. */
const OFFERED = 5

/** A place of the member's territory over a quarter: all operators together, masked, nobody in it. */
export function CommitteeScreen({ view, timeZone }: { readonly view: CommitteeView; readonly timeZone: string }) {
  const words = useFigureWords()
  const { t } = words
  const packs = useTranslations('packs.section')
  const here = view.path.at(-1)!
  const place = words.place(here)
  const told = { quarter: words.quarter(view.quarter.code), place }
  const [entries, exits] = [figureIn(view.here, 'entries'), figureIn(view.here, 'exits')]
  const level = here.place.level
  return (
    <>
      <div className="screen-head">
        <div>
          {view.path.length + view.roots.length > 2 && <PlacePath view={view} />}
          <h1>{t('titleOf', { place })}</h1>
          <p className="muted"><b>{view.here.empty ? t('emptyPlace', told) : t('now', { ...told, entries: words.value(entries), exits: words.value(exits) })}</b></p>
        </div>
        <div className="screen-tools"><Quarters view={view} /></div>
      </div>
      <div className="figures-page">
        {view.unheard.map((one) => <Notice key={one.kind}><UnheardWords one={one} shown={told} /></Notice>)}
        <Notice sign={EyeOff}>{t('nobody')}</Notice>
        {!view.here.empty && (
          <>
            {view.opened !== null && (
              <Card id="indicateur" title={words.name(view.opened.id)} aside={<Link className="est" href={committeeHref(here, view.quarter.code)}>{t('close')}</Link>}>
                <div className="card-b"><OpenedIndicator view={view} id={view.opened.id} /></div>
              </Card>
            )}
            {view.sections.map(({ section, ids }) => (
              <Card key={section} id={section} title={packs(section)} aside={<span className="est">{t('allOperators')}</span>}>
                <SectionTable view={view} ids={ids} caption={t('caption.section', { section: packs(section), ...told })} />
                {section === 'exits' && hasCut(view, 'motive') && <div className="card-b"><MotivesChart view={view} /></div>}
                {section === 'flows' && hasCut(view, 'stage') && <div className="card-b"><StagesChart view={view} when={words.plainDay(day(view.edition.madeOn))} /></div>}
              </Card>
            ))}
            {level !== 'basin' && view.children.length > 0 && (
              <Card id="territoires" title={t(`children.${level}`)}>
                <ChildrenTable view={view} caption={t('caption.children', told)} column={t(`child.${level}`)} />
              </Card>
            )}
          </>
        )}
        <p className="hint">{t('maskedNote')} {t('editionNote', { number: view.edition.number, moment: formatMoment(view.edition.madeAt, words.locale, timeZone) })} {t('wholeBasin')}</p>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role', { territory: view.roots.map(words.place).join(', ') })}</RoleNote></footer>
    </>
  )
}

/** From the widest place of the member's to the one shown; the other places of theirs beside. */
function PlacePath({ view }: { readonly view: CommitteeView }) {
  const words = useFigureWords()
  const top = view.path[0]!
  const others = view.roots.filter(({ place }) => placeText(place) !== placeText(top.place))
  return (
    <nav className="basin-crumb figures-path" aria-label={words.t('path')}>
      {view.path.map((one, index) =>
        index === view.path.length - 1
          ? <span key={placeText(one.place)} aria-current="page">{words.place(one)}</span>
          : <Link key={placeText(one.place)} href={committeeHref(one, view.quarter.code)}>{words.place(one)}</Link>,
      )}
      {others.map((one) => <Link key={placeText(one.place)} className="figures-other" href={committeeHref(one, view.quarter.code)}>{words.place(one)}</Link>)}
    </nav>
  )
}

function Quarters({ view }: { readonly view: CommitteeView }) {
  const words = useFigureWords()
  const here = view.path.at(-1)!
  return (
    <nav className="seg quarter-switch" aria-label={words.t('quarters')}>
      {view.edition.quarters.filter(({ code }, index) => index < OFFERED || code === view.quarter.code).toReversed().map(({ code }) => (
        <Link key={code} href={committeeHref(here, code, view.opened?.id ?? null)} aria-current={code === view.quarter.code ? 'true' : undefined} scroll={false}>{words.quarter(code)}</Link>
      ))}
    </nav>
  )
}

function UnheardWords({ one, shown }: { readonly one: Unheard; readonly shown: { readonly quarter: string; readonly place: string } }) {
  const { t, quarter, plainDay } = useFigureWords()
  switch (one.kind) {
    case 'quarter_to_come':
      return <>{t('unheard.quarter_to_come', { value: readQuarter(one.value) === null ? one.value : quarter(one.value), day: plainDay(day(one.from)), ...shown })}</>
    case 'quarter_gone':
      return <>{t('unheard.quarter_gone', { value: quarter(one.value), ...shown })}</>
    case 'place_elsewhere':
      return <>{t('unheard.place_elsewhere', { value: one.value === '' ? t('place.nation') : one.value, ...shown })}</>
    case 'quarter_unreadable':
      return <>{t('unheard.quarter_unreadable', { value: one.value, ...shown })}</>
    case 'place_unreadable':
      return <>{t('unheard.place_unreadable', { value: one.value, ...shown })}</>
    case 'indicator':
      return <>{t('unheard.indicator', { value: one.value })}</>
  }
}
