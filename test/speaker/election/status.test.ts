import t from 'tap'
import { ELECTION_ROLES } from '../../../speaker/election/status.ts'

t.test('every role once', async (t) => {
  t.equal(new Set(ELECTION_ROLES).size, ELECTION_ROLES.length)
})
