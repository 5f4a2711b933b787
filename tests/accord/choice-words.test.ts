import { describe, expect, it } from 'vitest'
import { day } from '@/lib/accord'
import { choiceWords, type Comparison } from '@/lib/accord/choice'
import { assumed, compared } from './a-choice.ts'

describe('what each figure supposes', () => {
  const said = (choice: Comparison) => choice.assumptions.map(({ id, confidence, changedBy, values }) => [id, confidence, changedBy, values])

  it('is listed whole for the worked case, with its value, how sure it is and what changes it', () => {
    expect(said(compared())).toEqual([
      ['letterEarliest', 'M', 'letterOn', { on: day('2025-09-17'), end: day('2025-11-16') }],
      ['noticePaidAlike', 'L', null, {}],
      ['registeredAtOnce', 'L', null, {}],
      ['waitingDays', 'L', 'waitingDays', { days: 7 }],
      ['noLeave', 'L', 'paidLeave', { days: 0, amount: null }],
      ['noSpecificDeferral', 'L', null, {}],
      ['sjrAreSame', 'M', 'sjrAre', {}],
      ['areEstimated', 'M', 'areDaily', { amount: '56.22' }],
      ['sameDuration', 'M', 'areDurationDays', { days: 548, longer: true }],
      ['severanceLegal', 'H', null, {}],
      ['noOtherIncome', null, null, {}],
      ['earnedMonth', null, null, {}],
      ['grossOnly', null, null, {}],
    ])
  })
  it('is cited by the lines that rest on it, and by no other', () => {
    const { accepted, refused } = compared()
    expect(accepted.lines.map(({ code, assumes }) => [code, assumes])).toEqual([
      ['wage', ['earnedMonth']],
      ['severance', ['severanceLegal']],
      ['asp', ['sjrAreSame', 'areEstimated', 'noOtherIncome']],
      ['are', ['sjrAreSame', 'areEstimated', 'sameDuration', 'noOtherIncome']],
    ])
    expect(refused.lines.map(({ code, assumes }) => [code, assumes])).toEqual([
      ['wage', ['letterEarliest', 'earnedMonth']],
      ['notice', ['letterEarliest', 'noticePaidAlike']],
      ['severance', ['severanceLegal', 'noSpecificDeferral']],
      ['are', ['sjrAreSame', 'areEstimated', 'registeredAtOnce', 'waitingDays', 'noLeave', 'noSpecificDeferral', 'sameDuration', 'noOtherIncome']],
    ])
  })
  it.each([
    ['2023-01-31', false], ['2023-02-01', true],
  ] as const)('the longer duration after a CSP is spoken of for a procedure of %s: %s (R-603)', (engagedOn, longer) => {
    expect(compared({ frame: { engagedOn } }).assumptions.find(({ id }) => id === 'sameDuration')?.values['longer']).toBe(longer)
  })
  it.each([['4499.99', false], ['4500.00', true]] as const)('the fall of ARE for high wages is spoken of at %s: %s', (monthlyGross, spoken) => {
    expect(assumed(compared({ frame: { monthlyGross } })).includes('noDegression')).toBe(spoken)
  })
  it('has no contract, notice or leave to suppose where France Travail proposes', () => {
    expect(assumed(compared({ frame: { entryPath: 'france_travail' }, supposed: { paidLeave: '500.00' } }))).toEqual([
      'registeredAtOnce', 'waitingDays', 'sjrAreSame', 'areEstimated', 'sameDuration', 'noOtherIncome', 'earnedMonth', 'grossOnly',
    ])
  })
})

describe('in words', () => {
  const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
  const spoken = (choice: Comparison, locale: 'fr' | 'en') => {
    const words = choiceWords(locale)
    return { assumptions: choice.assumptions.map((one) => plain(words.assumption(one))), ...Object.fromEntries((['kept', 'lost', 'gained'] as const).map((part) => [part, choice[part].map((one) => plain(words.statement(one)))])) }
  }

  it('reads aloud in French', () => {
    expect(spoken(compared(), 'fr')).toMatchObject({
      kept: [
        'L’indemnité de licenciement, 8 166,67 € au moins, avec l’ancienneté que le préavis aurait donnée.',
        'Le droit de contester la rupture pendant 12 mois à compter de votre signature.',
        'La priorité de réembauche jusqu’au mar. 29 sept. 2026, si vous la demandez.',
        '183 jours d’ARE après le CSP, sans attente, si vous n’avez pas d’emploi.',
      ],
      lost: [
        'Le préavis : 2 mois, soit 6 000,00 €, versés à France Travail et non à vous.',
        'Du temps sous contrat : le contrat finit le lun. 29 sept. 2025 au lieu du dim. 16 nov. 2025.',
        'Des jours d’ARE : chaque jour d’ASP payé (365 jours ici) est retiré de leur durée.',
        'La possibilité de revenir seul en arrière : aucun texte ne la prévoit après l’acceptation.',
        'Une part de liberté : refuser une action, la manquer ou refuser deux offres raisonnables peut mettre fin au CSP.',
      ],
      gained: [
        '75 % du salaire de référence : 73,97 € par jour au lieu de 56,22 €.',
        'Aucune attente : l’allocation part du mar. 30 sept. 2025 ; sans CSP, 7 jours sans revenu après le préavis.',
        'Un accompagnement : pré-bilan dans les 8 jours, plan écrit, formation, un conseiller référent.',
        'Une prime de 50 % des droits restants si un emploi durable commence au plus tard le mer. 29 juil. 2026.',
        'Un retour possible : le CSP reprend si la période d’essai est rompue avant son terme.',
      ],
    })
  })
  it('does not speak of a wait that the reader supposes away', () => {
    expect(spoken(compared({ supposed: { waitingDays: 0 } }), 'fr')).toMatchObject({ gained: expect.arrayContaining(['Aucune attente : l’allocation part du mar. 30 sept. 2025.']) as unknown })
    expect(spoken(compared({ supposed: { waitingDays: 0 } }), 'en')).toMatchObject({ gained: expect.arrayContaining(['No waiting: the allowance starts on Tue 30 Sep 2025.']) as unknown })
  })
  it('says the same in English', () => {
    expect(spoken(compared(), 'en')).toMatchObject({
      lost: [
        'The notice: 2 months, €6,000.00, go to France Travail and not to you.',
        'Time under contract: the contract ends on Mon 29 Sep 2025 instead of Sun 16 Nov 2025.',
        'Days of ARE: each day of ASP paid (365 days here) is taken off its duration.',
        'The possibility of going back on your own: no text provides for it once the CSP is accepted.',
        'Some freedom: refusing or missing an action, or refusing two reasonable offers, may end the CSP.',
      ],
    })
  })
  it('says of the text of 2011 what it takes and gives', () => {
    const words = spoken(compared({ frame: { engagedOn: '2013-10-17', hiredOn: '2003-03-01' } }), 'fr')
    expect(words).toMatchObject({ lost: expect.arrayContaining(['Une part de liberté : refuser une action, la manquer ou refuser deux offres raisonnables peut mettre fin à l’allocation.']) as unknown })
    expect(words).toMatchObject({ gained: expect.arrayContaining(['Une indemnité, 12 mois au plus, si vous reprenez un emploi moins payé d’au moins 15 %.', '80 % du salaire de référence : 78,90 € par jour au lieu de 56,61 €.']) as unknown })
  })
  it('says of a short seniority that the notice is the person’s and the amount that of ARE', () => {
    const words = spoken(compared({ frame: { hiredOn: '2025-01-06', noticeMonths: 1, areDurationDays: 182 } }), 'fr')
    expect(words).toMatchObject({
      kept: expect.arrayContaining(['Le préavis, 3 000,00 € : sous un an d’ancienneté, il vous est versé en entier.']) as unknown,
      gained: expect.arrayContaining(['Une allocation dès le lendemain du contrat, 56,22 € par jour : sous un an d’ancienneté, son montant est celui de l’ARE.', 'Une indemnité, 12 mois au plus, si vous reprenez un emploi moins payé.']) as unknown,
    })
  })
  it('says what it supposes of the letter, the leave and the job', () => {
    const supposed = { paidLeave: '1000.00', job: { on: day('2025-10-06'), monthlyGross: '2800.00' } }
    expect(spoken(compared({ letterOn: '2025-09-25', supposed }), 'fr').assumptions).toEqual(expect.arrayContaining([
      'La lettre de licenciement est présentée le jeu. 25 sept. 2025 ; le préavis court de ce jour et finit le lun. 24 nov. 2025.',
      'Les congés non pris (1 000,00 €) sont payés des deux côtés ; sans CSP, ils retardent l’ARE de 10 jours, trente au plus.',
      'Le nouvel emploi est un CDI au même temps de travail, à partir du lun. 6 oct. 2025 avec le CSP ; le plan est validé avant et la prime demandée dans les trente jours.',
      'Sans CSP, l’emploi ne commence que le mar. 25 nov. 2025, le contrat courant encore.',
    ]))
  })
})
