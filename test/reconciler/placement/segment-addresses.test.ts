import t from 'tap'
import { isRefused, parseAddress, parsePrefix } from '../../../api/address.ts'
import type { Address, Prefix } from '../../../api/address.ts'
import { addressesOnSegment, isOnSegment } from '../../../reconciler/placement/segment-addresses.ts'

function address(text: string): Address {
  const parsed = parseAddress(text)
  if (isRefused(parsed)) throw new Error(text)
  return parsed
}

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text)
  if (isRefused(parsed)) throw new Error(text)
  return parsed
}

const cases: readonly {
  readonly name: string
  readonly internal: readonly string[]
  readonly annotated?: Readonly<Record<string, readonly string[]>>
  readonly networks?: readonly string[]
  readonly expected: readonly string[]
}[] = [
  {
    name: 'InternalIPs where nothing else is said, sorted',
    internal: ['fd00::1', '10.0.0.9', '10.0.0.10'],
    expected: ['10.0.0.9', '10.0.0.10', 'fd00::1'],
  },
  {
    name: 'the annotation of the segment instead of the InternalIPs',
    internal: ['10.0.0.9'],
    annotated: { lan: ['192.168.0.9'] },
    expected: ['192.168.0.9'],
  },
  {
    name: 'not the annotation of another segment',
    internal: ['10.0.0.9'],
    annotated: { dmz: ['192.168.0.9'] },
    expected: ['10.0.0.9'],
  },
  {
    name: 'only what is inside one of the networks',
    internal: ['10.0.0.9', '172.16.0.9', 'fd00::1', 'fd01::1'],
    networks: ['10.0.0.0/24', 'fd00::/64'],
    expected: ['10.0.0.9', 'fd00::1'],
  },
  {
    name: 'the first and the last address of a network are inside',
    internal: ['10.0.0.0', '10.0.0.255', '10.0.1.0'],
    networks: ['10.0.0.0/24'],
    expected: ['10.0.0.0', '10.0.0.255'],
  },
  { name: 'none', internal: ['10.0.0.9'], networks: ['10.0.1.0/24'], expected: [] },
]

for (const { name, internal, annotated = {}, networks = [], expected } of cases)
  t.test(name, async (t) => {
    const node = {
      internalIPs: internal.map(address),
      segmentAddresses: Object.fromEntries(
        Object.entries(annotated).map(([segment, texts]) => [segment, texts.map(address)]),
      ),
    }
    const found = addressesOnSegment(node, 'lan', networks.map(prefix))
    t.equal(isOnSegment(node, 'lan', networks.map(prefix)), found.length > 0)
    t.strictSame(
      found.map(({ text }) => text),
      expected,
    )
  })
