'use client'

import { Building2, CornerDownRight, Search, SquareArrowOutUpRight, SquarePen, UserRound, X, type LucideIcon, Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Role } from '@/lib/access/actor.ts'
import type { Theme } from '@/lib/wording/theme.ts'
import { searchesFiles } from '../shell/navigation.ts'
import { switchTheme } from '../shell/theme-toggle.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShownDialog } from '../ui/use-shown-dialog.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useGo } from '../ui/waiting.ts'
import { entryGroups, referenceAt, type Entry, type EntryGroup, type Sign } from './entries.ts'
import { askToOpen, onAskedToOpen } from './open.ts'
import { useAtHand, useFound } from './use-found.ts'

const signs: Record<Sign, LucideIcon> = { person: UserRound, employer: Building2, act: SquarePen, screen: CornerDownRight, command: Zap }

export interface PaletteProps {
  readonly role: Role
  readonly keepTheme: (theme: Theme) => Promise<void>
}

/** People, files, employers, actions and screens from one field: Ctrl K or ⌘ K anywhere, the box of the header, or `/`. */
export function Palette({ role, keepTheme }: PaletteProps) {
  const t = useTranslations('palette')
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const toggleOnShortcut = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((is) => !is)
    }
    document.addEventListener('keydown', toggleOnShortcut)
    const stop = onAskedToOpen('palette', () => setOpen(true))
    return () => {
      document.removeEventListener('keydown', toggleOnShortcut)
      stop()
    }
  }, [])

  // A press beside it closes it.
  useEffect(() => {
    const box = dialog.current
    const pressed = (event: globalThis.MouseEvent): void => {
      if (event.target === box) setOpen(false)
    }
    box?.addEventListener('click', pressed)
    return () => box?.removeEventListener('click', pressed)
  }, [])

  useShownDialog(dialog, open)

  return (
    // `cancel` comes with Escape, `close` a moment later: a key pressed in between finds it closed already, and may open it again.
    <dialog className="palette" ref={dialog} aria-label={t('title')} onCancel={() => setOpen(false)} onClose={() => dialog.current?.open !== true && setOpen(false)}>
      {open && <PaletteDesk role={role} keepTheme={keepTheme} close={() => setOpen(false)} />}
    </dialog>
  )
}

function PaletteDesk({ role, keepTheme, close }: PaletteProps & { readonly close: () => void }) {
  const t = useTranslations('palette')
  const place = useTranslations('shell.nav')
  const filePlace = useTranslations('file.places')
  const go = useGo()
  const path = usePathname()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const ids = useId()
  const list = useRef<HTMLDivElement>(null)
  const searches = searchesFiles(role)
  const reference = referenceAt(path)
  const hand = useAtHand(true, reference, searches)
  const { found, afterAct, trouble, typed: answered } = useFound(typed, hand, searches)
  const groups = useMemo(
    () => entryGroups({ typed, role, hand, found, afterAct }, { t, place, filePlace }),
    [typed, role, hand, found, afterAct, t, place, filePlace],
  )
  const entries = groups.flatMap((group) => group.entries)
  const at = Math.max(0, entries.findIndex(({ key }) => key === chosen))
  const current = entries[at]
  const waiting = searches && typed.trim() !== '' && answered !== typed.trim()
  const idOf = (entry: Entry): string => `${ids}-${entry.key}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.key])

  function run(entry: Entry, newTab: boolean): void {
    if (newTab && entry.href !== undefined) {
      window.open(entry.href, '_blank', 'noopener')
      return
    }
    close()
    if (entry.href !== undefined) go(entry.href)
    else if (entry.command === 'theme') switchTheme(keepTheme)
    else if (entry.command !== undefined) askToOpen(entry.command)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What an input method is still composing is not a command.
    if (event.nativeEvent.isComposing) return
    const last = entries.length - 1
    const caretKeys = typed !== '' && (event.key === 'Home' || event.key === 'End') && !event.ctrlKey && !event.metaKey
    const next = ({ ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last, PageDown: Math.min(last, at + 6), PageUp: Math.max(0, at - 6) } as Readonly<Record<string, number>>)[event.key]
    if (next !== undefined && !caretKeys) {
      event.preventDefault()
      setChosen(entries[next]?.key ?? null)
    } else if (event.key === 'Enter' && current !== undefined && !waiting) {
      event.preventDefault()
      run(current, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Enter') event.preventDefault()
  }

  return (
    <div className="palette-desk">
      <div className="palette-field">
        <Icon of={Search} />
        <input
          type="text" role="combobox" autoFocus autoComplete="off" autoCapitalize="off" spellCheck={false} maxLength={200} enterKeyHint="go"
          aria-label={t(searches ? 'field' : 'fieldScreens')} placeholder={t(searches ? 'placeholder' : 'placeholderScreens')}
          aria-expanded={entries.length > 0} aria-controls={`${ids}-list`} aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : idOf(current)}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setChosen(null)
          }}
          onKeyDown={onKeyDown}
        />
        <button className="btn ghost icon" type="button" aria-label={t('close')} onClick={close}><Icon of={X} /></button>
      </div>
      <div className="palette-list" id={`${ids}-list`} ref={list} role="listbox" aria-label={t('results')} aria-busy={waiting}>
        {groups.map((group) => (
          <Group key={group.key} group={group} titleId={`${ids}-g-${group.key}`} title={t(`group.${group.key}`)} current={current} idOf={idOf} run={run} choose={setChosen} />
        ))}
      </div>
      <div className="palette-say">
        <p role="status">{trouble !== null ? t(trouble) : waiting ? t('searching') : typed.trim() === '' ? null : t('count', { count: entries.length })}</p>
        {typed.trim() === '' && searches && <p>{t('empty')}</p>}
        {found?.bornSetAside === true && <p>{t('bornSetAside')}</p>}
        {entries.length === 0 && !waiting && trouble === null && typed.trim() !== '' && (
          <div className="palette-none">
            <p><b>{t('nothing')}</b> {found !== null && found.understood !== '' && t('nothingWith', { understood: found.understood })}</p>
            <p>{t('nothingHelp')}</p>
          </div>
        )}
      </div>
      <p className="palette-keys" aria-hidden="true">
        <span><kbd>↑</kbd> <kbd>↓</kbd> {t('hint.move')}</span>
        <span><kbd>{t('keyEnter')}</kbd> {t('hint.open')}</span>
        <span><kbd>Ctrl</kbd> <kbd>{t('keyEnter')}</kbd> {t('hint.tab')} <Icon of={SquareArrowOutUpRight} size={16} /></span>
        <span><kbd>{t('keyEscape')}</kbd> {t('hint.close')}</span>
      </p>
    </div>
  )
}

interface GroupProps {
  readonly group: EntryGroup
  readonly title: string
  readonly titleId: string
  readonly current: Entry | undefined
  readonly idOf: (entry: Entry) => string
  readonly run: (entry: Entry, newTab: boolean) => void
  readonly choose: (key: string) => void
}

function Group({ group, title, titleId, current, idOf, run, choose }: GroupProps) {
  const pressed = (entry: Entry) => (event: MouseEvent): void => run(entry, event.ctrlKey || event.metaKey || event.button === 1)
  return (
    <div role="group" aria-labelledby={titleId}>
      <div className="palette-group" id={titleId} role="presentation">{title}</div>
      {group.entries.map((entry) => (
        <div
          key={entry.key} id={idOf(entry)} className="palette-line" role="option" aria-selected={entry === current} tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()} onMouseMove={() => choose(entry.key)} onClick={pressed(entry)} onAuxClick={pressed(entry)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') run(entry, event.ctrlKey || event.metaKey)
          }}
        >
          <Icon of={signs[entry.sign]} />
          <span className="palette-what">
            <span dir="auto">{entry.label}</span>
            {entry.about !== undefined && <small>{entry.about}</small>}
          </span>
          {entry.file !== undefined && (
            <span className="palette-next">
              <span className="tag">{entry.file.stage}</span>
              {entry.file.deadline !== null && <StatusBadge state={entry.file.deadline.state}>{entry.file.deadline.label}</StatusBadge>}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
