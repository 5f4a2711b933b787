import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AbsenceList } from '@/components/handover/absence-list.tsx'
import { FileStanding } from '@/components/handover/file-standing.tsx'
import { PlannedList } from '@/components/handover/planned-list.tsx'
import { TransferTable, type TransferLine } from '@/components/handover/transfer-tables.tsx'
import { PlacementBoard } from '@/components/placement/placement-board.tsx'
import { inSight } from '@/components/placement/placement-groups.ts'
import { addDays, day } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { trialRows } from '@/app/(desk)/suivi/trial-words.ts'
import { createTranslator } from 'next-intl'

const today = day('2026-11-22')

function shown(element: ReactElement, locale: 'fr' | 'en' = 'fr'): string {
  const provided = { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' } as ComponentProps<typeof NextIntlClientProvider>
  return renderToStaticMarkup(<NextIntlClientProvider {...provided}>{element}</NextIntlClientProvider>).replaceAll(/[\u00a0\u202f]/gu, ' ')
}
const text = (markup: string) => markup.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
const nothing = async () => ''

describe('who has a file, where it is not only whoever it is entrusted to', () => {
  const none = { offeredTo: null, wentTo: null, cameFrom: null }

  test('says the stand-in and until when', () => {
    const view = { away: [{ accountId: 'k', name: 'Karim', standIn: 'Inès', until: day('2026-11-27') }], transfers: none }
    expect(text(shown(<FileStanding view={view} />))).toBe('Suivi par Inès pendant l’absence de Karim, jusqu’au ven. 27 nov. 2026')
    expect(text(shown(<FileStanding view={view} />, 'en'))).toBe('Followed by Inès while Karim is away, until Fri 27 Nov 2026')
  })

  test('says where it went, where it is offered, where it came from; nothing otherwise', () => {
    const said = (transfers: Partial<typeof none> | object) => text(shown(<FileStanding view={{ away: [], transfers: { ...none, ...transfers } }} />))
    expect(said({ wentTo: { operator: 'Alizé', on: day('2026-11-20') } })).toBe('Transféré à Alizé le ven. 20 nov. 2026. Ce dossier se lit encore ici ; il ne change plus.')
    expect(said({ offeredTo: 'Alizé' })).toContain('Proposé à Alizé, sans réponse')
    expect(said({ cameFrom: { operator: 'Alizé', reference: 'RB-2026-00012' } })).toContain('Reçu de Alizé, où il portait la référence RB-2026-00012')
    expect(said({})).toBe('')
  })
})

test('an absence names who, when, the stand-in and the files, and ends by a button that says whose', () => {
  const absence = { id: '1', accountId: 'k', name: 'Karim', standInId: 'i', standIn: 'Inès', from: day('2026-11-20'), to: day('2026-11-27'), reason: 'leave', now: true, liveFiles: 38 } as const
  const words = text(shown(<AbsenceList absences={[absence]} end={nothing} />))
  expect(words).toContain('Karim du ven. 20 nov. au ven. 27 nov. 2026 aujourd’hui congés Inès 38 dossiers')
  expect(words).toContain('Mettre fin à l’absence : Karim')
  expect(text(shown(<AbsenceList absences={[{ ...absence, now: false }]} own end={nothing} />))).toContain('Annuler')
  expect(text(shown(<AbsenceList absences={[]} end={nothing} />))).toBe('Aucune absence en cours ni prévue.')
})

test('what is planned says the day and among whom, and one that could not be done says why', () => {
  const one = { id: '1', fromId: 'l', from: 'Lucie', to: ['Camille', 'Omar'], posts: ['counsellor'], on: day('2026-12-01'), by: 'Maud', state: 'planned' } as const
  expect(text(shown(<PlannedList planned={[one]} cancel={nothing} />))).toContain('Dossiers de Lucie, le mar. 1ᵉʳ déc. 2026 entre Camille, Omar. Prévu par Maud. Annuler')
  const refused = text(shown(<PlannedList planned={[{ ...one, state: 'refused' }]} cancel={nothing} />))
  expect(refused).toContain('répartition du mar. 1ᵉʳ déc. 2026 non faite')
  expect(refused).not.toContain('Annuler')
})

describe('proposals', () => {
  const line: TransferLine = {
    id: 't', state: 'proposed', outdated: false, who: 'Z. L.', href: null, stage: 'Accompagnement', term: '23 févr. 2027', basin: 'Lyon', operator: 'Alizé Transitions',
    proposedIso: '2026-11-21T08:00:00Z', proposed: '21 nov. 2026 à 9 h 00', settled: null, answer: null,
  }

  test('one received is answered, one sent is taken back; neither once settled', () => {
    expect(shown(<TransferTable side="received" lines={[line]} />)).toContain('href="/transferts?reponse=t"')
    expect(text(shown(<TransferTable side="sent" lines={[line]} withdraw={nothing} />))).toContain('Retirer la proposition : Z. L.')
    for (const side of ['sent', 'received'] as const) {
      const words = text(shown(<TransferTable side={side} withdraw={nothing} lines={[{ ...line, state: 'declined', settled: 'Maud, le 22 nov. 2026 à 9 h 00', answer: 'Plus de place' }]} />))
      expect(words).toContain('Refusé Maud, le 22 nov. 2026 à 9 h 00 Plus de place')
      expect(words).not.toMatch(/Répondre|Retirer/u)
    }
  })

  test('one whose file moved on says what to do on each side', () => {
    const late = { ...line, outdated: true }
    expect(text(shown(<TransferTable side="received" lines={[late]} />))).toContain('À renouveler Le dossier a changé depuis.')
    expect(text(shown(<TransferTable side="sent" lines={[late]} withdraw={nothing} />))).toContain('À renouveler Un fait a été enregistré depuis.')
  })
})

describe('the referent’s board', () => {
  const placement: Placement = {
    reference: 'RB-2026-00001', version: 3, personName: 'Zoé Lefèvre', stage: 'in_job', jobStartedOn: day('2026-08-20'), jobContract: 'cdi', employerName: 'Scierie du Lac', months: 3,
    followUpEnd: day('2027-02-20'), nextContactDue: addDays(today, 3), lastContactOn: day('2026-10-25'), lastSituation: 'in_job', counsellorName: 'Inès', referentName: 'Karim',
    duties: [{ code: 'bonusSecondPayment', rule: 'R-502', dueOn: day('2026-11-20'), act: 'follow_up_held' }, { code: 'followUp', rule: 'R-309', dueOn: addDays(today, 3), act: 'follow_up_held' }],
    mayComeBack: true, toClose: false,
  }

  test('a card says the job, the last situation, what is due and when, and its acts', () => {
    const words = text(shown(<PlacementBoard placements={[placement]} today={today} />))
    expect(words).toContain('4ᵉ mois 1')
    expect(words).toContain('Zoé Lefèvre CDI, jeu. 20 août 2026 Scierie du Lac Contact le dim. 25 oct. : en emploi')
    expect(words).toContain('2ᵉ versement de la prime ven. 20 nov. En retard de 2 jours Prendre des nouvelles mer. 25 nov. Dans 3 jours')
    expect(words).toContain('Situation trouvée : Zoé Lefèvre Essai rompu : Zoé Lefèvre')
  })

  test('a long column folds what can wait, never what is due', () => {
    const many = Array.from({ length: 9 }, (_, rank): Placement => ({ ...placement, reference: `RB-2026-0000${rank}`, personName: `Personne ${rank}`, nextContactDue: addDays(today, 10 + rank), duties: [{ ...placement.duties[0]!, dueOn: addDays(today, rank === 8 ? 0 : 30 + rank) }] }))
    const { seen, rest } = inSight(many, today)
    expect(seen.map(({ personName }) => personName)).toEqual(['Personne 0', 'Personne 1', 'Personne 2', 'Personne 3', 'Personne 8'])
    expect(rest).toHaveLength(4)
    expect(inSight(many.slice(0, 5), today).rest).toEqual([])
    const html = shown(<PlacementBoard placements={many} today={today} />)
    expect(html.indexOf('Personne 8')).toBeLessThan(html.indexOf('<details'))
    expect(text(html)).toContain('Encore 4 personnes')
    expect(text(html)).toContain('4ᵉ mois 9')
  })

  test('who cannot come back has no act for it, and who is to close is closed', () => {
    const words = text(shown(<PlacementBoard placements={[{ ...placement, mayComeBack: false, toClose: true, months: 6 }]} today={today} />))
    expect(words).not.toContain('Essai rompu')
    expect(words).toContain('Clore le suivi')
  })

  test.each([['fr', '1 800,00 €', 'plus due pour cet emploi', '310 jours restants'], ['en', '1,800.00', 'no longer due for this job', '310 days left']] as const)('the effect of a broken trial period, in %s', (locale, amount, lost, left) => {
    const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'placement.trial' })
    const rows = trialRows({ kind: 'effect', stage: { before: 'in_job', after: 'in_follow_up' }, term: day('2027-02-23'), daysLeft: 310, allowanceEnd: { before: null, after: null }, bonus: { total: '1800.00', paid: false } }, t, locale)
    const words = rows.map(({ label, before, after }) => `${label} ${before ?? ''} ${after}`).join('\n').replaceAll(/[\u00a0\u202f]/gu, ' ')
    for (const word of [amount, lost, left]) expect(words).toContain(word)
  })
})
