import t from 'tap'
import type { SpeakerArgs } from '../../cli/command.ts'
import { machineOptions } from '../../cli/speaker.ts'

const ARGS: SpeakerArgs = {
  plan: 'plan.json',
  interfaces: [],
  segment: undefined,
  listen: false,
  statusFile: undefined,
  http: 'off',
  logFormat: 'json',
  settings: {},
  version: '0.1.0',
}

t.test('the machine is told what was given, and nothing else', async (t) => {
  t.strictSame(machineOptions(ARGS), { settings: {} })
  const settings = { probesPerSecond: 100 }
  t.strictSame(machineOptions({ ...ARGS, interfaces: ['eth*'], listen: true, settings }), {
    interfaces: ['eth*'],
    leads: false,
    settings,
  })
})
