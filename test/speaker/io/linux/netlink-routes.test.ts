import t from 'tap'
import {
  AF_INET,
  AF_INET6,
  parseRoute,
  routeRequest,
} from '../../../../speaker/io/linux/netlink-routes.ts'
import { LITTLE_ENDIAN } from '../../../../speaker/io/linux/system-calls.ts'

const [DST, OIF, GATEWAY, MULTIPATH, TABLE, VIA] = [1, 4, 5, 9, 15, 18]

function number(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer)
}

interface Given {
  readonly family?: number
  readonly length?: number
  readonly table?: number
  readonly type?: number
  readonly flags?: number
  readonly attributes?: Readonly<Record<number, Uint8Array | undefined>>
}

/** 10.2.0.0/16 dev 3, but for what is given. */
function route(given: Given): ReturnType<typeof parseRoute> {
  const { family = AF_INET, length = 16, table = 254, type = 1, flags = 0 } = given
  const body = new DataView(new ArrayBuffer(12))
  for (const [at, value] of [
    [0, family],
    [1, length],
    [4, table],
    [7, type],
  ] as const)
    body.setUint8(at, value)
  body.setUint32(8, flags, LITTLE_ENDIAN)
  const attributes = new Map<number, Uint8Array>([
    [DST, Uint8Array.of(10, 2, 0, 0)],
    [OIF, number(3)],
  ])
  for (const [name, value] of Object.entries(given.attributes ?? {}))
    if (value === undefined) attributes.delete(Number(name))
    else attributes.set(Number(name), value)
  return parseRoute(AF_INET, body, attributes)
}

t.test('a prefix on the link', (t) => {
  t.match(route({}), { index: 3, prefix: { network: { text: '10.2.0.0' }, length: 16 } })
  t.ok(route({ table: 0, attributes: { [TABLE]: number(254) } }), 'the table as an attribute')
  t.end()
})

for (const [name, given] of [
  ['by a gateway', { attributes: { [GATEWAY]: Uint8Array.of(10, 0, 0, 1) } }],
  ['by a gateway of the other family', { attributes: { [VIA]: new Uint8Array(18) } }],
  ['by several next hops', { attributes: { [OIF]: undefined, [MULTIPATH]: new Uint8Array(16) } }],
  ['the default route', { length: 0 }],
  ['without a destination', { attributes: { [DST]: undefined } }],
  ['of another table', { table: 255 }],
  ['of a table with a long number', { table: 254, attributes: { [TABLE]: number(1000) } }],
  ['a blackhole', { type: 6 }],
  ['of a cache', { flags: 0x200 }],
  ['of another family', { family: AF_INET6 }],
] as const)
  t.test(`left out: ${name}`, (t) => {
    t.equal(route(given), undefined)
    t.end()
  })

t.test('the request names the family and the main table', (t) => {
  t.same([...routeRequest(AF_INET6)], [10, 0, 0, 0, 254, 0, 0, 0, 0, 0, 0, 0])
  t.end()
})
