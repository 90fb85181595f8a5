import t from 'tap'
import { healthCheckPorts } from '../../../reconciler/placement/health-check-ports.ts'
import { planOf } from '../../support/speaker/scenario.ts'
import { service } from '../../support/planning/facts.ts'
import { ip } from '../../support/wire/frame-text.ts'

const local = service('a/local', { externalTrafficPolicy: 'Local', healthCheckNodePort: 30_001 })
const of = (...services: readonly string[]) => ({ address: ip('10.0.0.100'), services })

t.test('the port of the first Service that has one', async (t) => {
  const port = healthCheckPorts({ services: [local, service('a/other')] }, [])
  t.equal(port(of('a/local')), 30_001)
  t.equal(port(of('a/gone', 'a/other', 'a/local')), 30_001)
  t.equal(port(of('a/other')), undefined)
})

t.test('where the Services are not known, the port stays as it was', async (t) => {
  const plan = planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-1', '10.0.0.101 worker-1'])
  const [first, second] = plan.spec.announcements
  const announcements = [{ ...first!, healthCheckNodePort: 30_001 }, second!]
  const previous = [{ ...plan, spec: { ...plan.spec, announcements } }]
  const port = healthCheckPorts({ services: undefined }, previous)
  t.equal(port(of('a/b')), 30_001)
  t.equal(port({ address: ip('10.0.0.101'), services: ['a/b'] }), undefined)
  t.equal(healthCheckPorts({ services: [] }, previous)(of('a/b')), undefined)
})
