// Builds etcd, kube-apiserver, kube-controller-manager, kube-proxy and kubectl, as demo/control-plane/go.mod names
// them, and what gives containers their seccomp profile, for the tests and for `npm run cluster`. About seven minutes
// the first time; a second if they are there.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Also named in demo/control-plane/go.mod and demo/control-plane.ts. */
const VERSION = 'v1.37.2'
const PROGRAMS = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-proxy': 'k8s.io/kubernetes/cmd/kube-proxy',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
}
const demo = join(dirname(fileURLToPath(import.meta.url)), '../demo')
const given = process.env.KUBEBUILDER_ASSETS
const folder = given || join(homedir(), '.cache/bellwether/control-plane', VERSION)

const [, major, minor] = /^v(\d+)\.(\d+)/.exec(VERSION)
const STAMP = { gitVersion: VERSION, gitMajor: major, gitMinor: minor }
const flags = [
  '-s -w',
  ...Object.entries(STAMP).map(
    ([key, value]) => `-X k8s.io/component-base/version.${key}=${value}`,
  ),
].join(' ')

const missing = Object.keys(PROGRAMS).filter((name) => !existsSync(join(folder, name)))
if (missing.length > 0 && given) {
  console.error(`control plane: KUBEBUILDER_ASSETS (${given}) has no ${missing.join(', ')}`)
  process.exit(1)
}
mkdirSync(folder, { recursive: true })
for (const name of missing) {
  console.log(`control plane: building ${name} ${VERSION}`)
  const target = join(folder, name)
  const args = ['build', '-ldflags', flags, '-o', `${target}.new`, PROGRAMS[name]]
  execFileSync('go', args, { cwd: join(demo, 'control-plane'), stdio: 'inherit' })
  renameSync(`${target}.new`, target)
}
// Of our own, and quick: built always, for it may have changed. Where it is, demo/control-plane.ts says too.
const seccomp = join(homedir(), '.cache/bellwether/seccomp/container-seccomp')
mkdirSync(dirname(seccomp), { recursive: true })
const args = ['build', '-trimpath', '-ldflags', '-s -w', '-o', `${seccomp}.new`, '.']
execFileSync('go', args, { cwd: join(demo, 'seccomp'), stdio: 'inherit' })
renameSync(`${seccomp}.new`, seccomp)
console.log(`control plane: ready in ${folder}`)
