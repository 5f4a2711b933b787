import { describe, expect, it } from 'vitest'
import { day } from '@/lib/accord'
import { compared, told } from './a-choice.ts'

// Each line with its rule, its days and what it rests on. The worked case is in choice.test.ts.
const job = (on: string, monthlyGross = '2800.00') => ({ on: day(on), monthlyGross })

describe('a comparison, whole: with a job supposed', () => {
  it('the date of hire is not known: no ASP, no notice, and nothing said that they would make false', () => {
    expect(told(compared({ frame: { hiredOn: null, noticeMonths: null }, supposed: { job: job('2026-03-02') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference null',
      accepted: [
        'contract to 2025-09-29, ASP -, ARE -, unpaid 0, used null, left null, total null',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = null',
        'asp R-200 (Conv. 2015 art. 15 §1) -..- 0 × null = null: sjrAreSame noOtherIncome',
        'job R-410 (Conv. 2015 art. 12 §2) = 19509.68: jobLasting earnedMonth',
      ],
      refused: [
        'contract to -, ASP -, ARE -, unpaid null, used null, left null, total null',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = null: letterEarliest',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = null: noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) -..- 0 × null = null: sjrAreSame noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 19509.68: jobLasting earnedMonth',
      ],
      stated: 'keptContest 12, keptRehire 2026-09-29, keptAre null true, lostReturn, lostDuties true, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 null, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, sameDuration M areDurationDays 548 true, jobLasting - job 2026-03-02, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['hiredOn', 'noticeMonths'],
    })
  })
  it('a high wage, the reference wage estimated from it, a job in March', () => {
    expect(told(compared({ frame: { sjr: null, monthlyGross: '6000.00' }, supposed: { job: job('2026-03-02') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 17899.93',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-03-01, ARE -, unpaid 0, used 153, left 395, total 78562.06',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 4400.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 16333.33: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-03-01 153 × 147.95 = 22636.35: sjrFromGross sjrAreSame areEstimated noDegression noOtherIncome',
        'bonus R-502 (Conv. 2015 art. 14) = 15682.70: jobLasting sjrFromGross sjrAreSame areEstimated noDegression',
        'job R-410 (Conv. 2015 art. 12 §2) = 19509.68: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-03-01, unpaid 7, used 98, left 450, total 60662.13',
        'wage R-118 (Conv. 2015 art. 4) = 1800.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 12000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 16333.33: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-03-01 98 × 112.44 = 11019.12: sjrFromGross sjrAreSame areEstimated noDegression registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 19509.68: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 16333.33, keptContest 12, keptRehire 2026-09-29, keptAre 395 true, lostNotice 12000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 153, lostReturn, lostDuties true, gainedRate 75 147.95 112.44 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrFromGross M sjr 197.26, sjrAreSame M sjrAre, areEstimated M areDaily 112.44, noDegression L -, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2026-03-02, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('under one year of seniority, a job in January', () => {
    expect(told(compared({ frame: { hiredOn: '2025-01-06', noticeMonths: 1, areDurationDays: 182 }, supposed: { job: job('2026-01-05', '2500.00') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 6320.48',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-01-04, ARE -, unpaid 0, used 97, left 85, total 37064.46',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'noticeBalance R-151 (Conv. 2015 art. 21) = 3000.00',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 562.50: severanceLegal',
        'asp R-202 (Av. 5 art. 9 ; Conv. 2015 art. 16) 2025-09-30..2026-01-04 97 × 56.22 = 5453.34: sjrAreSame areEstimated noOtherIncome',
        'wageGap R-510 (Conv. 2015 art. 13) = 3671.20: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 22177.42: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-10-16, ASP -, ARE 2025-10-24..2026-01-04, unpaid 7, used 73, left 109, total 30743.98',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 3000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 562.50: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-10-24..2026-01-04 73 × 56.22 = 4104.06: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 22177.42: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 562.50, keptNoticePay 3000.00 true, keptContest 12, keptRehire 2026-09-29, keptAre 85 true, lostContractEarlier 2025-09-29 2025-10-16, lostAreDays 97, lostReturn, lostDuties true, gainedNoRate 56.22, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedWageGap 12 0, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-10-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 182 true, severanceLegal H -, jobLasting - job 2026-01-05, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('under the text of 2011, a job that pays less', () => {
    expect(told(compared({ frame: { engagedOn: '2013-10-17', hiredOn: '2003-03-01' }, supposed: { job: job('2014-03-03', '2000.00') } }))).toEqual({
      dates: 'reflection to 2013-11-07, CSP 2013-11-08..2014-11-07, letter 2013-10-26, 14 months, difference 8712.07',
      accepted: [
        'contract to 2013-11-07, ASP 2013-11-08..2014-03-02, ARE -, unpaid 0, used 115, left 433, total 43600.61',
        'wage R-012 (ANI 2011 art. 9 al. 2) = 2151.61: earnedMonth',
        'severance R-140 (ANI 2011 art. 9 et 11) = 6833.33: severanceLegal',
        'asp R-200 (ANI 2011 art. 11) 2013-11-08..2014-03-02 115 × 78.90 = 9073.50: areEstimated noOtherIncome',
        'wageGap R-510 (ANI 2011 art. 17) = 7671.20: jobLasting areEstimated',
        'job R-410 (ANI 2011 art. 11) = 17870.97: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2013-12-25, ASP -, ARE 2014-01-02..2014-03-02, unpaid 7, used 60, left 488, total 34888.54',
        'wage R-118 (ANI 2011 art. 5) = 870.97: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 6750.00: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2014-01-02..2014-03-02 60 × 56.61 = 3396.60: areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (ANI 2011 art. 5) = 17870.97: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 6833.33, keptContest 12, keptRehire 2014-11-07, keptAre 433 true, lostNotice 6000.00 2, lostContractEarlier 2013-11-07 2013-12-25, lostAreDays 115, lostReturn, lostDuties false, gainedRate 80 78.90 56.61 rate, gainedAtOnce 2013-11-08 7, gainedSupport 8, gainedWageGap 12 15, gainedTrial',
      supposed: 'letterEarliest M letterOn 2013-10-26 2013-12-25, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, areEstimated M areDaily 56.61, sameDuration M areDurationDays 548 false, severanceLegal H -, jobLasting - job 2014-03-03, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job on the term', () => {
    expect(told(compared({ supposed: { job: job('2026-09-29') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 16 months, difference 4890.09',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-28, ARE -, unpaid 0, used 364, left 184, total 45915.41',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-28 364 × 73.97 = 26925.08: sjrAreSame areEstimated noOtherIncome',
        'wageGap R-510 (Conv. 2015 art. 13) = 36.99: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 8586.67: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-09-28, unpaid 7, used 309, left 239, total 41025.32',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-09-28 309 × 56.22 = 17371.98: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 8586.67: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 184 true, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 364, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2026-09-29, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job the day after the term', () => {
    expect(told(compared({ supposed: { job: job('2026-09-30') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 16 months, difference 4870.85',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-09-29, ARE -, unpaid 0, used 365, left 183, total 45859.05',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-09-29 365 × 73.97 = 26999.05: sjrAreSame areEstimated noOtherIncome',
        'job R-410 (Conv. 2015 art. 12 §2) = 8493.33: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-09-29, unpaid 7, used 310, left 238, total 40988.20',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-09-29 310 × 56.22 = 17428.20: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 8493.33: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 183 false, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 365, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2026-09-30, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job before the CSP starts, the notice not worked', () => {
    expect(told(compared({ supposed: { job: job('2025-09-20'), noticeWorked: false } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 7866.19',
      accepted: [
        'contract to 2025-09-29, ASP -, ARE -, unpaid 0, used 0, left 548, total 57559.53',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'bonus R-502 (Conv. 2015 art. 14) = 13499.53: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 33693.33: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE -, unpaid 0, used 0, left 548, total 49693.34',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'job R-118 (Conv. 2015 art. 4) = 34626.67: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 548 true, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2025-09-30, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job on the day on which ARE would begin', () => {
    expect(told(compared({ supposed: { job: job('2025-11-24') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 10833.70',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2025-11-23, ARE -, unpaid 0, used 55, left 493, total 54553.70',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2025-11-23 55 × 73.97 = 4068.35: sjrAreSame areEstimated noOtherIncome',
        'bonus R-502 (Conv. 2015 art. 14) = 11465.35: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 28653.33: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE -, unpaid 7, used 0, left 548, total 43720.00',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'job R-118 (Conv. 2015 art. 4) = 28653.33: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 493 true, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 55, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2025-11-24, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job the day after', () => {
    expect(told(compared({ supposed: { job: job('2025-11-25') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 10814.47',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2025-11-24, ARE -, unpaid 0, used 56, left 492, total 54497.36',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2025-11-24 56 × 73.97 = 4142.32: sjrAreSame areEstimated noOtherIncome',
        'bonus R-502 (Conv. 2015 art. 14) = 11428.37: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 28560.00: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2025-11-24, unpaid 7, used 1, left 547, total 43682.89',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2025-11-24 1 × 56.22 = 56.22: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral sameDuration noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 28560.00: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre 492 true, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 56, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, sameDuration M areDurationDays 548 true, severanceLegal H -, jobLasting - job 2025-11-25, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: [],
    })
  })
  it('a job, the duration of ARE not known', () => {
    expect(told(compared({ frame: { areDurationDays: null }, supposed: { job: job('2026-03-02') } }))).toEqual({
      dates: 'reflection to 2025-09-29, CSP 2025-09-30..2026-09-29, letter 2025-09-17, 13 months, difference 8948.67',
      accepted: [
        'contract to 2025-09-29, ASP 2025-09-30..2026-03-01, ARE -, unpaid 0, used null, left null, total 49034.58',
        'wage R-012 (Conv. 2015 art. 5 §1 et 6) = 2200.00: earnedMonth',
        'severance R-140 (Conv. 2015 art. 5 ; CT L1233-67) = 8166.67: severanceLegal',
        'asp R-200 (Conv. 2015 art. 15 §1) 2025-09-30..2026-03-01 153 × 73.97 = 11317.41: sjrAreSame areEstimated durationUnknown noOtherIncome',
        'bonus R-502 (Conv. 2015 art. 14) = 7840.82: jobLasting sjrAreSame areEstimated',
        'job R-410 (Conv. 2015 art. 12 §2) = 19509.68: jobLasting earnedMonth',
      ],
      refused: [
        'contract to 2025-11-16, ASP -, ARE 2025-11-24..2026-03-01, unpaid 7, used null, left null, total 40085.91',
        'wage R-118 (Conv. 2015 art. 4) = 900.00: letterEarliest earnedMonth',
        'notice R-118 (CT L1234-1) = 6000.00: letterEarliest noticePaidAlike',
        'severance R-118 (CT L1234-9 ; CT R1234-2) = 8166.67: severanceLegal noSpecificDeferral',
        'are R-118 (Règlement d’assurance chômage) 2025-11-24..2026-03-01 98 × 56.22 = 5509.56: sjrAreSame areEstimated registeredAtOnce waitingDays noLeave noSpecificDeferral durationUnknown noOtherIncome',
        'job R-118 (Conv. 2015 art. 4) = 19509.68: jobLasting earnedMonth',
      ],
      stated: 'keptSeverance 8166.67, keptContest 12, keptRehire 2026-09-29, keptAre null true, lostNotice 6000.00 2, lostContractEarlier 2025-09-29 2025-11-16, lostAreDays 153, lostReturn, lostDuties true, gainedRate 75 73.97 56.22 rate, gainedAtOnce 2025-09-30 7, gainedSupport 8, gainedBonus 2026-07-29 50, gainedTrial',
      supposed: 'letterEarliest M letterOn 2025-09-17 2025-11-16, noticePaidAlike L -, registeredAtOnce L -, waitingDays L waitingDays 7, noLeave L paidLeave 0 null, noSpecificDeferral L -, sjrAreSame M sjrAre, areEstimated M areDaily 56.22, durationUnknown - areDurationDays, severanceLegal H -, jobLasting - job 2026-03-02, noOtherIncome - -, earnedMonth - -, grossOnly - -',
      missing: ['areDurationDays'],
    })
  })
})
