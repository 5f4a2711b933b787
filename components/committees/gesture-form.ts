import { DECISION_STATES, ORGANISATION_KINDS } from '../../lib/indicators/committee-kinds.ts'
import { isoOf } from '../../lib/accord/calendar/day.ts'
import type { CommitteeView } from '../../lib/steering/committees/queries.ts'
import type { CommitteeWords } from './committee-words.ts'
import type { Gesture, GestureField, GestureForm } from './gesture.ts'

type Words = Pick<CommitteeWords, 't' | 'on' | 'quarter'>

/** `2026-Q4` of an ISO day. */
const quarterOfDay = (iso: string) => `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`

/** The quarters a date may be set in: the one before today's, today's and the four after. */
function quarterChoices({ today }: CommitteeView, { quarter }: Words): { readonly value: string; readonly label: string }[] {
  const iso = isoOf(today)
  const from = Number(iso.slice(0, 4)) * 4 + Math.ceil(Number(iso.slice(5, 7)) / 3) - 1
  return [-1, 0, 1, 2, 3, 4].map((ahead) => {
    const code = `${Math.floor((from + ahead) / 4)}-Q${((from + ahead) % 4) + 1}`
    return { value: code, label: quarter(code) }
  })
}

function dateFields(view: CommitteeView, words: Words, chosen: { readonly quarter: string; readonly on: string; readonly at: string }): readonly GestureField[] {
  const choices = quarterChoices(view, words)
  const all = choices.some(({ value }) => value === chosen.quarter) ? choices : [{ value: chosen.quarter, label: words.quarter(chosen.quarter) }, ...choices]
  return [
    { kind: 'select', name: 'quarter', label: words.t('form.quarter'), choices: all, value: chosen.quarter },
    { kind: 'day', name: 'on', label: words.t('form.on'), value: chosen.on },
    { kind: 'text', name: 'at', label: words.t('form.at'), hint: words.t('form.atHint'), value: chosen.at, optional: true },
  ]
}

/** The form of a gesture; `null` where it is about nothing that is there, or that may still be changed. */
export function gestureForm(view: CommitteeView, gesture: Gesture, about: string | undefined, words: Words): GestureForm | null {
  const { t, on, quarter } = words
  const meeting = view.meetings.find(({ id }) => id === about)
  const today = isoOf(view.today)
  const form = (title: string, fields: readonly GestureField[], more: Partial<GestureForm> = {}): GestureForm => ({ gesture, title, lead: null, submit: t('form.save'), fields, ...more, hidden: { committee: view.id, ...more.hidden } })
  const ofMeeting: Readonly<Record<string, string>> = meeting === undefined ? {} : { meeting: meeting.id, version: String(meeting.version) }
  switch (gesture) {
    case 'reunion':
      return form(t('form.plan'), dateFields(view, words, { quarter: view.quarters.find(({ standing }) => standing === 'to_plan')?.code ?? quarterOfDay(today), on: '', at: '' }))
    case 'deplacer':
      return meeting === undefined || meeting.heldOn !== null || meeting.cancelled ? null
        : form(t('form.move'), dateFields(view, words, { quarter: meeting.quarter, on: meeting.plannedOn, at: meeting.at ?? '' }), { lead: t('meetings.planned', { day: on(meeting.plannedOn) }), hidden: ofMeeting })
    case 'tenue': {
      if (meeting === undefined || meeting.cancelled) return null
      const pack: GestureField = { kind: 'select', name: 'pack', label: t('form.pack'), placeholder: t('form.noPack'), value: meeting.pack?.number ?? '', optional: true, choices: view.packs.map(({ number, quarter: of }) => ({ value: number, label: t('form.packOf', { number, quarter: quarter(of) }) })) }
      const fields: readonly GestureField[] = meeting.heldOn === null ? [{ kind: 'day', name: 'on', label: t('form.heldOn'), value: meeting.plannedOn }, pack] : [pack]
      return form(t(meeting.heldOn === null ? 'form.hold' : 'meetings.namePack'), fields, { lead: t(meeting.heldOn === null ? 'meetings.planned' : 'meetings.held', { day: on(meeting.heldOn ?? meeting.plannedOn) }), hidden: { ...ofMeeting, of: meeting.quarter } })
    }
    case 'annuler':
      return meeting === undefined || meeting.heldOn !== null || meeting.cancelled ? null
        : form(t('form.cancel'), [{ kind: 'area', name: 'reason', label: t('form.reason') }], { lead: t('meetings.planned', { day: on(meeting.plannedOn) }), submit: t('form.cancel'), hidden: ofMeeting })
    case 'decision':
      return meeting === undefined || meeting.heldOn === null ? null : form(t('form.decide'), [
        { kind: 'area', name: 'words', label: t('form.words'), hint: t('form.wordsHint') },
        { kind: 'select', name: 'organisation', label: t('form.organisationOf'), placeholder: t('found.choose'), choices: view.organisations.filter(({ from, to }) => from <= (meeting.heldOn ?? '') && (to === null || to >= (meeting.heldOn ?? ''))).map(({ id, name }) => ({ value: id, label: name })) },
        { kind: 'text', name: 'function', label: t('form.function'), hint: t('form.functionHint') },
        { kind: 'day', name: 'dueOn', label: t('form.dueOn') },
      ], { lead: t('meetings.held', { day: on(meeting.heldOn) }), hidden: ofMeeting })
    case 'point': {
      const decision = view.decisions.find(({ id }) => id === about)
      return decision === undefined ? null : form(t('form.follow'), [
        { kind: 'select', name: 'state', label: t('form.state'), value: decision.state === 'open' ? 'done' : decision.state, choices: DECISION_STATES.map((state) => ({ value: state, label: t(`decision.state.${state}`) })) },
        { kind: 'day', name: 'on', label: t('form.stateOn'), value: today },
        { kind: 'area', name: 'note', label: t('form.note'), hint: t('form.noteHint') },
      ], { lead: decision.words, hidden: { decision: decision.id } })
    }
    case 'organisation':
      return form(t('form.organisation'), [
        { kind: 'text', name: 'name', label: t('found.name') },
        { kind: 'select', name: 'kind', label: t('form.kind'), placeholder: t('found.choose'), choices: ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`members.kind.${kind}`) })) },
        { kind: 'day', name: 'from', label: t('form.from'), value: view.since },
      ])
    case 'depart': {
      const organisation = view.organisations.find(({ id }) => id === about)
      return organisation === undefined ? null : form(t('form.end'), [{ kind: 'day', name: 'to', label: t('form.to') }], { lead: organisation.name, hidden: { organisation: organisation.id } })
    }
    case 'nom':
      return form(t('form.rename'), [
        { kind: 'text', name: 'name', label: t('found.name'), value: view.name },
        { kind: 'text', name: 'secretariat', label: t('found.secretariat'), hint: t('found.secretariatHint'), value: view.secretariat ?? '', optional: true },
      ])
  }
}
