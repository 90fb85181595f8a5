import t from 'tap'
import type { Icmpv6Modules } from '../../../../speaker/io/linux/icmpv6-socket.ts'
import { chooseIcmpv6Opener } from '../../../../speaker/io/linux/icmpv6-socket.ts'
import type { RawSocketModule } from '../../../../speaker/io/linux/native-modules.ts'
import { loadNative } from '../../../../speaker/io/linux/native-modules.ts'
import type { SystemCalls } from '../../../../speaker/io/linux/system-calls.ts'

const VALUE = Uint8Array.of(1, 2, 3)

function fakeRaw(said: unknown[]): RawSocketModule {
  return {
    AddressFamily: { IPv6: 2 },
    Protocol: { ICMPv6: 58 },
    createSocket: (options) => {
      said.push(['socket', options])
      return {
        on: (event) => said.push(event),
        pauseRecv: () => said.push('deaf'),
        setOption: (level, option, value, length) =>
          said.push(['set', level, option, Buffer.isBuffer(value) && value.length === length]),
        close: () => said.push('close'),
      }
    },
  }
}

function fakeCalls(said: unknown[]): SystemCalls {
  const calls: Partial<SystemCalls> = {
    socket: (...args) => said.push(['socket', ...args]) && 7,
    setOption: (...args) => void said.push(['set', ...args]),
    close: (...args) => void said.push(['close', ...args]),
  }
  return calls as SystemCalls
}

function unusable(code: string, message: string): Icmpv6Modules['rawSocket'] {
  const load = () => {
    throw Object.assign(new Error(message), { code })
  }
  return () => loadNative('raw-socket', load) as RawSocketModule
}

const noCalls = () => t.fail('koffi is not needed') as never

t.test('raw-socket is used where it loads', (t) => {
  const said: unknown[] = []
  const opener = chooseIcmpv6Opener({ rawSocket: () => fakeRaw(said), systemCalls: noCalls })
  t.equal(opener.report, undefined, 'and nothing is said')
  const socket = opener.open()
  socket.setOption(41, 20, VALUE)
  socket.close()
  t.same(said, [
    ['socket', { addressFamily: 2, protocol: 58 }],
    'error',
    'deaf',
    ['set', 41, 20, true],
    'close',
  ])
  t.end()
})

t.test('koffi is used where raw-socket was not installed', (t) => {
  const said: unknown[] = []
  const rawSocket = unusable('MODULE_NOT_FOUND', 'Cannot find module')
  const opener = chooseIcmpv6Opener({ rawSocket, systemCalls: () => fakeCalls(said) })
  t.match(opener.report, { level: 'info', event: 'RawSocketNotLoaded', reason: 'notInstalled' })
  const socket = opener.open()
  socket.setOption(41, 20, VALUE)
  socket.close()
  t.same(said, [
    ['socket', 10, 3, 58],
    ['set', 7, 41, 20, VALUE],
    ['close', 7],
  ])
  t.end()
})

t.test('a raw-socket of another Node is told in a line, with the cure', (t) => {
  const rawSocket = unusable('ERR_DLOPEN_FAILED', 'compiled\nfor NODE_MODULE_VERSION 115.')
  const { report } = chooseIcmpv6Opener({ rawSocket, systemCalls: () => fakeCalls([]) })
  t.match(report, { reason: 'otherNode', hint: /npm rebuild raw-socket/ })
  t.notMatch(JSON.stringify(report), /\\n/)
  t.end()
})

t.test('with neither, the speaker cannot start', (t) => {
  const systemCalls = () => loadNative('koffi', unusable('MODULE_NOT_FOUND', '')) as SystemCalls
  const rawSocket = unusable('MODULE_NOT_FOUND', '')
  t.throws(() => chooseIcmpv6Opener({ rawSocket, systemCalls }), { code: 'MISSING_MODULE' })
  t.end()
})
