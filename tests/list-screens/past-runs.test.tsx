import { describe, expect, test, vi } from 'vitest'
import { PastRuns } from '@/components/caseload/past-runs.tsx'
import { reasonOf } from '@/components/caseload/bulk-reasons.ts'
import type { PastRun } from '@/lib/cases/lists/bulk-runs.ts'
import { markupOf } from '@/tests/file-screens/a-view.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const run: PastRun = {
  id: '1', action: 'assign', askedAt: new Date('2026-11-20T08:12:00Z'), asked: 4, done: 3, finished: true, notDoneCount: 1,
  notDone: [{ reference: 'RB-2026-00007', personName: 'Zoé Wattez', outcome: 'no_taker', detail: null }],
}
const readable = (markup: string) => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const list = (...runs: readonly PastRun[]) => markupOf(<PastRuns runs={runs} timeZone="Europe/Paris" />, 'fr')

describe('work on many files, found again', () => {
  test('says what was done, when, and which files were left and why', () => {
    const markup = list(run)
    expect(readable(markup)).toContain('3 dossiers confiés 20 nov. 2026 à 9 h 12 Sur 4 dossiers choisis. Rien n’a été fait pour un dossier Zoé Wattez aucune des personnes choisies ne travaille dans son bassin')
    expect(markup).toContain('href="/dossiers/RB-2026-00007"')
  })

  test('a file out of reach has its reference and no link; more than is shown is counted', () => {
    const markup = list({ ...run, notDoneCount: 51, notDone: [{ ...run.notDone[0]!, personName: null }] })
    expect(markup).not.toContain('href="/dossiers/RB-2026-00007"')
    expect(readable(markup)).toContain('RB-2026-00007')
    expect(readable(markup)).toContain('et 50 autres dossiers')
  })

  test('work cut short says so, and nothing stands where there was none', () => {
    expect(readable(list({ ...run, finished: false }))).toContain('arrêté avant la fin')
    expect(readable(list(run))).not.toContain('arrêté')
    expect(list()).toBe('')
  })

  test('a reason of tomorrow is said plainly', () => {
    expect(reasonOf('already')).toBe('already')
    expect(reasonOf('on_the_moon')).toBe('failed')
  })
})
