import { networkInterfaces } from 'node:os'
import t from 'tap'
import {
  drainNetlinkHints,
  dumpNetwork,
  openNetlinkHints,
  parseMessages,
} from '../../../../speaker/io/linux/netlink.ts'
import { loadSystemCalls } from '../../../../speaker/io/linux/system-calls.ts'

const skip = process.platform === 'linux' ? false : 'needs Linux'

t.test('the dump has the interfaces and addresses that Node knows', { skip }, (t) => {
  const { links, addresses } = dumpNetwork(loadSystemCalls())
  t.ok(links.some(({ name }) => name === 'lo'))
  for (const [name, known = []] of Object.entries(networkInterfaces()))
    for (const { address, mac, cidr } of known) {
      const link = links.find((one) => one.name === name)
      t.equal(link?.mac ?? '00:00:00:00:00:00', mac, `MAC of ${name}`)
      const found = addresses.find((one) => one.address.text === address)
      t.equal(found?.index, link?.index, `interface of ${address}`)
      t.equal(found?.prefix.length, Number(cidr?.split('/')[1]), `prefix of ${address}`)
    }
  t.end()
})

t.test('the hints are silent while nothing changes', { skip }, (t) => {
  const calls = loadSystemCalls()
  const hints = openNetlinkHints(calls)
  drainNetlinkHints(calls, hints)
  t.equal(calls.recv(hints, new Uint8Array(64), 64), -1)
  calls.close(hints)
  t.end()
})

t.test('a message that claims to be longer than what is there ends the reading', (t) => {
  const bytes = new Uint8Array(36)
  const words = new Uint32Array(bytes.buffer)
  words[0] = 18
  words[5] = 400
  const [message, ...rest] = parseMessages(bytes)
  t.same(rest, [])
  t.equal(message?.body.byteLength, 2)
  t.same(parseMessages(new Uint8Array(15)), [])
  t.end()
})

t.test('the network of each IPv4 address is a route that the kernel has made', { skip }, (t) => {
  const { links, addresses, routes } = dumpNetwork(loadSystemCalls())
  const up = links.filter(({ name, flags }) => name !== 'lo' && (flags & 1) !== 0)
  for (const { index, prefix } of addresses) {
    if (prefix.network.family !== 'IPv4' || prefix.length === 32) continue
    if (!up.some((link) => link.index === index)) continue
    const found = routes.some(
      (route) =>
        route.index === index &&
        route.prefix.length === prefix.length &&
        route.prefix.network.text === prefix.network.text,
    )
    t.ok(found, `${prefix.network.text}/${prefix.length}`)
  }
  t.notOk(
    routes.some(({ prefix }) => prefix.length === 0),
    'no default route',
  )
  t.end()
})
