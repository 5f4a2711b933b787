import { addDays, admit, day, dayOfFact, isoOf, shippedTexts, STAGES, type Day, type FileRecord } from '@/lib/accord/index.ts'
import { contentSchemas } from '@/lib/cases/content/content-schemas.ts'
import { isToDo } from '@/lib/cases/projection.ts'
import { chanceOf } from '@/lib/population/chance.ts'
import { demoHouse } from '@/lib/population/demo-house.ts'
import { demoLives, type DemoLives } from '@/lib/population/demo-lives.ts'
import { employerOf } from '@/lib/population/employers.ts'
import { identities } from '@/lib/population/identities.ts'
import { liveOn, type Setting } from '@/lib/population/life.ts'
import { lifeAtMoment, MOMENTS, standsAt } from '@/lib/population/moments.ts'
import { zones } from '@/lib/population/zones.ts'
import { describe, expect, test } from 'vitest'

const TODAY = day('2026-11-22')

/** Days that calendars trip over: ends of months and years, the leap day, eves and morrows of holidays, changes of the clock. */
const START_DAYS = [
  '2026-06-30', '2026-07-14', '2026-07-22', '2026-08-15', '2026-08-31', '2026-11-01', '2026-11-11', '2026-11-19', '2026-11-22', '2026-12-25', '2026-12-31', '2027-01-01',
  '2027-01-31', '2027-02-28', '2027-03-28', '2027-05-01', '2027-05-08', '2027-05-16', '2027-12-31', '2028-01-09', '2028-01-29', '2028-02-28', '2028-02-29', '2028-03-01',
]

/** Those on which the whole demonstration is lived through; the telling moments are on all. */
const WHOLE_DAYS = ['2026-06-30', '2026-12-25', '2026-12-31', '2027-05-01', '2028-02-29']

const house = () => demoHouse(identities(chanceOf('test'), 0))
const draw = chanceOf('companies')
const companies = Array.from({ length: 30 }, () => employerOf(draw, draw.pick(['C', 'F', 'G', 'I', 'M'])))
const settingOn = (today: Day): Setting => ({
  commune: 'Lyon',
  companies,
  settings: { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 30, followUpIntervalDays: 30 },
  today,
  contactGap: 27,
})

/** What a demonstration says, without what depends on identities. */
const said = ({ lives }: DemoLives) => lives.map(({ life, post }) => [life, post.zone.code, post.counsellor.email, post.referent?.email])

test('chance draws the same again, and otherwise from another seed', () => {
  const drawn = (seed: string) => Array.from({ length: 50 }, (_, index) => chanceOf(seed, index).whole(0, 1_000_000))
  expect(drawn('a')).toEqual(drawn('a'))
  expect(drawn('a')).not.toEqual(drawn('b'))
  const many = Array.from({ length: 20_000 }, (_, index) => chanceOf('even', index).next())
  expect(many.reduce((sum, value) => sum + value, 0) / many.length).toBeCloseTo(0.5, 1)
  expect(Math.max(...many)).toBeLessThan(1)
})

test('the 306 zones are those of Insee', () => {
  expect(zones()).toHaveLength(306)
  expect(new Set(zones().map(({ code }) => code)).size).toBe(306)
  expect(zones().find(({ code }) => code === '8421')).toMatchObject({ name: 'Lyon', regionCode: '84', departmentCodes: ['01', '38', '69'] })
})

test('the same day gives the same lives, another day others', () => {
  expect(said(demoLives(house(), TODAY))).toEqual(said(demoLives(house(), TODAY)))
  expect(said(demoLives(house(), addDays(TODAY, 1)))).not.toEqual(said(demoLives(house(), TODAY)))
})

describe.each(WHOLE_DAYS)('begun on %s', (start) => {
  const today = day(start)
  let known: DemoLives | undefined
  const lived = () => (known ??= demoLives(house(), today))

  test('no life holds a fact that the law refuses, or that has not happened yet', () => {
    expect(lived().lives.filter(({ life }) => life.file.refusals.length > 0)).toEqual([])
    const early = lived().lives.flatMap(({ life }) => life.told.filter(({ fact }) => dayOfFact(fact) >= today && !['training', 'work_period', 'job_started'].includes(fact.kind)))
    expect(early).toEqual([])
  })

  test('every stage stands somewhere, under every text', () => {
    expect(new Set(lived().lives.map(({ life }) => life.file.stage))).toEqual(new Set(STAGES))
    expect(new Set(lived().lives.map(({ life }) => life.file.regime.code))).toEqual(new Set(shippedTexts.agreements.map(({ code }) => code)))
  })

  test('one zone has a plan late for six people more than the others, by the law', () => {
    const late = lived().lives.filter(({ life: { file }, post }) => post.operator.slug === 'france-travail' && file.deadlines.some(({ code, status, actionable }) => code === 'plan' && status === 'overdue' && actionable)).map(({ post }) => post.zone.code)
    const here = late.filter((code) => code === '8431').length
    expect(here).toBeGreaterThanOrEqual(6)
    // Those of the same operator, among whom a manager compares.
    for (const other of ['8421', '8428', '8409', '8401']) expect(late.filter((code) => code === other).length, other).toBeLessThan(here)
  })

  test('something is overdue, due today and due soon for the counsellor', () => {
    const due = lived().lives.filter(({ post }) => post.counsellor.email === 'conseillere@demo.rebond.test').flatMap(({ life }) => life.file.deadlines.filter(isToDo).map(({ dueOn }) => dueOn))
    expect(due.some((on) => on < today)).toBe(true)
    expect(due.some((on) => on === today)).toBe(true)
    expect(due.some((on) => on > today && on <= addDays(today, 7))).toBe(true)
  })
})

test.each(START_DAYS)('each telling moment holds on %s', (start) => {
  const today = day(start)
  expect(MOMENTS.filter((moment) => !standsAt(moment, lifeAtMoment(moment, 'demo', settingOn(today)), today))).toEqual([])
})

test('what each moment says is in the file', () => {
  const setting = settingOn(TODAY)
  const at = (moment: (typeof MOMENTS)[number]) => lifeAtMoment(moment, 'words', setting)
  expect(at('pre_bilan_due_tomorrow').file.deadlines.find(({ code }) => code === 'preBilan')).toMatchObject({ dueOn: addDays(TODAY, 1), status: 'due' })
  const extended = at('job_extends_term').file
  expect(extended.periods.find(({ kind }) => kind === 'extension')).toBeDefined()
  expect(at('protected_employee_awaiting').file.dates.reflectionEnd).toBeNull()
  const broken = at('trial_broken_after_bonus')
  const days = (kind: string) => broken.told.filter(({ fact }) => fact.kind === kind).map(({ fact }) => dayOfFact(fact))
  expect(days('bonus_paid')[0]).toBeLessThan(days('trial_period_broken')[0]!)
  expect(isoOf(at('silent_refusal_tonight').file.nextChangeOn!)).toBe('2026-11-23')
  expect(at('term_with_training').file.alerts.map(({ code }) => code)).toContain('trainingOutlastsTerm')
})

test('lives drawn in any year are admitted fact by fact, and their words are those that forms accept', () => {
  const setting = settingOn(TODAY)
  const first = day('2011-11-01')
  for (let index = 0; index < 1500; index += 1) {
    const chance = chanceOf('any', index)
    const life = liveOn(chance, setting, { proposedOn: addDays(first, chance.whole(0, TODAY - first)) })
    expect(life.told.filter(({ fact, content }) => content !== null && !contentSchemas[fact.kind].safeParse(content).success)).toEqual([])
    if (index % 10 !== 0) continue
    let record: FileRecord = { frame: life.frame, facts: [] }
    for (const { fact } of life.told) {
      expect(admit(record, fact, shippedTexts, setting.settings, TODAY).admitted, JSON.stringify(fact)).toBe(true)
      record = { ...record, facts: [...record.facts, fact] }
    }
  }
})
