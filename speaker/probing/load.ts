import { createAllowances } from '../timing/allowances.ts'
import type { ProbingStretched } from '../reports/report.ts'
import { baseInterval, type Target } from './target.ts'
import { ARP_PROBES_PER_SECOND, SLOW_FACTOR } from '../timing/constants.ts'

/** Keeps probing within its budgets, on each link by itself. */
export interface ProbeLoad {
  /** Sums up what the targets ask for; tells of links whose intervals are stretched otherwise than before. */
  follow(targets: readonly Target[]): readonly ProbingStretched[]
  /** What the interval of a target is multiplied by: 1 or more. */
  stretch(target: Target): number
  /** True if an ARP question may be sent on this link now; then it counts. */
  mayAsk(link: string, now: number): boolean
  /** True if a probe may be sent on this link now; then it counts. Only volleys ever reach the limit. */
  mayProbe(link: string, now: number): boolean
}

type Method = Target['method']

/** Ours: so many ARP questions may be asked at once; a volley for each of a rack's nodes. */
const ARP_BURST = 50

/** Ours: how many times the budget volleys may reach, and for how many seconds at once. */
const VOLLEY_FACTOR = 2
const VOLLEY_BURST_SECONDS = 0.1

/** The budget is for each link. Questions by ARP or NS have one of their own, at most ARP_PROBES_PER_SECOND. */
export function createProbeLoad(probesPerSecond: number): ProbeLoad {
  const stretches = new Map<string, number>()
  /** As it was when it was last told: many small steps are one large one. */
  const told = new Map<string, number>()
  const budget = { echo: probesPerSecond, arp: Math.min(probesPerSecond, ARP_PROBES_PER_SECOND) }
  const questions = createAllowances(budget.arp, ARP_BURST)
  const volleyRate = probesPerSecond * VOLLEY_FACTOR
  const probes = createAllowances(volleyRate, Math.max(1, volleyRate * VOLLEY_BURST_SECONDS))
  const stretchOf = (link: string, method: Method) => stretches.get(`${link} ${method}`) ?? 1
  return {
    follow(targets) {
      const before = new Map(told)
      stretches.clear()
      told.clear()
      return [...sums(targets)].flatMap(([key, sum]) => {
        const factor = Math.max(1, sum.wanted / budget[sum.method])
        const last = before.get(key) ?? 1
        const news = factor > 1 && isNews(last, factor)
        stretches.set(key, factor)
        if (factor > 1) told.set(key, news ? factor : last)
        return news ? [stretched(sum, factor)] : []
      })
    },
    stretch: ({ role, method }) => stretchOf(role.neighbor.link.state.name, method),
    mayAsk: (link, now) => questions.take(link, now),
    mayProbe: (link, now) => probes.take(link, now),
  }
}

interface Sum {
  readonly link: string
  readonly method: Method
  /** Probes a second, as the pools want them. */
  wanted: number
  targets: number
  /** The shortest interval of them all. */
  interval: number
}

function sums(targets: readonly Target[]): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>()
  for (const target of targets) {
    const { method, role } = target
    const link = role.neighbor.link.state.name
    const key = `${link} ${method}`
    const sum = found.get(key) ?? { link, method, wanted: 0, targets: 0, interval: Infinity }
    found.set(key, sum)
    const interval = baseInterval(target) * (role.isNeeded ? 1 : SLOW_FACTOR)
    sum.wanted += 1_000 / interval
    sum.targets += 1
    sum.interval = Math.min(sum.interval, interval)
  }
  return found
}

/** A change of a tenth or less is not reported. */
function isNews(before: number, after: number): boolean {
  return Math.abs(after - before) > before / 10
}

function stretched({ link, targets, interval, wanted }: Sum, factor: number): ProbingStretched {
  const actual = Math.round(interval * factor)
  return {
    level: 'warn',
    event: 'ProbingStretched',
    link,
    targets,
    intervalMilliseconds: actual,
    message: `${targets} node addresses on ${link} ask for ${Math.round(wanted)} probes a second: they are probed every ${actual} ms instead of every ${interval} ms`,
    hint: 'a dead node is noticed later by as much; raise --probe-budget, or spec.announce.probe.intervalMilliseconds of the pools',
  }
}
