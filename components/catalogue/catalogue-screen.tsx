import { useTranslations } from 'next-intl'
import { DEFINITIONS, IMPORTED, type Definition, type ImportedDefinition } from '@/lib/indicators/definitions.ts'
import { SECTION_IDS, SECTION_OF, type CatalogueSection } from './sections.ts'
import { IndicatorEntry } from './indicator-entry.tsx'

const all: readonly (Definition | ImportedDefinition)[] = [...DEFINITIONS, ...IMPORTED]
const within = (section: CatalogueSection) => all.filter(({ id }) => SECTION_OF[id] === section)

/** The catalogue of indicators, in the order in which a dashboard shows them. */
export function CatalogueScreen() {
  const t = useTranslations('catalogue')
  const words = useTranslations('indicators')
  return (
    <div className="rules-page">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted rules-lead">{t('lead')}</p>
          <p className="muted rules-lead">{t('secondary')}</p>
        </div>
      </div>
      <nav className="rules-contents" aria-labelledby="catalogue-contents">
        <p className="contents-title" id="catalogue-contents">{t('contents')}</p>
        <ul className="catalogue-contents">
          {SECTION_IDS.map((section) => (
            <li key={section}>
              <a href={`#section-${section}`}>{t(`section.${section}`)}</a>
              <ul>{within(section).map(({ id }) => <li key={id}><a href={`#${id}`}>{words(`${id}.short`)}</a></li>)}</ul>
            </li>
          ))}
        </ul>
      </nav>
      <div className="rules-body">
        <section className="card" aria-labelledby="catalogue-kinds">
          <div className="card-h"><h2 id="catalogue-kinds">{t('kinds')}</h2></div>
          <dl className="rules-legend card-b">
            {(['flow', 'stock', 'cohort'] as const).map((kind) => <div key={kind}><dt>{t(`kind.${kind}`)}</dt><dd>{t(`kindText.${kind}`)}</dd></div>)}
          </dl>
        </section>
        {SECTION_IDS.map((section) => (
          <section className="rule-chapter" key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{t(`section.${section}`)}</h2>
            {within(section).map((definition) => <IndicatorEntry key={definition.id} definition={definition} />)}
          </section>
        ))}
      </div>
    </div>
  )
}
