import t from 'tap'
import { createNotices } from '../../../speaker/lan/notices.ts'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { eth0, node, planned, US } from '../../support/wire/wire-fixtures.ts'
import type { LinkState } from '../../../speaker/lan/link-state.ts'

const up = eth0()
const down: LinkState = { ...up, up: false, addresses: [] }
const wanted = planned('10.0.0.100', node('worker-1', '10.0.0.11'))
const on = (...links: readonly LinkState[]) => [{ planned: wanted, links }]

const said = (reports: ReturnType<ReturnType<typeof createNotices>['follow']>) =>
  reports.map((report) => describeReport(report).split(' (')[0])

const LINK_UP = 'info LinkUp: eth0'
const LINK_DOWN = 'warn LinkDown: eth0: nothing is answered there'
const HOMELESS = 'error AddressOnNoInterface: neither 10.0.0.100 nor its owner worker-1'

t.test('a link that carries addresses is said to be up once', async (t) => {
  const notices = createNotices()
  t.strictSame(notices.follow(on(up), [up]), [
    { level: 'info', event: 'LinkUp', link: 'eth0', mac: US },
  ])
  t.strictSame(notices.follow(on(up), [up]), [])
})

t.test('a link that goes down or away is said, and that it comes back', async (t) => {
  const notices = createNotices()
  notices.follow(on(up), [up])
  t.strictSame(said(notices.follow(on(down), [down])), [LINK_DOWN])
  t.strictSame(said(notices.follow(on(up), [up])), [LINK_UP])
  t.strictSame(said(notices.follow([], [])), [LINK_DOWN])
})

t.test('a link that the plan does not use any more is not down', async (t) => {
  const notices = createNotices()
  notices.follow(on(up), [up])
  t.strictSame(notices.follow([], [up]), [])
})

t.test('a link with another MAC is another one, but it is not down', async (t) => {
  const notices = createNotices()
  const other: LinkState = { ...up, index: 9 }
  notices.follow(on(up), [up])
  t.strictSame(said(notices.follow(on(other), [other])), [LINK_UP])
})

t.test('an address without a link is said once, and again after it had one', async (t) => {
  const notices = createNotices()
  t.strictSame(said(notices.follow(on(), [up])), [HOMELESS])
  t.strictSame(notices.follow(on(), [up]), [])
  notices.follow(on(up), [up])
  t.strictSame(said(notices.follow(on(), [up])), [HOMELESS])
})

t.test('an address whose link is down, its prefixes with it, has a home still', async (t) => {
  const notices = createNotices()
  notices.follow(on(up), [up])
  t.strictSame(said(notices.follow(on(), [down])), [LINK_DOWN])
  t.strictSame(notices.follow(on(), [down]), [], 'for as long as it is down')
  t.strictSame(said(notices.follow(on(), [])), [HOMELESS], 'but not when it has gone')
})
