import { useTranslations } from 'next-intl'
import type { LoadsPreview } from './team-loads.ts'

/** Loads before and after, what changed marked; and the files that would stay, named. */
export function LoadsBeforeAfter({ preview, waiting }: { preview: LoadsPreview; waiting: boolean }) {
  const t = useTranslations('team.preview')
  return (
    <section className="effects" aria-live="polite" aria-busy={waiting}>
      <h3>{t('title')}</h3>
      {preview === null ? <p className="sm muted">{waiting ? t('computing') : t('wait')}</p> : (
        <>
          <p className="say">{t('gone', { count: preview.count })}</p>
          <table className="grid">
            <caption className="vh">{t('caption')}</caption>
            <thead><tr><th scope="col">{t('name')}</th><th scope="col" className="num">{t('before')}</th><th scope="col" className="num">{t('after')}</th></tr></thead>
            <tbody>
              {preview.loads.map(({ id, name, before, after }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="num">{before === after ? before : <s>{before}</s>}</td>
                  <td className="num">{before === after ? after : <b className="hl">{after}</b>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {preview.left.length > 0 && <p className="sm muted">{t('left', { count: preview.left.length, references: preview.left.slice(0, 5).join(', ') })}</p>}
        </>
      )}
    </section>
  )
}
