import t from 'tap'
import {
  formatHttpAddress,
  servePages,
  textPage,
  type HttpAddress,
  type Pages,
} from '../../daemon/page-server.ts'
import type { PageServerReport } from '../../api/page-server-report.ts'
import { ask } from '../support/cluster/http.ts'

const LOOPBACK: HttpAddress = { host: '127.0.0.1', port: 0 }

async function serve(pages: Pages, address = LOOPBACK) {
  const reports: PageServerReport[] = []
  const server = await servePages(address, pages, (report) => reports.push(report))
  t.teardown(() => server.close())
  return reports
}

t.test('pages by their path, a query does not matter', async (t) => {
  const [report] = await serve({
    '/now': () => textPage(200, ['one', 'two']),
    '/later': async () => ({ status: 200, type: 'application/json', body: '{}' }),
    '/broken': () => {
      throw new Error('not yet')
    },
  })
  t.match(report, { level: 'info', event: 'HttpServing' })
  const { address } = report!
  const text = 'text/plain; charset=utf-8'
  t.strictSame(await ask(address, '/now?q'), { status: 200, type: text, body: 'one\ntwo\n' })
  t.match(await ask(address, '/later'), { status: 200, type: 'application/json', body: '{}' })
  t.match(await ask(address, '/broken'), { status: 503, body: 'not yet\n' })
  t.match(await ask(address, '/'), { status: 404, body: 'there is: /now /later /broken\n' })
  t.match(await ask(address, '/toString'), { status: 404 })
  t.match(await ask(address, '/now', 'POST'), { status: 405 })
  t.match(await ask(address, '/now', 'HEAD'), { status: 200, body: '' })
})

t.test('where it cannot listen it says what to do', async (t) => {
  const [taken] = await serve({})
  const port = Number(taken!.address.split(':').at(-1))
  t.match(await serve({}, { host: '127.0.0.1', port }), [
    {
      event: 'HttpNotServed',
      message: /EADDRINUSE/,
      hint: /another program listens there; name another address/,
    },
  ])
  t.match(await serve({}, { host: '192.0.2.1', port: 0 }), [{ hint: /has no such address/ }])
})

t.test('an IPv6 address stands in brackets', async (t) => {
  t.equal(formatHttpAddress({ host: '::1', port: 80 }), '[::1]:80')
  t.equal(formatHttpAddress({ host: '127.0.0.1', port: 80 }), '127.0.0.1:80')
})
