import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { FilesView, PackFileView } from '@/lib/steering/packs/queries.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { formatSize } from '@/lib/wording/format/size.ts'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'

/** The files of a pack, each to be downloaded. */
export function FileLinks({ id, files }: { readonly id: string; readonly files: readonly PackFileView[] }) {
  const t = useTranslations('packs.pack.files')
  const locale = useLocale()
  return (
    <ul className="pack-files">
      {files.map(({ format, fileName, size }) => (
        <li key={format}>
          {/* A download, not a page: the router must not follow it. */}
          <a className="btn" href={`/api/packs/${id}/${format}`} download><Icon of={Download} />{t('download', { format: t(format), size: formatSize(size, locale) })}<span className="vh">{', '}{fileName}</span></a>
        </li>
      ))}
    </ul>
  )
}

export interface FilesCardProps {
  readonly id: string
  readonly view: FilesView
  readonly timeZone: string
  /** Makes them again; `null` where the actor may not. */
  readonly make: ((form: FormData) => Promise<void>) | null
}

/** How the files of a pack stand: being made, ready, or to be made again. */
export function FilesCard({ id, view: { files, madeAt, outdated, making }, timeZone, make }: FilesCardProps) {
  const t = useTranslations('packs.pack.files')
  const locale = useLocale()
  const underWay = making?.state === 'waiting' || making?.state === 'running'
  return (
    <Card id="files" title={t('title')} aside={<span className="est">{t('note')}</span>} className="pack-files-card">
      <div aria-live="polite">
        {making !== null && underWay && (
          <div className="pack-making">
            <p><b>{making.state === 'waiting' ? t('waiting') : t('running', { done: making.done, total: making.total })}</b> {t('underWay')}</p>
            <progress className="pack-progress" max={making.total} value={making.done} aria-label={t('progress')} />
          </div>
        )}
        {making?.state === 'failed' && <p><b>{t('failed')}</b></p>}
        {files.length > 0 && !underWay && (
          <>
            <FileLinks id={id} files={files} />
            <p className="hint">{madeAt !== null && t('madeOn', { when: formatMoment(madeAt, locale, timeZone) })} {outdated && <b>{t('outdated')}</b>}</p>
          </>
        )}
        {files.length === 0 && making === null && <p className="hint">{t('none')}</p>}
      </div>
      {make !== null && !underWay && (
        <form action={make}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="plain">{t(files.length === 0 ? 'make' : 'remake')}</SubmitButton>
        </form>
      )}
    </Card>
  )
}
