import { join } from 'node:path'
import {
  containerOf,
  ofKind,
  renderFolder,
  type Manifest,
  type ManifestContainer,
} from '../support/cluster/manifests.ts'
import { configOf, type Release } from './release-before.ts'

/** A program that has a Deployment of its own in `config/hardened`. */
export type ProgramKind = 'reconciler' | 'speaker'

/** What a release brings into a cluster besides its Pods, and how it starts its programs. */
export interface ReleaseManifests {
  readonly namespaces: readonly Manifest[]
  readonly crds: readonly Manifest[]
  /** The ServiceAccount of a program, its roles and their bindings. */
  rights(program: ProgramKind): readonly Manifest[]
  container(program: ProgramKind): ManifestContainer
}

const RIGHTS = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']

export function manifestsOf(release: Release): ReleaseManifests {
  const all = renderFolder(join(configOf(release), 'hardened'))
  return {
    namespaces: ofKind(all, 'Namespace'),
    crds: ofKind(all, 'CustomResourceDefinition'),
    rights: (program) =>
      RIGHTS.flatMap((kind) => ofKind(all, kind)).filter(({ metadata }) =>
        metadata.name.endsWith(program),
      ),
    container: (program) => containerOf(all, program),
  }
}
