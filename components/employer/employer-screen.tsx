import { ChevronRight, Pencil, UserPlus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { piecesOf } from '@/lib/cases/content/employer-pieces.ts'
import type { EmployedPerson, EmployerPage, Procedure } from '@/lib/cases/views/employers.ts'
import { formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { employerHref } from './address.ts'
import type { FormState } from '@/components/ui/form-state.ts'
import { MergeCard } from './merge-card.tsx'
import { isOpen, ProcedureCard } from './procedure-card.tsx'
import { WithdrawContact } from './withdraw-contact.tsx'

export interface EmployerScreenProps {
  readonly page: EmployerPage
  readonly receive: FormAction<FormState>
  readonly withdraw: (form: FormData) => Promise<void>
  readonly merge: FormAction<FormState>
  readonly wide: boolean
}

/** One employer: what it still owes, whom to speak to, and the people of each of its procedures. */
export function EmployerScreen({ page, receive, withdraw, merge, wide }: EmployerScreenProps) {
  const t = useTranslations('employers')
  return (
    <div className="employer">
      <Head page={page} />
      {page.procedures.toSorted((a, b) => Number(isAwaited(b)) - Number(isAwaited(a))).map((procedure) => (
        <ProcedureCard key={`${procedure.engagedOn}-${procedure.type}`} page={page} procedure={procedure} action={receive} />
      ))}
      <p className="sm muted employer-rule"><RuleChip rule="R-120" article={t('procedure.article')} /> {t('procedure.rule')}</p>
      {page.hiddenFiles > 0 && <p className="muted sm">{t('one.hidden', { count: page.hiddenFiles })}</p>}
      <Contacts page={page} withdraw={withdraw} />
      {page.may.merge && page.lookalikes.length > 0 && <MergeCard page={page} action={merge} />}
      <footer className="screen-foot"><RoleNote>{t(wide ? 'role.wide' : 'role.own')}</RoleNote></footer>
    </div>
  )
}

function Head({ page }: { readonly page: EmployerPage }) {
  const t = useTranslations('employers.one')
  const list = useTranslations('employers')
  return (
    <header className="employer-head">
      <nav className="crumb" aria-label={t('crumb')}>
        <Link href="/entreprises">{list('title')}</Link>
        <Icon of={ChevronRight} size={16} />
        <span dir="auto">{page.name}</span>
      </nav>
      <div className="screen-head">
        <div>
          <h1 dir="auto">{page.name}</h1>
          <p className="muted"><Now page={page} /></p>
          <p className="sm muted">
            {page.siret === null ? t('noSiret') : t('siret', { siret: page.siret })}
            {page.size !== null && <> · {t('size', { count: page.size })}</>}
            {page.insolvency && <> · {t('insolvency')}</>}
          </p>
        </div>
        {page.may.change && (
          <div className="screen-tools">
            <LinkButton href={employerHref(page.id, 'change')} scroll={false}><Icon of={Pencil} />{t('change')}</LinkButton>
          </div>
        )}
      </div>
    </header>
  )
}

/** Pieces awaited for a person: those of a sending that is not done. What was sent to France Travail was there, ticked or not. */
function awaited({ closed, sendAcceptance, sendAll, received }: EmployedPerson): number {
  if (closed) return 0
  const open = ([['acceptance', sendAcceptance], ['all', sendAll]] as const).filter(([, sending]) => isOpen(sending))
  return open.reduce((sum, [of]) => sum + piecesOf(of).filter((piece) => !received.some((one) => one.piece === piece)).length, 0)
}

/** Whether something is still awaited for someone of a procedure: it then comes before the others. */
function isAwaited({ people }: Procedure): boolean {
  return people.some((person) => awaited(person) > 0)
}

const bold = (words: ReactNode) => <b>{words}</b>

function Now({ page }: { readonly page: EmployerPage }) {
  const t = useTranslations('employers.one')
  const locale = useLocale()
  const people = page.procedures.flatMap((procedure) => procedure.people).filter(({ closed, acceptedOn }) => !closed && acceptedOn !== null)
  const incomplete = people.map(awaited).filter((count) => count > 0)
  const pieces = incomplete.reduce((sum, count) => sum + count, 0)
  const due = people.flatMap(({ sendAcceptance, sendAll }) => [sendAcceptance, sendAll].flatMap((one) => (one === null || one.metOn !== null || one.cancelled ? [] : [one.dueOn])))
  const next = due.toSorted((a, b) => a - b)[0]
  return (
    <>
      {pieces > 0
        ? t.rich('nowMissing', { pieces, people: incomplete.length, b: bold })
        : t(people.length === 0 ? 'nowNone' : 'nowCalm')}
      {next !== undefined && <>{' '}{t('nowNext', { day: formatDay(next, locale), relative: relativeDay(next, page.today, locale) })}</>}
    </>
  )
}

function Contacts({ page, withdraw }: Pick<EmployerScreenProps, 'page' | 'withdraw'>) {
  const t = useTranslations('employers.contacts')
  return (
    <Card
      id="contacts" title={t('title')}
      aside={page.may.change && <LinkButton look="ghost" href={employerHref(page.id, 'contact')} scroll={false}><Icon of={UserPlus} />{t('add')}</LinkButton>}
    >
      {page.contacts.length === 0 ? <p className="muted">{t('none')}</p> : (
        <ul className="employer-contacts">
          {page.contacts.map(({ id, name, role, phone, email }) => (
            <li key={id}>
              <span>
                <b dir="auto">{name}</b>{role !== null && <span className="muted" dir="auto">, {role}</span>}
                <span className="beneath">
                  {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
                  {phone !== null && email !== null && ' · '}
                  {email !== null && <a href={`mailto:${email}`}>{email}</a>}
                </span>
              </span>
              {page.may.change && <WithdrawContact employerId={page.id} contactId={id} name={name} action={withdraw} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
