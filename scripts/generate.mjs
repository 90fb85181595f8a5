// Writes what follows from the CRDs in config/crd, from api/codes/codes.ts, from the tables of metrics and from
// scripts/rooms.json: the validators, the types that tests compare, four pages of documentation, a README for each room.
// With --check it writes nothing and fails if a file is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { architecturePage } from './generate/architecture-page.mjs'
import { crdTypes } from './generate/crd-types.mjs'
import { importSource } from './generate/import-source.mjs'
import { metricsPage } from './generate/metrics-page.mjs'
import { poolReference } from './generate/pool-reference.mjs'
import { problemsPage } from './generate/problems-page.mjs'
import { roomReadmes } from './generate/room-readmes.mjs'
import { strictSchema } from './generate/strict-schema.mjs'
import { validators } from './generate/validators.mjs'
import { readRooms } from './rooms.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

function readCrd(plural) {
  return parse(readFileSync(join(root, `config/crd/bellwether.dev_${plural}.yaml`), 'utf8'))
}

async function generate() {
  const crds = [readCrd('addresspools'), readCrd('announcementplans')]
  const schemas = crds.map(strictSchema)
  const { FINDING_CODES, RETIRED_CODES } = await importSource(join(root, 'api/codes/codes.ts'))
  const speaker = await importSource(join(root, 'speaker/status/metric-table.ts'))
  const reconciler = await importSource(join(root, 'reconciler/watch/metrics.ts'))
  return new Map([
    ...(await validators(schemas, root)),
    ['test/generated/crd-types.ts', await crdTypes(schemas, root)],
    ['docs/pool-reference.md', poolReference(crds)],
    ['docs/problems.md', problemsPage(FINDING_CODES, RETIRED_CODES)],
    ['docs/metrics.md', metricsPageOf(speaker, reconciler)],
    ...(await formatted(roomPages(readRooms(root)))),
  ])
}

function roomPages(rooms) {
  return [['docs/architecture.md', architecturePage(rooms)], ...roomReadmes(rooms)]
}

/** As `npm run format` would leave them. */
async function formatted(pages) {
  const config = await resolveConfig(join(root, 'package.json'))
  return Promise.all(
    pages.map(async ([path, text]) => [
      path,
      await format(text, { ...config, parser: 'markdown' }),
    ]),
  )
}

function metricsPageOf(speaker, reconciler) {
  return metricsPage(
    { prefix: speaker.METRIC_PREFIX, metrics: speaker.METRICS },
    { prefix: reconciler.RUN_METRIC_PREFIX, metrics: reconciler.RUN_METRICS },
  )
}

function current(path) {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

const stale = [...(await generate())].filter(([path, text]) => current(path) !== text)
if (!process.argv.includes('--check')) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
} else if (stale.length > 0) {
  for (const [path] of stale)
    console.error(`${path} is stale: run "npm run generate" and commit it`)
  process.exitCode = 1
}
