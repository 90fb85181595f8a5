import fc from 'fast-check'
import t from 'tap'
import { formatPlan } from '../../../api/plan-text.ts'
import { planBytes } from '../../../reconciler/plan/size.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

t.test('as many bytes as the text has', async () => {
  const announcement = fc.record({
    address: fc.constantFrom('192.0.2.1', '2001:db8::1'),
    services: fc.array(fc.constantFrom('a/b', 'default/web-frontend'), {
      minLength: 1,
      maxLength: 3,
    }),
    candidates: fc.array(fc.constantFrom(0, 9, 10, 99, 100, 12345), { maxLength: 4 }),
    port: fc.option(fc.constantFrom(1, 30_001)),
  })
  fc.assert(
    fc.property(fc.array(announcement, { maxLength: 5 }), (entries) => {
      const { spec, ...plan } = planOf([], { pools: [PLAN_POOL], revision: 'abc' })
      const announcements = entries.map(({ port, ...entry }) => ({
        ...entry,
        ...(port === null ? {} : { healthCheckNodePort: port }),
        pool: 'lan',
        since: '2026-01-01T00:00:00Z',
      }))
      const whole = { ...plan, spec: { ...spec, announcements } }
      return planBytes(whole) === new TextEncoder().encode(formatPlan(whole)).length
    }),
  )
})
