// Generated from config/crd by "npm run generate". Do not edit.

export interface AddressPool {
  apiVersion: 'bellwether.dev/v1alpha1'
  kind: 'AddressPool'
  metadata: {
    name: string
    namespace?: string
    labels?: {
      [k: string]: string
    }
    annotations?: {
      [k: string]: string
    }
    creationTimestamp?: unknown
    deletionGracePeriodSeconds?: unknown
    deletionTimestamp?: unknown
    finalizers?: unknown
    generateName?: unknown
    generation?: unknown
    managedFields?: unknown
    ownerReferences?: unknown
    resourceVersion?: unknown
    selfLink?: unknown
    uid?: unknown
  }
  spec: {
    /**
     * @minItems 1
     * @maxItems 256
     */
    addresses: string[]
    /**
     * @maxItems 1024
     */
    exclude?: string[]
    avoidBuggyIPs?: boolean
    autoAssign?: boolean
    priority?: number
    serviceSelector?: {
      matchLabels?: {
        [k: string]: string
      }
      /**
       * @maxItems 32
       */
      matchExpressions?: {
        key: string
        operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        /**
         * @maxItems 64
         */
        values?: string[]
      }[]
    }
    /**
     * @minItems 1
     * @maxItems 256
     */
    namespaces?: string[]
    namespaceSelector?: {
      matchLabels?: {
        [k: string]: string
      }
      /**
       * @maxItems 32
       */
      matchExpressions?: {
        key: string
        operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        /**
         * @maxItems 64
         */
        values?: string[]
      }[]
    }
    sharing?: 'none' | 'withinNamespace' | 'acrossNamespaces'
    /**
     * @maxItems 1024
     */
    reservations?: {
      address: string
      service: string
    }[]
    suspend?: boolean
    announce?: {
      segment?: string
      nodeSelector?: {
        matchLabels?: {
          [k: string]: string
        }
        /**
         * @maxItems 32
         */
        matchExpressions?: {
          key: string
          operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
          /**
           * @maxItems 64
           */
          values?: string[]
        }[]
      }
      /**
       * @minItems 1
       * @maxItems 64
       */
      nodeNetworks?: string[]
      /**
       * @maxItems 32
       */
      preferredNodes?: {
        weight: number
        selector: {
          matchLabels?: {
            [k: string]: string
          }
          /**
           * @maxItems 32
           */
          matchExpressions?: {
            key: string
            operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
            /**
             * @maxItems 64
             */
            values?: string[]
          }[]
        }
      }[]
      /**
       * @minItems 1
       * @maxItems 16
       */
      interfaces?: string[]
      failback?: 'never' | 'afterStable' | 'immediate'
      failbackDelaySeconds?: number
      probe?: {
        method?: 'auto' | 'echo' | 'arp'
        intervalMilliseconds?: number
        failureThreshold?: number
      }
      conflictDetection?: 'off' | 'report' | 'hold'
    }
  }
  status?: unknown
}

export interface AnnouncementPlan {
  apiVersion: 'bellwether.dev/v1alpha1'
  kind: 'AnnouncementPlan'
  metadata: {
    name: string
    namespace?: string
    labels?: {
      [k: string]: string
    }
    annotations?: {
      [k: string]: string
    }
    creationTimestamp?: unknown
    deletionGracePeriodSeconds?: unknown
    deletionTimestamp?: unknown
    finalizers?: unknown
    generateName?: unknown
    generation?: unknown
    managedFields?: unknown
    ownerReferences?: unknown
    resourceVersion?: unknown
    selfLink?: unknown
    uid?: unknown
  }
  spec: {
    segment: string
    revision: string
    digests: {
      pools: string
      state: string
    }
    /**
     * @maxItems 5000
     */
    nodes: {
      name: string
      /**
       * @maxItems 16
       */
      addresses: string[]
    }[]
    /**
     * @maxItems 1024
     */
    pools: {
      name: string
      /**
       * @maxItems 16
       */
      interfaces?: string[]
      failback: 'never' | 'afterStable' | 'immediate'
      failbackDelaySeconds: number
      probe: {
        method: 'auto' | 'echo' | 'arp'
        intervalMilliseconds: number
        failureThreshold: number
      }
      conflictDetection: 'off' | 'report' | 'hold'
    }[]
    /**
     * @maxItems 16384
     */
    announcements: {
      address: string
      /**
       * @minItems 1
       * @maxItems 256
       */
      services: string[]
      pool: string
      /**
       * @maxItems 16
       */
      candidates: number[]
      since: string
      healthCheckNodePort?: number
    }[]
  }
  status?: unknown
}
