import { connect } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import type { Vitals } from '../../../../speaker/status/vitals.ts'
import type { HttpAddress } from '../../../../daemon/page-server.ts'
import { formatHttpAddress } from '../../../../daemon/page-server.ts'
import type { HealthSource } from '../../../../speaker/io/process/health-server.ts'
import { serveHealth } from '../../../../speaker/io/process/health-server.ts'
import type { SpeakerReport } from '../../../../speaker/reports/report.ts'
import { formatStatus, statusDocument } from '../../../../speaker/status/document.ts'
import { ask } from '../../../support/cluster/http.ts'
import { complaints } from '../../../support/prometheus-text.ts'
import { CONTEXT, MOMENT, OFFICE } from '../../../support/speaker/statuses.ts'

const LOOPBACK: HttpAddress = { host: '127.0.0.1', port: 0 }
const DOCUMENT = statusDocument([OFFICE], CONTEXT, MOMENT)
const WELL: Vitals = {
  silentMilliseconds: 0,
  started: true,
  addresses: 2,
  links: ['eth0'],
  sendsFail: false,
}

function source(given: Partial<Vitals> = {}): HealthSource {
  return {
    vitals: () => ({ ...WELL, ...given }),
    document: async () => DOCUMENT,
    metrics: async () => ({
      version: '0.1.0',
      nodeVersion: 'v20',
      digests: CONTEXT.digests,
      planRefused: false,
      statuses: [OFFICE],
      beat: undefined,
    }),
  }
}

async function serve(t: Test, pages: HealthSource, address = LOOPBACK) {
  const reports: SpeakerReport[] = []
  const server = await serveHealth(address, pages, (report) => reports.push(report))
  t.teardown(() => server.close())
  const [first] = reports
  return { reports, address: first !== undefined && 'address' in first ? first.address : '' }
}

t.test('all is well', async (t) => {
  const { address, reports } = await serve(t, source())
  t.match(reports, [{ event: 'HttpServing', address: /^127\.0\.0\.1:[1-9]\d*$/ }])
  for (const path of ['/healthz', '/readyz', '/healthz?verbose'])
    t.match(await ask(address, path), { status: 200, body: 'ok\n' }, path)
  t.strictSame(await ask(address, '/status'), {
    status: 200,
    type: 'application/json',
    body: formatStatus(DOCUMENT),
  })
  const pages = await Promise.all([1, 2, 3].map(() => ask(address, '/metrics')))
  for (const { status, type, body } of pages) {
    t.equal(status, 200)
    t.match(type, /^text\/plain; version=0\.0\.4/)
    t.strictSame(complaints(body), [])
  }
})

t.test('it says in words what is wrong', async (t) => {
  const { address } = await serve(t, source({ links: [], silentMilliseconds: 4000 }))
  const stuck = 'LoopStuck: the loop of the wire has given no sign for 4.0 s\n'
  t.match(await ask(address, '/healthz'), { status: 503, body: stuck })
  t.match(await ask(address, '/readyz'), {
    status: 503,
    body: `${stuck}NoLink: no link is up that carries an address of the plan\n`,
  })
})

t.test('without a link it is healthy, though not ready', async (t) => {
  const { address } = await serve(t, source({ links: [] }))
  t.match(await ask(address, '/healthz'), { status: 200 })
  t.match(await ask(address, '/readyz'), { status: 503 })
})

t.test('what cannot be made now is a 503 with the reason', async (t) => {
  const { address } = await serve(t, {
    ...source(),
    document: () => Promise.reject(new Error('the loop of the wire does not answer')),
  })
  const body = 'the loop of the wire does not answer\n'
  t.match(await ask(address, '/status'), { status: 503, body })
})

t.test('nothing but these pages, and only to be read', async (t) => {
  const { address } = await serve(t, source())
  for (const path of ['/', '/metrics/', '/constructor', '//'])
    t.match(await ask(address, path), { status: 404, body: /there is: .*\/metrics/ }, path)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    t.match(await ask(address, '/status', method), { status: 405 }, method)
  t.match(await ask(address, '/status', 'HEAD'), { status: 200, body: '' })
})

t.test('a client that only waits keeps nobody out', async (t) => {
  const { address } = await serve(t, source())
  const [host, port] = address.split(':')
  const idle = Array.from({ length: 20 }, () => connect(Number(port), host))
  t.teardown(() => idle.forEach((socket) => socket.destroy()))
  t.match(await ask(address, '/healthz'), { status: 200 })
})

t.test('a port that is taken is reported, and is no reason to stop', async (t) => {
  const { address } = await serve(t, source())
  const port = Number(address.split(':')[1])
  const { reports } = await serve(t, source(), { ...LOOPBACK, port })
  t.match(reports, [
    { event: 'HttpNotServed', address, message: /EADDRINUSE/, hint: /another program listens/ },
  ])
})

t.test('an address of another host', async (t) => {
  const { reports } = await serve(t, source(), { host: '192.0.2.1', port: 0 })
  t.match(reports, [{ event: 'HttpNotServed', message: /EADDRNOTAVAIL/, hint: /no such address/ }])
})

t.test('IPv6 addresses stand in brackets', async (t) => {
  t.equal(formatHttpAddress({ host: '::1', port: 9470 }), '[::1]:9470')
  t.equal(formatHttpAddress({ host: '127.0.0.1', port: 1 }), '127.0.0.1:1')
})
