// The agenda as it is drawn and read: addresses, the grid's places, the keys, the list and the card of a file.
import { createElement } from 'react'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaHref, heldActHref, readAgendaAddress, readHeldAppointment } from '@/components/agenda/address.ts'
import { AppointmentsCard } from '@/components/agenda/appointments-card.tsx'
import { AppointmentsTable } from '@/components/agenda/appointments-table.tsx'
import { hoursOf, lanesOf, movedBy, shareOf, stretchedBy, type Shape } from '@/components/agenda/grid-layout.ts'
import { keyed } from '@/components/agenda/week-grid.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import { initialsOf } from '@/lib/agenda/ics.ts'
import type { AgendaView, AppointmentView } from '@/lib/agenda/views.ts'
import { minutesOfTime, timeOfMinutes } from '@/lib/wording/time-of-day.ts'
import { markupOf, readOf } from '@/tests/file-screens/a-view.ts'

const today = day('2026-11-23')
const ID = '019354d0-0000-7000-8000-000000000001'

function one(changes: Partial<AppointmentView> = {}): AppointmentView {
  return {
    id: ID, version: 1, kind: 'pre_bilan', status: 'planned', day: today, time: '09:00', endTime: '10:00', minutes: 60, startsAt: new Date('2026-11-23T08:00:00Z'), endsAt: new Date('2026-11-23T09:00:00Z'),
    means: 'meeting', place: 'Bureau 4', link: null, reason: null, note: 'Une note', factId: null, account: { id: 'k', name: 'Inès Conseillère' },
    file: { reference: 'RB-2026-00001', personName: 'Amélie Roux', phone: null, basinName: 'Lyon' }, hidden: false, mayChange: true,
    meets: { is: 'meets', rule: 'R-301', code: 'preBilan', dueOn: day('2026-11-25'), days: 0 },
    ...changes,
  }
}

const viewOf = (appointments: readonly AppointmentView[]): AgendaView => ({
  today, nowMinutes: 600, from: today, to: today, who: { id: 'k', name: 'Inès', own: true }, people: [], days: [{ day: today, holiday: null, appointments, deadlines: [] }], toClose: [], toCloseCount: 0, next: null,
})

describe('addresses', () => {
  test('are read as they were written', () => {
    const written = { span: 'day' as const, day: today, who: 'k', open: ID, task: 'missed' as const, plan: true, file: 'RB-2026-00001', kind: 'plan', time: '14:30', minutes: 45, subscription: true }
    expect(readAgendaAddress(Object.fromEntries(new URL(agendaHref(written), 'http://x').searchParams))).toEqual(written)
    expect(agendaHref({})).toBe('/agenda')
  })
  test('what is not one of ours is left out', () => {
    expect(readAgendaAddress({ jour: '2026-02-30', heure: '25:00', duree: '4', faire: 'autre', rdv: '' })).toEqual({ span: 'week', day: null })
  })
  test('the form of an act carries the appointment it closes and its day; a plan has a page of its own', () => {
    const href = heldActHref('RB-2026-00001', 'pre_bilan_held', { id: ID, day: today })
    expect(href).toBe(`/dossiers/RB-2026-00001?acte=pre_bilan_held&rdv=${ID}&le=2026-11-23`)
    expect(readHeldAppointment(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual({ id: ID, day: today })
    expect(heldActHref('RB-2026-00001', 'plan_validated', { id: ID, day: today })).toMatch(/^\/dossiers\/RB-2026-00001\/plan\?valider=1/u)
    expect(readHeldAppointment({ rdv: 'x', le: '2026-11-23' })).toBeNull()
  })
})

describe('the grid', () => {
  const at = (id: string, time: string, endTime: string) => ({ id, time, endTime })
  test('shows office hours, and those of what is earlier or later', () => {
    expect(hoursOf([])).toEqual({ from: 8, to: 19 })
    expect(hoursOf([at('a', '06:45', '07:15'), at('b', '22:30', '24:00')])).toEqual({ from: 6, to: 24 })
    expect(shareOf(8 * 60, { from: 8, to: 18 })).toBe(0)
    expect(shareOf(13 * 60, { from: 8, to: 18 })).toBe(50)
  })
  test('what overlaps stands side by side, what follows takes the whole width', () => {
    const lanes = lanesOf([at('a', '09:00', '10:00'), at('b', '09:30', '10:30'), at('c', '10:00', '11:00'), at('d', '11:00', '12:00')])
    expect(Object.fromEntries(lanes)).toEqual({ a: { lane: 0, lanes: 2 }, b: { lane: 1, lanes: 2 }, c: { lane: 0, lanes: 2 }, d: { lane: 0, lanes: 1 } })
  })
  test('two in one lane never overlap, whatever the day is made of', () => {
    const slot = fc.record({ start: fc.integer({ min: 0, max: 1400 }), length: fc.integer({ min: 15, max: 300 }) })
    fc.assert(fc.property(fc.array(slot, { maxLength: 14 }), (drawn) => {
      const slots = drawn.map(({ start, length }, index) => at(String(index), timeOfMinutes(start), start + length >= 1440 ? '24:00' : timeOfMinutes(start + length)))
      const lanes = lanesOf(slots)
      for (const a of slots) for (const b of slots) {
        if (a.id >= b.id || lanes.get(a.id)?.lane !== lanes.get(b.id)?.lane) continue
        expect(minutesOfTime(a.endTime) <= minutesOfTime(b.time) || minutesOfTime(b.endTime) <= minutesOfTime(a.time)).toBe(true)
      }
    }))
  })
  test('the arrows move by a quarter of an hour or a day, shifted they stretch; the day holds what moves', () => {
    const shape: Shape = { dayIndex: 1, start: 540, minutes: 30 }
    expect(keyed('ArrowDown', false, shape, 7)).toEqual({ ...shape, start: 555 })
    expect(keyed('ArrowLeft', false, shape, 7)).toEqual({ ...shape, dayIndex: 0 })
    expect(keyed('ArrowRight', false, { ...shape, dayIndex: 6 }, 7)?.dayIndex).toBe(6)
    expect(keyed('ArrowDown', true, shape, 7)?.minutes).toBe(45)
    expect(keyed('ArrowUp', true, { ...shape, minutes: 15 }, 7)?.minutes).toBe(15)
    expect(keyed('a', false, shape, 7)).toBeNull()
    expect(movedBy({ ...shape, start: 0 }, 0, -15, 7).start).toBe(0)
    expect(stretchedBy({ ...shape, start: 1410 }, 60).minutes).toBe(30)
  })
})

describe('the list', () => {
  const list = (appointments: readonly AppointmentView[], locale: 'fr' | 'en' = 'fr') => readOf(markupOf(createElement(AppointmentsTable, { agenda: viewOf(appointments), behind: {} }), locale))
  test('says who, when, for what, where, and that it meets its deadline', () => {
    expect(list([one()])).toContain('Amélie Roux|lun. 23 nov.|de 9 h à 10 h|Pré-bilan|tient l’échéance R-301 du mer. 25 nov. 2026|Bureau 4|Prévu')
    expect(list([one({ meets: { is: 'late', rule: 'R-301', code: 'preBilan', dueOn: day('2026-11-21'), days: 2 } })])).toContain('arrive 2 jours trop tard pour l’échéance R-301, au plus tard le sam. 21 nov. 2026')
    expect(list([one()], 'en')).toContain('meets the deadline R-301 of Wed 25 Nov 2026')
  })
  test('a day that is over and not closed says so; the file of a colleague shows no name', () => {
    expect(list([one({ day: day('2026-11-20'), meets: null })])).toContain('À clore')
    const hidden = list([one({ file: null, hidden: true, place: null, note: null, mayChange: false, meets: null })])
    expect(hidden).toContain('Dossier suivi par un collègue')
    expect(hidden).not.toContain('Roux')
  })
  test('empty, it says what to do', () => {
    expect(list([])).toContain('Aucun rendez-vous sur ces jours')
  })
})

test('the card of a file: what is to come, what is past, the absences', () => {
  const card = (changes: object) => readOf(markupOf(createElement(AppointmentsCard, { appointments: { today, reference: 'RB-2026-00001', mayPlan: true, coming: [], past: [], missedCount: 0, ...changes } })))
  expect(card({})).toContain('Aucun rendez-vous prévu.')
  const full = card({ coming: [one()], past: [one({ status: 'missed', reason: 'Pas venue', meets: null })], missedCount: 1 })
  for (const words of ['lun. 23 nov. 2026 de 9 h à 10 h', 'Pré-bilan, Bureau 4, Inès Conseillère', 'tient l’échéance R-301', 'Pas venue', '1 absence']) expect(full).toContain(words)
  expect(card({ mayPlan: false })).not.toContain('Prendre rendez-vous')
})

test.each([['Amélie', 'Roux', 'A. R.'], ['Œdipe', 'de La Fère', 'Œ. D.'], ['محمد', '李', 'م. 李.'], ['', '2', '']])('initials of « %s %s »: « %s »', (firstName, lastName, said) => {
  expect(initialsOf({ firstName, lastName })).toBe(said)
})
