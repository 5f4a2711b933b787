import type { ViewShown } from '@/components/caseload/desk-form.ts'
import type { CaseloadColumn, Density } from '@/lib/cases/caseload-columns.ts'
import { caseloadSearch, parseCaseloadSearch, type CaseloadFilter, type CaseloadParams } from '@/lib/cases/caseload-params.ts'
import type { SavedView } from '@/lib/cases/lists/views.ts'

/** The filter of a list alone: which files, not how they are shown. */
export function filterOf(params: CaseloadParams): CaseloadFilter {
  const { page: _page, size: _size, view: _view, cols: _cols, density: _density, sort: _sort, ...filter } = params
  return filter
}

/** A kept view with its address: its own list, and its name beside so that the screen says which it is. */
export function shownView({ id, name, search, shared, own, ownerName, version }: SavedView): ViewShown {
  return { id, name, href: `/dossiers?${search}${search === '' ? '' : '&'}view=${id}`, shared, own, ownerName, version }
}

/** The view a list was opened from, and whether the list has parted from it since; `null` where it names none of theirs. */
export function currentOf(
  views: readonly SavedView[], params: CaseloadParams, list: { readonly shown: readonly CaseloadColumn[]; readonly density: Density; readonly listSearch: string },
): { readonly view: SavedView; readonly modified: boolean } | null {
  const view = views.find(({ id }) => id === params.view)
  if (view === undefined) return null
  const kept = parseCaseloadSearch(view.search)
  const asKept = caseloadSearch({ ...kept, page: 1, size: 25, view: null, cols: kept.cols.length > 0 ? kept.cols : list.shown, density: kept.density ?? list.density })
  return { view, modified: asKept !== list.listSearch }
}
