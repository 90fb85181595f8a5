import { compareAddresses, isRefused, parseAddress } from './address.ts'
import type { Address } from './address.ts'
import type {
  AnnouncementPlanSpec,
  PlanAnnouncement,
  PlanDigests,
  PlanNode,
  PlanPool,
} from './objects.ts'
import type { FieldReader } from './field-reader.ts'
import { compareText } from './order.ts'
import { UTC_TIME } from './time.ts'

const DIGEST = { pattern: /^sha256:[0-9a-f]{64}$/, name: '"sha256:" and 64 hexadecimal digits' }
const SERVICE = { pattern: /^[^/]+\/[^/]+$/, name: 'a Service as namespace/name' }

/** Reads the `spec` of a plan, and checks what refers to each other. */
export function readPlanSpec(reader: FieldReader, value: unknown): AnnouncementPlanSpec {
  const spec = reader.object(value, 'spec')
  const node = (item: unknown, path: string): PlanNode => readNode(reader, item, path)
  const pool = (item: unknown, path: string): PlanPool => readPool(reader, item, path)
  const nodes = reader.list(spec['nodes'], 'spec.nodes', node)
  const pools = reader.list(spec['pools'], 'spec.pools', pool)
  checkOrder(
    reader,
    'spec.nodes',
    nodes.map(({ name }) => name),
  )
  checkOrder(
    reader,
    'spec.pools',
    pools.map(({ name }) => name),
  )
  return {
    segment: reader.text(spec['segment'], 'spec.segment'),
    revision: reader.anyText(spec['revision'], 'spec.revision'),
    digests: readDigests(reader, spec['digests']),
    nodes,
    pools,
    announcements: readAnnouncements(reader, spec['announcements'], { nodes, pools }),
  }
}

function readDigests(reader: FieldReader, value: unknown): PlanDigests {
  const digests = reader.object(value, 'spec.digests')
  return {
    pools: reader.matching(digests['pools'], 'spec.digests.pools', DIGEST),
    state: reader.matching(digests['state'], 'spec.digests.state', DIGEST),
  }
}

function readNode(reader: FieldReader, value: unknown, path: string): PlanNode {
  const node = reader.object(value, path)
  return {
    name: reader.text(node['name'], `${path}.name`),
    addresses: reader.list(
      node['addresses'],
      `${path}.addresses`,
      (item, at) => readAddress(reader, item, at)?.text ?? '',
    ),
  }
}

function readAddress(reader: FieldReader, value: unknown, path: string): Address | undefined {
  const text = reader.text(value, path)
  const address = parseAddress(text)
  if (!isRefused(address) && address.text === text) return address
  const hint = isRefused(address) ? 'write an IPv4 or IPv6 address' : `write ${address.text}`
  if (text !== '') reader.fail(path, `${path} is no address in its canonical form: ${text}`, hint)
  return undefined
}

function readPool(reader: FieldReader, value: unknown, path: string): PlanPool {
  const pool = reader.object(value, path)
  const probe = reader.object(pool['probe'], `${path}.probe`)
  const at = (field: string): string => `${path}.${field}`
  const { interfaces } = pool
  const text = (item: unknown, itemPath: string): string => reader.text(item, itemPath)
  return {
    name: reader.text(pool['name'], at('name')),
    ...(interfaces === undefined
      ? {}
      : { interfaces: reader.list(interfaces, at('interfaces'), text) }),
    failback: reader.oneOf(pool['failback'], at('failback'), ['never', 'afterStable', 'immediate']),
    failbackDelaySeconds: reader.integer(
      pool['failbackDelaySeconds'],
      at('failbackDelaySeconds'),
      0,
    ),
    probe: {
      method: reader.oneOf(probe['method'], at('probe.method'), ['auto', 'echo', 'arp']),
      intervalMilliseconds: reader.integer(
        probe['intervalMilliseconds'],
        at('probe.intervalMilliseconds'),
        1,
      ),
      failureThreshold: reader.integer(probe['failureThreshold'], at('probe.failureThreshold'), 1),
    },
    conflictDetection: reader.oneOf(pool['conflictDetection'], at('conflictDetection'), [
      'off',
      'report',
      'hold',
    ]),
  }
}

interface Tables {
  readonly nodes: readonly PlanNode[]
  readonly pools: readonly PlanPool[]
}

function readAnnouncements(
  reader: FieldReader,
  value: unknown,
  { nodes, pools }: Tables,
): PlanAnnouncement[] {
  const names = new Set(pools.map(({ name }) => name))
  let last: Address | undefined
  return reader.list(value, 'spec.announcements', (item, path) => {
    const fields = reader.object(item, path)
    const address = readAddress(reader, fields['address'], `${path}.address`)
    if (last !== undefined && address !== undefined && compareAddresses(last, address) >= 0)
      notInOrder(reader, `${path}.address`, last.text)
    last = address ?? last
    const pool = reader.text(fields['pool'], `${path}.pool`)
    if (pool !== '' && !names.has(pool))
      reader.fail(`${path}.pool`, `${path}.pool is not in spec.pools: ${pool}`, FROM_ONE_PLAN)
    return {
      address: address?.text ?? '',
      services: readServices(reader, fields['services'], `${path}.services`),
      pool,
      candidates: readCandidates(reader, fields['candidates'], {
        path: `${path}.candidates`,
        nodes: nodes.length,
      }),
      since: reader.matching(fields['since'], `${path}.since`, UTC_TIME),
      ...readHealthPort(reader, fields['healthCheckNodePort'], `${path}.healthCheckNodePort`),
    }
  })
}

function readHealthPort(
  reader: FieldReader,
  value: unknown,
  path: string,
): Pick<PlanAnnouncement, 'healthCheckNodePort'> {
  return value === undefined ? {} : { healthCheckNodePort: reader.integer(value, path, 1) }
}

const FROM_ONE_PLAN = 'take the plan as "bellwether plan" printed it, in one piece'

function readServices(reader: FieldReader, value: unknown, path: string): string[] {
  const read = (item: unknown, at: string): string => reader.matching(item, at, SERVICE)
  const services = reader.list(value, path, read)
  if (services.length === 0)
    reader.fail(path, `${path} names no Service`, 'remove the address, or name its Service')
  checkOrder(reader, path, services)
  return services
}

function readCandidates(
  reader: FieldReader,
  value: unknown,
  { path, nodes }: { readonly path: string; readonly nodes: number },
): number[] {
  const candidates = reader.list(value, path, (item, at) => {
    const index = reader.integer(item, at, 0)
    if (index >= nodes && item === index)
      reader.fail(at, `${at} is ${index}, and spec.nodes has ${nodes} entries`, FROM_ONE_PLAN)
    return index
  })
  if (new Set(candidates).size < candidates.length)
    reader.fail(path, `${path} names a node twice`, 'name each candidate once')
  return candidates
}

/** Sorted, nothing twice. An empty text is one that could not be read, and has its finding. */
function checkOrder(reader: FieldReader, path: string, texts: readonly string[]): void {
  const at = texts.findIndex((text, index) => {
    const before = texts[index - 1]
    return before !== undefined && text !== '' && compareText(before, text) >= 0
  })
  if (at > 0) notInOrder(reader, `${path}[${at}]`, texts[at - 1]!)
}

function notInOrder(reader: FieldReader, path: string, before: string): void {
  reader.fail(
    path,
    `${path} must come before ${before}, or is there twice`,
    'sort the list, and remove what is there twice',
  )
}
