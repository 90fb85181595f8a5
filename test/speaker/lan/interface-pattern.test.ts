import t from 'tap'
import { hasWildcard, matchesInterface } from '../../../speaker/lan/interface-pattern.ts'

for (const [pattern, name, matches] of [
  ['eth0', 'eth0', true],
  ['eth0', 'eth01', false],
  ['eth0.', 'eth00', false],
  ['eth*', 'eth0', true],
  ['eth*', 'eth', true],
  ['eth*', 'veth0', false],
  ['*', 'anything', true],
  ['*', '', true],
  ['eth?', 'eth', false],
  ['eth?', 'eth1', true],
  ['eth?', 'eth10', false],
  ['en*s0', 'enp3s0', true],
  ['en*s0', 'ens0s0', true],
  ['en*s0', 'enp3s0f1', false],
  ['e*p?s*', 'enp3s0', true],
  ['*.100', 'bond0.100', true],
  ['*.100', 'bond0.1001', false],
  ['bond0.1??', 'bond0.1a0', true],
  ['[ab]*', 'a0', false],
  ['eth**', 'eth0', true],
] as const)
  t.test(`${pattern} and ${name}`, (t) => {
    t.equal(matchesInterface(pattern, name), matches)
    t.end()
  })

t.test('what is a wildcard', (t) => {
  t.same(['eth0', 'eth*', 'eth?', 'eth[0]'].map(hasWildcard), [false, true, true, false])
  t.end()
})
