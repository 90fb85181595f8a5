import { watch } from 'chokidar'
import { watchedFolders } from './watched-folders.ts'

export interface PathWatch {
  /** Watches the folders that are on the way to the file now: a link may lead elsewhere, a folder may be new. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/**
 * Calls `hint` when the file at `path` may have become another one. Each folder on the way to it is watched by itself:
 * a watch through a symbolic link goes deaf when the link is swapped. Where the kernel sends no notification there is
 * no hint, so the caller has to poll as well.
 */
export async function watchPath(path: string, hint: () => void): Promise<PathWatch> {
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
  // For instance too many watches: the caller's poll goes on.
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
