import { useTranslations } from 'next-intl'
import Link from '../ui/link.tsx'
import { Suspense, type CSSProperties, type ReactNode } from 'react'
import type { Role } from '../../lib/access/actor.ts'
import type { Locale } from '../../lib/wording/locale.ts'
import type { Theme } from '../../lib/wording/theme.ts'
import { Shortcuts } from '../help/shortcuts.tsx'
import { Tour } from '../help/tour.tsx'
import { Palette } from '../palette/palette.tsx'
import { Toasts } from '../ui/toast.tsx'
import { AccountMenu } from './account-menu.tsx'
import { FindBox } from './find-box.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { OperatorLogo, RebondMark } from './marks.tsx'
import { homeOf, searchesFiles, type PlaceCounts } from './navigation.ts'
import { DockLinks, SideLinks } from './navigation-links.tsx'
import { OpenLinks } from './open-links.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { WaitingBar } from './waiting-bar.tsx'

/** Who is signed in, as far as the frame shows it. */
export interface Viewer {
  readonly name: string
  readonly role: Role
  readonly operatorName: string | null
  /** The address of the operator's logo; absent while it has none. */
  readonly logo?: string | null
}

interface KeptPreferences {
  readonly theme: Theme
  readonly keepTheme: (theme: Theme) => Promise<void>
  readonly keepLocale: (locale: Locale) => Promise<void>
}

export interface FrameProps extends KeptPreferences {
  readonly viewer: Viewer
  /** The operator's own colour, as custom properties. */
  readonly accent?: CSSProperties
  readonly counts?: PlaceCounts
  /** The views kept of « Dossiers », under it. */
  readonly views?: ReactNode
  /** How they are helped along. */
  readonly guidance: { readonly tourSeen: boolean; readonly singleKeys: boolean }
  readonly keepTourSeen: () => Promise<void>
  /** The day the texts were last checked, in words. */
  readonly textsUpTo: string
  /** The day the demo is set to, in words, when it is not today's. */
  readonly setDay?: string | null
  /** The way to what one was told. */
  readonly bell?: ReactNode
  readonly children: ReactNode
}

function SkipLink() {
  const t = useTranslations('common')
  return <a className="skip" href="#content">{t('skip')}</a>
}

function TextsNote({ textsUpTo, role }: { readonly textsUpTo: string; readonly role: Role }) {
  const t = useTranslations('shell')
  return (
    <>
      {t('textsUpTo', { day: textsUpTo })}
      <br />
      <Link href="/regles">{t('rulesAndArticles')}</Link>
      <br />
      {searchesFiles(role) && <><Link href="/textes">{t('movingTexts')}</Link><br /></>}
      <Link href="/simulateur">{t('open.simulator')}</Link>
    </>
  )
}

/** The frame of every screen of someone signed in. */
export function Frame({ viewer, accent, counts, views, guidance, keepTourSeen, textsUpTo, setDay, bell, theme, keepTheme, keepLocale, children }: FrameProps) {
  const t = useTranslations('shell')
  const house = viewer.operatorName ?? t(viewer.role === 'committee' ? 'committee' : 'platform')
  return (
    <div className="house" style={accent}>
      <SkipLink />
      <header className="top">
        <Link className="op" href={homeOf(viewer.role)}>
          <OperatorLogo name={house} image={viewer.logo ?? null} />
          <span className="op-name">{house}</span>
          <span className="vh">, </span>
          <span className="op-app"><RebondMark />Rebond</span>
          <span className="vh">, {t('home')}</span>
        </Link>
        {searchesFiles(viewer.role) ? <FindBox /> : <span className="find-space" />}
        <div className="top-right">
          {setDay != null && <span className="tag set-day">{t('clock', { day: setDay })}</span>}
          {bell}
          <ThemeToggle theme={theme} keep={keepTheme} />
          <AccountMenu name={viewer.name} role={viewer.role} operatorName={viewer.operatorName} keepLocale={keepLocale} />
        </div>
      </header>
      <WaitingBar />
      <div className="shell">
        <nav className="side" aria-label={t('navigation')}>
          <section className="primary">
            <SideLinks role={viewer.role} counts={counts} views={views} />
          </section>
          <p className="foot"><TextsNote textsUpTo={textsUpTo} role={viewer.role} /></p>
        </nav>
        <div className="desk">
          <Tour role={viewer.role} seen={guidance.tourSeen} keepSeen={keepTourSeen} />
          <main className="main" id="content" tabIndex={-1}>{children}</main>
          <footer className="page-foot"><TextsNote textsUpTo={textsUpTo} role={viewer.role} /></footer>
        </div>
      </div>
      <nav className="dock" aria-label={t('dock')}>
        <DockLinks role={viewer.role} />
      </nav>
      <Palette role={viewer.role} keepTheme={keepTheme} />
      <Shortcuts role={viewer.role} singleKeys={guidance.singleKeys} />
      <Suspense fallback={null}><Toasts /></Suspense>
    </div>
  )
}

/** The frame for someone not signed in: the mark, the language, the theme. */
export function OpenFrame({ theme, keepTheme, keepLocale, children }: KeptPreferences & { readonly children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="top">
        <Link className="op" href="/"><RebondMark />Rebond</Link>
        <OpenLinks place="top" />
        <span className="find-space" />
        <div className="top-right">
          <LanguageChoice keep={keepLocale} />
          <ThemeToggle theme={theme} keep={keepTheme} />
        </div>
      </header>
      <WaitingBar />
      <main className="main open" id="content" tabIndex={-1}>{children}</main>
      <footer className="open-foot"><OpenLinks place="foot" /></footer>
    </>
  )
}
