import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Api } from '../api.ts'
import type { Mount } from './container-root.ts'
import type { Container, KubeletConfig, Pod, ProjectedSource, Volume } from './pod-types.ts'

const ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'
const TOKEN_SECONDS = 24 * 3600

/** The folders of a Pod's volumes, by name, filled; and the mount of its ServiceAccount's token. */
export interface PodFiles {
  readonly volumes: ReadonlyMap<string, string>
  readonly account: Mount | undefined
}

export async function preparePodFiles(
  api: Api,
  config: KubeletConfig,
  pod: Pod,
): Promise<PodFiles> {
  const folder = join(config.folder, 'pods', pod.metadata.uid)
  const volumes = new Map<string, string>()
  for (const volume of pod.spec.volumes ?? [])
    volumes.set(volume.name, await prepareVolume({ api, config, pod, folder }, volume))
  return { volumes, account: await prepareAccount({ api, config, pod, folder }) }
}

interface Place {
  readonly api: Api
  readonly config: KubeletConfig
  readonly pod: Pod
  readonly folder: string
}

async function prepareVolume(place: Place, volume: Volume): Promise<string> {
  const { folder, config, pod } = place
  // A node's own disk outlives its Pods.
  if (volume.hostPath !== undefined) return made(join(config.folder, 'disk', volume.hostPath.path))
  const at = made(join(folder, 'volumes', volume.name))
  if (volume.configMap !== undefined) await writeConfigMap(place, at, volume.configMap)
  for (const source of volume.projected?.sources ?? []) await writeSource(place, at, source)
  if (volume.emptyDir !== undefined) openToAll(at, pod)
  return at
}

async function writeSource(
  place: Place,
  at: string,
  { serviceAccountToken, configMap }: ProjectedSource,
): Promise<void> {
  if (serviceAccountToken !== undefined)
    write(join(at, serviceAccountToken.path), await requestToken(place))
  // Every cluster has this one, with the certificate of its API server.
  if (configMap?.name === 'kube-root-ca.crt')
    write(join(at, configMap.items?.[0]?.path ?? 'ca.crt'), certificateOf(place.config))
}

/** Open to every user of the Pod, as a kubelet makes it. */
function openToAll(at: string, { spec }: Pod): void {
  chmodSync(at, 0o777)
  const group = spec.securityContext?.fsGroup
  if (group !== undefined) chownSync(at, 0, group)
}

async function writeConfigMap(
  { api, pod }: Place,
  at: string,
  { name, optional }: NonNullable<Volume['configMap']>,
): Promise<void> {
  const path = `/api/v1/namespaces/${pod.metadata.namespace}/configmaps/${name}`
  try {
    const { data } = await api.call<{ data?: Record<string, string> }>('GET', path)
    for (const [key, text] of Object.entries(data ?? {})) write(join(at, key), text)
  } catch (error) {
    if (optional !== true) throw error
  }
}

/** As the admission plugin ServiceAccount would have it, which is switched off here. */
async function prepareAccount(place: Place): Promise<Mount | undefined> {
  const { api, config, pod, folder } = place
  const account = await api.call<{ automountServiceAccountToken?: boolean }>(
    'GET',
    accountPath(pod),
  )
  const wanted = pod.spec.automountServiceAccountToken ?? account.automountServiceAccountToken
  if (wanted === false) return undefined
  const source = made(join(folder, 'account'))
  write(join(source, 'token'), await requestToken(place))
  write(join(source, 'ca.crt'), certificateOf(config))
  write(join(source, 'namespace'), pod.metadata.namespace ?? 'default')
  return { source, target: ACCOUNT_FOLDER, readOnly: true }
}

function accountPath({ metadata, spec }: Pod): string {
  const name = spec.serviceAccountName ?? 'default'
  return `/api/v1/namespaces/${metadata.namespace}/serviceaccounts/${name}`
}

async function requestToken({ api, pod }: Place): Promise<string> {
  const body = { spec: { expirationSeconds: TOKEN_SECONDS } }
  const path = `${accountPath(pod)}/token`
  const { status } = await api.call<{ status: { token: string } }>('POST', path, body)
  return status.token
}

function certificateOf({ certificate }: KubeletConfig): string {
  return readFileSync(certificate, 'utf8')
}

/** What a container sees of them, and of the programs that stand for images. */
export function mountsOf(config: KubeletConfig, files: PodFiles, container: Container): Mount[] {
  const named = (container.volumeMounts ?? []).flatMap(({ name, mountPath, readOnly }) => {
    const source = files.volumes.get(name)
    return source === undefined ? [] : [{ source, target: mountPath, readOnly: readOnly === true }]
  })
  const programs = config.programFolders.map((path) => ({
    source: path,
    target: path,
    readOnly: true,
  }))
  const account = files.account === undefined ? [] : [files.account]
  const taken = named.some(({ target }) => target === ACCOUNT_FOLDER)
  return [...named, ...programs, ...(taken ? [] : account)]
}

function made(path: string): string {
  mkdirSync(path, { recursive: true })
  return path
}

/** Readable by whatever user the container has. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { mode: 0o644 })
}
