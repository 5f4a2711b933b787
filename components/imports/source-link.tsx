import { hostOf } from './import-words.ts'

/** Where a figure was published; the site is said, since one leaves for it. */
export function SourceLink({ title, url }: { readonly title: string; readonly url: string | null }) {
  if (url === null) return <span dir="auto">{title}</span>
  return <><a href={url} rel="noopener external" dir="auto">{title}</a> <span className="imports-host">({hostOf(url)})</span></>
}
