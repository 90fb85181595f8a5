import { renderTable } from '../../api/text-table.ts'
import { digits, spanText } from '../status/duration-text.ts'
import type { ExpectedAnnouncing, ExpectedProbes, ExpectedRates } from './expected-rates.ts'
import type { SpeakerSettings } from '../lan/settings.ts'

/** What a plan will cost on the wire, for people. */
export function renderCost(rates: ExpectedRates, settings: SpeakerSettings): string {
  const { segment, addresses, nodes, pools } = rates
  const lines = [
    `Segment ${segment}: ${addresses.IPv4} IPv4 and ${addresses.IPv6} IPv6 addresses, ${nodesText(nodes)}.`,
    'On each link that carries all of them:',
    '',
    ...renderTable([
      ['probes', probesText(rates.probes)],
      ['', pacesText(rates.probes)],
      ['stretched', stretchText(rates.probes, settings)],
      ['announcing', onceText(rates.announcing, settings)],
      ['burst', burstText(rates.announcing, settings)],
      ['refresh', refreshText(rates.announcing, settings)],
    ]),
  ]
  if (pools.length > 0) lines.push('', ...poolTable(rates))
  return `${lines.join('\n')}\n`
}

function probesText({ perSecond }: ExpectedProbes): string {
  return `${digits(perSecond)} a second, and as many answers`
}

function pacesText({ paces }: ExpectedProbes): string {
  if (paces.length === 0) return 'there are no nodes'
  return paces
    .map(
      ({ nodes, intervalMilliseconds: interval }) =>
        `${nodesText(nodes)} each ${spanText(interval)}`,
    )
    .join(', ')
}

function nodesText(count: number): string {
  return count === 1 ? '1 node' : `${count} nodes`
}

function stretchText(probes: ExpectedProbes, { probesPerSecond }: SpeakerSettings): string {
  const { stretch, wantedPerSecond } = probes
  const budget = `the budget is ${probesPerSecond} a second (--probe-budget)`
  if (stretch === 1) return `no: ${budget}`
  return `every interval ${digits(stretch)} times: ${digits(wantedPerSecond)} a second are wanted, ${budget}`
}

function onceText(announcing: ExpectedAnnouncing, { framesPerSecond }: SpeakerSettings): string {
  const { framesOnce, secondsOnce } = announcing
  return `${framesOnce} frames for all addresses, within ${spanText(secondsOnce * 1000)} at ${framesPerSecond} a second (--frame-budget)`
}

function burstText(announcing: ExpectedAnnouncing, { burstMilliseconds }: SpeakerSettings): string {
  const { burstFrames, burstSeconds } = announcing
  return `${burstFrames} frames in ${burstMilliseconds.length} rounds, over after ${spanText(burstSeconds * 1000)}; known askers get unicast frames on top`
}

function refreshText(announcing: ExpectedAnnouncing, { refreshSeconds }: SpeakerSettings): string {
  if (refreshSeconds === 0) return 'never (--refresh-interval 0)'
  return `${digits(announcing.refreshPerSecond)} frames a second: each address every ${refreshSeconds} s`
}

function poolTable({ pools }: ExpectedRates): readonly string[] {
  const head = ['POOL', 'ADDRESSES', 'PROBED EACH', 'MISSES', 'DEATH NOTICED WITHIN']
  return renderTable([
    head,
    ...pools.map(({ pool, addresses, intervalMilliseconds, failureThreshold, detection }) => [
      pool,
      String(addresses),
      spanText(intervalMilliseconds),
      String(failureThreshold),
      `${spanText(detection.quickMilliseconds)}, or ${spanText(detection.slowMilliseconds)} where nodes answer late`,
    ]),
  ])
}
