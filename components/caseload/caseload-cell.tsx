'use client'
import { CircleCheck, CircleDashed, Clock, TriangleAlert } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import type { CaseloadColumn } from '@/lib/cases/caseload-columns.ts'
import type { CaseloadLine, WordedDeadline } from './caseload-line.ts'

const stateIcons = { overdue: TriangleAlert, soon: Clock, planned: CircleDashed, met: CircleCheck, cancelled: CircleDashed }

function NextDeadline({ deadline }: { deadline: WordedDeadline | null }) {
  const t = useTranslations('caseload.cell')
  if (deadline === null) return <span className="faint">{t('noDeadline')}</span>
  const Icon = stateIcons[deadline.state]
  return (
    <span className="caseload-deadline">
      <span>{deadline.act}, <time dateTime={deadline.iso}>{deadline.label}</time></span>
      <span className={`st ${deadline.state}`}><Icon className="i" aria-hidden="true" />{deadline.relative}</span>
    </span>
  )
}

/** What a column says of a file; what is not there is said too. */
export function CaseloadCell({ line, column }: { line: CaseloadLine; column: CaseloadColumn }) {
  const t = useTranslations('caseload.cell')
  if (column === 'name') return <Link href={line.href}>{line.name}</Link>
  if (column === 'deadline') return <NextDeadline deadline={line.deadline} />
  const value = line[column]
  if (value === null) return <span className="faint">{t(column === 'training' ? 'noTraining' : column === 'referent' || column === 'appointment' ? 'none' : WORDS.has(column) ? 'unknown' : 'notYet')}</span>
  if (typeof value !== 'string') return <time dateTime={value.iso}>{value.label}</time>
  if (column === 'phone') return <a className="lk" href={`tel:${value.replaceAll(/[^\d+]/gu, '')}`}>{value}</a>
  return value
}

/** Columns whose absence is something not known, rather than something to come. */
const WORDS: ReadonlySet<CaseloadColumn> = new Set(['employer', 'phone', 'email', 'commune', 'regime'])
