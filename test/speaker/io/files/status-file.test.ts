import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createStatusFile, readRememberedOwners } from '../../../../speaker/io/files/status-file.ts'
import type { SpeakerReport } from '../../../../speaker/reports/report.ts'
import { formatStatus, statusDocument } from '../../../../speaker/status/document.ts'
import { CONTEXT, MOMENT, OFFICE } from '../../../support/speaker/statuses.ts'
import { until } from '../../../support/until.ts'

const DOCUMENT = statusDocument([OFFICE], CONTEXT, MOMENT)

function setUp(t: Test, path = join(t.testdir({}), 'status.json')) {
  const reports: SpeakerReport[] = []
  let asked = 0
  const document = async () => {
    asked++
    return DOCUMENT
  }
  const file = createStatusFile(path, document, (report) => reports.push(report))
  return { path, file, reports, asked: () => asked }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

t.test('what changes is written soon, and then once for all that follows', async (t) => {
  const { path, file, reports, asked } = setUp(t)
  file.touch()
  file.touch()
  await until(() => textOf(path) === formatStatus(DOCUMENT), 'it is written')
  file.touch()
  file.touch()
  t.equal(asked(), 1, 'the second time waits')
  await file.close()
  t.equal(asked(), 2)
  t.strictSame(reports, [])
  t.strictSame(readdirSync(join(path, '..')), ['status.json'], 'nothing is left beside it')
})

t.test('it is written again after a second', async (t) => {
  const { path, file, asked } = setUp(t)
  file.touch()
  await until(() => textOf(path) !== '', 'it is written')
  rmSync(path)
  const begin = performance.now()
  file.touch()
  await until(() => textOf(path) !== '', 'it is written again')
  t.ok(performance.now() - begin > 500, 'not at once')
  t.equal(asked(), 2)
  await file.close()
})

t.test('a folder that is missing is told once, and again when it has been there', async (t) => {
  const folder = join(t.testdir({}), 'later')
  const { path, file, reports } = setUp(t, join(folder, 'status.json'))
  await file.close()
  await file.close()
  t.match(reports, [{ event: 'StatusNotWritten', message: /cannot write .*status\.json: ENOENT/ }])
  mkdirSync(folder)
  await file.close()
  t.equal(textOf(path), formatStatus(DOCUMENT))
  rmSync(folder, { recursive: true })
  await file.close()
  t.equal(reports.length, 2)
})

t.test('a loop that gives no status hinders nobody', async (t) => {
  const reports: SpeakerReport[] = []
  const path = join(t.testdir({}), 'status.json')
  const none = () => Promise.reject(new Error('the loop of the wire does not answer'))
  await createStatusFile(path, none, (report) => reports.push(report)).close()
  t.match(reports, [{ event: 'StatusNotWritten', message: /does not answer$/ }])
})

t.test('owners are remembered from the file', async (t) => {
  const reports: SpeakerReport[] = []
  const read = (path: string) => readRememberedOwners(path, (report) => reports.push(report))
  const folder = t.testdir({ 'status.json': formatStatus(DOCUMENT), 'broken.json': '{"kind":' })
  t.equal((await read(join(folder, 'status.json'))).length, 2)
  t.strictSame(await read(join(folder, 'broken.json')), [])
  t.strictSame(await read(join(folder, 'none.json')), [])
  t.strictSame(reports, [])
  t.strictSame(await read(folder), [])
  t.match(reports, [{ event: 'StatusNotRead', message: /EISDIR/ }])
})
