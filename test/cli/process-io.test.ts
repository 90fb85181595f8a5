import t from 'tap'
import { wantsColor } from '../../cli/process-io.ts'

const CASES = [
  { name: 'a terminal', env: { TERM: 'xterm' }, terminal: true, colour: true },
  { name: 'a pipe', env: { TERM: 'xterm' }, terminal: false, colour: false },
  { name: 'a dumb terminal', env: { TERM: 'dumb' }, terminal: true, colour: false },
  { name: 'NO_COLOR', env: { NO_COLOR: '1' }, terminal: true, colour: false },
  { name: 'an empty NO_COLOR', env: { NO_COLOR: '' }, terminal: true, colour: true },
  { name: 'FORCE_COLOR', env: { FORCE_COLOR: '1' }, terminal: false, colour: true },
  { name: 'FORCE_COLOR=0', env: { FORCE_COLOR: '0' }, terminal: true, colour: false },
  { name: 'both', env: { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal: true, colour: false },
]

for (const { name, env, terminal, colour } of CASES)
  t.test(`colour: ${name}`, (t) => {
    t.equal(wantsColor(env, terminal), colour)
    t.end()
  })
