import { useLocale, useTranslations } from 'next-intl'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import { recordOf } from '@/lib/accord/file/kept-record.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { isWorkedPlan } from '@/lib/cases/content/plan.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { fileHref, type FileAddress } from '../address.ts'
import { placeHref, type FilePlace } from '../file-places.tsx'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { LegalWords } from '../legal-words.ts'
import { ActForm } from './act-form.tsx'
import { ActMenu, type MenuItem } from './act-menu.tsx'
import type { FieldValues } from './act-fields.tsx'
import type { ActState, PreviewView } from './act-state.ts'
import type { WatchedDate } from './effect-panel.tsx'
import { CHOSEN_TEXT, FRAME_FIELDS } from './frame.ts'
import { fieldViews, formViewOf, kindName, kindTitle, type FieldView } from './form-view.ts'
import { actOf } from './index.ts'
import { proposedValues, withFileChoices } from './file-choices.ts'
import { proposedActs } from './proposed-acts.ts'
import { formValuesOf } from './read-form.ts'

export interface ActDrawerProps {
  readonly view: FileView
  readonly words: LegalWords
  readonly address: FileAddress
  readonly submissionId: string
  readonly action: FormAction<ActState>
  readonly ask: (form: FormData) => Promise<PreviewView>
  /** The part of the file the form stands beside, and leads back to; absent: the file itself. */
  readonly place?: FilePlace
  /** The day of the appointment that the act closes: proposed instead of today. */
  readonly heldOn?: Day
  /** The offer that the form is opened on. */
  readonly offer?: string
}

/** Whether the address opens something on this file that its reader may do. */
export function opensDrawer(view: FileView, { act, correct, withdraw, menu }: FileAddress): boolean {
  if (!view.may.record || view.knownOn !== null) return false
  if (menu === true) return true
  if (act !== undefined) return actOf(act) !== null
  const id = correct ?? withdraw
  return id !== undefined && standing(view, id) !== null
}

function standing(view: FileView, id: string): FactView | null {
  return view.facts.find((fact) => fact.id === id && fact.supersededBy === null && fact.kind !== 'withdrawn') ?? null
}

/** What the file's address asks to do: choose an act, record one, correct or withdraw a fact. */
export function ActDrawer(props: ActDrawerProps) {
  const { view, address } = props
  if (address.menu === true) return <Menu view={view} />
  if (address.act !== undefined) return <Record {...props} kind={address.act} />
  const fact = standing(view, address.correct ?? address.withdraw ?? '')
  if (fact === null) return null
  return address.correct === undefined ? <Withdraw {...props} fact={fact} /> : <Correct {...props} fact={fact} />
}

function Menu({ view }: { readonly view: FileView }) {
  const t = useTranslations('acts.moments')
  const locale = useLocale()
  const proposed = proposedActs(recordOf(view), view.file, view.texts, view.settings, view.today)
  const item = (kind: FactKind): MenuItem => ({ kind, label: kindTitle(kind, locale), href: fileHref(view.reference, { act: kind }) })
  return (
    <ActMenu
      due={proposed.due.map(item)}
      groups={proposed.admitted.map(({ moment, kinds }) => ({ title: t(moment), items: kinds.map(item) }))}
      others={proposed.others.map(item)}
      closeHref={fileHref(view.reference)}
    />
  )
}

function Record({ view, words, submissionId, action, ask, place = 'file', heldOn, offer, kind }: ActDrawerProps & { readonly kind: string }) {
  const locale = useLocale()
  const act = actOf(kind)
  if (act === null) return null
  const form = formViewOf(act, locale)
  return (
    <ActForm
      key={`record-${kind}`}
      title={form.title}
      lead={leadOf(kind, view, words)}
      save={form.save}
      fields={withFileChoices(kind, form.fields, view, locale)}
      values={{ ...todayValues(form.fields, isoOf(heldOn ?? view.today)), ...proposedValues(kind, view, offer) }}
      hidden={{ reference: view.reference, version: String(view.version), submissionId, mode: 'record', kind, place }}
      asksReason={false}
      watched={watchedDates(view, words, locale)}
      closeHref={placeHref(view.reference, place)}
      action={action}
      ask={ask}
    />
  )
}

/** The term and the start: what a person asks first, changed or not. */
function watchedDates({ file }: FileView, words: LegalWords, locale: Locale): readonly WatchedDate[] {
  return (['cspTerm', 'followUpEnd'] as const).flatMap((name) => {
    const on = file.dates[name]
    return on === null ? [] : [{ name, label: words.date(name), on: formatDay(on, locale) }]
  })
}

/** The rule whose alert, where the file has it, says when the act may be done (R-114: the letter's earliest date). */
const TIMING_RULE: Readonly<Record<string, RuleId>> = { offer_refused: 'R-601', offer_made: 'R-601', conservative_letter_sent: 'R-114', work_review_held: 'R-400', motive_notified: 'R-113' }

function leadOf(kind: string, { file }: FileView, words: LegalWords): string | null {
  const alert = file.alerts.find(({ rule }) => rule === TIMING_RULE[kind])
  return alert === undefined ? null : words.alert(alert).message
}

function todayValues(fields: readonly FieldView[], today: string): FieldValues {
  return Object.fromEntries(fields.filter((field) => field.today).map((field) => [field.path, today]))
}

function Correct({ view, words, submissionId, action, ask, fact }: ActDrawerProps & { readonly fact: FactView }) {
  const t = useTranslations('acts.form')
  const locale = useLocale()
  const hidden = { reference: view.reference, version: String(view.version), submissionId, kind: fact.kind, factId: fact.id }
  const shared = { asksReason: true, watched: watchedDates(view, words, locale), closeHref: fileHref(view.reference), action, ask }
  if (fact.kind === 'frame') {
    return (
      <ActForm
        key="frame"
        {...shared}
        title={t('frameTitle')}
        lead={t('frameLead')}
        save={t('saveFrame')}
        fields={[...fieldViews('frame', FRAME_FIELDS, locale), ...textChoice(view, words, locale)]}
        values={formValuesOf({ fields: [...FRAME_FIELDS, CHOSEN_TEXT] }, fact.terms, null)}
        hidden={{ ...hidden, mode: 'frame' }}
      />
    )
  }
  const act = actOf(fact.kind)
  if (act === null) return null
  // A plan worked on has more than this form asks: its lines stay as they are, a new version changes them.
  const worked = fact.kind === 'plan_validated' && isWorkedPlan(fact.content)
  const form = formViewOf(act, locale)
  const asked = worked ? { ...form, fields: form.fields.filter(({ path }) => !path.startsWith('content.')) } : form
  return (
    <ActForm
      key={`correct-${fact.id}`}
      {...shared}
      title={t('correctTitle', { name: kindName(fact.kind, locale) })}
      lead={worked ? t('correctPlanLead') : t('correctLead')}
      save={t('saveCorrection')}
      fields={withFileChoices(fact.kind, asked.fields, view, locale, typeof fact.terms['offer'] === 'string' ? fact.terms['offer'] : undefined)}
      values={formValuesOf(act, fact.terms, fact.content)}
      hidden={{ ...hidden, mode: 'correct', ...(worked ? { keeps: 'content' } : {}) }}
    />
  )
}

/** The choice of a text, asked where none governs or where one was chosen. */
function textChoice({ file, frame, texts }: FileView, words: LegalWords, locale: Locale): readonly FieldView[] {
  if (file.regime.code !== null && frame.chosenRegime === null) return []
  return fieldViews('frame', [CHOSEN_TEXT], locale).map((field) => ({
    ...field,
    options: texts.agreements.map(({ code, added }) => ({ value: code, label: added?.title[locale] ?? words.text(code, file.regime.engagedOn) ?? code })),
  }))
}

function Withdraw({ view, words, submissionId, action, ask, fact }: ActDrawerProps & { readonly fact: FactView }) {
  const t = useTranslations('acts.form')
  const locale = useLocale()
  if (fact.kind === 'frame') return null
  return (
    <ActForm
      key={`withdraw-${fact.id}`}
      title={t('withdrawTitle', { name: kindName(fact.kind, locale) })}
      lead={t('withdrawLead')}
      save={t('saveWithdrawal')}
      fields={[]}
      values={{}}
      hidden={{ reference: view.reference, version: String(view.version), submissionId, mode: 'withdraw', kind: fact.kind, factId: fact.id }}
      asksReason
      watched={watchedDates(view, words, locale)}
      closeHref={fileHref(view.reference)}
      action={action}
      ask={ask}
    />
  )
}
