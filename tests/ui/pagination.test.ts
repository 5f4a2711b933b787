import { describe, expect, it } from 'vitest'
import { followedPage } from '@/components/ui/followed-page.ts'
import { pagesShown } from '@/components/ui/pagination.tsx'

describe('pages shown', () => {
  it.each([
    [1, 1, [1]],
    [1, 7, [1, 2, null, 7]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [3, 7, [1, 2, 3, 4, null, 7]],
    [7, 7, [1, null, 6, 7]],
    [2, 4, [1, 2, 3, 4]],
    [1, 4, [1, 2, 3, 4]],
  ])('of page %i in %i', (page, last, shown) => {
    expect(pagesShown(page, last)).toEqual(shown)
  })
})

describe('a page pressed while another order is on its way', () => {
  const own = '/dossiers?q=roum&page=2'
  it.each([
    ['nothing is on its way', null, own, 1, null],
    ['another page of the same list is', '/dossiers?page=3&q=roum', own, 1, null],
    ['another screen is', '/agenda?sort=-name', own, 1, null],
    ['the next page', '/dossiers?q=roum&sort=-name', own, 1, '/dossiers?q=roum&sort=-name&page=2'],
    ['the page that is named', '/dossiers?q=roum&sort=-name', '/dossiers?q=roum&page=4', 0, '/dossiers?q=roum&sort=-name&page=4'],
    ['the first, which has no number', '/dossiers?q=roum&sort=-name', '/dossiers?q=roum', 0, '/dossiers?q=roum&sort=-name'],
    ['the one before the first', '/dossiers?q=roum&sort=-name', '/dossiers?q=roum&page=2', -1, '/dossiers?q=roum&sort=-name'],
    ['a page that is no number', '/dossiers?sort=-name&page=x', own, 1, '/dossiers?sort=-name&page=2'],
  ] as const)('%s', (_, asked, link, step, address) => {
    expect(followedPage(asked, link, step)).toBe(address)
  })
})
