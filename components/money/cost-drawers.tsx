import type { ReactNode } from 'react'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { COST_KINDS, FUNDERS, lastDayOfFunder } from '@/lib/cases/content/costs.ts'
import type { PlanLine } from '@/lib/cases/content/plan.ts'
import type { CostsOfFile } from '@/lib/cases/costs/costs-of-file.ts'
import { formatAmount } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { measureWords } from '@/components/plan/plan-words.ts'
import { costHref, type CostAddress } from './address.ts'
import { CostDrawer, WithdrawCostDrawer, type ShownCost } from './cost-drawer.tsx'
import type { CostFormState } from './cost-state.ts'
import { funderWords } from './cost-words.ts'

interface CostDrawerProps {
  readonly reference: string
  readonly costs: CostsOfFile
  readonly address: CostAddress | null
  readonly planLines: readonly PlanLine[]
  readonly today: Day
  readonly submissionId: string
  readonly locale: Locale
  readonly actions: { readonly save: FormAction<CostFormState>; readonly withdraw: FormAction<CostFormState> }
}

/** The lines of a plan by their ids, in words. */
export function planLineNames(lines: readonly PlanLine[], locale: Locale): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => (line.id === null ? [] : [[line.id, line.goal ?? measureWords(line, locale)] as const])))
}

/** A line of the plan as a cost begins on it: what it pays, by whom where a single funder is named. */
function startingOn(line: PlanLine | undefined, today: Day, locale: Locale): ShownCost {
  const [funding, ...others] = line?.funding ?? []
  const single = funding !== undefined && others.length === 0 ? funding : null
  return {
    kind: line === undefined ? '' : line.measure === 'training' ? 'training' : 'measure',
    label: line === undefined ? '' : (line.goal ?? measureWords(line, locale)),
    planLine: line?.id ?? '',
    amount: single?.amount ?? '',
    on: isoOf(today),
    funder: single?.source ?? '',
    state: 'planned',
  }
}

/** What the address asks of the costs, beside the plan; `null` where it asks for nothing its reader may do. */
export function costDrawer({ reference, costs, address, planLines, today, submissionId, locale, actions }: CostDrawerProps): ReactNode {
  if (address === null || !costs.mayRecord) return null
  const { money } = messagesFor(locale)
  const closeHref = costHref(reference)
  const names = planLineNames(planLines, locale)
  const line = address.open === 'new' ? null : (costs.lines.find(({ id }) => id === address.costId) ?? null)
  if (address.open !== 'new' && line === null) return null
  if (address.open === 'withdraw' && line !== null) {
    return (
      <WithdrawCostDrawer
        key={`withdraw-${line.id}`} reference={reference} costId={line.id} submissionId={submissionId} closeHref={closeHref} action={actions.withdraw}
        what={`${line.label}, ${formatAmount(line.amount, locale)}, ${funderWords(line.funder, locale)}`}
      />
    )
  }
  const shown: ShownCost = line === null
    ? startingOn(planLines.find(({ id }) => id !== null && address.open === 'new' && id === address.planLine), today, locale)
    : { kind: line.kind, label: line.label, planLine: line.planLine ?? '', amount: line.amount, on: isoOf(line.on), funder: line.funder, state: line.state }
  const kinds = COST_KINDS.filter((kind) => kind !== 'experiment_bonus' || costs.experiment || shown.kind === kind)
  const funders = FUNDERS.filter((funder) => lastDayOfFunder(funder) === null || shown.funder === funder)
  return (
    <CostDrawer
      key={`cost-${line?.id ?? 'new'}`}
      reference={reference}
      costId={line?.id ?? null}
      submissionId={submissionId}
      cost={shown}
      kinds={kinds.map((kind) => ({ value: kind, label: money.kind[kind] }))}
      funders={funders.map((funder) => ({ value: funder, label: money.funder[funder] }))}
      planLines={[...names].map(([value, label]) => ({ value, label }))}
      closeHref={closeHref}
      withdrawHref={line === null ? null : costHref(reference, { open: 'withdraw', costId: line.id })}
      action={actions.save}
    />
  )
}
