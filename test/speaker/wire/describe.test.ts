import t from 'tap'
import { describe } from '../../../speaker/wire/describe.ts'
import { decode, encode } from '../../../speaker/wire/frame.ts'
import { parseFrame } from '../../support/wire/frame-text.ts'

const LINES = [
  '02:00:00:00:00:aa > broadcast ARP request who-has 10.0.0.1 tell 10.0.0.2',
  '02:00:00:00:00:aa > broadcast ARP request who-has 10.0.0.1 tell 10.0.0.2 at 02:00:00:00:00:bb',
  '02:00:00:00:00:aa > broadcast ARP probe who-has 10.0.0.1',
  '02:00:00:00:00:aa > broadcast ARP probe who-has 10.0.0.1 at 02:00:00:00:00:bb',
  '02:00:00:00:00:aa > broadcast ARP announcement 10.0.0.1 is-at 02:00:00:00:00:bb',
  '02:00:00:00:00:aa > 02:00:00:00:00:cc ARP reply 10.0.0.1 is-at 02:00:00:00:00:bb to 10.0.0.2 at 02:00:00:00:00:cc',
  '02:00:00:00:00:aa > 33:33:ff:00:00:01 fe80::1 > ff02::1:ff00:1 NS who-has 2001:db8::1',
  '02:00:00:00:00:aa > 33:33:ff:00:00:01 fe80::1 > ff02::1:ff00:1 NS who-has 2001:db8::1 slla 02:00:00:00:00:aa',
  '02:00:00:00:00:aa > 33:33:00:00:00:01 2001:db8::1 > ff02::1 NA 2001:db8::1 [] tlla 02:00:00:00:00:bb',
  '02:00:00:00:00:aa > 02:00:00:00:00:cc 2001:db8::1 > fe80::1 NA 2001:db8::1 [RSO]',
  '02:00:00:00:00:aa > 02:00:00:00:00:cc 10.0.0.1 > 10.0.0.11 echo request 7 1',
  '02:00:00:00:00:aa > 02:00:00:00:00:cc 2001:db8::1 > fe80::1 echo reply 65535 0',
]

t.test('a frame is told in one line, from which it can be had again', async (t) => {
  for (const line of LINES) t.equal(describe(decode(encode(parseFrame(line)))), line)
})

t.test('a rejection is told by its reason', async (t) => {
  t.equal(describe({ rejected: 'vlanTagged' }), 'rejected: vlanTagged')
})
