import t from 'tap'
import type { AddressPool, AddressPoolSpec, AnnouncementPlan } from '../../api/objects.ts'
import type { AnnouncementPlanSpec, ObjectMeta } from '../../api/objects.ts'
import { API_VERSION } from '../../api/objects.ts'
import type * as Crd from '../generated/crd-types.ts'

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

/** True only for types that are the same, field by field, optional or not. */
type Same<A, B> =
  (<T>() => T extends DeepReadonly<A> ? 1 : 2) extends <T>() => T extends DeepReadonly<B> ? 1 : 2
    ? true
    : false

/** Compiles if `Same` is right: what holds is checked by the compiler, not at run time. */
function holds<T extends true>(...[]: T[]): void {}

t.test('the types are those of the CRDs', (t) => {
  holds<Same<AddressPoolSpec, Crd.AddressPool['spec']>>()
  holds<Same<AnnouncementPlanSpec, Crd.AnnouncementPlan['spec']>>()
  holds<Same<AddressPool['kind'], Crd.AddressPool['kind']>>()
  holds<Same<AnnouncementPlan['kind'], Crd.AnnouncementPlan['kind']>>()
  holds<Same<typeof API_VERSION, Crd.AddressPool['apiVersion']>>()
  holds<Same<ObjectMeta, Pick<Crd.AddressPool['metadata'], keyof ObjectMeta>>>()
  t.equal(API_VERSION, 'bellwether.dev/v1alpha1')
  t.end()
})

t.test('the comparison would notice', (t) => {
  // @ts-expect-error a field is missing
  holds<Same<{ a: 1 }, { a: 1; b?: 2 }>>()
  // @ts-expect-error a field is optional in one of them
  holds<Same<{ a: 1 }, { a?: 1 }>>()
  // @ts-expect-error a word is missing deep inside
  holds<Same<{ a: { b: 'x' }[] }, { a: { b: 'x' | 'y' }[] }>>()
  holds<Same<{ readonly a: readonly { b: 1 }[] }, { a: { readonly b: 1 }[] }>>()
  t.end()
})
