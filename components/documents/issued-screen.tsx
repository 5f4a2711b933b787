import { Download, ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import type { IssuedView } from '@/lib/documents/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { draftHref, issuedHref, pdfHref } from './address.ts'
import { DocumentPaper } from './document-paper.tsx'

/** A document as it was issued, with what lets a paper be held against it. */
export function IssuedScreen({ issued: { view, document, content } }: { readonly issued: IssuedView }) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const { id, number, kind, about, issuedOn, issuedAt, issuedBy, supersededBy, supersedes, reason, fingerprint, pages } = document
  return (
    <div className="file">
      <FilePlaceHead
        view={view} here="documents"
        lead={<><b>{t(`kinds.${kind}.name`)}</b>. {t('issuedLine', { number, on: formatDay(issuedOn, locale), who: issuedBy })}</>}
        verbs={(
          <>
            <a className="btn" href={pdfHref(id)} target="_blank" rel="noreferrer"><Icon of={ExternalLink} />{t('openPdf')}<span className="vh">{t('newTab')}</span></a>
            <a className="btn primary" href={pdfHref(id, true)} download><Icon of={Download} />{t('download')}</a>
          </>
        )}
      />
      {supersededBy !== null && <Notice><b><Link href={issuedHref(view.reference, supersededBy)}>{t('replacedBy', { number: supersededBy })}</Link></b>. {t('replacedMore')}</Notice>}
      <DocumentPaper content={content} number={number} foot={t('issuedFoot', { number, reference: view.reference })} />
      <dl className="doc-proof">
        <div><dt>{t('proof.at')}</dt><dd>{formatMoment(issuedAt, locale)}, {issuedBy}</dd></div>
        <div><dt>{t('proof.pages')}</dt><dd>{t('proof.pageCount', { count: pages })}</dd></div>
        <div><dt>{t('proof.fingerprint')}</dt><dd><code>{fingerprint}</code></dd></div>
        {supersedes !== null && <div><dt>{t('proof.replaces')}</dt><dd><Link href={issuedHref(view.reference, supersedes)}>{supersedes}</Link>{reason !== null && <> : <span dir="auto">{reason}</span></>}</dd></div>}
      </dl>
      <p className="sm"><Link href={draftHref(view.reference, kind, about?.id ?? null)}>{t('seeDraft')}</Link></p>
    </div>
  )
}
