import type { RunningContainer } from './container.ts'
import type { Addresses } from '../layout.ts'

export interface PodFacts {
  readonly host: Addresses
  readonly pod: Addresses
  readonly startTime: string
  /** When a condition changed last, by type; kept by the caller. */
  readonly transitions: Map<string, { status: string; at: string }>
  readonly initialized: boolean
}

/** The status that a kubelet would write; `initContainers` are sidecars and those that have ended. */
export function podStatus(
  facts: PodFacts,
  containers: readonly RunningContainer[],
  initContainers: readonly RunningContainer[],
): object {
  const running = containers.length > 0 && containers.every((one) => one.state().pid !== undefined)
  const sidecars = initContainers.filter(({ spec }) => spec.restartPolicy === 'Always')
  const ready = running && [...containers, ...sidecars].every((one) => one.state().ready)
  const everStarted =
    containers.length > 0 && containers.every((one) => one.state().startedAt !== undefined)
  const both = ({ ipv4, ipv6 }: Addresses) => [{ ip: ipv4 }, { ip: ipv6 }]
  return {
    phase: everStarted ? 'Running' : 'Pending',
    startTime: facts.startTime,
    hostIP: facts.host.ipv4,
    hostIPs: both(facts.host),
    podIP: facts.pod.ipv4,
    podIPs: both(facts.pod),
    conditions: [
      condition(facts, 'Initialized', facts.initialized),
      condition(facts, 'ContainersReady', ready),
      condition(facts, 'Ready', ready),
    ],
    containerStatuses: containers.map(containerStatus),
    initContainerStatuses: initContainers.map(containerStatus),
  }
}

function condition({ transitions }: PodFacts, type: string, holds: boolean): object {
  const status = holds ? 'True' : 'False'
  const known = transitions.get(type)
  const now = new Date().toISOString().replace(/\.\d+Z/, 'Z')
  const at = known?.status === status ? known.at : now
  transitions.set(type, { status, at })
  return { type, status, lastTransitionTime: at }
}

function containerStatus(container: RunningContainer): object {
  const { restarts, ready, started, startedAt, exitCode, pid, waiting } = container.state()
  const { name, image } = container.spec
  const now =
    pid !== undefined
      ? { running: { startedAt } }
      : waiting !== undefined
        ? { waiting: { reason: waiting } }
        : {
            terminated: { exitCode: exitCode ?? 0, reason: exitCode === 0 ? 'Completed' : 'Error' },
          }
  return { name, image, imageID: image, ready, started, restartCount: restarts, state: now }
}
