import '@/components/imports/imports.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureDrawer } from '@/components/imports/figure-drawer.tsx'
import { ImportsScreen } from '@/components/imports/imports-screen.tsx'
import { SheetDrawer } from '@/components/imports/sheet-drawer.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { keptFigures } from '@/lib/steering/imports/figures.ts'
import { importPlaces } from '@/lib/steering/imports/places.ts'
import { keepFigure, keepSheet } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

export default async function ImportedFiguresPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const [figures, places, search] = await Promise.all([keptFigures(actor), importPlaces(actor), searchParams])
  if (figures === null) return <ForbiddenScreen />
  const platform = actor.operatorId === null
  const named = new Set(figures.map(({ place }) => place))
  const basins = Object.fromEntries(places.filter(({ level, place }) => level === 'basin' && named.has(place)).map(({ code, name }) => [code, name]))
  const replaced = figures.find(({ id, forEveryone }) => id === search['remplacer'] && forEveryone === platform)
  const drawer =
    replaced !== undefined ? <FigureDrawer key={replaced.id} figure={replaced} basins={basins} places={[]} action={keepFigure} />
    : search['ajouter'] !== undefined ? <FigureDrawer key="new" figure={null} basins={{}} places={places} action={keepFigure} />
    : search['feuille'] !== undefined ? <SheetDrawer key="sheet" action={keepSheet} />
    : null
  return <DrawerLayout drawer={drawer}><ImportsScreen figures={figures} basins={basins} platform={platform} /></DrawerLayout>
}
