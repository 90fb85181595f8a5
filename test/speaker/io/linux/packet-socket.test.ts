import t from 'tap'
import { addressFromBytes } from '../../../../api/address.ts'
import { openPacketLink } from '../../../../speaker/io/linux/packet-socket.ts'
import type { SystemCalls } from '../../../../speaker/io/linux/system-calls.ts'
import { systemCallError } from '../../../../speaker/io/linux/system-calls.ts'
import type { Mac } from '../../../../speaker/wire/mac.ts'
import type { LinkState } from '../../../../speaker/lan/link-state.ts'

const [EPERM, ENOMEM, EAGAIN, ENODEV] = [1, 12, 11, 19]

const state: LinkState = {
  name: 'eth0',
  index: 2,
  up: true,
  mac: '02:00:00:00:00:01' as Mac,
  addresses: [],
}

interface Given {
  /** The longest program that it has memory for, in instructions. */
  readonly longest?: number
  readonly bindError?: { readonly on: number; readonly errno: number }
  readonly sendError?: number
}

/** A kernel whose sockets are 10, 20 and 30. */
function kernel({ longest = 4096, bindError, sendError }: Given) {
  const log: string[] = []
  let opened = 0
  const calls: Partial<SystemCalls> = {
    socket: () => 10 * ++opened,
    attachFilter: (descriptor, program) => {
      if (program.length / 8 > longest) throw systemCallError('setsockopt', ENOMEM)
      log.push(`filter ${descriptor} ${program.length / 8}`)
    },
    setOption: () => undefined,
    bind: (descriptor, address) => {
      if (bindError?.on === descriptor) throw systemCallError('bind', bindError.errno)
      log.push(`bind ${descriptor} ${Buffer.from(address.subarray(2, 4)).toString('hex')}`)
    },
    close: (descriptor) => void log.push(`close ${descriptor}`),
    send: (descriptor) => {
      if (sendError !== undefined) return -1
      log.push(`send ${descriptor}`)
      return 42
    },
    errno: () => sendError ?? 0,
  }
  const receiver = { receive: () => undefined }
  const open = () =>
    openPacketLink({ calls: calls as SystemCalls, receiver, echoIdentifier: 7 }, state)
  return { log, open, calls }
}

t.test('three sockets, and each frame by that of its protocol', (t) => {
  const { log, open } = kernel({})
  const link = open()
  t.same(link?.descriptors, [10, 20, 30])
  t.same(link?.patient, [30], 'the one that hears echoes alone')
  t.same(
    log.filter((line) => line.startsWith('bind')),
    ['bind 10 0806', 'bind 20 86dd', 'bind 30 0800'],
  )
  log.length = 0
  for (const type of ['0806', '86dd', '0800'])
    t.ok(link?.send(Buffer.from(`020000000001020000000002${type}`, 'hex')))
  link?.close()
  t.same(log, ['send 10', 'send 20', 'send 30', 'close 10', 'close 20', 'close 30'])
  t.end()
})

t.test('an interface that is gone leaves no socket open', (t) => {
  const { log, open } = kernel({ bindError: { on: 20, errno: ENODEV } })
  t.equal(open(), undefined)
  t.same(log.filter((line) => line.startsWith('close')).sort(), [
    'close 10',
    'close 20',
    'close 30',
  ])
  const refused = kernel({ bindError: { on: 10, errno: EPERM } })
  t.throws(refused.open, { code: 'EPERM' })
  t.ok(refused.log.includes('close 10'))
  t.end()
})

t.test('what the kernel does not take now is no error, but for good it is', (t) => {
  t.equal(kernel({ sendError: EAGAIN }).open()?.send(new Uint8Array(42)), false)
  const refused = kernel({ sendError: EPERM }).open()
  t.throws(() => refused?.send(new Uint8Array(42)), { code: 'EPERM', syscall: 'send' })
  t.end()
})

const scattered = Array.from({ length: 3000 }, (_, at) =>
  addressFromBytes(Uint8Array.of(10, at >> 6, 3 * (at & 63), 1)),
)

t.test('a filter that is too long for the kernel is made shorter', (t) => {
  const heard = { addresses: scattered, nodes: [] }
  for (const [longest, limit] of [
    [4096, 4096],
    [3000, 1700],
    [500, 450],
    [150, 120],
  ] as const) {
    const { log, open } = kernel({ longest })
    const link = open()
    log.length = 0
    t.equal(link?.listen(heard), true)
    const [arp = ''] = log
    const instructions = Number(arp.split(' ')[2])
    t.match(arp, /^filter 10 /)
    t.ok(limit / 2 < instructions && instructions <= limit, `${instructions} of ${longest}`)
  }
  t.equal(kernel({ longest: 30 }).open()?.listen(heard), false, 'the one before stays')
  t.end()
})

t.test('another error of a filter is one', (t) => {
  const { open, calls } = kernel({})
  const link = open()
  calls.attachFilter = () => {
    throw systemCallError('setsockopt', EPERM)
  }
  t.throws(() => link?.listen({ addresses: [], nodes: [] }), { code: 'EPERM' })
  t.end()
})
