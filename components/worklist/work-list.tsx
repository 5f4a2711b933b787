'use client'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import { useRef, useState, type KeyboardEvent } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { RuleChip } from '../ui/rule-chip.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { WhyLink } from '../ui/why-link.tsx'
import type { WorkGroup, WorkLine } from './work-line.ts'

/** Lines of the last group shown before the rest is asked for. */
const LATER_SHOWN = 12

/**
 * The lines of « À faire ». Tab goes through everything as usual; inside the list ↑ and ↓ go from person
 * to person, A opens the act and P the explanation (single keys work only while the list has the focus).
 */
export function WorkList({ groups }: { groups: readonly WorkGroup[] }) {
  const t = useTranslations('worklist.list')
  const list = useRef<HTMLDivElement>(null)
  const [all, setAll] = useState(false)
  const shown = groups.map((group) => ({
    ...group,
    lines: group.name === 'later' && !all ? group.lines.slice(0, LATER_SHOWN) : group.lines,
    hidden: group.name === 'later' && !all ? Math.max(0, group.lines.length - LATER_SHOWN) : 0,
  }))
  const [current, setCurrent] = useState(shown[0]?.lines[0]?.key ?? null)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || list.current === null) return
    const rows = [...list.current.querySelectorAll<HTMLElement>('[data-line]')]
    const at = rows.findIndex((row) => row.contains(event.target as Node))
    const row = rows[at]
    if (row === undefined) return
    const press = (selector: string) => row.querySelector<HTMLElement>(selector)?.click()
    const goTo = (target: HTMLElement | undefined) => target?.querySelector<HTMLElement>('[data-open]')?.focus()
    switch (event.key) {
      case 'ArrowDown': goTo(rows[at + 1]); break
      case 'ArrowUp': goTo(rows[at - 1]); break
      case 'Home': goTo(rows[0]); break
      case 'End': goTo(rows.at(-1)); break
      case 'a': case 'A': press('[data-act]'); break
      case 'p': case 'P': press('.why'); break
      default: return
    }
    event.preventDefault()
  }

  return (
    // The handler only adds shortcuts: every line keeps its own links, reachable without them.
    <div className="work" ref={list} onKeyDown={onKeyDown}>
      {shown.map((group) => (
        <section key={group.name} className={`work-group ${group.name}`} aria-labelledby={`work-${group.name}`}>
          <header>
            <h2 id={`work-${group.name}`}>
              {group.title} <span className="work-count">{group.lines.length + group.hidden}</span>
            </h2>
            <p>{group.subtitle}</p>
          </header>
          <ul>
            {group.lines.map((line) => (
              <Line key={line.key} line={line} current={line.key === current} onFocus={() => setCurrent(line.key)} />
            ))}
          </ul>
          {group.hidden > 0 && (
            <p className="work-rest">
              <button type="button" className="btn ghost" onClick={() => setAll(true)}>{t('more', { count: group.hidden })}</button>
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

function Line({ line, current, onFocus }: { line: WorkLine; current: boolean; onFocus: () => void }) {
  const t = useTranslations('worklist.list')
  const elsewhere = useTranslations('exchanges.silence')
  return (
    <li className={current ? 'work-line current' : 'work-line'} data-line="" onFocus={onFocus}>
      <div className="work-who">
        <Link href={line.fileHref} data-open="">{line.personName}</Link>
        <span>{line.stage}</span>
        {line.standingIn !== null && <span className="work-for">{line.standingIn}</span>}
      </div>
      <div className="work-act">
        <b>{line.act}</b>
        {line.reason !== null && <span>{line.reason}</span>}
        {line.planned !== null && <Link className="work-planned" href={line.planned.href}>{line.planned.words}</Link>}
      </div>
      <div className="work-when">
        <time dateTime={line.dueIso}>{line.dueLabel}</time>
        <StatusBadge state={line.state}>{line.relative}</StatusBadge>
      </div>
      <div className="work-rule">
        <RuleChip rule={line.rule} article={line.article} setting={line.ownSetting} />
        <WhyLink href={line.whyHref} about={t('whyOf', { person: line.personName })} />
      </div>
      <div className="work-do">
        <LinkButton look={current ? 'primary' : 'plain'} href={line.actHref} data-act="">
          {line.action}<span className="vh">{t('forPerson', { person: line.personName })}</span>
        </LinkButton>
        {line.elsewhereHref !== null && (
          <Link className="work-elsewhere" href={line.elsewhereHref}>{elsewhere('done')}<span className="vh">{elsewhere('doneFor', { act: line.act, person: line.personName })}</span></Link>
        )}
      </div>
    </li>
  )
}
