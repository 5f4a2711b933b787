'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { usePathname } from 'next/navigation'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Role } from '@/lib/access/actor.ts'
import { actHref, referenceAt } from '../palette/entries.ts'
import { askToOpen, onAskedToOpen } from '../palette/open.ts'
import { searchesFiles } from '../shell/navigation.ts'
import { Icon } from '../ui/icon.tsx'
import { useShownDialog } from '../ui/use-shown-dialog.ts'
import { useGo } from '../ui/waiting.ts'
import { goKeys } from './go-keys.ts'

/** How long `g` waits for its letter. */
const WAIT_MS = 1500
const RECORDS: readonly Role[] = ['counsellor', 'referent', 'manager']

export interface ShortcutsProps {
  readonly role: Role
  /** Whether keys pressed alone act (WCAG 2.1.4: they can be switched off). */
  readonly singleKeys: boolean
}

/**
 * Whether what has the focus takes letters for itself. A field of a dialog that has just closed keeps the focus until the
 * next frame: what is pressed meanwhile is not for it.
 */
function takesLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('dialog:not([open])') === null && (target.isContentEditable || target.closest('input, textarea, select, dialog[open], [role="grid"], [role="application"]') !== null)
}

/** Keys pressed alone: `g` and a letter to a place, `n` a contact, `/` the search, `?` the sheet that lists them all. */
export function Shortcuts({ role, singleKeys }: ShortcutsProps) {
  const go = useGo()
  const path = usePathname()
  const [open, setOpen] = useState(false)
  const going = useRef(0)

  useEffect(() => onAskedToOpen('keys', () => setOpen(true)), [])
  useEffect(() => {
    if (!singleKeys) return undefined
    const reference = referenceAt(path)
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return
      const key = event.key.toLowerCase()
      const after = performance.now() - going.current < WAIT_MS
      going.current = 0
      const place = after ? goKeys(role).find(({ letter }) => letter === key)?.place : undefined
      if (place !== undefined) go(place.href)
      else if (key === 'g') going.current = performance.now()
      else if (key === '?') setOpen(true)
      else if (key === '/' && searchesFiles(role)) askToOpen('palette')
      else if (key === 'n' && reference !== null && RECORDS.includes(role)) go(actHref(reference, 'contact_held'))
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [singleKeys, role, go, path])

  return <Sheet open={open} close={() => setOpen(false)} role={role} singleKeys={singleKeys} />
}

function Sheet({ open, close, role, singleKeys }: ShortcutsProps & { readonly open: boolean; readonly close: () => void }) {
  const t = useTranslations('help.keys')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useShownDialog(dialog, open)
  return (
    // `cancel` comes with Escape, `close` a moment later: asked for again in between, it stays.
    <dialog className="dialog keys" ref={dialog} aria-labelledby={titleId} onCancel={close} onClose={() => dialog.current?.open !== true && close()}>
      <div className="dialog-head">
        <h2 id={titleId}>{t('title')}</h2>
        <button className="btn ghost icon" type="button" aria-label={t('close')} onClick={close}><Icon of={X} /></button>
      </div>
      {open && <div className="dialog-body"><KeyList role={role} singleKeys={singleKeys} close={close} /></div>}
    </dialog>
  )
}

/** Every shortcut, screen by screen. */
export function KeyList({ role, singleKeys, close }: ShortcutsProps & { readonly close: () => void }) {
  const t = useTranslations('help.keys')
  const places = useTranslations('shell.nav')
  const alone = (row: ReactNode): ReactNode => (singleKeys ? row : null)
  return (
    <>
      <p className="muted">{t('lead')} {!singleKeys && t('off')}</p>
      <div className="keys-columns">
        <KeyGroup title={t('everywhere')}>
          <Key name={t('palette')} keys={['Ctrl K', '⌘ K']} alone={singleKeys && searchesFiles(role) ? ['/'] : []} />
          {alone(<Key name={t('sheet')} keys={['?']} />)}
          <Key name={t('close')} keys={[t('escape')]} />
        </KeyGroup>
        {singleKeys && (
          <KeyGroup title={t('places')}>
            {goKeys(role).map(({ letter, place }) => <Key key={place.key} name={places(place.key)} keys={[letter]} />)}
          </KeyGroup>
        )}
        {singleKeys && RECORDS.includes(role) && (
          <KeyGroup title={t('inFile')}><Key name={t('newContact')} keys={['n']} /></KeyGroup>
        )}
        {RECORDS.includes(role) && <KeyGroup title={t('inForms')}><Key name={t('send')} keys={[`Ctrl ${t('enter')}`]} /></KeyGroup>}
        <KeyGroup title={t('inPalette')}>
          <Key name={t('move')} keys={['↑', '↓', t('home'), t('end')]} />
          <Key name={t('openIt')} keys={[t('enter')]} />
          <Key name={t('newTab')} keys={[`Ctrl ${t('enter')}`]} />
        </KeyGroup>
      </div>
      <p className="hint">{singleKeys && t('setting')} <Link href="/compte#keys" onClick={close}>{t('account')}</Link></p>
    </>
  )
}

function KeyGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section><h3>{title}</h3><dl>{children}</dl></section>
}

function Key({ name, keys, alone = [] }: { readonly name: string; readonly keys: readonly string[]; readonly alone?: readonly string[] }) {
  const t = useTranslations('help.keys')
  return (
    <div>
      <dt>{name}</dt>
      <dd>{[...keys, ...alone].map((key, at) => <span key={key}>{at > 0 && <span className="vh"> {t('or')} </span>}<kbd>{key}</kbd> </span>)}</dd>
    </div>
  )
}
