import t from 'tap'
import { explainRefusal } from '../../../../speaker/io/process/start-refusal.ts'
import type { StartRefusal } from '../../../../speaker/io/thread/worker-messages.ts'

const CASES: readonly (readonly [StartRefusal, RegExp, RegExp])[] = [
  [
    { reason: 'noSuchInterface', name: 'eth9', known: ['br0', 'eth0'] },
    /no interface eth9/,
    /^there are: br0, eth0$/,
  ],
  [{ reason: 'noSuchInterface', name: 'eth9', known: [] }, /eth9/, /no Ethernet interface/],
  [{ reason: 'notEthernet', name: 'lo', known: ['eth0'] }, /lo is no Ethernet/, /eth0/],
  [{ reason: 'hasMaster', name: 'port', master: 'br0' }, /part of br0/, /name br0 instead/],
  [{ reason: 'noneUsable' }, /has an address/, /--interface/],
  [{ reason: 'missingModule', message: 'koffi' }, /koffi/, /"npm ci".*--omit=optional/],
  [{ reason: 'notPermitted', name: 'socket' }, /CAP_NET_RAW/, /root/],
  [{ reason: 'systemCall', name: 'socket', message: 'socket: EAFNOSUPPORT' }, /EAFNOSUPPORT/, /./],
]

for (const [refusal, message, hint] of CASES)
  t.test(`${refusal.reason} has a cure`, (t) => {
    const cure = explainRefusal(refusal)
    t.match(cure, { message, hint })
    t.notMatch(cure.message + cure.hint, /\n/, 'one line each')
    t.end()
  })
