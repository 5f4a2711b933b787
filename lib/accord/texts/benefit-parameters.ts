import { day, type Day } from '../calendar/day.ts'
import { FIGURE_NAMES, type DatedFigure, type Figures } from './agreement.ts'

/*
 * Dated figures of the unemployment insurance that ASP and ARE are estimated with (euros gross a day,
 * unless said). Re-keyed from Unédic circulars, decrees and orders; each value holds from its day until
 * the next. Nothing was found for July 2026: the figures of July 2025 are kept, to be checked.
 */

const figure = (from: string, value: string, source: string): DatedFigure => ({ from: day(from), value, source })

/** Fixed part of ARE. */
const areFixedPart: readonly DatedFigure[] = [
  figure('2010-07-01', '11.17', 'Circ. Unédic 2010-10'),
  figure('2011-07-01', '11.34', 'Circ. Unédic 2011-28'),
  figure('2012-07-01', '11.57', 'Circ. Unédic 2012-18'),
  figure('2013-07-01', '11.64', 'Circ. Unédic 2013-11'),
  figure('2014-07-01', '11.72', 'Circ. Unédic 2014-20'),
  figure('2015-07-01', '11.76', 'Circ. Unédic 2015-14'),
  figure('2017-07-01', '11.84', 'Circ. Unédic 2017-14'),
  figure('2018-07-01', '11.92', 'Circ. Unédic 2018-14'),
  figure('2019-07-01', '12.00', 'Circ. Unédic 2019-08'),
  figure('2020-07-01', '12.05', 'Circ. Unédic 2020-09'),
  figure('2021-07-01', '12.12', 'Circ. Unédic 2021-08'),
  figure('2022-07-01', '12.47', 'Circ. Unédic 2022-09'),
  figure('2023-04-01', '12.71', 'D. 2023-228'),
  figure('2023-07-01', '12.95', 'Circ. Unédic 2023-06'),
  figure('2024-07-01', '13.11', 'Circ. Unédic 2024-05'),
  figure('2025-07-01', '13.18', 'Circ. Unédic 2025-07'),
]

/** Minimum ARE. */
const areMinimum: readonly DatedFigure[] = [
  figure('2010-07-01', '27.25', 'Circ. Unédic 2010-10'),
  figure('2011-07-01', '27.66', 'Circ. Unédic 2011-28'),
  figure('2012-07-01', '28.21', 'Circ. Unédic 2012-18'),
  figure('2013-07-01', '28.38', 'Circ. Unédic 2013-11'),
  figure('2014-07-01', '28.58', 'Circ. Unédic 2014-20'),
  figure('2015-07-01', '28.67', 'Circ. Unédic 2015-14'),
  figure('2017-07-01', '28.86', 'Circ. Unédic 2017-14'),
  figure('2018-07-01', '29.06', 'Circ. Unédic 2018-14'),
  figure('2019-07-01', '29.26', 'Circ. Unédic 2019-08'),
  figure('2020-07-01', '29.38', 'Circ. Unédic 2020-09'),
  figure('2021-07-01', '29.56', 'Circ. Unédic 2021-08'),
  figure('2022-07-01', '30.42', 'Circ. Unédic 2022-09'),
  figure('2023-04-01', '31.00', 'D. 2023-228'),
  figure('2023-07-01', '31.59', 'Circ. Unédic 2023-06'),
  figure('2024-07-01', '31.97', 'Circ. Unédic 2024-05'),
  figure('2025-07-01', '32.13', 'Circ. Unédic 2025-07'),
]

/** Floor of the benefit during training, under which ASP does not go. */
const trainingFloor: readonly DatedFigure[] = [
  figure('2010-07-01', '19.53', 'Circ. Unédic 2010-10'),
  figure('2011-07-01', '19.82', 'Circ. Unédic 2011-28'),
  figure('2012-07-01', '20.22', 'Circ. Unédic 2012-18'),
  figure('2013-07-01', '20.34', 'Circ. Unédic 2013-11'),
  figure('2014-07-01', '20.48', 'Circ. Unédic 2014-20'),
  figure('2015-07-01', '20.54', 'Circ. Unédic 2015-14'),
  figure('2017-07-01', '20.67', 'Circ. Unédic 2017-14'),
  figure('2018-07-01', '20.81', 'Circ. Unédic 2018-14'),
  figure('2019-07-01', '20.96', 'Circ. Unédic 2019-08'),
  figure('2020-07-01', '21.04', 'Circ. Unédic 2020-09'),
  figure('2021-07-01', '21.17', 'Circ. Unédic 2021-08'),
  figure('2022-07-01', '21.78', 'Circ. Unédic 2022-09'),
  figure('2023-04-01', '22.19', 'D. 2023-228'),
  figure('2023-07-01', '22.61', 'Circ. Unédic 2023-06'),
  figure('2024-07-01', '22.88', 'Circ. Unédic 2024-05'),
  figure('2025-07-01', '22.99', 'Circ. Unédic 2025-07'),
]

/** Share of the reference wage that ARE gives without its fixed part. */
const areRate: readonly DatedFigure[] = [
  figure('1989-10-01', '0.574', 'Règlement général de l’assurance chômage'),
  figure('2014-07-01', '0.57', 'Convention du 14 mai 2014'),
]

/** Highest gross daily allowance: the ARE rate on four times the monthly social security ceiling. */
const highestAllowance: readonly DatedFigure[] = [
  figure('2011-01-01', '222.38', 'Arrêté du 26 novembre 2010'),
  figure('2012-01-01', '228.79', 'Arrêté du 30 décembre 2011'),
  figure('2013-01-01', '232.95', 'Arrêté du 12 décembre 2012'),
  figure('2014-01-01', '236.19', 'Arrêté du 7 novembre 2013'),
  figure('2014-07-01', '234.55', 'Arrêté du 7 novembre 2013'),
  figure('2015-01-01', '237.62', 'Arrêté du 26 décembre 2014'),
  figure('2016-01-01', '241.22', 'Arrêté du 17 décembre 2015'),
  figure('2017-01-01', '245.04', 'Arrêté du 5 décembre 2016'),
  figure('2018-01-01', '248.19', 'Arrêté du 5 décembre 2017'),
  figure('2019-01-01', '253.14', 'Arrêté du 11 décembre 2018'),
  figure('2020-01-01', '256.96', 'Arrêté du 2 décembre 2019'),
  figure('2023-01-01', '274.80', 'Arrêté du 9 décembre 2022'),
  figure('2024-01-01', '289.64', 'Arrêté du 19 décembre 2023'),
  figure('2025-01-01', '294.21', 'Arrêté du 19 décembre 2024'),
  figure('2026-01-01', '300.21', 'Arrêté du 22 décembre 2025'),
]

/** The figures shipped with the code; an administrator's upratings are added to them (texts/added.ts). */
export const shippedFigures: Figures = { areFixedPart, areMinimum, trainingFloor, areRate, highestAllowance }

/** Whether every series has a figure on a day: none is known before July 2010, and nothing is estimated then. */
export function figuresReach(figures: Figures, on: Day): boolean {
  return FIGURE_NAMES.every((name) => figures[name].some((entry) => entry.from <= on))
}

/** The figure in force on a day; throws before the first (`figuresReach`). */
export function figureOn(series: readonly DatedFigure[], on: Day): DatedFigure {
  const found = series.findLast((entry) => entry.from <= on)
  if (found === undefined) throw new RangeError('no figure that early')
  return found
}
