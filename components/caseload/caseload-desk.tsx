'use client'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { CaseloadColumn, Density } from '@/lib/cases/caseload-columns.ts'
import { DrawerLayout } from '../ui/drawer.tsx'
import { AssignManyDrawer } from './assign-many-drawer.tsx'
import type { DeskActions, ViewShown } from './desk-form.ts'
import { DeskProvider, howMany, NOTHING_PICKED, type DeskPanel, type Picked } from './desk-state.ts'
import { DisplayDrawer } from './display-drawer.tsx'
import { MessageManyDrawer } from './message-many-drawer.tsx'
import type { Order } from './order.ts'
import { ScheduleManyDrawer } from './schedule-many-drawer.tsx'
import { ViewsDrawer } from './views-drawer.tsx'

export interface CaseloadDeskProps {
  /** The address' query, without its defaults. */
  readonly search: string
  /** The same with what is shown said in full, and no page: what a view keeps and an export reads. */
  readonly listSearch: string
  /** The filter alone: a tick outlives the page, the order and the columns, not the filter. */
  readonly filterSearch: string
  readonly shown: readonly CaseloadColumn[]
  readonly every: readonly CaseloadColumn[]
  readonly sortable: readonly string[]
  readonly density: Density
  readonly orders: readonly Order[]
  readonly views: readonly ViewShown[]
  readonly mostViews: number
  /** The view the list was opened from, and whether the list has parted from it. */
  readonly current: { readonly id: string; readonly modified: boolean } | null
  readonly actions: DeskActions
  readonly children: ReactNode
}

/** The list and the panel beside it. The panel and the ticks are the screen's; all else is in the address. */
export function CaseloadDesk({ children, ...desk }: CaseloadDeskProps) {
  const [opened, setOpened] = useState<{ readonly panel: DeskPanel | null; readonly view: string | null }>({ panel: null, view: null })
  const view = desk.current?.id ?? null
  // Once a view is kept or opened, the panel that led to it has done its work.
  const panel = opened.panel === 'views' && opened.view !== view ? null : opened.panel
  const [held, hold] = useState<{ readonly filter: string; readonly picked: Picked }>({ filter: desk.filterSearch, picked: NOTHING_PICKED })
  // Another filter is another list: what was ticked in the first is not carried over unseen.
  const picked = held.filter === desk.filterSearch ? held.picked : NOTHING_PICKED
  const filter = desk.filterSearch
  const open = useCallback((next: DeskPanel | null) => setOpened({ panel: next, view }), [view])
  const state = useMemo(() => ({ panel, open, picked, pick: (next: Picked) => hold({ filter, picked: next }) }), [panel, open, picked, filter])
  const close = () => open(null)
  const done = () => {
    state.pick(NOTHING_PICKED)
    open(null)
  }
  const bulk = howMany(picked) > 0
  return (
    <DeskProvider value={state}>
      <DrawerLayout
        drawer={
          panel === 'display' ? <DisplayDrawer {...desk} onClose={close} />
          : panel === 'views' ? <ViewsDrawer {...desk} onClose={close} />
          : panel === 'assign' && bulk ? <AssignManyDrawer picked={picked} actions={desk.actions} onClose={close} onDone={done} />
          : panel === 'schedule' && bulk ? <ScheduleManyDrawer picked={picked} action={desk.actions.schedule} onClose={close} onDone={done} />
          : panel === 'message' && bulk ? <MessageManyDrawer picked={picked} actions={desk.actions} onClose={close} onDone={done} />
          : null
        }
      >
        {children}
      </DrawerLayout>
    </DeskProvider>
  )
}
