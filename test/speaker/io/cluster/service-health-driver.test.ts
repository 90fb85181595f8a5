import { Agent, createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { once } from 'node:events'
import t from 'tap'
import type { Demoted } from '../../../../speaker/ownership/demotions.ts'
import type { HealthReport } from '../../../../speaker/reports/health.ts'
import {
  askHealth,
  createServiceHealthDriver,
} from '../../../../speaker/io/cluster/service-health-driver.ts'
import { localPlan } from '../../../support/speaker/local-plan.ts'
import { until } from '../../../support/until.ts'

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function answering(status: () => number): Promise<number> {
  const server = createHttpServer((_request, response) => response.writeHead(status()).end('{}'))
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
  })
  return listening(server)
}

t.test('what an answer means', async (t) => {
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => agent.destroy())
  const ask = (port: number) => askHealth({ host: '127.0.0.1', port, path: '/healthz' }, agent)
  t.equal(await ask(await answering(() => 200)), 'fit')
  t.equal(await ask(await answering(() => 503)), 'unfit')
  t.equal(await ask(await answering(() => 404)), 'strange')
  const closed = createServer()
  const port = await listening(closed)
  closed.close()
  t.equal(await ask(port), 'refused')
  const deaf = createServer()
  t.teardown(() => deaf.close())
  const connections = new Set<{ destroy(): void }>()
  deaf.on('connection', (socket) => connections.add(socket))
  t.equal(await ask(await listening(deaf)), 'silent')
  connections.forEach((socket) => socket.destroy())
})

t.test('a node whose port begins to say 503 is demoted, and restored', async (t) => {
  let status = 200
  const port = await answering(() => status)
  const told: string[] = []
  let demoted: Demoted | undefined
  const driver = createServiceHealthDriver(
    { segment: 's', ownNode: 'b', nodePort: port },
    {
      demote: (now) => (demoted = now),
      log: ({ event }: HealthReport) => told.push(event),
    },
  )
  t.teardown(() => driver.close())
  const plan = localPlan(1, { '10.0.0.100': { candidates: [0] } })
  const spec = { ...plan.spec, nodes: [{ name: 'a', addresses: ['127.0.0.1'] }] }
  driver.follow({ ...plan, spec })
  driver.lan(new Map([['a', 'up']]))
  status = 503
  await until(() => demoted?.nodes[0] === 'a', 'it is demoted')
  status = 200
  await until(() => demoted?.nodes.length === 0, 'it is restored')
  t.strictSame(told, ['NodeDemoted', 'NodeRestored'])
})
