import { CircleCheck, CircleOff, FilePen, History, type LucideIcon } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import type { TextState, TextView } from '@/lib/cases/texts/views.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { doesWords } from './does-words.ts'

const SIGNS: Readonly<Record<TextState, readonly [sign: LucideIcon, look: string]>> = {
  draft: [FilePen, 'due'],
  published: [CircleCheck, 'met'],
  superseded: [History, 'cancelled'],
  withdrawn: [CircleOff, 'cancelled'],
}

/** Where a text stands, as a word and a sign. */
export function StateOfText({ state }: { readonly state: TextState }) {
  const t = useTranslations('texts.state')
  const [sign, look] = SIGNS[state]
  return <span className={`st ${look}`}><Icon of={sign} size={16} />{t(state)}</span>
}

/** The address of an edition: the latest goes by its code alone. */
export const textHref = (text: Pick<TextView, 'code' | 'edition'>, latest: boolean): string => `/administration/textes/${text.code}${latest ? '' : `?edition=${text.edition}`}`

/** Texts as lines: what each does, where it stands, who signed last. */
export function TextsList({ texts, latest }: { readonly texts: readonly TextView[]; readonly latest: (text: TextView) => boolean }) {
  const t = useTranslations('texts')
  const locale = useLocale()
  return (
    <table className="table added-texts" role="table">
      <caption className="vh">{t('list.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">{(['code', 'name', 'what', 'state'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(`list.${column}`)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {texts.map((text) => (
          <tr key={text.id} role="row">
            <th scope="row" role="rowheader"><b className="text-code">{text.code}</b></th>
            <td role="cell" data-l={t('list.name')} className="text-name">
              <Link href={textHref(text, latest(text))}>{text.text.title[locale]}</Link>
              {text.edition > 1 && <span className="faint">, {t('list.edition', { number: text.edition })}</span>}
              <small lang="fr">{text.text.source}</small>
            </td>
            <td role="cell" data-l={t('list.what')} className="text-does">{doesWords(text.text, t, locale).map((line) => <span key={line}>{line}</span>)}</td>
            <td role="cell" data-l={t('list.state')} className="text-state"><StateOfText state={text.state} /><small><LastSigned text={text} /></small></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who signed last, and when. */
function LastSigned({ text }: { readonly text: TextView }) {
  const t = useTranslations('texts.signed')
  const locale = useLocale()
  const when = (at: Date) => formatMoment(at, locale)
  if (text.superseded !== null) return t('superseded', { edition: text.superseded.edition, when: when(text.superseded.at) })
  const [kind, signed] = text.withdrawn !== null ? (['withdrawn', text.withdrawn] as const) : text.published !== null ? (['published', text.published] as const) : (['drafted', text.drafted] as const)
  return t(kind, { who: signed.by ?? t('someone'), when: when(signed.at) })
}
