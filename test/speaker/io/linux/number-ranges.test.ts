import t from 'tap'
import { rangesOf } from '../../../../speaker/io/linux/number-ranges.ts'

for (const [name, numbers, most, ranges] of [
  ['nothing', [], 9, []],
  ['one number', [7], 9, [[7, 7]]],
  [
    'neighbours become a range, once each',
    [3, 1, 2, 2, 9],
    9,
    [
      [1, 3],
      [9, 9],
    ],
  ],
  [
    'the ends of 32 bits',
    [0xffffffff, 0, 1],
    9,
    [
      [0, 1],
      [0xffffffff, 0xffffffff],
    ],
  ],
  [
    'too many: the smallest gap closes',
    [0, 10, 12, 30],
    3,
    [
      [0, 0],
      [10, 12],
      [30, 30],
    ],
  ],
  [
    'of equal gaps the last one closes',
    [0, 5, 10, 15],
    3,
    [
      [0, 0],
      [5, 5],
      [10, 15],
    ],
  ],
  ['one for all', [0, 5, 10, 15], 1, [[0, 15]]],
] as const)
  t.test(name, (t) => {
    t.same(rangesOf(numbers, most), ranges)
    t.end()
  })
