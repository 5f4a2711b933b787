import '@/components/choice/choice.css'
import '@/components/file/file.css'
import '@/components/worklist/screen.css'
import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import Link from '@/components/ui/link.tsx'
import { notFound, redirect } from 'next/navigation'
import { choiceHrefOfFile, isCanonical, readAnswers, withAnswers } from '@/components/choice/address.ts'
import { ChoiceScreen } from '@/components/choice/choice-screen.tsx'
import { groundOf } from '@/components/choice/file-ground.ts'
import { readChoice } from '@/components/choice/read-choice.ts'
import { fileHref } from '@/components/file/address.ts'
import { PrintButton } from '@/components/file/print-button.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'

type Props = PageProps<'/dossiers/[reference]/accepter-ou-refuser'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).reference}, ${(await getTranslations('choice'))('metaTitle')}` }
}

/** A file's two lives, with its own figures, for the information interview. Nothing is recorded. */
export default async function FileChoicePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { reference } = await params
  const [view, locale, query, t] = await Promise.all([fileView(actor, reference), getLocale(), searchParams, getTranslations('choice')])
  if (view === null) notFound()
  const base = choiceHrefOfFile(view.reference)
  const answers = readAnswers(query, locale, view.frame)
  if (!isCanonical(query, answers)) redirect(withAnswers(base, answers))
  const { ground, note } = groundOf(view)
  return (
    <>
      <ChoiceScreen
        base={base}
        answers={answers}
        asked={readChoice(answers, ground, locale)}
        today={view.today}
        texts={view.texts}
        known={ground.frame}
        head={
          <div className="screen-head">
            <div>
              <nav className="weigh-crumb no-print" aria-label={t('file.crumb')}>
                <Link href="/dossiers">{t('file.files')}</Link>
                <Icon of={ChevronRight} size={16} />
                <Link href={fileHref(view.reference)}>{view.reference}</Link>
                <Icon of={ChevronRight} size={16} />
                <span>{t('file.here')}</span>
              </nav>
              <h1 dir="auto">{t('file.title', { name: `${view.person.firstName} ${view.person.lastName}` })}</h1>
              <p className="muted no-print">{t('lead')}</p>
              <p className="hint no-print">{t('file.nothingKept')}</p>
              {note !== null && <Notice>{t(`file.${note}`)}</Notice>}
            </div>
            <div className="screen-tools">
              <PrintButton />
              <LinkButton href={fileHref(view.reference)}>{t('file.back')}</LinkButton>
            </div>
          </div>
        }
      />
      <footer className="screen-foot no-print"><RoleNote>{t('file.role')}</RoleNote></footer>
    </>
  )
}
