import { watch } from 'chokidar'
import { watchedFolders } from './watched-folders.ts'

export interface WayWatch {
  /** Looks for links that lead elsewhere now, and for folders that have come. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/**
 * Hints that what is at `path` may be another one. Symbolic links are not followed: a watch through one goes deaf
 * when the link is swapped. Where no notification comes nothing is hinted: the caller polls as well.
 */
export async function watchWayTo(path: string, hint: () => void): Promise<WayWatch> {
  let folders = await watchedFolders(path)
  const watcher = watch([...folders], { depth: 0, followSymlinks: false, ignoreInitial: true })
  let closed = false

  const refresh = async () => {
    const before = folders
    const now = await watchedFolders(path)
    if (closed) return
    folders = now
    watcher.add(now.filter((folder) => !before.includes(folder)))
    watcher.unwatch(before.filter((folder) => !now.includes(folder)))
  }

  watcher.on('all', () => {
    hint()
    void refresh()
  })
  // Too many watches, for instance: the poll goes on.
  watcher.on('error', () => undefined)
  await new Promise<void>((resolve) =>
    watcher.once('ready', resolve).once('error', () => resolve()),
  )
  const close = async () => {
    closed = true
    await watcher.close()
  }
  return { refresh, close }
}
