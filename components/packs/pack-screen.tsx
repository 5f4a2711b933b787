import { EyeOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { day } from '@/lib/accord/calendar/day.ts'
import type { PackView } from '@/lib/steering/packs/queries.ts'
import type { ShownPack, ShownRevision } from '@/lib/steering/packs/shown.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { classNames } from '../ui/class-names.ts'
import Link from '../ui/link.tsx'
import { Notice } from '../ui/notices.tsx'
import { PackBody, PackNotes, RevisionTable } from './pack-body.tsx'

export interface PackScreenProps {
  readonly view: Pick<PackView, 'content' | 'issuedOn' | 'replacedBy' | 'fingerprint'>
  readonly pack: ShownPack
  /** What changed since it was issued, for who prepares packs. */
  readonly since: readonly ShownRevision[] | null
  /** The list it came from. */
  readonly root: string
  readonly files: ReactNode
  /** Comments and issue of a draft; what can be done with an issued one. */
  readonly work: ReactNode
}

/** So many revisions stand open before what the pack said; more are folded. */
const FEW = 6

/** A pack: what it is, its files, what is to be done with it, then what it says. */
export function PackScreen({ view: { content, issuedOn, replacedBy, fingerprint }, pack, since, root, files, work }: PackScreenProps) {
  const t = useTranslations('packs')
  const locale = useLocale()
  const issued = content.number !== null
  return (
    <>
      <div className="screen-head">
        <div>
          <p className="basin-crumb"><Link href={root}>{t('pack.crumb')}</Link> · {pack.level}</p>
          <h1>{content.number === null ? `${t('document.draft')} : ${pack.place}, ${pack.quarter}` : `${pack.place}, ${pack.quarter}`}</h1>
          <p className="muted">
            <b>
              {issued && issuedOn !== null
                ? <>{t('document.number', { number: content.number })}. {t('pack.issuedNow', { day: formatDayPlain(day(issuedOn), locale), operator: content.operator ?? t('pack.platform') })}</>
                : t('pack.draftNow')}
            </b>{' '}
            {replacedBy !== null && <b>{t('pack.replacedBy', { number: replacedBy })} </b>}
            {content.replaces !== null && (issued ? t('pack.replaces', { number: content.replaces, reason: content.reason ?? '' }) : t('pack.willReplace', { number: content.replaces }))}
          </p>
        </div>
        {issued && work !== null && <div className="screen-tools">{work}</div>}
      </div>
      <div className={classNames('pack-page', !issued && 'drafted')}>
        <div className="pack-side">
          <Notice sign={EyeOff}>{t('document.nobody')}</Notice>
          {files}
          {!issued && work}
        </div>
        <div className="pack-said">
          {since !== null && since.length > 0 && content.number !== null && (
            <details className="card pack-definitions" open={since.length <= FEW}>
              <summary>{t('asOf.changed', { count: since.length })}</summary>
              <RevisionTable caption={t('asOf.caption', { number: content.number })} rows={since} />
            </details>
          )}
          <PackBody pack={pack} comments={issued} />
          <PackNotes pack={pack} />
          {fingerprint !== null && <p className="hint pack-fingerprint">{t('pack.fingerprint', { fingerprint })}</p>}
        </div>
      </div>
    </>
  )
}
