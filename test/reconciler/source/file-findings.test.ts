import t from 'tap'
import { noPools, unreadableSource } from '../../../reconciler/source/file-findings.ts'

const at = { file: 'a', line: 1, column: 1, length: 1, lineText: '' }

t.test('what the system refuses', (t) => {
  t.match(unreadableSource(at, 'EACCES'), { code: 'BW1010', message: /permission/, at })
  t.match(unreadableSource(at, 'ENOENT'), { message: /link to something that does not exist/ })
  t.match(unreadableSource(at, 'ELOOP'), { message: /back to itself/ })
  t.match(unreadableSource(at, 'EIO'), { message: /EIO/ })
  t.match(unreadableSource(at, undefined), { message: /gives no reason/ })
  t.end()
})

t.test('no pools', (t) => {
  t.match(noPools(['a', 'b']), { code: 'BW1011', severity: 'warning', message: /in a, b$/ })
  t.end()
})
