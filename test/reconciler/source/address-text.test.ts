import fc from 'fast-check'
import t from 'tap'
import { isRefused, parseAddress, parsePrefix, parseRange } from '../../../api/address.ts'
import {
  addressProblems,
  prefixProblems,
  rangeProblems,
  type TextProblem,
} from '../../../reconciler/source/address-text.ts'

/** `refusal <offending part> message -> hint` */
function shown(text: string, problems: readonly TextProblem[]): string[] {
  return problems.map(({ refused, part, message, hint }) => {
    const under = text.slice(part.start, part.start + part.length)
    return `${refused} <${under}> ${message} -> ${hint}`
  })
}

const FORMS =
  'write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)'

t.test('rangeProblems', (t) => {
  const cases: readonly [string, readonly string[]][] = [
    ['192.0.2.1', []],
    ['192.0.2.0/24', []],
    ['', [`notAnAddress <> an address is missing here -> ${FORMS}`]],
    [
      '192.0.2.9-192.0.2.1',
      [
        'startAfterEnd <192.0.2.9-192.0.2.1> the range starts after its end: 192.0.2.9 is higher than 192.0.2.1 -> write 192.0.2.1-192.0.2.9',
      ],
    ],
    [
      '192.0.2.1-2001:db8::1',
      [
        'mixedFamilies <192.0.2.1-2001:db8::1> both ends of a range must be of one family: 192.0.2.1 is IPv4, 2001:db8::1 is IPv6 -> write two ranges, one for each family',
      ],
    ],
    [
      '192.0.2.1-9',
      [
        'notAnAddress <9> the end of a range must be a whole address, and `9` is only a part of one -> write 192.0.2.1-192.0.2.9',
      ],
    ],
    [
      '192.0.2.1–192.0.2.9',
      [
        'notAnAddress <–> `–` (U+2013) is not a hyphen; a range needs `-` -> write 192.0.2.1-192.0.2.9',
      ],
    ],
    [
      '::ffff:192.0.2.1',
      [
        'ipv4MappedAddress <::ffff:192.0.2.1> ::ffff:192.0.2.1 is an IPv4 address in IPv6 form -> write 192.0.2.1',
      ],
    ],
    [
      '2001:db8::1::',
      [
        `notAnAddress <2001:db8::1::> an IPv6 address may have :: only once, but 2001:db8::1:: has it more than once -> ${FORMS}`,
      ],
    ],
    [
      '192.0.2.17/24',
      [
        'hostBitsSet <192.0.2.17/24> 192.0.2.17/24 has host bits set: 192.0.2.17 is inside a network, not its first address -> write 192.0.2.0/24 for the network, or 192.0.2.17 for the single address (without a prefix length)',
      ],
    ],
    [
      '2001:db8::/',
      [
        'badPrefixLength <> the prefix length of IPv6 must be a number from 0 to 128; it is missing here -> write the length of the network, such as 2001:db8::/64',
      ],
    ],
    [
      '192.0.2.0/255.255.255.0',
      [
        'badPrefixLength <255.255.255.0> the prefix length of IPv4 must be a number from 0 to 32, not `255.255.255.0` -> write 192.0.2.0/24',
      ],
    ],
    ['web', [`notAnAddress <web> \`web\` is not an IP address -> ${FORMS}`]],
    [
      '192.0.2.1.5',
      [
        `notAnAddress <192.0.2.1.5> an IPv4 address has four parts, but \`192.0.2.1.5\` has 5 parts -> ${FORMS}`,
      ],
    ],
    ['7', [`notAnAddress <7> an IPv4 address has four parts, but \`7\` has 1 part -> ${FORMS}`]],
    [
      '192.0.2.',
      [
        'notAnAddress <192.0.2.> an IPv4 address has four parts, but `192.0.2.` has 3 parts -> write 192.0.2.0/24',
      ],
    ],
    [
      '192.0.2.*',
      ['notAnAddress <192.0.2.*> `192.0.2.*` is not an IP address -> write 192.0.2.0/24'],
    ],
    [
      '[2001:db8::1]',
      ['notAnAddress <[2001:db8::1]> `[2001:db8::1]` is not an IP address -> write 2001:db8::1'],
    ],
    [
      '192.0.2.1:80',
      ['notAnAddress <192.0.2.1:80> `192.0.2.1:80` is not an IP address -> write 192.0.2.1'],
    ],
    [
      '192.0.2.1, 192.0.2.2',
      [
        'notAnAddress <192.0.2.1, 192.0.2.2> `192.0.2.1, 192.0.2.2` holds several addresses -> write each address as a separate entry',
      ],
    ],
    [
      '2001:db8::12345',
      [
        `notAnAddress <12345> a group of an IPv6 address has at most four digits, but 12345 has 5 -> ${FORMS}`,
      ],
    ],
    [
      '2001:db8:1:2',
      [
        `notAnAddress <2001:db8:1:2> an IPv6 address has eight groups (or :: for the zeros), but 2001:db8:1:2 has 4 -> ${FORMS}`,
      ],
    ],
    [
      '1:2:3:4:5:6:7:8::',
      [`notAnAddress <1:2:3:4:5:6:7:8::> \`1:2:3:4:5:6:7:8::\` is not an IPv6 address -> ${FORMS}`],
    ],
    [
      '192.0.2.1-192.0.2.300',
      [`notAnAddress <300> 300 is more than 255, the highest part of an IPv4 address -> ${FORMS}`],
    ],
    [
      '192.0.2.010 - 192.0.2.0x1',
      [
        `leadingZero <010> 010 has a leading zero, so some programs read it as octal -> ${FORMS}`,
        `notAnAddress <192.0.2.0x1> \`192.0.2.0x1\` is not an IP address -> ${FORMS}`,
      ],
    ],
    [
      '192.0.2.1-192.0.2.9/24',
      [
        'notAnAddress <192.0.2.1-192.0.2.9/24> `192.0.2.1-192.0.2.9/24` mixes a prefix and a range -> write 192.0.2.1-192.0.2.9',
      ],
    ],
    [
      '192.0.2.1 to 192.0.2.9',
      [
        'notAnAddress <192.0.2.1 to 192.0.2.9> `192.0.2.1 to 192.0.2.9` is not an IP address -> write 192.0.2.1-192.0.2.9',
      ],
    ],
    [
      '10.1/16',
      [
        'notAnAddress <10.1> an IPv4 address has four parts, but `10.1` has 2 parts -> write 10.1.0.0/16',
      ],
    ],
    [
      'web/99',
      [
        `notAnAddress <web> \`web\` is not an IP address -> ${FORMS}`,
        'badPrefixLength <99> the prefix length of IPv4 must be a number from 0 to 32, not `99` -> write the length of the network, such as web/24',
      ],
    ],
    [
      '192.0.2.0/24/8',
      [
        'badPrefixLength <24/8> the prefix length of IPv4 must be a number from 0 to 32, not `24/8` -> write the length of the network, such as 192.0.2.0/24',
      ],
    ],
  ]
  for (const [text, expected] of cases) t.same(shown(text, rangeProblems(text)), expected, text)
  t.end()
})

t.test('addressProblems', (t) => {
  const forms = 'write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10'
  const cases: readonly [string, readonly string[]][] = [
    ['192.0.2.1', []],
    ['x', [`notAnAddress <x> \`x\` is not an IP address -> ${forms}`]],
    [
      '192.0.2.1/32',
      [`notAnAddress <192.0.2.1/32> \`192.0.2.1/32\` is not an IP address -> ${forms}`],
    ],
    [
      'fe80::1%eth0',
      ['zoneNotAllowed <%eth0> an address must not have a zone (%eth0) -> write fe80::1'],
    ],
  ]
  for (const [text, expected] of cases) t.same(shown(text, addressProblems(text)), expected, text)
  t.end()
})

t.test('prefixProblems', (t) => {
  const cases: readonly [string, readonly string[]][] = [
    ['192.0.2.0/24', []],
    [
      '192.0.2.17',
      ['badPrefixLength <192.0.2.17> `192.0.2.17` has no prefix length -> write 192.0.2.0/24'],
    ],
    [
      '2001:db8::17',
      ['badPrefixLength <2001:db8::17> `2001:db8::17` has no prefix length -> write 2001:db8::/64'],
    ],
    [
      '192.0.2.17/24',
      [
        'hostBitsSet <192.0.2.17/24> 192.0.2.17/24 has host bits set: 192.0.2.17 is inside a network, not its first address -> write 192.0.2.0/24',
      ],
    ],
    [
      'lan',
      [
        'notAnAddress <lan> `lan` is not an IP address -> write a prefix, as in 192.0.2.0/24 or 2001:db8::/64',
      ],
    ],
  ]
  for (const [text, expected] of cases) t.same(shown(text, prefixProblems(text)), expected, text)
  t.end()
})

const pieces = [
  '192',
  '0',
  '2',
  '300',
  '.',
  ':',
  '::',
  '/',
  '-',
  '2001',
  'db8',
  '%e',
  'ffff',
  ' ',
  '24',
  'x',
  ',',
  '–',
  '*',
  '[',
  ']',
  '',
]
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((each) => each.join('')),
  fc.string(),
)

t.test('a text has problems exactly if it is refused, and they lie inside it', (t) => {
  const checks = [
    [addressProblems, parseAddress],
    [prefixProblems, parsePrefix],
    [rangeProblems, parseRange],
  ] as const
  fc.assert(
    fc.property(anyText, (text) =>
      checks.every(([problemsOf, parse]) => {
        const problems = problemsOf(text)
        const inside = problems.every(({ part }) => part.start + part.length <= text.length + 1)
        return inside && problems.length > 0 === isRefused(parse(text))
      }),
    ),
    { numRuns: 3000, seed: 4291 },
  )
  t.end()
})

t.test('what a hint says to write can be read', (t) => {
  fc.assert(
    fc.property(anyText, (text) =>
      rangeProblems(text).every(({ hint }) => {
        const written = /^write ([^ ]+)$/.exec(hint)?.[1]
        return written === undefined || !isRefused(parseRange(written))
      }),
    ),
    { numRuns: 3000, seed: 4291 },
  )
  t.end()
})
