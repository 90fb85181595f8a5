import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder))
}

/** The folder of the checkout: tests run from dist/, fixtures stay where they are. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))
