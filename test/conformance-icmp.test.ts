import t from 'tap'
import { echoRequestFrame, isEchoReply } from '../speaker/wire/echo.ts'
import { decode, frameRejection, type EchoFrame } from '../speaker/wire/frame.ts'
import {
  changed,
  ECHO_REPLY,
  ECHO_REPLY_6,
  ECHO_REQUEST,
  ECHO_REQUEST_6,
} from './support/wire/frame-octets.ts'
import { hex, withOctet } from './support/wire/hex.ts'

// One test for each sentence of RFC 792 and RFC 4443 that probing relies on; the section stands above it,
// the sentence, in our words, is the name.

const ETHERNET = { destination: hex('026162636465'), source: hex('021122334455') }
const NUMBERS = { identifier: 7, sequence: 1 }
const REQUEST = echoRequestFrame(
  ETHERNET,
  { source: hex('0a212223'), destination: hex('0a313233') },
  NUMBERS,
)
const REQUEST_6 = echoRequestFrame(
  ETHERNET,
  {
    source: hex('fe800000000000000a21222324252627'),
    destination: hex('20010db80102030405060708090a0b0c'),
  },
  NUMBERS,
)

function echo(bytes: Uint8Array): EchoFrame {
  const frame = decode(bytes)
  if (!('kind' in frame) || frame.kind !== 'echo') throw new Error('no echo')
  return frame
}

/** The frame with what stands at these places, so many octets each, exchanged, and this type of message. */
function answerTo(frame: Uint8Array, [at, length]: readonly [number, number], type: string) {
  const text = (from: number) => Buffer.from(frame.subarray(from, from + length)).toString('hex')
  return changed(frame, [at, text(at + length)], [at + length, text(at)], [at + 2 * length, type])
}

// RFC 792, "Echo or Echo Reply Message"
t.test('Type 8 is the echo message, type 0 its reply; the code is 0.', async (t) => {
  t.strictSame([...REQUEST.subarray(34, 36)], [8, 0])
  t.equal(isEchoReply(ECHO_REQUEST), false)
  t.equal(isEchoReply(ECHO_REPLY), true)
  t.equal(frameRejection(changed(ECHO_REPLY, [35, '01'])), 'icmpCode')
})

// RFC 792, "Echo or Echo Reply Message"
t.test(
  'A reply is the message with its addresses reversed, type 0, and the checksum computed anew.',
  async (t) => {
    const reply = echo(answerTo(REQUEST, [26, 4], '00'))
    t.match(reply, { source: { text: '10.49.50.51' }, destination: { text: '10.33.34.35' } })
    t.strictSame(reply.echo, { operation: 'reply', ...NUMBERS })
  },
)

// RFC 792, "Echo or Echo Reply Message"
t.test(
  'The identifier and the sequence number of the reply match those of the echo.',
  async (t) => {
    const { echo: asked } = echo(ECHO_REQUEST)
    t.match(echo(ECHO_REPLY).echo, { identifier: asked.identifier, sequence: asked.sequence })
  },
)

// RFC 792, "Echo or Echo Reply Message"
t.test('The checksum covers the ICMP message from its type on, and nothing else.', async (t) => {
  for (let at = 34; at < 42; at++)
    t.ok(frameRejection(withOctet(ECHO_REPLY, at, 0x5b)) !== undefined, `octet ${at}`)
  t.equal(frameRejection(changed(withOctet(ECHO_REPLY, 22, 0x3f))), undefined, 'time to live')
  t.equal(frameRejection(withOctet(ECHO_REPLY, 42, 0x5b)), undefined, 'padding')
})

// RFC 792, "Echo or Echo Reply Message"
t.test('If the length is odd, a zero is added for the checksum.', async (t) => {
  const even = changed(ECHO_REPLY, [16, '001e'], [42, 'd100'])
  const odd = changed(ECHO_REPLY, [16, '001d'], [42, 'd1'])
  t.strictSame(odd.subarray(36, 38), even.subarray(36, 38))
  t.equal(frameRejection(odd), undefined)
})

// RFC 1122 §3.2.2.6
t.test('A request to one host is answered from the address that it was sent to.', async (t) => {
  t.equal(echo(ECHO_REPLY).source.text, echo(ECHO_REQUEST).destination.text)
})

// RFC 4443 §4.1
t.test('An echo request has type 128 and code 0; there may be no data.', async (t) => {
  t.strictSame([...REQUEST_6.subarray(54, 56)], [128, 0])
  t.equal(REQUEST_6.length, 62)
  t.equal(frameRejection(REQUEST_6), undefined)
})

// RFC 4443 §4.1
t.test('Data of any length may follow.', async (t) => {
  const withData = new Uint8Array(65)
  withData.set(ECHO_REPLY_6)
  withData.set(hex('d1d2d3'), 62)
  const whole = changed(withData, [18, '000b'])
  t.strictSame(echo(whole), echo(ECHO_REPLY_6))
})

// RFC 4443 §4.2
t.test('An echo reply has type 129 and code 0.', async (t) => {
  t.equal(isEchoReply(ECHO_REPLY_6), true)
  t.equal(isEchoReply(ECHO_REQUEST_6), false)
  t.equal(frameRejection(changed(ECHO_REPLY_6, [55, '01'])), 'icmpCode')
})

// RFC 4443 §4.2
t.test('The source of a reply to a unicast request is the address that was asked.', async (t) => {
  const reply = echo(answerTo(REQUEST_6, [22, 16], '81'))
  t.equal(reply.source.text, echo(REQUEST_6).destination.text)
  t.equal(reply.destination.text, echo(REQUEST_6).source.text)
})

// RFC 4443 §4.2
t.test('The identifier and the sequence number are those of the request.', async (t) => {
  t.strictSame(echo(answerTo(REQUEST_6, [22, 16], '81')).echo, { operation: 'reply', ...NUMBERS })
})

// RFC 4443 §2.3
t.test('The checksum covers the message and a pseudo-header with both addresses.', async (t) => {
  for (const at of [22, 37, 38, 53, 58, 61])
    t.equal(frameRejection(withOctet(ECHO_REPLY_6, at, 0x5b)), 'icmpChecksum', `octet ${at}`)
  t.equal(frameRejection(withOctet(ECHO_REPLY_6, 21, 0x3f)), undefined, 'hop limit')
})
