import t from 'tap'
import type { Address } from '../../../../api/address.ts'
import { parseAddress } from '../../../../api/address.ts'
import type { Icmpv6Socket } from '../../../../speaker/io/linux/icmpv6-socket.ts'
import { openIcmpv6Sockets } from '../../../../speaker/io/linux/icmpv6-sockets.ts'

const JOIN = 20
const LEAVE = 21

function group(number: number): Address {
  return parseAddress(`ff02::1:ff00:${number}`) as Address
}

/** A kernel with room for so many groups in each socket. */
function fakeKernel(room: number) {
  const sockets: { groups: Set<string>; options: string[]; closed: boolean }[] = []
  const open = (): Icmpv6Socket => {
    const groups = new Set<string>()
    const options: string[] = []
    const socket = { groups, options, closed: false }
    sockets.push(socket)
    return {
      close: () => void (socket.closed = true),
      setOption: (level, option, value) => {
        const text = Buffer.from(value).toString('hex')
        if (option === JOIN && groups.size >= room) throw new Error('Cannot allocate memory')
        if (option === JOIN) groups.add(text)
        else if (option === LEAVE) groups.delete(text)
        else options.push(`${level} ${option} ${text}`)
      },
    }
  }
  return { open, sockets }
}

const link = { name: 'eth0', index: 1 }

t.test('groups are spread over sockets as the kernel refuses more', (t) => {
  const { open, sockets } = fakeKernel(2)
  const icmpv6 = openIcmpv6Sockets(open, link)
  for (const number of [1, 2, 3, 4, 5, 5]) icmpv6.join(group(number))
  t.same(
    sockets.map(({ groups }) => groups.size),
    [2, 2, 1],
  )
  t.ok(sockets[0]?.groups.has(`ff0200000000000000000001ff00000101000000`))
  icmpv6.leave(group(1))
  icmpv6.join(group(6))
  t.same(
    sockets.map(({ groups }) => groups.size),
    [2, 2, 1],
    'room that was left is used',
  )
  icmpv6.leave(group(9))
  icmpv6.close()
  t.ok(sockets.every(({ closed }) => closed))
  t.end()
})

t.test('a group that even an empty socket does not take is refused', (t) => {
  const { open, sockets } = fakeKernel(0)
  const icmpv6 = openIcmpv6Sockets(open, link)
  t.throws(() => icmpv6.join(group(1)), { message: 'Cannot allocate memory' })
  t.same(
    sockets.map(({ closed }) => closed),
    [true],
    'and leaves no socket behind',
  )
  t.end()
})

t.test('a socket belongs to its link and hears nothing', (t) => {
  const { open, sockets } = fakeKernel(9)
  openIcmpv6Sockets(open, link).join(group(1))
  t.same(sockets[0]?.options, [`58 1 ${'ff'.repeat(32)}`, '1 25 6574683000'])
  t.end()
})
