import { describe, expect, it } from 'vitest'
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
