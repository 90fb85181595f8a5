import { join } from 'node:path'
import t from 'tap'
import { main } from '../../cli/main.ts'
import { capturedIo } from '../support/captured-io.ts'
import { root } from '../support/root.ts'

async function explain(
  subject: string,
  folder: string,
  ...more: string[]
): Promise<{ code: number; out: string; err: string }> {
  const io = capturedIo()
  const inputs = [
    '--pools',
    join(root, folder, 'pools'),
    '--state',
    join(root, folder, 'state.yaml'),
  ]
  const code = await main(['explain', subject, ...inputs, ...more], io)
  return { code, out: io.out(), err: io.err() }
}

const QUICKSTART = 'fixtures/quickstart'

const SUBJECTS = [
  { subject: 'shop/web', says: 'Service shop/web has 198.51.100.201 and 2001:db8:1::200.' },
  { subject: 'media/stream', says: 'Service media/stream has no address.' },
  { subject: 'default/kubernetes', says: 'Service default/kubernetes is not ours' },
  { subject: '198.51.100.210', says: '198.51.100.210 belongs to shop/api.' },
  { subject: '2001:DB8:1:0::200', says: '2001:db8:1::200 belongs to shop/web.' },
  { subject: '198.51.100.203', says: '198.51.100.203 is in no pool.' },
  { subject: '198.51.100.204', says: '198.51.100.204 is free.' },
  { subject: 'worker-2', says: 'Node worker-2 is ready.' },
]

for (const { subject, says } of SUBJECTS)
  t.test(`explains ${subject}`, async (t) => {
    const { code, out, err } = await explain(subject, QUICKSTART)
    t.equal(code, 0)
    t.ok(out.startsWith(says), out)
    t.equal(err, '')
  })

const UNKNOWN = [
  { subject: 'shop/wep', says: 'did you mean shop/web?' },
  { subject: 'web', says: 'did you mean shop/web?' },
  { subject: 'svc/api', says: 'did you mean shop/api?' },
  { subject: 'worker-9', says: 'did you mean worker-1?' },
  { subject: '198.51.100.2O4', says: 'name a Service as namespace/name, an address, or a node' },
]

for (const { subject, says } of UNKNOWN)
  t.test(`does not know ${subject}`, async (t) => {
    const { code, out, err } = await explain(subject, QUICKSTART)
    t.equal(code, 1)
    t.equal(out, '')
    t.match(err, `there is no Service, address or node "${subject}"\n  ${says}\n`)
  })

t.test('tells of what is gone, if the plan in force knows it', async (t) => {
  const leaves = 'fixtures/cases/node-leaves-addresses-scatter'
  const previous = ['--previous', join(root, leaves, 'previous.yaml')]
  const known = await explain('worker-3', leaves, ...previous)
  t.equal(known.code, 0)
  t.match(known.out, 'Node worker-3 does not exist in this state.')
  t.equal((await explain('worker-3', leaves)).code, 1)

  const deleted = 'fixtures/cases/service-deleted-releases'
  const before = ['--previous', join(root, deleted, 'previous.yaml')]
  t.match((await explain('default/app-2', deleted, ...before)).out, 'lets go of 198.51.100.241')
})

t.test('shows errors of the inputs, and exits 2 if it could not run', async (t) => {
  const { code, err } = await explain('a/b', QUICKSTART, '--previous', '/nowhere')
  t.equal(code, 2)
  t.match(err, 'bellwether explain: there is no /nowhere')
  const broken = 'fixtures/cases/pool-with-a-mistake-keeps-its-addresses'
  t.match((await explain('default/app-2', broken)).err, 'BW2001')
})

t.test('a plan that the guard blocks is said to be blocked', async (t) => {
  const folder = 'fixtures/cases/guard-blocks-mass-move'
  const { code, err } = await explain(
    'default/app-1',
    folder,
    '--previous',
    join(root, folder, 'previous.yaml'),
  )
  t.equal(code, 0)
  t.match(err, /BW5201/)
  t.match(err, /--allow moves/)
})
