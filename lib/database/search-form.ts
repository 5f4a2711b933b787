/**
 * A name or words as they are searched: no accent, no case, punctuation and spaces as single spaces. Same as
 * search_form() of the database, which fills `search_name`; use it for `searchName: { contains: … }`.
 */
export function searchForm(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s!-/:-@[-`{-~‘’‛“”«»‐‑‒–—―]+/g, ' ')
    .trim()
}
