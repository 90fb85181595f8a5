import { spawn } from 'node:child_process'

/** Reads until this process has ended, however it did; then takes away what it could not any more. */
const SCRIPT = `
trap '' INT TERM HUP
cat >/dev/null
for path in /var/run/netns/"$0"-*; do
  [ -e "$path" ] && ip netns del "\${path##*/}"
done
rm -rf -- "$@"
`

/** Removes the namespaces that begin with the prefix, and the folders, when this process is no more. */
export function removeAfterwards(prefix: string, folders: readonly string[]): void {
  const child = spawn('sh', ['-c', SCRIPT, prefix, ...folders], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
}
