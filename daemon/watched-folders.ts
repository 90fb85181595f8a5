import { lstat, readlink, realpath } from 'node:fs/promises'
import { dirname, join, parse, resolve, sep } from 'node:path'

/** As many as the kernel follows. */
const MAX_LINKS = 40

/**
 * The folders in which something has to change if the file at `path` is to become another one: its own, and
 * those of every symbolic link on the way to it (git-sync and ConfigMap volumes publish by swapping a link).
 * Folders that do not exist yet are left out. Sorted.
 */
export async function watchedFolders(path: string): Promise<readonly string[]> {
  const folders = new Set<string>()
  let current = resolve(path)
  for (let left = MAX_LINKS; left > 0; left--) {
    const link = await firstLink(current)
    if (link === undefined) break
    folders.add(await nearestFolder(dirname(link)))
    const target = resolve(dirname(link), await readlink(link).catch(() => '.'))
    current = join(target, current.slice(link.length))
  }
  folders.add(await nearestFolder(dirname(current)))
  return [...folders].sort()
}

/** The first component of `path` that is a symbolic link, with all before it. */
async function firstLink(path: string): Promise<string | undefined> {
  const { root } = parse(path)
  let current = root
  for (const name of path.slice(root.length).split(sep)) {
    current = join(current, name)
    const stats = await lstat(current).catch(() => undefined)
    if (stats?.isSymbolicLink()) return current
  }
  return undefined
}

/** A folder that is missing for a moment comes back in one that is there. */
async function nearestFolder(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined)
  return found ?? (path === dirname(path) ? path : nearestFolder(dirname(path)))
}
