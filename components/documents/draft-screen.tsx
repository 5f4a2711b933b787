import { ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import type { DraftView } from '@/lib/documents/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { draftHref } from './address.ts'
import { DocumentPaper } from './document-paper.tsx'
import { IssueForm, type IssueState } from './issue-form.tsx'
import { StandingWords } from './standing-words.tsx'

interface DraftScreenProps {
  readonly draft: DraftView
  readonly words: LegalWords
  readonly submissionId: string
  readonly action: FormAction<IssueState>
}

/** A document before it is issued: as it will read, what is missing, and the button that issues it. */
export function DraftScreen({ draft, words, submissionId, action }: DraftScreenProps) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const { view, kind, about, standing, content, digest, inForce, moved, lacking } = draft
  const ready = standing.kind === 'now' || standing.kind === 'possible'
  const same = inForce !== null && !moved
  const lead = about === null ? t(`kinds.${kind}.name`) : t('aboutFact', { name: t(`kinds.${kind}.name`), on: formatDay(about.on, locale) })
  return (
    <div className="file">
      <FilePlaceHead
        view={view} here="documents" lead={<><b>{lead}</b>. {t('draftLead')}</>}
        verbs={<a className="btn" href={draftHref(view.reference, kind, about?.id ?? null, true)} target="_blank" rel="noreferrer"><Icon of={ExternalLink} />{t('draftPdf')}<span className="vh">{t('newTab')}</span></a>}
      />
      {!ready && <div className="refusal"><h2>{t('notReady')}</h2><div><StandingWords standing={standing} words={words} /></div></div>}
      {lacking.length > 0 && <Notice>{t('lacking', { signs: lacking.slice(0, 8).join(' ') })}</Notice>}
      {same && <Notice>{t('same', { number: inForce.number, on: formatDay(inForce.issuedOn, locale) })}</Notice>}
      {ready && !same && (view.may.record
        ? (
          <IssueForm
            action={action} reference={view.reference} kind={kind} about={about?.id ?? null} digest={digest} submissionId={submissionId}
            replaces={inForce === null ? null : inForce.number}
          />
        )
        : <Notice>{t('mayNotIssue')}</Notice>)}
      <DocumentPaper content={content} number={null} foot={t('draftFoot')} />
      <p className="muted sm">{t('rests')} <RuleChip rule={rulesOf[kind]} article={words.article(rulesOf[kind])} /></p>
    </div>
  )
}

/** The rule each kind answers to first. */
const rulesOf = {
  information_sheet: 'R-115', receipt: 'R-111', plan: 'R-302', written_document: 'R-304', month4_review: 'R-306', final_summary: 'R-307', work_validation: 'R-400',
  bonus_reminder: 'R-501', end_of_csp: 'R-603', breach_notice: 'R-601', follow_up_attestation: 'R-300',
} as const
