import { Download, FileCheck2, FileText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import type { DocumentOffer, FileDocuments, IssuedDocument } from '@/lib/documents/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { draftHref, issuedHref, pdfHref } from './address.ts'
import { StandingWords } from './standing-words.tsx'

interface DocumentsScreenProps {
  readonly documents: FileDocuments
  readonly words: LegalWords
  /** What was received: the card of attachments. */
  readonly attachments?: ReactNode
}

const ready = ({ standing }: DocumentOffer): boolean => standing.kind === 'now' || standing.kind === 'possible'
/** Its time has come, and it was not issued or no longer says what the file does. */
const isNow = (offer: DocumentOffer): boolean => ready(offer) && ((offer.standing.kind === 'now' && offer.issued === null) || offer.moved)

/** The documents of a file: what to give now, what may be given, what was given. */
export function DocumentsScreen({ documents: { view, offers, issued }, words, attachments }: DocumentsScreenProps) {
  const t = useTranslations('documents')
  const now = offers.filter(isNow)
  const others = offers.filter((offer) => !isNow(offer) && ready(offer))
  const blocked = offers.filter((offer) => !ready(offer))
  return (
    <div className="file">
      <FilePlaceHead view={view} here="documents" lead={<b>{t('lead', { count: now.length })}</b>} />
      {now.length > 0 && (
        <Card id="maintenant" title={t('now')} className="doc-now">
          <ul className="docs">{now.map((offer, index) => <OfferLine key={keyOf(offer)} offer={offer} reference={view.reference} words={words} first={index === 0} />)}</ul>
        </Card>
      )}
      <Card id="emis" title={t('issued')} aside={issued.length > 0 && <span className="est">{t('issuedCount', { count: issued.length })}</span>}>
        {issued.length === 0
          ? <p className="muted">{t('noneIssued')}. {t('noneIssuedMore')}</p>
          : <ul className="docs">{issued.map((each) => <IssuedLine key={each.id} document={each} reference={view.reference} />)}</ul>}
      </Card>
      {attachments}
      {others.length > 0 && (
        <Card id="possibles" title={t('others')}>
          <ul className="docs">{others.map((offer) => <OfferLine key={keyOf(offer)} offer={offer} reference={view.reference} words={words} />)}</ul>
        </Card>
      )}
      {blocked.length > 0 && (
        <Card id="bloques" title={t('blocked')}>
          <ul className="docs">{blocked.map((offer) => <OfferLine key={keyOf(offer)} offer={offer} reference={view.reference} words={words} />)}</ul>
        </Card>
      )}
      <RoleNote>{t(view.may.record ? 'role.record' : 'role.read')}</RoleNote>
    </div>
  )
}

function keyOf({ kind, about }: DocumentOffer): string {
  return `${kind}:${about?.id ?? ''}`
}

function OfferLine({ offer, reference, words, first = false }: { readonly offer: DocumentOffer; readonly reference: string; readonly words: LegalWords; readonly first?: boolean }) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const { kind, about, issued, moved } = offer
  const name = about === null ? t(`kinds.${kind}.name`) : t('aboutFact', { name: t(`kinds.${kind}.name`), on: formatDay(about.on, locale) })
  const can = ready(offer)
  return (
    <li>
      <Icon of={FileText} />
      <div>
        <b>{name}</b>
        <p>{can ? t(`kinds.${kind}.why`) : <StandingWords standing={offer.standing} words={words} />}</p>
        {issued !== null && <p className="doc-moved">{moved ? t('moved', { number: issued.number, on: formatDay(issued.on, locale) }) : t('upToDate', { number: issued.number, on: formatDay(issued.on, locale) })}</p>}
      </div>
      {can && (
        <LinkButton look={first ? 'primary' : 'plain'} href={draftHref(reference, kind, about?.id ?? null)}>
          {t(moved ? 'replace' : 'prepare')}<span className="vh"> : {name}</span>
        </LinkButton>
      )}
    </li>
  )
}

function IssuedLine({ document, reference }: { readonly document: IssuedDocument; readonly reference: string }) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const { id, number, kind, about, issuedOn, issuedBy, supersededBy, supersedes, reason } = document
  const name = about === null ? t(`kinds.${kind}.name`) : t('aboutFact', { name: t(`kinds.${kind}.name`), on: formatDay(about.on, locale) })
  return (
    <li className={supersededBy === null ? undefined : 'doc-old'}>
      <Icon of={FileCheck2} />
      <div>
        <b><Link href={issuedHref(reference, number)}>{name}</Link></b>
        <p>{t('issuedLine', { number, on: formatDay(issuedOn, locale), who: issuedBy })}</p>
        {supersededBy !== null && <p className="doc-moved"><Link href={issuedHref(reference, supersededBy)}>{t('replacedBy', { number: supersededBy })}</Link></p>}
        {supersedes !== null && <p>{t('replaces', { number: supersedes })}{reason !== null && <> <span dir="auto">{t('because', { reason })}</span></>}</p>}
      </div>
      <a className="btn" href={pdfHref(id, true)} download><Icon of={Download} />{t('download')}<span className="vh"> : {number}</span></a>
    </li>
  )
}
