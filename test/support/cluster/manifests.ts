import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { programPath } from '../../../demo/control-plane.ts'
import { root } from '../root.ts'

/** An object of config/, as far as the tests look into it. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly rules?: readonly PolicyRule[]
  readonly spec?: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

/** As in rbac.authorization.k8s.io/v1. */
export interface PolicyRule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly verbs: readonly string[]
}

export interface PodTemplateSpec {
  readonly hostNetwork?: boolean
  readonly serviceAccountName: string
  readonly initContainers?: readonly ManifestContainer[]
  readonly containers: readonly ManifestContainer[]
  readonly [field: string]: unknown
}

export interface ManifestContainer {
  readonly name: string
  readonly image: string
  readonly args: readonly string[]
  readonly ports?: readonly { readonly containerPort: number }[]
  readonly livenessProbe?: { readonly httpGet: HttpGet }
  readonly readinessProbe?: { readonly httpGet: HttpGet }
  readonly restartPolicy?: string
  readonly securityContext: {
    readonly runAsUser?: number
    readonly runAsNonRoot?: boolean
    readonly allowPrivilegeEscalation?: boolean
    readonly readOnlyRootFilesystem?: boolean
    readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] }
    readonly seccompProfile?: { readonly type: string }
  }
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[]
  readonly [field: string]: unknown
}

export interface HttpGet {
  readonly host?: string
  readonly path: string
  readonly port: number
}

/** What `kubectl kustomize` makes of a folder of config/. */
export function render(folder: string): readonly Manifest[] {
  return renderFolder(join(root, 'config', folder))
}

/** The same of any folder. */
export function renderFolder(path: string): readonly Manifest[] {
  const text = execFileSync(programPath('kubectl'), ['kustomize', path], { encoding: 'utf8' })
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest)
}

export function ofKind(objects: readonly Manifest[], kind: string): readonly Manifest[] {
  return objects.filter((object) => object.kind === kind)
}

export function podSpecOf(deployment: Manifest): PodTemplateSpec {
  const { template } = deployment.spec as { template: { spec: PodTemplateSpec } }
  return template.spec
}

/** Sidecars first, as they are started. */
export function containersOf(deployment: Manifest): readonly ManifestContainer[] {
  const { initContainers = [], containers } = podSpecOf(deployment)
  return [...initContainers, ...containers]
}

export function containerOf(objects: readonly Manifest[], name: string): ManifestContainer {
  const all = ofKind(objects, 'Deployment').flatMap(containersOf)
  const found = all.find((container) => container.name === name)
  if (found === undefined) throw new Error(`there is no container ${name}`)
  return found
}

/** One file of config/ as it stands there, which needs no kubectl. */
export function readManifests(path: string): readonly Manifest[] {
  const text = readFileSync(join(root, 'config', path), 'utf8')
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest)
}
