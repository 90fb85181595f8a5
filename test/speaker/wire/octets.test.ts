import t from 'tap'
import {
  holdsAt,
  putBytes,
  putU16,
  putU32,
  putU8,
  u16,
  u32,
  u8,
  zeros,
} from '../../../speaker/wire/octets.ts'
import { garbage, hex } from '../../support/wire/hex.ts'

t.test('numbers are read in network byte order', async (t) => {
  const bytes = hex('00 f1e2d3c4 00')
  t.equal(u8(bytes, 1), 0xf1)
  t.equal(u16(bytes, 1), 0xf1e2)
  t.equal(u32(bytes, 1), 0xf1e2d3c4)
})

t.test('numbers are written in network byte order, and nothing beside them', async (t) => {
  const bytes = garbage(9)
  putU8(bytes, 1, 0xf1)
  putU16(bytes, 2, 0xe2d3)
  putU32(bytes, 4, 0xc4b59687)
  t.strictSame(bytes, hex('a5 f1 e2d3 c4b59687 a5'))
})

t.test('bytes are copied whole', async (t) => {
  const bytes = garbage(5)
  putBytes(bytes, 1, hex('010203'))
  t.strictSame(bytes, hex('a5 010203 a5'))
})

t.test('an access outside of the bytes throws', async (t) => {
  const bytes = hex('010203')
  for (const access of [
    () => u8(bytes, 3),
    () => u8(bytes, -1),
    () => u16(bytes, 2),
    () => u32(bytes, 0),
    () => putU8(bytes, 3, 0),
    () => putU8(bytes, -1, 0),
    () => putU16(bytes, 2, 0),
    () => putU32(bytes, 0, 0),
    () => putBytes(bytes, 1, hex('010203')),
  ])
    t.throws(access, { name: 'RangeError' })
})

t.test('bytes are compared where they are', async (t) => {
  const bytes = hex('01020304')
  t.ok(holdsAt(bytes, 1, hex('0203')))
  t.notOk(holdsAt(bytes, 1, hex('0204')))
  t.notOk(holdsAt(bytes, 3, hex('0405')), 'beyond the end there is nothing')
})

t.test('zeros are zero, of the length asked for, and never handed out twice', async (t) => {
  const all = Array.from({ length: 1_000 }, () => zeros(86))
  for (const bytes of all) bytes.fill(0xa5)
  t.strictSame(zeros(86), new Uint8Array(86))
  t.ok(all.every((bytes) => bytes.length === 86 && bytes.every((octet) => octet === 0xa5)))
})
