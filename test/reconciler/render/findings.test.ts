import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { countFindings, countText, renderFindings } from '../../../reconciler/render/findings.ts'

const at = { file: 'pools/a.yaml', line: 12, column: 3, length: 5, lineText: '  color: red' }
const placeless: Finding = {
  code: 'BW1201',
  severity: 'error',
  message: '`spec` has no field `color`',
  hint: 'remove it',
}
const unknown: Finding = { ...placeless, at }

t.test('a finding: place, message, line, caret, hint', (t) => {
  t.equal(
    renderFindings([unknown], { color: false }),
    [
      'pools/a.yaml:12:3: error: `spec` has no field `color` [BW1201 UnknownField]',
      '   12 |   color: red',
      '      |   ^^^^^',
      '    = remove it',
      '',
    ].join('\n'),
  )
  t.end()
})

t.test('a second place', (t) => {
  const related = [{ message: 'the other one', at: { ...at, line: 3, lineText: '- color' } }]
  t.equal(
    renderFindings([{ ...unknown, related }], { color: false })
      .split('\n')
      .slice(4)
      .join('\n'),
    ['    pools/a.yaml:3:3: the other one', '    3 | - color', '      |   ^^^^^', ''].join('\n'),
  )
  t.end()
})

t.test('in the order of the places; those without one last, named by their object', (t) => {
  const object = { kind: 'Service', namespace: 'web', name: 'shop' }
  const early = { ...unknown, at: { ...at, line: 1 } }
  const text = renderFindings([{ ...placeless, object }, placeless, unknown, early], {
    color: false,
  })
  t.same(
    text
      .split('\n')
      .filter((line) => line.includes('error'))
      .map((line) => line.replace(/error.*/, '')),
    ['pools/a.yaml:1:3: ', 'pools/a.yaml:12:3: ', '', 'Service web/shop: '],
  )
  t.end()
})

t.test('colour only where it is asked for', (t) => {
  t.notMatch(renderFindings([unknown], { color: false }), '\u001b')
  const related = [{ message: 'x', at }]
  const text = renderFindings([{ ...unknown, related }], { color: true })
  t.match(text, '\u001b[1;31merror\u001b[0m')
  t.match(text, '\u001b[1;31m^^^^^\u001b[0m')
  t.match(text, '\u001b[2m^^^^^\u001b[0m')
  t.end()
})

function lines(lineText: string, column: number, length: number) {
  const finding = { ...unknown, at: { ...at, lineText, column, length } }
  return renderFindings([finding], { color: false }).split('\n').slice(1, 3)
}

t.test('tabs keep the caret in its column', (t) => {
  t.same(lines('\tcolor', 2, 5), ['   12 | \tcolor', '      | \t^^^^^'])
  t.end()
})

t.test('of a long line, the part around the place', (t) => {
  const [source = '', caret = ''] = lines(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 501, 1)
  t.equal(source.length, 8 + 120)
  t.equal(source[caret.indexOf('^')], 'X')
  t.match(source, '|…aaa')
  const [start = ''] = lines(`X${'b'.repeat(500)}`, 1, 400)
  t.match(start, '| Xbbb')
  t.end()
})

t.test('an empty line is not shown', (t) => {
  t.match(lines('  ', 1, 1), ['    = remove it', ''])
  t.end()
})

t.test('what a terminal would obey is not passed on', (t) => {
  const [source] = lines('\u001b[2J\u202ecolor', 6, 5)
  t.equal(source, '   12 | \ufffd[2J\ufffdcolor')
  t.end()
})

t.test('counting', (t) => {
  t.equal(countFindings([]), 'no problems')
  const warning = { ...unknown, severity: 'warning' as const }
  const info = { ...unknown, severity: 'info' as const }
  t.equal(countFindings([unknown, warning, unknown, info]), '2 errors, 1 warning, 1 note')
  t.equal(countText(0, 'file'), '0 files')
  t.end()
})
