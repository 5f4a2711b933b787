import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { ImpactCard } from '@/components/texts/impact-card.tsx'
import { noticeWords, problemWords } from '@/components/texts/problem-words.ts'
import { PublishCard } from '@/components/texts/publish-card.tsx'
import { TextDetails } from '@/components/texts/text-details.tsx'
import { StateOfText, textHref } from '@/components/texts/texts-list.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { managedText, textsToWriteBeside } from '@/lib/cases/texts/queries.ts'
import type { ManagedText, TextView } from '@/lib/cases/texts/views.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { countImpact, publish, withdraw } from '../actions.ts'

type Props = PageProps<'/administration/textes/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) }
}

/** One text: what it does, what it moves, and what is to be done with it. */
export default async function TextPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  if (!can(actor, 'texts.manage')) return <ForbiddenScreen />
  const code = decodeURIComponent((await params).code)
  const { edition } = await searchParams
  const [read, beside] = await Promise.all([managedText(actor, code, typeof edition === 'string' && /^\d{1,4}$/u.test(edition) ? Number(edition) : null), textsToWriteBeside(actor, code)])
  if (read === null || beside === null) notFound()
  const [t, locale] = await Promise.all([getTranslations('texts'), getLocale()])
  const { text, notices, problems, impact, may } = read
  return (
    <>
      <p className="texts-crumb"><Link href="/administration/textes">{t('screen.back')}</Link></p>
      <div className="screen-head">
        <div>
          <h1>{text.text.title[locale]}</h1>
          <p className="muted"><span className="text-head-code">{code}</span> <StateOfText state={text.state} /></p>
          <p className="muted"><b>{await nowOf(read)}</b></p>
        </div>
        <div className="screen-tools">
          {(may.edit || may.supersede) && <LinkButton href={`/administration/textes/${code}/modifier`}>{t(may.edit ? 'screen.edit' : 'screen.supersede')}</LinkButton>}
        </div>
      </div>
      <div className="texts-stack">
        {problems.length > 0 && (
          <div className="refusal" role="alert">
            <h2>{t('problem.title')}</h2>
            <ul>{problems.map((problem) => <li key={problem.path}>{problemWords(problem.code, problem.values, locale)}</li>)}</ul>
          </div>
        )}
        {notices.length > 0 && <Notice><b>{t('notice.title')}</b><ul>{notices.map((notice) => <li key={`${notice.path}-${notice.code}`}>{noticeWords(notice, locale)}</li>)}</ul></Notice>}
        <ImpactCard code={code} impact={impact} count={text.state === 'draft' ? countImpact : null} />
        {text.state === 'draft' && (
          <PublishCard
            code={code} version={text.version} title={text.text.title[locale]} mayPublish={may.publish && problems.length === 0} needsAnother={may.needsAnother}
            counted={impact.length > 0 && impact.every(({ stale }) => !stale)} publish={publish} withdraw={withdraw}
          />
        )}
        <div className="text-split">
          <TextDetails text={text.text} beside={beside} />
          <Signatures read={read} />
        </div>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role.platform')}</RoleNote></footer>
    </>
  )
}

async function nowOf({ text, may }: ManagedText): Promise<string> {
  const t = await getTranslations('texts.screen.now')
  if (text.state === 'withdrawn') return t('withdrawn', { reason: text.reason ?? '' })
  return t(text.state === 'draft' ? (may.needsAnother ? 'needsAnother' : 'publish') : text.state)
}

async function Signatures({ read: { text, editions } }: { readonly read: ManagedText }) {
  const [t, locale] = await Promise.all([getTranslations('texts'), getLocale()])
  const who = (by: string | null) => by ?? t('signed.someone')
  const lines = ({ drafted, published, withdrawn, superseded }: TextView) => [
    t('signed.drafted', { who: who(drafted.by), when: formatMoment(drafted.at, locale) }),
    ...(published === null ? [] : [t('signed.published', { who: who(published.by), when: formatMoment(published.at, locale) })]),
    ...(withdrawn === null ? [] : [t('signed.withdrawn', { who: who(withdrawn.by), when: formatMoment(withdrawn.at, locale) })]),
    ...(superseded === null ? [] : [t('signed.superseded', { edition: superseded.edition, when: formatMoment(superseded.at, locale) })]),
  ]
  const latest = Math.max(text.edition, ...editions.map(({ edition }) => edition))
  return (
    <Card id="signatures" title={t('screen.signatures')}>
      <ul className="text-signatures">{lines(text).map((line) => <li key={line}>{line}</li>)}</ul>
      <h3>{t('screen.source')}</h3>
      <p lang="fr">{text.text.source}</p>
      {editions.map((other) => (
        <div key={other.id}>
          <h3><Link href={textHref(other, other.edition === latest)}>{t('screen.edition', { number: other.edition })}</Link> <StateOfText state={other.state} /></h3>
          <ul className="text-signatures">{lines(other).map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      ))}
    </Card>
  )
}
