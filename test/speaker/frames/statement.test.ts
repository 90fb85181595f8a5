import t from 'tap'
import { isAnswerTo, statementIn, wishIn } from '../../../speaker/frames/statement.ts'
import { macFromBytes } from '../../../speaker/wire/mac.ts'
import { claim, CLIENT, octets, US, WORKER_1 } from '../../support/wire-fixtures.ts'

const v4 = claim('10.0.0.100')
const v6 = claim('2001:db8::64')

/** What a frame states of the address: the MAC, and whether it was told to us alone. */
function stated(text: string, { link } = text.includes('ARP') ? v4 : v6) {
  const frame = octets(text)
  const statement = statementIn(frame, link)
  return statement && [macFromBytes(frame, statement.at), statement.isAnswer]
}

t.test('the sender of ARP: announcement, question, gratuitous reply', async (t) => {
  for (const said of [
    `ARP announcement 10.0.0.100 is-at ${WORKER_1}`,
    `ARP request who-has 10.0.0.77 tell 10.0.0.100 at ${WORKER_1}`,
    `ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.100 at ${WORKER_1}`,
  ])
    t.strictSame(stated(`${CLIENT} > broadcast ${said}`), [WORKER_1, false], said)
})

t.test('an ARP reply to us is an answer; a request to us is not', async (t) => {
  const reply = `ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
  t.strictSame(stated(`${CLIENT} > ${US} ${reply}`), [WORKER_1, true])
  const request = `ARP request who-has 10.0.0.1 tell 10.0.0.100 at ${WORKER_1}`
  t.strictSame(stated(`${CLIENT} > ${US} ${request}`), [WORKER_1, false])
})

t.test('the target of an advertisement', async (t) => {
  const toAll = `${CLIENT} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O]`
  t.strictSame(stated(`${toAll} tlla ${WORKER_1}`), [WORKER_1, false])
  t.strictSame(stated(toAll), [CLIENT, false], 'without the option, where it comes from')
  const toUs = `${CLIENT} > ${US} 2001:db8::64 > fe80::1 NA 2001:db8::64 [SO] tlla ${WORKER_1}`
  t.strictSame(stated(toUs), [WORKER_1, true])
})

t.test('the source of a solicitation', async (t) => {
  const question = `${CLIENT} > ${US} 2001:db8::64 > fe80::1 NS who-has fe80::1`
  t.strictSame(stated(`${question} slla ${WORKER_1}`), [WORKER_1, false])
  t.strictSame(stated(question), [CLIENT, false])
})

t.test('what speaks of other addresses, or asks for ours, states nothing', async (t) => {
  for (const text of [
    `${CLIENT} > broadcast ARP announcement 10.0.0.50 is-at ${CLIENT}`,
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`,
    `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`,
    `${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`,
    `${CLIENT} > 33:33:ff:00:00:64 :: > ff02::1:ff00:64 NS who-has 2001:db8::64`,
  ])
    t.equal(stated(text), undefined, text)
})

t.test('an echo states nothing', async (t) => {
  const echo = octets(`${CLIENT} > ${US} 10.0.0.100 > 10.0.0.1 echo reply 7 1`)
  t.equal(statementIn(echo, v4.link), undefined)
})

t.test('an answer is what was sent to us alone, and no question', async (t) => {
  const isAnswer = (text: string) => isAnswerTo(octets(text), v4.link)
  t.ok(isAnswer(`${CLIENT} > ${US} ARP reply 10.0.0.50 is-at ${CLIENT} to 10.0.0.1 at ${US}`))
  t.notOk(
    isAnswer(`${CLIENT} > ${WORKER_1} ARP reply 10.0.0.50 is-at ${CLIENT} to 10.0.0.1 at ${US}`),
  )
  t.notOk(isAnswer(`${CLIENT} > ${US} fe80::aa > fe80::1 NS who-has fe80::1 slla ${CLIENT}`))
  t.ok(isAnswer(`${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`))
})

t.test('a probe tells of a wish: by whom, for what', async (t) => {
  const wished = (text: string, { link } = text.includes('NS') ? v6 : v4) => {
    const frame = octets(text)
    const wish = wishIn(frame, link)
    return wish && `${macFromBytes(frame, wish.at)} ${wish.claim.planned.address.text}`
  }
  const probe = `${CLIENT} > broadcast ARP probe who-has`
  t.equal(wished(`${probe} 10.0.0.100`), `${CLIENT} 10.0.0.100`)
  t.equal(wished(`${probe} 10.0.0.99`), undefined)
  const solicitation = `${CLIENT} > 33:33:ff:00:00:64`
  const target = 'ff02::1:ff00:64 NS who-has 2001:db8::64'
  t.equal(wished(`${solicitation} :: > ${target}`), `${CLIENT} 2001:db8::64`)
  t.equal(wished(`${solicitation} fe80::aa > ${target}`), undefined)
  t.equal(wished(`${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`), undefined)
  const reply = `ARP reply 0.0.0.0 is-at ${CLIENT} to 10.0.0.100 at ${US}`
  t.equal(wished(`${CLIENT} > ${US} ${reply}`), undefined)
  t.equal(wished(`${CLIENT} > ${US} 10.0.0.100 > 10.0.0.1 echo reply 7 1`), undefined)
})
