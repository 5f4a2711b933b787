import type { IndicatorId } from '../../indicators/definitions.ts'
import { formatCount } from '../../wording/format/amount.ts'
import { isNumber, maskedCount, type PackContent, type PackFigure } from './content.ts'
import { changeText, lastSeen, numberText, pointDetail, quarterLong, roundedChange, shownText, type FigureSpeech } from './figure-text.ts'

/** What a committee asks first. */
const FIRST: readonly IndicatorId[] = ['entries', 'inCsp', 'exits', 'preBilanInTime', 'planInTime', 'reviewInTime', 'firstTraining', 'workDuringCsp', 'durableAtExit', 'durableSixMonths', 'bonusTakeUp']

/** What is known when the sentences are written. */
export type Told = Pick<PackContent, 'figures' | 'quarters' | 'wider' | 'breakdowns' | 'places'>

function sentence(figure: PackFigure, { quarters, wider }: Told, speech: FigureSpeech): string | null {
  const { t } = speech
  const { now, previous, unit, name } = figure
  const before = quarters.at(-2)
  if (!isNumber(now.value)) {
    const last = lastSeen(figure, quarters)
    if (last !== null && isNumber(last.point.value)) {
      return t('takeaway.lastSeen', { name, figure: numberText(last.point.value, unit, speech), detail: detail(last.point, unit, speech), quarter: quarterLong(last.quarter, t) })
    }
    return null
  }
  let than = ''
  if (previous !== null && before !== undefined && isNumber(previous.value)) {
    const said = { figure: shownText(previous.value, unit, speech), quarter: quarterLong(before, t) }
    const change = roundedChange(now.value, previous.value, unit)
    than =
      change === 0 ? t('takeaway.thanSame', { quarter: said.quarter })
      : t(change > 0 ? 'takeaway.thanMore' : 'takeaway.thanLess', { ...said, change: changeText(change, unit, speech) })
  }
  // A count of a wider place says nothing beside that of a smaller one.
  const beside = unit === 'people' || wider === null || figure.wider === null || !isNumber(figure.wider.value) ? '' : t('takeaway.wider', { place: wider.name, figure: numberText(figure.wider.value, unit, speech) })
  return t('takeaway.line', { name, figure: numberText(now.value, unit, speech), detail: detail(now, unit, speech), than, wider: beside })
}

function detail(point: PackFigure['now'], unit: PackFigure['unit'], speech: FigureSpeech): string {
  const ratio = pointDetail(point, unit, speech)
  return ratio === '' ? '' : speech.t('takeaway.detail', { ratio })
}

/** The sentences of the page of reading: each figure as it stands, against the quarter before and the wider place. */
export function takeawaysOf(told: Told, speech: FigureSpeech): readonly string[] {
  const { t, locale } = speech
  const lines = FIRST.flatMap((id) => {
    const figure = told.figures.find((one) => one.id === id)
    const line = figure === undefined ? null : sentence(figure, told, speech)
    return line === null ? [] : [line]
  })
  const masked = maskedCount(told)
  const hidden = FIRST.flatMap((id) => told.figures.find((one) => one.id === id && one.now.value === 'masked')?.short ?? [])
  return [
    ...lines,
    ...(hidden.length === 0 ? [] : [t('takeaway.maskedNames', { names: hidden.map((name) => name.slice(0, 1).toLocaleLowerCase(locale) + name.slice(1)).join(', ') })]),
    t('takeaway.masked', { count: masked, shown: formatCount(masked, locale) }),
  ]
}

/** What a sentence is about, its colon included, and what it says of it. */
export function leadOf(line: string): { readonly lead: string; readonly rest: string } {
  const end = line.indexOf(':') + 1
  return { lead: line.slice(0, end), rest: line.slice(end) }
}
