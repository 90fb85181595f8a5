import { nextCondition, type Condition } from '../../kubernetes/objects/condition.ts'
import { firstOf } from '../../api/text.ts'
import type { PlanPicture, Shortfall } from './picture.ts'

/** What keeps a plan from being carried out; the first of several is the reason of the conditions. */
export type PlanProblem = 'PlanRefused' | Shortfall

type ConditionReason =
  | PlanProblem
  /** Every address that somebody may answer for is announced. */
  | 'Announced'
  /** Nothing is under way. */
  | 'Settled'
  /** Nothing is in the way. */
  | 'NotStalled'

/** `reconciling` changes by itself; `stalled` waits for somebody to act. */
const KINDS: Readonly<Record<PlanProblem, 'stalled' | 'reconciling'>> = {
  PlanRefused: 'stalled',
  NoInterface: 'stalled',
  AddressHeld: 'stalled',
  NoCandidateUp: 'stalled',
  MacUnknown: 'reconciling',
  Checking: 'reconciling',
}

const SENTENCES: Readonly<Record<Shortfall, string>> = {
  NoInterface: 'no interface that is up has the network of',
  AddressHeld: 'another host has',
  NoCandidateUp: 'no candidate answers for',
  MacUnknown: 'the MAC of the owner is being asked for:',
  Checking: 'asked for before the first announcement:',
}

interface Problem {
  readonly reason: PlanProblem
  readonly message: string
}

export interface ConditionInput {
  readonly picture: PlanPicture
  /** Why the object that is there now cannot be read; the plan before it is carried out. */
  readonly refused: string | undefined
  readonly generation: number | undefined
  /** RFC 3339. */
  readonly now: string
}

/** Those before it keep their time as long as their status stays. */
export function planConditions(
  input: ConditionInput,
  before: readonly Condition[],
): readonly Condition[] {
  const problems = problemsOf(input)
  const stalled = problems.find(({ reason }) => KINDS[reason] === 'stalled')
  const reconciling = problems.find(({ reason }) => KINDS[reason] === 'reconciling')
  const { announced } = input.picture
  const ready = problems[0]
  const all = problems.map(({ message }) => message).join('; ')
  const conditions: readonly Pending[] = [
    ready === undefined
      ? { type: 'Ready', status: 'True', reason: 'Announced', message: wellText(announced) }
      : { type: 'Ready', status: 'False', reason: ready.reason, message: all },
    abnormal('Reconciling', reconciling, 'Settled'),
    abnormal('Stalled', stalled, 'NotStalled'),
  ]
  const { generation, now } = input
  return conditions.map(({ type, ...parts }) => {
    const last = before.find((one) => one.type === type)
    return nextCondition(type, parts, { before: last, generation, now })
  })
}

interface Pending {
  readonly type: 'Ready' | 'Reconciling' | 'Stalled'
  readonly status: 'True' | 'False'
  readonly reason: ConditionReason
  readonly message: string
}

function abnormal(
  type: Pending['type'],
  problem: Problem | undefined,
  otherwise: ConditionReason,
): Pending {
  if (problem === undefined) return { type, status: 'False', reason: otherwise, message: '' }
  return { type, status: 'True', ...problem }
}

function problemsOf({ picture, refused }: ConditionInput): readonly Problem[] {
  const order = Object.keys(SENTENCES) as Shortfall[]
  return [
    ...(refused === undefined ? [] : [{ reason: 'PlanRefused', message: refused } as const]),
    ...order.flatMap((reason): readonly Problem[] => {
      const addresses = picture.shortfalls.get(reason)
      if (addresses === undefined) return []
      return [{ reason, message: `${SENTENCES[reason]} ${few(addresses)}` }]
    }),
  ]
}

function wellText(announced: number): string {
  if (announced === 0) return 'there is no address to announce'
  return announced === 1 ? '1 address is announced' : `${announced} addresses are announced`
}

/** A message must stay short, however many there are. */
const NAMED = 3

function few(addresses: readonly string[]): string {
  return firstOf(addresses, NAMED)
}
