import t from 'tap'
import {
  findOption,
  linkLayerAddress,
  linkLayerOctets,
  OPTION,
  optionsRejection,
  putLinkLayerOption,
} from '../../../speaker/wire/ndp-option.ts'
import { garbage, hex } from '../../support/wire/hex.ts'

const SOURCE = OPTION.sourceLinkLayerAddress
const TARGET = OPTION.targetLinkLayerAddress

const NONCE = '0e 01 a1a2a3a4a5a6'
const UNKNOWN_OF_TWO_UNITS = 'fd 02 b1b2b3b4b5b6b7b8b9babbbcbdbe'

const REJECTED = [
  ['length zero', '01 00 021213141516', 'ndpOptionLength'],
  ['length zero in one that is unknown', `fd 00 021213141516`, 'ndpOptionLength'],
  ['a type and nothing more', '01', 'ndpOptionLength'],
  ['longer than the message', `fd 02 021213141516`, 'ndpOptionLength'],
  ['an octet behind the last one', `${NONCE} 01`, 'ndpOptionLength'],
  ['an address of 14 octets', '01 02 0212131415160000000000000000', 'ndpLinkLayerAddressLength'],
] as const

t.test('options that are broken are rejected for their reason', async (t) => {
  for (const [name, text, reason] of REJECTED)
    t.equal(optionsRejection(hex(text), SOURCE, 0, hex(text).length), reason, name)
})

t.test('what is not read may be of any length', async (t) => {
  const options = hex(`02 02 0212131415160000000000000000 ${UNKNOWN_OF_TWO_UNITS}`)
  t.equal(optionsRejection(options, SOURCE, 0, options.length), undefined)
  t.equal(optionsRejection(hex(''), SOURCE, 0, 0), undefined)
})

t.test('the first option of a type is found behind others', async (t) => {
  const text = `${NONCE} ${UNKNOWN_OF_TWO_UNITS} 02 01 027172737475 02 01 028182838485`
  const options = hex(`a5 ${text}`)
  const at = findOption(options, TARGET, 1, options.length)
  t.equal(at, 25)
  t.equal(linkLayerAddress(options, 25), '02:71:72:73:74:75')
  t.strictSame(linkLayerOctets(options, 25), hex('027172737475'))
  t.equal(findOption(options, SOURCE, 1, options.length), undefined)
})

t.test('a link-layer address option is written field by field', async (t) => {
  const bytes = garbage(10)
  putLinkLayerOption(bytes, 1, TARGET, hex('027172737475'))
  t.strictSame(bytes, hex('a5 02 01 027172737475 a5'))
})
