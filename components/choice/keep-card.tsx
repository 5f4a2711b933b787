import { useTranslations } from 'next-intl'
import { PrintButton } from '@/components/file/print-button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { CopyLink } from '@/components/simulator/copy-link.tsx'
import { ToSimulator } from './choice-answer.tsx'

/** The address that restores the comparison, the sheet to print, and the way to the whole year. */
export function KeepCard({ address, simulator }: { readonly address: string; readonly simulator: string }) {
  const t = useTranslations('choice.keep')
  return (
    <Card id="garder" title={t('title')} aside={<PrintButton />} className="no-print">
      <div className="weigh-keep">
        <div className="field">
          <label htmlFor="adresse">{t('label')}</label>
          <p className="hint" id="adresse-hint">{t('lead')}</p>
          <input id="adresse" className="input ltr" readOnly value={address} aria-describedby="adresse-hint" />
        </div>
        <p className="acts"><CopyLink address={address} /><ToSimulator href={simulator} /></p>
      </div>
    </Card>
  )
}
