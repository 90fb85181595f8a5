import { spawn } from 'node:child_process'

/** Reads until this process has ended, however it did; then takes away what it could not any more. */
const SCRIPT = `
trap '' INT TERM HUP
cat >/dev/null
for path in /var/run/netns/"$0"-*; do
  [ -e "$path" ] || continue
  name="\${path##*/}"
  for pid in $(ip netns pids "$name"); do kill -KILL "$pid"; done
  ip netns del "$name"
done
rm -rf -- "$@"
`

/**
 * When this process is no more: ends what still runs in the namespaces whose names begin with the prefix, and removes
 * them and the folders. A signal at the parent's death does not reach everybody: a program that changes its user loses it.
 */
export function removeAfterwards(prefix: string, folders: readonly string[] = []): void {
  const child = spawn('sh', ['-c', SCRIPT, prefix, ...folders], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
}
