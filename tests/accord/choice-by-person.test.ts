import { describe, expect, it } from 'vitest'
import { compared, told } from './a-choice.ts'

// Each line with its rule, its days and what it rests on. The worked case is in choice.test.ts.
describe('a comparison, whole: by what is known of the person', () => {
  it('nothing is known of the person: the days of the CSP, and what is missing', () => {
    expect(told(compared({ frame: { hiredOn: null, monthlyGross: null, noticeMonths: null, sjr: null, areDurationDays: null } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference null',
      accepted: [
        'contract to 2025-09-29, ASP -, ARE -, unpaid 0, used null, left null, total null',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = null: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = null',
        'asp R-200 (Conv. 2015 art. 15 §1) -..- 0 × null = null: durationUnknown noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE -, unpaid null, used null, left null, total null',
        'wage R-118 (Conv. 2015 art. 4) = null: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = null: letterEarliest',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = null: noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) -..- 0 × null = null: durationUnknown noOtherIncome',
      ],
      stated: 'keptContest 12, keptRehire 2026-09-29, keptAre null false, lostReturn, lostDuties true, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 null, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, durationUnknown - areDurationDays, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['hiredOn', 'monthlyGross', 'noticeMonths', 'areDurationDays'],
    })
  })
  it('the date of hire alone is known: days and the legal notice, no money', () => {
    expect(told(compared({ frame: { monthlyGross: null, noticeMonths: null, sjr: null, areDurationDays: null } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference null',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE -, unpaid 0, used null, left null, total null',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = null: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = null: noticeLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-29 365 × null = null: durationUnknown noOtherIncome',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..-, unpaid 7, used null, left null, total null',
        'wage R-118 (Conv. 2015 art. 4) = null: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = null: letterEarliest noticeLegal noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = null: noticeLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-09-30 311 × null = null: registeredAtOnce waitingDays noLeave noSpecificDeferral durationUnknown noOtherIncome',
      ],
      stated: 'keptContest 12, keptRehire 2026-09-29, keptAre null false, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticeLegal M noticeMonths 2, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, durationUnknown - areDurationDays, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['monthlyGross', 'areDurationDays'],
    })
  })
  it('a protected employee, with leave not taken: all counted from the decision', () => {
    expect(told(compared({ frame: { protectedEmployee: true, noticeMonths: null }, decisionOn: '2025-10-20', supposed: { paidLeave: '1000.00' } }))).toEqual({
      dates: 'reflection to 2025-10-21, CSP 2025-10-22..2026-10-21, letter 2025-10-22, 23 months, difference 478.75',
      accepted: [
        'contract to 2025-10-21, ASP 2025-10-22..2026-10-21, ARE 2026-10-22..2027-04-22, unpaid 0, used 548, left 0, total 50869.57',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 4332.26: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8250.00: severanceLegal noticeLegal',
        'paidLeave R-204 (Conv. 2015 art. 17) = 1000.00: leaveDeferral',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-10-22..2026-10-21 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2026-10-22..2027-04-22 183 × 56.22 = 10288.26: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to 2025-12-21, ASP -, ARE 2026-01-08..2027-07-09, unpaid 17, used 548, left 0, total 50390.82',
        'wage R-118 (Conv. 2015 art. 4) = 4332.26: letterAfterReflection earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterAfterReflection noticeLegal noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8250.00: severanceLegal noticeLegal noSpecificDeferral',
        'paidLeave R-118 (CT L3141-28) = 1000.00: leaveDeferral',
        'are R-118 (Règlement d’assurance chômage) 2026-01-08..2027-07-09 548 × 56.22 = 30808.56: sjrAreSame areEstimated registeredAtOnce waitingDays leaveDeferral noSpecificDeferral sameDuration noOtherIncome',
      ],
      stated: 'keptSeverance 8250.00, keptContest 12, keptRehire 2026-10-21, keptAre 183 false, lostNotice 6000.00 2, lostContractEarlier 2025-10-21 2025-12-21, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-10-22 17, gainedSupport 8, gainedBonus 2026-08-21 50, gainedTrial',
      supposed: 'decisionSupposed - decisionOn 2025-10-20, letterAfterReflection L letterOn 2025-10-22 2025-12-21, noticeLegal M noticeMonths 2, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, leaveDeferral L paidLeave 10 1000.00, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('France Travail proposes, the duration of ARE not known', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail', areDurationDays: null }, proposedOn: '2025-10-01' }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 13 months, difference 5972.77',
      accepted: [
        'contract to -, ASP 2025-10-23..2026-10-22, ARE -, unpaid 7, used null, left null, total 27842.35',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-10-23..2026-10-22 365 × 73.97 = 26999.05: sjrAreSame areEstimated durationUnknown noOtherIncome',
        'are R-130 (Conv. 2015 art. 7) 2025-10-08..2025-10-22 15 × 56.22 = 843.30: sjrAreSame areEstimated noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-08..-, unpaid 7, used null, left null, total 21869.58',
        'are R-118 (Règlement d’assurance chômage) 2025-10-08..2026-10-31 389 × 56.22 = 21869.58: sjrAreSame areEstimated registeredAtOnce waitingDays durationUnknown noOtherIncome',
      ],
      stated: 'keptContest 12, keptAre null false, lostAreDays 365, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedSupport 8, gainedBonus 2026-08-22 50, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 7, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, durationUnknown - areDurationDays, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['areDurationDays'],
    })
  })
  it('France Travail proposes under the text of 2011: no benefit before the CSP', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail', engagedOn: '2013-10-17', hiredOn: '2003-03-01' }, proposedOn: '2013-10-17' }))).toEqual({
      dates: 'reflection to 2013-11-07, CSP 2013-11-07..2014-11-06, letter -, 20 months, difference 8135.85',
      accepted: [
        'contract to -, ASP 2013-11-07..2014-11-06, ARE 2014-11-07..2015-05-08, unpaid 21, used 548, left 0, total 39158.13',
        'asp R-200 (ANI 2011 art. 11) 2013-11-07..2014-11-06 365 × 78.90 = 28798.50: areEstimated noOtherIncome',
        'are R-603 (ANI 2011 art. 19) 2014-11-07..2015-05-08 183 × 56.61 = 10359.63: areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2013-10-24..2015-04-24, unpaid 7, used 548, left 0, total 31022.28',
        'are R-118 (Règlement d’assurance chômage) 2013-10-24..2015-04-24 548 × 56.61 = 31022.28: areEstimated registeredAtOnce waitingDays sameDuration noOtherIncome',
      ],
      stated: 'keptContest 12, keptAre 183 false, lostAreDays 365, lostDuties false, gainedRate 80 78.90 56.61 rate, gainedSupport 8, gainedWageGap 12 15, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 7, areEstimated M areDaily 56.61, sameDuration M areDurationDays 548 false, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('France Travail proposes, one day of benefit before the CSP', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail' }, proposedOn: '2025-10-01', supposed: { waitingDays: 21 } }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 19 months, difference 6478.75',
      accepted: [
        'contract to -, ASP 2025-10-23..2026-10-22, ARE 2026-10-23..2027-04-22, unpaid 21, used 548, left 0, total 37287.31',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-10-23..2026-10-22 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2025-10-22..2027-04-22 183 × 56.22 = 10288.26: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-22..2027-04-22, unpaid 21, used 548, left 0, total 30808.56',
        'are R-118 (Règlement d’assurance chômage) 2025-10-22..2027-04-22 548 × 56.22 = 30808.56: sjrAreSame areEstimated registeredAtOnce waitingDays sameDuration noOtherIncome',
      ],
      stated: 'keptContest 12, keptAre 182 false, lostAreDays 365, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedSupport 8, gainedBonus 2026-08-22 50, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 21, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('France Travail proposes, a wait as long as the reflection: no benefit before the CSP', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail' }, proposedOn: '2025-10-01', supposed: { waitingDays: 22 } }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 19 months, difference 6478.75',
      accepted: [
        'contract to -, ASP 2025-10-23..2026-10-22, ARE 2026-10-23..2027-04-23, unpaid 22, used 548, left 0, total 37287.31',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-10-23..2026-10-22 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2026-10-23..2027-04-23 183 × 56.22 = 10288.26: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-23..2027-04-23, unpaid 22, used 548, left 0, total 30808.56',
        'are R-118 (Règlement d’assurance chômage) 2025-10-23..2027-04-23 548 × 56.22 = 30808.56: sjrAreSame areEstimated registeredAtOnce waitingDays sameDuration noOtherIncome',
      ],
      stated: 'keptContest 12, keptAre 183 false, lostAreDays 365, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedSupport 8, gainedBonus 2026-08-22 50, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 22, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('France Travail proposes, under one year of seniority: the days used before the CSP shorten ASP', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail', hiredOn: '2025-01-06', areDurationDays: 182 }, proposedOn: '2025-10-01' }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 13 months, difference 0.00',
      accepted: [
        'contract to -, ASP 2025-10-23..2026-04-07, ARE -, unpaid 7, used 182, left 0, total 10232.04',
        'asp R-202 (Av. 5 art. 9 ; Conv. 2015 art. 16) 2025-10-23..2026-04-07 167 × 56.22 = 9388.74: sjrAreSame areEstimated noOtherIncome',
        'are R-130 (Conv. 2015 art. 7) 2025-10-08..2025-10-22 15 × 56.22 = 843.30: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-08..2026-04-07, unpaid 7, used 182, left 0, total 10232.04',
        'are R-118 (Règlement d’assurance chômage) 2025-10-08..2026-04-07 182 × 56.22 = 10232.04: sjrAreSame areEstimated registeredAtOnce waitingDays sameDuration noOtherIncome',
      ],
      stated: 'keptContest 12, lostAreDays 167, lostDuties true, gainedNoRate 56.22, gainedSupport 8, gainedWageGap 12 0, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 7, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 182 true, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('France Travail proposes, nothing is known', () => {
    expect(told(compared({ frame: { entryPath: 'france_travail', hiredOn: null, sjr: null, monthlyGross: null, areDurationDays: null }, proposedOn: '2025-10-01' }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 13 months, difference null',
      accepted: [
        'contract to -, ASP -, ARE -, unpaid 7, used null, left null, total null',
        'asp R-200 (Conv. 2015 art. 15 §1) -..- 0 × null = null: durationUnknown noOtherIncome',
        'are R-130 (Conv. 2015 art. 7) 2025-10-08..2025-10-22 15 × null = null: noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-08..-, unpaid 7, used null, left null, total null',
        'are R-118 (Règlement d’assurance chômage) 2025-10-08..2026-10-31 389 × null = null: registeredAtOnce waitingDays durationUnknown noOtherIncome',
      ],
      stated: 'keptContest 12, keptAre null false, lostDuties true, gainedSupport 8, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 7, durationUnknown - areDurationDays, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['hiredOn', 'sjr', 'areDurationDays'],
    })
  })
  it('an experimental public has no contract to contest', () => {
    expect(told(compared({ frame: { entryPath: 'experiment' }, proposedOn: '2025-10-01' }))).toEqual({
      dates: 'reflection to 2025-10-22, CSP 2025-10-23..2026-10-22, letter -, 19 months, difference 6478.75',
      accepted: [
        'contract to -, ASP 2025-10-23..2026-10-22, ARE 2026-10-23..2027-04-08, unpaid 7, used 548, left 0, total 37287.31',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-10-23..2026-10-22 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2025-10-08..2027-04-08 183 × 56.22 = 10288.26: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to -, ASP -, ARE 2025-10-08..2027-04-08, unpaid 7, used 548, left 0, total 30808.56',
        'are R-118 (Règlement d’assurance chômage) 2025-10-08..2027-04-08 548 × 56.22 = 30808.56: sjrAreSame areEstimated registeredAtOnce waitingDays sameDuration noOtherIncome',
      ],
      stated: 'keptAre 168 false, lostAreDays 365, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedSupport 8, gainedBonus 2026-08-22 50, gainedTrial',
      supposed: 'registeredAtOnce L -, waitingDays L waitingDays 7, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('no notice and leave not taken: the contract ends with the letter', () => {
    expect(told(compared({ frame: { noticeMonths: 0, hiredOn: '2025-06-02' }, supposed: { paidLeave: '500.00' } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 19 months, difference 1200.00',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE 2026-09-30..2027-03-31, unpaid 0, used 548, left 0, total 33508.56',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'paidLeave R-204 (Conv. 2015 art. 17) = 500.00: leaveDeferral',
        'asp R-202 (Av. 5 art. 9 ; Conv. 2015 art. 16) 2025-09-30..2026-09-29 365 × 56.22 = 20520.30: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2026-09-30..2027-03-31 183 × 56.22 = 10288.26: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to 2025-09-17, ASP -, ARE 2025-09-30..2027-03-31, unpaid 12, used 548, left 0, total 32308.56',
        'wage R-118 (Conv. 2015 art. 4) = 1000.00: letterEarliest earnedMonth',
        'paidLeave R-118 (CT L3141-28) = 500.00: leaveDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-09-30..2027-03-31 548 × 56.22 = 30808.56: sjrAreSame areEstimated registeredAtOnce waitingDays leaveDeferral noSpecificDeferral sameDuration noOtherIncome',
      ],
      stated: 'keptContest 12, keptRehire 2026-09-29, keptAre 183 false, lostAreDays 365, lostReturn, lostDuties true, gainedNoRate 56.22, gainedAtOnce 2025-09-30 12, gainedSupport 8, gainedWageGap 12 0, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-09-17, registeredAtOnce L -, waitingDays L waitingDays 7, leaveDeferral L paidLeave 5 500.00, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('ARE as long as the CSP leaves none after it; three months shown', () => {
    expect(told(compared({ frame: { areDurationDays: 365 }, supposed: { months: 3 } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 3 months, difference -507.40',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE -, unpaid 0, used 62, left 303, total 14952.81',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2025-11-30 62 × 73.97 = 4586.14: sjrAreSame areEstimated noOtherIncome',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-11-23, unpaid 7, used 7, left 358, total 15460.21',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2025-11-30 7 × 56.22 = 393.54: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 365 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('no day of ARE', () => {
    expect(told(compared({ frame: { areDurationDays: 0 } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 22299.05',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE -, unpaid 0, used 0, left 0, total 37365.72',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-29 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE -, unpaid 7, used 0, left 0, total 15066.67',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 0 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('one day more of ARE than the CSP has', () => {
    expect(told(compared({ frame: { areDurationDays: 366 } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 15 months, difference 1778.75',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE 2026-09-30..2026-09-30, unpaid 0, used 366, left 0, total 37421.94',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-29 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2026-09-30..2026-09-30 1 × 56.22 = 56.22: sjrAreSame areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-11-24, unpaid 7, used 366, left 0, total 35643.19',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-11-24 366 × 56.22 = 20576.52: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 1 false, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 366 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a reference wage of ARE of its own, part time', () => {
    expect(told(compared({ frame: { sjr: '50.00', sjrAre: '40.00', workingTimeShare: 0.5 } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 21 months, difference 665.50',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE 2026-09-30..2027-03-31, unpaid 0, used 548, left 0, total 28226.57',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-29 365 × 37.50 = 13687.50: areEstimated noOtherIncome',
        'are R-603 (Conv. 2015 art. 27 §1) 2026-09-30..2027-03-31 183 × 22.80 = 4172.40: areEstimated sameDuration noOtherIncome',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2027-05-25, unpaid 7, used 548, left 0, total 27561.07',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2027-05-25 548 × 22.80 = 12494.40: areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 183 false, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 37.50 22.80 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, areEstimated M areDaily 22.80, sameDuration M areDurationDays 548 true, severanceLegal H -, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
})
