import type { LanView } from '../lan-view.ts'
import type { SegmentStatus } from '../status.ts'
import type { WireThread } from './wire-thread.ts'

/* Until the loop tells of the LAN by itself. */

export function pollLan(
  segment: string,
  thread: () => WireThread,
  tell: (view: LanView) => void,
): { close(): void } {
  const look = async () => {
    const picture = await thread()
      .status()
      .catch(() => undefined)
    const status = picture?.statuses.find((one) => one.segment === segment)
    if (status !== undefined) tell(lanViewOf(status))
  }
  const timer = setInterval(() => void look(), 200)
  return { close: () => clearInterval(timer) }
}

function lanViewOf({ segment, nodes, addresses }: SegmentStatus): LanView {
  const verdicts = new Map<string, 'unknown' | 'up' | 'down'>()
  for (const { node, method, verdict } of nodes) {
    if (method === 'self') continue
    const now = verdict === 'suspect' ? 'up' : verdict
    if (verdicts.get(node) !== 'up') verdicts.set(node, now)
  }
  return { segment, linkUp: addresses.length > 0, nodes: verdicts, speakers: new Map() }
}
