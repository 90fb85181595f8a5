import type { Vitals } from '../../status/vitals.ts'
import { nextTally, NOTHING_SENT } from '../../status/vitals.ts'
import type { Heartbeat, WireStatus } from '../../status/heartbeat.ts'
import type { ElectionMetrics, MetricInput } from '../../status/metric-samples.ts'
import type { PlanInForce, SpeakerReport } from '../../reports/report.ts'
import type { PlanOrigin, StatusDocument } from '../../status/document.ts'
import { statusDocument } from '../../status/document.ts'

/** A picture that is as young as this serves everybody who asks over HTTP: each one costs the loop time. */
const YOUNG_MILLISECONDS = 500

/** The loop answers within a turn; who waits longer than this is told so. */
const LONGEST_PICTURE_MILLISECONDS = 2000

/** What main knows about the speaker, for those who ask how it does. */
export interface SpeakerState {
  /** Takes from a report what it changes. */
  note(report: SpeakerReport): void
  /** The sockets are open. */
  started(): void
  /** These plans are carried out from now on, and no others. */
  adopted(plans: readonly PlanInForce[]): void
  beat(heartbeat: Heartbeat): void
  vitals(): Vitals
  /** May be half a second old. Rejects where the loop does not answer in time. */
  document(): Promise<StatusDocument>
  /** As it is after everything that has been noted. */
  freshDocument(): Promise<StatusDocument>
  /** Without what the loop alone knows, where it does not answer. */
  metrics(): Promise<MetricInput>
}

export interface StateOptions {
  readonly holder: string
  readonly origin: PlanOrigin
  readonly version: string
  /** Undefined: it is not elected. */
  readonly election?: () => ElectionMetrics
  /** Asks the loop for a picture of its machines. */
  readonly source: () => Promise<WireStatus>
  readonly clock?: Clock
}

export interface Clock {
  /** Monotonic milliseconds. */
  monotonic(): number
  /** Milliseconds since 1970. */
  wall(): number
}

const SYSTEM_CLOCK: Clock = { monotonic: () => performance.now(), wall: () => Date.now() }

export function createSpeakerState(options: StateOptions): SpeakerState {
  const { holder, origin, version, source, election, clock = SYSTEM_CLOCK } = options
  const freshPicture = async (): Promise<Picture> => ({
    ...(await inTime(source())),
    wall: clock.wall(),
  })
  const picture = shared(freshPicture, clock)
  const carrying = new Set<string>()
  let isStarted = false
  let isRefused = false
  let lastSign = clock.monotonic()
  let plans: readonly PlanInForce[] | undefined
  let beat: MetricInput['beat']
  let tally = NOTHING_SENT

  const documentOf = ({ statuses, now, wall }: Picture) => {
    const context = { holder, origin, digests: plans ?? [], election: election?.().status }
    return statusDocument(statuses, context, { wall, monotonic: now })
  }
  const links = () => (beat?.heartbeat.linksUp ?? []).filter((name) => carrying.has(name))
  return {
    note(report) {
      if (report.event === 'LinkUp') carrying.add(report.link)
      if (report.event === 'LinkDown') carrying.delete(report.link)
      if (report.event === 'PlanRefused') isRefused = true
    },
    started() {
      isStarted = true
      lastSign = clock.monotonic()
    },
    adopted(inForce) {
      plans = inForce
      isRefused = false
    },
    beat(heartbeat) {
      lastSign = clock.monotonic()
      beat = { heartbeat, wallMilliseconds: clock.wall() }
      tally = nextTally(tally, heartbeat)
    },
    vitals: () => ({
      silentMilliseconds: clock.monotonic() - lastSign,
      started: isStarted,
      addresses: plans?.reduce((sum, { addresses }) => sum + addresses, 0),
      links: links(),
      sendsFail: tally.sendsFail,
    }),
    document: async () => documentOf(await picture()),
    freshDocument: async () => documentOf(await freshPicture()),
    async metrics() {
      // A loop that is stuck is told by its last sign: the page must not go with it.
      const { statuses } = await picture().catch(() => NO_PICTURE)
      const digests = (plans ?? []).map(({ segment, digest }) => ({ segment, digest }))
      const nodeVersion = process.version
      const known = { version, nodeVersion, digests, planRefused: isRefused, statuses, beat }
      return { ...known, election: election?.() }
    },
  }
}

const NO_PICTURE: Pick<WireStatus, 'statuses'> = { statuses: [] }

type Picture = WireStatus & { readonly wall: number }

/** Asks once for all who want a picture at about the same time. */
function shared(picture: () => Promise<Picture>, clock: Clock): () => Promise<Picture> {
  let last: { readonly at: number; readonly picture: Promise<Picture> } | undefined
  return () => {
    const at = clock.monotonic()
    if (last === undefined || at - last.at >= YOUNG_MILLISECONDS) last = { at, picture: picture() }
    return last.picture
  }
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const tell = () => reject(new Error('the loop of the wire does not answer'))
    timer = setTimeout(tell, LONGEST_PICTURE_MILLISECONDS)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
