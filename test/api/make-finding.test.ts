import t from 'tap'
import { makeFinding } from '../../api/make-finding.ts'

t.test('a finding has the severity of its code', (t) => {
  t.same(makeFinding('BW2001', { message: 'm', hint: 'h', path: 'spec' }), {
    code: 'BW2001',
    severity: 'error',
    message: 'm',
    hint: 'h',
    path: 'spec',
  })
  t.end()
})
