import { createRequire as __cr } from 'node:module'
const require = __cr(import.meta.url)
var __create = Object.create
var __defProp = Object.defineProperty
var __getOwnPropDesc = Object.getOwnPropertyDescriptor
var __getOwnPropNames = Object.getOwnPropertyNames
var __getProtoOf = Object.getPrototypeOf
var __hasOwnProp = Object.prototype.hasOwnProperty
var __require = /* @__PURE__ */ ((x) =>
  typeof require !== 'undefined'
    ? require
    : typeof Proxy !== 'undefined'
      ? new Proxy(x, {
          get: (a, b) => (typeof require !== 'undefined' ? require : a)[b],
        })
      : x)(function (x) {
  if (typeof require !== 'undefined') return require.apply(this, arguments)
  throw Error('Dynamic require of "' + x + '" is not supported')
})
var __commonJS = (cb, mod) =>
  function __require2() {
    try {
      return (
        mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod),
        mod.exports
      )
    } catch (e) {
      throw ((mod = 0), e)
    }
  }
var __copyProps = (to, from, except, desc) => {
  if ((from && typeof from === 'object') || typeof from === 'function') {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, {
          get: () => from[key],
          enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable,
        })
  }
  return to
}
var __toESM = (mod, isNodeMode, target) => (
  (target = mod != null ? __create(__getProtoOf(mod)) : {}),
  __copyProps(
    // If the importer is in node compatibility mode or this is not an ESM
    // file that has been converted to a CommonJS file using a Babel-
    // compatible transform (i.e. "__esModule" has not been set), then set
    // "default" to the CommonJS "module.exports" for node compatibility.
    isNodeMode || !mod || !mod.__esModule
      ? __defProp(target, 'default', { value: mod, enumerable: true })
      : target,
    mod,
  )
)

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  'node_modules/ipaddr.js/lib/ipaddr.js'(exports, module) {
    ;(function (root) {
      'use strict'
      const ipv4Part = '(0?\\d+|0x[a-f0-9]+)'
      const ipv4Regexes = {
        fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
        threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
        twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, 'i'),
        longValue: new RegExp(`^${ipv4Part}$`, 'i'),
      }
      const octalRegex = new RegExp(`^0[0-7]+$`, 'i')
      const hexRegex = new RegExp(`^0x[a-f0-9]+$`, 'i')
      const zoneIndex = '%[0-9a-z]{1,}'
      const ipv6Part = '(?:[0-9a-f]+::?)+'
      const ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, 'i'),
        native: new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, 'i'),
        deprecatedTransitional: new RegExp(
          `^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`,
          'i',
        ),
        transitional: new RegExp(
          `^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`,
          'i',
        ),
      }
      function expandIPv6(string, parts) {
        if (string.indexOf('::') !== string.lastIndexOf('::')) {
          return null
        }
        let colonCount = 0
        let lastColon = -1
        let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0]
        let replacement, replacementCount
        if (zoneId) {
          zoneId = zoneId.substring(1)
          string = string.replace(/%.+$/, '')
        }
        while ((lastColon = string.indexOf(':', lastColon + 1)) >= 0) {
          colonCount++
        }
        if (string.substr(0, 2) === '::') {
          colonCount--
        }
        if (string.substr(-2, 2) === '::') {
          colonCount--
        }
        if (colonCount >= parts) {
          return null
        }
        replacementCount = parts - colonCount
        replacement = ':'
        while (replacementCount--) {
          replacement += '0:'
        }
        string = string.replace('::', replacement)
        if (string[0] === ':') {
          string = string.slice(1)
        }
        if (string[string.length - 1] === ':') {
          string = string.slice(0, -1)
        }
        parts = (function () {
          const ref = string.split(':')
          const results = []
          for (let i = 0; i < ref.length; i++) {
            results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16))
          }
          return results
        })()
        return {
          parts,
          zoneId,
        }
      }
      function matchCIDR(first, second, partSize, cidrBits) {
        if (first.length !== second.length) {
          throw new Error('ipaddr: cannot match CIDR for objects with different lengths')
        }
        let part = 0
        let shift
        while (cidrBits > 0) {
          shift = partSize - cidrBits
          if (shift < 0) {
            shift = 0
          }
          if (first[part] >> shift !== second[part] >> shift) {
            return false
          }
          cidrBits -= partSize
          part += 1
        }
        return true
      }
      function parseIntAuto(string) {
        if (hexRegex.test(string)) {
          return parseInt(string, 16)
        }
        if (string[0] === '0' && !isNaN(parseInt(string[1], 10))) {
          if (octalRegex.test(string)) {
            return parseInt(string, 8)
          }
          throw new Error(`ipaddr: cannot parse ${string} as octal`)
        }
        return parseInt(string, 10)
      }
      function padPart(part, length) {
        while (part.length < length) {
          part = `0${part}`
        }
        return part
      }
      const ipaddr2 = {}
      ipaddr2.IPv4 = (function () {
        function IPv4(octets) {
          if (octets.length !== 4) {
            throw new Error('ipaddr: ipv4 octet count should be 4')
          }
          let i, octet
          for (i = 0; i < octets.length; i++) {
            octet = octets[i]
            if (!(0 <= octet && octet <= 255)) {
              throw new Error('ipaddr: ipv4 octet should fit in 8 bits')
            }
          }
          this.octets = octets
        }
        IPv4.prototype.SpecialRanges = {
          unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
          broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
          // RFC3171
          multicast: [[new IPv4([224, 0, 0, 0]), 4]],
          // RFC3927
          linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
          // RFC5735
          loopback: [[new IPv4([127, 0, 0, 0]), 8]],
          // RFC6598
          carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
          // RFC1918
          private: [
            [new IPv4([10, 0, 0, 0]), 8],
            [new IPv4([172, 16, 0, 0]), 12],
            [new IPv4([192, 168, 0, 0]), 16],
          ],
          // Reserved and testing-only ranges; RFCs 5735, 5737, 2544, 1700
          reserved: [
            [new IPv4([192, 0, 0, 0]), 24],
            [new IPv4([192, 0, 2, 0]), 24],
            [new IPv4([192, 88, 99, 0]), 24],
            [new IPv4([198, 18, 0, 0]), 15],
            [new IPv4([198, 51, 100, 0]), 24],
            [new IPv4([203, 0, 113, 0]), 24],
            [new IPv4([240, 0, 0, 0]), 4],
          ],
          // RFC7534, RFC7535
          as112: [
            [new IPv4([192, 175, 48, 0]), 24],
            [new IPv4([192, 31, 196, 0]), 24],
          ],
          // RFC7450
          amt: [[new IPv4([192, 52, 193, 0]), 24]],
        }
        IPv4.prototype.kind = function () {
          return 'ipv4'
        }
        IPv4.prototype.match = function (other, cidrRange) {
          let ref
          if (cidrRange === void 0) {
            ref = other
            other = ref[0]
            cidrRange = ref[1]
          }
          if (other.kind() !== 'ipv4') {
            throw new Error('ipaddr: cannot match ipv4 address with non-ipv4 one')
          }
          return matchCIDR(this.octets, other.octets, 8, cidrRange)
        }
        IPv4.prototype.prefixLengthFromSubnetMask = function () {
          let cidr = 0
          let stop = false
          const zerotable = {
            0: 8,
            128: 7,
            192: 6,
            224: 5,
            240: 4,
            248: 3,
            252: 2,
            254: 1,
            255: 0,
          }
          let i, octet, zeros
          for (i = 3; i >= 0; i -= 1) {
            octet = this.octets[i]
            if (octet in zerotable) {
              zeros = zerotable[octet]
              if (stop && zeros !== 0) {
                return null
              }
              if (zeros !== 8) {
                stop = true
              }
              cidr += zeros
            } else {
              return null
            }
          }
          return 32 - cidr
        }
        IPv4.prototype.range = function () {
          return ipaddr2.subnetMatch(this, this.SpecialRanges)
        }
        IPv4.prototype.toByteArray = function () {
          return this.octets.slice(0)
        }
        IPv4.prototype.toIPv4MappedAddress = function () {
          return ipaddr2.IPv6.parse(`::ffff:${this.toString()}`)
        }
        IPv4.prototype.toNormalizedString = function () {
          return this.toString()
        }
        IPv4.prototype.toString = function () {
          return this.octets.join('.')
        }
        return IPv4
      })()
      ipaddr2.IPv4.broadcastAddressFromCIDR = function (string) {
        try {
          const cidr = this.parseCIDR(string)
          const ipInterfaceOctets = cidr[0].toByteArray()
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray()
          const octets = []
          let i = 0
          while (i < 4) {
            octets.push(
              parseInt(ipInterfaceOctets[i], 10) | (parseInt(subnetMaskOctets[i], 10) ^ 255),
            )
            i++
          }
          return new this(octets)
        } catch (e) {
          throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e })
        }
      }
      ipaddr2.IPv4.isIPv4 = function (string) {
        return this.parser(string) !== null
      }
      ipaddr2.IPv4.isValid = function (string) {
        try {
          new this(this.parser(string))
          return true
        } catch {
          return false
        }
      }
      ipaddr2.IPv4.isValidCIDR = function (string) {
        try {
          this.parseCIDR(string)
          return true
        } catch {
          return false
        }
      }
      ipaddr2.IPv4.isValidFourPartDecimal = function (string) {
        if (ipaddr2.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) {
          return true
        } else {
          return false
        }
      }
      ipaddr2.IPv4.isValidCIDRFourPartDecimal = function (string) {
        const match = string.match(/^(.+)\/(\d+)$/)
        if (!ipaddr2.IPv4.isValidCIDR(string) || !match) {
          return false
        }
        return ipaddr2.IPv4.isValidFourPartDecimal(match[1])
      }
      ipaddr2.IPv4.networkAddressFromCIDR = function (string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets
        try {
          cidr = this.parseCIDR(string)
          ipInterfaceOctets = cidr[0].toByteArray()
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray()
          octets = []
          i = 0
          while (i < 4) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10))
            i++
          }
          return new this(octets)
        } catch (e) {
          throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e })
        }
      }
      ipaddr2.IPv4.parse = function (string) {
        const parts = this.parser(string)
        if (parts === null) {
          throw new Error('ipaddr: string is not formatted like an IPv4 Address')
        }
        return new this(parts)
      }
      ipaddr2.IPv4.parseCIDR = function (string) {
        let match
        if ((match = string.match(/^(.+)\/(\d+)$/))) {
          const maskLength = parseInt(match[2])
          if (maskLength >= 0 && maskLength <= 32) {
            const parsed2 = [this.parse(match[1]), maskLength]
            Object.defineProperty(parsed2, 'toString', {
              value: function () {
                return this.join('/')
              },
            })
            return parsed2
          }
        }
        throw new Error('ipaddr: string is not formatted like an IPv4 CIDR range')
      }
      ipaddr2.IPv4.parser = function (string) {
        let match, part, value
        if ((match = string.match(ipv4Regexes.fourOctet))) {
          return (function () {
            const ref = match.slice(1, 6)
            const results = []
            for (let i = 0; i < ref.length; i++) {
              part = ref[i]
              results.push(parseIntAuto(part))
            }
            return results
          })()
        } else if ((match = string.match(ipv4Regexes.longValue))) {
          value = parseIntAuto(match[1])
          if (value > 4294967295 || value < 0) {
            throw new Error('ipaddr: address outside defined range')
          }
          return (function () {
            const results = []
            let shift
            for (shift = 0; shift <= 24; shift += 8) {
              results.push((value >> shift) & 255)
            }
            return results
          })().reverse()
        } else if ((match = string.match(ipv4Regexes.twoOctet))) {
          return (function () {
            const ref = match.slice(1, 4)
            const results = []
            value = parseIntAuto(ref[1])
            if (value > 16777215 || value < 0) {
              throw new Error('ipaddr: address outside defined range')
            }
            results.push(parseIntAuto(ref[0]))
            results.push((value >> 16) & 255)
            results.push((value >> 8) & 255)
            results.push(value & 255)
            return results
          })()
        } else if ((match = string.match(ipv4Regexes.threeOctet))) {
          return (function () {
            const ref = match.slice(1, 5)
            const results = []
            value = parseIntAuto(ref[2])
            if (value > 65535 || value < 0) {
              throw new Error('ipaddr: address outside defined range')
            }
            results.push(parseIntAuto(ref[0]))
            results.push(parseIntAuto(ref[1]))
            results.push((value >> 8) & 255)
            results.push(value & 255)
            return results
          })()
        } else {
          return null
        }
      }
      ipaddr2.IPv4.subnetMaskFromPrefixLength = function (prefix) {
        prefix = parseInt(prefix)
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) {
          throw new Error('ipaddr: invalid IPv4 prefix length')
        }
        const octets = [0, 0, 0, 0]
        let j = 0
        const filledOctetCount = Math.floor(prefix / 8)
        while (j < filledOctetCount) {
          octets[j] = 255
          j++
        }
        if (filledOctetCount < 4) {
          octets[filledOctetCount] = (Math.pow(2, prefix % 8) - 1) << (8 - (prefix % 8))
        }
        return new this(octets)
      }
      ipaddr2.IPv6 = (function () {
        function IPv6(parts, zoneId) {
          let i, part
          if (parts.length === 16) {
            this.parts = []
            for (i = 0; i <= 14; i += 2) {
              this.parts.push((parts[i] << 8) | parts[i + 1])
            }
          } else if (parts.length === 8) {
            this.parts = parts
          } else {
            throw new Error('ipaddr: ipv6 part count should be 8 or 16')
          }
          for (i = 0; i < this.parts.length; i++) {
            part = this.parts[i]
            if (!(0 <= part && part <= 65535)) {
              throw new Error('ipaddr: ipv6 part should fit in 16 bits')
            }
          }
          if (zoneId) {
            this.zoneId = zoneId
          }
        }
        IPv6.prototype.SpecialRanges = {
          // RFC4291, here and after
          unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
          linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
          multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
          loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
          uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
          ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
          // RFC3879
          deprecatedSiteLocal: [new IPv6([65216, 0, 0, 0, 0, 0, 0, 0]), 10],
          // RFC6666
          discard: [new IPv6([256, 0, 0, 0, 0, 0, 0, 0]), 64],
          // RFC6145
          rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
          rfc6052: [
            // RFC6052
            [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
            // RFC8215
            [new IPv6([100, 65435, 1, 0, 0, 0, 0, 0]), 48],
          ],
          // RFC3056
          '6to4': [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
          // RFC6052, RFC6146
          teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
          // RFC5180
          benchmarking: [new IPv6([8193, 2, 0, 0, 0, 0, 0, 0]), 48],
          // RFC7450
          amt: [new IPv6([8193, 3, 0, 0, 0, 0, 0, 0]), 32],
          as112v6: [
            // RFC7535
            [new IPv6([8193, 4, 274, 0, 0, 0, 0, 0]), 48],
            // RFC7534
            [new IPv6([9760, 79, 32768, 0, 0, 0, 0, 0]), 48],
          ],
          // RFC4843
          deprecatedOrchid: [new IPv6([8193, 16, 0, 0, 0, 0, 0, 0]), 28],
          // RFC7343
          orchid2: [new IPv6([8193, 32, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9374
          droneRemoteIdProtocolEntityTags: [new IPv6([8193, 48, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9602
          segmentRouting: [new IPv6([24320, 0, 0, 0, 0, 0, 0, 0]), 16],
          reserved: [
            // RFC3849
            [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 23],
            // RFC2928
            [new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32],
            // RFC9637
            [new IPv6([16383, 0, 0, 0, 0, 0, 0, 0]), 20],
          ],
        }
        IPv6.prototype.isIPv4MappedAddress = function () {
          return this.range() === 'ipv4Mapped'
        }
        IPv6.prototype.kind = function () {
          return 'ipv6'
        }
        IPv6.prototype.match = function (other, cidrRange) {
          let ref
          if (cidrRange === void 0) {
            ref = other
            other = ref[0]
            cidrRange = ref[1]
          }
          if (other.kind() !== 'ipv6') {
            throw new Error('ipaddr: cannot match ipv6 address with non-ipv6 one')
          }
          return matchCIDR(this.parts, other.parts, 16, cidrRange)
        }
        IPv6.prototype.prefixLengthFromSubnetMask = function () {
          let cidr = 0
          let stop = false
          const zerotable = {
            0: 16,
            32768: 15,
            49152: 14,
            57344: 13,
            61440: 12,
            63488: 11,
            64512: 10,
            65024: 9,
            65280: 8,
            65408: 7,
            65472: 6,
            65504: 5,
            65520: 4,
            65528: 3,
            65532: 2,
            65534: 1,
            65535: 0,
          }
          let part, zeros
          for (let i = 7; i >= 0; i -= 1) {
            part = this.parts[i]
            if (part in zerotable) {
              zeros = zerotable[part]
              if (stop && zeros !== 0) {
                return null
              }
              if (zeros !== 16) {
                stop = true
              }
              cidr += zeros
            } else {
              return null
            }
          }
          return 128 - cidr
        }
        IPv6.prototype.range = function () {
          return ipaddr2.subnetMatch(this, this.SpecialRanges)
        }
        IPv6.prototype.toByteArray = function () {
          let part
          const bytes = []
          const ref = this.parts
          for (let i = 0; i < ref.length; i++) {
            part = ref[i]
            bytes.push(part >> 8)
            bytes.push(part & 255)
          }
          return bytes
        }
        IPv6.prototype.toFixedLengthString = function () {
          const addr = function () {
            const results = []
            for (let i = 0; i < this.parts.length; i++) {
              results.push(padPart(this.parts[i].toString(16), 4))
            }
            return results
          }
            .call(this)
            .join(':')
          let suffix = ''
          if (this.zoneId) {
            suffix = `%${this.zoneId}`
          }
          return addr + suffix
        }
        IPv6.prototype.toIPv4Address = function () {
          if (!this.isIPv4MappedAddress()) {
            throw new Error('ipaddr: trying to convert a generic ipv6 address to ipv4')
          }
          const ref = this.parts.slice(-2)
          const high = ref[0]
          const low = ref[1]
          return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255])
        }
        IPv6.prototype.toNormalizedString = function () {
          const addr = function () {
            const results = []
            for (let i = 0; i < this.parts.length; i++) {
              results.push(this.parts[i].toString(16))
            }
            return results
          }
            .call(this)
            .join(':')
          let suffix = ''
          if (this.zoneId) {
            suffix = `%${this.zoneId}`
          }
          return addr + suffix
        }
        IPv6.prototype.toRFC5952String = function () {
          const regex = /((^|:)(0(:|$)){2,})/g
          let suffix = ''
          if (this.zoneId) {
            suffix = `%${this.zoneId}`
          }
          const normalized = this.toNormalizedString()
          const string = normalized.slice(0, normalized.length - suffix.length)
          let bestMatchIndex = 0
          let bestMatchLength = -1
          let bestMatchGroups = -1
          let match
          while ((match = regex.exec(string))) {
            const groups = (match[0].match(/0/g) || []).length
            if (groups > bestMatchGroups) {
              bestMatchGroups = groups
              bestMatchIndex = match.index
              bestMatchLength = match[0].length
            }
          }
          if (bestMatchLength < 0) {
            return string + suffix
          }
          return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`
        }
        IPv6.prototype.toString = function () {
          return this.toRFC5952String()
        }
        return IPv6
      })()
      ipaddr2.IPv6.broadcastAddressFromCIDR = function (string) {
        try {
          const cidr = this.parseCIDR(string)
          const ipInterfaceOctets = cidr[0].toByteArray()
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray()
          const octets = []
          let i = 0
          while (i < 16) {
            octets.push(
              parseInt(ipInterfaceOctets[i], 10) | (parseInt(subnetMaskOctets[i], 10) ^ 255),
            )
            i++
          }
          return new this(octets)
        } catch (e) {
          throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e })
        }
      }
      ipaddr2.IPv6.isIPv6 = function (string) {
        return this.parser(string) !== null
      }
      ipaddr2.IPv6.isValid = function (string) {
        if (typeof string === 'string' && string.indexOf(':') === -1) {
          return false
        }
        try {
          const addr = this.parser(string)
          new this(addr.parts, addr.zoneId)
          return true
        } catch {
          return false
        }
      }
      ipaddr2.IPv6.isValidCIDR = function (string) {
        if (typeof string === 'string' && string.indexOf(':') === -1) {
          return false
        }
        try {
          this.parseCIDR(string)
          return true
        } catch {
          return false
        }
      }
      ipaddr2.IPv6.networkAddressFromCIDR = function (string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets
        try {
          cidr = this.parseCIDR(string)
          ipInterfaceOctets = cidr[0].toByteArray()
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray()
          octets = []
          i = 0
          while (i < 16) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10))
            i++
          }
          return new this(octets)
        } catch (e) {
          throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e })
        }
      }
      ipaddr2.IPv6.parse = function (string) {
        const addr = this.parser(string)
        if (addr === null) {
          throw new Error('ipaddr: string is not formatted like an IPv6 Address')
        }
        return new this(addr.parts, addr.zoneId)
      }
      ipaddr2.IPv6.parseCIDR = function (string) {
        let maskLength, match, parsed2
        if ((match = string.match(/^(.+)\/(\d+)$/))) {
          maskLength = parseInt(match[2])
          if (maskLength >= 0 && maskLength <= 128) {
            parsed2 = [this.parse(match[1]), maskLength]
            Object.defineProperty(parsed2, 'toString', {
              value: function () {
                return this.join('/')
              },
            })
            return parsed2
          }
        }
        throw new Error('ipaddr: string is not formatted like an IPv6 CIDR range')
      }
      ipaddr2.IPv6.parser = function (string) {
        let addr, i, match, octet, octets, zoneId
        if ((match = string.match(ipv6Regexes.deprecatedTransitional))) {
          return this.parser(`::ffff:${match[1]}`)
        }
        if (ipv6Regexes.native.test(string)) {
          return expandIPv6(string, 8)
        }
        if ((match = string.match(ipv6Regexes.transitional))) {
          zoneId = match[6] || ''
          addr = match[1]
          if (!match[1].endsWith('::')) {
            addr = addr.slice(0, -1)
          }
          addr = expandIPv6(addr + zoneId, 6)
          if (addr && addr.parts) {
            octets = [
              parseInt(match[2]),
              parseInt(match[3]),
              parseInt(match[4]),
              parseInt(match[5]),
            ]
            for (i = 0; i < octets.length; i++) {
              octet = octets[i]
              if (!(0 <= octet && octet <= 255)) {
                return null
              }
            }
            addr.parts.push((octets[0] << 8) | octets[1])
            addr.parts.push((octets[2] << 8) | octets[3])
            return {
              parts: addr.parts,
              zoneId: addr.zoneId,
            }
          }
        }
        return null
      }
      ipaddr2.IPv6.subnetMaskFromPrefixLength = function (prefix) {
        prefix = parseInt(prefix)
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) {
          throw new Error('ipaddr: invalid IPv6 prefix length')
        }
        const octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let j = 0
        const filledOctetCount = Math.floor(prefix / 8)
        while (j < filledOctetCount) {
          octets[j] = 255
          j++
        }
        if (filledOctetCount < 16) {
          octets[filledOctetCount] = (Math.pow(2, prefix % 8) - 1) << (8 - (prefix % 8))
        }
        return new this(octets)
      }
      ipaddr2.fromByteArray = function (bytes) {
        const length = bytes.length
        if (length === 4) {
          return new ipaddr2.IPv4(bytes)
        } else if (length === 16) {
          return new ipaddr2.IPv6(bytes)
        } else {
          throw new Error('ipaddr: the binary input is neither an IPv6 nor IPv4 address')
        }
      }
      ipaddr2.isValid = function (string) {
        return ipaddr2.IPv6.isValid(string) || ipaddr2.IPv4.isValid(string)
      }
      ipaddr2.isValidCIDR = function (string) {
        return ipaddr2.IPv6.isValidCIDR(string) || ipaddr2.IPv4.isValidCIDR(string)
      }
      ipaddr2.parse = function (string) {
        if (ipaddr2.IPv6.isValid(string)) {
          return ipaddr2.IPv6.parse(string)
        } else if (ipaddr2.IPv4.isValid(string)) {
          return ipaddr2.IPv4.parse(string)
        } else {
          throw new Error('ipaddr: the address has neither IPv6 nor IPv4 format')
        }
      }
      ipaddr2.parseCIDR = function (string) {
        try {
          return ipaddr2.IPv6.parseCIDR(string)
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string)
          } catch (e) {
            throw new Error('ipaddr: the address has neither IPv6 nor IPv4 CIDR format', {
              cause: e,
            })
          }
        }
      }
      ipaddr2.process = function (string) {
        const addr = this.parse(string)
        if (addr.kind() === 'ipv6' && addr.isIPv4MappedAddress()) {
          return addr.toIPv4Address()
        } else {
          return addr
        }
      }
      ipaddr2.subnetMatch = function (address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet
        if (defaultName === void 0 || defaultName === null) {
          defaultName = 'unicast'
        }
        for (rangeName in rangeList) {
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            rangeSubnets = rangeList[rangeName]
            if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) {
              rangeSubnets = [rangeSubnets]
            }
            for (i = 0; i < rangeSubnets.length; i++) {
              subnet = rangeSubnets[i]
              if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) {
                return rangeName
              }
            }
          }
        }
        return defaultName
      }
      if (typeof module !== 'undefined' && module.exports) {
        module.exports = ipaddr2
      } else {
        root.ipaddr = ipaddr2
      }
    })(exports)
  },
})

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  'node_modules/yaml/dist/nodes/identity.js'(exports) {
    'use strict'
    var ALIAS = /* @__PURE__ */ Symbol.for('yaml.alias')
    var DOC = /* @__PURE__ */ Symbol.for('yaml.document')
    var MAP = /* @__PURE__ */ Symbol.for('yaml.map')
    var PAIR = /* @__PURE__ */ Symbol.for('yaml.pair')
    var SCALAR = /* @__PURE__ */ Symbol.for('yaml.scalar')
    var SEQ = /* @__PURE__ */ Symbol.for('yaml.seq')
    var NODE_TYPE = /* @__PURE__ */ Symbol.for('yaml.node.type')
    var isAlias3 = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === ALIAS
    var isDocument = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === DOC
    var isMap4 = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === MAP
    var isPair = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === PAIR
    var isScalar4 = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === SCALAR
    var isSeq3 = (node2) => !!node2 && typeof node2 === 'object' && node2[NODE_TYPE] === SEQ
    function isCollection(node2) {
      if (node2 && typeof node2 === 'object')
        switch (node2[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true
        }
      return false
    }
    function isNode2(node2) {
      if (node2 && typeof node2 === 'object')
        switch (node2[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true
        }
      return false
    }
    var hasAnchor = (node2) => (isScalar4(node2) || isCollection(node2)) && !!node2.anchor
    exports.ALIAS = ALIAS
    exports.DOC = DOC
    exports.MAP = MAP
    exports.NODE_TYPE = NODE_TYPE
    exports.PAIR = PAIR
    exports.SCALAR = SCALAR
    exports.SEQ = SEQ
    exports.hasAnchor = hasAnchor
    exports.isAlias = isAlias3
    exports.isCollection = isCollection
    exports.isDocument = isDocument
    exports.isMap = isMap4
    exports.isNode = isNode2
    exports.isPair = isPair
    exports.isScalar = isScalar4
    exports.isSeq = isSeq3
  },
})

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  'node_modules/yaml/dist/visit.js'(exports) {
    'use strict'
    var identity = require_identity()
    var BREAK = /* @__PURE__ */ Symbol('break visit')
    var SKIP = /* @__PURE__ */ Symbol('skip children')
    var REMOVE = /* @__PURE__ */ Symbol('remove node')
    function visit2(node2, visitor) {
      const visitor_ = initVisitor(visitor)
      if (identity.isDocument(node2)) {
        const cd = visit_(null, node2.contents, visitor_, Object.freeze([node2]))
        if (cd === REMOVE) node2.contents = null
      } else visit_(null, node2, visitor_, Object.freeze([]))
    }
    visit2.BREAK = BREAK
    visit2.SKIP = SKIP
    visit2.REMOVE = REMOVE
    function visit_(key, node2, visitor, path) {
      const ctrl = callVisitor(key, node2, visitor, path)
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl)
        return visit_(key, ctrl, visitor, path)
      }
      if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node2)) {
          path = Object.freeze(path.concat(node2))
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = visit_(i, node2.items[i], visitor, path)
            if (typeof ci === 'number') i = ci - 1
            else if (ci === BREAK) return BREAK
            else if (ci === REMOVE) {
              node2.items.splice(i, 1)
              i -= 1
            }
          }
        } else if (identity.isPair(node2)) {
          path = Object.freeze(path.concat(node2))
          const ck = visit_('key', node2.key, visitor, path)
          if (ck === BREAK) return BREAK
          else if (ck === REMOVE) node2.key = null
          const cv = visit_('value', node2.value, visitor, path)
          if (cv === BREAK) return BREAK
          else if (cv === REMOVE) node2.value = null
        }
      }
      return ctrl
    }
    async function visitAsync(node2, visitor) {
      const visitor_ = initVisitor(visitor)
      if (identity.isDocument(node2)) {
        const cd = await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2]))
        if (cd === REMOVE) node2.contents = null
      } else await visitAsync_(null, node2, visitor_, Object.freeze([]))
    }
    visitAsync.BREAK = BREAK
    visitAsync.SKIP = SKIP
    visitAsync.REMOVE = REMOVE
    async function visitAsync_(key, node2, visitor, path) {
      const ctrl = await callVisitor(key, node2, visitor, path)
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl)
        return visitAsync_(key, ctrl, visitor, path)
      }
      if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node2)) {
          path = Object.freeze(path.concat(node2))
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = await visitAsync_(i, node2.items[i], visitor, path)
            if (typeof ci === 'number') i = ci - 1
            else if (ci === BREAK) return BREAK
            else if (ci === REMOVE) {
              node2.items.splice(i, 1)
              i -= 1
            }
          }
        } else if (identity.isPair(node2)) {
          path = Object.freeze(path.concat(node2))
          const ck = await visitAsync_('key', node2.key, visitor, path)
          if (ck === BREAK) return BREAK
          else if (ck === REMOVE) node2.key = null
          const cv = await visitAsync_('value', node2.value, visitor, path)
          if (cv === BREAK) return BREAK
          else if (cv === REMOVE) node2.value = null
        }
      }
      return ctrl
    }
    function initVisitor(visitor) {
      if (typeof visitor === 'object' && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign(
          {
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node,
          },
          visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value,
          },
          visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection,
          },
          visitor,
        )
      }
      return visitor
    }
    function callVisitor(key, node2, visitor, path) {
      if (typeof visitor === 'function') return visitor(key, node2, path)
      if (identity.isMap(node2)) return visitor.Map?.(key, node2, path)
      if (identity.isSeq(node2)) return visitor.Seq?.(key, node2, path)
      if (identity.isPair(node2)) return visitor.Pair?.(key, node2, path)
      if (identity.isScalar(node2)) return visitor.Scalar?.(key, node2, path)
      if (identity.isAlias(node2)) return visitor.Alias?.(key, node2, path)
      return void 0
    }
    function replaceNode(key, path, node2) {
      const parent = path[path.length - 1]
      if (identity.isCollection(parent)) {
        parent.items[key] = node2
      } else if (identity.isPair(parent)) {
        if (key === 'key') parent.key = node2
        else parent.value = node2
      } else if (identity.isDocument(parent)) {
        parent.contents = node2
      } else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar'
        throw new Error(`Cannot replace node with ${pt} parent`)
      }
    }
    exports.visit = visit2
    exports.visitAsync = visitAsync
  },
})

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  'node_modules/yaml/dist/doc/directives.js'(exports) {
    'use strict'
    var identity = require_identity()
    var visit2 = require_visit()
    var escapeChars = {
      '!': '%21',
      ',': '%2C',
      '[': '%5B',
      ']': '%5D',
      '{': '%7B',
      '}': '%7D',
    }
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch])
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null
        this.docEnd = false
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml)
        this.tags = Object.assign({}, _Directives.defaultTags, tags)
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags)
        copy.docStart = this.docStart
        return copy
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags)
        switch (this.yaml.version) {
          case '1.1':
            this.atNextDocument = true
            break
          case '1.2':
            this.atNextDocument = false
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: '1.2',
            }
            this.tags = Object.assign({}, _Directives.defaultTags)
            break
        }
        return res
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: '1.1' }
          this.tags = Object.assign({}, _Directives.defaultTags)
          this.atNextDocument = false
        }
        const parts = line.trim().split(/[ \t]+/)
        const name = parts.shift()
        switch (name) {
          case '%TAG': {
            if (parts.length !== 2) {
              onError(0, '%TAG directive should contain exactly two parts')
              if (parts.length < 2) return false
            }
            const [handle, prefix] = parts
            this.tags[handle] = prefix
            return true
          }
          case '%YAML': {
            this.yaml.explicit = true
            if (parts.length !== 1) {
              onError(0, '%YAML directive should contain exactly one part')
              return false
            }
            const [version] = parts
            if (version === '1.1' || version === '1.2') {
              this.yaml.version = version
              return true
            } else {
              const isValid = /^\d+\.\d+$/.test(version)
              onError(6, `Unsupported YAML version ${version}`, isValid)
              return false
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true)
            return false
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === '!') return '!'
        if (source[0] !== '!') {
          onError(`Not a valid tag: ${source}`)
          return null
        }
        if (source[1] === '<') {
          const verbatim = source.slice(2, -1)
          if (verbatim === '!' || verbatim === '!!') {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`)
            return null
          }
          if (source[source.length - 1] !== '>') onError('Verbatim tags must end with a >')
          return verbatim
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s)
        if (!suffix) onError(`The ${source} tag has no suffix`)
        const prefix = this.tags[handle]
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix)
          } catch (error) {
            onError(String(error))
            return null
          }
        }
        if (handle === '!') return source
        onError(`Could not resolve tag: ${source}`)
        return null
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length))
        }
        return tag[0] === '!' ? tag : `!<${tag}>`
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || '1.2'}`] : []
        const tagEntries = Object.entries(this.tags)
        let tagNames
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {}
          visit2.visit(doc.contents, (_key, node2) => {
            if (identity.isNode(node2) && node2.tag) tags[node2.tag] = true
          })
          tagNames = Object.keys(tags)
        } else tagNames = []
        for (const [handle, prefix] of tagEntries) {
          if (handle === '!!' && prefix === 'tag:yaml.org,2002:') continue
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`)
        }
        return lines.join('\n')
      }
    }
    Directives.defaultYaml = { explicit: false, version: '1.2' }
    Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' }
    exports.Directives = Directives
  },
})

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  'node_modules/yaml/dist/doc/anchors.js'(exports) {
    'use strict'
    var identity = require_identity()
    var visit2 = require_visit()
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor)
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`
        throw new Error(msg)
      }
      return true
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set()
      visit2.visit(root, {
        Value(_key, node2) {
          if (node2.anchor) anchors.add(node2.anchor)
        },
      })
      return anchors
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`
        if (!exclude.has(name)) return name
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = []
      const sourceObjects = /* @__PURE__ */ new Map()
      let prevAnchors = null
      return {
        onAnchor: (source) => {
          aliasObjects.push(source)
          prevAnchors ?? (prevAnchors = anchorNames(doc))
          const anchor = findNewAnchor(prefix, prevAnchors)
          prevAnchors.add(anchor)
          return anchor
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source)
            if (
              typeof ref === 'object' &&
              ref.anchor &&
              (identity.isScalar(ref.node) || identity.isCollection(ref.node))
            ) {
              ref.node.anchor = ref.anchor
            } else {
              const error = new Error('Failed to resolve repeated object (this should not happen)')
              error.source = source
              throw error
            }
          }
        },
        sourceObjects,
      }
    }
    exports.anchorIsValid = anchorIsValid
    exports.anchorNames = anchorNames
    exports.createNodeAnchors = createNodeAnchors
    exports.findNewAnchor = findNewAnchor
  },
})

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  'node_modules/yaml/dist/doc/applyReviver.js'(exports) {
    'use strict'
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i]
            const v1 = applyReviver(reviver, val, String(i), v0)
            if (v1 === void 0) delete val[i]
            else if (v1 !== v0) val[i] = v1
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k)
            const v1 = applyReviver(reviver, val, k, v0)
            if (v1 === void 0) val.delete(k)
            else if (v1 !== v0) val.set(k, v1)
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0)
            if (v1 === void 0) val.delete(v0)
            else if (v1 !== v0) {
              val.delete(v0)
              val.add(v1)
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0)
            if (v1 === void 0) delete val[k]
            else if (v1 !== v0) val[k] = v1
          }
        }
      }
      return reviver.call(obj, key, val)
    }
    exports.applyReviver = applyReviver
  },
})

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  'node_modules/yaml/dist/nodes/toJS.js'(exports) {
    'use strict'
    var identity = require_identity()
    function toJS(value, arg, ctx) {
      if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx))
      if (value && typeof value.toJSON === 'function') {
        if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx)
        const data = { aliasCount: 0, count: 1, res: void 0 }
        ctx.anchors.set(value, data)
        ctx.onCreate = (res2) => {
          data.res = res2
          delete ctx.onCreate
        }
        const res = value.toJSON(arg, ctx)
        if (ctx.onCreate) ctx.onCreate(res)
        return res
      }
      if (typeof value === 'bigint' && !ctx?.keep) return Number(value)
      return value
    }
    exports.toJS = toJS
  },
})

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  'node_modules/yaml/dist/nodes/Node.js'(exports) {
    'use strict'
    var applyReviver = require_applyReviver()
    var identity = require_identity()
    var toJS = require_toJS()
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type })
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(
          Object.getPrototypeOf(this),
          Object.getOwnPropertyDescriptors(this),
        )
        if (this.range) copy.range = this.range.slice()
        return copy
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc)) throw new TypeError('A document argument is required')
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100,
        }
        const res = toJS.toJS(this, '', ctx)
        if (typeof onAnchor === 'function')
          for (const { count: count2, res: res2 } of ctx.anchors.values()) onAnchor(res2, count2)
        return typeof reviver === 'function'
          ? applyReviver.applyReviver(reviver, { '': res }, '', res)
          : res
      }
    }
    exports.NodeBase = NodeBase
  },
})

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  'node_modules/yaml/dist/nodes/Alias.js'(exports) {
    'use strict'
    var anchors = require_anchors()
    var visit2 = require_visit()
    var identity = require_identity()
    var Node = require_Node()
    var toJS = require_toJS()
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS)
        this.source = source
        Object.defineProperty(this, 'tag', {
          set() {
            throw new Error('Alias nodes cannot have tags')
          },
        })
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0) throw new ReferenceError('Alias resolution is disabled')
        let nodes
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache
        } else {
          nodes = []
          visit2.visit(doc, {
            Node: (_key, node2) => {
              if (identity.isAlias(node2) || identity.hasAnchor(node2)) nodes.push(node2)
            },
          })
          if (ctx) ctx.aliasResolveCache = nodes
        }
        let found = void 0
        for (const node2 of nodes) {
          if (node2 === this) break
          if (node2.anchor === this.source) found = node2
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx
          let data = anchors2.get(found)
          if (!data) {
            toJS.toJS(found, null, ctx)
            data = anchors2.get(found)
          }
          if (data?.res === void 0) {
            const msg = 'This should not happen: Alias anchor was not resolved?'
            throw new ReferenceError(msg)
          }
          if (maxAliasCount >= 0) {
            data.count += 1
            if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc2, found, anchors2)
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = 'Excessive alias count indicates a resource exhaustion attack'
              throw new ReferenceError(msg)
            }
          }
        }
        return found
      }
      toJSON(_arg, ctx) {
        if (!ctx) return { source: this.source }
        const source = this.resolve(ctx.doc, ctx)
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`
          throw new ReferenceError(msg)
        }
        return ctx.anchors.get(source).res
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`
        if (ctx) {
          anchors.anchorIsValid(this.source)
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`
            throw new Error(msg)
          }
          if (ctx.implicitKey) return `${src} `
        }
        return src
      }
    }
    function getAliasCount(doc, node2, anchors2) {
      if (identity.isAlias(node2)) {
        const source = node2.resolve(doc)
        const anchor = anchors2 && source && anchors2.get(source)
        return anchor ? anchor.count * anchor.aliasCount : 0
      } else if (identity.isCollection(node2)) {
        let count2 = 0
        for (const item of node2.items) {
          const c = getAliasCount(doc, item, anchors2)
          if (c > count2) count2 = c
        }
        return count2
      } else if (identity.isPair(node2)) {
        const kc = getAliasCount(doc, node2.key, anchors2)
        const vc = getAliasCount(doc, node2.value, anchors2)
        return Math.max(kc, vc)
      }
      return 1
    }
    exports.Alias = Alias
  },
})

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  'node_modules/yaml/dist/nodes/Scalar.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Node = require_Node()
    var toJS = require_toJS()
    var isScalarValue = (value) =>
      !value || (typeof value !== 'function' && typeof value !== 'object')
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR)
        this.value = value
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx)
      }
      toString() {
        return String(this.value)
      }
    }
    Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED'
    Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL'
    Scalar.PLAIN = 'PLAIN'
    Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE'
    Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE'
    exports.Scalar = Scalar
    exports.isScalarValue = isScalarValue
  },
})

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  'node_modules/yaml/dist/doc/createNode.js'(exports) {
    'use strict'
    var Alias = require_Alias()
    var identity = require_identity()
    var Scalar = require_Scalar()
    var defaultTagPrefix = 'tag:yaml.org,2002:'
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName)
        const tagObj = match.find((t) => !t.format) ?? match[0]
        if (!tagObj) throw new Error(`Tag ${tagName} not found`)
        return tagObj
      }
      return tags.find((t) => t.identify?.(value) && !t.format)
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value)) value = value.contents
      if (identity.isNode(value)) return value
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx)
        map.items.push(value)
        return map
      }
      if (
        value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt)
      ) {
        value = value.valueOf()
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx
      let ref = void 0
      if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value)
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value))
          return new Alias.Alias(ref.anchor)
        } else {
          ref = { anchor: null, node: null }
          sourceObjects.set(value, ref)
        }
      }
      if (tagName?.startsWith('!!')) tagName = defaultTagPrefix + tagName.slice(2)
      let tagObj = findTagObject(value, tagName, schema.tags)
      if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
          value = value.toJSON()
        }
        if (!value || typeof value !== 'object') {
          const node3 = new Scalar.Scalar(value)
          if (ref) ref.node = node3
          return node3
        }
        tagObj =
          value instanceof Map
            ? schema[identity.MAP]
            : Symbol.iterator in Object(value)
              ? schema[identity.SEQ]
              : schema[identity.MAP]
      }
      if (onTagObj) {
        onTagObj(tagObj)
        delete ctx.onTagObj
      }
      const node2 = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
          ? tagObj.nodeClass.from(ctx.schema, value, ctx)
          : new Scalar.Scalar(value)
      if (tagName) node2.tag = tagName
      else if (!tagObj.default) node2.tag = tagObj.tag
      if (ref) ref.node = node2
      return node2
    }
    exports.createNode = createNode
  },
})

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  'node_modules/yaml/dist/nodes/Collection.js'(exports) {
    'use strict'
    var createNode = require_createNode()
    var identity = require_identity()
    var Node = require_Node()
    function collectionFromPath(schema, path, value) {
      let v = value
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i]
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
          const a = []
          a[k] = v
          v = a
        } else {
          v = /* @__PURE__ */ new Map([[k, v]])
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error('This should not happen, please report a bug.')
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map(),
      })
    }
    var isEmptyPath = (path) =>
      path == null || (typeof path === 'object' && !!path[Symbol.iterator]().next().done)
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type)
        Object.defineProperty(this, 'schema', {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true,
        })
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(
          Object.getPrototypeOf(this),
          Object.getOwnPropertyDescriptors(this),
        )
        if (schema) copy.schema = schema
        copy.items = copy.items.map((it) =>
          identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it,
        )
        if (this.range) copy.range = this.range.slice()
        return copy
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path)) this.add(value)
        else {
          const [key, ...rest] = path
          const node2 = this.get(key, true)
          if (identity.isCollection(node2)) node2.addIn(rest, value)
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value))
          else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path
        if (rest.length === 0) return this.delete(key)
        const node2 = this.get(key, true)
        if (identity.isCollection(node2)) return node2.deleteIn(rest)
        else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path
        const node2 = this.get(key, true)
        if (rest.length === 0) return !keepScalar && identity.isScalar(node2) ? node2.value : node2
        else return identity.isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node2) => {
          if (!identity.isPair(node2)) return false
          const n2 = node2.value
          return (
            n2 == null ||
            (allowScalar &&
              identity.isScalar(n2) &&
              n2.value == null &&
              !n2.commentBefore &&
              !n2.comment &&
              !n2.tag)
          )
        })
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path
        if (rest.length === 0) return this.has(key)
        const node2 = this.get(key, true)
        return identity.isCollection(node2) ? node2.hasIn(rest) : false
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path
        if (rest.length === 0) {
          this.set(key, value)
        } else {
          const node2 = this.get(key, true)
          if (identity.isCollection(node2)) node2.setIn(rest, value)
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value))
          else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)
        }
      }
    }
    exports.Collection = Collection
    exports.collectionFromPath = collectionFromPath
    exports.isEmptyPath = isEmptyPath
  },
})

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyComment.js'(exports) {
    'use strict'
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#')
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment)) return comment.substring(1)
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment
    }
    var lineComment = (str, indent, comment) =>
      str.endsWith('\n')
        ? indentComment(comment, indent)
        : comment.includes('\n')
          ? '\n' + indentComment(comment, indent)
          : (str.endsWith(' ') ? '' : ' ') + comment
    exports.indentComment = indentComment
    exports.lineComment = lineComment
    exports.stringifyComment = stringifyComment
  },
})

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  'node_modules/yaml/dist/stringify/foldFlowLines.js'(exports) {
    'use strict'
    var FOLD_FLOW = 'flow'
    var FOLD_BLOCK = 'block'
    var FOLD_QUOTED = 'quoted'
    function foldFlowLines(
      text,
      indent,
      mode2 = 'flow',
      { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {},
    ) {
      if (!lineWidth || lineWidth < 0) return text
      if (lineWidth < minContentWidth) minContentWidth = 0
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length)
      if (text.length <= endStep) return text
      const folds = []
      const escapedFolds = {}
      let end = lineWidth - indent.length
      if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0)
        else end = lineWidth - indentAtStart
      }
      let split = void 0
      let prev = void 0
      let overflow = false
      let i = -1
      let escStart = -1
      let escEnd = -1
      if (mode2 === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length)
        if (i !== -1) end = i + endStep
      }
      for (let ch; (ch = text[(i += 1)]);) {
        if (mode2 === FOLD_QUOTED && ch === '\\') {
          escStart = i
          switch (text[i + 1]) {
            case 'x':
              i += 3
              break
            case 'u':
              i += 5
              break
            case 'U':
              i += 9
              break
            default:
              i += 1
          }
          escEnd = i
        }
        if (ch === '\n') {
          if (mode2 === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length)
          end = i + indent.length + endStep
          split = void 0
        } else {
          if (ch === ' ' && prev && prev !== ' ' && prev !== '\n' && prev !== '	') {
            const next = text[i + 1]
            if (next && next !== ' ' && next !== '\n' && next !== '	') split = i
          }
          if (i >= end) {
            if (split) {
              folds.push(split)
              end = split + endStep
              split = void 0
            } else if (mode2 === FOLD_QUOTED) {
              while (prev === ' ' || prev === '	') {
                prev = ch
                ch = text[(i += 1)]
                overflow = true
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1
              if (escapedFolds[j]) return text
              folds.push(j)
              escapedFolds[j] = true
              end = j + endStep
              split = void 0
            } else {
              overflow = true
            }
          }
        }
        prev = ch
      }
      if (overflow && onOverflow) onOverflow()
      if (folds.length === 0) return text
      if (onFold) onFold()
      let res = text.slice(0, folds[0])
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2]
        const end2 = folds[i2 + 1] || text.length
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`
        else {
          if (mode2 === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`
          res += `
${indent}${text.slice(fold + 1, end2)}`
        }
      }
      return res
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i
      let start = i + 1
      let ch = text[start]
      while (ch === ' ' || ch === '	') {
        if (i < start + indent) {
          ch = text[++i]
        } else {
          do {
            ch = text[++i]
          } while (ch && ch !== '\n')
          end = i
          start = i + 1
          ch = text[start]
        }
      }
      return end
    }
    exports.FOLD_BLOCK = FOLD_BLOCK
    exports.FOLD_FLOW = FOLD_FLOW
    exports.FOLD_QUOTED = FOLD_QUOTED
    exports.foldFlowLines = foldFlowLines
  },
})

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyString.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var foldFlowLines = require_foldFlowLines()
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth,
    })
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str)
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0) return false
      const limit = lineWidth - indentLength
      const strLen = str.length
      if (strLen <= limit) return false
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
          if (i - start > limit) return true
          start = i + 1
          if (strLen - start <= limit) return false
        }
      }
      return true
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value)
      if (ctx.options.doubleQuotedAsJSON) return json
      const { implicitKey } = ctx
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength
      const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '')
      let str = ''
      let start = 0
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
          str += json.slice(start, i) + '\\ '
          i += 1
          start = i
          ch = '\\'
        }
        if (ch === '\\')
          switch (json[i + 1]) {
            case 'u':
              {
                str += json.slice(start, i)
                const code = json.substr(i + 2, 4)
                switch (code) {
                  case '0000':
                    str += '\\0'
                    break
                  case '0007':
                    str += '\\a'
                    break
                  case '000b':
                    str += '\\v'
                    break
                  case '001b':
                    str += '\\e'
                    break
                  case '0085':
                    str += '\\N'
                    break
                  case '00a0':
                    str += '\\_'
                    break
                  case '2028':
                    str += '\\L'
                    break
                  case '2029':
                    str += '\\P'
                    break
                  default:
                    if (code.substr(0, 2) === '00') str += '\\x' + code.substr(2)
                    else str += json.substr(i, 6)
                }
                i += 5
                start = i + 1
              }
              break
            case 'n':
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1
              } else {
                str += json.slice(start, i) + '\n\n'
                while (json[i + 2] === '\\' && json[i + 3] === 'n' && json[i + 4] !== '"') {
                  str += '\n'
                  i += 2
                }
                str += indent
                if (json[i + 2] === ' ') str += '\\'
                i += 1
                start = i + 1
              }
              break
            default:
              i += 1
          }
      }
      str = start ? str + json.slice(start) : json
      return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(
            str,
            indent,
            foldFlowLines.FOLD_QUOTED,
            getFoldOptions(ctx, false),
          )
    }
    function singleQuotedString(value, ctx) {
      if (
        ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value)
      )
        return doubleQuotedString(value, ctx)
      const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '')
      const res =
        "'" +
        value.replace(/'/g, "''").replace(
          /\n+/g,
          `$&
${indent}`,
        ) +
        "'"
      return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(
            res,
            indent,
            foldFlowLines.FOLD_FLOW,
            getFoldOptions(ctx, false),
          )
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options
      let qs
      if (singleQuote === false) qs = doubleQuotedString
      else {
        const hasDouble = value.includes('"')
        const hasSingle = value.includes("'")
        if (hasDouble && !hasSingle) qs = singleQuotedString
        else if (hasSingle && !hasDouble) qs = doubleQuotedString
        else qs = singleQuote ? singleQuotedString : doubleQuotedString
      }
      return qs(value, ctx)
    }
    var blockEndNewlines
    try {
      blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g')
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx)
      }
      const indent =
        ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '')
      const literal =
        blockQuote === 'literal'
          ? true
          : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
              ? true
              : !lineLengthOverLimit(value, lineWidth, indent.length)
      if (!value) return literal ? '|\n' : '>\n'
      let chomp
      let endStart
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1]
        if (ch !== '\n' && ch !== '	' && ch !== ' ') break
      }
      let end = value.substring(endStart)
      const endNlPos = end.indexOf('\n')
      if (endNlPos === -1) {
        chomp = '-'
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'
        if (onChompKeep) onChompKeep()
      } else {
        chomp = ''
      }
      if (end) {
        value = value.slice(0, -end.length)
        if (end[end.length - 1] === '\n') end = end.slice(0, -1)
        end = end.replace(blockEndNewlines, `$&${indent}`)
      }
      let startWithSpace = false
      let startEnd
      let startNlPos = -1
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd]
        if (ch === ' ') startWithSpace = true
        else if (ch === '\n') startNlPos = startEnd
        else break
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd)
      if (start) {
        value = value.substring(start.length)
        start = start.replace(/\n+/g, `$&${indent}`)
      }
      const indentSize = indent ? '2' : '1'
      let header = (startWithSpace ? indentSize : '') + chomp
      if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '))
        if (onComment) onComment()
      }
      if (!literal) {
        const foldedValue = value
          .replace(/\n+/g, '\n$&')
          .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2')
          .replace(/\n+/g, `$&${indent}`)
        let literalFallback = false
        const foldOptions = getFoldOptions(ctx, true)
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true
          }
        }
        const body = foldFlowLines.foldFlowLines(
          `${start}${foldedValue}${end}`,
          indent,
          foldFlowLines.FOLD_BLOCK,
          foldOptions,
        )
        if (!literalFallback)
          return `>${header}
${indent}${body}`
      }
      value = value.replace(/\n+/g, `$&${indent}`)
      return `|${header}
${indent}${start}${value}${end}`
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx
      if ((implicitKey && value.includes('\n')) || (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx)
      }
      if (
        /^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(
          value,
        )
      ) {
        return implicitKey || inFlow || !value.includes('\n')
          ? quotedString(value, ctx)
          : blockString(item, ctx, onComment, onChompKeep)
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes('\n')) {
        return blockString(item, ctx, onComment, onChompKeep)
      }
      if (containsDocumentMarker(value)) {
        if (indent === '') {
          ctx.forceBlockIndent = true
          return blockString(item, ctx, onComment, onChompKeep)
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx)
        }
      }
      const str = value.replace(
        /\n+/g,
        `$&
${indent}`,
      )
      if (actualString) {
        const test = (tag) =>
          tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str)
        const { compat, tags } = ctx.doc.schema
        if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx)
      }
      return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(
            str,
            indent,
            foldFlowLines.FOLD_FLOW,
            getFoldOptions(ctx, false),
          )
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx
      const ss =
        typeof item.value === 'string'
          ? item
          : Object.assign({}, item, { value: String(item.value) })
      let { type } = item
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow
              ? quotedString(ss.value, ctx)
              : blockString(ss, ctx, onComment, onChompKeep)
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx)
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx)
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep)
          default:
            return null
        }
      }
      let res = _stringify(type)
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options
        const t = (implicitKey && defaultKeyType) || defaultStringType
        res = _stringify(t)
        if (res === null) throw new Error(`Unsupported default string type ${t}`)
      }
      return res
    }
    exports.stringifyString = stringifyString
  },
})

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  'node_modules/yaml/dist/stringify/stringify.js'(exports) {
    'use strict'
    var anchors = require_anchors()
    var identity = require_identity()
    var stringifyComment = require_stringifyComment()
    var stringifyString = require_stringifyString()
    function createStringifyContext(doc, options) {
      const opt = Object.assign(
        {
          blockQuote: true,
          commentString: stringifyComment.stringifyComment,
          defaultKeyType: null,
          defaultStringType: 'PLAIN',
          directives: null,
          doubleQuotedAsJSON: false,
          doubleQuotedMinMultiLineLength: 40,
          falseStr: 'false',
          flowCollectionPadding: true,
          indentSeq: true,
          lineWidth: 80,
          minContentWidth: 20,
          nullStr: 'null',
          simpleKeys: false,
          singleQuote: null,
          trailingComma: false,
          trueStr: 'true',
          verifyAliasOrder: true,
        },
        doc.schema.toStringOptions,
        options,
      )
      let inFlow
      switch (opt.collectionStyle) {
        case 'block':
          inFlow = false
          break
        case 'flow':
          inFlow = true
          break
        default:
          inFlow = null
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt,
      }
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag)
        if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0]
      }
      let tagObj = void 0
      let obj
      if (identity.isScalar(item)) {
        obj = item.value
        let match = tags.filter((t) => t.identify?.(obj))
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test)
          if (testMatch.length > 0) match = testMatch
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format)
      } else {
        obj = item
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass)
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj)
        throw new Error(`Tag not resolved for ${name} value`)
      }
      return tagObj
    }
    function stringifyProps(node2, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives) return ''
      const props = []
      const anchor = (identity.isScalar(node2) || identity.isCollection(node2)) && node2.anchor
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor)
        props.push(`&${anchor}`)
      }
      const tag = node2.tag ?? (tagObj.default ? null : tagObj.tag)
      if (tag) props.push(doc.directives.tagString(tag))
      return props.join(' ')
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep)
      if (identity.isAlias(item)) {
        if (ctx.doc.directives) return item.toString(ctx)
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`)
        } else {
          if (ctx.resolvedAliases) ctx.resolvedAliases.add(item)
          else ctx.resolvedAliases = /* @__PURE__ */ new Set([item])
          item = item.resolve(ctx.doc)
        }
      }
      let tagObj = void 0
      const node2 = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: (o) => (tagObj = o) })
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node2))
      const props = stringifyProps(node2, tagObj, ctx)
      if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1
      const str =
        typeof tagObj.stringify === 'function'
          ? tagObj.stringify(node2, ctx, onComment, onChompKeep)
          : identity.isScalar(node2)
            ? stringifyString.stringifyString(node2, ctx, onComment, onChompKeep)
            : node2.toString(ctx, onComment, onChompKeep)
      if (!props) return str
      return identity.isScalar(node2) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}
${ctx.indent}${str}`
    }
    exports.createStringifyContext = createStringifyContext
    exports.stringify = stringify
  },
})

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyPair.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Scalar = require_Scalar()
    var stringify = require_stringify()
    var stringifyComment = require_stringifyComment()
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const {
        allNullValues,
        doc,
        indent,
        indentStep,
        options: { commentString, indentSeq, simpleKeys },
      } = ctx
      let keyComment = (identity.isNode(key) && key.comment) || null
      if (simpleKeys) {
        if (keyComment) {
          throw new Error('With simple keys, key nodes cannot have comments')
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
          const msg = 'With simple keys, collection cannot be used as a key value'
          throw new Error(msg)
        }
      }
      let explicitKey =
        !simpleKeys &&
        (!key ||
          (keyComment && value == null && !ctx.inFlow) ||
          identity.isCollection(key) ||
          (identity.isScalar(key)
            ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
            : typeof key === 'object'))
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep,
      })
      let keyCommentDone = false
      let chompKeep = false
      let str = stringify.stringify(
        key,
        ctx,
        () => (keyCommentDone = true),
        () => (chompKeep = true),
      )
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error(
            'With simple keys, single line scalar must not span more than 1024 characters',
          )
        explicitKey = true
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment) onComment()
          return str === '' ? '?' : explicitKey ? `? ${str}` : str
        }
      } else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment))
        } else if (chompKeep && onChompKeep) onChompKeep()
        return str
      }
      if (keyCommentDone) keyComment = null
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment))
        str = `? ${str}
${indent}:`
      } else {
        str = `${str}:`
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment))
      }
      let vsb, vcb, valueComment
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore
        vcb = value.commentBefore
        valueComment = value.comment
      } else {
        vsb = false
        vcb = null
        valueComment = null
        if (value && typeof value === 'object') value = doc.createNode(value)
      }
      ctx.implicitKey = false
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1
      chompKeep = false
      if (
        !indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor
      ) {
        ctx.indent = ctx.indent.substring(2)
      }
      let valueCommentDone = false
      const valueStr = stringify.stringify(
        value,
        ctx,
        () => (valueCommentDone = true),
        () => (chompKeep = true),
      )
      let ws = ' '
      if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : ''
        if (vcb) {
          const cs = commentString(vcb)
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`
        }
        if (valueStr === '' && !ctx.inFlow) {
          if (ws === '\n' && valueComment) ws = '\n\n'
        } else {
          ws += `
${ctx.indent}`
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0]
        const nl0 = valueStr.indexOf('\n')
        const hasNewline = nl0 !== -1
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0
        if (hasNewline || !flow) {
          let hasPropsLine = false
          if (hasNewline && (vs0 === '&' || vs0 === '!')) {
            let sp0 = valueStr.indexOf(' ')
            if (vs0 === '&' && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === '!') {
              sp0 = valueStr.indexOf(' ', sp0 + 1)
            }
            if (sp0 === -1 || nl0 < sp0) hasPropsLine = true
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`
        }
      } else if (valueStr === '' || valueStr[0] === '\n') {
        ws = ''
      }
      str += ws + valueStr
      if (ctx.inFlow) {
        if (valueCommentDone && onComment) onComment()
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment))
      } else if (chompKeep && onChompKeep) {
        onChompKeep()
      }
      return str
    }
    exports.stringifyPair = stringifyPair
  },
})

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  'node_modules/yaml/dist/log.js'(exports) {
    'use strict'
    var node_process = __require('process')
    function debug(logLevel, ...messages) {
      if (logLevel === 'debug') console.log(...messages)
    }
    function warn(logLevel, warning) {
      if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function') node_process.emitWarning(warning)
        else console.warn(warning)
      }
    }
    exports.debug = debug
    exports.warn = warn
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/merge.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Scalar = require_Scalar()
    var MERGE_KEY = '<<'
    var merge2 = {
      identify: (value) =>
        value === MERGE_KEY || (typeof value === 'symbol' && value.description === MERGE_KEY),
      default: 'key',
      tag: 'tag:yaml.org,2002:merge',
      test: /^<<$/,
      resolve: () =>
        Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
          addToJSMap: addMergeToJSMap,
        }),
      stringify: () => MERGE_KEY,
    }
    var isMergeKey2 = (ctx, key) =>
      (merge2.identify(key) ||
        (identity.isScalar(key) &&
          (!key.type || key.type === Scalar.Scalar.PLAIN) &&
          merge2.identify(key.value))) &&
      ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default)
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value)
      if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it)
      else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it)
      else mergeValue(ctx, map, source)
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value)
      if (!identity.isMap(source)) throw new Error('Merge sources must be maps or map aliases')
      const srcMap = source.toJSON(null, ctx, Map)
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key)) map.set(key, value2)
        } else if (map instanceof Set) {
          map.add(key)
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
      }
      return map
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value
    }
    exports.addMergeToJSMap = addMergeToJSMap
    exports.isMergeKey = isMergeKey2
    exports.merge = merge2
  },
})

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  'node_modules/yaml/dist/nodes/addPairToJSMap.js'(exports) {
    'use strict'
    var log = require_log()
    var merge2 = require_merge()
    var stringify = require_stringify()
    var identity = require_identity()
    var toJS = require_toJS()
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value)
      else if (merge2.isMergeKey(ctx, key)) merge2.addMergeToJSMap(ctx, map, value)
      else {
        const jsKey = toJS.toJS(key, '', ctx)
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx))
        } else if (map instanceof Set) {
          map.add(jsKey)
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx)
          const jsValue = toJS.toJS(value, stringKey, ctx)
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true,
            })
          else map[stringKey] = jsValue
        }
      }
      return map
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null) return ''
      if (typeof jsKey !== 'object') return String(jsKey)
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {})
        strCtx.anchors = /* @__PURE__ */ new Set()
        for (const node2 of ctx.anchors.keys()) strCtx.anchors.add(node2.anchor)
        strCtx.inFlow = true
        strCtx.inStringifyKey = true
        const strKey = key.toString(strCtx)
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey)
          if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + '..."'
          log.warn(
            ctx.doc.options.logLevel,
            `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`,
          )
          ctx.mapKeyWarned = true
        }
        return strKey
      }
      return JSON.stringify(jsKey)
    }
    exports.addPairToJSMap = addPairToJSMap
  },
})

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  'node_modules/yaml/dist/nodes/Pair.js'(exports) {
    'use strict'
    var createNode = require_createNode()
    var stringifyPair = require_stringifyPair()
    var addPairToJSMap = require_addPairToJSMap()
    var identity = require_identity()
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx)
      const v = createNode.createNode(value, void 0, ctx)
      return new Pair(k, v)
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR })
        this.key = key
        this.value = value
      }
      clone(schema) {
        let { key, value } = this
        if (identity.isNode(key)) key = key.clone(schema)
        if (identity.isNode(value)) value = value.clone(schema)
        return new _Pair(key, value)
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {}
        return addPairToJSMap.addPairToJSMap(ctx, pair, this)
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
          ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
          : JSON.stringify(this)
      }
    }
    exports.Pair = Pair
    exports.createPair = createPair
  },
})

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyCollection.js'(exports) {
    'use strict'
    var identity = require_identity()
    var stringify = require_stringify()
    var stringifyComment = require_stringifyComment()
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection
      return stringify2(collection, ctx, options)
    }
    function stringifyBlockCollection(
      { comment, items },
      ctx,
      { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment },
    ) {
      const {
        indent,
        options: { commentString },
      } = ctx
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null })
      let chompKeep = false
      const lines = []
      for (let i = 0; i < items.length; ++i) {
        const item = items[i]
        let comment2 = null
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore) lines.push('')
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep)
          if (item.comment) comment2 = item.comment
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null
          if (ik) {
            if (!chompKeep && ik.spaceBefore) lines.push('')
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep)
          }
        }
        chompKeep = false
        let str2 = stringify.stringify(
          item,
          itemCtx,
          () => (comment2 = null),
          () => (chompKeep = true),
        )
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2))
        if (chompKeep && comment2) chompKeep = false
        lines.push(blockItemPrefix + str2)
      }
      let str
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end
      } else {
        str = lines[0]
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i]
          str += line
            ? `
${indent}${line}`
            : '\n'
        }
      }
      if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent)
        if (onComment) onComment()
      } else if (chompKeep && onChompKeep) onChompKeep()
      return str
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const {
        indent,
        indentStep,
        flowCollectionPadding: fcPadding,
        options: { commentString },
      } = ctx
      itemIndent += indentStep
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null,
      })
      let reqNewline = false
      let linesAtValue = 0
      const lines = []
      for (let i = 0; i < items.length; ++i) {
        const item = items[i]
        let comment = null
        if (identity.isNode(item)) {
          if (item.spaceBefore) lines.push('')
          addCommentBefore(ctx, lines, item.commentBefore, false)
          if (item.comment) comment = item.comment
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null
          if (ik) {
            if (ik.spaceBefore) lines.push('')
            addCommentBefore(ctx, lines, ik.commentBefore, false)
            if (ik.comment) reqNewline = true
          }
          const iv = identity.isNode(item.value) ? item.value : null
          if (iv) {
            if (iv.comment) comment = iv.comment
            if (iv.commentBefore) reqNewline = true
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment
          }
        }
        if (comment) reqNewline = true
        let str = stringify.stringify(item, itemCtx, () => (comment = null))
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'))
        if (i < items.length - 1) {
          str += ','
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline ||
              (reqNewline =
                lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) >
                ctx.options.lineWidth)
          }
          if (reqNewline) {
            str += ','
          }
        }
        if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment))
        lines.push(str)
        linesAtValue = lines.length
      }
      const { start, end } = flowChars
      if (lines.length === 0) {
        return start + end
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2)
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth
        }
        if (reqNewline) {
          let str = start
          for (const line of lines)
            str += line
              ? `
${indentStep}${indent}${line}`
              : '\n'
          return `${str}
${indent}${end}`
        } else {
          return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep) comment = comment.replace(/^\n+/, '')
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent)
        lines.push(ic.trimStart())
      }
    }
    exports.stringifyCollection = stringifyCollection
  },
})

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  'node_modules/yaml/dist/nodes/YAMLMap.js'(exports) {
    'use strict'
    var stringifyCollection = require_stringifyCollection()
    var addPairToJSMap = require_addPairToJSMap()
    var Collection = require_Collection()
    var identity = require_identity()
    var Pair = require_Pair()
    var Scalar = require_Scalar()
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k) return it
          if (identity.isScalar(it.key) && it.key.value === k) return it
        }
      }
      return void 0
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return 'tag:yaml.org,2002:map'
      }
      constructor(schema) {
        super(identity.MAP, schema)
        this.items = []
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx
        const map = new this(schema)
        const add = (key, value) => {
          if (typeof replacer === 'function') value = replacer.call(obj, key, value)
          else if (Array.isArray(replacer) && !replacer.includes(key)) return
          if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx))
        }
        if (obj instanceof Map) {
          for (const [key, value] of obj) add(key, value)
        } else if (obj && typeof obj === 'object') {
          for (const key of Object.keys(obj)) add(key, obj[key])
        }
        if (typeof schema.sortMapEntries === 'function') {
          map.items.sort(schema.sortMapEntries)
        }
        return map
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair
        if (identity.isPair(pair)) _pair = pair
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
          _pair = new Pair.Pair(pair, pair?.value)
        } else _pair = new Pair.Pair(pair.key, pair.value)
        const prev = findPair(this.items, _pair.key)
        const sortEntries = this.schema?.sortMapEntries
        if (prev) {
          if (!overwrite) throw new Error(`Key ${_pair.key} already set`)
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value
          else prev.value = _pair.value
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0)
          if (i === -1) this.items.push(_pair)
          else this.items.splice(i, 0, _pair)
        } else {
          this.items.push(_pair)
        }
      }
      delete(key) {
        const it = findPair(this.items, key)
        if (!it) return false
        const del = this.items.splice(this.items.indexOf(it), 1)
        return del.length > 0
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key)
        const node2 = it?.value
        return (!keepScalar && identity.isScalar(node2) ? node2.value : node2) ?? void 0
      }
      has(key) {
        return !!findPair(this.items, key)
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true)
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {}
        if (ctx?.onCreate) ctx.onCreate(map)
        for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item)
        return map
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx) return JSON.stringify(this)
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`)
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true })
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: '',
          flowChars: { start: '{', end: '}' },
          itemIndent: ctx.indent || '',
          onChompKeep,
          onComment,
        })
      }
    }
    exports.YAMLMap = YAMLMap
    exports.findPair = findPair
  },
})

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  'node_modules/yaml/dist/schema/common/map.js'(exports) {
    'use strict'
    var identity = require_identity()
    var YAMLMap = require_YAMLMap()
    var map = {
      collection: 'map',
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: 'tag:yaml.org,2002:map',
      resolve(map2, onError) {
        if (!identity.isMap(map2)) onError('Expected a mapping for this tag')
        return map2
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx),
    }
    exports.map = map
  },
})

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  'node_modules/yaml/dist/nodes/YAMLSeq.js'(exports) {
    'use strict'
    var createNode = require_createNode()
    var stringifyCollection = require_stringifyCollection()
    var Collection = require_Collection()
    var identity = require_identity()
    var Scalar = require_Scalar()
    var toJS = require_toJS()
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return 'tag:yaml.org,2002:seq'
      }
      constructor(schema) {
        super(identity.SEQ, schema)
        this.items = []
      }
      add(value) {
        this.items.push(value)
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key)
        if (typeof idx !== 'number') return false
        const del = this.items.splice(idx, 1)
        return del.length > 0
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key)
        if (typeof idx !== 'number') return void 0
        const it = this.items[idx]
        return !keepScalar && identity.isScalar(it) ? it.value : it
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key)
        return typeof idx === 'number' && idx < this.items.length
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key)
        if (typeof idx !== 'number') throw new Error(`Expected a valid index, not ${key}.`)
        const prev = this.items[idx]
        if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value
        else this.items[idx] = value
      }
      toJSON(_, ctx) {
        const seq = []
        if (ctx?.onCreate) ctx.onCreate(seq)
        let i = 0
        for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx))
        return seq
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx) return JSON.stringify(this)
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: '- ',
          flowChars: { start: '[', end: ']' },
          itemIndent: (ctx.indent || '') + '  ',
          onChompKeep,
          onComment,
        })
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx
        const seq = new this(schema)
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0
          for (let it of obj) {
            if (typeof replacer === 'function') {
              const key = obj instanceof Set ? it : String(i++)
              it = replacer.call(obj, key, it)
            }
            seq.items.push(createNode.createNode(it, void 0, ctx))
          }
        }
        return seq
      }
    }
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key
      if (idx && typeof idx === 'string') idx = Number(idx)
      return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0 ? idx : null
    }
    exports.YAMLSeq = YAMLSeq
  },
})

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  'node_modules/yaml/dist/schema/common/seq.js'(exports) {
    'use strict'
    var identity = require_identity()
    var YAMLSeq = require_YAMLSeq()
    var seq = {
      collection: 'seq',
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: 'tag:yaml.org,2002:seq',
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2)) onError('Expected a sequence for this tag')
        return seq2
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx),
    }
    exports.seq = seq
  },
})

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  'node_modules/yaml/dist/schema/common/string.js'(exports) {
    'use strict'
    var stringifyString = require_stringifyString()
    var string = {
      identify: (value) => typeof value === 'string',
      default: true,
      tag: 'tag:yaml.org,2002:str',
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx)
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep)
      },
    }
    exports.string = string
  },
})

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  'node_modules/yaml/dist/schema/common/null.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: 'tag:yaml.org,2002:null',
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) =>
        typeof source === 'string' && nullTag.test.test(source) ? source : ctx.options.nullStr,
    }
    exports.nullTag = nullTag
  },
})

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  'node_modules/yaml/dist/schema/core/bool.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var boolTag = {
      identify: (value) => typeof value === 'boolean',
      default: true,
      tag: 'tag:yaml.org,2002:bool',
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === 't' || source[0] === 'T'
          if (value === sv) return source
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr
      },
    }
    exports.boolTag = boolTag
  },
})

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyNumber.js'(exports) {
    'use strict'
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === 'bigint') return String(value)
      const num = typeof value === 'number' ? value : Number(value)
      if (!isFinite(num)) return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf'
      let n2 = Object.is(value, -0) ? '-0' : JSON.stringify(value)
      if (
        !format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n2) &&
        !n2.includes('e')
      ) {
        let i = n2.indexOf('.')
        if (i < 0) {
          i = n2.length
          n2 += '.'
        }
        let d = minFractionDigits - (n2.length - i - 1)
        while (d-- > 0) n2 += '0'
      }
      return n2
    }
    exports.stringifyNumber = stringifyNumber
  },
})

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  'node_modules/yaml/dist/schema/core/float.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var stringifyNumber = require_stringifyNumber()
    var floatNaN = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) =>
        str.slice(-3).toLowerCase() === 'nan'
          ? NaN
          : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber,
    }
    var floatExp = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      format: 'EXP',
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node2) {
        const num = Number(node2.value)
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2)
      },
    }
    var float = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str))
        const dot = str.indexOf('.')
        if (dot !== -1 && str[str.length - 1] === '0')
          node2.minFractionDigits = str.length - dot - 1
        return node2
      },
      stringify: stringifyNumber.stringifyNumber,
    }
    exports.float = float
    exports.floatExp = floatExp
    exports.floatNaN = floatNaN
  },
})

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  'node_modules/yaml/dist/schema/core/int.js'(exports) {
    'use strict'
    var stringifyNumber = require_stringifyNumber()
    var intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value)
    var intResolve = (str, offset, radix, { intAsBigInt }) =>
      intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix)
    function intStringify(node2, radix, prefix) {
      const { value } = node2
      if (intIdentify(value) && value >= 0) return prefix + value.toString(radix)
      return stringifyNumber.stringifyNumber(node2)
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'OCT',
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node2) => intStringify(node2, 8, '0o'),
    }
    var int = {
      identify: intIdentify,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber,
    }
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'HEX',
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, '0x'),
    }
    exports.int = int
    exports.intHex = intHex
    exports.intOct = intOct
  },
})

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  'node_modules/yaml/dist/schema/core/schema.js'(exports) {
    'use strict'
    var map = require_map()
    var _null = require_null()
    var seq = require_seq()
    var string = require_string()
    var bool = require_bool()
    var float = require_float()
    var int = require_int()
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
    ]
    exports.schema = schema
  },
})

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  'node_modules/yaml/dist/schema/json/schema.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var map = require_map()
    var seq = require_seq()
    function intIdentify(value) {
      return typeof value === 'bigint' || Number.isInteger(value)
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value)
    var jsonScalars = [
      {
        identify: (value) => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: (str) => str,
        stringify: stringifyJSON,
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON,
      },
      {
        identify: (value) => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: (str) => str === 'true',
        stringify: stringifyJSON,
      },
      {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) =>
          intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => (intIdentify(value) ? value.toString() : JSON.stringify(value)),
      },
      {
        identify: (value) => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON,
      },
    ]
    var jsonError = {
      default: true,
      tag: '',
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`)
        return str
      },
    }
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError)
    exports.schema = schema
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/binary.js'(exports) {
    'use strict'
    var node_buffer = __require('buffer')
    var Scalar = require_Scalar()
    var stringifyString = require_stringifyString()
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: 'tag:yaml.org,2002:binary',
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
          return node_buffer.Buffer.from(src, 'base64')
        } else if (typeof atob === 'function') {
          const str = atob(src.replace(/[\n\r]/g, ''))
          const buffer = new Uint8Array(str.length)
          for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i)
          return buffer
        } else {
          onError(
            'This environment does not support reading binary tags; either Buffer or atob is required',
          )
          return src
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value) return ''
        const buf = value
        let str
        if (typeof node_buffer.Buffer === 'function') {
          str =
            buf instanceof node_buffer.Buffer
              ? buf.toString('base64')
              : node_buffer.Buffer.from(buf.buffer).toString('base64')
        } else if (typeof btoa === 'function') {
          let s = ''
          for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i])
          str = btoa(s)
        } else {
          throw new Error(
            'This environment does not support writing binary tags; either Buffer or btoa is required',
          )
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL)
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(
            ctx.options.lineWidth - ctx.indent.length,
            ctx.options.minContentWidth,
          )
          const n2 = Math.ceil(str.length / lineWidth)
          const lines = new Array(n2)
          for (let i = 0, o = 0; i < n2; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth)
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ')
        }
        return stringifyString.stringifyString(
          { comment, type, value: str },
          ctx,
          onComment,
          onChompKeep,
        )
      },
    }
    exports.binary = binary
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/pairs.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Pair = require_Pair()
    var Scalar = require_Scalar()
    var YAMLSeq = require_YAMLSeq()
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i]
          if (identity.isPair(item)) continue
          else if (identity.isMap(item)) {
            if (item.items.length > 1) onError('Each pair must have its own sequence indicator')
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null))
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore
                ? `${item.commentBefore}
${pair.key.commentBefore}`
                : item.commentBefore
            if (item.comment) {
              const cn = pair.value ?? pair.key
              cn.comment = cn.comment
                ? `${item.comment}
${cn.comment}`
                : item.comment
            }
            item = pair
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item)
        }
      } else onError('Expected a sequence for this tag')
      return seq
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx
      const pairs2 = new YAMLSeq.YAMLSeq(schema)
      pairs2.tag = 'tag:yaml.org,2002:pairs'
      let i = 0
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === 'function') it = replacer.call(iterable, String(i++), it)
          let key, value
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0]
              value = it[1]
            } else throw new TypeError(`Expected [key, value] tuple: ${it}`)
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it)
            if (keys.length === 1) {
              key = keys[0]
              value = it[key]
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`)
            }
          } else {
            key = it
          }
          pairs2.items.push(Pair.createPair(key, value, ctx))
        }
      return pairs2
    }
    var pairs = {
      collection: 'seq',
      default: false,
      tag: 'tag:yaml.org,2002:pairs',
      resolve: resolvePairs,
      createNode: createPairs,
    }
    exports.createPairs = createPairs
    exports.pairs = pairs
    exports.resolvePairs = resolvePairs
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/omap.js'(exports) {
    'use strict'
    var identity = require_identity()
    var toJS = require_toJS()
    var YAMLMap = require_YAMLMap()
    var YAMLSeq = require_YAMLSeq()
    var pairs = require_pairs()
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super()
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this)
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this)
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this)
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this)
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this)
        this.tag = _YAMLOMap.tag
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx) return super.toJSON(_)
        const map = /* @__PURE__ */ new Map()
        if (ctx?.onCreate) ctx.onCreate(map)
        for (const pair of this.items) {
          let key, value
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, '', ctx)
            value = toJS.toJS(pair.value, key, ctx)
          } else {
            key = toJS.toJS(pair, '', ctx)
          }
          if (map.has(key)) throw new Error('Ordered maps must not include duplicate keys')
          map.set(key, value)
        }
        return map
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx)
        const omap2 = new this()
        omap2.items = pairs$1.items
        return omap2
      }
    }
    YAMLOMap.tag = 'tag:yaml.org,2002:omap'
    var omap = {
      collection: 'seq',
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: 'tag:yaml.org,2002:omap',
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError)
        const seenKeys = []
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`)
            } else {
              seenKeys.push(key.value)
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1)
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx),
    }
    exports.YAMLOMap = YAMLOMap
    exports.omap = omap
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/bool.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag
      if (source && boolObj.test.test(source)) return source
      return value ? ctx.options.trueStr : ctx.options.falseStr
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: 'tag:yaml.org,2002:bool',
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify,
    }
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: 'tag:yaml.org,2002:bool',
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify,
    }
    exports.falseTag = falseTag
    exports.trueTag = trueTag
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/float.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var stringifyNumber = require_stringifyNumber()
    var floatNaN = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) =>
        str.slice(-3).toLowerCase() === 'nan'
          ? NaN
          : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber,
    }
    var floatExp = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      format: 'EXP',
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, '')),
      stringify(node2) {
        const num = Number(node2.value)
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2)
      },
    }
    var float = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')))
        const dot = str.indexOf('.')
        if (dot !== -1) {
          const f2 = str.substring(dot + 1).replace(/_/g, '')
          if (f2[f2.length - 1] === '0') node2.minFractionDigits = f2.length
        }
        return node2
      },
      stringify: stringifyNumber.stringifyNumber,
    }
    exports.float = float
    exports.floatExp = floatExp
    exports.floatNaN = floatNaN
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/int.js'(exports) {
    'use strict'
    var stringifyNumber = require_stringifyNumber()
    var intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value)
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0]
      if (sign === '-' || sign === '+') offset += 1
      str = str.substring(offset).replace(/_/g, '')
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`
            break
          case 8:
            str = `0o${str}`
            break
          case 16:
            str = `0x${str}`
            break
        }
        const n3 = BigInt(str)
        return sign === '-' ? BigInt(-1) * n3 : n3
      }
      const n2 = parseInt(str, radix)
      return sign === '-' ? -1 * n2 : n2
    }
    function intStringify(node2, radix, prefix) {
      const { value } = node2
      if (intIdentify(value)) {
        const str = value.toString(radix)
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str
      }
      return stringifyNumber.stringifyNumber(node2)
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'BIN',
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node2) => intStringify(node2, 2, '0b'),
    }
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'OCT',
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node2) => intStringify(node2, 8, '0'),
    }
    var int = {
      identify: intIdentify,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber,
    }
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'HEX',
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, '0x'),
    }
    exports.int = int
    exports.intBin = intBin
    exports.intHex = intHex
    exports.intOct = intOct
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/set.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Pair = require_Pair()
    var YAMLMap = require_YAMLMap()
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema)
        this.tag = _YAMLSet.tag
      }
      add(key) {
        let pair
        if (identity.isPair(key)) pair = key
        else if (
          key &&
          typeof key === 'object' &&
          'key' in key &&
          'value' in key &&
          key.value === null
        )
          pair = new Pair.Pair(key.key, null)
        else pair = new Pair.Pair(key, null)
        const prev = YAMLMap.findPair(this.items, pair.key)
        if (!prev) this.items.push(pair)
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key)
        return !keepPair && identity.isPair(pair)
          ? identity.isScalar(pair.key)
            ? pair.key.value
            : pair.key
          : pair
      }
      set(key, value) {
        if (typeof value !== 'boolean')
          throw new Error(
            `Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`,
          )
        const prev = YAMLMap.findPair(this.items, key)
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1)
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key))
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set)
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx) return JSON.stringify(this)
        if (this.hasAllNullValues(true))
          return super.toString(
            Object.assign({}, ctx, { allNullValues: true }),
            onComment,
            onChompKeep,
          )
        else throw new Error('Set items must all have null values')
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx
        const set2 = new this(schema)
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === 'function') value = replacer.call(iterable, value, value)
            set2.items.push(Pair.createPair(value, null, ctx))
          }
        return set2
      }
    }
    YAMLSet.tag = 'tag:yaml.org,2002:set'
    var set = {
      collection: 'map',
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: 'tag:yaml.org,2002:set',
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map)
          else onError('Set items must all have null values')
        } else onError('Expected a mapping for this tag')
        return map
      },
    }
    exports.YAMLSet = YAMLSet
    exports.set = set
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/timestamp.js'(exports) {
    'use strict'
    var stringifyNumber = require_stringifyNumber()
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0]
      const parts = sign === '-' || sign === '+' ? str.substring(1) : str
      const num = (n2) => (asBigInt ? BigInt(n2) : Number(n2))
      const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res2, p) => res2 * num(60) + num(p), num(0))
      return sign === '-' ? num(-1) * res : res
    }
    function stringifySexagesimal(node2) {
      let { value } = node2
      let num = (n2) => n2
      if (typeof value === 'bigint') num = (n2) => BigInt(n2)
      else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node2)
      let sign = ''
      if (value < 0) {
        sign = '-'
        value *= num(-1)
      }
      const _60 = num(60)
      const parts = [value % _60]
      if (value < 60) {
        parts.unshift(0)
      } else {
        value = (value - parts[0]) / _60
        parts.unshift(value % _60)
        if (value >= 60) {
          value = (value - parts[0]) / _60
          parts.unshift(value)
        }
      }
      return (
        sign +
        parts
          .map((n2) => String(n2).padStart(2, '0'))
          .join(':')
          .replace(/000000\d*$/, '')
      )
    }
    var intTime = {
      identify: (value) => typeof value === 'bigint' || Number.isInteger(value),
      default: true,
      tag: 'tag:yaml.org,2002:int',
      format: 'TIME',
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal,
    }
    var floatTime = {
      identify: (value) => typeof value === 'number',
      default: true,
      tag: 'tag:yaml.org,2002:float',
      format: 'TIME',
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal,
    }
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: 'tag:yaml.org,2002:timestamp',
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp(
        '^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$',
      ),
      resolve(str) {
        const match = str.match(timestamp.test)
        if (!match) throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd')
        const [, year, month, day, hour, minute, second] = match.map(Number)
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec)
        const tz = match[8]
        if (tz && tz !== 'Z') {
          let d = parseSexagesimal(tz, false)
          if (Math.abs(d) < 30) d *= 60
          date -= 6e4 * d
        }
        return new Date(date)
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? '',
    }
    exports.floatTime = floatTime
    exports.intTime = intTime
    exports.timestamp = timestamp
  },
})

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  'node_modules/yaml/dist/schema/yaml-1.1/schema.js'(exports) {
    'use strict'
    var map = require_map()
    var _null = require_null()
    var seq = require_seq()
    var string = require_string()
    var binary = require_binary()
    var bool = require_bool2()
    var float = require_float2()
    var int = require_int2()
    var merge2 = require_merge()
    var omap = require_omap()
    var pairs = require_pairs()
    var set = require_set()
    var timestamp = require_timestamp()
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp,
    ]
    exports.schema = schema
  },
})

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  'node_modules/yaml/dist/schema/tags.js'(exports) {
    'use strict'
    var map = require_map()
    var _null = require_null()
    var seq = require_seq()
    var string = require_string()
    var bool = require_bool()
    var float = require_float()
    var int = require_int()
    var schema = require_schema()
    var schema$1 = require_schema2()
    var binary = require_binary()
    var merge2 = require_merge()
    var omap = require_omap()
    var pairs = require_pairs()
    var schema$2 = require_schema3()
    var set = require_set()
    var timestamp = require_timestamp()
    var schemas = /* @__PURE__ */ new Map([
      ['core', schema.schema],
      ['failsafe', [map.map, seq.seq, string.string]],
      ['json', schema$1.schema],
      ['yaml11', schema$2.schema],
      ['yaml-1.1', schema$2.schema],
    ])
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp,
    }
    var coreKnownTags = {
      'tag:yaml.org,2002:binary': binary.binary,
      'tag:yaml.org,2002:merge': merge2.merge,
      'tag:yaml.org,2002:omap': omap.omap,
      'tag:yaml.org,2002:pairs': pairs.pairs,
      'tag:yaml.org,2002:set': set.set,
      'tag:yaml.org,2002:timestamp': timestamp.timestamp,
    }
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName)
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge)
          ? schemaTags.concat(merge2.merge)
          : schemaTags.slice()
      }
      let tags = schemaTags
      if (!tags) {
        if (Array.isArray(customTags)) tags = []
        else {
          const keys = Array.from(schemas.keys())
            .filter((key) => key !== 'yaml11')
            .map((key) => JSON.stringify(key))
            .join(', ')
          throw new Error(
            `Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`,
          )
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags) tags = tags.concat(tag)
      } else if (typeof customTags === 'function') {
        tags = customTags(tags.slice())
      }
      if (addMergeTag) tags = tags.concat(merge2.merge)
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag
        if (!tagObj) {
          const tagName = JSON.stringify(tag)
          const keys = Object.keys(tagsByName)
            .map((key) => JSON.stringify(key))
            .join(', ')
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`)
        }
        if (!tags2.includes(tagObj)) tags2.push(tagObj)
        return tags2
      }, [])
    }
    exports.coreKnownTags = coreKnownTags
    exports.getTags = getTags
  },
})

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  'node_modules/yaml/dist/schema/Schema.js'(exports) {
    'use strict'
    var identity = require_identity()
    var map = require_map()
    var seq = require_seq()
    var string = require_string()
    var tags = require_tags()
    var sortMapEntriesByKey = (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
    var Schema = class _Schema {
      constructor({
        compat,
        customTags,
        merge: merge2,
        resolveKnownTags,
        schema,
        sortMapEntries,
        toStringDefaults,
      }) {
        this.compat = Array.isArray(compat)
          ? tags.getTags(compat, 'compat')
          : compat
            ? tags.getTags(null, compat)
            : null
        this.name = (typeof schema === 'string' && schema) || 'core'
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {}
        this.tags = tags.getTags(customTags, this.name, merge2)
        this.toStringOptions = toStringDefaults ?? null
        Object.defineProperty(this, identity.MAP, { value: map.map })
        Object.defineProperty(this, identity.SCALAR, { value: string.string })
        Object.defineProperty(this, identity.SEQ, { value: seq.seq })
        this.sortMapEntries =
          typeof sortMapEntries === 'function'
            ? sortMapEntries
            : sortMapEntries === true
              ? sortMapEntriesByKey
              : null
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this))
        copy.tags = this.tags.slice()
        return copy
      }
    }
    exports.Schema = Schema
  },
})

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  'node_modules/yaml/dist/stringify/stringifyDocument.js'(exports) {
    'use strict'
    var identity = require_identity()
    var stringify = require_stringify()
    var stringifyComment = require_stringifyComment()
    function stringifyDocument(doc, options) {
      const lines = []
      let hasDirectives = options.directives === true
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc)
        if (dir) {
          lines.push(dir)
          hasDirectives = true
        } else if (doc.directives.docStart) hasDirectives = true
      }
      if (hasDirectives) lines.push('---')
      const ctx = stringify.createStringifyContext(doc, options)
      const { commentString } = ctx.options
      if (doc.commentBefore) {
        if (lines.length !== 1) lines.unshift('')
        const cs = commentString(doc.commentBefore)
        lines.unshift(stringifyComment.indentComment(cs, ''))
      }
      let chompKeep = false
      let contentComment = null
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives) lines.push('')
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore)
            lines.push(stringifyComment.indentComment(cs, ''))
          }
          ctx.forceBlockIndent = !!doc.comment
          contentComment = doc.contents.comment
        }
        const onChompKeep = contentComment ? void 0 : () => (chompKeep = true)
        let body = stringify.stringify(
          doc.contents,
          ctx,
          () => (contentComment = null),
          onChompKeep,
        )
        if (contentComment)
          body += stringifyComment.lineComment(body, '', commentString(contentComment))
        if ((body[0] === '|' || body[0] === '>') && lines[lines.length - 1] === '---') {
          lines[lines.length - 1] = `--- ${body}`
        } else lines.push(body)
      } else {
        lines.push(stringify.stringify(doc.contents, ctx))
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment)
          if (cs.includes('\n')) {
            lines.push('...')
            lines.push(stringifyComment.indentComment(cs, ''))
          } else {
            lines.push(`... ${cs}`)
          }
        } else {
          lines.push('...')
        }
      } else {
        let dc = doc.comment
        if (dc && chompKeep) dc = dc.replace(/^\n+/, '')
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '') lines.push('')
          lines.push(stringifyComment.indentComment(commentString(dc), ''))
        }
      }
      return lines.join('\n') + '\n'
    }
    exports.stringifyDocument = stringifyDocument
  },
})

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  'node_modules/yaml/dist/doc/Document.js'(exports) {
    'use strict'
    var Alias = require_Alias()
    var Collection = require_Collection()
    var identity = require_identity()
    var Pair = require_Pair()
    var toJS = require_toJS()
    var Schema = require_Schema()
    var stringifyDocument = require_stringifyDocument()
    var anchors = require_anchors()
    var applyReviver = require_applyReviver()
    var createNode = require_createNode()
    var directives = require_directives()
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null
        this.comment = null
        this.errors = []
        this.warnings = []
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC })
        let _replacer = null
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
          _replacer = replacer
        } else if (options === void 0 && replacer) {
          options = replacer
          replacer = void 0
        }
        const opt = Object.assign(
          {
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2',
          },
          options,
        )
        this.options = opt
        let { version } = opt
        if (options?._directives) {
          this.directives = options._directives.atDocument()
          if (this.directives.yaml.explicit) version = this.directives.yaml.version
        } else this.directives = new directives.Directives({ version })
        this.setSchema(version, options)
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options)
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC },
        })
        copy.commentBefore = this.commentBefore
        copy.comment = this.comment
        copy.errors = this.errors.slice()
        copy.warnings = this.warnings.slice()
        copy.options = Object.assign({}, this.options)
        if (this.directives) copy.directives = this.directives.clone()
        copy.schema = this.schema.clone()
        copy.contents = identity.isNode(this.contents)
          ? this.contents.clone(copy.schema)
          : this.contents
        if (this.range) copy.range = this.range.slice()
        return copy
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents)) this.contents.add(value)
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents)) this.contents.addIn(path, value)
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node2, name) {
        if (!node2.anchor) {
          const prev = anchors.anchorNames(this)
          node2.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        }
        return new Alias.Alias(node2.anchor)
      }
      createNode(value, replacer, options) {
        let _replacer = void 0
        if (typeof replacer === 'function') {
          value = replacer.call({ '': value }, '', value)
          _replacer = replacer
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) =>
            typeof v === 'number' || v instanceof String || v instanceof Number
          const asStr = replacer.filter(keyToStr).map(String)
          if (asStr.length > 0) replacer = replacer.concat(asStr)
          _replacer = replacer
        } else if (options === void 0 && replacer) {
          options = replacer
          replacer = void 0
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } =
          options ?? {}
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || 'a',
        )
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects,
        }
        const node2 = createNode.createNode(value, tag, ctx)
        if (flow && identity.isCollection(node2)) node2.flow = true
        setAnchors()
        return node2
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options)
        const v = this.createNode(value, null, options)
        return new Pair.Pair(k, v)
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null) return false
          this.contents = null
          return true
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents)
            ? this.contents.value
            : this.contents
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path)) return this.contents !== void 0
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value)
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value)
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value)
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value)
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === 'number') version = String(version)
        let opt
        switch (version) {
          case '1.1':
            if (this.directives) this.directives.yaml.version = '1.1'
            else this.directives = new directives.Directives({ version: '1.1' })
            opt = { resolveKnownTags: false, schema: 'yaml-1.1' }
            break
          case '1.2':
          case 'next':
            if (this.directives) this.directives.yaml.version = version
            else this.directives = new directives.Directives({ version })
            opt = { resolveKnownTags: true, schema: 'core' }
            break
          case null:
            if (this.directives) delete this.directives
            opt = null
            break
          default: {
            const sv = JSON.stringify(version)
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`)
          }
        }
        if (options.schema instanceof Object) this.schema = options.schema
        else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options))
        else throw new Error(`With a null YAML version, the { schema: Schema } option is required`)
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100,
        }
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx)
        if (typeof onAnchor === 'function')
          for (const { count: count2, res: res2 } of ctx.anchors.values()) onAnchor(res2, count2)
        return typeof reviver === 'function'
          ? applyReviver.applyReviver(reviver, { '': res }, '', res)
          : res
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor })
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0) throw new Error('Document with errors cannot be stringified')
        if (
          'indent' in options &&
          (!Number.isInteger(options.indent) || Number(options.indent) <= 0)
        ) {
          const s = JSON.stringify(options.indent)
          throw new Error(`"indent" option must be a positive integer, not ${s}`)
        }
        return stringifyDocument.stringifyDocument(this, options)
      }
    }
    function assertCollection(contents) {
      if (identity.isCollection(contents)) return true
      throw new Error('Expected a YAML collection as document contents')
    }
    exports.Document = Document
  },
})

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  'node_modules/yaml/dist/errors.js'(exports) {
    'use strict'
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super()
        this.name = name
        this.code = code
        this.message = message
        this.pos = pos
      }
    }
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message)
      }
    }
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message)
      }
    }
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1) return
      error.linePos = error.pos.map((pos) => lc.linePos(pos))
      const { line, col } = error.linePos[0]
      error.message += ` at line ${line}, column ${col}`
      let ci = col - 1
      let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '')
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79)
        lineStr = '\u2026' + lineStr.substring(trimStart)
        ci -= trimStart - 1
      }
      if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + '\u2026'
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1])
        if (prev.length > 80) prev = prev.substring(0, 79) + '\u2026\n'
        lineStr = prev + lineStr
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1
        const end = error.linePos[1]
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci))
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count2)
        error.message += `:

${lineStr}
${pointer}
`
      }
    }
    exports.YAMLError = YAMLError
    exports.YAMLParseError = YAMLParseError
    exports.YAMLWarning = YAMLWarning
    exports.prettifyError = prettifyError
  },
})

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  'node_modules/yaml/dist/compose/resolve-props.js'(exports) {
    'use strict'
    function resolveProps(
      tokens,
      { flow, indicator, next, offset, onError, parentIndent, startOnNewline },
    ) {
      let spaceBefore = false
      let atNewline = startOnNewline
      let hasSpace = startOnNewline
      let comment = ''
      let commentSep = ''
      let hasNewline = false
      let reqSpace = false
      let tab2 = null
      let anchor = null
      let tag = null
      let newlineAfterProp = null
      let comma = null
      let found = null
      let start = null
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== 'space' && token.type !== 'newline' && token.type !== 'comma')
            onError(
              token.offset,
              'MISSING_CHAR',
              'Tags and anchors must be separated from the next token by white space',
            )
          reqSpace = false
        }
        if (tab2) {
          if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
            onError(tab2, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation')
          }
          tab2 = null
        }
        switch (token.type) {
          case 'space':
            if (
              !flow &&
              (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
              token.source.includes('	')
            ) {
              tab2 = token
            }
            hasSpace = true
            break
          case 'comment': {
            if (!hasSpace)
              onError(
                token,
                'MISSING_CHAR',
                'Comments must be separated from other tokens by white space characters',
              )
            const cb = token.source.substring(1) || ' '
            if (!comment) comment = cb
            else comment += commentSep + cb
            commentSep = ''
            atNewline = false
            break
          }
          case 'newline':
            if (atNewline) {
              if (comment) comment += token.source
              else if (!found || indicator !== 'seq-item-ind') spaceBefore = true
            } else commentSep += token.source
            atNewline = true
            hasNewline = true
            if (anchor || tag) newlineAfterProp = token
            hasSpace = true
            break
          case 'anchor':
            if (anchor) onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor')
            if (token.source.endsWith(':'))
              onError(
                token.offset + token.source.length - 1,
                'BAD_ALIAS',
                'Anchor ending in : is ambiguous',
                true,
              )
            anchor = token
            start ?? (start = token.offset)
            atNewline = false
            hasSpace = false
            reqSpace = true
            break
          case 'tag': {
            if (tag) onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag')
            tag = token
            start ?? (start = token.offset)
            atNewline = false
            hasSpace = false
            reqSpace = true
            break
          }
          case indicator:
            if (anchor || tag)
              onError(
                token,
                'BAD_PROP_ORDER',
                `Anchors and tags must be after the ${token.source} indicator`,
              )
            if (found)
              onError(
                token,
                'UNEXPECTED_TOKEN',
                `Unexpected ${token.source} in ${flow ?? 'collection'}`,
              )
            found = token
            atNewline = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind'
            hasSpace = false
            break
          case 'comma':
            if (flow) {
              if (comma) onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`)
              comma = token
              atNewline = false
              hasSpace = false
              break
            }
          // else fallthrough
          default:
            onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`)
            atNewline = false
            hasSpace = false
        }
      }
      const last = tokens[tokens.length - 1]
      const end = last ? last.offset + last.source.length : offset
      if (
        reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')
      ) {
        onError(
          next.offset,
          'MISSING_CHAR',
          'Tags and anchors must be separated from the next token by white space',
        )
      }
      if (
        tab2 &&
        ((atNewline && tab2.indent <= parentIndent) ||
          next?.type === 'block-map' ||
          next?.type === 'block-seq')
      )
        onError(tab2, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation')
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end,
      }
    }
    exports.resolveProps = resolveProps
  },
})

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  'node_modules/yaml/dist/compose/util-contains-newline.js'(exports) {
    'use strict'
    function containsNewline(key) {
      if (!key) return null
      switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
          if (key.source.includes('\n')) return true
          if (key.end) {
            for (const st of key.end) if (st.type === 'newline') return true
          }
          return false
        case 'flow-collection':
          for (const it of key.items) {
            for (const st of it.start) if (st.type === 'newline') return true
            if (it.sep) {
              for (const st of it.sep) if (st.type === 'newline') return true
            }
            if (containsNewline(it.key) || containsNewline(it.value)) return true
          }
          return false
        default:
          return true
      }
    }
    exports.containsNewline = containsNewline
  },
})

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  'node_modules/yaml/dist/compose/util-flow-indent-check.js'(exports) {
    'use strict'
    var utilContainsNewline = require_util_contains_newline()
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === 'flow-collection') {
        const end = fc.end[0]
        if (
          end.indent === indent &&
          (end.source === ']' || end.source === '}') &&
          utilContainsNewline.containsNewline(fc)
        ) {
          const msg = 'Flow end indicator should be more indented than parent'
          onError(end, 'BAD_INDENT', msg, true)
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck
  },
})

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  'node_modules/yaml/dist/compose/util-map-includes.js'(exports) {
    'use strict'
    var identity = require_identity()
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options
      if (uniqueKeys === false) return false
      const isEqual =
        typeof uniqueKeys === 'function'
          ? uniqueKeys
          : (a, b) =>
              a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value)
      return items.some((pair) => isEqual(pair.key, search))
    }
    exports.mapIncludes = mapIncludes
  },
})

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  'node_modules/yaml/dist/compose/resolve-block-map.js'(exports) {
    'use strict'
    var Pair = require_Pair()
    var YAMLMap = require_YAMLMap()
    var resolveProps = require_resolve_props()
    var utilContainsNewline = require_util_contains_newline()
    var utilFlowIndentCheck = require_util_flow_indent_check()
    var utilMapIncludes = require_util_map_includes()
    var startColMsg = 'All mapping items must start at the same column'
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap
      const map = new NodeClass(ctx.schema)
      if (ctx.atRoot) ctx.atRoot = false
      let offset = bm.offset
      let commentEnd = null
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem
        const keyProps = resolveProps.resolveProps(start, {
          indicator: 'explicit-key-ind',
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true,
        })
        const implicitKey = !keyProps.found
        if (implicitKey) {
          if (key) {
            if (key.type === 'block-seq')
              onError(
                offset,
                'BLOCK_AS_IMPLICIT_KEY',
                'A block sequence may not be used as an implicit map key',
              )
            else if ('indent' in key && key.indent !== bm.indent)
              onError(offset, 'BAD_INDENT', startColMsg)
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end
            if (keyProps.comment) {
              if (map.comment) map.comment += '\n' + keyProps.comment
              else map.comment = keyProps.comment
            }
            continue
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(
              key ?? start[start.length - 1],
              'MULTILINE_IMPLICIT_KEY',
              'Implicit keys need to be on a single line',
            )
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, 'BAD_INDENT', startColMsg)
        }
        ctx.atKey = true
        const keyStart = keyProps.end
        const keyNode = key
          ? composeNode(ctx, key, keyProps, onError)
          : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError)
        if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError)
        ctx.atKey = false
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique')
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: 'map-value-ind',
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === 'block-scalar',
        })
        offset = valueProps.end
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === 'block-map' && !valueProps.hasNewline)
              onError(
                offset,
                'BLOCK_AS_IMPLICIT_KEY',
                'Nested mappings are not allowed in compact mappings',
              )
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(
                keyNode.range,
                'KEY_OVER_1024_CHARS',
                'The : indicator must be at most 1024 chars after the start of an implicit block mapping key',
              )
          }
          const valueNode = value
            ? composeNode(ctx, value, valueProps, onError)
            : composeEmptyNode(ctx, offset, sep, null, valueProps, onError)
          if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError)
          offset = valueNode.range[2]
          const pair = new Pair.Pair(keyNode, valueNode)
          if (ctx.options.keepSourceTokens) pair.srcToken = collItem
          map.items.push(pair)
        } else {
          if (implicitKey)
            onError(
              keyNode.range,
              'MISSING_CHAR',
              'Implicit map keys need to be followed by map values',
            )
          if (valueProps.comment) {
            if (keyNode.comment) keyNode.comment += '\n' + valueProps.comment
            else keyNode.comment = valueProps.comment
          }
          const pair = new Pair.Pair(keyNode)
          if (ctx.options.keepSourceTokens) pair.srcToken = collItem
          map.items.push(pair)
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content')
      map.range = [bm.offset, offset, commentEnd ?? offset]
      return map
    }
    exports.resolveBlockMap = resolveBlockMap
  },
})

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  'node_modules/yaml/dist/compose/resolve-block-seq.js'(exports) {
    'use strict'
    var YAMLSeq = require_YAMLSeq()
    var resolveProps = require_resolve_props()
    var utilFlowIndentCheck = require_util_flow_indent_check()
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq
      const seq = new NodeClass(ctx.schema)
      if (ctx.atRoot) ctx.atRoot = false
      if (ctx.atKey) ctx.atKey = false
      let offset = bs.offset
      let commentEnd = null
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: 'seq-item-ind',
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true,
        })
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === 'block-seq')
              onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column')
            else onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator')
          } else {
            commentEnd = props.end
            if (props.comment) seq.comment = props.comment
            continue
          }
        }
        const node2 = value
          ? composeNode(ctx, value, props, onError)
          : composeEmptyNode(ctx, props.end, start, null, props, onError)
        if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError)
        offset = node2.range[2]
        seq.items.push(node2)
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset]
      return seq
    }
    exports.resolveBlockSeq = resolveBlockSeq
  },
})

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  'node_modules/yaml/dist/compose/resolve-end.js'(exports) {
    'use strict'
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = ''
      if (end) {
        let hasSpace = false
        let sep = ''
        for (const token of end) {
          const { source, type } = token
          switch (type) {
            case 'space':
              hasSpace = true
              break
            case 'comment': {
              if (reqSpace && !hasSpace)
                onError(
                  token,
                  'MISSING_CHAR',
                  'Comments must be separated from other tokens by white space characters',
                )
              const cb = source.substring(1) || ' '
              if (!comment) comment = cb
              else comment += sep + cb
              sep = ''
              break
            }
            case 'newline':
              if (comment) sep += source
              hasSpace = true
              break
            default:
              onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`)
          }
          offset += source.length
        }
      }
      return { comment, offset }
    }
    exports.resolveEnd = resolveEnd
  },
})

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  'node_modules/yaml/dist/compose/resolve-flow-collection.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Pair = require_Pair()
    var YAMLMap = require_YAMLMap()
    var YAMLSeq = require_YAMLSeq()
    var resolveEnd = require_resolve_end()
    var resolveProps = require_resolve_props()
    var utilContainsNewline = require_util_contains_newline()
    var utilMapIncludes = require_util_map_includes()
    var blockMsg = 'Block collections are not allowed within flow collections'
    var isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq')
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap4 = fc.start.source === '{'
      const fcName = isMap4 ? 'flow map' : 'flow sequence'
      const NodeClass = tag?.nodeClass ?? (isMap4 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq)
      const coll = new NodeClass(ctx.schema)
      coll.flow = true
      const atRoot = ctx.atRoot
      if (atRoot) ctx.atRoot = false
      if (ctx.atKey) ctx.atKey = false
      let offset = fc.offset + fc.start.source.length
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i]
        const { start, key, sep, value } = collItem
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: 'explicit-key-ind',
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false,
        })
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`)
            else if (i < fc.items.length - 1)
              onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`)
            if (props.comment) {
              if (coll.comment) coll.comment += '\n' + props.comment
              else coll.comment = props.comment
            }
            offset = props.end
            continue
          }
          if (!isMap4 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              'MULTILINE_IMPLICIT_KEY',
              'Implicit keys of flow sequence pairs need to be on a single line',
            )
        }
        if (i === 0) {
          if (props.comma) onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`)
        } else {
          if (!props.comma)
            onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`)
          if (props.comment) {
            let prevItemComment = ''
            loop: for (const st of start) {
              switch (st.type) {
                case 'comma':
                case 'space':
                  break
                case 'comment':
                  prevItemComment = st.source.substring(1)
                  break loop
                default:
                  break loop
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1]
              if (identity.isPair(prev)) prev = prev.value ?? prev.key
              if (prev.comment) prev.comment += '\n' + prevItemComment
              else prev.comment = prevItemComment
              props.comment = props.comment.substring(prevItemComment.length + 1)
            }
          }
        }
        if (!isMap4 && !sep && !props.found) {
          const valueNode = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, sep, null, props, onError)
          coll.items.push(valueNode)
          offset = valueNode.range[2]
          if (isBlock(value)) onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg)
        } else {
          ctx.atKey = true
          const keyStart = props.end
          const keyNode = key
            ? composeNode(ctx, key, props, onError)
            : composeEmptyNode(ctx, keyStart, start, null, props, onError)
          if (isBlock(key)) onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg)
          ctx.atKey = false
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false,
          })
          if (valueProps.found) {
            if (!isMap4 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found) break
                  if (st.type === 'newline') {
                    onError(
                      st,
                      'MULTILINE_IMPLICIT_KEY',
                      'Implicit keys of flow sequence pairs need to be on a single line',
                    )
                    break
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(
                  valueProps.found,
                  'KEY_OVER_1024_CHARS',
                  'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key',
                )
            }
          } else if (value) {
            if ('source' in value && value.source?.[0] === ':')
              onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`)
            else onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`)
          }
          const valueNode = value
            ? composeNode(ctx, value, valueProps, onError)
            : valueProps.found
              ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
              : null
          if (valueNode) {
            if (isBlock(value)) onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg)
          } else if (valueProps.comment) {
            if (keyNode.comment) keyNode.comment += '\n' + valueProps.comment
            else keyNode.comment = valueProps.comment
          }
          const pair = new Pair.Pair(keyNode, valueNode)
          if (ctx.options.keepSourceTokens) pair.srcToken = collItem
          if (isMap4) {
            const map = coll
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique')
            map.items.push(pair)
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema)
            map.flow = true
            map.items.push(pair)
            const endRange = (valueNode ?? keyNode).range
            map.range = [keyNode.range[0], endRange[1], endRange[2]]
            coll.items.push(map)
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end
        }
      }
      const expectedEnd = isMap4 ? '}' : ']'
      const [ce, ...ee] = fc.end
      let cePos = offset
      if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1)
        const msg = atRoot
          ? `${name} must end with a ${expectedEnd}`
          : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg)
        if (ce && ce.source.length !== 1) ee.unshift(ce)
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError)
        if (end.comment) {
          if (coll.comment) coll.comment += '\n' + end.comment
          else coll.comment = end.comment
        }
        coll.range = [fc.offset, cePos, end.offset]
      } else {
        coll.range = [fc.offset, cePos, cePos]
      }
      return coll
    }
    exports.resolveFlowCollection = resolveFlowCollection
  },
})

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  'node_modules/yaml/dist/compose/compose-collection.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Scalar = require_Scalar()
    var YAMLMap = require_YAMLMap()
    var YAMLSeq = require_YAMLSeq()
    var resolveBlockMap = require_resolve_block_map()
    var resolveBlockSeq = require_resolve_block_seq()
    var resolveFlowCollection = require_resolve_flow_collection()
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll =
        token.type === 'block-map'
          ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
          : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag)
      const Coll = coll.constructor
      if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName
        return coll
      }
      if (tagName) coll.tag = tagName
      return coll
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag
      const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, (msg) =>
            onError(tagToken, 'TAG_RESOLVE_FAILED', msg),
          )
      if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props
        const lastProp =
          anchor && tagToken
            ? anchor.offset > tagToken.offset
              ? anchor
              : tagToken
            : (anchor ?? tagToken)
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = 'Missing newline after block sequence props'
          onError(lastProp, 'MISSING_CHAR', message)
        }
      }
      const expType =
        token.type === 'block-map'
          ? 'map'
          : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
              ? 'map'
              : 'seq'
      if (
        !tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')
      ) {
        return resolveCollection(CN, ctx, token, onError, tagName)
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType)
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName]
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }))
          tag = kt
        } else {
          if (kt) {
            onError(
              tagToken,
              'BAD_COLLECTION_TYPE',
              `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`,
              true,
            )
          } else {
            onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true)
          }
          return resolveCollection(CN, ctx, token, onError, tagName)
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag)
      const res =
        tag.resolve?.(coll, (msg) => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ??
        coll
      const node2 = identity.isNode(res) ? res : new Scalar.Scalar(res)
      node2.range = coll.range
      node2.tag = tagName
      if (tag?.format) node2.format = tag.format
      return node2
    }
    exports.composeCollection = composeCollection
  },
})

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  'node_modules/yaml/dist/compose/resolve-block-scalar.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError)
      if (!header) return { value: '', type: null, comment: '', range: [start, start, start] }
      const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL
      const lines = scalar.source ? splitLines(scalar.source) : []
      let chompStart = lines.length
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1]
        if (content === '' || content === '\r') chompStart = i
        else break
      }
      if (chompStart === 0) {
        const value2 =
          header.chomp === '+' && lines.length > 0 ? '\n'.repeat(Math.max(1, lines.length - 1)) : ''
        let end2 = start + header.length
        if (scalar.source) end2 += scalar.source.length
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] }
      }
      let trimIndent = scalar.indent + header.indent
      let offset = scalar.offset + header.length
      let contentStart = 0
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i]
        if (content === '' || content === '\r') {
          if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length
        } else {
          if (indent.length < trimIndent) {
            const message =
              'Block scalars with more-indented leading empty lines must use an explicit indentation indicator'
            onError(offset + indent.length, 'MISSING_CHAR', message)
          }
          if (header.indent === 0) trimIndent = indent.length
          contentStart = i
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = 'Block scalar values in collections must be indented'
            onError(offset, 'BAD_INDENT', message)
          }
          break
        }
        offset += indent.length + content.length + 1
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent) chompStart = i + 1
      }
      let value = ''
      let sep = ''
      let prevMoreIndented = false
      for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + '\n'
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i]
        offset += indent.length + content.length + 1
        const crlf = content[content.length - 1] === '\r'
        if (crlf) content = content.slice(0, -1)
        if (content && indent.length < trimIndent) {
          const src = header.indent ? 'explicit indentation indicator' : 'first line'
          const message = `Block scalar lines must not be less indented than their ${src}`
          onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message)
          indent = ''
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content
          sep = '\n'
        } else if (indent.length > trimIndent || content[0] === '	') {
          if (sep === ' ') sep = '\n'
          else if (!prevMoreIndented && sep === '\n') sep = '\n\n'
          value += sep + indent.slice(trimIndent) + content
          sep = '\n'
          prevMoreIndented = true
        } else if (content === '') {
          if (sep === '\n') value += '\n'
          else sep = '\n'
        } else {
          value += sep + content
          sep = ' '
          prevMoreIndented = false
        }
      }
      switch (header.chomp) {
        case '-':
          break
        case '+':
          for (let i = chompStart; i < lines.length; ++i)
            value += '\n' + lines[i][0].slice(trimIndent)
          if (value[value.length - 1] !== '\n') value += '\n'
          break
        default:
          value += '\n'
      }
      const end = start + header.length + scalar.source.length
      return { value, type, comment: header.comment, range: [start, end, end] }
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found')
        return null
      }
      const { source } = props[0]
      const mode2 = source[0]
      let indent = 0
      let chomp = ''
      let error = -1
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i]
        if (!chomp && (ch === '-' || ch === '+')) chomp = ch
        else {
          const n2 = Number(ch)
          if (!indent && n2) indent = n2
          else if (error === -1) error = offset + i
        }
      }
      if (error !== -1)
        onError(
          error,
          'UNEXPECTED_TOKEN',
          `Block scalar header includes extra characters: ${source}`,
        )
      let hasSpace = false
      let comment = ''
      let length = source.length
      for (let i = 1; i < props.length; ++i) {
        const token = props[i]
        switch (token.type) {
          case 'space':
            hasSpace = true
          // fallthrough
          case 'newline':
            length += token.source.length
            break
          case 'comment':
            if (strict && !hasSpace) {
              const message =
                'Comments must be separated from other tokens by white space characters'
              onError(token, 'MISSING_CHAR', message)
            }
            length += token.source.length
            comment = token.source.substring(1)
            break
          case 'error':
            onError(token, 'UNEXPECTED_TOKEN', token.message)
            length += token.source.length
            break
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`
            onError(token, 'UNEXPECTED_TOKEN', message)
            const ts = token.source
            if (ts && typeof ts === 'string') length += ts.length
          }
        }
      }
      return { mode: mode2, indent, chomp, comment, length }
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/)
      const first = split[0]
      const m = first.match(/^( *)/)
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ['', first]
      const lines = [line0]
      for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]])
      return lines
    }
    exports.resolveBlockScalar = resolveBlockScalar
  },
})

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  'node_modules/yaml/dist/compose/resolve-flow-scalar.js'(exports) {
    'use strict'
    var Scalar = require_Scalar()
    var resolveEnd = require_resolve_end()
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar
      let _type
      let value
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg)
      switch (type) {
        case 'scalar':
          _type = Scalar.Scalar.PLAIN
          value = plainValue(source, _onError)
          break
        case 'single-quoted-scalar':
          _type = Scalar.Scalar.QUOTE_SINGLE
          value = singleQuotedValue(source, _onError)
          break
        case 'double-quoted-scalar':
          _type = Scalar.Scalar.QUOTE_DOUBLE
          value = doubleQuotedValue(source, _onError)
          break
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`)
          return {
            value: '',
            type: null,
            comment: '',
            range: [offset, offset + source.length, offset + source.length],
          }
      }
      const valueEnd = offset + source.length
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError)
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset],
      }
    }
    function plainValue(source, onError) {
      let badChar = ''
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '	':
          badChar = 'a tab character'
          break
        case ',':
          badChar = 'flow indicator character ,'
          break
        case '%':
          badChar = 'directive indicator character %'
          break
        case '|':
        case '>': {
          badChar = `block scalar indicator ${source[0]}`
          break
        }
        case '@':
        case '`': {
          badChar = `reserved character ${source[0]}`
          break
        }
      }
      if (badChar) onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`)
      return unfoldLines(source)
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote")
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'")
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy
      let match = line.exec(source)
      if (!match) return source
      let trimEnd, trimBoth
      try {
        trimEnd = new RegExp('(?<![ 	])[ 	]+$')
        trimBoth = new RegExp('^[ 	]+|(?<![ 	])[ 	]+$', 'g')
      } catch {
        trimEnd = /[ \t]+$/
        trimBoth = /^[ \t]+|[ \t]+$/g
      }
      let res = match[1].replace(trimEnd, '')
      let sep = ' '
      let pos = line.lastIndex
      while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '')
        if (lm === '') {
          if (sep === '\n') res += sep
          else sep = '\n'
        } else {
          res += sep + lm
          sep = ' '
        }
        pos = line.lastIndex
      }
      const last = /[ \t]*(.*)/sy
      last.lastIndex = pos
      match = last.exec(source)
      return res + sep + (match?.[1] ?? '')
    }
    function doubleQuotedValue(source, onError) {
      let res = ''
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i]
        if (ch === '\r' && source[i + 1] === '\n') continue
        if (ch === '\n') {
          const { fold, offset } = foldNewline(source, i)
          res += fold
          i = offset
        } else if (ch === '\\') {
          let next = source[++i]
          const cc = escapeCodes[next]
          if (cc) res += cc
          else if (next === '\n') {
            next = source[i + 1]
            while (next === ' ' || next === '	') next = source[++i + 1]
          } else if (next === '\r' && source[i + 1] === '\n') {
            next = source[++i + 1]
            while (next === ' ' || next === '	') next = source[++i + 1]
          } else if (next === 'x' || next === 'u' || next === 'U') {
            const length = next === 'x' ? 2 : next === 'u' ? 4 : 8
            res += parseCharCode(source, i + 1, length, onError)
            i += length
          } else {
            const raw = source.substr(i - 1, 2)
            onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`)
            res += raw
          }
        } else if (ch === ' ' || ch === '	') {
          const wsStart = i
          let next = source[i + 1]
          while (next === ' ' || next === '	') next = source[++i + 1]
          if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch
        } else {
          res += ch
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote')
      return res
    }
    function foldNewline(source, offset) {
      let fold = ''
      let ch = source[offset + 1]
      while (ch === ' ' || ch === '	' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n') break
        if (ch === '\n') fold += '\n'
        offset += 1
        ch = source[offset + 1]
      }
      if (!fold) fold = ' '
      return { fold, offset }
    }
    var escapeCodes = {
      0: '\0',
      // null character
      a: '\x07',
      // bell character
      b: '\b',
      // backspace
      e: '\x1B',
      // escape character
      f: '\f',
      // form feed
      n: '\n',
      // line feed
      r: '\r',
      // carriage return
      t: '	',
      // horizontal tab
      v: '\v',
      // vertical tab
      N: '\x85',
      // Unicode next line
      _: '\xA0',
      // Unicode non-breaking space
      L: '\u2028',
      // Unicode line separator
      P: '\u2029',
      // Unicode paragraph separator
      ' ': ' ',
      '"': '"',
      '/': '/',
      '\\': '\\',
      '	': '	',
    }
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length)
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc)
      const code = ok ? parseInt(cc, 16) : NaN
      try {
        return String.fromCodePoint(code)
      } catch {
        const raw = source.substr(offset - 2, length + 2)
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`)
        return raw
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar
  },
})

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  'node_modules/yaml/dist/compose/compose-scalar.js'(exports) {
    'use strict'
    var identity = require_identity()
    var Scalar = require_Scalar()
    var resolveBlockScalar = require_resolve_block_scalar()
    var resolveFlowScalar = require_resolve_flow_scalar()
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } =
        token.type === 'block-scalar'
          ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
          : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError)
      const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, (msg) =>
            onError(tagToken, 'TAG_RESOLVE_FAILED', msg),
          )
        : null
      let tag
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR]
      } else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError)
      else if (token.type === 'scalar') tag = findScalarTagByTest(ctx, value, token, onError)
      else tag = ctx.schema[identity.SCALAR]
      let scalar
      try {
        const res = tag.resolve(
          value,
          (msg) => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg),
          ctx.options,
        )
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res)
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error)
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg)
        scalar = new Scalar.Scalar(value)
      }
      scalar.range = range
      scalar.source = value
      if (type) scalar.type = type
      if (tagName) scalar.tag = tagName
      if (tag.format) scalar.format = tag.format
      if (comment) scalar.comment = comment
      return scalar
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === '!') return schema[identity.SCALAR]
      const matchWithTest = []
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test) matchWithTest.push(tag)
          else return tag
        }
      }
      for (const tag of matchWithTest) if (tag.test?.test(value)) return tag
      const kt = schema.knownTags[tagName]
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }))
        return kt
      }
      onError(
        tagToken,
        'TAG_RESOLVE_FAILED',
        `Unresolved tag: ${tagName}`,
        tagName !== 'tag:yaml.org,2002:str',
      )
      return schema[identity.SCALAR]
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag =
        schema.tags.find(
          (tag2) =>
            (tag2.default === true || (atKey && tag2.default === 'key')) && tag2.test?.test(value),
        ) || schema[identity.SCALAR]
      if (schema.compat) {
        const compat =
          schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ??
          schema[identity.SCALAR]
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag)
          const cs = directives.tagString(compat.tag)
          const msg = `Value may be parsed as either ${ts} or ${cs}`
          onError(token, 'TAG_RESOLVE_FAILED', msg, true)
        }
      }
      return tag
    }
    exports.composeScalar = composeScalar
  },
})

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  'node_modules/yaml/dist/compose/util-empty-scalar-position.js'(exports) {
    'use strict'
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length)
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i]
          switch (st.type) {
            case 'space':
            case 'comment':
            case 'newline':
              offset -= st.source.length
              continue
          }
          st = before[++i]
          while (st?.type === 'space') {
            offset += st.source.length
            st = before[++i]
          }
          break
        }
      }
      return offset
    }
    exports.emptyScalarPosition = emptyScalarPosition
  },
})

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  'node_modules/yaml/dist/compose/compose-node.js'(exports) {
    'use strict'
    var Alias = require_Alias()
    var identity = require_identity()
    var composeCollection = require_compose_collection()
    var composeScalar = require_compose_scalar()
    var resolveEnd = require_resolve_end()
    var utilEmptyScalarPosition = require_util_empty_scalar_position()
    var CN = { composeNode, composeEmptyNode }
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey
      const { spaceBefore, comment, anchor, tag } = props
      let node2
      let isSrcToken = true
      switch (token.type) {
        case 'alias':
          node2 = composeAlias(ctx, token, onError)
          if (anchor || tag)
            onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties')
          break
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
          node2 = composeScalar.composeScalar(ctx, token, tag, onError)
          if (anchor) node2.anchor = anchor.source.substring(1)
          break
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
          try {
            node2 = composeCollection.composeCollection(CN, ctx, token, props, onError)
            if (anchor) node2.anchor = anchor.source.substring(1)
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error)
            onError(token, 'RESOURCE_EXHAUSTION', message)
          }
          break
        default: {
          const message =
            token.type === 'error' ? token.message : `Unsupported token (type: ${token.type})`
          onError(token, 'UNEXPECTED_TOKEN', message)
          isSrcToken = false
        }
      }
      node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError))
      if (anchor && node2.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string')
      if (
        atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node2) ||
          typeof node2.value !== 'string' ||
          (node2.tag && node2.tag !== 'tag:yaml.org,2002:str'))
      ) {
        const msg = 'With stringKeys, all keys must be strings'
        onError(tag ?? token, 'NON_STRING_KEY', msg)
      }
      if (spaceBefore) node2.spaceBefore = true
      if (comment) {
        if (token.type === 'scalar' && token.source === '') node2.comment = comment
        else node2.commentBefore = comment
      }
      if (ctx.options.keepSourceTokens && isSrcToken) node2.srcToken = token
      return node2
    }
    function composeEmptyNode(
      ctx,
      offset,
      before,
      pos,
      { spaceBefore, comment, anchor, tag, end },
      onError,
    ) {
      const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: '',
      }
      const node2 = composeScalar.composeScalar(ctx, token, tag, onError)
      if (anchor) {
        node2.anchor = anchor.source.substring(1)
        if (node2.anchor === '') onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string')
      }
      if (spaceBefore) node2.spaceBefore = true
      if (comment) {
        node2.comment = comment
        node2.range[2] = end
      }
      return node2
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1))
      if (alias.source === '') onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string')
      if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true)
      const valueEnd = offset + source.length
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError)
      alias.range = [offset, valueEnd, re.offset]
      if (re.comment) alias.comment = re.comment
      return alias
    }
    exports.composeEmptyNode = composeEmptyNode
    exports.composeNode = composeNode
  },
})

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  'node_modules/yaml/dist/compose/compose-doc.js'(exports) {
    'use strict'
    var Document = require_Document()
    var composeNode = require_compose_node()
    var resolveEnd = require_resolve_end()
    var resolveProps = require_resolve_props()
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options)
      const doc = new Document.Document(void 0, opts)
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema,
      }
      const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true,
      })
      if (props.found) {
        doc.directives.docStart = true
        if (
          value &&
          (value.type === 'block-map' || value.type === 'block-seq') &&
          !props.hasNewline
        )
          onError(
            props.end,
            'MISSING_CHAR',
            'Block collection cannot start on same line with directives-end marker',
          )
      }
      doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError)
      const contentEnd = doc.contents.range[2]
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError)
      if (re.comment) doc.comment = re.comment
      doc.range = [offset, contentEnd, re.offset]
      return doc
    }
    exports.composeDoc = composeDoc
  },
})

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  'node_modules/yaml/dist/compose/composer.js'(exports) {
    'use strict'
    var node_process = __require('process')
    var directives = require_directives()
    var Document = require_Document()
    var errors = require_errors()
    var identity = require_identity()
    var composeDoc = require_compose_doc()
    var resolveEnd = require_resolve_end()
    function getErrorPos(src) {
      if (typeof src === 'number') return [src, src + 1]
      if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]]
      const { offset, source } = src
      return [offset, offset + (typeof source === 'string' ? source.length : 1)]
    }
    function parsePrelude(prelude) {
      let comment = ''
      let atComment = false
      let afterEmptyLine = false
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i]
        switch (source[0]) {
          case '#':
            comment +=
              (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') + (source.substring(1) || ' ')
            atComment = true
            afterEmptyLine = false
            break
          case '%':
            if (prelude[i + 1]?.[0] !== '#') i += 1
            atComment = false
            break
          default:
            if (!atComment) afterEmptyLine = true
            atComment = false
        }
      }
      return { comment, afterEmptyLine }
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null
        this.atDirectives = false
        this.prelude = []
        this.errors = []
        this.warnings = []
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source)
          if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message))
          else this.errors.push(new errors.YAMLParseError(pos, code, message))
        }
        this.directives = new directives.Directives({ version: options.version || '1.2' })
        this.options = options
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude)
        if (comment) {
          const dc = doc.contents
          if (afterDoc) {
            doc.comment = doc.comment
              ? `${doc.comment}
${comment}`
              : comment
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0]
            if (identity.isPair(it)) it = it.key
            const cb = it.commentBefore
            it.commentBefore = cb
              ? `${comment}
${cb}`
              : comment
          } else {
            const cb = dc.commentBefore
            dc.commentBefore = cb
              ? `${comment}
${cb}`
              : comment
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i])
          for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i])
        } else {
          doc.errors = this.errors
          doc.warnings = this.warnings
        }
        this.prelude = []
        this.errors = []
        this.warnings = []
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings,
        }
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens) yield* this.next(token)
        yield* this.end(forceDoc, endOffset)
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM) console.dir(token, { depth: null })
        switch (token.type) {
          case 'directive':
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token)
              pos[0] += offset
              this.onError(pos, 'BAD_DIRECTIVE', message, warning)
            })
            this.prelude.push(token.source)
            this.atDirectives = true
            break
          case 'document': {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError)
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line')
            this.decorate(doc, false)
            if (this.doc) yield this.doc
            this.doc = doc
            this.atDirectives = false
            break
          }
          case 'byte-order-mark':
          case 'space':
            break
          case 'comment':
          case 'newline':
            this.prelude.push(token.source)
            break
          case 'error': {
            const msg = token.source
              ? `${token.message}: ${JSON.stringify(token.source)}`
              : token.message
            const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg)
            if (this.atDirectives || !this.doc) this.errors.push(error)
            else this.doc.errors.push(error)
            break
          }
          case 'doc-end': {
            if (!this.doc) {
              const msg = 'Unexpected doc-end without preceding document'
              this.errors.push(
                new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg),
              )
              break
            }
            this.doc.directives.docEnd = true
            const end = resolveEnd.resolveEnd(
              token.end,
              token.offset + token.source.length,
              this.doc.options.strict,
              this.onError,
            )
            this.decorate(this.doc, true)
            if (end.comment) {
              const dc = this.doc.comment
              this.doc.comment = dc
                ? `${dc}
${end.comment}`
                : end.comment
            }
            this.doc.range[2] = end.offset
            break
          }
          default:
            this.errors.push(
              new errors.YAMLParseError(
                getErrorPos(token),
                'UNEXPECTED_TOKEN',
                `Unsupported token ${token.type}`,
              ),
            )
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true)
          yield this.doc
          this.doc = null
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options)
          const doc = new Document.Document(void 0, opts)
          if (this.atDirectives)
            this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line')
          doc.range = [0, endOffset, endOffset]
          this.decorate(doc, false)
          yield doc
        }
      }
    }
    exports.Composer = Composer
  },
})

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  'node_modules/yaml/dist/parse/cst-scalar.js'(exports) {
    'use strict'
    var resolveBlockScalar = require_resolve_block_scalar()
    var resolveFlowScalar = require_resolve_flow_scalar()
    var errors = require_errors()
    var stringifyString = require_stringifyString()
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset
          if (onError) onError(offset, code, message)
          else throw new errors.YAMLParseError([offset, offset + 1], code, message)
        }
        switch (token.type) {
          case 'scalar':
          case 'single-quoted-scalar':
          case 'double-quoted-scalar':
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError)
          case 'block-scalar':
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError)
        }
      }
      return null
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context
      const source = stringifyString.stringifyString(
        { type, value },
        {
          implicitKey,
          indent: indent > 0 ? ' '.repeat(indent) : '',
          inFlow,
          options: { blockQuote: true, lineWidth: -1 },
        },
      )
      const end = context.end ?? [{ type: 'newline', offset: -1, indent, source: '\n' }]
      switch (source[0]) {
        case '|':
        case '>': {
          const he = source.indexOf('\n')
          const head = source.substring(0, he)
          const body = source.substring(he + 1) + '\n'
          const props = [{ type: 'block-scalar-header', offset, indent, source: head }]
          if (!addEndtoBlockProps(props, end))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' })
          return { type: 'block-scalar', offset, indent, props, source: body }
        }
        case '"':
          return { type: 'double-quoted-scalar', offset, indent, source, end }
        case "'":
          return { type: 'single-quoted-scalar', offset, indent, source, end }
        default:
          return { type: 'scalar', offset, indent, source, end }
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context
      let indent = 'indent' in token ? token.indent : null
      if (afterKey && typeof indent === 'number') indent += 2
      if (!type)
        switch (token.type) {
          case 'single-quoted-scalar':
            type = 'QUOTE_SINGLE'
            break
          case 'double-quoted-scalar':
            type = 'QUOTE_DOUBLE'
            break
          case 'block-scalar': {
            const header = token.props[0]
            if (header.type !== 'block-scalar-header')
              throw new Error('Invalid block scalar header')
            type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL'
            break
          }
          default:
            type = 'PLAIN'
        }
      const source = stringifyString.stringifyString(
        { type, value },
        {
          implicitKey: implicitKey || indent === null,
          indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
          inFlow,
          options: { blockQuote: true, lineWidth: -1 },
        },
      )
      switch (source[0]) {
        case '|':
        case '>':
          setBlockScalarValue(token, source)
          break
        case '"':
          setFlowScalarValue(token, source, 'double-quoted-scalar')
          break
        case "'":
          setFlowScalarValue(token, source, 'single-quoted-scalar')
          break
        default:
          setFlowScalarValue(token, source, 'scalar')
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf('\n')
      const head = source.substring(0, he)
      const body = source.substring(he + 1) + '\n'
      if (token.type === 'block-scalar') {
        const header = token.props[0]
        if (header.type !== 'block-scalar-header') throw new Error('Invalid block scalar header')
        header.source = head
        token.source = body
      } else {
        const { offset } = token
        const indent = 'indent' in token ? token.indent : -1
        const props = [{ type: 'block-scalar-header', offset, indent, source: head }]
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : void 0))
          props.push({ type: 'newline', offset: -1, indent, source: '\n' })
        for (const key of Object.keys(token))
          if (key !== 'type' && key !== 'offset') delete token[key]
        Object.assign(token, { type: 'block-scalar', indent, props, source: body })
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case 'space':
            case 'comment':
              props.push(st)
              break
            case 'newline':
              props.push(st)
              return true
          }
      return false
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
          token.type = type
          token.source = source
          break
        case 'block-scalar': {
          const end = token.props.slice(1)
          let oa = source.length
          if (token.props[0].type === 'block-scalar-header') oa -= token.props[0].source.length
          for (const tok of end) tok.offset += oa
          delete token.props
          Object.assign(token, { type, source, end })
          break
        }
        case 'block-map':
        case 'block-seq': {
          const offset = token.offset + source.length
          const nl = { type: 'newline', offset, indent: token.indent, source: '\n' }
          delete token.items
          Object.assign(token, { type, source, end: [nl] })
          break
        }
        default: {
          const indent = 'indent' in token ? token.indent : -1
          const end =
            'end' in token && Array.isArray(token.end)
              ? token.end.filter(
                  (st) => st.type === 'space' || st.type === 'comment' || st.type === 'newline',
                )
              : []
          for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset') delete token[key]
          Object.assign(token, { type, indent, source, end })
        }
      }
    }
    exports.createScalarToken = createScalarToken
    exports.resolveAsScalar = resolveAsScalar
    exports.setScalarValue = setScalarValue
  },
})

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  'node_modules/yaml/dist/parse/cst-stringify.js'(exports) {
    'use strict'
    var stringify = (cst) => ('type' in cst ? stringifyToken(cst) : stringifyItem(cst))
    function stringifyToken(token) {
      switch (token.type) {
        case 'block-scalar': {
          let res = ''
          for (const tok of token.props) res += stringifyToken(tok)
          return res + token.source
        }
        case 'block-map':
        case 'block-seq': {
          let res = ''
          for (const item of token.items) res += stringifyItem(item)
          return res
        }
        case 'flow-collection': {
          let res = token.start.source
          for (const item of token.items) res += stringifyItem(item)
          for (const st of token.end) res += st.source
          return res
        }
        case 'document': {
          let res = stringifyItem(token)
          if (token.end) for (const st of token.end) res += st.source
          return res
        }
        default: {
          let res = token.source
          if ('end' in token && token.end) for (const st of token.end) res += st.source
          return res
        }
      }
    }
    function stringifyItem({ start, key, sep, value }) {
      let res = ''
      for (const st of start) res += st.source
      if (key) res += stringifyToken(key)
      if (sep) for (const st of sep) res += st.source
      if (value) res += stringifyToken(value)
      return res
    }
    exports.stringify = stringify
  },
})

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  'node_modules/yaml/dist/parse/cst-visit.js'(exports) {
    'use strict'
    var BREAK = /* @__PURE__ */ Symbol('break visit')
    var SKIP = /* @__PURE__ */ Symbol('skip children')
    var REMOVE = /* @__PURE__ */ Symbol('remove item')
    function visit2(cst, visitor) {
      if ('type' in cst && cst.type === 'document') cst = { start: cst.start, value: cst.value }
      _visit(Object.freeze([]), cst, visitor)
    }
    visit2.BREAK = BREAK
    visit2.SKIP = SKIP
    visit2.REMOVE = REMOVE
    visit2.itemAtPath = (cst, path) => {
      let item = cst
      for (const [field, index] of path) {
        const tok = item?.[field]
        if (tok && 'items' in tok) {
          item = tok.items[index]
        } else return void 0
      }
      return item
    }
    visit2.parentCollection = (cst, path) => {
      const parent = visit2.itemAtPath(cst, path.slice(0, -1))
      const field = path[path.length - 1][0]
      const coll = parent?.[field]
      if (coll && 'items' in coll) return coll
      throw new Error('Parent collection not found')
    }
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path)
      if (typeof ctrl === 'symbol') return ctrl
      for (const field of ['key', 'value']) {
        const token = item[field]
        if (token && 'items' in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor)
            if (typeof ci === 'number') i = ci - 1
            else if (ci === BREAK) return BREAK
            else if (ci === REMOVE) {
              token.items.splice(i, 1)
              i -= 1
            }
          }
          if (typeof ctrl === 'function' && field === 'key') ctrl = ctrl(item, path)
        }
      }
      return typeof ctrl === 'function' ? ctrl(item, path) : ctrl
    }
    exports.visit = visit2
  },
})

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  'node_modules/yaml/dist/parse/cst.js'(exports) {
    'use strict'
    var cstScalar = require_cst_scalar()
    var cstStringify = require_cst_stringify()
    var cstVisit = require_cst_visit()
    var BOM = '\uFEFF'
    var DOCUMENT = ''
    var FLOW_END = ''
    var SCALAR = ''
    var isCollection = (token) => !!token && 'items' in token
    var isScalar4 = (token) =>
      !!token &&
      (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar')
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return '<BOM>'
        case DOCUMENT:
          return '<DOC>'
        case FLOW_END:
          return '<FLOW_END>'
        case SCALAR:
          return '<SCALAR>'
        default:
          return JSON.stringify(token)
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return 'byte-order-mark'
        case DOCUMENT:
          return 'doc-mode'
        case FLOW_END:
          return 'flow-error-end'
        case SCALAR:
          return 'scalar'
        case '---':
          return 'doc-start'
        case '...':
          return 'doc-end'
        case '':
        case '\n':
        case '\r\n':
          return 'newline'
        case '-':
          return 'seq-item-ind'
        case '?':
          return 'explicit-key-ind'
        case ':':
          return 'map-value-ind'
        case '{':
          return 'flow-map-start'
        case '}':
          return 'flow-map-end'
        case '[':
          return 'flow-seq-start'
        case ']':
          return 'flow-seq-end'
        case ',':
          return 'comma'
      }
      switch (source[0]) {
        case ' ':
        case '	':
          return 'space'
        case '#':
          return 'comment'
        case '%':
          return 'directive-line'
        case '*':
          return 'alias'
        case '&':
          return 'anchor'
        case '!':
          return 'tag'
        case "'":
          return 'single-quoted-scalar'
        case '"':
          return 'double-quoted-scalar'
        case '|':
        case '>':
          return 'block-scalar-header'
      }
      return null
    }
    exports.createScalarToken = cstScalar.createScalarToken
    exports.resolveAsScalar = cstScalar.resolveAsScalar
    exports.setScalarValue = cstScalar.setScalarValue
    exports.stringify = cstStringify.stringify
    exports.visit = cstVisit.visit
    exports.BOM = BOM
    exports.DOCUMENT = DOCUMENT
    exports.FLOW_END = FLOW_END
    exports.SCALAR = SCALAR
    exports.isCollection = isCollection
    exports.isScalar = isScalar4
    exports.prettyToken = prettyToken
    exports.tokenType = tokenType
  },
})

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  'node_modules/yaml/dist/parse/lexer.js'(exports) {
    'use strict'
    var cst = require_cst()
    function isEmpty2(ch) {
      switch (ch) {
        case void 0:
        case ' ':
        case '\n':
        case '\r':
        case '	':
          return true
        default:
          return false
      }
    }
    var hexDigits = new Set('0123456789ABCDEFabcdef')
    var tagChars = new Set(
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()",
    )
    var flowIndicatorChars = new Set(',[]{}')
    var invalidAnchorChars = new Set(' ,[]{}\n\r	')
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch)
    var Lexer = class {
      constructor() {
        this.atEnd = false
        this.blockScalarIndent = -1
        this.blockScalarKeep = false
        this.buffer = ''
        this.flowKey = false
        this.flowLevel = 0
        this.indentNext = 0
        this.indentValue = 0
        this.lineEndPos = null
        this.next = null
        this.pos = 0
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== 'string') throw TypeError('source is not a string')
          this.buffer = this.buffer ? this.buffer + source : source
          this.lineEndPos = null
        }
        this.atEnd = !incomplete
        let next = this.next ?? 'stream'
        while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next)
      }
      atLineEnd() {
        let i = this.pos
        let ch = this.buffer[i]
        while (ch === ' ' || ch === '	') ch = this.buffer[++i]
        if (!ch || ch === '#' || ch === '\n') return true
        if (ch === '\r') return this.buffer[i + 1] === '\n'
        return false
      }
      charAt(n2) {
        return this.buffer[this.pos + n2]
      }
      continueScalar(offset) {
        let ch = this.buffer[offset]
        if (this.indentNext > 0) {
          let indent = 0
          while (ch === ' ') ch = this.buffer[++indent + offset]
          if (ch === '\r') {
            const next = this.buffer[indent + offset + 1]
            if (next === '\n' || (!next && !this.atEnd)) return offset + indent + 1
          }
          return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
            ? offset + indent
            : -1
        }
        if (ch === '-' || ch === '.') {
          const dt = this.buffer.substr(offset, 3)
          if ((dt === '---' || dt === '...') && isEmpty2(this.buffer[offset + 3])) return -1
        }
        return offset
      }
      getLine() {
        let end = this.lineEndPos
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
          end = this.buffer.indexOf('\n', this.pos)
          this.lineEndPos = end
        }
        if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null
        if (this.buffer[end - 1] === '\r') end -= 1
        return this.buffer.substring(this.pos, end)
      }
      hasChars(n2) {
        return this.pos + n2 <= this.buffer.length
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos)
        this.pos = 0
        this.lineEndPos = null
        this.next = state
        return null
      }
      peek(n2) {
        return this.buffer.substr(this.pos, n2)
      }
      *parseNext(next) {
        switch (next) {
          case 'stream':
            return yield* this.parseStream()
          case 'line-start':
            return yield* this.parseLineStart()
          case 'block-start':
            return yield* this.parseBlockStart()
          case 'doc':
            return yield* this.parseDocument()
          case 'flow':
            return yield* this.parseFlowCollection()
          case 'quoted-scalar':
            return yield* this.parseQuotedScalar()
          case 'block-scalar':
            return yield* this.parseBlockScalar()
          case 'plain-scalar':
            return yield* this.parsePlainScalar()
        }
      }
      *parseStream() {
        let line = this.getLine()
        if (line === null) return this.setNext('stream')
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1)
          line = line.substring(1)
        }
        if (line[0] === '%') {
          let dirEnd = line.length
          let cs = line.indexOf('#')
          while (cs !== -1) {
            const ch = line[cs - 1]
            if (ch === ' ' || ch === '	') {
              dirEnd = cs - 1
              break
            } else {
              cs = line.indexOf('#', cs + 1)
            }
          }
          while (true) {
            const ch = line[dirEnd - 1]
            if (ch === ' ' || ch === '	') dirEnd -= 1
            else break
          }
          const n2 = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true))
          yield* this.pushCount(line.length - n2)
          this.pushNewline()
          return 'stream'
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true)
          yield* this.pushCount(line.length - sp)
          yield* this.pushNewline()
          return 'stream'
        }
        yield cst.DOCUMENT
        return yield* this.parseLineStart()
      }
      *parseLineStart() {
        const ch = this.charAt(0)
        if (!ch && !this.atEnd) return this.setNext('line-start')
        if (ch === '-' || ch === '.') {
          if (!this.atEnd && !this.hasChars(4)) return this.setNext('line-start')
          const s = this.peek(3)
          if ((s === '---' || s === '...') && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3)
            this.indentValue = 0
            this.indentNext = 0
            return s === '---' ? 'doc' : 'stream'
          }
        }
        this.indentValue = yield* this.pushSpaces(false)
        if (this.indentNext > this.indentValue && !isEmpty2(this.charAt(1)))
          this.indentNext = this.indentValue
        return yield* this.parseBlockStart()
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2)
        if (!ch1 && !this.atEnd) return this.setNext('block-start')
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty2(ch1)) {
          const n2 = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true))
          this.indentNext = this.indentValue + 1
          this.indentValue += n2
          return 'block-start'
        }
        return 'doc'
      }
      *parseDocument() {
        yield* this.pushSpaces(true)
        const line = this.getLine()
        if (line === null) return this.setNext('doc')
        let n2 = yield* this.pushIndicators()
        switch (line[n2]) {
          case '#':
            yield* this.pushCount(line.length - n2)
          // fallthrough
          case void 0:
            yield* this.pushNewline()
            return yield* this.parseLineStart()
          case '{':
          case '[':
            yield* this.pushCount(1)
            this.flowKey = false
            this.flowLevel = 1
            return 'flow'
          case '}':
          case ']':
            yield* this.pushCount(1)
            return 'doc'
          case '*':
            yield* this.pushUntil(isNotAnchorChar)
            return 'doc'
          case '"':
          case "'":
            return yield* this.parseQuotedScalar()
          case '|':
          case '>':
            n2 += yield* this.parseBlockScalarHeader()
            n2 += yield* this.pushSpaces(true)
            yield* this.pushCount(line.length - n2)
            yield* this.pushNewline()
            return yield* this.parseBlockScalar()
          default:
            return yield* this.parsePlainScalar()
        }
      }
      *parseFlowCollection() {
        let nl, sp
        let indent = -1
        do {
          nl = yield* this.pushNewline()
          if (nl > 0) {
            sp = yield* this.pushSpaces(false)
            this.indentValue = indent = sp
          } else {
            sp = 0
          }
          sp += yield* this.pushSpaces(true)
        } while (nl + sp > 0)
        const line = this.getLine()
        if (line === null) return this.setNext('flow')
        if (
          (indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
          (indent === 0 && (line.startsWith('---') || line.startsWith('...')) && isEmpty2(line[3]))
        ) {
          const atFlowEndMarker =
            indent === this.indentNext - 1 &&
            this.flowLevel === 1 &&
            (line[0] === ']' || line[0] === '}')
          if (!atFlowEndMarker) {
            this.flowLevel = 0
            yield cst.FLOW_END
            return yield* this.parseLineStart()
          }
        }
        let n2 = 0
        while (line[n2] === ',') {
          n2 += yield* this.pushCount(1)
          n2 += yield* this.pushSpaces(true)
          this.flowKey = false
        }
        n2 += yield* this.pushIndicators()
        switch (line[n2]) {
          case void 0:
            return 'flow'
          case '#':
            yield* this.pushCount(line.length - n2)
            return 'flow'
          case '{':
          case '[':
            yield* this.pushCount(1)
            this.flowKey = false
            this.flowLevel += 1
            return 'flow'
          case '}':
          case ']':
            yield* this.pushCount(1)
            this.flowKey = true
            this.flowLevel -= 1
            return this.flowLevel ? 'flow' : 'doc'
          case '*':
            yield* this.pushUntil(isNotAnchorChar)
            return 'flow'
          case '"':
          case "'":
            this.flowKey = true
            return yield* this.parseQuotedScalar()
          case ':': {
            const next = this.charAt(1)
            if (this.flowKey || isEmpty2(next) || next === ',') {
              this.flowKey = false
              yield* this.pushCount(1)
              yield* this.pushSpaces(true)
              return 'flow'
            }
          }
          // fallthrough
          default:
            this.flowKey = false
            return yield* this.parsePlainScalar()
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0)
        let end = this.buffer.indexOf(quote2, this.pos + 1)
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2)
        } else {
          while (end !== -1) {
            let n2 = 0
            while (this.buffer[end - 1 - n2] === '\\') n2 += 1
            if (n2 % 2 === 0) break
            end = this.buffer.indexOf('"', end + 1)
          }
        }
        const qb = this.buffer.substring(0, end)
        let nl = qb.indexOf('\n', this.pos)
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1)
            if (cs === -1) break
            nl = qb.indexOf('\n', cs)
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === '\r' ? 2 : 1)
          }
        }
        if (end === -1) {
          if (!this.atEnd) return this.setNext('quoted-scalar')
          end = this.buffer.length
        }
        yield* this.pushToIndex(end + 1, false)
        return this.flowLevel ? 'flow' : 'doc'
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1
        this.blockScalarKeep = false
        let i = this.pos
        while (true) {
          const ch = this.buffer[++i]
          if (ch === '+') this.blockScalarKeep = true
          else if (ch > '0' && ch <= '9') this.blockScalarIndent = Number(ch) - 1
          else if (ch !== '-') break
        }
        return yield* this.pushUntil((ch) => isEmpty2(ch) || ch === '#')
      }
      *parseBlockScalar() {
        let nl = this.pos - 1
        let indent = 0
        let ch
        loop: for (let i2 = this.pos; (ch = this.buffer[i2]); ++i2) {
          switch (ch) {
            case ' ':
              indent += 1
              break
            case '\n':
              nl = i2
              indent = 0
              break
            case '\r': {
              const next = this.buffer[i2 + 1]
              if (!next && !this.atEnd) return this.setNext('block-scalar')
              if (next === '\n') break
            }
            // fallthrough
            default:
              break loop
          }
        }
        if (!ch && !this.atEnd) return this.setNext('block-scalar')
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1) this.indentNext = indent
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext)
          }
          do {
            const cs = this.continueScalar(nl + 1)
            if (cs === -1) break
            nl = this.buffer.indexOf('\n', cs)
          } while (nl !== -1)
          if (nl === -1) {
            if (!this.atEnd) return this.setNext('block-scalar')
            nl = this.buffer.length
          }
        }
        let i = nl + 1
        ch = this.buffer[i]
        while (ch === ' ') ch = this.buffer[++i]
        if (ch === '	') {
          while (ch === '	' || ch === ' ' || ch === '\r' || ch === '\n') ch = this.buffer[++i]
          nl = i - 1
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1
            let ch2 = this.buffer[i2]
            if (ch2 === '\r') ch2 = this.buffer[--i2]
            const lastChar = i2
            while (ch2 === ' ') ch2 = this.buffer[--i2]
            if (ch2 === '\n' && i2 >= this.pos && i2 + 1 + indent > lastChar) nl = i2
            else break
          } while (true)
        }
        yield cst.SCALAR
        yield* this.pushToIndex(nl + 1, true)
        return yield* this.parseLineStart()
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0
        let end = this.pos - 1
        let i = this.pos - 1
        let ch
        while ((ch = this.buffer[++i])) {
          if (ch === ':') {
            const next = this.buffer[i + 1]
            if (isEmpty2(next) || (inFlow && flowIndicatorChars.has(next))) break
            end = i
          } else if (isEmpty2(ch)) {
            let next = this.buffer[i + 1]
            if (ch === '\r') {
              if (next === '\n') {
                i += 1
                ch = '\n'
                next = this.buffer[i + 1]
              } else end = i
            }
            if (next === '#' || (inFlow && flowIndicatorChars.has(next))) break
            if (ch === '\n') {
              const cs = this.continueScalar(i + 1)
              if (cs === -1) break
              i = Math.max(i, cs - 2)
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch)) break
            end = i
          }
        }
        if (!ch && !this.atEnd) return this.setNext('plain-scalar')
        yield cst.SCALAR
        yield* this.pushToIndex(end + 1, true)
        return inFlow ? 'flow' : 'doc'
      }
      *pushCount(n2) {
        if (n2 > 0) {
          yield this.buffer.substr(this.pos, n2)
          this.pos += n2
          return n2
        }
        return 0
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i)
        if (s) {
          yield s
          this.pos += s.length
          return s.length
        } else if (allowEmpty) yield ''
        return 0
      }
      *pushIndicators() {
        let n2 = 0
        loop: while (true) {
          switch (this.charAt(0)) {
            case '!':
              n2 += yield* this.pushTag()
              n2 += yield* this.pushSpaces(true)
              continue loop
            case '&':
              n2 += yield* this.pushUntil(isNotAnchorChar)
              n2 += yield* this.pushSpaces(true)
              continue loop
            case '-':
            // this is an error
            case '?':
            // this is an error outside flow collections
            case ':': {
              const inFlow = this.flowLevel > 0
              const ch1 = this.charAt(1)
              if (isEmpty2(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                if (!inFlow) this.indentNext = this.indentValue + 1
                else if (this.flowKey) this.flowKey = false
                n2 += yield* this.pushCount(1)
                n2 += yield* this.pushSpaces(true)
                continue loop
              }
            }
          }
          break loop
        }
        return n2
      }
      *pushTag() {
        if (this.charAt(1) === '<') {
          let i = this.pos + 2
          let ch = this.buffer[i]
          while (!isEmpty2(ch) && ch !== '>') ch = this.buffer[++i]
          return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false)
        } else {
          let i = this.pos + 1
          let ch = this.buffer[i]
          while (ch) {
            if (tagChars.has(ch)) ch = this.buffer[++i]
            else if (
              ch === '%' &&
              hexDigits.has(this.buffer[i + 1]) &&
              hexDigits.has(this.buffer[i + 2])
            ) {
              ch = this.buffer[(i += 3)]
            } else break
          }
          return yield* this.pushToIndex(i, false)
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos]
        if (ch === '\n') return yield* this.pushCount(1)
        else if (ch === '\r' && this.charAt(1) === '\n') return yield* this.pushCount(2)
        else return 0
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1
        let ch
        do {
          ch = this.buffer[++i]
        } while (ch === ' ' || (allowTabs && ch === '	'))
        const n2 = i - this.pos
        if (n2 > 0) {
          yield this.buffer.substr(this.pos, n2)
          this.pos = i
        }
        return n2
      }
      *pushUntil(test) {
        let i = this.pos
        let ch = this.buffer[i]
        while (!test(ch)) ch = this.buffer[++i]
        return yield* this.pushToIndex(i, false)
      }
    }
    exports.Lexer = Lexer
  },
})

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  'node_modules/yaml/dist/parse/line-counter.js'(exports) {
    'use strict'
    var LineCounter = class {
      constructor() {
        this.lineStarts = []
        this.addNewLine = (offset) => this.lineStarts.push(offset)
        this.linePos = (offset) => {
          let low = 0
          let high = this.lineStarts.length
          while (low < high) {
            const mid = (low + high) >> 1
            if (this.lineStarts[mid] < offset) low = mid + 1
            else high = mid
          }
          if (this.lineStarts[low] === offset) return { line: low + 1, col: 1 }
          if (low === 0) return { line: 0, col: offset }
          const start = this.lineStarts[low - 1]
          return { line: low, col: offset - start + 1 }
        }
      }
    }
    exports.LineCounter = LineCounter
  },
})

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  'node_modules/yaml/dist/parse/parser.js'(exports) {
    'use strict'
    var node_process = __require('process')
    var cst = require_cst()
    var lexer = require_lexer()
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true
      return false
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case 'space':
          case 'comment':
          case 'newline':
            break
          default:
            return i
        }
      }
      return -1
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
          return true
        default:
          return false
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case 'document':
          return parent.start
        case 'block-map': {
          const it = parent.items[parent.items.length - 1]
          return it.sep ?? it.start
        }
        case 'block-seq':
          return parent.items[parent.items.length - 1].start
        /* istanbul ignore next should not happen */
        default:
          return []
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0) return []
      let i = prev.length
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case 'doc-start':
          case 'explicit-key-ind':
          case 'map-value-ind':
          case 'seq-item-ind':
          case 'newline':
            break loop
        }
      }
      while (prev[++i]?.type === 'space') {}
      return prev.splice(i, prev.length)
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5) Array.prototype.push.apply(target, source)
      else for (let i = 0; i < source.length; ++i) target.push(source[i])
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
          if (
            it.sep &&
            !it.value &&
            !includesToken(it.start, 'explicit-key-ind') &&
            !includesToken(it.sep, 'map-value-ind')
          ) {
            if (it.key) it.value = it.key
            delete it.key
            if (isFlowToken(it.value)) {
              if (it.value.end) arrayPushArray(it.value.end, it.sep)
              else it.value.end = it.sep
            } else arrayPushArray(it.start, it.sep)
            delete it.sep
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true
        this.atScalar = false
        this.indent = 0
        this.offset = 0
        this.onKeyLine = false
        this.stack = []
        this.source = ''
        this.type = ''
        this.lexer = new lexer.Lexer()
        this.onNewLine = onNewLine
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0) this.onNewLine(0)
        for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme)
        if (!incomplete) yield* this.end()
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source
        if (node_process.env.LOG_TOKENS) console.log('|', cst.prettyToken(source))
        if (this.atScalar) {
          this.atScalar = false
          yield* this.step()
          this.offset += source.length
          return
        }
        const type = cst.tokenType(source)
        if (!type) {
          const message = `Not a YAML token: ${source}`
          yield* this.pop({ type: 'error', offset: this.offset, message, source })
          this.offset += source.length
        } else if (type === 'scalar') {
          this.atNewLine = false
          this.atScalar = true
          this.type = 'scalar'
        } else {
          this.type = type
          yield* this.step()
          switch (type) {
            case 'newline':
              this.atNewLine = true
              this.indent = 0
              if (this.onNewLine) this.onNewLine(this.offset + source.length)
              break
            case 'space':
              if (this.atNewLine && source[0] === ' ') this.indent += source.length
              break
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
              if (this.atNewLine) this.indent += source.length
              break
            case 'doc-mode':
            case 'flow-error-end':
              return
            default:
              this.atNewLine = false
          }
          this.offset += source.length
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0) yield* this.pop()
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source,
        }
        return st
      }
      *step() {
        const top = this.peek(1)
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
          while (this.stack.length > 0) yield* this.pop()
          this.stack.push({
            type: 'doc-end',
            offset: this.offset,
            source: this.source,
          })
          return
        }
        if (!top) return yield* this.stream()
        switch (top.type) {
          case 'document':
            return yield* this.document(top)
          case 'alias':
          case 'scalar':
          case 'single-quoted-scalar':
          case 'double-quoted-scalar':
            return yield* this.scalar(top)
          case 'block-scalar':
            return yield* this.blockScalar(top)
          case 'block-map':
            return yield* this.blockMap(top)
          case 'block-seq':
            return yield* this.blockSequence(top)
          case 'flow-collection':
            return yield* this.flowCollection(top)
          case 'doc-end':
            return yield* this.documentEnd(top)
        }
        yield* this.pop()
      }
      peek(n2) {
        return this.stack[this.stack.length - n2]
      }
      *pop(error) {
        const token = error ?? this.stack.pop()
        if (!token) {
          const message = 'Tried to pop an empty stack'
          yield { type: 'error', offset: this.offset, source: '', message }
        } else if (this.stack.length === 0) {
          yield token
        } else {
          const top = this.peek(1)
          if (token.type === 'block-scalar') {
            token.indent = 'indent' in top ? top.indent : 0
          } else if (token.type === 'flow-collection' && top.type === 'document') {
            token.indent = 0
          }
          if (token.type === 'flow-collection') fixFlowSeqItems(token)
          switch (top.type) {
            case 'document':
              top.value = token
              break
            case 'block-scalar':
              top.props.push(token)
              break
            case 'block-map': {
              const it = top.items[top.items.length - 1]
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] })
                this.onKeyLine = true
                return
              } else if (it.sep) {
                it.value = token
              } else {
                Object.assign(it, { key: token, sep: [] })
                this.onKeyLine = !it.explicitKey
                return
              }
              break
            }
            case 'block-seq': {
              const it = top.items[top.items.length - 1]
              if (it.value) top.items.push({ start: [], value: token })
              else it.value = token
              break
            }
            case 'flow-collection': {
              const it = top.items[top.items.length - 1]
              if (!it || it.value) top.items.push({ start: [], key: token, sep: [] })
              else if (it.sep) it.value = token
              else Object.assign(it, { key: token, sep: [] })
              return
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop()
              yield* this.pop(token)
          }
          if (
            (top.type === 'document' || top.type === 'block-map' || top.type === 'block-seq') &&
            (token.type === 'block-map' || token.type === 'block-seq')
          ) {
            const last = token.items[token.items.length - 1]
            if (
              last &&
              !last.sep &&
              !last.value &&
              last.start.length > 0 &&
              findNonEmptyIndex(last.start) === -1 &&
              (token.indent === 0 ||
                last.start.every((st) => st.type !== 'comment' || st.indent < token.indent))
            ) {
              if (top.type === 'document') top.end = last.start
              else top.items.push({ start: last.start })
              token.items.splice(-1, 1)
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case 'directive-line':
            yield { type: 'directive', offset: this.offset, source: this.source }
            return
          case 'byte-order-mark':
          case 'space':
          case 'comment':
          case 'newline':
            yield this.sourceToken
            return
          case 'doc-mode':
          case 'doc-start': {
            const doc = {
              type: 'document',
              offset: this.offset,
              start: [],
            }
            if (this.type === 'doc-start') doc.start.push(this.sourceToken)
            this.stack.push(doc)
            return
          }
        }
        yield {
          type: 'error',
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source,
        }
      }
      *document(doc) {
        if (doc.value) return yield* this.lineEnd(doc)
        switch (this.type) {
          case 'doc-start': {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop()
              yield* this.step()
            } else doc.start.push(this.sourceToken)
            return
          }
          case 'anchor':
          case 'tag':
          case 'space':
          case 'comment':
          case 'newline':
            doc.start.push(this.sourceToken)
            return
        }
        const bv = this.startBlockValue(doc)
        if (bv) this.stack.push(bv)
        else {
          yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source,
          }
        }
      }
      *scalar(scalar) {
        if (this.type === 'map-value-ind') {
          const prev = getPrevProps(this.peek(2))
          const start = getFirstKeyStartProps(prev)
          let sep
          if (scalar.end) {
            sep = scalar.end
            sep.push(this.sourceToken)
            delete scalar.end
          } else sep = [this.sourceToken]
          const map = {
            type: 'block-map',
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }],
          }
          this.onKeyLine = true
          this.stack[this.stack.length - 1] = map
        } else yield* this.lineEnd(scalar)
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case 'space':
          case 'comment':
          case 'newline':
            scalar.props.push(this.sourceToken)
            return
          case 'scalar':
            scalar.source = this.source
            this.atNewLine = true
            this.indent = 0
            if (this.onNewLine) {
              let nl = this.source.indexOf('\n') + 1
              while (nl !== 0) {
                this.onNewLine(this.offset + nl)
                nl = this.source.indexOf('\n', nl) + 1
              }
            }
            yield* this.pop()
            break
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop()
            yield* this.step()
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1]
        switch (this.type) {
          case 'newline':
            this.onKeyLine = false
            if (it.value) {
              const end = 'end' in it.value ? it.value.end : void 0
              const last = Array.isArray(end) ? end[end.length - 1] : void 0
              if (last?.type === 'comment') end?.push(this.sourceToken)
              else map.items.push({ start: [this.sourceToken] })
            } else if (it.sep) {
              it.sep.push(this.sourceToken)
            } else {
              it.start.push(this.sourceToken)
            }
            return
          case 'space':
          case 'comment':
            if (it.value) {
              map.items.push({ start: [this.sourceToken] })
            } else if (it.sep) {
              it.sep.push(this.sourceToken)
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2]
                const end = prev?.value?.end
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start)
                  end.push(this.sourceToken)
                  map.items.pop()
                  return
                }
              }
              it.start.push(this.sourceToken)
            }
            return
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent
          const atNextItem =
            atMapIndent && (it.sep || it.explicitKey) && this.type !== 'seq-item-ind'
          let start = []
          if (atNextItem && it.sep && !it.value) {
            const nl = []
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i]
              switch (st.type) {
                case 'newline':
                  nl.push(i)
                  break
                case 'space':
                  break
                case 'comment':
                  if (st.indent > map.indent) nl.length = 0
                  break
                default:
                  nl.length = 0
              }
            }
            if (nl.length >= 2) start = it.sep.splice(nl[1])
          }
          switch (this.type) {
            case 'anchor':
            case 'tag':
              if (atNextItem || it.value) {
                start.push(this.sourceToken)
                map.items.push({ start })
                this.onKeyLine = true
              } else if (it.sep) {
                it.sep.push(this.sourceToken)
              } else {
                it.start.push(this.sourceToken)
              }
              return
            case 'explicit-key-ind':
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken)
                it.explicitKey = true
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken)
                map.items.push({ start, explicitKey: true })
              } else {
                this.stack.push({
                  type: 'block-map',
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }],
                })
              }
              this.onKeyLine = true
              return
            case 'map-value-ind':
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, 'newline')) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] })
                  } else {
                    const start2 = getFirstKeyStartProps(it.start)
                    this.stack.push({
                      type: 'block-map',
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }],
                    })
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] })
                } else if (includesToken(it.sep, 'map-value-ind')) {
                  this.stack.push({
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }],
                  })
                } else if (isFlowToken(it.key) && !includesToken(it.sep, 'newline')) {
                  const start2 = getFirstKeyStartProps(it.start)
                  const key = it.key
                  const sep = it.sep
                  sep.push(this.sourceToken)
                  delete it.key
                  delete it.sep
                  this.stack.push({
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }],
                  })
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken)
                } else {
                  it.sep.push(this.sourceToken)
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] })
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] })
                } else if (includesToken(it.sep, 'map-value-ind')) {
                  this.stack.push({
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }],
                  })
                } else {
                  it.sep.push(this.sourceToken)
                }
              }
              this.onKeyLine = true
              return
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar': {
              const fs = this.flowScalar(this.type)
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] })
                this.onKeyLine = true
              } else if (it.sep) {
                this.stack.push(fs)
              } else {
                Object.assign(it, { key: fs, sep: [] })
                this.onKeyLine = true
              }
              return
            }
            default: {
              const bv = this.startBlockValue(map)
              if (bv) {
                if (bv.type === 'block-seq') {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, 'newline')) {
                    yield* this.pop({
                      type: 'error',
                      offset: this.offset,
                      message: 'Unexpected block-seq-ind on same line with key',
                      source: this.source,
                    })
                    return
                  }
                } else if (atMapIndent) {
                  map.items.push({ start })
                }
                this.stack.push(bv)
                return
              }
            }
          }
        }
        yield* this.pop()
        yield* this.step()
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1]
        switch (this.type) {
          case 'newline':
            if (it.value) {
              const end = 'end' in it.value ? it.value.end : void 0
              const last = Array.isArray(end) ? end[end.length - 1] : void 0
              if (last?.type === 'comment') end?.push(this.sourceToken)
              else seq.items.push({ start: [this.sourceToken] })
            } else it.start.push(this.sourceToken)
            return
          case 'space':
          case 'comment':
            if (it.value) seq.items.push({ start: [this.sourceToken] })
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2]
                const end = prev?.value?.end
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start)
                  end.push(this.sourceToken)
                  seq.items.pop()
                  return
                }
              }
              it.start.push(this.sourceToken)
            }
            return
          case 'anchor':
          case 'tag':
            if (it.value || this.indent <= seq.indent) break
            it.start.push(this.sourceToken)
            return
          case 'seq-item-ind':
            if (this.indent !== seq.indent) break
            if (it.value || includesToken(it.start, 'seq-item-ind'))
              seq.items.push({ start: [this.sourceToken] })
            else it.start.push(this.sourceToken)
            return
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq)
          if (bv) {
            this.stack.push(bv)
            return
          }
        }
        yield* this.pop()
        yield* this.step()
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1]
        if (this.type === 'flow-error-end') {
          let top
          do {
            yield* this.pop()
            top = this.peek(1)
          } while (top?.type === 'flow-collection')
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case 'comma':
            case 'explicit-key-ind':
              if (!it || it.sep) fc.items.push({ start: [this.sourceToken] })
              else it.start.push(this.sourceToken)
              return
            case 'map-value-ind':
              if (!it || it.value) fc.items.push({ start: [], key: null, sep: [this.sourceToken] })
              else if (it.sep) it.sep.push(this.sourceToken)
              else Object.assign(it, { key: null, sep: [this.sourceToken] })
              return
            case 'space':
            case 'comment':
            case 'newline':
            case 'anchor':
            case 'tag':
              if (!it || it.value) fc.items.push({ start: [this.sourceToken] })
              else if (it.sep) it.sep.push(this.sourceToken)
              else it.start.push(this.sourceToken)
              return
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar': {
              const fs = this.flowScalar(this.type)
              if (!it || it.value) fc.items.push({ start: [], key: fs, sep: [] })
              else if (it.sep) this.stack.push(fs)
              else Object.assign(it, { key: fs, sep: [] })
              return
            }
            case 'flow-map-end':
            case 'flow-seq-end':
              fc.end.push(this.sourceToken)
              return
          }
          const bv = this.startBlockValue(fc)
          if (bv) this.stack.push(bv)
          else {
            yield* this.pop()
            yield* this.step()
          }
        } else {
          const parent = this.peek(2)
          if (
            parent.type === 'block-map' &&
            ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
              (this.type === 'newline' && !parent.items[parent.items.length - 1].sep))
          ) {
            yield* this.pop()
            yield* this.step()
          } else if (this.type === 'map-value-ind' && parent.type !== 'flow-collection') {
            const prev = getPrevProps(parent)
            const start = getFirstKeyStartProps(prev)
            fixFlowSeqItems(fc)
            const sep = fc.end.splice(1, fc.end.length)
            sep.push(this.sourceToken)
            const map = {
              type: 'block-map',
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }],
            }
            this.onKeyLine = true
            this.stack[this.stack.length - 1] = map
          } else {
            yield* this.lineEnd(fc)
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf('\n') + 1
          while (nl !== 0) {
            this.onNewLine(this.offset + nl)
            nl = this.source.indexOf('\n', nl) + 1
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source,
        }
      }
      startBlockValue(parent) {
        switch (this.type) {
          case 'alias':
          case 'scalar':
          case 'single-quoted-scalar':
          case 'double-quoted-scalar':
            return this.flowScalar(this.type)
          case 'block-scalar-header':
            return {
              type: 'block-scalar',
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: '',
            }
          case 'flow-map-start':
          case 'flow-seq-start':
            return {
              type: 'flow-collection',
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: [],
            }
          case 'seq-item-ind':
            return {
              type: 'block-seq',
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }],
            }
          case 'explicit-key-ind': {
            this.onKeyLine = true
            const prev = getPrevProps(parent)
            const start = getFirstKeyStartProps(prev)
            start.push(this.sourceToken)
            return {
              type: 'block-map',
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }],
            }
          }
          case 'map-value-ind': {
            this.onKeyLine = true
            const prev = getPrevProps(parent)
            const start = getFirstKeyStartProps(prev)
            return {
              type: 'block-map',
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }],
            }
          }
        }
        return null
      }
      atIndentedComment(start, indent) {
        if (this.type !== 'comment') return false
        if (this.indent <= indent) return false
        return start.every((st) => st.type === 'newline' || st.type === 'space')
      }
      *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
          if (docEnd.end) docEnd.end.push(this.sourceToken)
          else docEnd.end = [this.sourceToken]
          if (this.type === 'newline') yield* this.pop()
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case 'comma':
          case 'doc-start':
          case 'doc-end':
          case 'flow-seq-end':
          case 'flow-map-end':
          case 'map-value-ind':
            yield* this.pop()
            yield* this.step()
            break
          case 'newline':
            this.onKeyLine = false
          // fallthrough
          case 'space':
          case 'comment':
          default:
            if (token.end) token.end.push(this.sourceToken)
            else token.end = [this.sourceToken]
            if (this.type === 'newline') yield* this.pop()
        }
      }
    }
    exports.Parser = Parser
  },
})

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  'node_modules/yaml/dist/public-api.js'(exports) {
    'use strict'
    var composer = require_composer()
    var Document = require_Document()
    var errors = require_errors()
    var log = require_log()
    var identity = require_identity()
    var lineCounter = require_line_counter()
    var parser = require_parser()
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false
      const lineCounter$1 =
        options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null
      return { lineCounter: lineCounter$1, prettyErrors }
    }
    function parseAllDocuments2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options)
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine)
      const composer$1 = new composer.Composer(options)
      const docs = Array.from(composer$1.compose(parser$1.parse(source)))
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2))
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2))
        }
      if (docs.length > 0) return docs
      return Object.assign([], { empty: true }, composer$1.streamInfo())
    }
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options)
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine)
      const composer$1 = new composer.Composer(options)
      let doc = null
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc) doc = _doc
        else if (doc.options.logLevel !== 'silent') {
          doc.errors.push(
            new errors.YAMLParseError(
              _doc.range.slice(0, 2),
              'MULTIPLE_DOCS',
              'Source contains multiple documents; please use YAML.parseAllDocuments()',
            ),
          )
          break
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2))
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2))
      }
      return doc
    }
    function parse(src, reviver, options) {
      let _reviver = void 0
      if (typeof reviver === 'function') {
        _reviver = reviver
      } else if (options === void 0 && reviver && typeof reviver === 'object') {
        options = reviver
      }
      const doc = parseDocument(src, options)
      if (!doc) return null
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning))
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent') throw doc.errors[0]
        else doc.errors = []
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options))
    }
    function stringify(value, replacer, options) {
      let _replacer = null
      if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer
      } else if (options === void 0 && replacer) {
        options = replacer
      }
      if (typeof options === 'string') options = options.length
      if (typeof options === 'number') {
        const indent = Math.round(options)
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent }
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {}
        if (!keepUndefined) return void 0
      }
      if (identity.isDocument(value) && !_replacer) return value.toString(options)
      return new Document.Document(value, _replacer, options).toString(options)
    }
    exports.parse = parse
    exports.parseAllDocuments = parseAllDocuments2
    exports.parseDocument = parseDocument
    exports.stringify = stringify
  },
})

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  'node_modules/yaml/dist/index.js'(exports) {
    'use strict'
    var composer = require_composer()
    var Document = require_Document()
    var Schema = require_Schema()
    var errors = require_errors()
    var Alias = require_Alias()
    var identity = require_identity()
    var Pair = require_Pair()
    var Scalar = require_Scalar()
    var YAMLMap = require_YAMLMap()
    var YAMLSeq = require_YAMLSeq()
    var cst = require_cst()
    var lexer = require_lexer()
    var lineCounter = require_line_counter()
    var parser = require_parser()
    var publicApi = require_public_api()
    var visit2 = require_visit()
    exports.Composer = composer.Composer
    exports.Document = Document.Document
    exports.Schema = Schema.Schema
    exports.YAMLError = errors.YAMLError
    exports.YAMLParseError = errors.YAMLParseError
    exports.YAMLWarning = errors.YAMLWarning
    exports.Alias = Alias.Alias
    exports.isAlias = identity.isAlias
    exports.isCollection = identity.isCollection
    exports.isDocument = identity.isDocument
    exports.isMap = identity.isMap
    exports.isNode = identity.isNode
    exports.isPair = identity.isPair
    exports.isScalar = identity.isScalar
    exports.isSeq = identity.isSeq
    exports.Pair = Pair.Pair
    exports.Scalar = Scalar.Scalar
    exports.YAMLMap = YAMLMap.YAMLMap
    exports.YAMLSeq = YAMLSeq.YAMLSeq
    exports.CST = cst
    exports.Lexer = lexer.Lexer
    exports.LineCounter = lineCounter.LineCounter
    exports.Parser = parser.Parser
    exports.parse = publicApi.parse
    exports.parseAllDocuments = publicApi.parseAllDocuments
    exports.parseDocument = publicApi.parseDocument
    exports.stringify = publicApi.stringify
    exports.visit = visit2.visit
    exports.visitAsync = visit2.visitAsync
  },
})

// ../../tmp/perf/driver.ts
import { readFileSync } from 'node:fs'

// api/address.ts
var import_ipaddr = __toESM(require_ipaddr(), 1)
var ADDRESS_BITS = { IPv4: 32, IPv6: 128 }
function isRefused(value) {
  return 'refused' in value
}
var FOUR_DECIMALS = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
function parseAddress(text) {
  if (FOUR_DECIMALS.test(text)) return fromIPv4Text(text)
  if (!text.includes(':')) return { refused: 'notAnAddress' }
  if (text.includes('%')) return { refused: 'zoneNotAllowed' }
  return parseIPv6(text)
}
function fromIPv4Text(text) {
  let value = 0
  let part = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code !== FULL_STOP) part = part * 10 + code - DIGIT_ZERO
    else {
      value = value * 256 + part
      part = 0
    }
  }
  return { family: 'IPv4', value: BigInt(value * 256 + part), text }
}
var FULL_STOP = 46
var DIGIT_ZERO = 48
function parseIPv6(text) {
  if (!import_ipaddr.default.IPv6.isValid(text) || hasLooseIPv4(text))
    return { refused: 'notAnAddress' }
  const address = import_ipaddr.default.IPv6.parse(text)
  if (address.isIPv4MappedAddress()) return { refused: 'ipv4MappedAddress' }
  return { family: 'IPv6', value: toBigInt(address.toByteArray()), text: address.toRFC5952String() }
}
function hasLooseIPv4(text) {
  return text.includes('.') && !FOUR_DECIMALS.test(text.slice(text.lastIndexOf(':') + 1))
}
function toBigInt(bytes) {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}
function addressOf(family, value) {
  if (family === 'IPv4') return { family, value, text: ipv4Text(Number(value)) }
  const text = new import_ipaddr.default.IPv6([
    ...addressBytes({ family, value }),
  ]).toRFC5952String()
  return { family, value, text }
}
function ipv4Text(value) {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}
function addressBytes({ family, value }) {
  const bytes = new Uint8Array(ADDRESS_BITS[family] / 8)
  const view = new DataView(bytes.buffer)
  if (family === 'IPv4') view.setUint32(0, Number(value))
  else {
    view.setBigUint64(0, value >> 64n)
    view.setBigUint64(8, value)
  }
  return bytes
}
function compareAddresses(a, b) {
  if (a.family !== b.family) return a.family === 'IPv4' ? -1 : 1
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}
function parsePrefix(text) {
  const [addressText = '', lengthText = ''] = text.split('/', 2)
  const address = parseAddress(addressText)
  if (isRefused(address)) return address
  if (!/^(0|[1-9]\d{0,2})$/.test(lengthText) || text.split('/').length !== 2)
    return { refused: 'badPrefixLength' }
  const length = Number(lengthText)
  if (length > ADDRESS_BITS[address.family]) return { refused: 'badPrefixLength' }
  const network = networkOf(address, length)
  if (network.value !== address.value) return { refused: 'hostBitsSet' }
  return { network, length }
}
function networkOf(address, length) {
  const host = hostMask(address.family, length)
  return addressOf(address.family, address.value & ~host)
}
function hostMask(family, length) {
  return (1n << BigInt(ADDRESS_BITS[family] - length)) - 1n
}
function rangeOfPrefix(prefix) {
  const { family, value } = prefix.network
  return { first: prefix.network, last: addressOf(family, value | hostMask(family, prefix.length)) }
}
function parseRange(text) {
  if (text.includes('/')) {
    const prefix = parsePrefix(text)
    return isRefused(prefix) ? prefix : rangeOfPrefix(prefix)
  }
  const [firstText = '', lastText = firstText, ...rest] = text.split('-')
  if (rest.length > 0) return { refused: 'notAnAddress' }
  const first = parseAddress(firstText.trim())
  if (isRefused(first)) return first
  const last = parseAddress(lastText.trim())
  if (isRefused(last)) return last
  return checkRange(first, last)
}
function checkRange(first, last) {
  if (first.family !== last.family) return { refused: 'mixedFamilies' }
  if (first.value > last.value) return { refused: 'startAfterEnd' }
  return { first, last }
}
function contains(range, address) {
  return (
    range.first.family === address.family &&
    range.first.value <= address.value &&
    address.value <= range.last.value
  )
}
function intersection(a, b) {
  if (a.first.family !== b.first.family) return void 0
  const first = a.first.value >= b.first.value ? a.first : b.first
  const last = a.last.value <= b.last.value ? a.last : b.last
  return first.value <= last.value ? { first, last } : void 0
}
function subtract(ranges, removed) {
  const holes = mergeRanges(removed)
  let next = 0
  return mergeRanges(ranges).flatMap((range) => {
    while (next < holes.length && compareAddresses(holes[next].last, range.first) < 0) next++
    return withoutHoles(range, holesIn(range, holes, next))
  })
}
function holesIn(range, holes, from) {
  const met = []
  for (let index = from; index < holes.length; index++) {
    const hole = holes[index]
    if (intersection(hole, range) === void 0) break
    met.push(hole)
  }
  return met
}
function withoutHoles(range, holes) {
  if (holes.length === 0) return [range]
  const family = range.first.family
  const left = []
  let start = range.first.value
  for (const hole of holes) {
    if (hole.first.value > start) left.push(rangeOf(family, start, hole.first.value - 1n))
    start = hole.last.value + 1n
  }
  if (start <= range.last.value) left.push(rangeOf(family, start, range.last.value))
  return left
}
function rangeOf(family, first, last) {
  return { first: addressOf(family, first), last: addressOf(family, last) }
}
function mergeRanges(ranges) {
  const merged = []
  for (const range of [...ranges].sort(compareRanges)) {
    const before = merged.at(-1)
    if (before === void 0 || !touches(before, range)) merged.push(range)
    else if (range.last.value > before.last.value)
      merged[merged.length - 1] = { first: before.first, last: range.last }
  }
  return merged
}
function compareRanges(a, b) {
  return compareAddresses(a.first, b.first) || compareAddresses(a.last, b.last)
}
function touches(before, range) {
  return before.first.family === range.first.family && range.first.value <= before.last.value + 1n
}
function rangeSize(range) {
  return range.last.value - range.first.value + 1n
}
function formatRange(range) {
  return range.first.value === range.last.value
    ? range.first.text
    : `${range.first.text}-${range.last.text}`
}

// api/order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}

// reconciler/allocation/ledger.ts
function originOf(pool) {
  return { pool, poolName: pool.name, segment: pool.segment, retained: void 0 }
}
function addressKey({ family, value }) {
  return family === 'IPv4' ? Number(value) | 0 : value
}
function emptyLedger() {
  return { holdings: /* @__PURE__ */ new Map(), groups: /* @__PURE__ */ new Map(), freed: [] }
}
function holdingAt({ holdings }, address) {
  return holdings.get(addressKey(address))
}
function holdersOf(services) {
  return byAge(services).map((service2, rank) => ({
    service: service2,
    rank,
    families: wantedFamilies(service2),
    holdings: { IPv4: void 0, IPv6: void 0 },
    rules: { IPv4: void 0, IPv6: void 0 },
    heldBefore: false,
  }))
}
function byAge(services) {
  const times = Float64Array.from(services, ({ createdAt }) => timeOf(createdAt))
  const order = Array.from(services, (_, index) => index)
  order.sort((a, b) => times[a] - times[b] || compareText(services[a].key, services[b].key))
  return order.map((index) => services[index])
}
function timeOf(createdAt) {
  const time = Date.parse(createdAt)
  return Number.isNaN(time) ? Infinity : time
}
function wantedFamilies({ families, familyPolicy }) {
  return familyPolicy === 'SingleStack' && families.length > 1 ? families.slice(0, 1) : families
}
function give(ledger, holder, grant) {
  const { family } = grant.address
  leave(ledger, holder, family)
  const holding = holdingAt(ledger, grant.address) ?? open(ledger, grant)
  holding.holders.push(holder)
  holder.holdings[family] = holding
  holder.rules[family] = grant.rule
  if (grant.rule === 'held') holder.heldBefore = true
  enterGroup(ledger.groups, holding, holder.service)
}
function open(ledger, { address, origin }) {
  const holding = { address, origin, holders: [], sharingKey: void 0 }
  ledger.holdings.set(addressKey(address), holding)
  return holding
}
function leave(ledger, holder, family) {
  const holding = holder.holdings[family]
  if (holding === void 0) return
  holding.holders.splice(holding.holders.indexOf(holder), 1)
  leaveGroup(ledger.groups, holding, holder.service)
  if (holding.holders.length > 0) return
  ledger.holdings.delete(addressKey(holding.address))
  ledger.freed.push(holding.address)
}
function isIncomplete({ service: service2, families, holdings, heldBefore }) {
  if (service2.familyPolicy !== 'RequireDualStack' || heldBefore) return false
  return families.some((family) => holdings[family] === void 0)
}
function receivers({ holders }) {
  return holders.some(isIncomplete) ? holders.filter((one) => !isIncomplete(one)) : holders
}
function keysOf(holders) {
  const keys = holders.map(({ service: service2 }) => service2.key)
  return keys.length > 1 ? keys.sort(compareText) : keys
}
function enterGroup(groups, holding, service2) {
  if (service2.sharingKey === void 0) return
  holding.sharingKey ??= service2.sharingKey
  const group = groupOf(groups, holding.address.family, holding.sharingKey)
  group.holdings.add(holding)
  countPorts(group, service2, 1)
}
function leaveGroup(groups, holding, service2) {
  if (holding.sharingKey === void 0) return
  const group = groupOf(groups, holding.address.family, holding.sharingKey)
  if (service2.sharingKey !== void 0) countPorts(group, service2, -1)
  if (holding.holders.length === 0) group.holdings.delete(holding)
}
function groupOf(groups, family, sharingKey) {
  const key = `${family} ${sharingKey}`
  const group = groups.get(key) ?? {
    holdings: /* @__PURE__ */ new Set(),
    portUse: /* @__PURE__ */ new Map(),
  }
  groups.set(key, group)
  return group
}
function countPorts({ portUse }, service2, change) {
  for (const port of portsOf(service2)) portUse.set(port, (portUse.get(port) ?? 0) + change)
}
function portsOf({ ports }) {
  return new Set(ports.map(({ protocol, port }) => `${protocol}/${port}`))
}
function addressesToShare(groups, service2, family) {
  if (service2.sharingKey === void 0) return []
  const group = groups.get(`${family} ${service2.sharingKey}`)
  if (group === void 0) return []
  for (const port of portsOf(service2))
    if ((group.portUse.get(port) ?? 0) >= group.holdings.size) return []
  return group.holdings
}

// reconciler/model/label-selector.ts
function compileSelector(selector) {
  const tests = requirements(selector).map(compileRequirement)
  if (tests.length === 0) return () => true
  return (labels) => tests.every((test) => test(labels))
}
function compileRequirement(requirement) {
  const { key } = requirement
  const values = new Set(requirement.values)
  switch (requirement.operator) {
    case 'In':
      return (labels) => Object.hasOwn(labels, key) && values.has(labels[key])
    case 'NotIn':
      return (labels) => !Object.hasOwn(labels, key) || !values.has(labels[key])
    case 'Exists':
      return (labels) => Object.hasOwn(labels, key)
    case 'DoesNotExist':
      return (labels) => !Object.hasOwn(labels, key)
  }
}
function requirements(selector) {
  const equalities = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }))
  return [...equalities, ...(selector?.matchExpressions ?? [])]
}
function selectorText(selector) {
  const texts = requirements(selector).map(requirementText)
  return [...new Set(texts)].sort(compareText).join(',')
}
function requirementText({ key, operator, values }) {
  const sorted2 = [...new Set(values)].sort(compareText)
  switch (operator) {
    case 'In':
      return sorted2.length === 1 ? `${key}=${sorted2[0]}` : `${key} in (${sorted2.join(',')})`
    case 'NotIn':
      return sorted2.length === 1 ? `${key}!=${sorted2[0]}` : `${key} notin (${sorted2.join(',')})`
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
  }
}

// reconciler/allocation/admission.ts
function admissions(pools, namespaces) {
  const rules = pools.map((pool) => compilePool(pool, namespaces))
  const keys = labelKeys(pools)
  const known = /* @__PURE__ */ new Map()
  return (service2) => {
    const signature = signatureOf(service2, keys)
    let admission2 = known.get(signature)
    if (admission2 === void 0) {
      admission2 = admit(pools, rules, service2)
      known.set(signature, admission2)
    }
    return admission2
  }
}
function compilePool(pool, namespaces) {
  const selects = compileSelector(pool.serviceSelector)
  const listed = pool.namespaces && new Set(pool.namespaces)
  const inNamespace = pool.namespaceSelector && compileSelector(pool.namespaceSelector)
  return ({ labels, namespace }) => {
    if (!selects(labels)) return 'serviceSelector'
    if (listed !== void 0 && !listed.has(namespace)) return 'namespaces'
    if (inNamespace === void 0) return void 0
    return namespaceObstacle(inNamespace, namespaces?.get(namespace)?.labels)
  }
}
function namespaceObstacle(matches, labels) {
  if (labels === void 0) return 'namespaceUnknown'
  return matches(labels) ? void 0 : 'namespaceSelector'
}
function labelKeys(pools) {
  const keys = /* @__PURE__ */ new Set()
  for (const { serviceSelector } of pools) {
    for (const key of Object.keys(serviceSelector?.matchLabels ?? {})) keys.add(key)
    for (const { key } of serviceSelector?.matchExpressions ?? []) keys.add(key)
  }
  return [...keys]
}
function signatureOf({ namespace, labels }, keys) {
  let signature = namespace
  for (const key of keys) signature += Object.hasOwn(labels, key) ? ` ${labels[key]}` : '/'
  return signature
}
function admit(pools, rules, service2) {
  const obstacles = /* @__PURE__ */ new Map()
  pools.forEach((pool, index) => {
    const obstacle = rules[index](service2)
    if (obstacle !== void 0) obstacles.set(pool, obstacle)
  })
  const automatic = pools.filter((pool) => pool.autoAssign && !pool.suspend && !obstacles.has(pool))
  return { obstacles, automatic }
}

// reconciler/model/range-search.ts
function firstEndingAtOrAfter(ranges, address) {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAddresses(ranges[middle].last, address) < 0) low = middle + 1
    else high = middle
  }
  return low
}

// reconciler/model/pool-addresses.ts
function isBuggy(address) {
  if (address.family !== 'IPv4') return false
  const lowest = address.value & 0xffn
  return lowest === 0n || lowest === 0xffn
}
function holds(pool, address) {
  if (pool.avoidBuggyIPs && isBuggy(address)) return false
  return rangeWith(pool.ranges, address) !== void 0
}
function exclusionOf(pool, address) {
  if (rangeWith(pool.excluded ?? [], address) !== void 0) return 'exclude'
  const isAvoided = pool.avoidBuggyIPs && isBuggy(address)
  return isAvoided && rangeWith(pool.ranges, address) !== void 0 ? 'avoidBuggyIPs' : void 0
}
function rangeWith(ranges, address) {
  const found = ranges[firstEndingAtOrAfter(ranges, address)]
  return found !== void 0 && contains(found, address) ? found : void 0
}

// reconciler/allocation/pool-index.ts
function indexPools(set) {
  const pools = [...set.pools].sort(comparePools)
  const reserved = reservedAddresses(pools)
  return {
    pools,
    named: new Map(pools.map((pool) => [pool.name, pool])),
    broken: new Set(set.broken),
    complete: set.complete,
    reserved,
    reservedFor: byService(reserved.values()),
  }
}
function comparePools(a, b) {
  return a.priority - b.priority || compareText(a.name, b.name)
}
function reservedAddresses(pools) {
  const reserved = /* @__PURE__ */ new Map()
  for (const pool of pools)
    for (const { address, service: service2 } of sortedReservations(pool))
      if (!reserved.has(address.text))
        reserved.set(address.text, { address, service: service2, pool: pool.name })
  return reserved
}
function byService(reserved) {
  const groups = /* @__PURE__ */ new Map()
  for (const one of reserved) {
    const group = groups.get(one.service)
    if (group === void 0) groups.set(one.service, [one])
    else group.push(one)
  }
  return groups
}
function sortedReservations(pool) {
  return pool.reservations.toSorted(
    (a, b) => compareAddresses(a.address, b.address) || compareText(a.service, b.service),
  )
}
function poolsAt(index, address) {
  return index.pools.filter((pool) => holds(pool, address))
}
function somePoolUnknown(index) {
  return !index.complete || index.broken.size > 0
}
function absenceOf(index, name) {
  if (index.broken.has(name)) return 'broken'
  return index.complete ? 'absent' : 'unknown'
}
function releaseAllowedBy(index, address, givenBy) {
  return index.pools.find((pool) =>
    pool.allowRelease.some((text) =>
      text === '*' ? pool.name === givenBy : text === address.text,
    ),
  )?.name
}

// reconciler/allocation/sharing.ts
function sharingObstacle(a, b) {
  const obstacle = isUnreadable(a) || isUnreadable(b) ? void 0 : keyObstacle(a, b)
  if (obstacle !== void 0) return obstacle
  if (a.externalTrafficPolicy !== b.externalTrafficPolicy) return { type: 'otherTrafficPolicy' }
  if (a.externalTrafficPolicy === 'Local' && !sameSelector(a, b)) return { type: 'otherSelector' }
  const clash = a.ports.find((p) =>
    b.ports.some((q) => p.port === q.port && p.protocol === q.protocol),
  )
  return clash && { type: 'samePort', protocol: clash.protocol, port: clash.port }
}
function isUnreadable({ requestBroken }) {
  return requestBroken === true
}
function keyObstacle({ sharingKey: key }, { sharingKey: otherKey }) {
  if (key === void 0 || otherKey === void 0) return { type: 'noSharingKey' }
  return key === otherKey ? void 0 : { type: 'otherSharingKey', key, otherKey }
}
function sameSelector({ selector: a }, { selector: b }) {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
}
function conflictIn(holding, holder) {
  let oldest
  for (const other of holding.holders) {
    if (other === holder || (oldest !== void 0 && oldest.other.rank < other.rank)) continue
    const sharing = sharingObstacle(holder.service, other.service)
    if (sharing !== void 0) oldest = { other, sharing }
  }
  return oldest && { by: oldest.other.service.key, sharing: oldest.sharing }
}
function joinConflict(holding, holder) {
  const conflict = conflictIn(holding, holder)
  if (conflict !== void 0) return conflict
  const unreadable2 = holding.holders.find(({ service: service2 }) => isUnreadable(service2))
  if (unreadable2) return { by: unreadable2.service.key, sharing: { type: 'noSharingKey' } }
  const by = holding.holders[0].service.key
  if (holding.holders.every(isIncomplete)) return { by, sharing: { type: 'notGivenYet' } }
  const sharing = poolObstacle(holding, [...holding.holders, holder])
  return sharing && { by, sharing }
}
function poolObstacle({ origin: { pool } }, holders) {
  if (pool === void 0) return { type: 'poolNotInForce' }
  const { sharing } = pool
  if (sharing === 'acrossNamespaces') return void 0
  const { namespace } = holders[0].service
  if (
    sharing === 'none' ||
    holders.some(({ service: service2 }) => service2.namespace !== namespace)
  )
    return { type: 'poolSharing', sharing }
  return void 0
}

// reconciler/allocation/round.ts
function startRound({ pools, facts }) {
  const index = indexPools(pools)
  const holders = holdersOf(facts.services ?? [])
  return {
    index,
    facts,
    holders,
    holderOf: holdersByKey(holders),
    admissionOf: admissions(index.pools, facts.namespaces),
    nodeAt: nodesByAddress(facts.nodes ?? []),
    ledger: emptyLedger(),
  }
}
function holdersByKey(holders) {
  let index
  return (key) => {
    index ??= new Map(holders.map((holder) => [holder.service.key, holder]))
    return index.get(key)
  }
}
function nodesByAddress(nodes) {
  const byAddress = /* @__PURE__ */ new Map()
  for (const { name: node2, internalIPs, segmentAddresses } of nodes)
    for (const address of [...internalIPs, ...Object.values(segmentAddresses).flat()]) {
      const known = byAddress.get(address.text)
      if (known === void 0 || node2 < known.node)
        byAddress.set(address.text, { address, node: node2 })
    }
  return byAddress
}
function requestedPool({ index }, { service: service2 }) {
  return service2.requestedPool === void 0 ? void 0 : index.named.get(service2.requestedPool)
}
function asksForNoPool(round, holder) {
  return holder.service.requestedPool !== void 0 && requestedPool(round, holder) === void 0
}
function asksForAddress({ service: service2 }, family) {
  return service2.requestedAddresses.some((address) => address.family === family)
}
function poolRefusal(round, holder, at) {
  const { pool, text } = at
  const { service: service2 } = holder
  if (service2.requestedPool !== void 0 && service2.requestedPool !== pool.name)
    return { type: 'outsideRequestedPool', pool: service2.requestedPool }
  const reserved = round.index.reserved.get(text)
  const isReserved = reserved?.service === service2.key && reserved.pool === pool.name
  const because = isReserved ? void 0 : round.admissionOf(service2).obstacles.get(pool)
  if (because !== void 0) return { type: 'notAdmitted', pool: pool.name, because }
  return pool.suspend ? { type: 'suspended', pool: pool.name } : void 0
}
function addressRefusal(round, holder, address) {
  const holding = holdingAt(round.ledger, address)
  const reserved = round.index.reserved.get(address.text)
  if (reserved !== void 0 && reserved.service !== holder.service.key) {
    if (
      !holding ||
      !receivers(holding).some(({ service: service2 }) => service2.key === reserved.service)
    )
      return { type: 'reservedForOther', pool: reserved.pool, service: reserved.service }
  }
  return holding && joinRefusal(round, holder, holding)
}
function joinRefusal(round, holder, holding) {
  const conflict = joinConflict(holding, holder)
  if (conflict !== void 0) return { type: 'inUse', ...conflict }
  const { pool } = holding.origin
  return pool && poolRefusal(round, holder, { pool, text: holding.address.text })
}

// reconciler/allocation/claims.ts
var UNASKED = Number.MAX_SAFE_INTEGER
function heldClaim(holder, address, origin) {
  return { holder, address, origin, rule: 'held', preference: UNASKED }
}
function preferenceOfHeld(wishes, holder, family) {
  const held = holder.holdings[family]
  if (held === void 0) return Infinity
  const wish = wishes.get(holder)?.find(({ address }) => address.text === held.address.text)
  return wish?.preference ?? UNASKED
}
function claimsOf(waiting, wishes) {
  const asked = [...wishes.values()].flat().flatMap(claimOf)
  return [
    ...waiting,
    ...asked.filter(({ rule }) => rule === 'reserved'),
    ...asked.filter(({ rule }) => rule === 'requested'),
  ]
}
function claimOf({ holder, address, rule, preference, origin }) {
  return origin === void 0 ? [] : [{ holder, address, rule, preference, origin }]
}
function claimSettler(round, wishes, claims) {
  const waiters = indexByAddress(claims)
  const again = []
  let next = 0
  const recheck = ({ text }) => {
    for (const index of waiters.get(text) ?? []) if (index < next) insert(again, index)
  }
  const work = () => {
    for (;;) {
      const index = again.shift() ?? next++
      const claim = claims[index]
      if (claim === void 0) return
      meet(claim)
    }
  }
  const meet = (claim) => {
    const { holder, address } = claim
    const left = holder.holdings[address.family]?.address
    if (preferenceOfHeld(wishes, holder, address.family) <= claim.preference) return
    if (claimRefusal(round, claim) !== void 0) return
    give(round.ledger, holder, claim)
    recheck(address)
    if (left !== void 0) recheck(left)
  }
  return {
    claimants: new Set(claims.map(({ holder }) => holder)),
    settle: work,
    recheck: (address) => {
      recheck(address)
      work()
    },
  }
}
function indexByAddress(claims) {
  const indexes = /* @__PURE__ */ new Map()
  claims.forEach(({ address: { text } }, index) => {
    const group = indexes.get(text)
    if (group === void 0) indexes.set(text, [index])
    else group.push(index)
  })
  return indexes
}
function insert(sorted2, index) {
  const at = sorted2.findIndex((other) => other >= index)
  if (at === -1) sorted2.push(index)
  else if (sorted2[at] !== index) sorted2.splice(at, 0, index)
}
function claimRefusal(round, { holder, address, rule }) {
  if (rule !== 'held') return addressRefusal(round, holder, address)
  const holding = holdingAt(round.ledger, address)
  const conflict = holding && conflictIn(holding, holder)
  return conflict && { type: 'inUse', ...conflict }
}

// reconciler/allocation/held.ts
function tenuresOf(round, previous) {
  const first = /* @__PURE__ */ new Map()
  const seen = /* @__PURE__ */ new Set()
  return longestFirst(previous).flatMap((held) => {
    const { text } = held.address
    const winner = first.get(text) ?? held
    first.set(text, winner)
    const lostTo = winner.segment === held.segment ? void 0 : winner
    return held.services
      .filter((service2) => isNew(seen, `${text} ${service2}`))
      .map((service2) => ({ held, service: service2, holder: round.holderOf(service2), lostTo }))
      .sort((a, b) => rankOf(a) - rankOf(b) || compareText(a.service, b.service))
  })
}
function isNew(seen, key) {
  const size = seen.size
  return seen.add(key).size > size
}
function rankOf({ holder }) {
  return holder?.rank ?? -1
}
function longestFirst(previous) {
  return [...previous].sort(compareHeld)
}
function compareHeld(a, b) {
  return (
    compareText(a.since, b.since) ||
    compareAddresses(a.address, b.address) ||
    compareText(a.segment, b.segment) ||
    compareText(a.pool, b.pool) ||
    compareText(a.services.join(), b.services.join())
  )
}
function keepHeld(round, previous) {
  const tenures = tenuresOf(round, previous)
  const reasons = /* @__PURE__ */ new Map()
  const waiting = []
  for (const tenure of tenures) {
    const reason = keepTenure(round, tenure, waiting)
    if (reason !== void 0) reasons.set(tenure, reason)
  }
  for (const holder of round.holders) keepStatus(round, holder, waiting)
  return { tenures, reasons, waiting }
}
function keepTenure(round, tenure, waiting) {
  const { held, holder, service: service2 } = tenure
  if (holder === void 0)
    return { type: round.facts.otherServices.has(service2) ? 'serviceNotOurs' : 'serviceGone' }
  const { address } = held
  if (!holder.families.includes(address.family))
    return { type: 'familyNotWanted', family: address.family }
  const origin = originOfHeld(round.index, held)
  const allowedBy = releaseAllowed(round.index, origin, address)
  if (allowedBy !== void 0) return { type: 'releaseAllowed', pool: allowedBy }
  const reason = rivalReason(round, holder, tenure)
  if (reason === void 0) give(round.ledger, holder, { address, origin, rule: 'held' })
  else if (reason.type !== 'secondOfFamily') waitFor(waiting, holder, { address, origin })
  return reason
}
function waitFor(waiting, holder, { address, origin }) {
  holder.heldBefore = true
  waiting.push(heldClaim(holder, address, origin))
}
function rivalReason(round, holder, { held: { address }, lostTo }) {
  const current = holder.holdings[address.family]
  if (current !== void 0 && current.address.text !== address.text)
    return { type: 'secondOfFamily', keeps: current.address }
  if (lostTo !== void 0) return { type: 'otherPlanFirst', segment: lostTo.segment }
  const holding = holdingAt(round.ledger, address)
  const conflict = holding && conflictIn(holding, holder)
  return conflict && { type: 'sharingEnded', keeper: conflict.by, because: conflict.sharing }
}
function originOfHeld(index, held) {
  const { address, pool: poolName } = held
  const pool = index.named.get(poolName)
  if (pool !== void 0 && holds(pool, address)) return originOf(pool)
  const absence = pool === void 0 ? absenceOf(index, poolName) : 'narrowed'
  const other = poolsAt(index, address)[0]
  if (other !== void 0 && (absence === 'absent' || absence === 'narrowed')) return originOf(other)
  const segment = pool?.segment ?? held.segment
  return { pool: void 0, poolName, segment, retained: RETAINED[absence] }
}
var RETAINED = {
  narrowed: { type: 'poolNarrowed' },
  broken: { type: 'poolBroken' },
  unknown: { type: 'poolUnknown' },
  absent: { type: 'poolRemoved' },
}
function releaseAllowed(index, { retained: retained2, poolName }, address) {
  if (retained2?.type !== 'poolRemoved' && retained2?.type !== 'poolNarrowed') return void 0
  return somePoolUnknown(index) ? void 0 : releaseAllowedBy(index, address, poolName)
}
function keepStatus(round, holder, waiting) {
  for (const address of holder.service.statusAddresses) {
    const { family, text } = address
    if (holder.holdings[family] !== void 0 || !holder.families.includes(family)) continue
    const pool = poolsAt(round.index, address)[0]
    if (pool === void 0 || round.nodeAt.has(text)) continue
    const origin = originOf(pool)
    const holding = holdingAt(round.ledger, address)
    if (holding !== void 0 && conflictIn(holding, holder) !== void 0)
      waitFor(waiting, holder, { address, origin })
    else give(round.ledger, holder, { address, origin, rule: 'held' })
  }
}
function statusAddressUnknown({ index }, { service: service2 }, family) {
  if (!somePoolUnknown(index)) return void 0
  return service2.statusAddresses.find(
    (address) => address.family === family && poolsAt(index, address).length === 0,
  )
}
function freeze(index, tenures) {
  const kept = keptAddresses(tenures)
  return {
    assignments: kept.map((one) => assignmentOf(index, one)),
    releases: tenures.flatMap(releaseOf).sort(compareReleases),
    retained: kept.flatMap((one) => retentionsOf(index, one)),
  }
}
function keptAddresses(tenures) {
  const kept = /* @__PURE__ */ new Map()
  for (const { held, service: service2, lostTo } of tenures) {
    const one = kept.get(held.address.text) ?? { held, services: [] }
    kept.set(held.address.text, one)
    if (lostTo === void 0) one.services.push(service2)
  }
  for (const { services } of kept.values()) services.sort(compareText)
  return [...kept.values()].sort((a, b) => compareAddresses(a.held.address, b.held.address))
}
function assignmentOf(index, { held, services }) {
  const { poolName: pool, segment } = originOfHeld(index, held)
  return { address: held.address, pool, segment, services, since: held.since, rule: 'held' }
}
function retentionsOf(index, { held, services }) {
  const { poolName: pool, segment, retained: retained2 } = originOfHeld(index, held)
  const one = { address: held.address, pool, segment, services }
  const unknown = { ...one, reason: { type: 'servicesUnknown' } }
  return retained2 === void 0 ? [unknown] : [{ ...one, reason: retained2 }, unknown]
}
function releaseOf({ held, service: service2, lostTo }) {
  if (lostTo === void 0) return []
  const { address, pool, segment } = held
  const reason = { type: 'otherPlanFirst', segment: lostTo.segment }
  return [{ address, service: service2, pool, segment, reason }]
}
function compareReleases(a, b) {
  return compareAddresses(a.address, b.address) || compareText(a.service, b.service)
}

// reconciler/allocation/automatic.ts
function giveAutomatically(round, free) {
  for (const holder of round.holders) complete(round, free, holder)
}
function complete(round, free, holder) {
  const lacking = lackingFamilies(holder)
  if (lacking.length === 0) return false
  const families = lacking.filter((family) => takesAny(round, holder, family))
  const grants = findAddresses(round, free, holder, families)
  if (isIncomplete(holder) && grants.length < lacking.length) return false
  for (const grant of grants) give(round.ledger, holder, grant)
  return grants.length > 0
}
function lackingFamilies({ families, holdings }) {
  if (holdings.IPv4 === void 0 && holdings.IPv6 === void 0) return families
  return families.filter((family) => holdings[family] === void 0)
}
function takesAny(round, holder, family) {
  if (holder.service.requestBroken === true || asksForNoPool(round, holder)) return false
  if (asksForAddress(holder, family)) return false
  return statusAddressUnknown(round, holder, family) === void 0
}
function findAddresses(round, free, holder, families) {
  const joined = joinableAddresses(round, holder, families)
  const pools = nearestFirst(poolsFor(round, holder), holder, joined)
  const rest = joined.length === 0 ? families : families.filter((one) => !includes(joined, one))
  const both = rest.length > 1 ? pools.find((pool) => hasAll(free, pool, rest)) : void 0
  const grants = [...joined]
  for (const family of rest) {
    const grant = lowestFree(free, both ? [both] : pools, family)
    if (grant !== void 0) grants.push(grant)
  }
  return grants
}
function includes(grants, family) {
  return grants.some(({ address }) => address.family === family)
}
function hasAll(free, pool, families) {
  return families.every((family) => free.lowest(pool, family) !== void 0)
}
function lowestFree(free, pools, family) {
  for (const pool of pools) {
    const address = free.lowest(pool, family)
    if (address !== void 0) return { address, origin: originOf(pool), rule: 'automatic' }
  }
  return void 0
}
function poolsFor(round, holder) {
  const { service: service2 } = holder
  if (service2.requestedPool === void 0) return round.admissionOf(service2).automatic
  const pool = requestedPool(round, holder)
  return pool && poolRefusal(round, holder, { pool, text: '' }) === void 0 ? [pool] : []
}
function nearestFirst(pools, { holdings }, joined) {
  const near = joined[0]?.origin.pool ?? holdings.IPv4?.origin.pool ?? holdings.IPv6?.origin.pool
  return near !== void 0 && pools.includes(near) ? [near, ...pools] : pools
}
function joinableAddresses(round, holder, families) {
  if (holder.service.sharingKey === void 0) return []
  return families.flatMap((family) => {
    const holding = lowestJoinable(round, holder, family)
    return holding ? [{ address: holding.address, origin: holding.origin, rule: 'automatic' }] : []
  })
}
function lowestJoinable(round, holder, family) {
  let lowest
  for (const holding of addressesToShare(round.ledger.groups, holder.service, family)) {
    const { address } = holding
    if (lowest !== void 0 && compareAddresses(lowest.address, address) < 0) continue
    if (round.nodeAt.has(address.text)) continue
    if (addressRefusal(round, holder, address) === void 0) lowest = holding
  }
  return lowest
}
function isOutsideRequestedPool(round, holder, family) {
  if (holder.service.requestBroken === true || asksForAddress(holder, family)) return false
  const pool = requestedPool(round, holder)
  const held = holder.holdings[family]
  return pool !== void 0 && held !== void 0 && !holds(pool, held.address)
}

// reconciler/allocation/free.ts
function freeAddresses(round) {
  const { ledger, index } = round
  const blocked = blockedAddresses(round)
  const cursors = {
    IPv4: new Map(index.pools.map((pool) => [pool, cursorOf(pool, 'IPv4', ledger, blocked)])),
    IPv6: new Map(index.pools.map((pool) => [pool, cursorOf(pool, 'IPv6', ledger, blocked)])),
  }
  return {
    lowest: (pool, family) => {
      for (let freed = ledger.freed.pop(); freed; freed = ledger.freed.pop())
        for (const cursor of cursors[freed.family].values()) rewind(cursor, freed)
      return lowestOf(cursors[family].get(pool))
    },
  }
}
function blockedAddresses({ index, nodeAt }) {
  return new Set(
    [...nodeAt.values(), ...index.reserved.values()].map(({ address }) => addressKey(address)),
  )
}
function cursorOf(pool, family, { holdings }, blocked) {
  const isTaken = (value) => {
    const key = addressKey({ family, value })
    if (holdings.has(key) || blocked.has(key)) return true
    return pool.avoidBuggyIPs && isBuggy({ family, value, text: '' })
  }
  const ranges = pool.ranges.filter(({ first }) => first.family === family)
  return { ranges, isTaken, range: 0, value: 0n, found: void 0 }
}
function rewind(cursor, { value }) {
  if (value >= cursor.value) return
  cursor.value = value
  cursor.range = 0
  cursor.found = void 0
}
function lowestOf(cursor) {
  if (cursor.found !== void 0 && !cursor.isTaken(cursor.found.value)) return cursor.found
  cursor.found = void 0
  for (; cursor.range < cursor.ranges.length; cursor.range++) {
    const { first, last } = cursor.ranges[cursor.range]
    if (cursor.value < first.value) cursor.value = first.value
    while (cursor.value <= last.value && cursor.isTaken(cursor.value)) cursor.value += 1n
    if (cursor.value > last.value) continue
    cursor.found = addressOf(first.family, cursor.value)
    return cursor.found
  }
  return void 0
}

// api/codes/cluster.ts
var CLUSTER_CODES = {
  BW3001: {
    name: 'StateUnreadable',
    severity: 'error',
    cause: 'A file or folder of cluster state does not exist or cannot be read.',
    cure: 'Correct the path, or the permissions.',
  },
  BW3002: {
    name: 'StateUnparsable',
    severity: 'error',
    cause:
      'A text of cluster state is not YAML or JSON, or holds something else than Kubernetes objects.',
    cure: 'Export it again by `kubectl get ... -o yaml` or `-o json`.',
  },
  BW3003: {
    name: 'StatePartial',
    severity: 'error',
    cause:
      'A list of cluster state is only a part of one: cut off, or one page of several. What is missing would look as if it were deleted.',
    cure: 'Export all of it.',
  },
  BW3004: {
    name: 'NothingInState',
    severity: 'warning',
    cause:
      'A file or folder given as cluster state holds no Service, Node, EndpointSlice or Namespace.',
    cure: 'Export the state by `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW3005: {
    name: 'ObjectWithoutName',
    severity: 'warning',
    cause: 'An object of the cluster state has no `metadata.name`, so nothing can refer to it.',
    cure: 'Export the state again with `kubectl get -o yaml` or `-o json`.',
  },
  BW3006: {
    name: 'ObjectsDiffer',
    severity: 'warning',
    cause:
      'One object stands in the cluster state several times, with different contents: exports of different moments were mixed.',
    cure: 'Name each export once. The version with the highest `resourceVersion` is used.',
  },
  BW3007: {
    name: 'WrongType',
    severity: 'warning',
    cause:
      'A field of an object is of another type than in the Kubernetes API; it counts as absent.',
    cure: 'Write the field as `kubectl explain` describes it, or export the state again.',
  },
  BW3008: {
    name: 'UnreadableRequest',
    severity: 'error',
    cause:
      'A Service asks for something that cannot be read. It keeps the addresses it has and gets no new one: another address than the one asked for would be worse than none.',
    cure: 'Correct the annotation, or remove it.',
  },
  BW3009: {
    name: 'ContradictoryRequest',
    severity: 'warning',
    cause:
      'A Service asks for one address by annotation and for another by `spec.loadBalancerIP`. The annotation counts.',
    cure: 'Remove `spec.loadBalancerIP`, which Kubernetes deprecates.',
  },
  BW3010: {
    name: 'UnreadableNodeAddress',
    severity: 'warning',
    cause:
      'An address of a Node, or its annotation `bellwether.dev/address.<segment>`, is not an IP address.',
    cure: 'Correct the annotation; until then the other addresses of the node count.',
  },
  BW3011: {
    name: 'UnreadableStatusAddress',
    severity: 'info',
    cause: 'An address in the status of a Service cannot be read, so it is not kept.',
    cure: 'Nothing, if another controller wrote it: it is replaced once the Service has an address of ours.',
  },
  BW3012: {
    name: 'UnknownAnnotation',
    severity: 'warning',
    cause:
      'An annotation has the prefix `bellwether.dev/` and a name that means nothing on this kind.',
    cure: 'Correct its name, or remove it.',
  },
  BW3013: {
    name: 'DeprecatedRequest',
    severity: 'info',
    cause:
      'A Service asks for an address by `spec.loadBalancerIP`, which Kubernetes has deprecated since 1.24: it holds one address of one family, and may be removed from the API.',
    cure: 'Ask by the annotation `bellwether.dev/addresses`, and remove `spec.loadBalancerIP`.',
  },
  BW3014: {
    name: 'PoolsNotListed',
    severity: 'error',
    cause:
      'The AddressPools of the cluster cannot be listed, so nobody knows which pools there are. Nothing is released or moved.',
    cure: 'Install the CRDs of `config/crd`, and give the reconciler the right to list and watch `addresspools`.',
  },
  BW3015: {
    name: 'StoredPlanUnreadable',
    severity: 'error',
    cause:
      'An AnnouncementPlan that is stored in the cluster contradicts itself, as after an edit by hand. Who has which address is not known, so no plan and no status is written.',
    cure: 'Restore the object, or delete it: each Service then keeps the address that its status names.',
  },
  BW3020: {
    name: 'NodeAddressInPool',
    severity: 'warning',
    cause:
      'A pool holds the address of a node. No Service gets it while the node is known, but a node that joins later may find its address in use.',
    cure: 'Exclude the addresses of nodes, or use a range that they are not taken from.',
  },
  BW3021: {
    name: 'ServiceSelectorMatchesNothing',
    severity: 'info',
    cause: 'The `serviceSelector` of a pool matches no Service of ours.',
    cure: 'Compare it with the labels of the Services. Nothing is wrong if they come later.',
  },
  BW3022: {
    name: 'NamespaceSelectorMatchesNothing',
    severity: 'info',
    cause: 'The `namespaceSelector` of a pool matches no namespace.',
    cure: 'Compare it with the labels of the namespaces. Nothing is wrong if they come later.',
  },
  BW3023: {
    name: 'UnknownNamespace',
    severity: 'info',
    cause: 'A pool names a namespace that does not exist.',
    cure: 'Correct the name. Nothing is wrong if it is created later.',
  },
  BW3024: {
    name: 'NodeSelectorMatchesNothing',
    severity: 'warning',
    cause: 'The `nodeSelector` of a pool matches no node, so nobody can answer for its addresses.',
    cure: 'Compare it with the labels of the nodes.',
  },
  BW3025: {
    name: 'PoolForNobody',
    severity: 'info',
    cause:
      'No Service can get an address of a pool: its conditions exclude each other, or it has `autoAssign: false` and no Service asks for it.',
    cure: 'Correct the conditions, or ask for the pool by `bellwether.dev/pool`. Nothing is wrong if the Services come later.',
  },
  BW3026: {
    name: 'PoolWithoutCandidates',
    severity: 'warning',
    cause:
      'Every node that a pool selects is out: it has no address on the segment, its network is unavailable, or a label excludes it from load balancing.',
    cure: 'Correct `nodeSelector` or `nodeNetworks`, or tell the address of nodes by the annotation `bellwether.dev/address.<segment>`.',
  },
  BW3027: {
    name: 'PreferenceWithoutCandidates',
    severity: 'warning',
    cause:
      'The selector of a preference matches no node that can carry addresses of the pool, so the preference has no effect.',
    cure: 'Correct the selector, or remove the preference.',
  },
  BW3028: {
    name: 'NodesWithoutAddress',
    severity: 'warning',
    cause:
      'A pool selects nodes that have no address on its segment. They cannot be resolved to a MAC, so they carry none of its addresses.',
    cure: 'Tell their address by the annotation `bellwether.dev/address.<segment>`, or leave them out by `nodeSelector`.',
  },
  BW3029: {
    name: 'NodeNetworkWithoutNodes',
    severity: 'warning',
    cause: 'None of the nodes that a pool selects has an address in one of its `nodeNetworks`.',
    cure: 'Write the network that the nodes have on this segment.',
  },
}

// api/codes/pools.ts
var POOL_CODES = {
  BW2001: {
    name: 'InvalidAddress',
    severity: 'error',
    cause: 'A text is not an IP address, prefix or range.',
    cure: 'Write one address (`192.0.2.10`, `2001:db8::10`), a prefix (`192.0.2.0/24`) or a range (`192.0.2.10-192.0.2.20`).',
  },
  BW2002: {
    name: 'InvalidPrefixLength',
    severity: 'error',
    cause:
      'The prefix length after `/` is missing, is no number, or is longer than the address: more than 32 for IPv4, 128 for IPv6.',
    cure: 'Write the number of bits of the network, as in `192.0.2.0/24`; netmasks are not taken.',
  },
  BW2003: {
    name: 'HostBitsSet',
    severity: 'error',
    cause:
      'The address before `/` is not the first of the network. Either the whole network is meant, or the one address: too different to guess.',
    cure: 'Write the network, `192.0.2.0/24`, or the single address without a length, `192.0.2.10`.',
  },
  BW2004: {
    name: 'RangeReversed',
    severity: 'error',
    cause: 'A range starts after its end.',
    cure: 'Swap the two addresses.',
  },
  BW2005: {
    name: 'MixedFamilies',
    severity: 'error',
    cause: 'A range starts with an address of one family and ends with one of the other.',
    cure: 'Write one range for IPv4 and one for IPv6.',
  },
  BW2006: {
    name: 'MappedAddress',
    severity: 'error',
    cause:
      'An IPv4 address is written in IPv6 form (`::ffff:192.0.2.1`). On the wire it would be IPv4, in the pool it would count as IPv6.',
    cure: 'Write it as IPv4.',
  },
  BW2007: {
    name: 'LeadingZero',
    severity: 'error',
    cause:
      'A part of an IPv4 address has a leading zero. Some programs read `010` as 10, others as octal 8 (RFC 6943 \xA73.1.1).',
    cure: 'Write the number without the zero.',
  },
  BW2008: {
    name: 'ZoneInAddress',
    severity: 'error',
    cause:
      'An address has a zone (`%eth0`). Which interfaces announce is told by `spec.announce.interfaces`.',
    cure: 'Write the address without the zone.',
  },
  BW2009: {
    name: 'UnusableAddresses',
    severity: 'error',
    cause:
      'A pool holds addresses that no host can have on a network: loopback, multicast, the unspecified or the broadcast address.',
    cure: 'Use unicast addresses of the network that the nodes are on.',
  },
  BW2010: {
    name: 'LinkLocalAddresses',
    severity: 'warning',
    cause:
      'A pool holds link-local addresses. They are valid on one link only, and clients need a zone to reach an IPv6 one.',
    cure: 'Use addresses of the network that the nodes are on.',
  },
  BW2011: {
    name: 'PoolDeclaredTwice',
    severity: 'error',
    cause:
      'Several AddressPools with different contents have one name. Nobody can tell which one is meant, so none of them gives out addresses; those in use stay.',
    cure: 'Remove all but one, or give each a name of its own.',
  },
  BW2012: {
    name: 'PoolRepeated',
    severity: 'warning',
    cause: 'One AddressPool is declared several times, word for word the same.',
    cure: 'Remove all but one: the next change would be made in only one of them.',
  },
  BW2013: {
    name: 'OverlapInPool',
    severity: 'warning',
    cause:
      'Two entries of `addresses` in one pool hold the same addresses. They are counted and given out once.',
    cure: 'Remove one of the entries, or shorten it.',
  },
  BW2014: {
    name: 'OverlapBetweenPools',
    severity: 'warning',
    cause:
      'Two pools hold the same addresses. That is legal for a moment, while a range moves from one pool to another; new addresses are given out by the pool that comes first by priority, then by name.',
    cure: 'Remove the addresses from one of the pools.',
  },
  BW2015: {
    name: 'ExcludeWithoutEffect',
    severity: 'warning',
    cause:
      'An entry of `exclude` holds no address of the pool, so it takes nothing away: it is probably a slip of the pen.',
    cure: 'Correct the entry, or remove it.',
  },
  BW2016: {
    name: 'PoolWithoutAddresses',
    severity: 'warning',
    cause: '`exclude` or `avoidBuggyIPs` leaves a pool without a single address.',
    cure: 'To stop giving out addresses write `suspend: true`, otherwise correct the entries.',
  },
  BW2017: {
    name: 'ReservationOutsidePool',
    severity: 'error',
    cause: 'A reservation names an address that its pool does not hold.',
    cure: 'Reserve an address of the pool, or add the address to `addresses`.',
  },
  BW2018: {
    name: 'ReservationExcluded',
    severity: 'error',
    cause:
      'A reservation names an address that `exclude` or `avoidBuggyIPs` takes out of its pool.',
    cure: 'Remove the reservation or the exclusion. A reserved address needs no exclusion: nobody else gets it.',
  },
  BW2019: {
    name: 'ReservedTwice',
    severity: 'error',
    cause: 'One address is reserved for two Services.',
    cure: 'Keep one of the reservations. Services that share an address are named by their sharing key, not by reservations.',
  },
  BW2020: {
    name: 'ReservationRepeated',
    severity: 'warning',
    cause: 'A pool reserves one address twice for the same Service.',
    cure: 'Remove one of the entries.',
  },
  BW2021: {
    name: 'ReservedByTwoPools',
    severity: 'warning',
    cause:
      'Two pools reserve one address. The reservation of the pool that comes first by priority, then by name, counts.',
    cure: 'Remove one of the reservations, and the address from that pool.',
  },
  BW2022: {
    name: 'InvalidSelector',
    severity: 'error',
    cause:
      'A label selector breaks a rule of Kubernetes: a key or value that no label can have, an operator without the values it needs, or with values it does not take.',
    cure: 'Write the selector as for any other Kubernetes object.',
  },
  BW2023: {
    name: 'InvalidAllowRelease',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/allow-release` holds something that is not an IP address. That part allows nothing.',
    cure: 'List addresses, parted by commas, or write `*` for all of the pool.',
  },
  BW2024: {
    name: 'ContradictorySelector',
    severity: 'warning',
    cause:
      'A label selector asks for two things that no label can be at once, so nothing can match.',
    cure: 'Keep one of the requirements.',
  },
  BW2025: {
    name: 'ReservedByNetwork',
    severity: 'warning',
    cause:
      'A pool gives out the network or broadcast address of one of its `nodeNetworks`, or the Subnet-Router anycast address of an IPv6 one. Hosts treat these in a way of their own.',
    cure: 'Exclude the address, or shorten the range.',
  },
  BW2026: {
    name: 'OutsideNodeNetworks',
    severity: 'warning',
    cause:
      'A pool has addresses that are in none of its `nodeNetworks`. Hosts of the segment send packets for them to a router instead of asking for them by ARP or NDP.',
    cure: 'Use addresses of those networks, or correct `nodeNetworks`.',
  },
}

// api/codes/text.ts
var TEXT_CODES = {
  BW1001: {
    name: 'NotYaml',
    severity: 'error',
    cause: 'The text breaks a rule of YAML 1.2 (JSON is YAML too), so it cannot be read.',
    cure: 'Correct the place that is shown. What comes after it in the same document is checked once it can be read.',
  },
  BW1002: {
    name: 'TabIndentation',
    severity: 'error',
    cause: 'A line is indented by a tab. YAML allows blanks only.',
    cure: 'Replace each tab by blanks, and let the editor insert blanks in YAML files.',
  },
  BW1003: {
    name: 'DuplicateKey',
    severity: 'error',
    cause: 'A mapping has the same key twice; readers differ in which one they take.',
    cure: 'Remove one of the two, or merge them.',
  },
  BW1004: {
    name: 'AmbiguousScalar',
    severity: 'error',
    cause:
      'A value or key without quotes that YAML 1.1 (kubectl, the API server) and YAML 1.2 (Bellwether, most other tools) read differently: `yes`, `no`, `on`, `off`, `y`, `n`, numbers with a leading zero, with `_` or in base 2, and digits joined by colons.',
    cure: 'Put text in quotes; write booleans as `true` and `false`, and numbers in plain decimal.',
  },
  BW1005: {
    name: 'MergeKey',
    severity: 'error',
    cause:
      'The merge key `<<` is YAML 1.1 only: some readers merge, others see a field of that name.',
    cure: 'Write the merged fields out. Anchors and aliases (`&name`, `*name`) may be used.',
  },
  BW1006: {
    name: 'NotAnObject',
    severity: 'error',
    cause:
      'A document, or an item of a List, is not a Kubernetes object: it is a list, a text or a number.',
    cure: 'Begin each document with `apiVersion:`, `kind:`, `metadata:` and `spec:`; separate documents by a line `---`.',
  },
  BW1007: {
    name: 'TextTooLarge',
    severity: 'error',
    cause: 'A pool file is larger than 4 MiB. Pool files have a few hundred bytes for each pool.',
    cure: 'Split the file, or name the folder that holds the pools and nothing else.',
  },
  BW1008: {
    name: 'StructureTooLarge',
    severity: 'error',
    cause:
      'The document is nested too deeply, or its aliases multiply it beyond reason or contain themselves.',
    cure: 'Write the fields out instead of using aliases.',
  },
  BW1009: {
    name: 'NotText',
    severity: 'error',
    cause:
      'The file is not UTF-8 text: it is binary, or stored in another encoding such as UTF-16.',
    cure: 'Store the file as UTF-8.',
  },
  BW1010: {
    name: 'Unreadable',
    severity: 'error',
    cause: 'A file or folder cannot be read: it does not exist, or permission is missing.',
    cure: 'Correct the path or the permissions. Until then nobody knows which pools there are, so nothing is released.',
  },
  BW1011: {
    name: 'NoPools',
    severity: 'warning',
    cause: 'No AddressPool is declared in what was given.',
    cure: 'Name the file or folder with the pools. Files ending in .yaml, .yml and .json are read; hidden ones are not.',
  },
  BW1101: {
    name: 'UnknownApiVersion',
    severity: 'error',
    cause:
      'The apiVersion is of the group bellwether.dev (or nearly), but there is no such version.',
    cure: 'Write `apiVersion: bellwether.dev/v1alpha1`.',
  },
  BW1102: {
    name: 'UnknownKind',
    severity: 'error',
    cause: 'The group bellwether.dev has no such kind.',
    cure: 'The kinds are AddressPool and AnnouncementPlan; upper and lower case matter.',
  },
  BW1103: {
    name: 'TypeMissing',
    severity: 'error',
    cause: 'The document looks like a pool, but apiVersion or kind is missing.',
    cure: 'Begin it with `apiVersion: bellwether.dev/v1alpha1` and `kind: AddressPool`.',
  },
  BW1104: {
    name: 'StatusInSource',
    severity: 'warning',
    cause:
      'The document has a `status`. It is written by controllers and is ignored here; GitOps engines may report it as a difference for ever.',
    cure: 'Remove `status`.',
  },
  BW1201: {
    name: 'UnknownField',
    severity: 'error',
    cause:
      'The schema has no such field at this place. The API server would drop it without a word, or refuse it.',
    cure: 'Correct the name, or move the field to where it belongs; docs/pool-reference.md lists them all.',
  },
  BW1202: {
    name: 'WrongType',
    severity: 'error',
    cause:
      'A value is of another type than the schema wants: a text instead of a list, a number instead of a text.',
    cure: 'Write the type that the message names. Quotes make a text; a text without them that looks like a number is one.',
  },
  BW1203: {
    name: 'MissingField',
    severity: 'error',
    cause: 'A field that must be there is missing.',
    cure: 'Add it.',
  },
  BW1204: {
    name: 'UnknownValue',
    severity: 'error',
    cause:
      'The field takes one of a few words, and this is none of them. Upper and lower case matter.',
    cure: 'Write one of the words that the message lists.',
  },
  BW1205: {
    name: 'OutOfBounds',
    severity: 'error',
    cause: 'A number is smaller or larger than the field allows.',
    cure: 'Write a number within the bounds that the message names; the unit is in the name of the field.',
  },
  BW1206: {
    name: 'WrongForm',
    severity: 'error',
    cause: 'A text does not have the form of what it should be: a name, a label, `namespace/name`.',
    cure: 'Write it in the form that the message shows.',
  },
  BW1207: {
    name: 'WrongSize',
    severity: 'error',
    cause: 'A list or mapping has too few or too many entries, or a text is empty or too long.',
    cure: 'Remove the field if it is meant to be empty; split the pool if it has too many entries.',
  },
  BW1208: {
    name: 'DuplicateItem',
    severity: 'error',
    cause: 'A list that may hold each item once holds one twice.',
    cure: 'Remove one of the two.',
  },
  BW1301: {
    name: 'NamespacesTwice',
    severity: 'error',
    cause:
      'Both `namespaces` and `namespaceSelector` are set, and nobody knows whether one or both must match.',
    cure: 'Keep one of them. The label `kubernetes.io/metadata.name` selects a namespace by name.',
  },
  BW1302: {
    name: 'DelayWithoutFailback',
    severity: 'error',
    cause: 'Contradiction: `failbackDelaySeconds` is set, but only `failback: afterStable` waits.',
    cure: 'Set `failback: afterStable`, or remove `failbackDelaySeconds`.',
  },
  BW1303: {
    name: 'SelectorValues',
    severity: 'error',
    cause:
      'A requirement of a selector has operator `In` or `NotIn` and no values, or `Exists` or `DoesNotExist` and values.',
    cure: 'Add `values`, or remove them, as the operator needs.',
  },
  BW1304: {
    name: 'PlanNameNotSegment',
    severity: 'error',
    cause: 'The name of an AnnouncementPlan differs from its segment.',
    cure: 'Use the plan as the reconciler wrote it; `bellwether plan` writes it again.',
  },
  BW1305: {
    name: 'CandidateWithoutNode',
    severity: 'error',
    cause: 'A candidate of an AnnouncementPlan is not an index into its nodes.',
    cure: 'Use the plan as the reconciler wrote it; `bellwether plan` writes it again.',
  },
  BW1401: {
    name: 'NotYetInForce',
    severity: 'info',
    cause:
      'The field is valid, but this release does not act on it, or only in part: the speaker does not yet probe nodes, fail over, fail back or detect conflicts.',
    cure: 'Nothing needs to be done: the field takes effect with the release that brings the feature.',
  },
}

// api/codes/codes.ts
var FINDING_CODES = {
  // BW1: text and schema
  ...TEXT_CODES,
  // BW2: pools
  ...POOL_CODES,
  // BW3: pools against the cluster
  ...CLUSTER_CODES,
  // BW4: allocation
  BW4001: {
    name: 'NoPoolFits',
    severity: 'warning',
    cause:
      'A Service gets no address of a family, because no pool takes it: selectors, namespaces, `autoAssign`, `suspend`, or no addresses of that family.',
    cure: 'Give the Service the labels or the namespace that a pool selects, widen the selector of a pool, or declare a pool for it. `bellwether explain` names the reason of each pool.',
  },
  BW4002: {
    name: 'PoolsExhausted',
    severity: 'warning',
    cause:
      "Every address that the pools could give to a Service is in use, reserved, or a node's own.",
    cure: 'Add addresses to a pool, or delete Services that are not needed any more.',
  },
  BW4003: {
    name: 'RequestRefused',
    severity: 'warning',
    cause: 'A Service asks for an address that it may not have.',
    cure: 'Ask for an address that a pool has for this Service, or change the pool; without a request the Service gets any free address.',
  },
  BW4004: {
    name: 'AddressInUse',
    severity: 'warning',
    cause:
      'A Service asks for an address that another one has, and the two cannot share it: that takes the same `bellwether.dev/share`, different ports, the same externalTrafficPolicy (with Local also the same selector), and a pool that allows it.',
    cure: 'Ask for another address, or make the two fit each other.',
  },
  BW4005: {
    name: 'RequestedPoolNotInForce',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/pool` names a pool that is not declared, is broken, or could not be read.',
    cure: 'Correct the name, or declare the pool. The Service gets nothing from other pools, and keeps what it has.',
  },
  BW4006: {
    name: 'DualStackIncomplete',
    severity: 'warning',
    cause:
      'A Service with `ipFamilyPolicy: RequireDualStack` can have an address of one family only, so it gets none.',
    cure: 'Add addresses of the other family to a pool that takes the Service, or use PreferDualStack.',
  },
  BW4007: {
    name: 'SecondFamilyMissing',
    severity: 'info',
    cause:
      'A Service with `ipFamilyPolicy: PreferDualStack` has an address of one family; the pools have none left of the other. It gets one as soon as there is one.',
    cure: 'Add addresses of that family to a pool that takes the Service.',
  },
  BW4008: {
    name: 'AddressesOutsidePools',
    severity: 'warning',
    cause:
      'A pool was removed or narrowed while Services have addresses from it. They keep them until they go: nobody loses an address because of an edit.',
    cure: 'Add the addresses to a pool again; or let go of them with the annotation `bellwether.dev/allow-release` on a pool (addresses, or `*` for all that came from that pool): the Services then get other addresses.',
  },
  BW4009: {
    name: 'PoolUnreadable',
    severity: 'warning',
    cause:
      'Services have addresses from a pool whose declaration has an error or could not be read. They keep them.',
    cure: 'Correct the declaration. Until then the pool gives out nothing, and nothing of it is released.',
  },
  BW4010: {
    name: 'KeptAgainstSelectors',
    severity: 'info',
    cause:
      'Services have addresses from a pool whose selectors do not match them any more. They keep them until they go.',
    cure: 'Nothing has to be done. To move such a Service, name another pool or address in its annotations.',
  },
  BW4011: {
    name: 'ReservationWaits',
    severity: 'warning',
    cause:
      'An address is reserved for a Service while another one has it. The one that has it keeps it.',
    cure: 'Let the Service that has the address ask for another one, or reserve another address.',
  },
  BW4012: {
    name: 'ReservationRefused',
    severity: 'warning',
    cause: 'An address is reserved for a Service that may not have it.',
    cure: 'Change what the message names: the pool, the reservation, or what the Service asks for.',
  },
  BW4013: {
    name: 'NodeAddressInUse',
    severity: 'warning',
    cause: "A Service has an address that is a node's own: two machines would answer for it.",
    cure: 'Exclude the address from the pool, and let the Service ask for another one.',
  },
  BW4014: {
    name: 'SharingEnded',
    severity: 'warning',
    cause:
      'Services shared an address, and were changed so that they cannot any more. The older one keeps it, the other gets another one.',
    cure: 'Make their ports, sharing keys and traffic policies fit again, or leave it: the new address is in the plan.',
  },
  BW4015: {
    name: 'SharingKeptAgainstPool',
    severity: 'info',
    cause:
      'Services share an address, and the `sharing` of the pool would not allow it any more. They keep it; nobody new joins.',
    cure: 'Nothing has to be done. To separate them, change their sharing keys.',
  },
  BW4016: {
    name: 'StatusAddressUnknown',
    severity: 'warning',
    cause:
      'The status of a Service has an address that lies in no known pool, while a pool is broken or could not be read. The Service gets no other address until it is known whose that one is.',
    cure: 'Correct the pool that is broken.',
  },
  BW4017: {
    name: 'ServicesUnknown',
    severity: 'warning',
    cause:
      'The cluster state holds no Services, not even an empty list: they were not exported, or could not be read. All addresses stay as they are.',
    cure: 'Export Services too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4018: {
    name: 'NamespacesUnknown',
    severity: 'warning',
    cause:
      'A pool selects namespaces by label, and the cluster state holds no Namespaces. The pool gives out nothing new; what it gave stays.',
    cure: 'Export Namespaces too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4019: {
    name: 'NodeAddressesUnknown',
    severity: 'warning',
    cause:
      "New addresses were given while the cluster state holds no Nodes: whether one is a node's own was not checked.",
    cure: 'Export Nodes too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  // BW5: candidates, choice, guard
  BW5001: {
    name: 'PlanInvalid',
    severity: 'error',
    cause:
      'A file that should hold an AnnouncementPlan does not, or a field of it is missing, of the wrong type, or points at nothing.',
    cure: 'Pass the plan as `bellwether plan -o json` or `-o yaml` printed it. Plans are not meant to be edited.',
  },
  BW5002: {
    name: 'DuplicatePlan',
    severity: 'error',
    cause: 'Two previous plans are of the same segment, so nobody knows which one is in force.',
    cure: 'Pass the plan that is in force, and no older one.',
  },
  BW5101: {
    name: 'LastCandidatesKept',
    severity: 'warning',
    cause:
      'No node passes the filters of the pool, so the nodes that carried the address before go on.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5102: {
    name: 'NoCandidates',
    severity: 'error',
    cause:
      'No node passes the filters of the pool, and none carried the address before: nobody answers.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5103: {
    name: 'NoLocalEndpoints',
    severity: 'warning',
    cause:
      'A Service has `externalTrafficPolicy: Local` and no endpoint that may serve, so nobody answers for its address.',
    cure: 'See that its selector matches Pods, and that one of them is ready.',
  },
  BW5104: {
    name: 'StateIncomplete',
    severity: 'warning',
    cause:
      'The cluster state lacks a kind of object. Absent is not empty: what depends on it stays as it was.',
    cure: 'Export all of it: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW5105: {
    name: 'PreferredNodeExcluded',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/node` of a Service names a node that may not carry its address.',
    cure: 'Name a node that the pool admits, or remove the annotation.',
  },
  BW5201: {
    name: 'TooManyMoves',
    severity: 'error',
    cause: 'The plan would move more of the addresses in force to other nodes than one plan may.',
    cure: 'See that the state holds all nodes. If the moves are meant, allow them for this once: `--allow moves`.',
  },
  BW5202: {
    name: 'TooManyReleases',
    severity: 'error',
    cause: 'The plan would take more of the addresses in force away than one plan may.',
    cure: 'See that the state holds all Services. If the releases are meant, allow them for this once: `--allow releases`.',
  },
  BW5203: {
    name: 'NoPools',
    severity: 'error',
    cause: 'There is no pool at all, while addresses are in force.',
    cure: 'See that the pool folder is the right one. If it is meant to be empty, allow it for this once: `--allow emptyPools`.',
  },
  BW5301: {
    name: 'PlanTooLarge',
    severity: 'error',
    cause: "A plan is larger than the API server's limit for one object (1.5 MiB).",
    cure: 'Give some pools another `announce.segment`: each segment has a plan of its own.',
  },
}

// api/make-finding.ts
function makeFinding(code, parts) {
  return { code, severity: FINDING_CODES[code].severity, ...parts }
}

// reconciler/model/words.ts
function addressesText(count2) {
  return count2 === 1 ? '1 address' : `${count2} addresses`
}
function serviceRef(key) {
  const slash = key.indexOf('/')
  return { kind: 'Service', namespace: key.slice(0, slash), name: key.slice(slash + 1) }
}

// reconciler/allocation/retention-findings.ts
function retentionFindings(retained2) {
  const groups = /* @__PURE__ */ new Map()
  for (const retention of retained2) {
    const key = groupOf2(retention)
    const group = groups.get(key)
    if (group === void 0) groups.set(key, [retention])
    else group.push(retention)
  }
  return [...groups.values()].flatMap(groupFinding)
}
function groupOf2({ address, pool, reason }) {
  const isOwn = reason.type === 'reservedForOther' || reason.type === 'nodeAddress'
  return `${reason.type} ${isOwn ? address.text : pool}`
}
function groupFinding(group) {
  const { address, pool, reason, services } = group[0]
  const object = serviceRef(services[0])
  switch (reason.type) {
    case 'servicesUnknown':
      return []
    case 'reservedForOther':
      return [
        makeFinding('BW4011', {
          message: `${address.text} is reserved for Service ${reason.reservedFor}, while ${servicesText(group[0])} has it`,
          hint: `let ${servicesText(group[0])} ask for another address, or reserve another one`,
          object,
        }),
      ]
    case 'nodeAddress':
      return [
        makeFinding('BW4013', {
          message: `${address.text}, which ${servicesText(group[0])} has, is an address of Node ${reason.node}`,
          hint: `exclude ${address.text} from pool ${pool}, and let the Service ask for another address`,
          object,
        }),
      ]
    default:
      return [poolFinding(group, reason)]
  }
}
var POOL_FINDINGS = {
  poolRemoved: {
    code: 'BW4008',
    why: 'is not declared any more',
    hint: 'declare the pool again, or add bellwether.dev/allow-release with the addresses to another pool',
  },
  poolNarrowed: {
    code: 'BW4008',
    why: 'was narrowed',
    hint: 'add the addresses to a pool again, or add bellwether.dev/allow-release: "*" to this one',
  },
  poolBroken: { code: 'BW4009', why: 'has an error', hint: 'correct the pool' },
  poolUnknown: { code: 'BW4009', why: 'could not be read', hint: 'correct what cannot be read' },
  notAdmitted: {
    code: 'BW4010',
    why: 'would not take their Services today',
    hint: 'nothing has to be done: what is held stays until the Service goes',
  },
  poolSharing: {
    code: 'BW4015',
    why: 'would not let their Services share them today',
    hint: 'nothing has to be done: those that share go on sharing',
  },
}
function poolFinding(group, { type }) {
  const { pool } = group[0]
  const { code, why, hint } = POOL_FINDINGS[type]
  const count2 = addressesText(new Set(group.map(({ address }) => address.text)).size)
  const message = `${count2} of pool ${pool} kept in use, although the pool ${why}: ${listText(group)}`
  return makeFinding(code, { message, hint, object: { kind: 'AddressPool', name: pool } })
}
var SHOWN = 5
function listText(group) {
  const shown = group.slice(0, SHOWN).map((one) => `${one.address.text} (${servicesText(one)})`)
  const more = group.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}
function servicesText({ services, reason }) {
  return reason.type === 'notAdmitted' ? reason.service : services.join(', ')
}

// api/finding.ts
var SEVERITIES = ['error', 'warning', 'info']
function compareFindings(a, b) {
  return (
    comparePlaces(a.at, b.at) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(subject(a), subject(b))
  )
}
function comparePlaces(a, b) {
  if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0)
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column
}
function subject(finding) {
  const { code, object, path = '', message } = finding
  return [code, describeObject(object), path, message].join('\0')
}
function describeObject(object) {
  if (object === void 0) return ''
  const name = object.namespace === void 0 ? object.name : `${object.namespace}/${object.name}`
  return `${object.kind} ${name}`
}

// reconciler/allocation/describe.ts
function say(sentences, value) {
  return sentences[value.type](value)
}
var ADMISSION = {
  serviceSelector: 'its serviceSelector does not match the labels of the Service',
  namespaces: 'the namespace of the Service is not among its namespaces',
  namespaceSelector: 'its namespaceSelector does not match the namespace of the Service',
  namespaceUnknown: 'it selects namespaces by label, and the state holds no Namespaces',
}
var POOL = {
  ...ADMISSION,
  autoAssignOff: 'it gives addresses only to those who ask for it (autoAssign: false)',
  suspended: 'it is suspended',
  noneOfFamily: 'it has no addresses of this family',
  exhausted: 'it has no free address of this family',
  otherHasBothFamilies: 'another pool has addresses of both families for it',
}
var SHARING = {
  noSharingKey: () => 'they do not both have the annotation bellwether.dev/share',
  otherSharingKey: ({ key, otherKey }) => `their sharing keys differ ("${key}" and "${otherKey}")`,
  samePort: ({ protocol, port }) => `both use port ${port}/${protocol}`,
  otherTrafficPolicy: () => 'their externalTrafficPolicy differs',
  otherSelector: () => 'externalTrafficPolicy is Local, and they select different Pods',
  poolSharing: ({ sharing }) => `the pool does not let them share (sharing: ${sharing})`,
  notGivenYet: () => 'it is kept for that one until its other family can be had',
  poolNotInForce: () => 'its pool is not in force, so nobody new gets the address',
}
var OBSTACLE = {
  outsidePools: ({ poolsUnknown }) =>
    poolsUnknown
      ? 'no pool that could be read holds it, and a broken one might'
      : 'no pool holds it',
  outsideRequestedPool: ({ pool }) => `it is not in pool ${pool}, which the Service asks for too`,
  notAdmitted: ({ pool, because }) =>
    `pool ${pool} does not take the Service: ${ADMISSION[because]}`,
  suspended: ({ pool }) => `pool ${pool} is suspended`,
  reservedForOther: ({ pool, service: service2 }) => `pool ${pool} reserves it for ${service2}`,
  nodeAddress: ({ node: node2 }) => `it is an address of node ${node2} itself`,
  inUse: ({ by, sharing }) => `${by} has it, and they cannot share: ${say(SHARING, sharing)}`,
  familyNotWanted: () => 'the Service wants no address of this family',
  secondOfFamily: ({ first }) => `one address of a family is enough, and ${first.text} comes first`,
  reservationFirst: ({ reserved }) =>
    `${reserved.text} is reserved for the Service and comes first`,
}
var REQUESTED_POOL = {
  absent: 'there is no such pool',
  broken: 'its declaration has an error, so it gives out nothing',
  unknown: 'it may be in a file that could not be read',
}
var REFUSAL = {
  request: ({ address, because }) =>
    `it asks for ${address.text} and cannot have it: ${say(OBSTACLE, because)}`,
  reservation: ({ address, because }) =>
    `${address.text} is reserved for it and cannot be had: ${say(OBSTACLE, because)}`,
  requestUnreadable: () =>
    'what it asks for cannot be read, and it gets nothing rather than another',
  requestedPool: ({ pool, because }) => `it asks for pool ${pool}: ${REQUESTED_POOL[because]}`,
  noPoolFits: ({ pools }) =>
    pools.length === 0
      ? 'no pool is in force'
      : `no pool takes it: ${pools.map(describeVerdict).join('; ')}`,
  poolsExhausted: ({ pools }) =>
    `no pool has an address left: ${pools.map(describeVerdict).join('; ')}`,
  otherFamilyMissing: ({ missing: missing2 }) =>
    `it requires both families, and no ${missing2} address could be had`,
  statusAddressUnknown: ({ address }) =>
    `its status names ${address.text}, which may belong to a pool that could not be read`,
}
var RELEASE = {
  serviceGone: () => 'there is no such Service any more',
  serviceNotOurs: () => 'the Service has another type or class now',
  familyNotWanted: ({ family }) => `the Service wants no ${family} address any more`,
  moved: ({ to, rule }) =>
    `it moves to ${to.text}, ${rule === 'reserved' ? 'reserved for it' : 'as it asks for'}`,
  sharingEnded: ({ keeper, because }) =>
    `${keeper}, the older one, keeps it, and they cannot share any more: ${say(SHARING, because)}`,
  releaseAllowed: ({ pool }) =>
    `no pool holds it, and the annotation bellwether.dev/allow-release of pool ${pool} lets it go`,
  secondOfFamily: ({ keeps }) => `it has had ${keeps.text} of the same family for longer`,
  otherPlanFirst: ({ segment }) => `the plan of segment ${segment} had it first`,
}
function describeRefusal(refusal) {
  const { instead, family } = refusal
  const has = instead === void 0 ? `no ${family} address` : `${instead.text} instead`
  return `${has}, because ${say(REFUSAL, refusal)}`
}
function describeRelease({ service: service2, address, reason }) {
  return `${service2} lets go of ${address.text}: ${say(RELEASE, reason)}`
}
function describeVerdict({ pool, because }) {
  return `${pool} (${POOL[because]})`
}

// reconciler/allocation/findings.ts
function allocationFindings(round, { refusals, releases, retained: retained2 }, incomplete) {
  const findings = [
    ...[...refusals].flatMap(([key, list]) => {
      const service2 = round.holderOf(key).service
      return list.flatMap((refusal) => refusalFinding(service2, refusal))
    }),
    ...releases.flatMap(releaseFinding),
    ...retentionFindings(retained2),
    ...incomplete.map(incompleteFinding),
  ]
  return findings.sort(compareFindings)
}
function releaseFinding(release2) {
  if (release2.reason.type !== 'sharingEnded') return []
  return [
    makeFinding('BW4014', {
      message: `Service ${describeRelease(release2)}`,
      hint: 'make the two fit each other again, or use the new address',
      object: serviceRef(release2.service),
    }),
  ]
}
function incompleteFinding(incomplete) {
  switch (incomplete.type) {
    case 'servicesUnknown':
      return makeFinding('BW4017', {
        message: `Services are not known: nothing changes for ${addressesText(incomplete.addresses)} in force`,
        hint: 'add Services to the cluster state',
      })
    case 'namespacesUnknown':
      return makeFinding('BW4018', {
        message: `Namespaces are not known, and these pools select by their labels: ${incomplete.pools.join(', ')}`,
        hint: 'add Namespaces to the cluster state',
      })
    case 'nodeAddressesUnknown':
      return makeFinding('BW4019', {
        message: `Nodes are not known: ${addressesText(incomplete.addresses)} given now without a check against the addresses of nodes`,
        hint: 'add Nodes to the cluster state',
      })
  }
}
function refusalFinding(service2, refusal) {
  const advice = adviceOn(service2, refusal)
  if (advice === void 0) return []
  const { key, namespace, name } = service2
  const [code, hint] = advice
  const message = `Service ${key}: ${describeRefusal(refusal)}`
  return [makeFinding(code, { message, hint, object: { kind: 'Service', namespace, name } })]
}
function adviceOn(service2, refusal) {
  switch (refusal.type) {
    // The annotation has a finding already, from where it is read.
    case 'requestUnreadable':
      return void 0
    case 'request':
      return [refusal.because.type === 'inUse' ? 'BW4004' : 'BW4003', requestHint(refusal.because)]
    case 'reservation':
      return reservationAdvice(refusal)
    case 'requestedPool':
      return ['BW4005', 'correct the annotation bellwether.dev/pool, or the pool']
    case 'noPoolFits':
    case 'poolsExhausted':
      return poolsAdvice(service2, refusal)
    case 'otherFamilyMissing':
      return ['BW4006', 'add addresses of the other family to a pool, or use PreferDualStack']
    case 'statusAddressUnknown':
      return ['BW4016', 'correct the pool that is broken']
  }
}
function requestHint(because) {
  switch (because.type) {
    case 'outsidePools':
      return 'add the address to a pool, or ask for one that is in a pool'
    case 'outsideRequestedPool':
      return 'make bellwether.dev/pool and the requested address agree'
    case 'notAdmitted':
      return 'change the selectors of the pool or the labels of the Service: selectors bind requests too'
    case 'suspended':
      return 'remove suspend from the pool, or ask for an address of another one'
    case 'reservedForOther':
    case 'nodeAddress':
      return 'ask for another address'
    case 'inUse':
      return 'ask for another address, or make the two Services fit to share'
    case 'familyNotWanted':
      return 'add the family to spec.ipFamilies, or remove the request'
    case 'secondOfFamily':
      return 'ask for one address of each family'
    case 'reservationFirst':
      return 'remove the reservation or the request'
  }
}
function reservationAdvice({ because }) {
  if (because.type === 'inUse') return void 0
  return ['BW4012', 'change the reservation, or what stands against it']
}
function poolsAdvice({ familyPolicy, families }, { type, family }) {
  const isExtra = familyPolicy === 'PreferDualStack' && family !== families[0]
  if (type === 'noPoolFits')
    return isExtra ? void 0 : ['BW4001', 'make a pool take the Service, or declare one for it']
  return [
    isExtra ? 'BW4007' : 'BW4002',
    'add addresses of that family to a pool that takes the Service',
  ]
}

// reconciler/allocation/moves.ts
function completeAndMove(moving) {
  const stuck = []
  for (const step of stepsOf(moving)) {
    let done = attempt(moving, step)
    if (!done) stuck.push(step)
    while (done) {
      const unstuck = stuck.findIndex((other) => attempt(moving, other))
      done = unstuck !== -1
      if (done) stuck.splice(unstuck, 1)
    }
  }
}
function stepsOf(moving) {
  return moving.round.holders
    .filter(
      ({ service: service2 }) =>
        service2.requestedPool !== void 0 || service2.familyPolicy === 'RequireDualStack',
    )
    .flatMap((holder) => stepsOfOne(moving, holder))
}
function stepsOfOne({ round, settler }, holder) {
  const claims = settler.claimants.has(holder)
  const families = holder.families.filter((family) =>
    holder.holdings[family] === void 0
      ? claims && holder.service.requestedPool !== void 0
      : isOutsideRequestedPool(round, holder, family),
  )
  const moves2 = families.map((what) => ({ holder, what }))
  return claims && isIncomplete(holder) ? [{ holder, what: 'complete' }, ...moves2] : moves2
}
function attempt(moving, { holder, what }) {
  return what === 'complete' ? completes(moving, holder) : moves(moving, holder, what)
}
function completes({ round, free, settler }, holder) {
  const hasSome = holder.families.some((family) => holder.holdings[family] !== void 0)
  if (!hasSome || !isIncomplete(holder) || !complete(round, free, holder)) return false
  for (const family of holder.families) settler.recheck(holder.holdings[family].address)
  return true
}
function moves({ round, free, settler }, holder, family) {
  if (!isOutsideRequestedPool(round, holder, family)) return false
  const left = holder.holdings[family].address
  const [grant] = findAddresses(round, free, holder, [family])
  if (grant === void 0) return false
  give(round.ledger, holder, grant)
  settler.recheck(grant.address)
  settler.recheck(left)
  return true
}

// reconciler/allocation/outcome.ts
var RULES = ['held', 'reserved', 'requested', 'automatic']
function assignmentsOf({ ledger }, previous, now) {
  const since = firstSince(previous)
  const assignments = []
  for (const holding of ledger.holdings.values()) {
    const holders = receivers(holding)
    if (holders.length === 0) continue
    const { address, origin } = holding
    assignments.push({
      address,
      pool: origin.poolName,
      segment: origin.segment,
      services: keysOf(holders),
      since: since.get(address.text) ?? now,
      rule: ruleOf(address.family, holders),
    })
  }
  return assignments.sort((a, b) => compareAddresses(a.address, b.address))
}
function firstSince(previous) {
  const first = /* @__PURE__ */ new Map()
  for (const { address, since } of previous) {
    const known = first.get(address.text)
    if (known === void 0 || since < known) first.set(address.text, since)
  }
  return first
}
function ruleOf(family, holders) {
  const rules = holders.map((holder) => holder.rules[family])
  return rules.length === 1 ? rules[0] : RULES.find((rule) => rules.includes(rule))
}
function releasesOf({ tenures, reasons }) {
  return tenures
    .filter((tenure) => !isKept(tenure))
    .map((tenure) => releaseOf2(tenure, reasons.get(tenure)))
    .sort(compareReleases)
}
function isKept({ held: { address }, holder }) {
  if (holder === void 0 || isIncomplete(holder)) return false
  return holder.holdings[address.family]?.address.text === address.text
}
function releaseOf2({ held, service: service2, holder }, reason) {
  const { address, pool, segment } = held
  return { address, service: service2, pool, segment, reason: reason ?? moved(holder, held) }
}
function moved({ holdings, rules }, { address: { family } }) {
  return { type: 'moved', to: holdings[family].address, rule: rules[family] }
}
function retainedOf(round) {
  return [...round.ledger.holdings.values()]
    .filter(({ holders, address }) => holders.some(({ rules }) => rules[address.family] === 'held'))
    .flatMap((holding) => retentionsOf2(round, holding))
    .sort((a, b) => compareAddresses(a.address, b.address))
}
function retentionsOf2(round, holding) {
  const { address, origin } = holding
  const reasons = retentionReasons(round, holding)
  if (reasons.length === 0) return []
  const { poolName: pool, segment } = origin
  const services = keysOf(receivers(holding))
  return reasons.map((reason) => ({ address, pool, segment, services, reason }))
}
function retentionReasons(round, holding) {
  const { text } = holding.address
  const reasons = []
  if (holding.origin.retained !== void 0) reasons.push(holding.origin.retained)
  reasons.push(...notAdmitted(round, holding))
  const reserved = round.index.reserved.get(text)
  if (
    reserved &&
    holding.holders.every(({ service: service2 }) => service2.key !== reserved.service)
  )
    reasons.push({ type: 'reservedForOther', reservedFor: reserved.service })
  const node2 = round.nodeAt.get(text)
  if (node2 !== void 0) reasons.push({ type: 'nodeAddress', node: node2.node })
  const sharing = holding.holders.length > 1 ? poolObstacle(holding, holding.holders) : void 0
  if (sharing?.type === 'poolSharing') reasons.push(sharing)
  return reasons
}
function notAdmitted(round, { address, origin, holders }) {
  const { pool } = origin
  if (pool === void 0) return []
  const reserved = round.index.reserved.get(address.text)?.service
  const reasons = []
  for (const { service: service2 } of holders.toSorted((a, b) => a.rank - b.rank)) {
    const because = round.admissionOf(service2).obstacles.get(pool)
    if (because !== void 0 && service2.key !== reserved)
      reasons.push({ type: 'notAdmitted', service: service2.key, because })
  }
  return reasons
}
function incompleteOf(round, { assignments }) {
  const { services, nodes } = round.facts
  if (services === void 0)
    return [{ kind: 'Service', type: 'servicesUnknown', addresses: assignments.length }]
  const incomplete = []
  const pools = poolsThatWaitForNamespaces(round)
  if (pools.length > 0) incomplete.push({ kind: 'Namespace', type: 'namespacesUnknown', pools })
  const addresses = assignments.filter(({ rule }) => rule !== 'held').length
  if (nodes === void 0 && addresses > 0)
    incomplete.push({ kind: 'Node', type: 'nodeAddressesUnknown', addresses })
  return incomplete
}
function poolsThatWaitForNamespaces({ facts, index, holders, admissionOf }) {
  const selecting = index.pools.some(({ namespaceSelector }) => namespaceSelector !== void 0)
  if (facts.namespaces !== void 0 || !selecting) return []
  const pools = /* @__PURE__ */ new Set()
  for (const { service: service2 } of holders.filter(isNew2))
    for (const [pool, obstacle] of admissionOf(service2).obstacles)
      if (obstacle === 'namespaceUnknown') pools.add(pool.name)
  return [...pools].sort(compareText)
}
function isNew2({ families, rules }) {
  return families.some((family) => rules[family] === void 0 || rules[family] === 'automatic')
}

// reconciler/allocation/refusals.ts
function refusalsOf(round, wishes, answers) {
  const refusals = []
  for (const holder of round.holders) {
    const wanted2 = wishes.get(holder) ?? []
    if (wanted2.length === 0 && lacksNothing(holder)) continue
    const found = refusalsOfOne(round, holder, { wanted: wanted2, wishes, answers })
    if (found.length > 0) refusals.push([holder.service.key, found])
  }
  return new Map(refusals.sort(([a], [b]) => compareText(a, b)))
}
function lacksNothing({ service: service2, families, holdings }) {
  if (service2.requestedPool !== void 0 || service2.requestBroken === true) return false
  return families.every((family) => holdings[family] !== void 0)
}
function refusalsOfOne(round, holder, deliberation) {
  const ofFamily = (family) =>
    deliberation.wanted
      .filter(({ address }) => address.family === family)
      .flatMap((wish) => wishRefusal(round, deliberation.wishes, wish))
  const unwanted = ['IPv4', 'IPv6'].filter((family) => !holder.families.includes(family))
  return [
    ...holder.families.flatMap((family) => [
      ...ofFamily(family),
      ...familyRefusal(round, holder, family, deliberation.answers),
    ]),
    ...unwanted.flatMap(ofFamily),
  ]
}
function wishRefusal(round, wishes, wish) {
  const { holder, address, rule } = wish
  const { family } = address
  const held = preferenceOfHeld(wishes, holder, family)
  const instead = given(holder, family)
  if (held > wish.preference) {
    const because = wish.obstacle ?? addressRefusal(round, holder, address)
    const type = rule === 'reserved' ? 'reservation' : 'request'
    return [{ type, family, address, because, instead }]
  }
  if (held === wish.preference || rule === 'reserved') return []
  return [{ type: 'request', family, address, because: betterWish(wishes, wish), instead }]
}
function betterWish(wishes, { holder, address: { family } }) {
  const { address } = holder.holdings[family]
  const better = wishes.get(holder).find((wish) => wish.address.text === address.text)
  return better?.rule === 'reserved'
    ? { type: 'reservationFirst', reserved: address }
    : { type: 'secondOfFamily', first: address }
}
function given(holder, family) {
  return isIncomplete(holder) ? void 0 : holder.holdings[family]?.address
}
function familyRefusal(round, holder, family, answers) {
  const { service: service2 } = holder
  const instead = given(holder, family)
  if (service2.requestBroken === true)
    return instead ? [] : [{ type: 'requestUnreadable', family, instead }]
  if (asksForNoPool(round, holder)) {
    const pool = service2.requestedPool
    const because = absenceOf(round.index, pool)
    return [{ type: 'requestedPool', family, instead, pool, because }]
  }
  if (holder.holdings[family] === void 0) return lackRefusal(round, holder, family, answers)
  if (isIncomplete(holder)) return [otherFamilyMissing(holder, family)]
  if (!isOutsideRequestedPool(round, holder, family)) return []
  return [poolsRefusal(family, instead, answers(service2, family).verdicts)]
}
function lackRefusal(round, holder, family, answers) {
  if (asksForAddress(holder, family)) return []
  const address = statusAddressUnknown(round, holder, family)
  if (address !== void 0)
    return [{ type: 'statusAddressUnknown', family, instead: void 0, address }]
  const { verdicts, available } = answers(holder.service, family)
  if (available) return [otherFamilyMissing(holder, family)]
  return [poolsRefusal(family, void 0, verdicts)]
}
function otherFamilyMissing({ families, holdings }, family) {
  const missing2 = families.find((other) => other !== family && holdings[other] === void 0)
  return { type: 'otherFamilyMissing', family, instead: void 0, missing: missing2 }
}
function poolsRefusal(family, instead, pools) {
  const exhausted = pools.some(({ because }) => because === 'exhausted')
  return { type: exhausted ? 'poolsExhausted' : 'noPoolFits', family, instead, pools }
}
function poolAnswers(round, free) {
  const known = /* @__PURE__ */ new Map()
  return (service2, family) => {
    const admission2 = round.admissionOf(service2)
    const answers = known.get(admission2) ?? /* @__PURE__ */ new Map()
    known.set(admission2, answers)
    const key = `${family} ${service2.requestedPool}`
    const answer = answers.get(key) ?? ask(round, free, service2, family)
    answers.set(key, answer)
    return answer
  }
}
function ask(round, free, service2, family) {
  const { requestedPool: requestedPool2 } = service2
  const asked = round.index.pools.filter(
    ({ name }) => requestedPool2 === void 0 || name === requestedPool2,
  )
  const verdicts = asked.flatMap((pool) => {
    const because = poolObstacle2(round, free, service2, { pool, family })
    return because === void 0 ? [] : [{ pool: pool.name, because }]
  })
  return { verdicts, available: verdicts.length < asked.length }
}
function poolObstacle2(round, free, service2, { pool, family }) {
  const obstacle = round.admissionOf(service2).obstacles.get(pool)
  if (obstacle !== void 0) return obstacle
  if (pool.suspend) return 'suspended'
  if (!pool.autoAssign && service2.requestedPool === void 0) return 'autoAssignOff'
  if (pool.ranges.every(({ first }) => first.family !== family)) return 'noneOfFamily'
  return free.lowest(pool, family) === void 0 ? 'exhausted' : void 0
}

// reconciler/allocation/trace.ts
function traceOf(round, decided, subject2) {
  const address = parseAddress(subject2)
  return isRefused(address)
    ? traceOfService(round, decided, subject2)
    : traceOfAddress(round, decided, address)
}
function traceOfService(round, decided, key) {
  const holder = round.holderOf(key)
  const refusals = decided.refusals.get(key) ?? []
  return [
    ...(holder === void 0 ? [notOurs(round, key)] : []),
    ...decided.tenures.filter(({ service: service2 }) => service2 === key).map(heldByPlan),
    ...(holder?.service.statusAddresses ?? []).map((address) => {
      return { type: 'heldBefore', service: key, address, by: 'status' }
    }),
    ...decided.releases.filter(({ service: service2 }) => service2 === key).map(released),
    ...(holder?.families ?? []).flatMap((family) => searchSteps(round, decided, holder, family)),
    ...refusals.map((refusal) => ({ type: 'refused', service: key, refusal })),
    ...decided.retained.filter(({ services }) => services.includes(key)).map(retained),
    ...decided.assignments
      .filter(({ services }) => services.includes(key))
      .map((assignment) => assigned(round, assignment, key)),
  ]
}
function notOurs({ facts }, service2) {
  if (facts.services === void 0)
    return { type: 'notOurs', service: service2, because: 'servicesUnknown' }
  const exists = facts.otherServices.has(service2)
  return { type: 'notOurs', service: service2, because: exists ? 'otherTypeOrClass' : 'absent' }
}
function heldByPlan({ held: { address }, service: service2 }) {
  return { type: 'heldBefore', service: service2, address, by: 'plan' }
}
function released(release2) {
  return { type: 'released', release: release2 }
}
function retained(retention) {
  return { type: 'retained', retention }
}
function assigned({ holderOf }, assignment, service2) {
  const { address, pool, since, services } = assignment
  const rule = holderOf(service2)?.rules[address.family] ?? assignment.rule
  const sharedWith = services.filter((other) => other !== service2)
  return { type: 'assigned', service: service2, address, pool, rule, since, sharedWith }
}
function searchSteps(round, { answers }, holder, family) {
  const holding = holder.holdings[family]
  const pool = holding?.origin.pool
  if (pool === void 0 || holder.rules[family] !== 'automatic') return []
  if (holding.holders[0] !== holder) return []
  const { service: service2 } = holder
  const { verdicts } = answers(service2, family)
  const before = round.index.pools.slice(0, round.index.pools.indexOf(pool))
  const asked = before.filter(({ name }) => (service2.requestedPool ?? name) === name)
  return [
    ...asked.map((one) => passedOver(service2.key, family, verdictOn(one, verdicts))),
    lowestFree2(round, service2.key, holding.address, pool),
  ]
}
function verdictOn({ name }, verdicts) {
  const verdict = verdicts.find(({ pool }) => pool === name)
  return verdict ?? { pool: name, because: 'otherHasBothFamilies' }
}
function passedOver(service2, family, verdict) {
  return { type: 'poolPassedOver', service: service2, family, verdict }
}
function lowestFree2(round, service2, address, pool) {
  const isBelow = (other) =>
    other.family === address.family && other.value < address.value && holds(pool, other)
  const skipped = skippedAddresses(round).filter((one) => isBelow(one.address))
  const texts = new Set(skipped.map((one) => one.address.text))
  const inUse = [...round.ledger.holdings.values()].filter(
    (holding) => isBelow(holding.address) && !texts.has(holding.address.text),
  ).length
  return { type: 'lowestFree', service: service2, pool: pool.name, address, inUse, skipped }
}
function skippedAddresses({ index, nodeAt }) {
  const nodes = [...nodeAt.values()].map(({ address, node: node2 }) => ({
    address,
    because: { type: 'nodeAddress', node: node2 },
  }))
  const reserved = [...index.reserved.values()]
    .filter(({ address }) => !nodeAt.has(address.text))
    .map(({ address, service: service2 }) => {
      return { address, because: { type: 'reserved', service: service2 } }
    })
  return [...nodes, ...reserved].sort((a, b) => compareAddresses(a.address, b.address))
}
function traceOfAddress(round, decided, address) {
  const { text } = address
  const isIt = (one) => one.address.text === text
  const reserved = round.index.reserved.get(text)
  const node2 = round.nodeAt.get(text)
  const assignment = decided.assignments.find(isIt)
  return [
    { type: 'inPools', address, pools: poolsAt(round.index, address).map(({ name }) => name) },
    ...exclusions(round, address),
    ...(reserved ? [{ type: 'reserved', ...reserved }] : []),
    ...(node2 ? [{ type: 'nodeAddress', ...node2 }] : []),
    ...decided.tenures.filter(({ held }) => isIt(held)).map(heldByPlan),
    ...decided.releases.filter(isIt).map(released),
    ...refusedWishes(decided, address),
    ...decided.retained.filter(isIt).map(retained),
    ...(assignment?.services.map((key) => assigned(round, assignment, key)) ?? [
      { type: 'free', address },
    ]),
  ]
}
function exclusions({ index }, address) {
  return index.pools.flatMap((pool) => {
    const by = exclusionOf(pool, address)
    return by === void 0 ? [] : [{ type: 'excluded', address, pool: pool.name, by }]
  })
}
function refusedWishes({ refusals }, { text }) {
  return [...refusals].flatMap(([service2, list]) =>
    list
      .filter((refusal) => 'address' in refusal && refusal.address.text === text)
      .map((refusal) => ({ type: 'refused', service: service2, refusal })),
  )
}

// reconciler/allocation/wishes.ts
function wishesOf(round) {
  const wishes = /* @__PURE__ */ new Map()
  for (const holder of round.holders) {
    const { key, requestBroken, requestedAddresses } = holder.service
    const asks = requestedAddresses.length > 0 || round.index.reservedFor.has(key)
    if (asks && !requestBroken && !asksForNoPool(round, holder))
      wishes.set(holder, wishesOfOne(round, holder))
  }
  return wishes
}
function wishesOfOne(round, holder) {
  const { key, requestedAddresses } = holder.service
  const requested = new Set(requestedAddresses.map(({ text }) => text))
  const reserved = (round.index.reservedFor.get(key) ?? [])
    .map(({ address }) => address)
    .filter(({ family }) => holder.families.includes(family))
  const isReserved = new Set(reserved.map(({ text }) => text))
  const wanted2 = [
    ...reserved.filter(({ text }) => requested.has(text)),
    ...reserved.filter(({ text }) => !requested.has(text)),
    ...requestedAddresses.filter(
      ({ text }, at) => !isReserved.has(text) && firstAt(requestedAddresses, text) === at,
    ),
  ]
  const counts = { IPv4: 0, IPv6: 0 }
  return wanted2.map((address) => ({
    holder,
    address,
    rule: isReserved.has(address.text) ? 'reserved' : 'requested',
    preference: counts[address.family]++,
    ...permission(round, holder, address),
  }))
}
function firstAt(addresses, text) {
  return addresses.findIndex((address) => address.text === text)
}
function permission(round, holder, address) {
  const origin = originFor(round, holder, address)
  return 'type' in origin ? { origin: void 0, obstacle: origin } : { origin, obstacle: void 0 }
}
function originFor(round, holder, address) {
  if (!holder.families.includes(address.family)) return { type: 'familyNotWanted' }
  const node2 = round.nodeAt.get(address.text)
  if (node2 !== void 0) return { type: 'nodeAddress', node: node2.node }
  let first
  for (const pool of poolsAt(round.index, address)) {
    const refusal = poolRefusal(round, holder, { pool, text: address.text })
    if (refusal === void 0) return originOf(pool)
    if (first === void 0 || first.type === 'outsideRequestedPool') first = refusal
  }
  return first ?? { type: 'outsidePools', poolsUnknown: somePoolUnknown(round.index) }
}

// reconciler/allocation/allocate.ts
function allocate(input) {
  const round = startRound(input)
  return round.facts.services === void 0 ? keepAll(input, round) : decide(input, round)
}
function decide(input, round) {
  const outcome = keepHeld(round, input.previous)
  const wishes = wishesOf(round)
  const settler = claimSettler(round, wishes, claimsOf(outcome.waiting, wishes))
  settler.settle()
  const free = freeAddresses(round)
  completeAndMove({ round, free, settler })
  giveAutomatically(round, free)
  const answers = poolAnswers(round, free)
  return describe(round, {
    tenures: outcome.tenures,
    answers,
    assignments: assignmentsOf(round, input.previous, input.now),
    refusals: refusalsOf(round, wishes, answers),
    releases: releasesOf(outcome),
    retained: retainedOf(round),
  })
}
function keepAll({ previous }, round) {
  const tenures = tenuresOf(round, previous)
  const answers = poolAnswers(round, freeAddresses(round))
  return describe(round, {
    tenures,
    answers,
    refusals: /* @__PURE__ */ new Map(),
    ...freeze(round.index, tenures),
  })
}
function describe(round, decided) {
  const incomplete = incompleteOf(round, decided)
  const { assignments, refusals, releases, retained: retained2 } = decided
  return {
    assignments,
    refusals,
    releases,
    retained: retained2,
    incomplete,
    findings: allocationFindings(round, decided, incomplete),
    trace: (subject2) => traceOf(round, decided, subject2),
  }
}

// reconciler/explain/change-reasons.ts
var RELEASES = {
  serviceGone: 'ServiceGone',
  serviceNotOurs: 'ServiceNotOurs',
  familyNotWanted: 'FamilyNotWanted',
  moved: 'Moved',
  sharingEnded: 'SharingEnded',
  releaseAllowed: 'ReleaseAllowed',
  secondOfFamily: 'SecondOfFamily',
  otherPlanFirst: 'OtherPlanFirst',
}
function changeReasons(segments, allocation, facts) {
  const releases = new Map(
    allocation.releases.map(({ address, service: service2, reason }) => [
      `${address.text} ${service2}`,
      RELEASES[reason.type],
    ]),
  )
  let places
  return {
    move: (address) => {
      places ??= placesOf(segments)
      const place2 = places.get(address)
      return place2 === void 0 ? 'Unexplained' : moveReason(place2, facts)
    },
    release: (address, service2) => releases.get(`${address} ${service2}`) ?? 'Unexplained',
  }
}
function placesOf(segments) {
  return new Map(
    segments.flatMap(({ candidates, choices }) =>
      candidates.addresses.map((entry, index) => [
        entry.assignment.address.text,
        { entry, choice: choices[index] },
      ]),
    ),
  )
}
function moveReason({ entry, choice }, { nodes }) {
  if (entry.basis === 'noLocalEndpoints') return 'NoLocalEndpoints'
  if (choice.candidates.length === 0) return 'NobodyLeft'
  if (choice.reason === 'failback') return 'FailBack'
  const isGone = nodes !== void 0 && !nodes.some(({ name }) => name === entry.formerOwner)
  return isGone ? 'NodeGone' : 'NodeExcluded'
}

// reconciler/values/json.ts
function isPlainObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function describeType(value) {
  if (value === null || value === void 0) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'string') return `the text ${quote(value)}`
  return typeof value === 'number' ? `the number ${value}` : `\`${value === true}\``
}
var SHOWN_LENGTH = 60
function quote(text) {
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}\u2026` : text
  return `\`${shown.replace(/\s+/g, ' ')}\``
}

// reconciler/state/object-fields.ts
var NOTHING = Object.freeze({})
var NO_TEXTS = Object.freeze({})
function fieldsOf(value, path, reading) {
  if (value === void 0 || value === null) return NOTHING
  if (isPlainObject(value)) return value
  return wrongType(NOTHING, 'a mapping', path, reading)
}
function listOf(value, path, reading) {
  if (value === void 0 || value === null) return []
  if (Array.isArray(value)) return value
  return wrongType([], 'a list', path, reading)
}
function textOf(value, path, reading) {
  if (typeof value === 'string') return value
  if (value === void 0 || value === null) return void 0
  return wrongType(void 0, 'a text', path, reading)
}
function choiceOf(value, values, path, reading) {
  if (value === void 0 || value === null || value === '') return void 0
  const choice = values.find((each) => each === value)
  return choice ?? wrongType(void 0, values.join(' or '), path, reading)
}
function textsOf(value, path, reading) {
  if (value === void 0 || value === null) return NO_TEXTS
  const fields = fieldsOf(value, path, reading)
  for (const key in fields)
    if (typeof fields[key] !== 'string') return onlyTexts(fields, path, reading)
  return fields
}
function onlyTexts(fields, path, reading) {
  const entries2 = Object.entries(fields)
  for (const [key, value] of entries2)
    if (typeof value !== 'string') wrongType(void 0, 'a text', `${path}[${key}]`, reading)
  return Object.fromEntries(entries2.filter((entry) => typeof entry[1] === 'string'))
}
function wrongType(instead, wanted2, path, reading) {
  const { object, findings } = reading
  const message = `${path} is not ${wanted2}`
  const hint = `write ${wanted2}; until then the field counts as absent`
  findings.push(makeFinding('BW3007', { message, hint, object, path }))
  return instead
}

// reconciler/state/endpoint-facts.ts
var SERVICE_NAME_LABEL = 'kubernetes.io/service-name'
function serviceOfSlice(slice2) {
  if (
    !isPlainObject(slice2) ||
    slice2['addressType'] === 'FQDN' ||
    !isPlainObject(slice2['metadata'])
  )
    return void 0
  const { labels, namespace } = slice2['metadata']
  const name = isPlainObject(labels) ? labels[SERVICE_NAME_LABEL] : void 0
  if (typeof name !== 'string') return void 0
  return { namespace: typeof namespace === 'string' ? namespace : 'default', name }
}
function readEndpoints(slice2, reading) {
  const endpoints = []
  for (const entry of listOf(slice2['endpoints'], 'endpoints', reading))
    endpoints.push(readEndpoint(fieldsOf(entry, 'endpoints[]', reading), reading))
  return endpoints
}
function readEndpoint({ nodeName, conditions }, reading) {
  const given2 = fieldsOf(conditions, 'endpoints[].conditions', reading)
  const ready = given2['ready'] !== false
  return {
    nodeName: textOf(nodeName, 'endpoints[].nodeName', reading),
    ready,
    serving: typeof given2['serving'] === 'boolean' ? given2['serving'] : ready,
    terminating: given2['terminating'] === true,
  }
}

// reconciler/source/address-repair.ts
function repairAddress(text) {
  const bare = withoutDecoration(text)
  const plain = mappedIPv4(bare) ?? (bare.includes(':') ? bare : bare.replace(LEADING_ZEROS, '$1'))
  return parsed(plain)?.text
}
var LEADING_ZEROS = /(^|\.)0+(?=\d)/g
function withoutDecoration(text) {
  return text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
}
function mappedIPv4(text) {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)
  if (dotted !== null) return dotted[1]
  const hexadecimal = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(text)
  if (hexadecimal === null) return void 0
  const value = (Number(`0x${hexadecimal[1]}`) << 16) | Number(`0x${hexadecimal[2]}`)
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}
function parsed(text) {
  const address = parseAddress(text)
  return isRefused(address) ? void 0 : address
}
function repairPrefix(text) {
  const [addressText = '', lengthText = '', ...rest] = text.trim().split('/')
  if (rest.length > 0) return void 0
  const address = parsed(repairAddress(withFourParts(addressText)) ?? '')
  const length = prefixLength(lengthText)
  if (address === void 0 || length === void 0) return void 0
  if (length > (address.family === 'IPv4' ? 32 : 128)) return void 0
  return `${networkOf(address, length).text}/${length}`
}
function withFourParts(text) {
  if (!/^\d+(?:\.\d+){0,2}\.?$/.test(text)) return text
  const parts = text.split('.').filter((part) => part !== '')
  return [...parts, '0', '0', '0'].slice(0, 4).join('.')
}
function prefixLength(text) {
  const trimmed2 = text.trim()
  if (/^\d{1,3}$/.test(trimmed2)) return Number(trimmed2)
  const mask = parsed(trimmed2)
  if (mask?.family !== 'IPv4') return void 0
  const bits = mask.value.toString(2).padStart(32, '0')
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : void 0
}
function repairRange(text) {
  const plain = text.trim().replace(/\s*(?:[‐-―−~]|\.{2,}|\bto\b)\s*/g, '-')
  const wildcard = /^(\d+\.\d+\.\d+)\.[*xX]$/.exec(plain) ?? /^(\d+\.\d+\.\d+)\.?$/.exec(plain)
  if (wildcard !== null) return repairPrefix(`${wildcard[1]}.0/24`)
  if (plain.includes('-')) return repairSpan(plain.replace(/\/\d+$/, ''))
  return plain.includes('/') ? repairPrefix(plain) : repairAddress(plain)
}
function repairSpan(text) {
  const [firstText = '', lastText = '', ...rest] = text.split('-')
  const first = repairAddress(firstText)
  if (first === void 0 || rest.length > 0) return void 0
  const last = repairAddress(/^\s*\d+\s*$/.test(lastText) ? sibling(first, lastText) : lastText)
  if (last === void 0) return void 0
  const range = ordered(parseRange(`${first}-${last}`), parseRange(`${last}-${first}`))
  return range === void 0 ? void 0 : formatRange(range)
}
function sibling(first, lastPart) {
  return first.replace(/\d+$/, lastPart.trim())
}
function ordered(...ranges) {
  return ranges.find((range) => !isRefused(range))
}

// reconciler/source/address-text.ts
var ADDRESS_FORMS = 'write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10'
var RANGE_FORMS =
  'write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)'
var PREFIX_FORMS = 'write a prefix, as in 192.0.2.0/24 or 2001:db8::/64'
function addressProblems(text) {
  return problemsOfAddress({ text, start: 0 }).map(withHint(repairAddress(text), ADDRESS_FORMS))
}
function prefixProblems(text) {
  if (!isRefused(parsePrefix(text))) return []
  const repaired = repairPrefix(text) ?? usualNetwork(text)
  const hinted = withHint(repaired, PREFIX_FORMS)
  return problemsOfPrefix(text).map(({ refused, part, message }) =>
    hinted({ refused, part, message }),
  )
}
function usualNetwork(text) {
  const address = repairAddress(text)
  return address && repairPrefix(`${address}/${address.includes(':') ? 64 : 24}`)
}
function rangeProblems(text) {
  if (!isRefused(parseRange(text))) return []
  return problemsOfRange(text).map(withHint(repairRange(text), RANGE_FORMS))
}
function withHint(repaired, forms) {
  const hint = repaired === void 0 ? forms : `write ${repaired}`
  return (problem) => ({ ...problem, hint: problem.hint ?? hint })
}
function pieceProblem(piece, refused, message) {
  return { refused, part: { start: piece.start, length: Math.max(1, piece.text.length) }, message }
}
function problemsOfRange(text) {
  const [foreign] = DASHES.exec(text) ?? []
  if (foreign !== void 0) return [foreignDash(text, foreign)]
  const dash = text.indexOf('-')
  if (text.includes('/')) return dash < 0 ? problemsOfPrefix(text) : [prefixAndRange(text)]
  if (dash < 0) return problemsOfAddress({ text, start: 0 })
  const first = trimmed({ text: text.slice(0, dash), start: 0 })
  const last = trimmed({ text: text.slice(dash + 1), start: dash + 1 })
  const problems = [...problemsOfAddress(first), ...problemsOfEnd(last)]
  return problems.length > 0 ? problems : [wrongOrder(text, first, last)]
}
var DASHES = /[\u2010-\u2015\u2212]/
function foreignDash(text, dash) {
  const code = dash.charCodeAt(0).toString(16).toUpperCase()
  const message = `${quote(dash)} (U+${code}) is not the hyphen \`-\` that a range has`
  return pieceProblem({ text: dash, start: text.indexOf(dash) }, 'notAnAddress', message)
}
function problemsOfEnd(piece) {
  if (!/^\d{1,3}$/.test(piece.text)) return problemsOfAddress(piece)
  const message = `the end of a range is a whole address, ${quote(piece.text)} is a part of one`
  return [pieceProblem(piece, 'notAnAddress', message)]
}
function prefixAndRange(text) {
  const message = `${quote(text)} is a prefix and a range at once`
  return pieceProblem({ text, start: 0 }, 'notAnAddress', message)
}
function trimmed({ text, start }) {
  return { text: text.trim(), start: start + text.length - text.trimStart().length }
}
function wrongOrder(text, first, last) {
  const whole = { text, start: 0 }
  if (familyName(first.text) === familyName(last.text))
    return pieceProblem(
      whole,
      'startAfterEnd',
      `the range starts after its end: ${first.text} is higher than ${last.text}`,
    )
  const families = `${first.text} is ${familyName(first.text)}, ${last.text} is ${familyName(last.text)}`
  return {
    ...pieceProblem(whole, 'mixedFamilies', `a range is of one family: ${families}`),
    hint: 'write two ranges, one for each family',
  }
}
function familyName(text) {
  return text.includes(':') ? 'IPv6' : 'IPv4'
}
function problemsOfPrefix(text) {
  const slash = text.indexOf('/')
  if (slash < 0) {
    const problems2 = problemsOfAddress({ text, start: 0 })
    return problems2.length > 0 ? problems2 : [lengthMissing(text)]
  }
  const address = { text: text.slice(0, slash), start: 0 }
  const length = { text: text.slice(slash + 1), start: slash + 1 }
  const problems = [...problemsOfAddress(address), ...problemsOfLength(length, address.text)]
  return problems.length > 0 ? problems : [hostBitsSet(text, address.text)]
}
function lengthMissing(text) {
  const message = `${quote(text)} has no prefix length`
  return pieceProblem({ text, start: 0 }, 'badPrefixLength', message)
}
function problemsOfLength(piece, addressText) {
  const family = familyName(addressText)
  const most = ADDRESS_BITS[family]
  if (/^(0|[1-9]\d*)$/.test(piece.text) && Number(piece.text) <= most) return []
  const range = `the prefix length of ${family} is a number from 0 to ${most}`
  const message =
    piece.text === '' ? `${range}, and is missing` : `${range}, not ${quote(piece.text)}`
  const usual = `write the length of the network, such as ${addressText}/${family === 'IPv4' ? 24 : 64}`
  const problem = pieceProblem(piece, 'badPrefixLength', message)
  return [
    repairPrefix(`${addressText}/${piece.text}`) === void 0 ? { ...problem, hint: usual } : problem,
  ]
}
function hostBitsSet(text, addressText) {
  const message = `${text} has host bits set: ${addressText} is inside a network, not its first address`
  return {
    ...pieceProblem({ text, start: 0 }, 'hostBitsSet', message),
    hint: `write ${repairPrefix(text)} for the network, or ${addressText} for the single address (without a prefix length)`,
  }
}
function problemsOfAddress(piece) {
  const address = parseAddress(piece.text)
  if (!isRefused(address)) return []
  switch (address.refused) {
    case 'ipv4MappedAddress':
      return [
        pieceProblem(piece, 'ipv4MappedAddress', `${piece.text} is an IPv4 address in IPv6 form`),
      ]
    case 'zoneNotAllowed':
      return [zoneProblem(piece)]
    default:
      return [/^[\d.]+$/.test(piece.text) ? problemOfIPv4(piece) : problemOfOther(piece)]
  }
}
function zoneProblem(piece) {
  const percent = piece.text.indexOf('%')
  const zone = { text: piece.text.slice(percent), start: piece.start + percent }
  return pieceProblem(zone, 'zoneNotAllowed', `an address is written without a zone (${zone.text})`)
}
function problemOfIPv4(piece) {
  const octets = octetsOf(piece)
  const padded = octets.find(({ text }) => /^0\d/.test(text))
  if (padded !== void 0)
    return pieceProblem(
      padded,
      'leadingZero',
      `${padded.text} has a leading zero, which some programs take for octal`,
    )
  const large = octets.find(({ text }) => Number(text) > 255)
  if (large !== void 0)
    return pieceProblem(
      large,
      'notAnAddress',
      `${large.text} is more than 255, the highest part of an IPv4 address`,
    )
  const count2 = octets.filter(({ text }) => text !== '').length
  const parts = `${count2} ${count2 === 1 ? 'part' : 'parts'}`
  return pieceProblem(
    piece,
    'notAnAddress',
    `an IPv4 address has four parts, ${quote(piece.text)} has ${parts}`,
  )
}
function octetsOf(piece) {
  return [...piece.text.matchAll(/\d*(?:\.|$)/g)].map((match) => ({
    text: match[0].replace('.', ''),
    start: piece.start + match.index,
  }))
}
function problemOfOther(piece) {
  const { text } = piece
  if (text === '') return pieceProblem(piece, 'notAnAddress', 'an address is missing here')
  if (/^[\da-f:]+$/i.test(text) && text.includes(':')) return problemOfIPv6(piece)
  if (text.includes(',')) return severalAddresses(piece)
  return pieceProblem(piece, 'notAnAddress', `${quote(text)} is not an IP address`)
}
function severalAddresses(piece) {
  const message = `${quote(piece.text)} holds several addresses`
  return {
    ...pieceProblem(piece, 'notAnAddress', message),
    hint: 'write each of them as an entry of its own',
  }
}
function problemOfIPv6(piece) {
  const long = /[\da-f]{5,}/i.exec(piece.text)
  if (long !== null)
    return pieceProblem(
      { text: long[0], start: piece.start + long.index },
      'notAnAddress',
      `a group of an IPv6 address has at most four digits, ${long[0]} has ${long[0].length}`,
    )
  if (piece.text.split('::').length > 2)
    return pieceProblem(
      piece,
      'notAnAddress',
      `:: may stand once in an IPv6 address, ${piece.text} has it more often`,
    )
  const count2 = piece.text.split(':').filter((group) => group !== '').length
  const message =
    piece.text.includes('::') || count2 === 8
      ? `${quote(piece.text)} is not an IPv6 address`
      : `an IPv6 address has eight groups (or :: for the zeros), ${piece.text} has ${count2}`
  return pieceProblem(piece, 'notAnAddress', message)
}

// reconciler/state/annotations.ts
var ANNOTATION_PREFIX = 'bellwether.dev/'
var SERVICE_ANNOTATIONS = ['addresses', 'pool', 'share', 'node']
var NODE_ANNOTATIONS = ['address.']
var NONE = Object.freeze({})
function ownAnnotations(metadata2, known, reading) {
  const { annotations } = metadata2
  if (isPlainObject(annotations) && !hasOwnPrefix(annotations)) return NONE
  const texts = textsOf(annotations, 'metadata.annotations', reading)
  const own = Object.entries(texts)
    .filter(([key]) => key.startsWith(ANNOTATION_PREFIX))
    .map(([key, value]) => [key.slice(ANNOTATION_PREFIX.length), value])
  for (const [name] of own) if (!isKnown(name, known)) reportUnknown(name, known, reading)
  return Object.fromEntries(own)
}
function hasOwnPrefix(annotations) {
  for (const key in annotations) if (key.startsWith(ANNOTATION_PREFIX)) return true
  return false
}
function isKnown(name, known) {
  return known.some((each) =>
    each.endsWith('.') ? name.startsWith(each) && name.length > each.length : name === each,
  )
}
function reportUnknown(name, known, reading) {
  const { object, findings } = reading
  const names = known.map((each) => (each.endsWith('.') ? `${each}<segment>` : each))
  findings.push(
    makeFinding('BW3012', {
      message: `the annotation ${ANNOTATION_PREFIX}${name} means nothing on a ${object.kind}`,
      hint: `known here: ${names.map((each) => ANNOTATION_PREFIX + each).join(', ')}`,
      object,
      path: annotationPath(name),
    }),
  )
}
function annotationPath(name) {
  return `metadata.annotations[${ANNOTATION_PREFIX}${name}]`
}
function readAddressList(text, path, code, reading) {
  const before = reading.findings.length
  const addresses = text.split(',').flatMap((part) => readAddress(part.trim(), path, code, reading))
  return reading.findings.length === before ? addresses : void 0
}
function readAddress(text, path, code, { object, findings }) {
  const address = parseAddress(text)
  if (!isRefused(address)) return [address]
  for (const { message, hint } of addressProblems(text))
    findings.push(
      makeFinding(code, { message: `${describeObject(object)}: ${message}`, hint, object, path }),
    )
  return []
}

// reconciler/state/node-facts.ts
var EXCLUDE_LABEL = 'node.kubernetes.io/exclude-from-external-load-balancers'
function readNode({ key, object, metadata: metadata2 }, reading) {
  const status = fieldsOf(object['status'], 'status', reading)
  const labels = textsOf(metadata2['labels'], 'metadata.labels', reading)
  const conditions = listOf(status['conditions'], 'status.conditions', reading)
  const ready = conditionOf(conditions, 'Ready')
  return {
    name: key,
    labels,
    ready: ready?.['status'] === 'True',
    readySince: textOf(ready?.['lastTransitionTime'], 'status.conditions', reading) ?? '',
    networkUnavailable: conditionOf(conditions, 'NetworkUnavailable')?.['status'] === 'True',
    excludedByLabel: Object.hasOwn(labels, EXCLUDE_LABEL),
    internalIPs: readInternalIPs(status, reading),
    segmentAddresses: readSegmentAddresses(metadata2, reading),
  }
}
function conditionOf(conditions, type) {
  return conditions.find((condition) => isPlainObject(condition) && condition['type'] === type)
}
function readInternalIPs(status, reading) {
  return listOf(status['addresses'], 'status.addresses', reading).flatMap((entry, index) => {
    const path = `status.addresses[${index}]`
    const { type, address } = fieldsOf(entry, path, reading)
    if (type !== 'InternalIP') return []
    const text = textOf(address, `${path}.address`, reading) ?? ''
    return readAddress(text, `${path}.address`, 'BW3010', reading)
  })
}
var NO_SEGMENTS = Object.freeze({})
function readSegmentAddresses(metadata2, reading) {
  const entries2 = Object.entries(ownAnnotations(metadata2, NODE_ANNOTATIONS, reading))
  if (entries2.length === 0) return NO_SEGMENTS
  return Object.fromEntries(
    entries2
      .filter(([name]) => name.startsWith('address.'))
      .flatMap(([name, text]) => {
        const addresses = readAddressList(text, annotationPath(name), 'BW3010', reading)
        return addresses === void 0 ? [] : [[name.slice('address.'.length), addresses]]
      }),
  )
}

// reconciler/state/service-request.ts
var ADDRESSES_PATH = annotationPath('addresses')
var OLDER_PATH = 'spec.loadBalancerIP'
function readRequest(metadata2, spec, reading) {
  const annotations = ownAnnotations(metadata2, SERVICE_ANNOTATIONS, reading)
  const addresses = readRequestedAddresses(annotations['addresses'], spec, reading)
  const { pool, share, node: node2 } = annotations
  const isPoolEmpty = isEmpty('pool', pool, reading)
  const isShareEmpty = isEmpty('share', share, reading)
  const isBroken = addresses === void 0 || isPoolEmpty || isShareEmpty
  return { addresses, pool, share, node: node2 === '' ? void 0 : node2, isBroken }
}
function readRequestedAddresses(annotation, spec, reading) {
  const older = textOf(spec['loadBalancerIP'], OLDER_PATH, reading)?.trim() ?? ''
  if (annotation === void 0) return older === '' ? [] : readOlderRequest(older, reading)
  const addresses = readAddressList(annotation, ADDRESSES_PATH, 'BW3008', reading)
  if (addresses === void 0 || !oneOfEachFamily(addresses, reading)) return void 0
  if (older === '') return addresses
  if (addresses.some(({ text }) => text === older)) reportDeprecated(older, reading)
  else reportContradiction(older, addresses, reading)
  return addresses
}
function readOlderRequest(older, reading) {
  const addresses = readAddressList(older, OLDER_PATH, 'BW3008', reading)
  if (addresses !== void 0) reportDeprecated(older, reading)
  return addresses
}
function reportDeprecated(older, { object, findings }) {
  findings.push(
    makeFinding('BW3013', {
      message: `${describeObject(object)} asks by ${OLDER_PATH}, which is deprecated`,
      hint: `write the annotation bellwether.dev/addresses: "${older}" instead`,
      object,
      path: OLDER_PATH,
    }),
  )
}
function oneOfEachFamily(addresses, { object, findings }) {
  const families = new Set(addresses.map(({ family }) => family))
  if (families.size === addresses.length) return true
  findings.push(
    makeFinding('BW3008', {
      message: `${describeObject(object)} asks for several addresses of one family: ${textsOfAddresses(addresses)}`,
      hint: 'name at most one IPv4 and one IPv6 address',
      object,
      path: ADDRESSES_PATH,
    }),
  )
  return false
}
function reportContradiction(older, addresses, { object, findings }) {
  findings.push(
    makeFinding('BW3009', {
      message: `${describeObject(object)} asks for ${textsOfAddresses(addresses)} by annotation and for ${older} by ${OLDER_PATH}`,
      hint: `remove ${OLDER_PATH}: the annotation is what counts`,
      object,
      path: OLDER_PATH,
    }),
  )
}
function textsOfAddresses(addresses) {
  return addresses.map(({ text }) => text).join(', ')
}
function isEmpty(name, value, { object, findings }) {
  if (value !== '') return false
  const path = annotationPath(name)
  const message = `${describeObject(object)}: the annotation bellwether.dev/${name} is empty`
  findings.push(
    makeFinding('BW3008', { message, hint: 'give it a value, or remove it', object, path }),
  )
  return true
}

// reconciler/state/service-facts.ts
var LOAD_BALANCER_CLASS = 'bellwether.dev/layer2'
var FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack']
var IP_PATH = 'status.loadBalancer.ingress[].ip'
var TRAFFIC_POLICIES = ['Cluster', 'Local']
function isOurs({ object }, asDefaultClass) {
  const { spec } = object
  if (!isPlainObject(spec) || spec['type'] !== 'LoadBalancer') return false
  const { loadBalancerClass } = spec
  if (loadBalancerClass === LOAD_BALANCER_CLASS) return true
  return asDefaultClass && (loadBalancerClass ?? '') === ''
}
function readService(named, reading) {
  const { key, namespace, ref, object, metadata: metadata2 } = named
  const spec = fieldsOf(object['spec'], 'spec', reading)
  const listed = readListedFamilies(spec, reading)
  const familyPolicy = readFamilyPolicy(spec, listed, reading)
  const request = readRequest(metadata2, spec, reading)
  const service2 = {
    key,
    namespace,
    name: ref.name,
    createdAt: textOf(metadata2['creationTimestamp'], 'metadata.creationTimestamp', reading) ?? '',
    labels: textsOf(metadata2['labels'], 'metadata.labels', reading),
    families: familiesFor(familyPolicy, listed),
    familyPolicy,
    ports: readPorts(spec, reading),
    selector: textsOf(spec['selector'], 'spec.selector', reading),
    ...readTraffic(spec, reading),
    requestedAddresses: request.addresses ?? [],
    requestedPool: request.pool,
    sharingKey: request.share,
    preferredNode: request.node,
    statusAddresses: readStatusAddresses(object['status'], reading),
  }
  return request.isBroken ? { ...service2, requestBroken: true } : service2
}
function readTraffic(spec, reading) {
  const path = 'spec.externalTrafficPolicy'
  const policy = choiceOf(spec['externalTrafficPolicy'], TRAFFIC_POLICIES, path, reading)
  if (policy !== 'Local') return { externalTrafficPolicy: 'Cluster' }
  return { externalTrafficPolicy: policy, ...readHealthPort(spec, reading) }
}
function readHealthPort(spec, reading) {
  const { healthCheckNodePort: port } = spec
  if (port === void 0 || port === null || port === 0) return {}
  if (isPort(port)) return { healthCheckNodePort: port }
  return wrongType({}, 'a port from 1 to 65535', 'spec.healthCheckNodePort', reading)
}
function isPort(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535
}
function readFamilyPolicy(spec, listed, reading) {
  const policy = choiceOf(spec['ipFamilyPolicy'], FAMILY_POLICIES, 'spec.ipFamilyPolicy', reading)
  return policy ?? (listed.length === 2 ? 'RequireDualStack' : 'SingleStack')
}
var IPV4 = ['IPv4']
var IPV6 = ['IPv6']
var IPV4_FIRST = ['IPv4', 'IPv6']
var IPV6_FIRST = ['IPv6', 'IPv4']
function familiesFor(policy, listed) {
  const isIPv6First = listed[0] === 'IPv6'
  const isDual =
    policy === 'RequireDualStack' || (policy === 'PreferDualStack' && listed.length !== 1)
  if (isDual) return isIPv6First ? IPV6_FIRST : IPV4_FIRST
  return isIPv6First ? IPV6 : IPV4
}
function readListedFamilies(spec, reading) {
  const path = 'spec.ipFamilies'
  const families = listOf(spec['ipFamilies'], path, reading)
  const known = families.filter(isFamily)
  if (known.length < families.length) wrongType(void 0, 'a list of IPv4 and IPv6', path, reading)
  return known.length > 0 ? known : familiesOfClusterIPs(spec, reading)
}
function isFamily(value) {
  return value === 'IPv4' || value === 'IPv6'
}
function familiesOfClusterIPs(spec, reading) {
  return listOf(spec['clusterIPs'], 'spec.clusterIPs', reading).flatMap((ip) => {
    const address = typeof ip === 'string' ? parseAddress(ip) : void 0
    return address === void 0 || isRefused(address) ? [] : address.family
  })
}
function readPorts(spec, reading) {
  const ports = []
  const entries2 = listOf(spec['ports'], 'spec.ports', reading)
  for (const [index, entry] of entries2.entries()) {
    const port = portOf(entry)
    if (port !== void 0) ports.push(port)
    else wrongType(void 0, 'a port from 1 to 65535', `spec.ports[${index}]`, reading)
  }
  return ports
}
function portOf(entry) {
  if (!isPlainObject(entry)) return void 0
  const { port, protocol } = entry
  if (!isPort(port)) return void 0
  return { protocol: typeof protocol === 'string' ? protocol : 'TCP', port }
}
function readStatusAddresses(status, reading) {
  const path = 'status.loadBalancer.ingress'
  const { loadBalancer } = fieldsOf(status, 'status', reading)
  const { ingress } = fieldsOf(loadBalancer, 'status.loadBalancer', reading)
  const addresses = []
  for (const entry of listOf(ingress, path, reading)) {
    const text = textOf(fieldsOf(entry, path, reading)['ip'], IP_PATH, reading) ?? ''
    if (text !== '') addresses.push(...readAddress(text, path, 'BW3011', reading))
  }
  return addresses
}

// reconciler/values/memo.ts
function onceForEach(answer) {
  const known = /* @__PURE__ */ new WeakMap()
  return (key) => {
    let found = known.get(key)
    if (found === void 0) known.set(key, (found = { value: answer(key) }))
    return found.value
  }
}

// reconciler/values/same-content.ts
function canonicalText(value) {
  return JSON.stringify(value, (_, inner) => (isPlainObject(inner) ? sorted(inner) : inner))
}
function sorted(fields) {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => compareText(a, b)))
}
function sameContent(a, b) {
  return canonicalText(a) === canonicalText(b)
}

// reconciler/state/unique-objects.ts
var CLUSTER_SCOPED = ['Node', 'Namespace']
function uniqueObjects(kind, objects, findings) {
  const named = []
  for (const object of objects) {
    const found = isPlainObject(object) ? namesOf[kind](object) : void 0
    if (found !== void 0) named.push(found)
    else findings.push(withoutName(kind))
  }
  named.sort((a, b) => compareText(a.key, b.key))
  return named.some((each, index) => each.key === named[index - 1]?.key)
    ? withoutOlderVersions(named, findings)
    : named
}
var namesOf = {
  Service: onceForEach((object) => nameOf('Service', object)),
  Node: onceForEach((object) => nameOf('Node', object)),
  EndpointSlice: onceForEach((object) => nameOf('EndpointSlice', object)),
  Namespace: onceForEach((object) => nameOf('Namespace', object)),
}
function nameOf(kind, object) {
  const { metadata: metadata2 } = object
  if (!isPlainObject(metadata2)) return void 0
  const { name, namespace } = metadata2
  if (typeof name !== 'string' || name === '') return void 0
  if (CLUSTER_SCOPED.includes(kind)) {
    const ref2 = { kind, name }
    return { key: name, namespace: '', ref: ref2, object, metadata: metadata2 }
  }
  const inNamespace = typeof namespace === 'string' && namespace !== '' ? namespace : 'default'
  const ref = { kind, namespace: inNamespace, name }
  return { key: `${inNamespace}/${name}`, namespace: inNamespace, ref, object, metadata: metadata2 }
}
function withoutName(kind) {
  return makeFinding('BW3005', {
    message: `a ${kind} of the cluster state has no metadata.name`,
    hint: 'export the state again with `kubectl get -o yaml`; until then this object is passed over',
  })
}
function withoutOlderVersions(sorted2, findings) {
  const versions = /* @__PURE__ */ new Map()
  for (const each of sorted2) versions.set(each.key, [...(versions.get(each.key) ?? []), each])
  return [...versions.values()].map((group) => newest(group, findings))
}
function newest(versions, findings) {
  const newer = versions.reduce((a, b) => (compareVersions(a, b) <= 0 ? a : b))
  if (!versions.every(({ object }) => sameContent(object, newer.object)))
    findings.push(differ(newer.ref))
  return newer
}
function compareVersions(a, b) {
  return (
    versionOf(b) - versionOf(a) || compareText(canonicalText(a.object), canonicalText(b.object))
  )
}
function versionOf({ metadata: metadata2 }) {
  const version = metadata2['resourceVersion']
  return typeof version === 'string' && /^\d+$/.test(version) ? Number(version) : 0
}
function differ(object) {
  return makeFinding('BW3006', {
    message: `${describeObject(object)} stands in the cluster state more than once, with different contents`,
    hint: 'name each export once; the one with the highest resourceVersion is used',
    object,
  })
}

// reconciler/state/facts.ts
function readClusterFacts(state, options) {
  const findings = []
  const { services, otherServices } = readServices(state, options.asDefaultClass, findings)
  const facts = {
    services,
    otherServices,
    nodes: readKind('Node', state.nodes, findings)?.map((node2) => nodeFact(node2, findings)),
    endpoints: readSlices(state, services, findings),
    namespaces: readNamespaces(state, findings),
  }
  return { facts, findings }
}
function readKind(kind, objects, findings) {
  return objects === void 0 ? void 0 : uniqueObjects(kind, objects, findings)
}
function onceRead(read) {
  const reading = onceForEach((named) => {
    const own = []
    return { fact: read(named, { object: named.ref, findings: own }), own }
  })
  return (named, findings) => {
    const { fact, own } = reading(named)
    findings.push(...own)
    return fact
  }
}
var serviceFact = onceRead(readService)
var nodeFact = onceRead(readNode)
var endpointFacts = onceRead(({ object }, reading) => readEndpoints(object, reading))
var namespaceFact = onceRead(({ key, metadata: metadata2 }, reading) => ({
  name: key,
  labels: textsOf(metadata2['labels'], 'metadata.labels', reading),
}))
function readServices(state, asDefaultClass, findings) {
  const otherServices = /* @__PURE__ */ new Set()
  const services = readKind('Service', state.services, findings)?.filter((service2) => {
    const ours = isOurs(service2, asDefaultClass)
    if (!ours) otherServices.add(service2.key)
    return ours
  })
  return {
    services: services?.map((service2) => serviceFact(service2, findings)),
    otherServices,
  }
}
function readSlices(state, services, findings) {
  if (state.endpointSlices === void 0) return void 0
  const endpoints = /* @__PURE__ */ new Map()
  const local = services?.filter(({ externalTrafficPolicy }) => externalTrafficPolicy === 'Local')
  const slices = slicesByService(state.endpointSlices, local ?? [])
  for (const { key } of local ?? []) {
    const own = slices.get(key)
    if (own === void 0) continue
    const read = uniqueObjects('EndpointSlice', own, findings).map((slice2) =>
      endpointFacts(slice2, findings),
    )
    endpoints.set(key, read.length === 1 ? read[0] : read.flat())
  }
  return endpoints
}
function slicesByService(slices, services) {
  const keys = /* @__PURE__ */ new Map()
  for (const { namespace, name, key } of services) {
    const names = keys.get(namespace)
    if (names === void 0) keys.set(namespace, /* @__PURE__ */ new Map([[name, key]]))
    else names.set(name, key)
  }
  const found = /* @__PURE__ */ new Map()
  for (const slice2 of slices) {
    const service2 = serviceOfSlice(slice2)
    if (service2 === void 0) continue
    const key = keys.get(service2.namespace)?.get(service2.name)
    if (key === void 0) continue
    const others = found.get(key)
    if (others === void 0) found.set(key, [slice2])
    else others.push(slice2)
  }
  return found
}
function readNamespaces(state, findings) {
  const namespaces = readKind('Namespace', state.namespaces, findings)
  return namespaces && new Map(namespaces.map((one) => [one.key, namespaceFact(one, findings)]))
}

// reconciler/placement/choice.ts
var NOBODY = -1
function emptyLoads(pools, nodes) {
  return {
    byPool: Array.from({ length: pools }, () => new Int32Array(nodes)),
    ofSegment: new Int32Array(nodes),
  }
}
function addLoad(loads, pool, node2, count2) {
  if (node2 === NOBODY) return
  loads.byPool[pool][node2] += count2
  loads.ofSegment[node2] += count2
}

// reconciler/values/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === void 0) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

// api/hash.ts
function hashName(text) {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  return avalanche(hash)
}
function hashPair(a, b) {
  return avalanche((a + Math.imul(b, 2654435761)) | 0)
}
function avalanche(bits) {
  let mixed = bits ^ (bits >>> 16)
  mixed = Math.imul(mixed, 2246822507)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 3266489909)
  return mixed ^ (mixed >>> 16)
}

// reconciler/placement/fail-back.ts
function failBack(input, choices) {
  const movables = movableAddresses(input, choices)
  if (movables.length === 0) return
  const moving = { input, choices, loads: plannedLoads(input, choices) }
  for (const one of movables) moveToTargets(moving, one)
  const groups = groupsByTargets(
    movables.filter(({ pinned }) => !pinned),
    input,
  )
  let moved2 = groups
  while (moved2.length > 0) moved2 = groups.filter((group) => evenOut(moving, group))
}
function movableAddresses(input, choices) {
  const targetsOf = /* @__PURE__ */ new Map()
  return input.addresses.flatMap(({ pool, classes, preferred }, index) => {
    const { settled } = input.pools[pool]
    const owner = choices[index].candidates[0]
    if (settled === void 0 || owner === void 0 || !settled(owner)) return []
    if (preferred !== NOBODY && settled(preferred))
      return [{ index, targets: /* @__PURE__ */ new Set([preferred]), pinned: true }]
    for (const candidates of classes) {
      const targets = targetsOf.get(candidates) ?? new Set(candidates.nodes.filter(settled))
      targetsOf.set(candidates, targets)
      if (targets.size > 0) return [{ index, targets, pinned: false }]
    }
    return []
  })
}
function plannedLoads({ addresses, pools, nodes }, choices) {
  const loads = emptyLoads(pools.length, nodes.length)
  choices.forEach(({ candidates }, index) =>
    addLoad(loads, addresses[index].pool, candidates[0] ?? NOBODY, 1),
  )
  return loads
}
function moveToTargets(moving, { index, targets }) {
  const owner = moving.choices[index].candidates[0]
  if (!targets.has(owner)) move(moving, index, leastLoaded(moving, index, targets))
}
function move({ input, choices, loads }, index, target) {
  const { pool } = input.addresses[index]
  const { candidates } = choices[index]
  addLoad(loads, pool, candidates[0], -1)
  addLoad(loads, pool, target, 1)
  const rest = candidates.filter((candidate) => candidate !== target)
  choices[index].candidates = [target, ...rest].slice(0, input.limit)
  choices[index].reason = 'failback'
}
function leastLoaded({ input, loads }, index, targets) {
  const { pool, hash } = input.addresses[index]
  const tie = (node2) => hashPair(input.nodes[node2].hash, hash)
  return [...targets].reduce((best, node2) => {
    const difference = compareLoads(loads, pool, best, node2) || tie(node2) - tie(best)
    return difference > 0 ? node2 : best
  })
}
function compareLoads(loads, pool, a, b) {
  const ofPool = loads.byPool[pool]
  return ofPool[a] - ofPool[b] || loads.ofSegment[a] - loads.ofSegment[b]
}
function groupsByTargets(movables, { addresses }) {
  return [...groupBy(movables, ({ targets }) => targets)].map(([targets, group]) => ({
    pool: addresses[group[0].index].pool,
    targets,
    indexes: group.map(({ index }) => index),
  }))
}
function evenOut(moving, { pool, targets, indexes }) {
  const ofPool = moving.loads.byPool[pool]
  const carried = groupBy(indexes, (index) => moving.choices[index].candidates[0])
  let moved2 = false
  while (carried.size > 0) {
    const donor = mostLoaded(moving.loads, pool, [...carried.keys()])
    const own = carried.get(donor)
    const index = own.pop()
    const target = leastLoaded(moving, index, targets)
    if (ofPool[donor] - ofPool[target] < 2) break
    move(moving, index, target)
    moved2 = true
    if (own.length === 0) carried.delete(donor)
  }
  return moved2
}
function mostLoaded(loads, pool, nodes) {
  return nodes.reduce((most, node2) => {
    const difference = compareLoads(loads, pool, node2, most) || most - node2
    return difference > 0 ? node2 : most
  })
}

// reconciler/placement/fill-standbys.ts
function fillStandbys(input, choices) {
  const open2 = choices.flatMap((_, index) => (isOpen(input, choices, index) ? [index] : []))
  if (open2.length === 0) return
  const counts = Array.from({ length: input.limit }, () => new Int32Array(input.nodes.length))
  const all2 = choices.map((_, index) => index)
  for (const group of groupsByCandidate(all2, choices, 0))
    fillGroup({ input, choices, counts }, group, 1)
}
function isOpen({ addresses, limit }, choices, index) {
  const { length } = choices[index].candidates
  return length > 0 && length < limit && addresses[index].classes.length > 0
}
function groupsByCandidate(indexes, choices, depth) {
  const filled = indexes.filter((index) => choices[index].candidates.length > depth)
  return groupBy(filled, (index) => choices[index].candidates[depth]).values()
}
function fillGroup(filling, group, depth) {
  if (group.length === 1) return fillAlone(filling, group[0])
  const { input, choices } = filling
  if (depth >= input.limit || !group.some((index) => isOpen(input, choices, index))) return
  const counts = filling.counts[depth]
  count(filling, group, depth, 1)
  const next = nextStandby(input, counts)
  for (const index of group) {
    const { candidates } = choices[index]
    if (candidates.length > depth) continue
    const standby = next(index, candidates)
    if (standby === NOBODY) continue
    candidates.push(standby)
    counts[standby]++
  }
  count(filling, group, depth, 0)
  for (const alike of groupsByCandidate(group, choices, depth)) fillGroup(filling, alike, depth + 1)
}
function fillAlone({ input, choices, counts }, index) {
  const { candidates } = choices[index]
  while (candidates.length < input.limit) {
    const best = bestClass(input, index, candidates)
    if (best === void 0) return
    const walk = walkFrom(best, candidates)
    candidates.push(
      wanted(input, index, best, candidates) ?? walkOn(walk, best.nodes, counts[0], candidates),
    )
  }
}
function count({ choices, counts }, group, depth, weight) {
  for (const index of group) {
    const candidate = choices[index].candidates[depth]
    if (candidate !== void 0) counts[depth][candidate] = weight * (counts[depth][candidate] + 1)
  }
}
function nextStandby(input, counts) {
  const walks = /* @__PURE__ */ new Map()
  return (index, taken) => {
    const best = bestClass(input, index, taken)
    if (best === void 0) return NOBODY
    const walk = walks.get(best) ?? walkFrom(best, taken)
    walks.set(best, walk)
    return wanted(input, index, best, taken) ?? walkOn(walk, best.nodes, counts, taken)
  }
}
function bestClass({ addresses }, index, taken) {
  return addresses[index].classes.find(
    ({ nodes }) => nodes.length > taken.length || nodes.some((node2) => !taken.includes(node2)),
  )
}
function wanted({ nodes, addresses }, index, { ready }, taken) {
  const { preferred } = addresses[index]
  if (preferred === NOBODY || nodes[preferred].ready !== ready) return void 0
  return taken.includes(preferred) ? void 0 : preferred
}
function walkFrom({ nodes }, taken) {
  const last = taken[taken.length - 1]
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nodes[middle] > last) high = middle
    else low = middle + 1
  }
  return { position: low % nodes.length, level: 0, steps: 0 }
}
function walkOn(walk, nodes, counts, taken) {
  for (;;) {
    if (walk.steps === nodes.length) {
      walk.steps = 0
      walk.level++
    }
    const node2 = nodes[walk.position]
    walk.position = (walk.position + 1) % nodes.length
    walk.steps++
    if (counts[node2] <= walk.level && !taken.includes(node2)) return node2
  }
}

// reconciler/placement/place-owners.ts
function placeOwners(input, choices, loads, onPlacement) {
  const leastLoaded2 = leastLoadedPicker(input, loads)
  for (const index of placementOrder(input.addresses, choices)) {
    const address = input.addresses[index]
    onPlacement?.(index, () => rankCandidates(input, address, loads))
    const owner = preferredOwner(input, address) ?? leastLoaded2(address)
    choices[index].candidates = [owner]
    choices[index].reason = 'placed'
    addLoad(loads, address.pool, owner, 1)
  }
}
function placementOrder(addresses, choices) {
  const open2 = []
  addresses.forEach(({ classes, pool, preferred }, index) => {
    if (choices[index].candidates.length > 0 || classes.length === 0) return
    const freedom = preferred === NOBODY ? classes[0].nodes.length : 1
    open2.push({ index, pool, freedom })
  })
  open2.sort((a, b) => a.pool - b.pool || a.freedom - b.freedom || a.index - b.index)
  return open2.map(({ index }) => index)
}
function preferredOwner(input, address) {
  const { preferred, classes } = address
  if (preferred === NOBODY) return void 0
  return input.nodes[preferred].ready === classes[0].ready ? preferred : void 0
}
function leastLoadedPicker({ nodes }, loads) {
  const hashes = Int32Array.from(nodes, ({ hash }) => hash)
  const buckets = /* @__PURE__ */ new Map()
  return ({ classes, pool, hash }) => {
    const best = classes[0]
    const poolLoads = loads.byPool[pool]
    const bucket = buckets.get(best) ?? { nodes: [], poolLoad: 0, segmentLoad: 0 }
    buckets.set(best, bucket)
    for (;;) {
      if (bucket.nodes.length === 0) gatherLeast(bucket, best, poolLoads, loads.ofSegment)
      const node2 = takeGreatest(bucket.nodes, hashes, hash)
      const isLeast =
        poolLoads[node2] === bucket.poolLoad && loads.ofSegment[node2] === bucket.segmentLoad
      if (isLeast) return node2
    }
  }
}
function gatherLeast(bucket, { nodes }, poolLoads, segmentLoads) {
  bucket.poolLoad = bucket.segmentLoad = Infinity
  for (const node2 of nodes) {
    const difference =
      poolLoads[node2] - bucket.poolLoad || segmentLoads[node2] - bucket.segmentLoad
    if (difference > 0) continue
    if (difference < 0) {
      bucket.nodes.length = 0
      bucket.poolLoad = poolLoads[node2]
      bucket.segmentLoad = segmentLoads[node2]
    }
    bucket.nodes.push(node2)
  }
}
function takeGreatest(nodes, hashes, address) {
  let at = 0
  let greatest = hashPair(hashes[nodes[0]], address)
  for (let index = 1; index < nodes.length; index++) {
    const weight = hashPair(hashes[nodes[index]], address)
    if (weight < greatest || (weight === greatest && nodes[index] > nodes[at])) continue
    at = index
    greatest = weight
  }
  const taken = nodes[at]
  nodes[at] = nodes[nodes.length - 1]
  nodes.pop()
  return taken
}
function rankCandidates({ nodes }, address, loads) {
  const hash = (rank) => hashPair(nodes[rank.number].hash, address.hash)
  const ranks = address.classes.flatMap(({ ready, weight, nodes: members }) =>
    members.map((number) => ({
      number,
      ready,
      preferred: number === address.preferred,
      weight,
      poolAddresses: loads.byPool[address.pool][number],
      segmentAddresses: loads.ofSegment[number],
    })),
  )
  return ranks.sort((a, b) => compareRanks(a, b) || hash(b) - hash(a) || a.number - b.number)
}
function compareRanks(a, b) {
  return (
    Number(b.ready) - Number(a.ready) ||
    Number(b.preferred) - Number(a.preferred) ||
    b.weight - a.weight ||
    a.poolAddresses - b.poolAddresses ||
    a.segmentAddresses - b.segmentAddresses
  )
}

// reconciler/placement/choose.ts
function choose(input, onPlacement) {
  const choices = input.addresses.map((address) => keepFormer(address, input.limit))
  placeOwners(input, choices, currentLoads(input, choices), onPlacement)
  failBack(input, choices)
  fillStandbys(input, choices)
  return choices
}
function keepFormer(address, limit) {
  const { former: former2, ownerStays, reported } = address
  if (ownerStays && former2.length > 0)
    return { candidates: former2.slice(0, limit), reason: 'kept' }
  if (reported !== NOBODY) {
    const rest = former2.filter((node2) => node2 !== reported)
    return { candidates: [reported, ...rest].slice(0, limit), reason: 'reportedOwner' }
  }
  if (former2.length > 0) return { candidates: former2.slice(0, limit), reason: 'nextStandby' }
  return { candidates: [], reason: 'nobody' }
}
function currentLoads({ addresses, pools, nodes }, choices) {
  const loads = emptyLoads(pools.length, nodes.length)
  addresses.forEach(({ pool, reported }, index) => {
    const [owner = NOBODY] = choices[index].candidates
    if (owner !== NOBODY) addLoad(loads, pool, reported === NOBODY ? owner : reported, 1)
  })
  return loads
}

// reconciler/placement/segment-addresses.ts
function addressesOnSegment(node2, segment, networks) {
  const stated = Object.hasOwn(node2.segmentAddresses, segment)
    ? node2.segmentAddresses[segment]
    : node2.internalIPs
  const inside =
    networks.length === 0 ? [...stated] : stated.filter((address) => isInside(networks, address))
  return inside.sort(compareAddresses)
}
function isInside(networks, address) {
  return networks.some((network) => inPrefix(network, address))
}
function inPrefix({ network, length }, address) {
  if (network.family !== address.family) return false
  const host = BigInt((address.family === 'IPv4' ? 32 : 128) - length)
  return network.value >> host === address.value >> host
}

// reconciler/placement/eligible-nodes.ts
function nodeFilter(pool, segment) {
  const selected = compileSelector(pool?.nodeSelector)
  const networks = pool?.nodeNetworks ?? []
  return (node2) => {
    if (!selected(node2.labels)) return 'notSelected'
    if (node2.networkUnavailable) return 'networkUnavailable'
    if (node2.excludedByLabel) return 'excludedByLabel'
    if (addressesOnSegment(node2, segment, networks).length === 0) return 'noAddressOnSegment'
    return void 0
  }
}
function eligibleFinder(segment, nodes) {
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const found = /* @__PURE__ */ new Map()
  const passing = /* @__PURE__ */ new Map()
  function passingPool(pool) {
    const key = poolKey(pool)
    const known = passing.get(key)
    if (known !== void 0) return known
    const filter = nodeFilter(pool, segment)
    const passed = nodes.flatMap(({ fact, current }, number) =>
      current && fact !== void 0 && filter(fact) === void 0 ? [number] : [],
    )
    const eligible = eligibleNodes(pool, passed)
    passing.set(key, eligible)
    return eligible
  }
  return (pool, serving) => {
    const passed = passingPool(pool)
    if (serving.type !== 'some') return passed
    const some = serving.names.flatMap((name) => {
      const number = numbers.get(name)
      return number !== void 0 && passed.has(number) ? [number] : []
    })
    const key = `${poolKey(pool)}\0${some.join()}`
    const eligible = found.get(key) ?? eligibleNodes(pool, some)
    found.set(key, eligible)
    return eligible
  }
}
function poolKey(pool) {
  return pool?.name ?? ''
}
function eligibleNodes(pool, nodes) {
  const members = new Set(nodes)
  return { pool, nodes, has: (node2) => members.has(node2) }
}
function exclusions2(nodes, filter, serving) {
  const names = serving.type === 'some' ? new Set(serving.names) : void 0
  return nodes.flatMap((node2) => {
    const reason =
      filter(node2) ?? (names === void 0 || names.has(node2.name) ? void 0 : 'noLocalEndpoint')
    return reason === void 0 ? [] : [{ node: node2.name, reason }]
  })
}

// reconciler/placement/local-endpoints.ts
var ANY = { type: 'any' }
function servingNodes(facts) {
  const locals = /* @__PURE__ */ new Map()
  for (const service2 of facts.services ?? [])
    if (service2.externalTrafficPolicy === 'Local') locals.set(service2.key, service2)
  return (services) => {
    if (!services.some((key) => locals.has(key))) return ANY
    const { endpoints } = facts
    if (endpoints === void 0) return { type: 'unknown' }
    const local = services.filter((key) => locals.has(key))
    return combine(local.map((key) => nodesWithEndpoints(endpoints.get(key) ?? [])))
  }
}
function nodesWithEndpoints(endpoints) {
  const ready = endpoints.filter((endpoint) => endpoint.ready)
  const serving =
    ready.length > 0
      ? ready
      : endpoints.filter((endpoint) => endpoint.serving && endpoint.terminating)
  const names = /* @__PURE__ */ new Set()
  for (const { nodeName } of serving) {
    if (nodeName === void 0) return void 0
    names.add(nodeName)
  }
  return names
}
function combine(sets) {
  const restricting = sets.filter((set) => set !== void 0)
  if (restricting.length === 0) return ANY
  const union = [...new Set(restricting.flatMap((set) => [...set]))].sort()
  const common = union.filter((name) => restricting.every((set) => set.has(name)))
  return { type: 'some', names: common.length > 0 ? common : union }
}

// reconciler/explain/placement.ts
function explainPlacement({ facts, pools }, segment, index) {
  const entry = segment.candidates.addresses[index]
  const choice = segment.choices[index]
  const nameOf2 = (number) => segment.candidates.nodes[number].name
  const candidates = choice.candidates.map(nameOf2)
  const pool = poolOf(pools, entry)
  const filter = nodeFilter(pool, entry.assignment.segment)
  const excluded = exclusions2(
    facts.nodes ?? [],
    filter,
    servingNodes(facts)(entry.assignment.services),
  )
  const eligible = (entry.eligible?.nodes ?? []).map(nameOf2)
  const placement = {
    basis: entry.basis,
    ownerReason: choice.reason,
    candidates,
    alsoEligible: eligible.filter((name) => !candidates.includes(name)),
    excluded,
  }
  const { formerOwner } = entry
  return {
    ...placement,
    ...(formerOwner === void 0 || formerOwner === candidates[0]
      ? {}
      : { formerOwner: formerOwnerNow(formerOwner, facts.nodes, excluded) }),
    ...(choice.reason === 'placed' ? { ranking: rankingOf(segment, index, nameOf2) } : {}),
  }
}
function poolOf(pools, { assignment }) {
  return pools.find(({ name }) => name === assignment.pool)
}
function formerOwnerNow(node2, nodes, excluded) {
  const isGone = nodes !== void 0 && !nodes.some(({ name }) => name === node2)
  const reason = isGone ? 'nodeGone' : excluded.find((one) => one.node === node2)?.reason
  return { node: node2, ...(reason === void 0 ? {} : { reason }) }
}
function rankingOf({ input }, index, nameOf2) {
  let found = []
  choose(input, (placed, ranking) => {
    if (placed === index) found = ranking()
  })
  return found.map(({ number, ...rank }) => ({ node: nameOf2(number), ...rank }))
}
function explainNode(placement, name) {
  const { facts, segments } = placement
  const fact = facts.nodes?.find((node2) => node2.name === name)
  const standing = facts.nodes === void 0 ? 'unknown' : fact === void 0 ? 'absent' : 'present'
  return {
    kind: 'node',
    node: name,
    standing,
    ...(fact === void 0 ? {} : { ready: fact.ready }),
    segments: segments.map((segment) => nodeInSegment(placement, segment, { name, fact })),
  }
}
function nodeInSegment({ pools }, { plan }, { name, fact }) {
  const { segment, nodes, announcements } = plan.spec
  const index = nodes.findIndex((node2) => node2.name === name)
  const addressesAt = (carries) =>
    announcements
      .filter(({ candidates }) => candidates.includes(index) && carries(candidates.indexOf(index)))
      .map(({ address }) => address)
  return {
    segment,
    addresses: nodes[index]?.addresses ?? [],
    pools:
      fact === void 0
        ? []
        : pools
            .filter((pool) => pool.segment === segment)
            .map((pool) => {
              const excluded = nodeFilter(pool, segment)(fact)
              return { pool: pool.name, ...(excluded === void 0 ? {} : { excluded }) }
            }),
    owns: addressesAt((place2) => place2 === 0),
    standsByFor: addressesAt((place2) => place2 > 0),
  }
}

// reconciler/explain/explanations.ts
function explanations(placement, allocation) {
  const address = (text) => explainText(placement, allocation, text)
  return {
    address,
    service: (service2) => ({
      kind: 'service',
      service: service2,
      standing: standingOf(placement, service2),
      allocation: allocation.trace(service2),
      addresses: allocation.assignments
        .filter(({ services }) => services.includes(service2))
        .map((assignment) => address(assignment.address.text)),
    }),
    node: (name) => explainNode(placement, name),
  }
}
function standingOf({ facts }, key) {
  if (facts.services === void 0) return 'unknown'
  if (facts.services.some((service2) => service2.key === key)) return 'ours'
  return facts.otherServices.has(key) ? 'other' : 'absent'
}
function explainText(placement, allocation, text) {
  const address = parseAddress(text)
  if (isRefused(address))
    return { kind: 'address', address: text, standing: 'notAnAddress', allocation: [] }
  return explainAddress(placement, allocation, address)
}
function explainAddress(placement, { trace }, address) {
  const known = { kind: 'address', address: address.text, allocation: trace(address.text) }
  for (const segment of placement.segments) {
    const index = segment.candidates.addresses.findIndex(
      ({ assignment: assignment2 }) => assignment2.address.text === address.text,
    )
    if (index < 0) continue
    const { assignment } = segment.candidates.addresses[index]
    const placed = explainPlacement(placement, segment, index)
    return { ...known, standing: 'assigned', assignment, placement: placed }
  }
  const isInPool = placement.pools.some((pool) => holds(pool, address))
  return { ...known, standing: isInPool ? 'free' : 'outsidePools' }
}

// reconciler/guard/guard.ts
var FREE_CHANGES = 3
var DEFAULT_CHANGE_SHARE = 0.5
function guard(input) {
  const { maxChangeShare = DEFAULT_CHANGE_SHARE, allow = [] } = input.options
  const inForce = input.previous.reduce((sum, { spec }) => sum + spec.announcements.length, 0)
  const limit = Math.max(FREE_CHANGES, Math.ceil(inForce * maxChangeShare))
  const judged = [
    ['moves', movedAddresses(input)],
    ['releases', releasedAddresses(input)],
  ]
  const refusals = judged
    .filter(([, addresses]) => addresses.length > limit)
    .map(([kind, addresses]) => ({ kind, changes: addresses.length, limit, inForce, addresses }))
  return [...refusals, ...emptyPools(input, inForce)].filter(({ kind }) => !allow.includes(kind))
}
function movedAddresses({ diff }) {
  return diff
    .filter((change) => change.type === 'move' && change.from !== void 0)
    .map(({ address }) => address)
}
function releasedAddresses({ diff, previous, serviceExists }) {
  const services = previous.flatMap(({ spec }) => spec.announcements.flatMap((one) => one.services))
  const noneLeft = !services.some(serviceExists)
  return diff
    .filter((change) => takesAway(change) && (noneLeft || !isConsented(change)))
    .map(({ address }) => address)
}
function takesAway(change) {
  if (change.type === 'retarget') return change.reason !== 'SharingChanged'
  return change.type === 'release'
}
function isConsented({ reason }) {
  return reason === 'ServiceGone' || reason === 'ServiceNotOurs' || reason === 'ReleaseAllowed'
}
function emptyPools({ pools }, inForce) {
  const isEmpty2 = pools.complete && pools.pools.length === 0 && pools.broken.length === 0
  if (!isEmpty2 || inForce === 0) return []
  return [{ kind: 'emptyPools', changes: inForce, limit: 0, inForce, addresses: [] }]
}

// reconciler/guard/findings.ts
var CODES = {
  moves: 'BW5201',
  releases: 'BW5202',
  emptyPools: 'BW5203',
}
function guardFindings(refusals) {
  return refusals.map((refusal) =>
    makeFinding(CODES[refusal.kind], {
      message: messageOf(refusal),
      hint: `if it is meant, allow it for this once: --allow ${refusal.kind}`,
    }),
  )
}
function messageOf({ kind, changes, limit, inForce }) {
  switch (kind) {
    case 'moves':
      return `the plan moves ${changes} of ${inForce} addresses in force to other nodes, and ${limit} may`
    case 'releases':
      return `the plan takes ${changes} of ${inForce} addresses in force away, and ${limit} may`
    case 'emptyPools':
      return `there is no pool, and ${inForce} addresses are in force`
  }
}

// reconciler/guard/missing.ts
function missingInputs(pools, facts, segments, allocation) {
  const on = (...bases) => frozenAddresses(segments, bases)
  const isAskedFor = allocation.some(({ kind }) => kind === 'Namespace')
  const local = on('endpointsUnknown')
  return [
    ...missing('AddressPool', !pools.complete, on('poolUnknown')),
    ...missing('Service', facts.services === void 0, on('servicesUnknown', 'nodesUnknown')),
    ...missing('Node', facts.nodes === void 0, on('nodesUnknown')),
    ...missing('EndpointSlice', local.length > 0, local),
    ...missing('Namespace', isAskedFor, []),
  ]
}
function missing(input, isMissing, frozen) {
  return isMissing ? [{ input, frozen }] : []
}
function frozenAddresses(segments, bases) {
  return segments.flatMap(({ candidates }) =>
    candidates.addresses
      .filter(({ basis }) => bases.includes(basis))
      .map(({ assignment }) => assignment.address.text),
  )
}
function missingFindings(inputs2) {
  return inputs2
    .filter(({ input }) => input === 'Node' || input === 'EndpointSlice')
    .map(({ input, frozen }) =>
      makeFinding('BW5104', {
        message: `the cluster state has no ${input}s: candidates kept as they were for ${addressesText(frozen.length)}`,
        hint: `add ${input}s to the cluster state`,
      }),
    )
}

// reconciler/plan/former.ts
function indexFormerPlans(previous) {
  const bySegment = /* @__PURE__ */ new Map()
  for (const plan of previous)
    if (!bySegment.has(plan.spec.segment)) bySegment.set(plan.spec.segment, indexed(plan))
  return {
    nodes: (segment) => bySegment.get(segment)?.plan.spec.nodes,
    candidates: (segment, address) => {
      const own = bySegment.get(segment)
      const announcement = own?.byAddress.get(address)
      if (own !== void 0 && announcement !== void 0) return former(own, announcement, true)
      const other = firstOf(bySegment.values(), address)
      return other && former(other, other.byAddress.get(address), false)
    },
  }
}
function indexed(plan) {
  return {
    plan,
    byAddress: new Map(plan.spec.announcements.map((entry) => [entry.address, entry])),
  }
}
function former({ plan }, { candidates }, sameSegment) {
  return { candidates, nodes: plan.spec.nodes, sameSegment }
}
function firstOf(plans, address) {
  const since = (one) => one.byAddress.get(address).since
  return [...plans]
    .filter(({ byAddress }) => byAddress.has(address))
    .sort(
      (a, b) =>
        compareText(since(a), since(b)) || compareText(a.plan.spec.segment, b.plan.spec.segment),
    )[0]
}

// reconciler/placement/segment-nodes.ts
function segmentNodes(segment, pools, facts, former2) {
  const addressesOf2 = addressReader(segment, pools, former2)
  const found = (facts ?? []).flatMap((fact) => {
    const addresses = addressesOf2(fact)
    return addresses.length > 0 ? [{ name: fact.name, addresses, fact, current: true }] : []
  })
  const foundNames = new Set(found.map(({ name }) => name))
  const factsByName = new Map((facts ?? []).map((fact) => [fact.name, fact]))
  const kept = (former2 ?? [])
    .filter(({ name }) => !foundNames.has(name))
    .map(({ name, addresses }) => ({
      name,
      addresses,
      fact: factsByName.get(name),
      current: facts === void 0,
    }))
  return [...found, ...kept].sort((a, b) => compareText(a.name, b.name))
}
function addressReader(segment, pools, former2) {
  if (pools.length === 0 && former2 !== void 0) {
    const known = new Map(former2.map(({ name, addresses }) => [name, addresses]))
    return ({ name }) => known.get(name) ?? []
  }
  const networks = networksOf(pools)
  return (fact) => [...new Set(addressesOnSegment(fact, segment, networks).map(({ text }) => text))]
}
function networksOf(pools) {
  if (pools.some(({ nodeNetworks }) => nodeNetworks.length === 0)) return []
  const all2 = pools.flatMap(({ nodeNetworks }) => nodeNetworks)
  return [...new Map(all2.map((one) => [`${one.network.text}/${one.length}`, one])).values()]
}

// reconciler/placement/candidates.ts
function findCandidates(input) {
  const former2 = indexFormerPlans(input.previous)
  const serving = servingNodes(input.facts)
  const pools = groupBy(input.pools.pools, ({ segment }) => segment)
  const assignments = groupBy(input.assignments, ({ segment }) => segment)
  return segmentNames(input).map((segment) => {
    const own = pools.get(segment) ?? []
    const nodes = segmentNodes(segment, own, input.facts.nodes, former2.nodes(segment))
    const finder = candidateFinder({
      segment,
      nodes,
      facts: input.facts,
      former: former2,
      serving,
      pools: own,
    })
    return { segment, nodes, addresses: (assignments.get(segment) ?? []).map(finder) }
  })
}
function segmentNames({ pools, assignments, previous }) {
  const names = [
    ...pools.pools.map(({ segment }) => segment),
    ...assignments.map(({ segment }) => segment),
    ...previous.map(({ spec }) => spec.segment),
  ]
  return [...new Set(names)].sort(compareText)
}
function candidateFinder(segment) {
  const { nodes, former: former2 } = segment
  const knownNodes = formerReader(nodes)
  const pools = new Map(segment.pools.map((pool) => [pool.name, pool]))
  const eligible = eligibleFinder(segment.segment, nodes)
  return (assignment) => {
    const before = former2.candidates(segment.segment, assignment.address.text)
    const found = find(segment, {
      isPlanned: before?.sameSegment === true,
      known: before === void 0 ? [] : knownNodes(before),
      pool: pools.get(assignment.pool),
      served: segment.serving(assignment.services),
      eligible,
    })
    return { assignment, formerOwner: before && ownerOf(before), ...found }
  }
}
function ownerOf({ candidates, nodes }) {
  const [owner] = candidates
  return owner === void 0 ? void 0 : nodes[owner].name
}
function formerReader(nodes) {
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const tables = /* @__PURE__ */ new Map()
  return ({ candidates, nodes: table, sameSegment }) => {
    const numberOf = tables.get(table) ?? table.map(({ name }) => numbers.get(name) ?? NOBODY)
    tables.set(table, numberOf)
    return candidates
      .map((place2) => numberOf[place2])
      .filter((number) => number !== NOBODY && (sameSegment || nodes[number].current))
  }
}
function find(segment, question) {
  const { nodes } = segment
  const { known, pool, served } = question
  const missing2 = missingKind(segment.facts, served)
  if (missing2 !== void 0) return keep(missing2, existing(known, nodes))
  if (served.type === 'some' && served.names.length === 0) return keep('noLocalEndpoints', [])
  const eligible = question.eligible(pool, served)
  if (pool === void 0) {
    const left = known.filter((node2) => stillServes(nodes[node2], served))
    const wasNobody = question.isPlanned && known.length === 0 && served.type === 'any'
    if (left.length > 0 || wasNobody) return keep('poolUnknown', left)
  }
  if (eligible.nodes.length === 0) return keepLast(existing(known, nodes))
  const basis = pool === void 0 ? 'poolUnknown' : 'filtered'
  return { basis, eligible, former: known.filter(eligible.has) }
}
function missingKind(facts, served) {
  if (facts.nodes === void 0) return 'nodesUnknown'
  if (facts.services === void 0) return 'servicesUnknown'
  return served.type === 'unknown' ? 'endpointsUnknown' : void 0
}
function stillServes({ name, fact }, served) {
  return fact !== void 0 && (served.type !== 'some' || served.names.includes(name))
}
function keep(basis, former2) {
  return { basis, eligible: void 0, former: former2 }
}
function keepLast(former2) {
  return keep(former2.length > 0 ? 'nobodyLeft' : 'nobody', former2)
}
function existing(known, nodes) {
  const left = known.filter((node2) => nodes[node2].fact !== void 0)
  return left.length > 0 ? left : known
}

// reconciler/placement/choice-input.ts
function choiceInput(segment, options) {
  const { nodes, addresses } = segment
  const byName2 = /* @__PURE__ */ new Map()
  for (const { assignment, eligible } of addresses)
    byName2.set(assignment.pool, byName2.get(assignment.pool) ?? eligible?.pool)
  const names = [...byName2.keys()].sort(compareText)
  const poolNumbers = new Map(names.map((name, number) => [name, number]))
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const classesOf = classReader(nodes)
  const read = (entry) => ({
    hash: hashName(entry.assignment.address.text),
    pool: poolNumbers.get(entry.assignment.pool),
    classes: entry.eligible === void 0 ? [] : classesOf(entry.eligible),
    former: entry.former,
    ownerStays: entry.former.length > 0 && nodes[entry.former[0]].name === entry.formerOwner,
    reported: reportedOwner(entry, numbers, options),
    preferred: preferredNode(entry, numbers, options),
  })
  return {
    nodes: nodes.map(({ name, fact }) => ({ hash: hashName(name), ready: fact?.ready ?? false })),
    pools: names.map((name) => choicePool(byName2.get(name), nodes, options.now)),
    addresses: addresses.map(read),
    limit: options.limit,
  }
}
function classReader(nodes) {
  const known = /* @__PURE__ */ new Map()
  const weights = /* @__PURE__ */ new Map()
  return (eligible) => {
    const weightOf = weights.get(eligible.pool) ?? weightReader(eligible.pool)
    weights.set(eligible.pool, weightOf)
    const classes = known.get(eligible) ?? nodeClasses(eligible, nodes, weightOf)
    known.set(eligible, classes)
    return classes
  }
}
function nodeClasses({ nodes: numbers }, nodes, weightOf) {
  const ranked = numbers.map((number) => {
    const fact = nodes[number].fact
    return { number, ready: fact.ready, weight: weightOf(fact) }
  })
  const groups = groupBy(ranked, ({ ready, weight }) => `${ready} ${weight}`).values()
  return [...groups]
    .map((group) => ({
      ready: group[0].ready,
      weight: group[0].weight,
      nodes: group.map(({ number }) => number),
    }))
    .sort((a, b) => Number(b.ready) - Number(a.ready) || b.weight - a.weight)
}
function weightReader(pool) {
  const terms = (pool?.preferredNodes ?? []).map(({ weight, selector }) => ({
    weight,
    selects: compileSelector(selector),
  }))
  return ({ labels }) =>
    terms.reduce((sum, { weight, selects }) => sum + (selects(labels) ? weight : 0), 0)
}
function choicePool(pool, nodes, now) {
  if (pool === void 0 || pool.announced.failback === 'never') return { settled: void 0 }
  const seconds = pool.announced.failback === 'immediate' ? 0 : pool.announced.failbackDelaySeconds
  const settled = nodes.map(({ fact }) => fact !== void 0 && isSettled(fact, now, seconds))
  return { settled: (node2) => settled[node2] }
}
function isSettled({ ready, readySince }, now, seconds) {
  if (!ready || seconds === 0) return ready
  return Date.parse(now) - Date.parse(readySince) >= seconds * 1e3
}
function reportedOwner({ assignment, eligible, former: former2 }, numbers, { owners }) {
  const { text } = assignment.address
  if (!Object.hasOwn(owners, text)) return NOBODY
  const number = numbers.get(owners[text]) ?? NOBODY
  return eligible?.has(number) === true || former2.includes(number) ? number : NOBODY
}
function preferredNode({ assignment, eligible }, numbers, { services }) {
  for (const key of assignment.services) {
    const name = services.get(key)?.preferredNode
    const number = name === void 0 ? void 0 : numbers.get(name)
    if (number !== void 0 && eligible?.has(number) === true) return number
  }
  return NOBODY
}

// reconciler/placement/digest.ts
import { createHash } from 'node:crypto'
function digestInputs(pools, facts, assignments = []) {
  const given2 = new Set(
    assignments.flatMap(({ address, services }) =>
      services.map((service2) => `${address.family} ${service2}`),
    ),
  )
  const isOpen2 = (key, family) => !given2.has(`${family} ${key}`)
  return { pools: digest(poolFields(pools)), state: digest(stateFields(facts, pools, isOpen2)) }
}
var BATCH = 256
function digest(values) {
  const hash = createHash('sha256')
  let batch = []
  for (const value of values) {
    batch.push(value)
    if (batch.length < BATCH) continue
    hash.update(JSON.stringify(batch))
    batch = []
  }
  return `sha256:${hash.update(JSON.stringify(batch)).digest('hex')}`
}
function* poolFields({ pools, broken, complete: complete2 }) {
  yield { broken, complete: complete2 }
  for (const pool of pools) yield canonical(decisive(pool))
}
function decisive(pool) {
  const { excluded, ...rest } = pool
  return { ...rest, at: void 0, announce: {}, reservations: pool.reservations.map(withoutPlace) }
}
function withoutPlace(reservation) {
  return { address: reservation.address, service: reservation.service }
}
function* stateFields(facts, { pools }, isOpen2) {
  const labelsOf = pools.some(({ serviceSelector }) => serviceSelector !== void 0)
    ? ({ labels }) => sortedEntries(labels)
    : () => null
  yield ['Service', facts.services !== void 0]
  for (const service2 of facts.services ?? [])
    yield serviceFields(service2, labelsOf(service2), isOpen2)
  yield ['Node', facts.nodes !== void 0]
  const readsTime = pools.some(({ announced }) => announced.failback === 'afterStable')
  for (const node2 of facts.nodes ?? []) yield nodeFields(node2, readsTime)
  yield ['EndpointSlice', facts.endpoints !== void 0]
  const serving = servingNodes(facts)
  for (const { key, externalTrafficPolicy } of facts.services ?? [])
    if (externalTrafficPolicy === 'Local') yield [key, serving([key])]
  yield ['Namespace', facts.namespaces !== void 0]
  yield* namespaceFields(facts, pools)
}
function nodeFields(node2, readsTime) {
  return [
    node2.name,
    sortedEntries(node2.labels),
    node2.ready,
    readsTime ? node2.readySince : null,
    node2.networkUnavailable,
    node2.excludedByLabel,
    node2.internalIPs.map(({ text }) => text),
    sortedEntries(node2.segmentAddresses).map(([name, list]) => [
      name,
      list.map(({ text }) => text),
    ]),
  ]
}
function* namespaceFields({ namespaces }, pools) {
  if (!pools.some(({ namespaceSelector }) => namespaceSelector !== void 0)) return
  for (const [name, { labels }] of sortedEntries(Object.fromEntries(namespaces ?? [])))
    yield [name, sortedEntries(labels)]
}
function serviceFields(service2, labels, isOpen2) {
  return [
    service2.key,
    service2.createdAt,
    labels,
    service2.families,
    service2.familyPolicy,
    service2.externalTrafficPolicy,
    service2.requestedAddresses.map(({ text }) => text),
    service2.requestedPool ?? null,
    service2.preferredNode ?? null,
    openStatus(service2, isOpen2),
    service2.sharingKey === void 0 ? null : sharingFields(service2),
    ...(service2.healthCheckNodePort === void 0 ? [] : [service2.healthCheckNodePort]),
  ]
}
function openStatus({ key, families, statusAddresses }, isOpen2) {
  return statusAddresses
    .filter(({ family }) => families.includes(family) && isOpen2(key, family))
    .map(({ text }) => text)
}
function sharingFields({ sharingKey, ports, selector }) {
  return [sharingKey, ports, sortedEntries(selector)]
}
function sortedEntries(record) {
  return Object.entries(record).sort(([a], [b]) => compareText(a, b))
}
function canonical(value) {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(canonical)
  return sortedEntries(value).map(([key, field]) => [key, canonical(field)])
}

// reconciler/placement/health-check-ports.ts
function healthCheckPorts({ services }, previous) {
  if (services === void 0) {
    const former2 = formerPorts(previous)
    return ({ address }) => former2.get(address.text)
  }
  const ports = new Map(services.map(({ key, healthCheckNodePort }) => [key, healthCheckNodePort]))
  return (assignment) =>
    assignment.services.map((key) => ports.get(key)).find((port) => port !== void 0)
}
function formerPorts(previous) {
  const ports = /* @__PURE__ */ new Map()
  for (const { spec } of previous)
    for (const { address, healthCheckNodePort } of spec.announcements)
      if (healthCheckNodePort !== void 0) ports.set(address, healthCheckNodePort)
  return ports
}

// api/objects.ts
var API_VERSION = 'bellwether.dev/v1alpha1'
var POOL_DEFAULTS = {
  avoidBuggyIPs: false,
  autoAssign: true,
  priority: 100,
  sharing: 'withinNamespace',
  suspend: false,
  segment: 'default',
  failback: 'never',
  failbackDelaySeconds: 60,
  probe: { method: 'auto', intervalMilliseconds: 100, failureThreshold: 5 },
  conflictDetection: 'report',
}
function defaultPool(name) {
  const { failback, failbackDelaySeconds, probe, conflictDetection } = POOL_DEFAULTS
  return { name, failback, failbackDelaySeconds, probe, conflictDetection }
}

// reconciler/placement/compose.ts
function composePlan(
  { segment, nodes, addresses },
  choices,
  { pools, digests, revision, healthPort },
) {
  const table = nodeTable({ nodes }, choices)
  const names = new Set(addresses.map(({ assignment }) => assignment.pool))
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision,
      digests,
      nodes: table.nodes,
      pools: [...names].sort(compareText).map((name) => pools.get(name) ?? defaultPool(name)),
      announcements: addresses.map(({ assignment }, index) => ({
        address: assignment.address.text,
        services: assignment.services,
        pool: assignment.pool,
        candidates: choices[index].candidates.map((number) => table.places[number]),
        since: assignment.since,
        ...portField(healthPort(assignment)),
      })),
    },
  }
}
function portField(port) {
  return port === void 0 ? {} : { healthCheckNodePort: port }
}
function nodeTable({ nodes }, choices) {
  const needed = nodes.map(({ current }) => current)
  for (const { candidates } of choices) for (const number of candidates) needed[number] = true
  let next = 0
  const places = needed.map((isNeeded) => (isNeeded ? next++ : -1))
  const table = nodes
    .filter((_, number) => needed[number])
    .map(({ name, addresses }) => ({ name, addresses }))
  return { nodes: table, places }
}
function announcedPools(pools, previous) {
  const former2 = [...previous]
    .sort((a, b) => compareText(b.spec.segment, a.spec.segment))
    .flatMap(({ spec }) => spec.pools.map((pool) => [pool.name, pool]))
  return new Map([...former2, ...pools.map(({ name, announced }) => [name, announced])])
}

// reconciler/placement/place.ts
var DEFAULT_CANDIDATES = 4
function place(input) {
  const { pools, facts, previous, owners, now, revision } = input
  const services = new Map((facts.services ?? []).map((service2) => [service2.key, service2]))
  const limit = Math.max(1, input.candidatesPerAddress ?? DEFAULT_CANDIDATES)
  const context = {
    pools: announcedPools(pools.pools, previous),
    digests: digestInputs(pools, facts, input.assignments),
    revision,
    healthPort: healthCheckPorts(facts, previous),
  }
  return findCandidates(input).map((candidates) => {
    const numbers = choiceInput(candidates, { services, owners, now, limit })
    const choices = choose(numbers)
    return { candidates, input: numbers, choices, plan: composePlan(candidates, choices, context) }
  })
}

// api/plan-text.ts
function formatPlan(plan) {
  return `${JSON.stringify(canonicalPlan(plan))}
`
}
function canonicalPlan({ metadata: metadata2, spec }) {
  const { segment, revision, digests, nodes, pools, announcements } = spec
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: metadata2.name },
    spec: {
      segment,
      revision,
      digests: { pools: digests.pools, state: digests.state },
      nodes: nodes.map(({ name, addresses }) => ({ name, addresses })),
      pools: pools.map(canonicalPool),
      announcements: announcements.map(canonicalAnnouncement),
    },
  }
}
function canonicalAnnouncement(announcement) {
  const { address, services, pool, candidates, since, healthCheckNodePort } = announcement
  const always = { address, services, pool, candidates, since }
  return healthCheckNodePort === void 0 ? always : { ...always, healthCheckNodePort }
}
function canonicalPool(pool) {
  const { name, interfaces, failback, failbackDelaySeconds, probe, conflictDetection } = pool
  const { method, intervalMilliseconds, failureThreshold } = probe
  return {
    name,
    ...(interfaces === void 0 ? {} : { interfaces }),
    failback,
    failbackDelaySeconds,
    probe: { method, intervalMilliseconds, failureThreshold },
    conflictDetection,
  }
}

// reconciler/plan/size.ts
var MAX_PLAN_BYTES = 1.5 * 1024 * 1024
function planBytes(plan) {
  const { announcements } = plan.spec
  const rest = formatPlan({ ...plan, spec: { ...plan.spec, announcements: [] } })
  const commas = Math.max(0, announcements.length - 1)
  return announcements.reduce((sum, one) => sum + announcementBytes(one), rest.length + commas)
}
var FIELDS = '{"address":"","services":[],"pool":"","candidates":[],"since":""}'.length
var PORT_FIELD = ',"healthCheckNodePort":'.length
function announcementBytes({ address, services, pool, candidates, since, healthCheckNodePort }) {
  const texts = address.length + pool.length + since.length
  const keys = services.reduce((sum, key) => sum + key.length + 2, services.length - 1)
  const indexes = candidates.reduce((sum, index) => sum + digits(index), 0)
  const port = healthCheckNodePort === void 0 ? 0 : PORT_FIELD + digits(healthCheckNodePort)
  return FIELDS + texts + keys + indexes + port + Math.max(0, candidates.length - 1)
}
function digits(index) {
  return index < 10 ? 1 : 1 + digits(Math.floor(index / 10))
}

// reconciler/placement/findings.ts
function placementFindings(segments, { services = [] }) {
  const preferring = services.filter(
    ({ preferredNode: preferredNode2 }) => preferredNode2 !== void 0,
  )
  const wishes = new Map(
    preferring.map(({ key, preferredNode: preferredNode2 = '' }) => [key, preferredNode2]),
  )
  return segments.flatMap((segment) => [
    ...poolFindings(segment),
    ...segment.candidates.addresses.filter(isSilent).map(endpointFinding),
    ...preferenceFindings(segment, wishes),
    ...sizeFindings(segment),
  ])
}
function poolFindings({ candidates }) {
  const isLeft = ({ basis }) => basis === 'nobodyLeft' || basis === 'nobody'
  const groups = groupBy(
    candidates.addresses.filter(isLeft),
    ({ assignment, basis }) => `${basis} ${assignment.pool}`,
  )
  return [...groups.values()].map((entries2) => {
    const { assignment, basis } = entries2[0]
    const addresses = someOf(entries2.map((entry) => entry.assignment.address.text))
    return makeFinding(basis === 'nobody' ? 'BW5102' : 'BW5101', {
      message:
        basis === 'nobody'
          ? `no node may carry ${addresses}: nobody answers`
          : `no node may carry ${addresses}: the candidates of the previous plan stay`,
      hint: `see why with "bellwether explain ${assignment.address.text}"`,
      object: { kind: 'AddressPool', name: assignment.pool },
    })
  })
}
function someOf(texts) {
  const shown = texts.slice(0, 3).join(', ')
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown
}
function isSilent({ basis }) {
  return basis === 'noLocalEndpoints'
}
function endpointFinding({ assignment }) {
  return makeFinding('BW5103', {
    message: `nobody answers for ${assignment.address.text}: externalTrafficPolicy is Local, and there is no endpoint`,
    hint: 'see that the selector matches Pods, and that one of them is ready',
    object: serviceRef2(assignment.services[0]),
  })
}
function preferenceFindings({ candidates }, wishes) {
  if (wishes.size === 0) return []
  const numbers = new Map(candidates.nodes.map(({ name }, number) => [name, number]))
  return candidates.addresses.flatMap(({ assignment, eligible }) =>
    assignment.services
      .filter((key) => wishes.has(key) && eligible !== void 0)
      .filter((key) => !eligible.has(numbers.get(wishes.get(key)) ?? NOBODY))
      .map((key) => preferenceFinding(key, wishes.get(key), assignment.address.text)),
  )
}
function preferenceFinding(key, node2, address) {
  return makeFinding('BW5105', {
    message: `node ${node2}, which the Service prefers, may not carry ${address}`,
    hint: `see why with "bellwether explain ${address}"`,
    object: serviceRef2(key),
    path: 'metadata.annotations[bellwether.dev/node]',
  })
}
function sizeFindings({ plan }) {
  const { announcements, segment } = plan.spec
  const bytes = planBytes(plan)
  if (bytes <= MAX_PLAN_BYTES) return []
  return [
    makeFinding('BW5301', {
      message: `the plan of segment ${segment} has ${announcements.length} addresses and ${bytes} bytes, and an object may have ${MAX_PLAN_BYTES}`,
      hint: 'give some of its pools another spec.announce.segment',
      object: { kind: 'AnnouncementPlan', name: segment },
    }),
  ]
}
function serviceRef2(key) {
  const [namespace = '', name = ''] = key.split('/', 2)
  return { kind: 'Service', namespace, name }
}

// reconciler/plan/diff.ts
var UNEXPLAINED = {
  move: () => 'Unexplained',
  release: () => 'Unexplained',
}
function diffPlans(previous, next, reasons = UNEXPLAINED) {
  const before = entries(previous)
  const after = entries(next)
  const released2 = [...before.keys()].filter((address) => !after.has(address))
  const addresses = [...after.keys(), ...released2]
  if (next.length > 1 || released2.length > 0) sortAddresses(addresses)
  return addresses.flatMap((address) => changesOf(before.get(address), after.get(address), reasons))
}
function entries(plans) {
  const found = /* @__PURE__ */ new Map()
  for (const plan of [...plans].sort((a, b) => compareText(a.spec.segment, b.spec.segment)))
    for (const announcement of plan.spec.announcements) {
      const known = found.get(announcement.address)
      if (known === void 0 || announcement.since < known.announcement.since)
        found.set(announcement.address, { plan, announcement })
    }
  return found
}
function sortAddresses(texts) {
  const parsed2 = new Map(texts.map((text) => [text, parsedAddress(text)]))
  texts.sort((a, b) => compareAddresses(parsed2.get(a), parsed2.get(b)))
}
function parsedAddress(text) {
  const address = parseAddress(text)
  if (isRefused(address)) throw new Error(`a plan with the address ${text}`)
  return address
}
function nameAt({ plan, announcement }, place2) {
  const index = announcement.candidates[place2]
  return index === void 0 ? void 0 : plan.spec.nodes[index].name
}
function changesOf(before, after, reasons) {
  if (after === void 0) return [release(before, reasons)]
  if (before === void 0) return [assign(after)]
  const changes = [
    ...retarget(before, after, reasons),
    ...(move2(before, after, reasons) ?? standbys(before, after)),
  ]
  return changes.length > 0 ? changes : [keep2(before, after)]
}
function about({ announcement, plan }) {
  const { address, pool } = announcement
  return { address, segment: plan.spec.segment, pool }
}
function assign(after) {
  const { address, pool, services } = after.announcement
  const { segment } = after.plan.spec
  const to = nameAt(after, 0)
  const reason = 'NewAssignment'
  const rest = { services, disruptive: false, ...(to === void 0 ? {} : { to }) }
  return { type: 'assign', address, segment, pool, reason, ...rest }
}
function release(before, reasons) {
  const from = nameAt(before, 0)
  const { services, address } = before.announcement
  const reason = mainReason(services.map((service2) => reasons.release(address, service2)))
  const disruptive = from !== void 0 && breaksConnections(reason)
  const change = { type: 'release', ...about(before), reason, services, disruptive }
  return { ...change, ...(from === void 0 ? {} : { from }) }
}
function mainReason(all2) {
  return all2.find(breaksConnections) ?? 'ServiceGone'
}
function breaksConnections(reason) {
  return reason !== 'ServiceGone'
}
function retarget(before, after, reasons) {
  const [former2, services] = [before.announcement.services, after.announcement.services]
  if (former2.join() === services.join()) return []
  const { address } = after.announcement
  const lost = former2
    .filter((service2) => !services.includes(service2))
    .map((service2) => reasons.release(address, service2))
  const reason = lost.length === 0 ? 'SharingChanged' : mainReason(lost)
  const disruptive = lost.some(breaksConnections)
  return [
    { type: 'retarget', ...about(after), reason, disruptive, before: former2, after: services },
  ]
}
function move2(before, after, reasons) {
  const [from, to] = [nameAt(before, 0), nameAt(after, 0)]
  const isElsewhere = before.plan.spec.segment !== after.plan.spec.segment
  if (from === to && !isElsewhere) return void 0
  const { address, services } = after.announcement
  const reason = moveReason2({ from, isElsewhere }, () => reasons.move(address))
  const disruptive = from !== void 0 && reason !== 'NoLocalEndpoints'
  return [{ type: 'move', ...about(after), reason, disruptive, services, from, to }]
}
function moveReason2({ from, isElsewhere }, told) {
  if (isElsewhere) return 'SegmentChanged'
  return from === void 0 ? 'OwnerFound' : told()
}
function standbys(before, after) {
  if (hasSameCandidates(before, after)) return []
  const change = { type: 'standbys', ...about(after), reason: 'StandbysChanged' }
  return [{ ...change, disruptive: false, before: standbysOf(before), after: standbysOf(after) }]
}
function hasSameCandidates(before, after) {
  const { length } = after.announcement.candidates
  if (before.announcement.candidates.length !== length) return false
  return after.announcement.candidates.every(
    (_, place2) => nameAt(before, place2) === nameAt(after, place2),
  )
}
function standbysOf(entry) {
  return entry.announcement.candidates.slice(1).map((_, place2) => nameAt(entry, place2 + 1))
}
function keep2(before, { announcement, plan }) {
  const { address, pool } = announcement
  const reason = before.announcement.pool === pool ? 'Unchanged' : 'PoolChanged'
  return { type: 'keep', address, segment: plan.spec.segment, pool, reason, disruptive: false }
}

// reconciler/schema/field-finding.ts
function fieldFinding(complaint, object) {
  const { code, path, message, hint, other } = complaint
  const at = complaint.atKey ? object.placeOfKey(path) : object.place(path)
  const ref = objectRef(object.value)
  return makeFinding(code, {
    message,
    hint,
    at,
    ...(other && { related: [{ message: other.message, at: object.place(other.path) }] }),
    ...(ref && { object: ref }),
    path: pathText(path),
  })
}
function objectRef(value) {
  const { kind, metadata: metadata2 } = value
  const name = isPlainObject(metadata2) ? metadata2['name'] : void 0
  if (typeof kind !== 'string' || typeof name !== 'string' || name === '') return void 0
  return { kind, name }
}
function pathText(path) {
  let text = ''
  for (const step of path) {
    const plain = typeof step === 'string' && /^[\w-]+$/.test(step)
    text += plain ? `${text === '' ? '' : '.'}${step}` : `[${step}]`
  }
  return text
}
function valueAt(value, path) {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return void 0
    current = current[step]
  }
  return current
}
function textAt({ lineText, column, length }) {
  return lineText.slice(column - 1, column - 1 + length)
}

// reconciler/pools/finding.ts
function poolFinding2(code, { document, path }, parts) {
  const object = { kind: 'AddressPool', name: document.pool.metadata.name }
  return makeFinding(code, { at: document.place(path), ...parts, object, path: pathText(path) })
}
var TEXT_CODES2 = {
  notAnAddress: 'BW2001',
  badPrefixLength: 'BW2002',
  hostBitsSet: 'BW2003',
  startAfterEnd: 'BW2004',
  mixedFamilies: 'BW2005',
  ipv4MappedAddress: 'BW2006',
  leadingZero: 'BW2007',
  zoneNotAllowed: 'BW2008',
}
function textFindings(problems, field, text) {
  return problems.map(({ refused, part, message, hint }) => {
    const at = partOfPlace(field.document.place(field.path), text, part)
    return poolFinding2(TEXT_CODES2[refused], field, { at, message, hint })
  })
}
function partOfPlace(place2, text, part) {
  const { lineText, column, length } = place2
  const offset = lineText.slice(column - 1, column - 1 + length).indexOf(text)
  if (offset < 0 || text === '') return place2
  return { ...place2, column: column + offset + part.start, length: part.length }
}
function placeOfKey({ document, path }) {
  const key = String(path.at(-1))
  const place2 = document.place(path)
  const start = place2.lineText.slice(0, place2.column - 1).lastIndexOf(key)
  return start < 0 || key === '' ? place2 : { ...place2, column: start + 1, length: key.length }
}

// reconciler/lint/node-addresses.ts
function nodeAddressFindings(pools, nodes) {
  const all2 = mergeRanges(pools.flatMap(({ pool }) => pool.ranges))
  const own = nodes.flatMap((node2) =>
    addressesOf(node2)
      .filter((address) => rangeWith(all2, address) !== void 0)
      .map((address) => ({ node: node2.name, address })),
  )
  return own.length === 0 ? [] : pools.flatMap((placed) => findingsOfPool(placed, own))
}
function addressesOf({ internalIPs, segmentAddresses }) {
  const annotated = Object.values(segmentAddresses).flat()
  if (annotated.length === 0) return internalIPs
  const distinct = new Map([...internalIPs, ...annotated].map((each) => [each.text, each]))
  return [...distinct.values()]
}
var SHOWN2 = 3
function findingsOfPool({ pool, document }, own) {
  const held = own.filter(({ address }) => holds(pool, address))
  if (held.length === 0) return []
  return document.pool.spec.addresses.flatMap((text, index) => {
    const range = parseRange(text)
    if (isRefused(range)) return []
    const inside = held.filter(({ address }) => contains(range, address))
    if (inside.length === 0) return []
    const path = ['spec', 'addresses', index]
    return [poolFinding2('BW3020', { document, path }, describeNodes(text, inside))]
  })
}
function describeNodes(text, inside) {
  const shown = inside
    .slice(0, SHOWN2)
    .map(({ node: node2, address }) => `${address.text} (${node2})`)
  const more = inside.length > SHOWN2 ? ` and ${inside.length - SHOWN2} more` : ''
  const excludes = [...new Set(inside.slice(0, SHOWN2).map(({ address }) => `"${address.text}"`))]
  return {
    message: `${text} holds addresses of nodes: ${shown.join(', ')}${more}`,
    hint: `add them to exclude (${excludes.sort(compareText).join(', ')}${more}); a Service never gets the address of a node that is known`,
  }
}

// reconciler/pools/exclude-findings.ts
function uselessExcludes(excludes, given2) {
  return excludes
    .filter(({ range }) => !meets(given2, range))
    .map((exclude) =>
      poolFinding2('BW2015', exclude, {
        message: `${exclude.text} excludes nothing: no entry of addresses holds any of it`,
        hint: `remove it, or name a part of ${describeRanges(given2)}`,
      }),
    )
}
function meets(ranges, range) {
  const candidate = ranges[firstEndingAtOrAfter(ranges, range.first)]
  return candidate !== void 0 && intersection(candidate, range) !== void 0
}
var SHOWN_RANGES = 3
function describeRanges(ranges) {
  const shown = ranges.slice(0, SHOWN_RANGES).map(formatRange).join(', ')
  const more = ranges.length - SHOWN_RANGES
  return more > 0 ? `${shown} and ${more} more` : shown
}
function withoutAddresses(document, given2, ranges) {
  const isAvoided = document.pool.spec.avoidBuggyIPs === true && ranges.every(isAllBuggy)
  if (ranges.length > 0 && !isAvoided) return []
  const field = ranges.length > 0 ? 'avoidBuggyIPs' : 'exclude'
  const message = `${field} leaves no address of ${describeRanges(given2)}`
  const hint = 'to stop giving out addresses, write `suspend: true`; existing ones then stay'
  return [poolFinding2('BW2016', { document, path: ['spec', field] }, { message, hint })]
}
function isAllBuggy(range) {
  return rangeSize(range) <= 2n && isBuggy(range.first) && isBuggy(range.last)
}

// reconciler/pools/network-rules.ts
function networkFindings(pool, entries2) {
  return [
    ...entries2.flatMap((entry) => outsideFindings(pool, entry)),
    ...pool.nodeNetworks.flatMap((network) => reservedFindings(pool, network, entries2)),
  ]
}
function outsideFindings(pool, entry) {
  const { family } = entry.range.first
  const networks = pool.nodeNetworks.filter(({ network }) => network.family === family)
  const outside = subtract(commonParts(pool.ranges, entry.range), networks.map(rangeOfPrefix))
  if (networks.length === 0 || outside.length === 0) return []
  const named = networks.map(formatPrefix).join(', ')
  return [
    poolFinding2('BW2026', entry, {
      message: `${describeRanges(outside)} is outside of nodeNetworks (${named})`,
      hint: 'use addresses of those networks: neighbours ask for others at their router, not on the segment',
    }),
  ]
}
function commonParts(ranges, range) {
  return subtract([range], subtract([range], ranges))
}
function reservedFindings(pool, network, entries2) {
  return reservedAddresses2(network).flatMap(({ address, meaning }) => {
    const alone = { first: address, last: address }
    const entry = entries2.find(({ range }) => intersection(range, alone) !== void 0)
    if (entry === void 0 || !holds(pool, address)) return []
    return [
      poolFinding2('BW2025', entry, {
        message: `${address.text} is the ${meaning} of ${formatPrefix(network)}`,
        hint: `write \`exclude: ["${address.text}"]\`, or shorten ${formatRange(entry.range)}`,
      }),
    ]
  })
}
function reservedAddresses2({ network, length }) {
  if (length >= ADDRESS_BITS[network.family] - 1) return []
  if (network.family === 'IPv6')
    return [{ address: network, meaning: 'Subnet-Router anycast address' }]
  const { last } = rangeOfPrefix({ network, length })
  return [
    { address: network, meaning: 'network address' },
    { address: last, meaning: 'broadcast address' },
  ]
}
function formatPrefix({ network, length }) {
  return `${network.text}/${length}`
}

// reconciler/lint/nodes.ts
function nodeFindings(placed, { nodes }) {
  if (nodes === void 0 || nodes.length === 0) return []
  const selected = selectNodes(placed, nodes)
  if (selected.candidates.length + selected.others.length === 0) return [selectsNone(placed, nodes)]
  const idle = idleNetworks(placed, selected)
  if (selected.candidates.length === 0) return [...idle, withoutCandidates(placed, selected)]
  return [...idle, ...withoutAddress(placed, selected), ...idlePreferences(placed, selected)]
}
function selectNodes({ pool }, nodes) {
  const filter = nodeFilter(pool, pool.segment)
  const candidates = []
  const others = []
  for (const node2 of nodes) {
    const reason = filter(node2)
    if (reason === void 0) candidates.push(node2)
    else if (reason !== 'notSelected') others.push({ node: node2, reason })
  }
  return { candidates, others }
}
function selectsNone({ pool, document }, nodes) {
  return poolFinding2(
    'BW3024',
    { document, path: ['spec', 'announce', 'nodeSelector'] },
    {
      message: `nodeSelector matches none of the ${nodes.length} nodes: ${selectorText(pool.nodeSelector)}`,
      hint: 'compare it with `kubectl get nodes --show-labels`: without a node nobody answers for these addresses',
    },
  )
}
function withoutCandidates({ pool, document }, { others }) {
  const path =
    pool.nodeNetworks.length > 0 ? ['spec', 'announce', 'nodeNetworks'] : ['metadata', 'name']
  return poolFinding2(
    'BW3026',
    { document, path },
    {
      message: `no node can carry the addresses of ${pool.name}: ${countReasons(others)}`,
      hint: `correct nodeSelector or nodeNetworks, or annotate nodes with bellwether.dev/address.${pool.segment}`,
    },
  )
}
var REASONS = {
  noAddressOnSegment: 'without an address on the segment',
  networkUnavailable: 'with NetworkUnavailable',
  excludedByLabel: 'labelled as excluded from external load balancers',
}
function countReasons(others) {
  return Object.entries(REASONS)
    .map(([reason, words]) => ({
      words,
      count: others.filter((other) => other.reason === reason).length,
    }))
    .filter(({ count: count2 }) => count2 > 0)
    .map(({ words, count: count2 }) => `${count2} ${words}`)
    .join(', ')
}
var SHOWN3 = 3
function withoutAddress({ pool, document }, { others }) {
  const lacking = others.filter(({ reason }) => reason === 'noAddressOnSegment')
  if (lacking.length === 0) return []
  const more = lacking.length > SHOWN3 ? ` and ${lacking.length - SHOWN3} more` : ''
  const names = lacking
    .slice(0, SHOWN3)
    .map(({ node: node2 }) => node2.name)
    .join(', ')
  const path =
    pool.nodeNetworks.length > 0
      ? ['spec', 'announce', 'nodeNetworks']
      : ['spec', 'announce', 'segment']
  return [
    poolFinding2(
      'BW3028',
      { document, path },
      {
        message: `${names}${more} cannot carry addresses of the pool ${pool.name}: no address on the segment ${pool.segment}`,
        hint: `annotate them with bellwether.dev/address.${pool.segment}, or leave them out by nodeSelector`,
      },
    ),
  ]
}
function idlePreferences({ pool, document }, { candidates, others }) {
  return pool.preferredNodes.flatMap(({ selector }, index) => {
    const prefers = compileSelector(selector)
    if (candidates.some(({ labels }) => prefers(labels))) return []
    const excluded = others.filter(({ node: node2 }) => prefers(node2.labels))
    const why =
      excluded.length > 0
        ? `only nodes that cannot carry addresses (${countReasons(excluded)})`
        : 'none of the nodes that the pool selects'
    return [
      poolFinding2(
        'BW3027',
        { document, path: ['spec', 'announce', 'preferredNodes', index, 'selector'] },
        {
          message: `the preference for ${selectorText(selector)} matches ${why}`,
          hint: 'correct the selector, or remove the preference',
        },
      ),
    ]
  })
}
function idleNetworks({ pool, document }, { candidates }) {
  return pool.nodeNetworks.flatMap((network, index) => {
    const range = rangeOfPrefix(network)
    const isUsed = candidates.some(({ internalIPs, segmentAddresses }) =>
      [...internalIPs, ...Object.values(segmentAddresses).flat()].some((each) =>
        contains(range, each),
      ),
    )
    if (isUsed) return []
    const path = ['spec', 'announce', 'nodeNetworks', index]
    return [
      poolFinding2(
        'BW3029',
        { document, path },
        {
          message: `no node that the pool selects has an address in ${formatPrefix(network)}`,
          hint: 'write the network of the nodes on this segment, as `ip address` shows it there',
        },
      ),
    ]
  })
}

// reconciler/values/nearest.ts
function nearest(word, known) {
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceTo(candidate, word) }))
    .filter(({ distance }) => distance <= tolerance(word))
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
  return best?.candidate
}
function tolerance(word) {
  return Math.max(1, Math.floor(word.length / 3))
}
var SHORTEST_PREFIX = 4
var LONGEST_WORD = 64
function distanceTo(candidate, word) {
  if (word.length > LONGEST_WORD) return Infinity
  const [low, lowWord] = [candidate.toLowerCase(), word.toLowerCase()]
  if (low === lowWord) return 0.5
  const shorter = Math.min(low.length, lowWord.length)
  if (shorter >= SHORTEST_PREFIX && (low.startsWith(lowWord) || lowWord.startsWith(low)))
    return 0.6 + Math.abs(low.length - lowWord.length) / 1e3
  return editDistance(low, lowWord)
}
function editDistance(a, b) {
  let beforeLast = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(last, j - 1) + Number(a[i - 1] !== b[j - 1])
      const swaps = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? cell(beforeLast, j - 2) + 1 : Infinity
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return cell(last, b.length)
}
function cell(row, index) {
  return row[index]
}

// reconciler/lint/services.ts
function serviceFindings(placed, facts) {
  const { services = [], namespaces = /* @__PURE__ */ new Map() } = facts
  const findings = [
    ...namespaceFindings(placed, namespaces),
    ...serviceSelectorFindings(placed, services),
  ]
  return findings.length > 0 ? findings : forNobody(placed, services, facts.namespaces)
}
function serviceSelectorFindings({ pool, document }, services) {
  const { serviceSelector } = pool
  if (serviceSelector === void 0 || services.length === 0) return []
  const selects = compileSelector(serviceSelector)
  if (services.some(({ labels }) => selects(labels))) return []
  const path = ['spec', 'serviceSelector']
  const message = `serviceSelector matches none of the ${services.length} Services: ${selectorText(serviceSelector)}`
  const hint =
    'nothing, if the Services come later; else compare it with `kubectl get services -A --show-labels`'
  return [poolFinding2('BW3021', { document, path }, { message, hint })]
}
function namespaceFindings(placed, namespaces) {
  if (namespaces.size === 0) return []
  return [
    ...unknownNamespaces(placed, namespaces),
    ...namespaceSelectorFindings(placed, namespaces),
  ]
}
function unknownNamespaces({ pool, document }, namespaces) {
  return (pool.namespaces ?? []).flatMap((name, index) => {
    if (namespaces.has(name)) return []
    const meant = nearest(name, [...namespaces.keys()])
    const hint =
      meant === void 0 ? 'nothing, if it is created later' : `write ${meant}, if that is meant`
    const path = ['spec', 'namespaces', index]
    return [
      poolFinding2(
        'BW3023',
        { document, path },
        { message: `there is no namespace ${name}`, hint },
      ),
    ]
  })
}
function namespaceSelectorFindings({ pool, document }, namespaces) {
  const { namespaceSelector } = pool
  if (namespaceSelector === void 0) return []
  const selects = compileSelector(namespaceSelector)
  for (const { labels } of namespaces.values()) if (selects(labels)) return []
  const path = ['spec', 'namespaceSelector']
  const message = `namespaceSelector matches none of the ${namespaces.size} namespaces: ${selectorText(namespaceSelector)}`
  const hint =
    'nothing, if the namespace comes later; else compare it with `kubectl get namespaces --show-labels`'
  return [poolFinding2('BW3022', { document, path }, { message, hint })]
}
function forNobody(placed, services, namespaces) {
  const { pool, document } = placed
  if (services.length === 0 || pool.suspend || pool.reservations.length > 0) return []
  const admits = admission(placed, namespaces)
  if (admits === void 0) return []
  const admitted = services.filter(admits)
  if (admitted.length === 0)
    return [
      poolFinding2(
        'BW3025',
        { document, path: ['spec'] },
        {
          message: `no Service may use the pool ${pool.name}: its conditions match nothing together`,
          hint: 'correct serviceSelector, namespaces or namespaceSelector; or nothing, if the Services come later',
        },
      ),
    ]
  if (pool.autoAssign || admitted.some((service2) => asksFor(service2, placed))) return []
  return [
    poolFinding2(
      'BW3025',
      { document, path: ['spec', 'autoAssign'] },
      {
        message: `no Service asks for the pool ${pool.name}, and it assigns nothing by itself`,
        hint: `write \`autoAssign: true\`, or annotate a Service with bellwether.dev/pool: ${pool.name}`,
      },
    ),
  ]
}
function admission({ pool }, namespaces) {
  if (pool.namespaceSelector !== void 0 && namespaces === void 0) return void 0
  const selectsService = compileSelector(pool.serviceSelector)
  const selectsNamespace = compileSelector(pool.namespaceSelector)
  return ({ labels, namespace }) =>
    (pool.namespaces?.includes(namespace) ?? true) &&
    selectsService(labels) &&
    (pool.namespaceSelector === void 0 ||
      selectsNamespace(namespaces?.get(namespace)?.labels ?? {}))
}
function asksFor(service2, { pool }) {
  if (service2.requestedPool === pool.name) return true
  return [...service2.requestedAddresses, ...service2.statusAddresses].some((address) =>
    holds(pool, address),
  )
}

// reconciler/pools/declared-ranges.ts
function readDeclaredRanges(document, field, findings) {
  return (document.pool.spec[field] ?? []).flatMap((text, index) => {
    const place2 = { document, path: ['spec', field, index] }
    const range = parseRange(text)
    if (!isRefused(range)) return [{ ...place2, range, text }]
    findings.push(...textFindings(rangeProblems(text), place2, text))
    return []
  })
}
function readNodeNetworks(document, findings) {
  return (document.pool.spec.announce?.nodeNetworks ?? []).flatMap((text, index) => {
    const prefix = parsePrefix(text)
    if (!isRefused(prefix)) return [prefix]
    const place2 = { document, path: ['spec', 'announce', 'nodeNetworks', index] }
    findings.push(...textFindings(prefixProblems(text), place2, text))
    return []
  })
}
var SPECIAL_RANGES = [
  specialRange('BW2009', '0.0.0.0/8', 'this host (RFC 1122 \xA73.2.1.3)'),
  specialRange('BW2009', '127.0.0.0/8', 'loopback (RFC 1122 \xA73.2.1.3)'),
  specialRange('BW2010', '169.254.0.0/16', 'link-local (RFC 3927)'),
  specialRange('BW2009', '224.0.0.0/4', 'multicast (RFC 5771)'),
  specialRange('BW2009', '255.255.255.255/32', 'the limited broadcast (RFC 919)'),
  specialRange('BW2009', '::/128', 'the unspecified address (RFC 4291 \xA72.5.2)'),
  specialRange('BW2009', '::1/128', 'loopback (RFC 4291 \xA72.5.3)'),
  specialRange('BW2010', 'fe80::/10', 'link-local (RFC 4291 \xA72.5.6)'),
  specialRange('BW2009', 'ff00::/8', 'multicast (RFC 4291 \xA72.7)'),
]
function specialRange(code, text, meaning) {
  return { code, range: rangeOfPrefix(parsePrefix(text)), meaning }
}
function specialRangeFindings(entries2) {
  return SPECIAL_RANGES.flatMap((special) =>
    entries2.flatMap((entry) => {
      const common = intersection(entry.range, special.range)
      return common === void 0 ? [] : [specialFinding(special, entry, common)]
    }),
  )
}
function specialFinding({ code, meaning }, entry, common) {
  const hint =
    code === 'BW2009'
      ? 'use unicast addresses of the network that the nodes are on'
      : 'use addresses of the network that the nodes are on: link-local ones are valid on one link only'
  return poolFinding2(code, entry, { message: `${formatRange(common)} is ${meaning}`, hint })
}

// reconciler/pools/allow-release.ts
var ALLOW_RELEASE = 'bellwether.dev/allow-release'
function readAllowRelease(document, findings) {
  const text = document.pool.metadata.annotations?.[ALLOW_RELEASE]
  if (text === void 0) return []
  const field = { document, path: ['metadata', 'annotations', ALLOW_RELEASE] }
  return [...text.matchAll(/[^,\s]+/g)].flatMap(({ 0: entry, index }) => {
    if (entry === '*') return [entry]
    const address = parseAddress(entry)
    if (!isRefused(address)) return [address.text]
    for (const { part, message, hint } of addressProblems(entry)) {
      const within = { start: index + part.start, length: part.length }
      const at = partOfPlace(document.place(field.path), text, within)
      findings.push(poolFinding2('BW2023', field, { at, message, hint: `${hint}, or * for all` }))
    }
    return []
  })
}

// reconciler/pools/reservations.ts
function readReservations(document, poolRanges, findings) {
  const kept = /* @__PURE__ */ new Map()
  for (const declared of parseReservations(document, findings)) {
    const { text } = declared.reservation.address
    const first = kept.get(text)
    const problem = first === void 0 ? misplaced(declared, poolRanges) : repeated(declared, first)
    if (problem !== void 0) findings.push(problem)
    else kept.set(text, declared)
  }
  return [...kept.values()]
}
function parseReservations(document, findings) {
  return (document.pool.spec.reservations ?? []).flatMap(
    ({ address: text, service: service2 }, index) => {
      const path = ['spec', 'reservations', index, 'address']
      const address = parseAddress(text)
      if (!isRefused(address))
        return [
          { document, path, reservation: { address, service: service2, at: document.place(path) } },
        ]
      findings.push(...textFindings(addressProblems(text), { document, path }, text))
      return []
    },
  )
}
function misplaced(declared, pool) {
  const { address } = declared.reservation
  if (rangeWith(pool.given, address) === void 0 && pool.isComplete)
    return poolFinding2('BW2017', declared, {
      message: `${address.text} is reserved, but is not an address of this pool`,
      hint: `reserve an address of ${describeRanges(pool.given)}, or add ${address.text} to addresses`,
    })
  const hole = rangeWith(pool.excluded, address)
  if (hole !== void 0)
    return poolFinding2('BW2018', declared, {
      message: `${address.text} is reserved and excluded (by ${formatRange(hole)}) at once`,
      hint: 'remove the reservation, or take the address out of exclude: a reserved address is given to nobody else anyway',
    })
  return avoided(declared)
}
function avoided(declared) {
  const { address } = declared.reservation
  if (declared.document.pool.spec.avoidBuggyIPs !== true || !isBuggy(address)) return void 0
  return poolFinding2('BW2018', declared, {
    message: `${address.text} is reserved, but avoidBuggyIPs keeps it from being given out`,
    hint: 'reserve another address, or write `avoidBuggyIPs: false`',
  })
}
function repeated(declared, first) {
  const { address, service: service2 } = declared.reservation
  const related = [{ message: `first reserved here`, at: first.document.place(first.path) }]
  if (service2 === first.reservation.service)
    return poolFinding2('BW2020', declared, {
      message: `${address.text} is reserved twice for ${service2}`,
      hint: 'remove one of the two entries',
      related,
    })
  return poolFinding2('BW2019', declared, {
    message: `${address.text} is reserved for ${service2} and for ${first.reservation.service}`,
    hint: 'keep one of the two: an address has one owner, also where it is shared',
    related,
  })
}
function reservedByTwoPools(declared) {
  const first = /* @__PURE__ */ new Map()
  return declared.flatMap((each) => {
    const { address, service: service2 } = each.reservation
    const other = first.get(address.text)
    if (other === void 0) first.set(address.text, each)
    if (other === void 0 || other.document.pool.metadata.name === each.document.pool.metadata.name)
      return []
    const otherPool = other.document.pool.metadata.name
    const message = `${address.text} is reserved here for ${service2}, and in the pool ${otherPool} for ${other.reservation.service}`
    return [
      poolFinding2('BW2021', each, {
        message,
        hint: `remove one of the two; the one in ${otherPool} counts, since that pool comes first by priority and name`,
        related: [{ message: `reserved in ${otherPool}`, at: other.document.place(other.path) }],
      }),
    ]
  })
}

// reconciler/schema/selector-problems.ts
function selectorProblems(selector) {
  const labels = Object.entries(selector?.matchLabels ?? {})
  const invalid = labels.flatMap(([key]) => keyProblems(key))
  return invalid.length > 0 ? invalid : contradictions(labels, selector?.matchExpressions ?? [])
}
var NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/
var SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
var MAX_NAME_LENGTH = 63
var MAX_PREFIX_LENGTH = 253
function keyProblems(key) {
  if (isQualifiedName(key)) return []
  const message = `${quote(key)} is not the name of a label`
  const hint = 'write a name such as app, or one with a domain such as example.com/app'
  return [{ kind: 'invalid', path: ['matchLabels', key], isKey: true, message, hint }]
}
function isQualifiedName(key) {
  const slash = key.indexOf('/')
  const name = key.slice(slash + 1)
  if (name.length > MAX_NAME_LENGTH || !NAME.test(name)) return false
  if (slash < 0) return true
  return slash <= MAX_PREFIX_LENGTH && SUBDOMAIN.test(key.slice(0, slash))
}
function contradictions(labels, expressions) {
  const fromLabels = labels.map(([key, value]) => ({ key, operator: 'In', values: [value] }))
  const wishes = [...fromLabels, ...expressions]
  return [...new Set(wishes.map(({ key }) => key))]
    .sort(compareText)
    .filter((key) => canMatchNothing(wishes.filter((wish) => wish.key === key)))
    .map((key) => ({
      kind: 'contradictory',
      path: placeOfKey2(key, expressions),
      message: `nothing can match: what the selector asks of the label ${key} contradicts itself`,
      hint: `keep one of the requirements for ${key}`,
    }))
}
function placeOfKey2(key, expressions) {
  return ['matchExpressions', expressions.findLastIndex((each) => each.key === key), 'key']
}
function canMatchNothing(wishes) {
  const wantsAbsent = wishes.some(({ operator }) => operator === 'DoesNotExist')
  const wantsPresent = wishes.some(({ operator }) => operator === 'In' || operator === 'Exists')
  if (wantsAbsent && wantsPresent) return true
  const [first, ...others] = wishes.filter(({ operator }) => operator === 'In')
  if (first === void 0) return false
  const forbidden = wishes.filter(({ operator }) => operator === 'NotIn')
  return !(first.values ?? []).some(
    (value) =>
      others.every(({ values }) => values?.includes(value)) &&
      !forbidden.some(({ values }) => values?.includes(value)),
  )
}

// reconciler/pools/declaration.ts
function readDeclaration(document) {
  const findings = []
  const entries2 = readDeclaredRanges(document, 'addresses', findings)
  const excludes = readDeclaredRanges(document, 'exclude', findings)
  const given2 = mergeRanges(entries2.map(({ range }) => range))
  const excluded = mergeRanges(excludes.map(({ range }) => range))
  const ranges = subtract(given2, excluded)
  const isComplete = findings.length === 0
  const reservations = readReservations(document, { given: given2, excluded, isComplete }, findings)
  const nodeNetworks = readNodeNetworks(document, findings)
  const allowRelease = readAllowRelease(document, findings)
  findings.push(
    ...specialRangeFindings(entries2),
    ...(isComplete ? uselessExcludes(excludes, given2) : []),
    ...(isComplete ? withoutAddresses(document, given2, ranges) : []),
    ...selectorFindings(document),
  )
  const { spec, metadata: metadata2 } = document.pool
  const announce = spec.announce ?? {}
  const pool = {
    name: metadata2.name,
    segment: announce.segment ?? POOL_DEFAULTS.segment,
    ranges,
    excluded: subtract(given2, ranges),
    ...behaviour(spec),
    reservations: reservations.map(({ reservation }) => reservation),
    nodeSelector: announce.nodeSelector,
    nodeNetworks,
    preferredNodes: announce.preferredNodes ?? [],
    announced: announcedPool(metadata2.name, spec),
    allowRelease,
    announce,
    at: document.place(['metadata', 'name']),
  }
  if (isComplete) findings.push(...networkFindings(pool, entries2))
  return {
    document,
    name: metadata2.name,
    entries: entries2,
    excluded,
    reservations,
    pool,
    findings,
  }
}
function behaviour(spec) {
  return {
    avoidBuggyIPs: spec.avoidBuggyIPs ?? POOL_DEFAULTS.avoidBuggyIPs,
    autoAssign: spec.autoAssign ?? POOL_DEFAULTS.autoAssign,
    priority: spec.priority ?? POOL_DEFAULTS.priority,
    serviceSelector: spec.serviceSelector,
    namespaces: spec.namespaces,
    namespaceSelector: spec.namespaceSelector,
    sharing: spec.sharing ?? POOL_DEFAULTS.sharing,
    suspend: spec.suspend ?? POOL_DEFAULTS.suspend,
  }
}
function announcedPool(name, { announce = {} }) {
  return {
    name,
    ...(announce.interfaces && { interfaces: announce.interfaces }),
    failback: announce.failback ?? POOL_DEFAULTS.failback,
    failbackDelaySeconds: announce.failbackDelaySeconds ?? POOL_DEFAULTS.failbackDelaySeconds,
    probe: { ...POOL_DEFAULTS.probe, ...announce.probe },
    conflictDetection: announce.conflictDetection ?? POOL_DEFAULTS.conflictDetection,
  }
}
function selectorsOf({ serviceSelector, namespaceSelector, announce }) {
  return [
    [['spec', 'serviceSelector'], serviceSelector],
    [['spec', 'namespaceSelector'], namespaceSelector],
    [['spec', 'announce', 'nodeSelector'], announce?.nodeSelector],
    ...(announce?.preferredNodes ?? []).map(({ selector }, index) => [
      ['spec', 'announce', 'preferredNodes', index, 'selector'],
      selector,
    ]),
  ]
}
function selectorFindings(document) {
  return selectorsOf(document.pool.spec).flatMap(([where, selector]) =>
    selectorProblems(selector).map(({ kind, path, message, hint, isKey }) => {
      const field = { document, path: [...where, ...path] }
      const at = isKey === true ? placeOfKey(field) : document.place(field.path)
      return poolFinding2(kind === 'invalid' ? 'BW2022' : 'BW2024', field, { at, message, hint })
    }),
  )
}

// reconciler/pools/overlaps.ts
var MAX_OVERLAPS = 1e3
function overlapFindings(pools) {
  const entries2 = pools.flatMap((pool) => pool.entries.map((entry) => ({ pool, entry })))
  const pieces = entries2.flatMap(({ pool, entry }, order) => piecesOf(pool, entry, order))
  pieces.sort((a, b) => compareRanges(a.range, b.range) || a.order - b.order)
  const overlaps = overlappingPairs(pieces)
  const findings = firstOfEachPair(overlaps).map(overlapFinding)
  return overlaps.length < MAX_OVERLAPS ? findings : [...findings, moreOverlaps()]
}
function piecesOf(pool, entry, order) {
  const first = firstEndingAtOrAfter(pool.excluded, entry.range.first)
  let after = first
  while (meets2(pool.excluded[after], entry.range)) after++
  if (after === first) return [{ pool, entry, order, range: entry.range }]
  const left = subtract([entry.range], pool.excluded.slice(first, after))
  return left.map((range) => ({ pool, entry, order, range }))
}
function meets2(hole, range) {
  return hole !== void 0 && intersection(hole, range) !== void 0
}
function overlappingPairs(pieces) {
  const overlaps = []
  let open2 = []
  for (const piece of pieces) {
    open2 = open2.filter(({ range }) => intersection(range, piece.range) !== void 0)
    for (const other of open2) {
      if (overlaps.length === MAX_OVERLAPS) return overlaps
      overlaps.push(overlapOf(piece, other))
    }
    open2.push(piece)
  }
  return overlaps
}
function overlapOf(a, b) {
  const [earlier, later] = a.order < b.order ? [a, b] : [b, a]
  return { earlier, later, common: intersection(a.range, b.range) }
}
function firstOfEachPair(overlaps) {
  const seen = /* @__PURE__ */ new Set()
  return overlaps.filter(({ earlier, later }) => {
    const pair = `${earlier.order},${later.order}`
    return !seen.has(pair) && seen.add(pair)
  })
}
function overlapFinding(overlap) {
  const { earlier, later, common } = overlap
  const isInside2 = earlier.pool === later.pool
  const where = isInside2
    ? earlier.entry.text
    : `the pool ${earlier.pool.name} (${earlier.entry.text})`
  const at = earlier.entry.document.place(earlier.entry.path)
  return poolFinding2(isInside2 ? 'BW2013' : 'BW2014', later.entry, {
    message: `${formatRange(common)} is also in ${where}`,
    hint: isInside2
      ? cure(overlap)
      : `${cure(overlap)}; until then ${earlier.pool.name} gives out the common part: it comes first by priority and name`,
    related: [{ message: `also in this entry`, at }],
  })
}
function cure({ earlier, later }) {
  const given2 = subtract([earlier.entry.range], earlier.pool.excluded)
  const left = subtract([later.entry.range], given2)
  return left.length === 0 ? 'remove one of the two entries' : `write ${describeRanges(left)} here`
}
function moreOverlaps() {
  return makeFinding('BW2014', {
    message: `there are more overlaps than ${MAX_OVERLAPS}; the others are not shown`,
    hint: 'remove the ones that are shown and run this again',
  })
}

// reconciler/pools/check.ts
function checkPools(read) {
  const declarations = [...read.documents].sort(compareDocuments).map(readDeclaration)
  const { firsts, findings: repetitions } = byName(declarations)
  const findings = [
    ...declarations.flatMap((declaration) => declaration.findings),
    ...repetitions,
    ...overlapFindings(firsts),
    ...reservedByTwoPools(firsts.flatMap(({ reservations }) => reservations)),
  ]
  const broken = /* @__PURE__ */ new Set([...read.broken, ...brokenNames(findings)])
  const pools = firsts.map(({ pool }) => pool).filter(({ name }) => !broken.has(name))
  return {
    set: { pools, broken: [...broken].sort(compareText), complete: read.complete },
    findings,
  }
}
function compareDocuments(a, b) {
  const [placeA, placeB] = [a.place([]), b.place([])]
  return (
    compareText(placeA.file, placeB.file) ||
    placeA.line - placeB.line ||
    placeA.column - placeB.column
  )
}
function byName(declarations) {
  const firsts = /* @__PURE__ */ new Map()
  const findings = []
  for (const declaration of declarations) {
    const first = firsts.get(declaration.name)
    if (first === void 0) firsts.set(declaration.name, declaration)
    else findings.push(declaredAgain(declaration, first))
  }
  const sorted2 = [...firsts.values()].sort((a, b) => comparePools2(a.pool, b.pool))
  return { firsts: sorted2, findings }
}
function comparePools2(a, b) {
  return a.priority - b.priority || compareText(a.name, b.name)
}
function declaredAgain({ document, name }, first) {
  const field = { document, path: ['metadata', 'name'] }
  const place2 = first.document.place(field.path)
  const related = [{ message: 'first declared here', at: place2 }]
  if (sameContent(document.pool, first.document.pool))
    return poolFinding2('BW2012', field, {
      message: `the pool ${name} is declared twice, word for word`,
      hint: `remove one of the two; the other one is in ${place2.file}, line ${place2.line}`,
      related,
    })
  return poolFinding2('BW2011', field, {
    message: `the pool ${name} is declared twice, with different contents`,
    hint: `give one of the two another name, or remove it; until then neither gives out addresses`,
    related,
  })
}
function brokenNames(findings) {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ object }) => object?.name)
    .filter((name) => name !== void 0)
}

// reconciler/lint/cluster.ts
function checkPoolsAgainstCluster(set, facts, documents) {
  const placed = placePools(set, documents)
  return [
    ...nodeAddressFindings(placed, facts.nodes ?? []),
    ...placed.flatMap((each) => [...serviceFindings(each, facts), ...nodeFindings(each, facts)]),
  ]
}
function placePools(set, documents) {
  const byName2 = /* @__PURE__ */ new Map()
  for (const document of [...documents].sort((a, b) => compareDocuments(b, a)))
    byName2.set(document.pool.metadata.name, document)
  return set.pools.flatMap((pool) => {
    const document = byName2.get(pool.name)
    return document === void 0 ? [] : [{ pool, document }]
  })
}

// reconciler/plan/previous.ts
function previousPlans(plans) {
  const groups = [...groupBy(plans, ({ spec }) => spec.segment)]
  groups.sort(([a], [b]) => compareText(a, b))
  return {
    previous: groups.flatMap(([, group]) => inOrder(group)),
    findings: groups
      .filter(([, group]) => group.length > 1)
      .map(([segment, group]) =>
        makeFinding('BW5002', {
          message: `${group.length} previous plans are of segment ${segment}`,
          hint: 'pass the one that is in force',
          object: { kind: 'AnnouncementPlan', name: segment },
        }),
      ),
  }
}
function inOrder(group) {
  if (group.length < 2) return group
  return group
    .map((plan) => ({ plan, text: formatPlan(plan) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ plan }) => plan)
}
function heldAddresses({ spec }) {
  return spec.announcements.flatMap(({ address: text, pool, services, since }) => {
    const address = parseAddress(text)
    return isRefused(address) ? [] : [{ address, pool, segment: spec.segment, services, since }]
  })
}

// reconciler/schema/plan-field-rules.ts
var PLAN_FIELD_RULES = [
  { twinOf: 'metadata.name must be the name of the segment', check: nameNotSegment },
  { twinOf: 'candidates must be indexes into nodes', check: candidatesWithoutNode },
]
function checkPlanFields(plan) {
  return PLAN_FIELD_RULES.flatMap(({ check }) => check(plan))
}
function nameNotSegment({ metadata: metadata2, spec }) {
  if (metadata2.name === spec.segment) return []
  return [
    {
      code: 'BW1304',
      path: ['metadata', 'name'],
      message: `the plan is named \`${metadata2.name}\`, but its segment is \`${spec.segment}\``,
      hint: 'use the plan as `bellwether plan` wrote it',
      other: { path: ['spec', 'segment'], message: 'the segment' },
    },
  ]
}
function candidatesWithoutNode({ spec }) {
  const count2 = spec.nodes.length
  return spec.announcements.flatMap(({ candidates }, index) => {
    const wrong = candidates.findIndex((candidate) => candidate >= count2)
    if (wrong < 0) return []
    return [
      {
        code: 'BW1305',
        path: ['spec', 'announcements', index, 'candidates', wrong],
        message: `candidate ${candidates[wrong]} is no index into the ${count2} nodes of the plan`,
        hint: 'use the plan as `bellwether plan` wrote it',
      },
    ]
  })
}

// reconciler/source/quoting.ts
var SAFE = /^[A-Za-z][\w./-]*$|^\d[\w./:-]*[\w/]$/
var RESERVED = /^(?:true|false|null|y|n|yes|no|on|off|[-+.\d_:]+|0x[\da-f]+|\d+e\d+)$/i
var DOTTED = /^\d+\.\d+\.[\d.]+$/
function yamlText(value) {
  if (typeof value === 'string') return textInYaml(value)
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`
  if (!isPlainObject(value)) return JSON.stringify(value ?? null)
  return `{${Object.entries(value)
    .map(([name, each]) => `${yamlText(name)}: ${yamlText(each)}`)
    .join(', ')}}`
}
function textInYaml(text) {
  const plain = SAFE.test(text) && (DOTTED.test(text) || !RESERVED.test(text))
  return plain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}

// reconciler/schema/pool-field-rules.ts
var POOL_FIELD_RULES = [
  { twinOf: 'namespaces and namespaceSelector cannot both be set', check: namespacesTwice },
  { twinOf: 'failbackDelaySeconds needs failback afterStable', check: delayWithoutFailback },
  {
    twinOf: 'values are needed with In and NotIn, and not allowed with Exists and DoesNotExist',
    check: selectorValues,
  },
  { twinOf: 'list-type map of reservations: each address once', check: reservedTwice },
]
function checkPoolFields(pool) {
  return [...POOL_FIELD_RULES.flatMap(({ check }) => check(pool)), ...notYetInForce(pool)]
}
function namespacesTwice({ spec }) {
  if (spec.namespaces === void 0 || spec.namespaceSelector === void 0) return []
  const path = ['spec', 'namespaceSelector']
  const expression = `{key: kubernetes.io/metadata.name, operator: In, values: ${yamlText(spec.namespaces)}}`
  return [
    {
      code: 'BW1301',
      path,
      atKey: true,
      message: '`spec.namespaces` and `spec.namespaceSelector` are both set',
      hint: `keep one of them; in the selector, names are ${expression}`,
      other: { path: ['spec', 'namespaces'], message: 'the other one' },
    },
  ]
}
function delayWithoutFailback({ spec }) {
  const { failback = POOL_DEFAULTS.failback, failbackDelaySeconds } = spec.announce ?? {}
  if (failbackDelaySeconds === void 0 || failback === 'afterStable') return []
  return [
    {
      code: 'BW1302',
      path: ['spec', 'announce', 'failbackDelaySeconds'],
      atKey: true,
      message: `\`spec.announce.failbackDelaySeconds\` is set, but failback is \`${failback}\`, which does not wait`,
      hint: 'write `failback: afterStable` beside it, or remove it',
    },
  ]
}
function selectorValues({ spec }) {
  const { announce } = spec
  const preferred = announce?.preferredNodes ?? []
  return [
    ...valuesOf(spec.serviceSelector, ['spec', 'serviceSelector']),
    ...valuesOf(spec.namespaceSelector, ['spec', 'namespaceSelector']),
    ...valuesOf(announce?.nodeSelector, ['spec', 'announce', 'nodeSelector']),
    ...preferred.flatMap(({ selector }, index) =>
      valuesOf(selector, ['spec', 'announce', 'preferredNodes', index, 'selector']),
    ),
  ]
}
function valuesOf(selector, at) {
  const expressions = selector?.matchExpressions ?? []
  return expressions.flatMap(({ operator, values }, index) => {
    const path = [...at, 'matchExpressions', index]
    const wanted2 = operator === 'In' || operator === 'NotIn'
    if (wanted2 && (values ?? []).length === 0)
      return [
        {
          code: 'BW1303',
          path: [...path, values === void 0 ? 'operator' : 'values'],
          message: `operator \`${operator}\` needs \`values\` to compare with`,
          hint: 'add e.g. `values: [a, b]`, or ask for the label alone with `operator: Exists`',
        },
      ]
    if (wanted2 || values === void 0) return []
    return [
      {
        code: 'BW1303',
        path: [...path, 'values'],
        atKey: true,
        message: `operator \`${operator}\` asks for the label alone and takes no \`values\``,
        hint: `remove \`values\`, or write \`operator: ${operator === 'Exists' ? 'In' : 'NotIn'}\``,
      },
    ]
  })
}
function reservedTwice({ spec }) {
  const first = /* @__PURE__ */ new Map()
  return (spec.reservations ?? []).flatMap(({ address }, index) => {
    const before = first.get(address)
    if (before === void 0) first.set(address, index)
    if (before === void 0) return []
    const path = (at) => ['spec', 'reservations', at, 'address']
    return [
      {
        code: 'BW1208',
        path: path(index),
        message: `\`spec.reservations\` has \`${address}\` twice`,
        hint: 'an address is kept for one Service: remove one of the two',
        other: { path: path(before), message: 'the first one' },
      },
    ]
  })
}
var NOT_YET = {
  probe: 'nodes are not probed yet, so `probe` has no effect',
  conflictDetection: 'conflicts are not detected yet, so `conflictDetection` has no effect',
  failback:
    'the planner goes by `failback` when it evens out the load; the speaker does not fail back yet',
  failbackDelaySeconds: 'the speaker does not fail back yet, so nothing waits for this time',
}
var IDLE = [void 0, 'off', 'never']
function notYetInForce({ spec }) {
  const { announce = {} } = spec
  return Object.keys(NOT_YET)
    .filter((name) => !IDLE.includes(announce[name]))
    .filter((name) => name !== 'failbackDelaySeconds' || announce.failback === 'afterStable')
    .map((name) => ({
      code: 'BW1401',
      path: ['spec', 'announce', name],
      atKey: true,
      message: NOT_YET[name],
      hint: 'leave it: a later release acts on it',
    }))
}

// reconciler/schema/reduce-pool.ts
function withoutFields(value, paths) {
  const fields = paths.map(fieldToDrop)
  const hasBoth = isPlainObject(value['metadata']) && isPlainObject(value['spec'])
  if (!hasBoth || fields.includes(void 0)) return void 0
  const dropped = fields.filter((field) => field !== void 0).flatMap(withDependents)
  return dropped.reduce(without, value)
}
function withDependents(field) {
  return field.at(-1) === 'failback'
    ? [field, [...field.slice(0, -1), 'failbackDelaySeconds']]
    : [field]
}
function fieldToDrop(path) {
  if (path.length === 1 && (path[0] === 'metadata' || path[0] === 'spec')) return void 0
  return path.slice(0, path[1] === 'announce' ? 3 : 2)
}
function without(value, path) {
  const [first, ...rest] = path
  const { [first]: inner, ...others } = value
  if (rest.length === 0) return others
  return isPlainObject(inner) ? { ...others, [first]: without(inner, rest) } : value
}

// reconciler/generated/validators.js
var __getOwnPropNames2 = Object.getOwnPropertyNames
var __commonJS2 = (cb, mod) =>
  function __require2() {
    try {
      return (
        mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod),
        mod.exports
      )
    } catch (e) {
      throw ((mod = 0), e)
    }
  }
var require_ucs2length = __commonJS2({
  'node_modules/ajv/dist/runtime/ucs2length.js'(exports) {
    'use strict'
    Object.defineProperty(exports, '__esModule', { value: true })
    function ucs2length(str) {
      const len = str.length
      let length = 0
      let pos = 0
      let value
      while (pos < len) {
        length++
        value = str.charCodeAt(pos++)
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos)
          if ((value & 64512) === 56320) pos++
        }
      }
      return length
    }
    exports.default = ucs2length
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default'
  },
})
var validateAddressPool = validate10
var schema11 = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: { type: 'string', enum: ['bellwether.dev/v1alpha1'] },
    kind: { type: 'string', enum: ['AddressPool'] },
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
        },
        namespace: { type: 'string' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        annotations: { type: 'object', additionalProperties: { type: 'string' } },
        creationTimestamp: {},
        deletionGracePeriodSeconds: {},
        deletionTimestamp: {},
        finalizers: {},
        generateName: {},
        generation: {},
        managedFields: {},
        ownerReferences: {},
        resourceVersion: {},
        selfLink: {},
        uid: {},
      },
    },
    spec: {
      type: 'object',
      required: ['addresses'],
      additionalProperties: false,
      properties: {
        addresses: {
          type: 'array',
          minItems: 1,
          maxItems: 256,
          uniqueItems: true,
          items: { type: 'string', minLength: 1, maxLength: 96 },
        },
        exclude: {
          type: 'array',
          maxItems: 1024,
          uniqueItems: true,
          items: { type: 'string', minLength: 1, maxLength: 96 },
        },
        avoidBuggyIPs: { type: 'boolean' },
        autoAssign: { type: 'boolean' },
        priority: { minimum: 0, maximum: 2147483647, type: 'integer' },
        serviceSelector: {
          type: 'object',
          additionalProperties: false,
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              additionalProperties: {
                type: 'string',
                maxLength: 63,
                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['key', 'operator'],
                additionalProperties: false,
                properties: {
                  key: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 317,
                    pattern:
                      '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                  },
                  operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                  values: {
                    type: 'array',
                    maxItems: 64,
                    items: {
                      type: 'string',
                      maxLength: 63,
                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                    },
                  },
                },
              },
            },
          },
        },
        namespaces: {
          type: 'array',
          minItems: 1,
          maxItems: 256,
          uniqueItems: true,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
            pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
          },
        },
        namespaceSelector: {
          type: 'object',
          additionalProperties: false,
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              additionalProperties: {
                type: 'string',
                maxLength: 63,
                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['key', 'operator'],
                additionalProperties: false,
                properties: {
                  key: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 317,
                    pattern:
                      '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                  },
                  operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                  values: {
                    type: 'array',
                    maxItems: 64,
                    items: {
                      type: 'string',
                      maxLength: 63,
                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                    },
                  },
                },
              },
            },
          },
        },
        sharing: { type: 'string', enum: ['none', 'withinNamespace', 'acrossNamespaces'] },
        reservations: {
          type: 'array',
          maxItems: 1024,
          items: {
            type: 'object',
            required: ['address', 'service'],
            additionalProperties: false,
            properties: {
              address: { type: 'string', minLength: 1, maxLength: 45 },
              service: {
                type: 'string',
                minLength: 3,
                maxLength: 127,
                pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
              },
            },
          },
        },
        suspend: { type: 'boolean' },
        announce: {
          type: 'object',
          additionalProperties: false,
          properties: {
            segment: {
              type: 'string',
              minLength: 1,
              maxLength: 63,
              pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
            },
            nodeSelector: {
              type: 'object',
              additionalProperties: false,
              properties: {
                matchLabels: {
                  type: 'object',
                  maxProperties: 32,
                  additionalProperties: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                  },
                },
                matchExpressions: {
                  type: 'array',
                  maxItems: 32,
                  items: {
                    type: 'object',
                    required: ['key', 'operator'],
                    additionalProperties: false,
                    properties: {
                      key: {
                        type: 'string',
                        minLength: 1,
                        maxLength: 317,
                        pattern:
                          '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                      },
                      operator: { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
                      values: {
                        type: 'array',
                        maxItems: 64,
                        items: {
                          type: 'string',
                          maxLength: 63,
                          pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                        },
                      },
                    },
                  },
                },
              },
            },
            nodeNetworks: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
              items: { type: 'string', minLength: 1, maxLength: 49 },
            },
            preferredNodes: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['weight', 'selector'],
                additionalProperties: false,
                properties: {
                  weight: { minimum: 1, maximum: 100, type: 'integer' },
                  selector: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      matchLabels: {
                        type: 'object',
                        maxProperties: 32,
                        additionalProperties: {
                          type: 'string',
                          maxLength: 63,
                          pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                        },
                      },
                      matchExpressions: {
                        type: 'array',
                        maxItems: 32,
                        items: {
                          type: 'object',
                          required: ['key', 'operator'],
                          additionalProperties: false,
                          properties: {
                            key: {
                              type: 'string',
                              minLength: 1,
                              maxLength: 317,
                              pattern:
                                '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                            },
                            operator: {
                              type: 'string',
                              enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
                            },
                            values: {
                              type: 'array',
                              maxItems: 64,
                              items: {
                                type: 'string',
                                maxLength: 63,
                                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
            interfaces: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              uniqueItems: true,
              items: { type: 'string', minLength: 1, maxLength: 15, pattern: '^[^\\s/:]+$' },
            },
            failback: { type: 'string', enum: ['never', 'afterStable', 'immediate'] },
            failbackDelaySeconds: { minimum: 0, maximum: 86400, type: 'integer' },
            probe: {
              type: 'object',
              additionalProperties: false,
              properties: {
                method: { type: 'string', enum: ['auto', 'echo', 'arp'] },
                intervalMilliseconds: { minimum: 10, maximum: 6e4, type: 'integer' },
                failureThreshold: { minimum: 1, maximum: 100, type: 'integer' },
              },
            },
            conflictDetection: { type: 'string', enum: ['off', 'report', 'hold'] },
          },
        },
      },
    },
    status: {},
  },
  $id: 'AddressPool',
}
var func2 = Object.prototype.hasOwnProperty
var func3 = require_ucs2length().default
var pattern0 = new RegExp('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$', 'u')
var pattern1 = new RegExp('^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$', 'u')
var pattern2 = new RegExp(
  '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
  'u',
)
var pattern4 = new RegExp('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'u')
var pattern8 = new RegExp(
  '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
  'u',
)
var pattern16 = new RegExp('^[^\\s/:]+$', 'u')
function validate10(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {},
) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'apiVersion' },
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data.kind === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'kind' },
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
    if (data.metadata === void 0) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'metadata' },
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.spec === void 0) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(
        key0 === 'apiVersion' ||
        key0 === 'kind' ||
        key0 === 'metadata' ||
        key0 === 'spec' ||
        key0 === 'status'
      )) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion
      if (typeof data0 !== 'string') {
        const err5 = {
          instancePath: instancePath + '/apiVersion',
          schemaPath: '#/properties/apiVersion/type',
          keyword: 'type',
          params: { type: 'string' },
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
      if (!(data0 === 'bellwether.dev/v1alpha1')) {
        const err6 = {
          instancePath: instancePath + '/apiVersion',
          schemaPath: '#/properties/apiVersion/enum',
          keyword: 'enum',
          params: { allowedValues: schema11.properties.apiVersion.enum },
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind
      if (typeof data1 !== 'string') {
        const err7 = {
          instancePath: instancePath + '/kind',
          schemaPath: '#/properties/kind/type',
          keyword: 'type',
          params: { type: 'string' },
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
      if (!(data1 === 'AddressPool')) {
        const err8 = {
          instancePath: instancePath + '/kind',
          schemaPath: '#/properties/kind/enum',
          keyword: 'enum',
          params: { allowedValues: schema11.properties.kind.enum },
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err9 = {
            instancePath: instancePath + '/metadata',
            schemaPath: '#/properties/metadata/required',
            keyword: 'required',
            params: { missingProperty: 'name' },
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        for (const key1 in data2) {
          if (!func2.call(schema11.properties.metadata.properties, key1)) {
            const err10 = {
              instancePath: instancePath + '/metadata',
              schemaPath: '#/properties/metadata/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
            }
            if (vErrors === null) {
              vErrors = [err10]
            } else {
              vErrors.push(err10)
            }
            errors++
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name
          if (typeof data3 === 'string') {
            if (func3(data3) > 63) {
              const err11 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
              }
              if (vErrors === null) {
                vErrors = [err11]
              } else {
                vErrors.push(err11)
              }
              errors++
            }
            if (func3(data3) < 1) {
              const err12 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
              }
              if (vErrors === null) {
                vErrors = [err12]
              } else {
                vErrors.push(err12)
              }
              errors++
            }
            if (!pattern0.test(data3)) {
              const err13 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
                },
              }
              if (vErrors === null) {
                vErrors = [err13]
              } else {
                vErrors.push(err13)
              }
              errors++
            }
          } else {
            const err14 = {
              instancePath: instancePath + '/metadata/name',
              schemaPath: '#/properties/metadata/properties/name/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err14]
            } else {
              vErrors.push(err14)
            }
            errors++
          }
        }
        if (data2.namespace !== void 0) {
          if (typeof data2.namespace !== 'string') {
            const err15 = {
              instancePath: instancePath + '/metadata/namespace',
              schemaPath: '#/properties/metadata/properties/namespace/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
        if (data2.labels !== void 0) {
          let data5 = data2.labels
          if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
            for (const key2 in data5) {
              if (typeof data5[key2] !== 'string') {
                const err16 = {
                  instancePath:
                    instancePath +
                    '/metadata/labels/' +
                    key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/metadata/properties/labels/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err16]
                } else {
                  vErrors.push(err16)
                }
                errors++
              }
            }
          } else {
            const err17 = {
              instancePath: instancePath + '/metadata/labels',
              schemaPath: '#/properties/metadata/properties/labels/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err17]
            } else {
              vErrors.push(err17)
            }
            errors++
          }
        }
        if (data2.annotations !== void 0) {
          let data7 = data2.annotations
          if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
            for (const key3 in data7) {
              if (typeof data7[key3] !== 'string') {
                const err18 = {
                  instancePath:
                    instancePath +
                    '/metadata/annotations/' +
                    key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath:
                    '#/properties/metadata/properties/annotations/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err18]
                } else {
                  vErrors.push(err18)
                }
                errors++
              }
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/metadata/annotations',
              schemaPath: '#/properties/metadata/properties/annotations/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err19]
            } else {
              vErrors.push(err19)
            }
            errors++
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/metadata',
          schemaPath: '#/properties/metadata/type',
          keyword: 'type',
          params: { type: 'object' },
        }
        if (vErrors === null) {
          vErrors = [err20]
        } else {
          vErrors.push(err20)
        }
        errors++
      }
    }
    if (data.spec !== void 0) {
      let data9 = data.spec
      if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
        if (data9.addresses === void 0) {
          const err21 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'addresses' },
          }
          if (vErrors === null) {
            vErrors = [err21]
          } else {
            vErrors.push(err21)
          }
          errors++
        }
        for (const key4 in data9) {
          if (!func2.call(schema11.properties.spec.properties, key4)) {
            const err22 = {
              instancePath: instancePath + '/spec',
              schemaPath: '#/properties/spec/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
            }
            if (vErrors === null) {
              vErrors = [err22]
            } else {
              vErrors.push(err22)
            }
            errors++
          }
        }
        if (data9.addresses !== void 0) {
          let data10 = data9.addresses
          if (Array.isArray(data10)) {
            if (data10.length > 256) {
              const err23 = {
                instancePath: instancePath + '/spec/addresses',
                schemaPath: '#/properties/spec/properties/addresses/maxItems',
                keyword: 'maxItems',
                params: { limit: 256 },
              }
              if (vErrors === null) {
                vErrors = [err23]
              } else {
                vErrors.push(err23)
              }
              errors++
            }
            if (data10.length < 1) {
              const err24 = {
                instancePath: instancePath + '/spec/addresses',
                schemaPath: '#/properties/spec/properties/addresses/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
              }
              if (vErrors === null) {
                vErrors = [err24]
              } else {
                vErrors.push(err24)
              }
              errors++
            }
            const len0 = data10.length
            for (let i0 = 0; i0 < len0; i0++) {
              let data11 = data10[i0]
              if (typeof data11 === 'string') {
                if (func3(data11) > 96) {
                  const err25 = {
                    instancePath: instancePath + '/spec/addresses/' + i0,
                    schemaPath: '#/properties/spec/properties/addresses/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 96 },
                  }
                  if (vErrors === null) {
                    vErrors = [err25]
                  } else {
                    vErrors.push(err25)
                  }
                  errors++
                }
                if (func3(data11) < 1) {
                  const err26 = {
                    instancePath: instancePath + '/spec/addresses/' + i0,
                    schemaPath: '#/properties/spec/properties/addresses/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err26]
                  } else {
                    vErrors.push(err26)
                  }
                  errors++
                }
              } else {
                const err27 = {
                  instancePath: instancePath + '/spec/addresses/' + i0,
                  schemaPath: '#/properties/spec/properties/addresses/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err27]
                } else {
                  vErrors.push(err27)
                }
                errors++
              }
            }
            let i1 = data10.length
            let j0
            if (i1 > 1) {
              const indices0 = {}
              for (; i1--;) {
                let item0 = data10[i1]
                if (typeof item0 !== 'string') {
                  continue
                }
                if (typeof indices0[item0] == 'number') {
                  j0 = indices0[item0]
                  const err28 = {
                    instancePath: instancePath + '/spec/addresses',
                    schemaPath: '#/properties/spec/properties/addresses/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i1, j: j0 },
                  }
                  if (vErrors === null) {
                    vErrors = [err28]
                  } else {
                    vErrors.push(err28)
                  }
                  errors++
                  break
                }
                indices0[item0] = i1
              }
            }
          } else {
            const err29 = {
              instancePath: instancePath + '/spec/addresses',
              schemaPath: '#/properties/spec/properties/addresses/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err29]
            } else {
              vErrors.push(err29)
            }
            errors++
          }
        }
        if (data9.exclude !== void 0) {
          let data12 = data9.exclude
          if (Array.isArray(data12)) {
            if (data12.length > 1024) {
              const err30 = {
                instancePath: instancePath + '/spec/exclude',
                schemaPath: '#/properties/spec/properties/exclude/maxItems',
                keyword: 'maxItems',
                params: { limit: 1024 },
              }
              if (vErrors === null) {
                vErrors = [err30]
              } else {
                vErrors.push(err30)
              }
              errors++
            }
            const len1 = data12.length
            for (let i2 = 0; i2 < len1; i2++) {
              let data13 = data12[i2]
              if (typeof data13 === 'string') {
                if (func3(data13) > 96) {
                  const err31 = {
                    instancePath: instancePath + '/spec/exclude/' + i2,
                    schemaPath: '#/properties/spec/properties/exclude/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 96 },
                  }
                  if (vErrors === null) {
                    vErrors = [err31]
                  } else {
                    vErrors.push(err31)
                  }
                  errors++
                }
                if (func3(data13) < 1) {
                  const err32 = {
                    instancePath: instancePath + '/spec/exclude/' + i2,
                    schemaPath: '#/properties/spec/properties/exclude/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err32]
                  } else {
                    vErrors.push(err32)
                  }
                  errors++
                }
              } else {
                const err33 = {
                  instancePath: instancePath + '/spec/exclude/' + i2,
                  schemaPath: '#/properties/spec/properties/exclude/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err33]
                } else {
                  vErrors.push(err33)
                }
                errors++
              }
            }
            let i3 = data12.length
            let j1
            if (i3 > 1) {
              const indices1 = {}
              for (; i3--;) {
                let item1 = data12[i3]
                if (typeof item1 !== 'string') {
                  continue
                }
                if (typeof indices1[item1] == 'number') {
                  j1 = indices1[item1]
                  const err34 = {
                    instancePath: instancePath + '/spec/exclude',
                    schemaPath: '#/properties/spec/properties/exclude/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i3, j: j1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err34]
                  } else {
                    vErrors.push(err34)
                  }
                  errors++
                  break
                }
                indices1[item1] = i3
              }
            }
          } else {
            const err35 = {
              instancePath: instancePath + '/spec/exclude',
              schemaPath: '#/properties/spec/properties/exclude/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err35]
            } else {
              vErrors.push(err35)
            }
            errors++
          }
        }
        if (data9.avoidBuggyIPs !== void 0) {
          if (typeof data9.avoidBuggyIPs !== 'boolean') {
            const err36 = {
              instancePath: instancePath + '/spec/avoidBuggyIPs',
              schemaPath: '#/properties/spec/properties/avoidBuggyIPs/type',
              keyword: 'type',
              params: { type: 'boolean' },
            }
            if (vErrors === null) {
              vErrors = [err36]
            } else {
              vErrors.push(err36)
            }
            errors++
          }
        }
        if (data9.autoAssign !== void 0) {
          if (typeof data9.autoAssign !== 'boolean') {
            const err37 = {
              instancePath: instancePath + '/spec/autoAssign',
              schemaPath: '#/properties/spec/properties/autoAssign/type',
              keyword: 'type',
              params: { type: 'boolean' },
            }
            if (vErrors === null) {
              vErrors = [err37]
            } else {
              vErrors.push(err37)
            }
            errors++
          }
        }
        if (data9.priority !== void 0) {
          let data16 = data9.priority
          if (!(typeof data16 == 'number' && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
            const err38 = {
              instancePath: instancePath + '/spec/priority',
              schemaPath: '#/properties/spec/properties/priority/type',
              keyword: 'type',
              params: { type: 'integer' },
            }
            if (vErrors === null) {
              vErrors = [err38]
            } else {
              vErrors.push(err38)
            }
            errors++
          }
          if (typeof data16 == 'number' && isFinite(data16)) {
            if (data16 > 2147483647 || isNaN(data16)) {
              const err39 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 2147483647 },
              }
              if (vErrors === null) {
                vErrors = [err39]
              } else {
                vErrors.push(err39)
              }
              errors++
            }
            if (data16 < 0 || isNaN(data16)) {
              const err40 = {
                instancePath: instancePath + '/spec/priority',
                schemaPath: '#/properties/spec/properties/priority/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              }
              if (vErrors === null) {
                vErrors = [err40]
              } else {
                vErrors.push(err40)
              }
              errors++
            }
          }
        }
        if (data9.serviceSelector !== void 0) {
          let data17 = data9.serviceSelector
          if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
            for (const key5 in data17) {
              if (!(key5 === 'matchLabels' || key5 === 'matchExpressions')) {
                const err41 = {
                  instancePath: instancePath + '/spec/serviceSelector',
                  schemaPath: '#/properties/spec/properties/serviceSelector/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key5 },
                }
                if (vErrors === null) {
                  vErrors = [err41]
                } else {
                  vErrors.push(err41)
                }
                errors++
              }
            }
            if (data17.matchLabels !== void 0) {
              let data18 = data17.matchLabels
              if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                if (Object.keys(data18).length > 32) {
                  const err42 = {
                    instancePath: instancePath + '/spec/serviceSelector/matchLabels',
                    schemaPath:
                      '#/properties/spec/properties/serviceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                  }
                  if (vErrors === null) {
                    vErrors = [err42]
                  } else {
                    vErrors.push(err42)
                  }
                  errors++
                }
                for (const key6 in data18) {
                  let data19 = data18[key6]
                  if (typeof data19 === 'string') {
                    if (func3(data19) > 63) {
                      const err43 = {
                        instancePath:
                          instancePath +
                          '/spec/serviceSelector/matchLabels/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                      }
                      if (vErrors === null) {
                        vErrors = [err43]
                      } else {
                        vErrors.push(err43)
                      }
                      errors++
                    }
                    if (!pattern1.test(data19)) {
                      const err44 = {
                        instancePath:
                          instancePath +
                          '/spec/serviceSelector/matchLabels/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' },
                      }
                      if (vErrors === null) {
                        vErrors = [err44]
                      } else {
                        vErrors.push(err44)
                      }
                      errors++
                    }
                  } else {
                    const err45 = {
                      instancePath:
                        instancePath +
                        '/spec/serviceSelector/matchLabels/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err45]
                    } else {
                      vErrors.push(err45)
                    }
                    errors++
                  }
                }
              } else {
                const err46 = {
                  instancePath: instancePath + '/spec/serviceSelector/matchLabels',
                  schemaPath:
                    '#/properties/spec/properties/serviceSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err46]
                } else {
                  vErrors.push(err46)
                }
                errors++
              }
            }
            if (data17.matchExpressions !== void 0) {
              let data20 = data17.matchExpressions
              if (Array.isArray(data20)) {
                if (data20.length > 32) {
                  const err47 = {
                    instancePath: instancePath + '/spec/serviceSelector/matchExpressions',
                    schemaPath:
                      '#/properties/spec/properties/serviceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 32 },
                  }
                  if (vErrors === null) {
                    vErrors = [err47]
                  } else {
                    vErrors.push(err47)
                  }
                  errors++
                }
                const len2 = data20.length
                for (let i4 = 0; i4 < len2; i4++) {
                  let data21 = data20[i4]
                  if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                    if (data21.key === void 0) {
                      const err48 = {
                        instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                      }
                      if (vErrors === null) {
                        vErrors = [err48]
                      } else {
                        vErrors.push(err48)
                      }
                      errors++
                    }
                    if (data21.operator === void 0) {
                      const err49 = {
                        instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i4,
                        schemaPath:
                          '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                      }
                      if (vErrors === null) {
                        vErrors = [err49]
                      } else {
                        vErrors.push(err49)
                      }
                      errors++
                    }
                    for (const key7 in data21) {
                      if (!(key7 === 'key' || key7 === 'operator' || key7 === 'values')) {
                        const err50 = {
                          instancePath:
                            instancePath + '/spec/serviceSelector/matchExpressions/' + i4,
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key7 },
                        }
                        if (vErrors === null) {
                          vErrors = [err50]
                        } else {
                          vErrors.push(err50)
                        }
                        errors++
                      }
                    }
                    if (data21.key !== void 0) {
                      let data22 = data21.key
                      if (typeof data22 === 'string') {
                        if (func3(data22) > 317) {
                          const err51 = {
                            instancePath:
                              instancePath +
                              '/spec/serviceSelector/matchExpressions/' +
                              i4 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                          }
                          if (vErrors === null) {
                            vErrors = [err51]
                          } else {
                            vErrors.push(err51)
                          }
                          errors++
                        }
                        if (func3(data22) < 1) {
                          const err52 = {
                            instancePath:
                              instancePath +
                              '/spec/serviceSelector/matchExpressions/' +
                              i4 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err52]
                          } else {
                            vErrors.push(err52)
                          }
                          errors++
                        }
                        if (!pattern2.test(data22)) {
                          const err53 = {
                            instancePath:
                              instancePath +
                              '/spec/serviceSelector/matchExpressions/' +
                              i4 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                            },
                          }
                          if (vErrors === null) {
                            vErrors = [err53]
                          } else {
                            vErrors.push(err53)
                          }
                          errors++
                        }
                      } else {
                        const err54 = {
                          instancePath:
                            instancePath + '/spec/serviceSelector/matchExpressions/' + i4 + '/key',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err54]
                        } else {
                          vErrors.push(err54)
                        }
                        errors++
                      }
                    }
                    if (data21.operator !== void 0) {
                      let data23 = data21.operator
                      if (typeof data23 !== 'string') {
                        const err55 = {
                          instancePath:
                            instancePath +
                            '/spec/serviceSelector/matchExpressions/' +
                            i4 +
                            '/operator',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err55]
                        } else {
                          vErrors.push(err55)
                        }
                        errors++
                      }
                      if (!(
                        data23 === 'In' ||
                        data23 === 'NotIn' ||
                        data23 === 'Exists' ||
                        data23 === 'DoesNotExist'
                      )) {
                        const err56 = {
                          instancePath:
                            instancePath +
                            '/spec/serviceSelector/matchExpressions/' +
                            i4 +
                            '/operator',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema11.properties.spec.properties.serviceSelector.properties
                                .matchExpressions.items.properties.operator.enum,
                          },
                        }
                        if (vErrors === null) {
                          vErrors = [err56]
                        } else {
                          vErrors.push(err56)
                        }
                        errors++
                      }
                    }
                    if (data21.values !== void 0) {
                      let data24 = data21.values
                      if (Array.isArray(data24)) {
                        if (data24.length > 64) {
                          const err57 = {
                            instancePath:
                              instancePath +
                              '/spec/serviceSelector/matchExpressions/' +
                              i4 +
                              '/values',
                            schemaPath:
                              '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 64 },
                          }
                          if (vErrors === null) {
                            vErrors = [err57]
                          } else {
                            vErrors.push(err57)
                          }
                          errors++
                        }
                        const len3 = data24.length
                        for (let i5 = 0; i5 < len3; i5++) {
                          let data25 = data24[i5]
                          if (typeof data25 === 'string') {
                            if (func3(data25) > 63) {
                              const err58 = {
                                instancePath:
                                  instancePath +
                                  '/spec/serviceSelector/matchExpressions/' +
                                  i4 +
                                  '/values/' +
                                  i5,
                                schemaPath:
                                  '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                              }
                              if (vErrors === null) {
                                vErrors = [err58]
                              } else {
                                vErrors.push(err58)
                              }
                              errors++
                            }
                            if (!pattern1.test(data25)) {
                              const err59 = {
                                instancePath:
                                  instancePath +
                                  '/spec/serviceSelector/matchExpressions/' +
                                  i4 +
                                  '/values/' +
                                  i5,
                                schemaPath:
                                  '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                                },
                              }
                              if (vErrors === null) {
                                vErrors = [err59]
                              } else {
                                vErrors.push(err59)
                              }
                              errors++
                            }
                          } else {
                            const err60 = {
                              instancePath:
                                instancePath +
                                '/spec/serviceSelector/matchExpressions/' +
                                i4 +
                                '/values/' +
                                i5,
                              schemaPath:
                                '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                            }
                            if (vErrors === null) {
                              vErrors = [err60]
                            } else {
                              vErrors.push(err60)
                            }
                            errors++
                          }
                        }
                      } else {
                        const err61 = {
                          instancePath:
                            instancePath +
                            '/spec/serviceSelector/matchExpressions/' +
                            i4 +
                            '/values',
                          schemaPath:
                            '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                        }
                        if (vErrors === null) {
                          vErrors = [err61]
                        } else {
                          vErrors.push(err61)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err62 = {
                      instancePath: instancePath + '/spec/serviceSelector/matchExpressions/' + i4,
                      schemaPath:
                        '#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    }
                    if (vErrors === null) {
                      vErrors = [err62]
                    } else {
                      vErrors.push(err62)
                    }
                    errors++
                  }
                }
              } else {
                const err63 = {
                  instancePath: instancePath + '/spec/serviceSelector/matchExpressions',
                  schemaPath:
                    '#/properties/spec/properties/serviceSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                }
                if (vErrors === null) {
                  vErrors = [err63]
                } else {
                  vErrors.push(err63)
                }
                errors++
              }
            }
          } else {
            const err64 = {
              instancePath: instancePath + '/spec/serviceSelector',
              schemaPath: '#/properties/spec/properties/serviceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err64]
            } else {
              vErrors.push(err64)
            }
            errors++
          }
        }
        if (data9.namespaces !== void 0) {
          let data26 = data9.namespaces
          if (Array.isArray(data26)) {
            if (data26.length > 256) {
              const err65 = {
                instancePath: instancePath + '/spec/namespaces',
                schemaPath: '#/properties/spec/properties/namespaces/maxItems',
                keyword: 'maxItems',
                params: { limit: 256 },
              }
              if (vErrors === null) {
                vErrors = [err65]
              } else {
                vErrors.push(err65)
              }
              errors++
            }
            if (data26.length < 1) {
              const err66 = {
                instancePath: instancePath + '/spec/namespaces',
                schemaPath: '#/properties/spec/properties/namespaces/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
              }
              if (vErrors === null) {
                vErrors = [err66]
              } else {
                vErrors.push(err66)
              }
              errors++
            }
            const len4 = data26.length
            for (let i6 = 0; i6 < len4; i6++) {
              let data27 = data26[i6]
              if (typeof data27 === 'string') {
                if (func3(data27) > 63) {
                  const err67 = {
                    instancePath: instancePath + '/spec/namespaces/' + i6,
                    schemaPath: '#/properties/spec/properties/namespaces/items/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
                  }
                  if (vErrors === null) {
                    vErrors = [err67]
                  } else {
                    vErrors.push(err67)
                  }
                  errors++
                }
                if (func3(data27) < 1) {
                  const err68 = {
                    instancePath: instancePath + '/spec/namespaces/' + i6,
                    schemaPath: '#/properties/spec/properties/namespaces/items/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err68]
                  } else {
                    vErrors.push(err68)
                  }
                  errors++
                }
                if (!pattern4.test(data27)) {
                  const err69 = {
                    instancePath: instancePath + '/spec/namespaces/' + i6,
                    schemaPath: '#/properties/spec/properties/namespaces/items/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                  }
                  if (vErrors === null) {
                    vErrors = [err69]
                  } else {
                    vErrors.push(err69)
                  }
                  errors++
                }
              } else {
                const err70 = {
                  instancePath: instancePath + '/spec/namespaces/' + i6,
                  schemaPath: '#/properties/spec/properties/namespaces/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err70]
                } else {
                  vErrors.push(err70)
                }
                errors++
              }
            }
            let i7 = data26.length
            let j2
            if (i7 > 1) {
              const indices2 = {}
              for (; i7--;) {
                let item2 = data26[i7]
                if (typeof item2 !== 'string') {
                  continue
                }
                if (typeof indices2[item2] == 'number') {
                  j2 = indices2[item2]
                  const err71 = {
                    instancePath: instancePath + '/spec/namespaces',
                    schemaPath: '#/properties/spec/properties/namespaces/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i7, j: j2 },
                  }
                  if (vErrors === null) {
                    vErrors = [err71]
                  } else {
                    vErrors.push(err71)
                  }
                  errors++
                  break
                }
                indices2[item2] = i7
              }
            }
          } else {
            const err72 = {
              instancePath: instancePath + '/spec/namespaces',
              schemaPath: '#/properties/spec/properties/namespaces/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err72]
            } else {
              vErrors.push(err72)
            }
            errors++
          }
        }
        if (data9.namespaceSelector !== void 0) {
          let data28 = data9.namespaceSelector
          if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
            for (const key8 in data28) {
              if (!(key8 === 'matchLabels' || key8 === 'matchExpressions')) {
                const err73 = {
                  instancePath: instancePath + '/spec/namespaceSelector',
                  schemaPath: '#/properties/spec/properties/namespaceSelector/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key8 },
                }
                if (vErrors === null) {
                  vErrors = [err73]
                } else {
                  vErrors.push(err73)
                }
                errors++
              }
            }
            if (data28.matchLabels !== void 0) {
              let data29 = data28.matchLabels
              if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
                if (Object.keys(data29).length > 32) {
                  const err74 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                    schemaPath:
                      '#/properties/spec/properties/namespaceSelector/properties/matchLabels/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 32 },
                  }
                  if (vErrors === null) {
                    vErrors = [err74]
                  } else {
                    vErrors.push(err74)
                  }
                  errors++
                }
                for (const key9 in data29) {
                  let data30 = data29[key9]
                  if (typeof data30 === 'string') {
                    if (func3(data30) > 63) {
                      const err75 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                      }
                      if (vErrors === null) {
                        vErrors = [err75]
                      } else {
                        vErrors.push(err75)
                      }
                      errors++
                    }
                    if (!pattern1.test(data30)) {
                      const err76 = {
                        instancePath:
                          instancePath +
                          '/spec/namespaceSelector/matchLabels/' +
                          key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' },
                      }
                      if (vErrors === null) {
                        vErrors = [err76]
                      } else {
                        vErrors.push(err76)
                      }
                      errors++
                    }
                  } else {
                    const err77 = {
                      instancePath:
                        instancePath +
                        '/spec/namespaceSelector/matchLabels/' +
                        key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err77]
                    } else {
                      vErrors.push(err77)
                    }
                    errors++
                  }
                }
              } else {
                const err78 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchLabels',
                  schemaPath:
                    '#/properties/spec/properties/namespaceSelector/properties/matchLabels/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err78]
                } else {
                  vErrors.push(err78)
                }
                errors++
              }
            }
            if (data28.matchExpressions !== void 0) {
              let data31 = data28.matchExpressions
              if (Array.isArray(data31)) {
                if (data31.length > 32) {
                  const err79 = {
                    instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                    schemaPath:
                      '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 32 },
                  }
                  if (vErrors === null) {
                    vErrors = [err79]
                  } else {
                    vErrors.push(err79)
                  }
                  errors++
                }
                const len5 = data31.length
                for (let i8 = 0; i8 < len5; i8++) {
                  let data32 = data31[i8]
                  if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                    if (data32.key === void 0) {
                      const err80 = {
                        instancePath:
                          instancePath + '/spec/namespaceSelector/matchExpressions/' + i8,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'key' },
                      }
                      if (vErrors === null) {
                        vErrors = [err80]
                      } else {
                        vErrors.push(err80)
                      }
                      errors++
                    }
                    if (data32.operator === void 0) {
                      const err81 = {
                        instancePath:
                          instancePath + '/spec/namespaceSelector/matchExpressions/' + i8,
                        schemaPath:
                          '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'operator' },
                      }
                      if (vErrors === null) {
                        vErrors = [err81]
                      } else {
                        vErrors.push(err81)
                      }
                      errors++
                    }
                    for (const key10 in data32) {
                      if (!(key10 === 'key' || key10 === 'operator' || key10 === 'values')) {
                        const err82 = {
                          instancePath:
                            instancePath + '/spec/namespaceSelector/matchExpressions/' + i8,
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key10 },
                        }
                        if (vErrors === null) {
                          vErrors = [err82]
                        } else {
                          vErrors.push(err82)
                        }
                        errors++
                      }
                    }
                    if (data32.key !== void 0) {
                      let data33 = data32.key
                      if (typeof data33 === 'string') {
                        if (func3(data33) > 317) {
                          const err83 = {
                            instancePath:
                              instancePath +
                              '/spec/namespaceSelector/matchExpressions/' +
                              i8 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 317 },
                          }
                          if (vErrors === null) {
                            vErrors = [err83]
                          } else {
                            vErrors.push(err83)
                          }
                          errors++
                        }
                        if (func3(data33) < 1) {
                          const err84 = {
                            instancePath:
                              instancePath +
                              '/spec/namespaceSelector/matchExpressions/' +
                              i8 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err84]
                          } else {
                            vErrors.push(err84)
                          }
                          errors++
                        }
                        if (!pattern2.test(data33)) {
                          const err85 = {
                            instancePath:
                              instancePath +
                              '/spec/namespaceSelector/matchExpressions/' +
                              i8 +
                              '/key',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                            },
                          }
                          if (vErrors === null) {
                            vErrors = [err85]
                          } else {
                            vErrors.push(err85)
                          }
                          errors++
                        }
                      } else {
                        const err86 = {
                          instancePath:
                            instancePath +
                            '/spec/namespaceSelector/matchExpressions/' +
                            i8 +
                            '/key',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err86]
                        } else {
                          vErrors.push(err86)
                        }
                        errors++
                      }
                    }
                    if (data32.operator !== void 0) {
                      let data34 = data32.operator
                      if (typeof data34 !== 'string') {
                        const err87 = {
                          instancePath:
                            instancePath +
                            '/spec/namespaceSelector/matchExpressions/' +
                            i8 +
                            '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err87]
                        } else {
                          vErrors.push(err87)
                        }
                        errors++
                      }
                      if (!(
                        data34 === 'In' ||
                        data34 === 'NotIn' ||
                        data34 === 'Exists' ||
                        data34 === 'DoesNotExist'
                      )) {
                        const err88 = {
                          instancePath:
                            instancePath +
                            '/spec/namespaceSelector/matchExpressions/' +
                            i8 +
                            '/operator',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema11.properties.spec.properties.namespaceSelector.properties
                                .matchExpressions.items.properties.operator.enum,
                          },
                        }
                        if (vErrors === null) {
                          vErrors = [err88]
                        } else {
                          vErrors.push(err88)
                        }
                        errors++
                      }
                    }
                    if (data32.values !== void 0) {
                      let data35 = data32.values
                      if (Array.isArray(data35)) {
                        if (data35.length > 64) {
                          const err89 = {
                            instancePath:
                              instancePath +
                              '/spec/namespaceSelector/matchExpressions/' +
                              i8 +
                              '/values',
                            schemaPath:
                              '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 64 },
                          }
                          if (vErrors === null) {
                            vErrors = [err89]
                          } else {
                            vErrors.push(err89)
                          }
                          errors++
                        }
                        const len6 = data35.length
                        for (let i9 = 0; i9 < len6; i9++) {
                          let data36 = data35[i9]
                          if (typeof data36 === 'string') {
                            if (func3(data36) > 63) {
                              const err90 = {
                                instancePath:
                                  instancePath +
                                  '/spec/namespaceSelector/matchExpressions/' +
                                  i8 +
                                  '/values/' +
                                  i9,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 63 },
                              }
                              if (vErrors === null) {
                                vErrors = [err90]
                              } else {
                                vErrors.push(err90)
                              }
                              errors++
                            }
                            if (!pattern1.test(data36)) {
                              const err91 = {
                                instancePath:
                                  instancePath +
                                  '/spec/namespaceSelector/matchExpressions/' +
                                  i8 +
                                  '/values/' +
                                  i9,
                                schemaPath:
                                  '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                                },
                              }
                              if (vErrors === null) {
                                vErrors = [err91]
                              } else {
                                vErrors.push(err91)
                              }
                              errors++
                            }
                          } else {
                            const err92 = {
                              instancePath:
                                instancePath +
                                '/spec/namespaceSelector/matchExpressions/' +
                                i8 +
                                '/values/' +
                                i9,
                              schemaPath:
                                '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                            }
                            if (vErrors === null) {
                              vErrors = [err92]
                            } else {
                              vErrors.push(err92)
                            }
                            errors++
                          }
                        }
                      } else {
                        const err93 = {
                          instancePath:
                            instancePath +
                            '/spec/namespaceSelector/matchExpressions/' +
                            i8 +
                            '/values',
                          schemaPath:
                            '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type',
                          keyword: 'type',
                          params: { type: 'array' },
                        }
                        if (vErrors === null) {
                          vErrors = [err93]
                        } else {
                          vErrors.push(err93)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err94 = {
                      instancePath: instancePath + '/spec/namespaceSelector/matchExpressions/' + i8,
                      schemaPath:
                        '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    }
                    if (vErrors === null) {
                      vErrors = [err94]
                    } else {
                      vErrors.push(err94)
                    }
                    errors++
                  }
                }
              } else {
                const err95 = {
                  instancePath: instancePath + '/spec/namespaceSelector/matchExpressions',
                  schemaPath:
                    '#/properties/spec/properties/namespaceSelector/properties/matchExpressions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                }
                if (vErrors === null) {
                  vErrors = [err95]
                } else {
                  vErrors.push(err95)
                }
                errors++
              }
            }
          } else {
            const err96 = {
              instancePath: instancePath + '/spec/namespaceSelector',
              schemaPath: '#/properties/spec/properties/namespaceSelector/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err96]
            } else {
              vErrors.push(err96)
            }
            errors++
          }
        }
        if (data9.sharing !== void 0) {
          let data37 = data9.sharing
          if (typeof data37 !== 'string') {
            const err97 = {
              instancePath: instancePath + '/spec/sharing',
              schemaPath: '#/properties/spec/properties/sharing/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err97]
            } else {
              vErrors.push(err97)
            }
            errors++
          }
          if (!(
            data37 === 'none' ||
            data37 === 'withinNamespace' ||
            data37 === 'acrossNamespaces'
          )) {
            const err98 = {
              instancePath: instancePath + '/spec/sharing',
              schemaPath: '#/properties/spec/properties/sharing/enum',
              keyword: 'enum',
              params: { allowedValues: schema11.properties.spec.properties.sharing.enum },
            }
            if (vErrors === null) {
              vErrors = [err98]
            } else {
              vErrors.push(err98)
            }
            errors++
          }
        }
        if (data9.reservations !== void 0) {
          let data38 = data9.reservations
          if (Array.isArray(data38)) {
            if (data38.length > 1024) {
              const err99 = {
                instancePath: instancePath + '/spec/reservations',
                schemaPath: '#/properties/spec/properties/reservations/maxItems',
                keyword: 'maxItems',
                params: { limit: 1024 },
              }
              if (vErrors === null) {
                vErrors = [err99]
              } else {
                vErrors.push(err99)
              }
              errors++
            }
            const len7 = data38.length
            for (let i10 = 0; i10 < len7; i10++) {
              let data39 = data38[i10]
              if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
                if (data39.address === void 0) {
                  const err100 = {
                    instancePath: instancePath + '/spec/reservations/' + i10,
                    schemaPath: '#/properties/spec/properties/reservations/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'address' },
                  }
                  if (vErrors === null) {
                    vErrors = [err100]
                  } else {
                    vErrors.push(err100)
                  }
                  errors++
                }
                if (data39.service === void 0) {
                  const err101 = {
                    instancePath: instancePath + '/spec/reservations/' + i10,
                    schemaPath: '#/properties/spec/properties/reservations/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'service' },
                  }
                  if (vErrors === null) {
                    vErrors = [err101]
                  } else {
                    vErrors.push(err101)
                  }
                  errors++
                }
                for (const key11 in data39) {
                  if (!(key11 === 'address' || key11 === 'service')) {
                    const err102 = {
                      instancePath: instancePath + '/spec/reservations/' + i10,
                      schemaPath:
                        '#/properties/spec/properties/reservations/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key11 },
                    }
                    if (vErrors === null) {
                      vErrors = [err102]
                    } else {
                      vErrors.push(err102)
                    }
                    errors++
                  }
                }
                if (data39.address !== void 0) {
                  let data40 = data39.address
                  if (typeof data40 === 'string') {
                    if (func3(data40) > 45) {
                      const err103 = {
                        instancePath: instancePath + '/spec/reservations/' + i10 + '/address',
                        schemaPath:
                          '#/properties/spec/properties/reservations/items/properties/address/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                      }
                      if (vErrors === null) {
                        vErrors = [err103]
                      } else {
                        vErrors.push(err103)
                      }
                      errors++
                    }
                    if (func3(data40) < 1) {
                      const err104 = {
                        instancePath: instancePath + '/spec/reservations/' + i10 + '/address',
                        schemaPath:
                          '#/properties/spec/properties/reservations/items/properties/address/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err104]
                      } else {
                        vErrors.push(err104)
                      }
                      errors++
                    }
                  } else {
                    const err105 = {
                      instancePath: instancePath + '/spec/reservations/' + i10 + '/address',
                      schemaPath:
                        '#/properties/spec/properties/reservations/items/properties/address/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err105]
                    } else {
                      vErrors.push(err105)
                    }
                    errors++
                  }
                }
                if (data39.service !== void 0) {
                  let data41 = data39.service
                  if (typeof data41 === 'string') {
                    if (func3(data41) > 127) {
                      const err106 = {
                        instancePath: instancePath + '/spec/reservations/' + i10 + '/service',
                        schemaPath:
                          '#/properties/spec/properties/reservations/items/properties/service/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 127 },
                      }
                      if (vErrors === null) {
                        vErrors = [err106]
                      } else {
                        vErrors.push(err106)
                      }
                      errors++
                    }
                    if (func3(data41) < 3) {
                      const err107 = {
                        instancePath: instancePath + '/spec/reservations/' + i10 + '/service',
                        schemaPath:
                          '#/properties/spec/properties/reservations/items/properties/service/minLength',
                        keyword: 'minLength',
                        params: { limit: 3 },
                      }
                      if (vErrors === null) {
                        vErrors = [err107]
                      } else {
                        vErrors.push(err107)
                      }
                      errors++
                    }
                    if (!pattern8.test(data41)) {
                      const err108 = {
                        instancePath: instancePath + '/spec/reservations/' + i10 + '/service',
                        schemaPath:
                          '#/properties/spec/properties/reservations/items/properties/service/pattern',
                        keyword: 'pattern',
                        params: {
                          pattern:
                            '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
                        },
                      }
                      if (vErrors === null) {
                        vErrors = [err108]
                      } else {
                        vErrors.push(err108)
                      }
                      errors++
                    }
                  } else {
                    const err109 = {
                      instancePath: instancePath + '/spec/reservations/' + i10 + '/service',
                      schemaPath:
                        '#/properties/spec/properties/reservations/items/properties/service/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err109]
                    } else {
                      vErrors.push(err109)
                    }
                    errors++
                  }
                }
              } else {
                const err110 = {
                  instancePath: instancePath + '/spec/reservations/' + i10,
                  schemaPath: '#/properties/spec/properties/reservations/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err110]
                } else {
                  vErrors.push(err110)
                }
                errors++
              }
            }
          } else {
            const err111 = {
              instancePath: instancePath + '/spec/reservations',
              schemaPath: '#/properties/spec/properties/reservations/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err111]
            } else {
              vErrors.push(err111)
            }
            errors++
          }
        }
        if (data9.suspend !== void 0) {
          if (typeof data9.suspend !== 'boolean') {
            const err112 = {
              instancePath: instancePath + '/spec/suspend',
              schemaPath: '#/properties/spec/properties/suspend/type',
              keyword: 'type',
              params: { type: 'boolean' },
            }
            if (vErrors === null) {
              vErrors = [err112]
            } else {
              vErrors.push(err112)
            }
            errors++
          }
        }
        if (data9.announce !== void 0) {
          let data43 = data9.announce
          if (data43 && typeof data43 == 'object' && !Array.isArray(data43)) {
            for (const key12 in data43) {
              if (!func2.call(schema11.properties.spec.properties.announce.properties, key12)) {
                const err113 = {
                  instancePath: instancePath + '/spec/announce',
                  schemaPath: '#/properties/spec/properties/announce/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key12 },
                }
                if (vErrors === null) {
                  vErrors = [err113]
                } else {
                  vErrors.push(err113)
                }
                errors++
              }
            }
            if (data43.segment !== void 0) {
              let data44 = data43.segment
              if (typeof data44 === 'string') {
                if (func3(data44) > 63) {
                  const err114 = {
                    instancePath: instancePath + '/spec/announce/segment',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/segment/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
                  }
                  if (vErrors === null) {
                    vErrors = [err114]
                  } else {
                    vErrors.push(err114)
                  }
                  errors++
                }
                if (func3(data44) < 1) {
                  const err115 = {
                    instancePath: instancePath + '/spec/announce/segment',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/segment/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err115]
                  } else {
                    vErrors.push(err115)
                  }
                  errors++
                }
                if (!pattern4.test(data44)) {
                  const err116 = {
                    instancePath: instancePath + '/spec/announce/segment',
                    schemaPath: '#/properties/spec/properties/announce/properties/segment/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
                  }
                  if (vErrors === null) {
                    vErrors = [err116]
                  } else {
                    vErrors.push(err116)
                  }
                  errors++
                }
              } else {
                const err117 = {
                  instancePath: instancePath + '/spec/announce/segment',
                  schemaPath: '#/properties/spec/properties/announce/properties/segment/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err117]
                } else {
                  vErrors.push(err117)
                }
                errors++
              }
            }
            if (data43.nodeSelector !== void 0) {
              let data45 = data43.nodeSelector
              if (data45 && typeof data45 == 'object' && !Array.isArray(data45)) {
                for (const key13 in data45) {
                  if (!(key13 === 'matchLabels' || key13 === 'matchExpressions')) {
                    const err118 = {
                      instancePath: instancePath + '/spec/announce/nodeSelector',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/nodeSelector/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key13 },
                    }
                    if (vErrors === null) {
                      vErrors = [err118]
                    } else {
                      vErrors.push(err118)
                    }
                    errors++
                  }
                }
                if (data45.matchLabels !== void 0) {
                  let data46 = data45.matchLabels
                  if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
                    if (Object.keys(data46).length > 32) {
                      const err119 = {
                        instancePath: instancePath + '/spec/announce/nodeSelector/matchLabels',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/maxProperties',
                        keyword: 'maxProperties',
                        params: { limit: 32 },
                      }
                      if (vErrors === null) {
                        vErrors = [err119]
                      } else {
                        vErrors.push(err119)
                      }
                      errors++
                    }
                    for (const key14 in data46) {
                      let data47 = data46[key14]
                      if (typeof data47 === 'string') {
                        if (func3(data47) > 63) {
                          const err120 = {
                            instancePath:
                              instancePath +
                              '/spec/announce/nodeSelector/matchLabels/' +
                              key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 63 },
                          }
                          if (vErrors === null) {
                            vErrors = [err120]
                          } else {
                            vErrors.push(err120)
                          }
                          errors++
                        }
                        if (!pattern1.test(data47)) {
                          const err121 = {
                            instancePath:
                              instancePath +
                              '/spec/announce/nodeSelector/matchLabels/' +
                              key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' },
                          }
                          if (vErrors === null) {
                            vErrors = [err121]
                          } else {
                            vErrors.push(err121)
                          }
                          errors++
                        }
                      } else {
                        const err122 = {
                          instancePath:
                            instancePath +
                            '/spec/announce/nodeSelector/matchLabels/' +
                            key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath:
                            '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err122]
                        } else {
                          vErrors.push(err122)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err123 = {
                      instancePath: instancePath + '/spec/announce/nodeSelector/matchLabels',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    }
                    if (vErrors === null) {
                      vErrors = [err123]
                    } else {
                      vErrors.push(err123)
                    }
                    errors++
                  }
                }
                if (data45.matchExpressions !== void 0) {
                  let data48 = data45.matchExpressions
                  if (Array.isArray(data48)) {
                    if (data48.length > 32) {
                      const err124 = {
                        instancePath: instancePath + '/spec/announce/nodeSelector/matchExpressions',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 32 },
                      }
                      if (vErrors === null) {
                        vErrors = [err124]
                      } else {
                        vErrors.push(err124)
                      }
                      errors++
                    }
                    const len8 = data48.length
                    for (let i11 = 0; i11 < len8; i11++) {
                      let data49 = data48[i11]
                      if (data49 && typeof data49 == 'object' && !Array.isArray(data49)) {
                        if (data49.key === void 0) {
                          const err125 = {
                            instancePath:
                              instancePath + '/spec/announce/nodeSelector/matchExpressions/' + i11,
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'key' },
                          }
                          if (vErrors === null) {
                            vErrors = [err125]
                          } else {
                            vErrors.push(err125)
                          }
                          errors++
                        }
                        if (data49.operator === void 0) {
                          const err126 = {
                            instancePath:
                              instancePath + '/spec/announce/nodeSelector/matchExpressions/' + i11,
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/required',
                            keyword: 'required',
                            params: { missingProperty: 'operator' },
                          }
                          if (vErrors === null) {
                            vErrors = [err126]
                          } else {
                            vErrors.push(err126)
                          }
                          errors++
                        }
                        for (const key15 in data49) {
                          if (!(key15 === 'key' || key15 === 'operator' || key15 === 'values')) {
                            const err127 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/nodeSelector/matchExpressions/' +
                                i11,
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key15 },
                            }
                            if (vErrors === null) {
                              vErrors = [err127]
                            } else {
                              vErrors.push(err127)
                            }
                            errors++
                          }
                        }
                        if (data49.key !== void 0) {
                          let data50 = data49.key
                          if (typeof data50 === 'string') {
                            if (func3(data50) > 317) {
                              const err128 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/nodeSelector/matchExpressions/' +
                                  i11 +
                                  '/key',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 317 },
                              }
                              if (vErrors === null) {
                                vErrors = [err128]
                              } else {
                                vErrors.push(err128)
                              }
                              errors++
                            }
                            if (func3(data50) < 1) {
                              const err129 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/nodeSelector/matchExpressions/' +
                                  i11 +
                                  '/key',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/minLength',
                                keyword: 'minLength',
                                params: { limit: 1 },
                              }
                              if (vErrors === null) {
                                vErrors = [err129]
                              } else {
                                vErrors.push(err129)
                              }
                              errors++
                            }
                            if (!pattern2.test(data50)) {
                              const err130 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/nodeSelector/matchExpressions/' +
                                  i11 +
                                  '/key',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern',
                                keyword: 'pattern',
                                params: {
                                  pattern:
                                    '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                                },
                              }
                              if (vErrors === null) {
                                vErrors = [err130]
                              } else {
                                vErrors.push(err130)
                              }
                              errors++
                            }
                          } else {
                            const err131 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/nodeSelector/matchExpressions/' +
                                i11 +
                                '/key',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/type',
                              keyword: 'type',
                              params: { type: 'string' },
                            }
                            if (vErrors === null) {
                              vErrors = [err131]
                            } else {
                              vErrors.push(err131)
                            }
                            errors++
                          }
                        }
                        if (data49.operator !== void 0) {
                          let data51 = data49.operator
                          if (typeof data51 !== 'string') {
                            const err132 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/nodeSelector/matchExpressions/' +
                                i11 +
                                '/operator',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type',
                              keyword: 'type',
                              params: { type: 'string' },
                            }
                            if (vErrors === null) {
                              vErrors = [err132]
                            } else {
                              vErrors.push(err132)
                            }
                            errors++
                          }
                          if (!(
                            data51 === 'In' ||
                            data51 === 'NotIn' ||
                            data51 === 'Exists' ||
                            data51 === 'DoesNotExist'
                          )) {
                            const err133 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/nodeSelector/matchExpressions/' +
                                i11 +
                                '/operator',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum',
                              keyword: 'enum',
                              params: {
                                allowedValues:
                                  schema11.properties.spec.properties.announce.properties
                                    .nodeSelector.properties.matchExpressions.items.properties
                                    .operator.enum,
                              },
                            }
                            if (vErrors === null) {
                              vErrors = [err133]
                            } else {
                              vErrors.push(err133)
                            }
                            errors++
                          }
                        }
                        if (data49.values !== void 0) {
                          let data52 = data49.values
                          if (Array.isArray(data52)) {
                            if (data52.length > 64) {
                              const err134 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/nodeSelector/matchExpressions/' +
                                  i11 +
                                  '/values',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 64 },
                              }
                              if (vErrors === null) {
                                vErrors = [err134]
                              } else {
                                vErrors.push(err134)
                              }
                              errors++
                            }
                            const len9 = data52.length
                            for (let i12 = 0; i12 < len9; i12++) {
                              let data53 = data52[i12]
                              if (typeof data53 === 'string') {
                                if (func3(data53) > 63) {
                                  const err135 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/nodeSelector/matchExpressions/' +
                                      i11 +
                                      '/values/' +
                                      i12,
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 63 },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err135]
                                  } else {
                                    vErrors.push(err135)
                                  }
                                  errors++
                                }
                                if (!pattern1.test(data53)) {
                                  const err136 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/nodeSelector/matchExpressions/' +
                                      i11 +
                                      '/values/' +
                                      i12,
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern',
                                    keyword: 'pattern',
                                    params: {
                                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                                    },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err136]
                                  } else {
                                    vErrors.push(err136)
                                  }
                                  errors++
                                }
                              } else {
                                const err137 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/announce/nodeSelector/matchExpressions/' +
                                    i11 +
                                    '/values/' +
                                    i12,
                                  schemaPath:
                                    '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                }
                                if (vErrors === null) {
                                  vErrors = [err137]
                                } else {
                                  vErrors.push(err137)
                                }
                                errors++
                              }
                            }
                          } else {
                            const err138 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/nodeSelector/matchExpressions/' +
                                i11 +
                                '/values',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                            }
                            if (vErrors === null) {
                              vErrors = [err138]
                            } else {
                              vErrors.push(err138)
                            }
                            errors++
                          }
                        }
                      } else {
                        const err139 = {
                          instancePath:
                            instancePath + '/spec/announce/nodeSelector/matchExpressions/' + i11,
                          schemaPath:
                            '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/type',
                          keyword: 'type',
                          params: { type: 'object' },
                        }
                        if (vErrors === null) {
                          vErrors = [err139]
                        } else {
                          vErrors.push(err139)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err140 = {
                      instancePath: instancePath + '/spec/announce/nodeSelector/matchExpressions',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    }
                    if (vErrors === null) {
                      vErrors = [err140]
                    } else {
                      vErrors.push(err140)
                    }
                    errors++
                  }
                }
              } else {
                const err141 = {
                  instancePath: instancePath + '/spec/announce/nodeSelector',
                  schemaPath: '#/properties/spec/properties/announce/properties/nodeSelector/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err141]
                } else {
                  vErrors.push(err141)
                }
                errors++
              }
            }
            if (data43.nodeNetworks !== void 0) {
              let data54 = data43.nodeNetworks
              if (Array.isArray(data54)) {
                if (data54.length > 64) {
                  const err142 = {
                    instancePath: instancePath + '/spec/announce/nodeNetworks',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/nodeNetworks/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 64 },
                  }
                  if (vErrors === null) {
                    vErrors = [err142]
                  } else {
                    vErrors.push(err142)
                  }
                  errors++
                }
                if (data54.length < 1) {
                  const err143 = {
                    instancePath: instancePath + '/spec/announce/nodeNetworks',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/nodeNetworks/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err143]
                  } else {
                    vErrors.push(err143)
                  }
                  errors++
                }
                const len10 = data54.length
                for (let i13 = 0; i13 < len10; i13++) {
                  let data55 = data54[i13]
                  if (typeof data55 === 'string') {
                    if (func3(data55) > 49) {
                      const err144 = {
                        instancePath: instancePath + '/spec/announce/nodeNetworks/' + i13,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/nodeNetworks/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 49 },
                      }
                      if (vErrors === null) {
                        vErrors = [err144]
                      } else {
                        vErrors.push(err144)
                      }
                      errors++
                    }
                    if (func3(data55) < 1) {
                      const err145 = {
                        instancePath: instancePath + '/spec/announce/nodeNetworks/' + i13,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/nodeNetworks/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err145]
                      } else {
                        vErrors.push(err145)
                      }
                      errors++
                    }
                  } else {
                    const err146 = {
                      instancePath: instancePath + '/spec/announce/nodeNetworks/' + i13,
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/nodeNetworks/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err146]
                    } else {
                      vErrors.push(err146)
                    }
                    errors++
                  }
                }
                let i14 = data54.length
                let j3
                if (i14 > 1) {
                  const indices3 = {}
                  for (; i14--;) {
                    let item3 = data54[i14]
                    if (typeof item3 !== 'string') {
                      continue
                    }
                    if (typeof indices3[item3] == 'number') {
                      j3 = indices3[item3]
                      const err147 = {
                        instancePath: instancePath + '/spec/announce/nodeNetworks',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/nodeNetworks/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i14, j: j3 },
                      }
                      if (vErrors === null) {
                        vErrors = [err147]
                      } else {
                        vErrors.push(err147)
                      }
                      errors++
                      break
                    }
                    indices3[item3] = i14
                  }
                }
              } else {
                const err148 = {
                  instancePath: instancePath + '/spec/announce/nodeNetworks',
                  schemaPath: '#/properties/spec/properties/announce/properties/nodeNetworks/type',
                  keyword: 'type',
                  params: { type: 'array' },
                }
                if (vErrors === null) {
                  vErrors = [err148]
                } else {
                  vErrors.push(err148)
                }
                errors++
              }
            }
            if (data43.preferredNodes !== void 0) {
              let data56 = data43.preferredNodes
              if (Array.isArray(data56)) {
                if (data56.length > 32) {
                  const err149 = {
                    instancePath: instancePath + '/spec/announce/preferredNodes',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/preferredNodes/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 32 },
                  }
                  if (vErrors === null) {
                    vErrors = [err149]
                  } else {
                    vErrors.push(err149)
                  }
                  errors++
                }
                const len11 = data56.length
                for (let i15 = 0; i15 < len11; i15++) {
                  let data57 = data56[i15]
                  if (data57 && typeof data57 == 'object' && !Array.isArray(data57)) {
                    if (data57.weight === void 0) {
                      const err150 = {
                        instancePath: instancePath + '/spec/announce/preferredNodes/' + i15,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/preferredNodes/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'weight' },
                      }
                      if (vErrors === null) {
                        vErrors = [err150]
                      } else {
                        vErrors.push(err150)
                      }
                      errors++
                    }
                    if (data57.selector === void 0) {
                      const err151 = {
                        instancePath: instancePath + '/spec/announce/preferredNodes/' + i15,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/preferredNodes/items/required',
                        keyword: 'required',
                        params: { missingProperty: 'selector' },
                      }
                      if (vErrors === null) {
                        vErrors = [err151]
                      } else {
                        vErrors.push(err151)
                      }
                      errors++
                    }
                    for (const key16 in data57) {
                      if (!(key16 === 'weight' || key16 === 'selector')) {
                        const err152 = {
                          instancePath: instancePath + '/spec/announce/preferredNodes/' + i15,
                          schemaPath:
                            '#/properties/spec/properties/announce/properties/preferredNodes/items/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key16 },
                        }
                        if (vErrors === null) {
                          vErrors = [err152]
                        } else {
                          vErrors.push(err152)
                        }
                        errors++
                      }
                    }
                    if (data57.weight !== void 0) {
                      let data58 = data57.weight
                      if (!(
                        typeof data58 == 'number' &&
                        !(data58 % 1) &&
                        !isNaN(data58) &&
                        isFinite(data58)
                      )) {
                        const err153 = {
                          instancePath:
                            instancePath + '/spec/announce/preferredNodes/' + i15 + '/weight',
                          schemaPath:
                            '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                        }
                        if (vErrors === null) {
                          vErrors = [err153]
                        } else {
                          vErrors.push(err153)
                        }
                        errors++
                      }
                      if (typeof data58 == 'number' && isFinite(data58)) {
                        if (data58 > 100 || isNaN(data58)) {
                          const err154 = {
                            instancePath:
                              instancePath + '/spec/announce/preferredNodes/' + i15 + '/weight',
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 100 },
                          }
                          if (vErrors === null) {
                            vErrors = [err154]
                          } else {
                            vErrors.push(err154)
                          }
                          errors++
                        }
                        if (data58 < 1 || isNaN(data58)) {
                          const err155 = {
                            instancePath:
                              instancePath + '/spec/announce/preferredNodes/' + i15 + '/weight',
                            schemaPath:
                              '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err155]
                          } else {
                            vErrors.push(err155)
                          }
                          errors++
                        }
                      }
                    }
                    if (data57.selector !== void 0) {
                      let data59 = data57.selector
                      if (data59 && typeof data59 == 'object' && !Array.isArray(data59)) {
                        for (const key17 in data59) {
                          if (!(key17 === 'matchLabels' || key17 === 'matchExpressions')) {
                            const err156 = {
                              instancePath:
                                instancePath + '/spec/announce/preferredNodes/' + i15 + '/selector',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key17 },
                            }
                            if (vErrors === null) {
                              vErrors = [err156]
                            } else {
                              vErrors.push(err156)
                            }
                            errors++
                          }
                        }
                        if (data59.matchLabels !== void 0) {
                          let data60 = data59.matchLabels
                          if (data60 && typeof data60 == 'object' && !Array.isArray(data60)) {
                            if (Object.keys(data60).length > 32) {
                              const err157 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/preferredNodes/' +
                                  i15 +
                                  '/selector/matchLabels',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/maxProperties',
                                keyword: 'maxProperties',
                                params: { limit: 32 },
                              }
                              if (vErrors === null) {
                                vErrors = [err157]
                              } else {
                                vErrors.push(err157)
                              }
                              errors++
                            }
                            for (const key18 in data60) {
                              let data61 = data60[key18]
                              if (typeof data61 === 'string') {
                                if (func3(data61) > 63) {
                                  const err158 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/preferredNodes/' +
                                      i15 +
                                      '/selector/matchLabels/' +
                                      key18.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 63 },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err158]
                                  } else {
                                    vErrors.push(err158)
                                  }
                                  errors++
                                }
                                if (!pattern1.test(data61)) {
                                  const err159 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/preferredNodes/' +
                                      i15 +
                                      '/selector/matchLabels/' +
                                      key18.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/pattern',
                                    keyword: 'pattern',
                                    params: {
                                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                                    },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err159]
                                  } else {
                                    vErrors.push(err159)
                                  }
                                  errors++
                                }
                              } else {
                                const err160 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/announce/preferredNodes/' +
                                    i15 +
                                    '/selector/matchLabels/' +
                                    key18.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  schemaPath:
                                    '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                }
                                if (vErrors === null) {
                                  vErrors = [err160]
                                } else {
                                  vErrors.push(err160)
                                }
                                errors++
                              }
                            }
                          } else {
                            const err161 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/preferredNodes/' +
                                i15 +
                                '/selector/matchLabels',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/type',
                              keyword: 'type',
                              params: { type: 'object' },
                            }
                            if (vErrors === null) {
                              vErrors = [err161]
                            } else {
                              vErrors.push(err161)
                            }
                            errors++
                          }
                        }
                        if (data59.matchExpressions !== void 0) {
                          let data62 = data59.matchExpressions
                          if (Array.isArray(data62)) {
                            if (data62.length > 32) {
                              const err162 = {
                                instancePath:
                                  instancePath +
                                  '/spec/announce/preferredNodes/' +
                                  i15 +
                                  '/selector/matchExpressions',
                                schemaPath:
                                  '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 32 },
                              }
                              if (vErrors === null) {
                                vErrors = [err162]
                              } else {
                                vErrors.push(err162)
                              }
                              errors++
                            }
                            const len12 = data62.length
                            for (let i16 = 0; i16 < len12; i16++) {
                              let data63 = data62[i16]
                              if (data63 && typeof data63 == 'object' && !Array.isArray(data63)) {
                                if (data63.key === void 0) {
                                  const err163 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/preferredNodes/' +
                                      i15 +
                                      '/selector/matchExpressions/' +
                                      i16,
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/required',
                                    keyword: 'required',
                                    params: { missingProperty: 'key' },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err163]
                                  } else {
                                    vErrors.push(err163)
                                  }
                                  errors++
                                }
                                if (data63.operator === void 0) {
                                  const err164 = {
                                    instancePath:
                                      instancePath +
                                      '/spec/announce/preferredNodes/' +
                                      i15 +
                                      '/selector/matchExpressions/' +
                                      i16,
                                    schemaPath:
                                      '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/required',
                                    keyword: 'required',
                                    params: { missingProperty: 'operator' },
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err164]
                                  } else {
                                    vErrors.push(err164)
                                  }
                                  errors++
                                }
                                for (const key19 in data63) {
                                  if (!(
                                    key19 === 'key' ||
                                    key19 === 'operator' ||
                                    key19 === 'values'
                                  )) {
                                    const err165 = {
                                      instancePath:
                                        instancePath +
                                        '/spec/announce/preferredNodes/' +
                                        i15 +
                                        '/selector/matchExpressions/' +
                                        i16,
                                      schemaPath:
                                        '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/additionalProperties',
                                      keyword: 'additionalProperties',
                                      params: { additionalProperty: key19 },
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err165]
                                    } else {
                                      vErrors.push(err165)
                                    }
                                    errors++
                                  }
                                }
                                if (data63.key !== void 0) {
                                  let data64 = data63.key
                                  if (typeof data64 === 'string') {
                                    if (func3(data64) > 317) {
                                      const err166 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/announce/preferredNodes/' +
                                          i15 +
                                          '/selector/matchExpressions/' +
                                          i16 +
                                          '/key',
                                        schemaPath:
                                          '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 317 },
                                      }
                                      if (vErrors === null) {
                                        vErrors = [err166]
                                      } else {
                                        vErrors.push(err166)
                                      }
                                      errors++
                                    }
                                    if (func3(data64) < 1) {
                                      const err167 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/announce/preferredNodes/' +
                                          i15 +
                                          '/selector/matchExpressions/' +
                                          i16 +
                                          '/key',
                                        schemaPath:
                                          '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/minLength',
                                        keyword: 'minLength',
                                        params: { limit: 1 },
                                      }
                                      if (vErrors === null) {
                                        vErrors = [err167]
                                      } else {
                                        vErrors.push(err167)
                                      }
                                      errors++
                                    }
                                    if (!pattern2.test(data64)) {
                                      const err168 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/announce/preferredNodes/' +
                                          i15 +
                                          '/selector/matchExpressions/' +
                                          i16 +
                                          '/key',
                                        schemaPath:
                                          '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/pattern',
                                        keyword: 'pattern',
                                        params: {
                                          pattern:
                                            '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                                        },
                                      }
                                      if (vErrors === null) {
                                        vErrors = [err168]
                                      } else {
                                        vErrors.push(err168)
                                      }
                                      errors++
                                    }
                                  } else {
                                    const err169 = {
                                      instancePath:
                                        instancePath +
                                        '/spec/announce/preferredNodes/' +
                                        i15 +
                                        '/selector/matchExpressions/' +
                                        i16 +
                                        '/key',
                                      schemaPath:
                                        '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err169]
                                    } else {
                                      vErrors.push(err169)
                                    }
                                    errors++
                                  }
                                }
                                if (data63.operator !== void 0) {
                                  let data65 = data63.operator
                                  if (typeof data65 !== 'string') {
                                    const err170 = {
                                      instancePath:
                                        instancePath +
                                        '/spec/announce/preferredNodes/' +
                                        i15 +
                                        '/selector/matchExpressions/' +
                                        i16 +
                                        '/operator',
                                      schemaPath:
                                        '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/operator/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err170]
                                    } else {
                                      vErrors.push(err170)
                                    }
                                    errors++
                                  }
                                  if (!(
                                    data65 === 'In' ||
                                    data65 === 'NotIn' ||
                                    data65 === 'Exists' ||
                                    data65 === 'DoesNotExist'
                                  )) {
                                    const err171 = {
                                      instancePath:
                                        instancePath +
                                        '/spec/announce/preferredNodes/' +
                                        i15 +
                                        '/selector/matchExpressions/' +
                                        i16 +
                                        '/operator',
                                      schemaPath:
                                        '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/operator/enum',
                                      keyword: 'enum',
                                      params: {
                                        allowedValues:
                                          schema11.properties.spec.properties.announce.properties
                                            .preferredNodes.items.properties.selector.properties
                                            .matchExpressions.items.properties.operator.enum,
                                      },
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err171]
                                    } else {
                                      vErrors.push(err171)
                                    }
                                    errors++
                                  }
                                }
                                if (data63.values !== void 0) {
                                  let data66 = data63.values
                                  if (Array.isArray(data66)) {
                                    if (data66.length > 64) {
                                      const err172 = {
                                        instancePath:
                                          instancePath +
                                          '/spec/announce/preferredNodes/' +
                                          i15 +
                                          '/selector/matchExpressions/' +
                                          i16 +
                                          '/values',
                                        schemaPath:
                                          '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/maxItems',
                                        keyword: 'maxItems',
                                        params: { limit: 64 },
                                      }
                                      if (vErrors === null) {
                                        vErrors = [err172]
                                      } else {
                                        vErrors.push(err172)
                                      }
                                      errors++
                                    }
                                    const len13 = data66.length
                                    for (let i17 = 0; i17 < len13; i17++) {
                                      let data67 = data66[i17]
                                      if (typeof data67 === 'string') {
                                        if (func3(data67) > 63) {
                                          const err173 = {
                                            instancePath:
                                              instancePath +
                                              '/spec/announce/preferredNodes/' +
                                              i15 +
                                              '/selector/matchExpressions/' +
                                              i16 +
                                              '/values/' +
                                              i17,
                                            schemaPath:
                                              '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/maxLength',
                                            keyword: 'maxLength',
                                            params: { limit: 63 },
                                          }
                                          if (vErrors === null) {
                                            vErrors = [err173]
                                          } else {
                                            vErrors.push(err173)
                                          }
                                          errors++
                                        }
                                        if (!pattern1.test(data67)) {
                                          const err174 = {
                                            instancePath:
                                              instancePath +
                                              '/spec/announce/preferredNodes/' +
                                              i15 +
                                              '/selector/matchExpressions/' +
                                              i16 +
                                              '/values/' +
                                              i17,
                                            schemaPath:
                                              '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/pattern',
                                            keyword: 'pattern',
                                            params: {
                                              pattern:
                                                '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                                            },
                                          }
                                          if (vErrors === null) {
                                            vErrors = [err174]
                                          } else {
                                            vErrors.push(err174)
                                          }
                                          errors++
                                        }
                                      } else {
                                        const err175 = {
                                          instancePath:
                                            instancePath +
                                            '/spec/announce/preferredNodes/' +
                                            i15 +
                                            '/selector/matchExpressions/' +
                                            i16 +
                                            '/values/' +
                                            i17,
                                          schemaPath:
                                            '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                        }
                                        if (vErrors === null) {
                                          vErrors = [err175]
                                        } else {
                                          vErrors.push(err175)
                                        }
                                        errors++
                                      }
                                    }
                                  } else {
                                    const err176 = {
                                      instancePath:
                                        instancePath +
                                        '/spec/announce/preferredNodes/' +
                                        i15 +
                                        '/selector/matchExpressions/' +
                                        i16 +
                                        '/values',
                                      schemaPath:
                                        '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err176]
                                    } else {
                                      vErrors.push(err176)
                                    }
                                    errors++
                                  }
                                }
                              } else {
                                const err177 = {
                                  instancePath:
                                    instancePath +
                                    '/spec/announce/preferredNodes/' +
                                    i15 +
                                    '/selector/matchExpressions/' +
                                    i16,
                                  schemaPath:
                                    '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                }
                                if (vErrors === null) {
                                  vErrors = [err177]
                                } else {
                                  vErrors.push(err177)
                                }
                                errors++
                              }
                            }
                          } else {
                            const err178 = {
                              instancePath:
                                instancePath +
                                '/spec/announce/preferredNodes/' +
                                i15 +
                                '/selector/matchExpressions',
                              schemaPath:
                                '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/type',
                              keyword: 'type',
                              params: { type: 'array' },
                            }
                            if (vErrors === null) {
                              vErrors = [err178]
                            } else {
                              vErrors.push(err178)
                            }
                            errors++
                          }
                        }
                      } else {
                        const err179 = {
                          instancePath:
                            instancePath + '/spec/announce/preferredNodes/' + i15 + '/selector',
                          schemaPath:
                            '#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/type',
                          keyword: 'type',
                          params: { type: 'object' },
                        }
                        if (vErrors === null) {
                          vErrors = [err179]
                        } else {
                          vErrors.push(err179)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err180 = {
                      instancePath: instancePath + '/spec/announce/preferredNodes/' + i15,
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/preferredNodes/items/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    }
                    if (vErrors === null) {
                      vErrors = [err180]
                    } else {
                      vErrors.push(err180)
                    }
                    errors++
                  }
                }
              } else {
                const err181 = {
                  instancePath: instancePath + '/spec/announce/preferredNodes',
                  schemaPath:
                    '#/properties/spec/properties/announce/properties/preferredNodes/type',
                  keyword: 'type',
                  params: { type: 'array' },
                }
                if (vErrors === null) {
                  vErrors = [err181]
                } else {
                  vErrors.push(err181)
                }
                errors++
              }
            }
            if (data43.interfaces !== void 0) {
              let data68 = data43.interfaces
              if (Array.isArray(data68)) {
                if (data68.length > 16) {
                  const err182 = {
                    instancePath: instancePath + '/spec/announce/interfaces',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/interfaces/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 16 },
                  }
                  if (vErrors === null) {
                    vErrors = [err182]
                  } else {
                    vErrors.push(err182)
                  }
                  errors++
                }
                if (data68.length < 1) {
                  const err183 = {
                    instancePath: instancePath + '/spec/announce/interfaces',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/interfaces/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                  }
                  if (vErrors === null) {
                    vErrors = [err183]
                  } else {
                    vErrors.push(err183)
                  }
                  errors++
                }
                const len14 = data68.length
                for (let i18 = 0; i18 < len14; i18++) {
                  let data69 = data68[i18]
                  if (typeof data69 === 'string') {
                    if (func3(data69) > 15) {
                      const err184 = {
                        instancePath: instancePath + '/spec/announce/interfaces/' + i18,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/interfaces/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 15 },
                      }
                      if (vErrors === null) {
                        vErrors = [err184]
                      } else {
                        vErrors.push(err184)
                      }
                      errors++
                    }
                    if (func3(data69) < 1) {
                      const err185 = {
                        instancePath: instancePath + '/spec/announce/interfaces/' + i18,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/interfaces/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err185]
                      } else {
                        vErrors.push(err185)
                      }
                      errors++
                    }
                    if (!pattern16.test(data69)) {
                      const err186 = {
                        instancePath: instancePath + '/spec/announce/interfaces/' + i18,
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/interfaces/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^\\s/:]+$' },
                      }
                      if (vErrors === null) {
                        vErrors = [err186]
                      } else {
                        vErrors.push(err186)
                      }
                      errors++
                    }
                  } else {
                    const err187 = {
                      instancePath: instancePath + '/spec/announce/interfaces/' + i18,
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/interfaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err187]
                    } else {
                      vErrors.push(err187)
                    }
                    errors++
                  }
                }
                let i19 = data68.length
                let j4
                if (i19 > 1) {
                  const indices4 = {}
                  for (; i19--;) {
                    let item4 = data68[i19]
                    if (typeof item4 !== 'string') {
                      continue
                    }
                    if (typeof indices4[item4] == 'number') {
                      j4 = indices4[item4]
                      const err188 = {
                        instancePath: instancePath + '/spec/announce/interfaces',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/interfaces/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i19, j: j4 },
                      }
                      if (vErrors === null) {
                        vErrors = [err188]
                      } else {
                        vErrors.push(err188)
                      }
                      errors++
                      break
                    }
                    indices4[item4] = i19
                  }
                }
              } else {
                const err189 = {
                  instancePath: instancePath + '/spec/announce/interfaces',
                  schemaPath: '#/properties/spec/properties/announce/properties/interfaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                }
                if (vErrors === null) {
                  vErrors = [err189]
                } else {
                  vErrors.push(err189)
                }
                errors++
              }
            }
            if (data43.failback !== void 0) {
              let data70 = data43.failback
              if (typeof data70 !== 'string') {
                const err190 = {
                  instancePath: instancePath + '/spec/announce/failback',
                  schemaPath: '#/properties/spec/properties/announce/properties/failback/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err190]
                } else {
                  vErrors.push(err190)
                }
                errors++
              }
              if (!(data70 === 'never' || data70 === 'afterStable' || data70 === 'immediate')) {
                const err191 = {
                  instancePath: instancePath + '/spec/announce/failback',
                  schemaPath: '#/properties/spec/properties/announce/properties/failback/enum',
                  keyword: 'enum',
                  params: {
                    allowedValues:
                      schema11.properties.spec.properties.announce.properties.failback.enum,
                  },
                }
                if (vErrors === null) {
                  vErrors = [err191]
                } else {
                  vErrors.push(err191)
                }
                errors++
              }
            }
            if (data43.failbackDelaySeconds !== void 0) {
              let data71 = data43.failbackDelaySeconds
              if (!(
                typeof data71 == 'number' &&
                !(data71 % 1) &&
                !isNaN(data71) &&
                isFinite(data71)
              )) {
                const err192 = {
                  instancePath: instancePath + '/spec/announce/failbackDelaySeconds',
                  schemaPath:
                    '#/properties/spec/properties/announce/properties/failbackDelaySeconds/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                }
                if (vErrors === null) {
                  vErrors = [err192]
                } else {
                  vErrors.push(err192)
                }
                errors++
              }
              if (typeof data71 == 'number' && isFinite(data71)) {
                if (data71 > 86400 || isNaN(data71)) {
                  const err193 = {
                    instancePath: instancePath + '/spec/announce/failbackDelaySeconds',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/failbackDelaySeconds/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 86400 },
                  }
                  if (vErrors === null) {
                    vErrors = [err193]
                  } else {
                    vErrors.push(err193)
                  }
                  errors++
                }
                if (data71 < 0 || isNaN(data71)) {
                  const err194 = {
                    instancePath: instancePath + '/spec/announce/failbackDelaySeconds',
                    schemaPath:
                      '#/properties/spec/properties/announce/properties/failbackDelaySeconds/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                  }
                  if (vErrors === null) {
                    vErrors = [err194]
                  } else {
                    vErrors.push(err194)
                  }
                  errors++
                }
              }
            }
            if (data43.probe !== void 0) {
              let data72 = data43.probe
              if (data72 && typeof data72 == 'object' && !Array.isArray(data72)) {
                for (const key20 in data72) {
                  if (!(
                    key20 === 'method' ||
                    key20 === 'intervalMilliseconds' ||
                    key20 === 'failureThreshold'
                  )) {
                    const err195 = {
                      instancePath: instancePath + '/spec/announce/probe',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/probe/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key20 },
                    }
                    if (vErrors === null) {
                      vErrors = [err195]
                    } else {
                      vErrors.push(err195)
                    }
                    errors++
                  }
                }
                if (data72.method !== void 0) {
                  let data73 = data72.method
                  if (typeof data73 !== 'string') {
                    const err196 = {
                      instancePath: instancePath + '/spec/announce/probe/method',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/probe/properties/method/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err196]
                    } else {
                      vErrors.push(err196)
                    }
                    errors++
                  }
                  if (!(data73 === 'auto' || data73 === 'echo' || data73 === 'arp')) {
                    const err197 = {
                      instancePath: instancePath + '/spec/announce/probe/method',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/probe/properties/method/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues:
                          schema11.properties.spec.properties.announce.properties.probe.properties
                            .method.enum,
                      },
                    }
                    if (vErrors === null) {
                      vErrors = [err197]
                    } else {
                      vErrors.push(err197)
                    }
                    errors++
                  }
                }
                if (data72.intervalMilliseconds !== void 0) {
                  let data74 = data72.intervalMilliseconds
                  if (!(
                    typeof data74 == 'number' &&
                    !(data74 % 1) &&
                    !isNaN(data74) &&
                    isFinite(data74)
                  )) {
                    const err198 = {
                      instancePath: instancePath + '/spec/announce/probe/intervalMilliseconds',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                    }
                    if (vErrors === null) {
                      vErrors = [err198]
                    } else {
                      vErrors.push(err198)
                    }
                    errors++
                  }
                  if (typeof data74 == 'number' && isFinite(data74)) {
                    if (data74 > 6e4 || isNaN(data74)) {
                      const err199 = {
                        instancePath: instancePath + '/spec/announce/probe/intervalMilliseconds',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 6e4 },
                      }
                      if (vErrors === null) {
                        vErrors = [err199]
                      } else {
                        vErrors.push(err199)
                      }
                      errors++
                    }
                    if (data74 < 10 || isNaN(data74)) {
                      const err200 = {
                        instancePath: instancePath + '/spec/announce/probe/intervalMilliseconds',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 10 },
                      }
                      if (vErrors === null) {
                        vErrors = [err200]
                      } else {
                        vErrors.push(err200)
                      }
                      errors++
                    }
                  }
                }
                if (data72.failureThreshold !== void 0) {
                  let data75 = data72.failureThreshold
                  if (!(
                    typeof data75 == 'number' &&
                    !(data75 % 1) &&
                    !isNaN(data75) &&
                    isFinite(data75)
                  )) {
                    const err201 = {
                      instancePath: instancePath + '/spec/announce/probe/failureThreshold',
                      schemaPath:
                        '#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                    }
                    if (vErrors === null) {
                      vErrors = [err201]
                    } else {
                      vErrors.push(err201)
                    }
                    errors++
                  }
                  if (typeof data75 == 'number' && isFinite(data75)) {
                    if (data75 > 100 || isNaN(data75)) {
                      const err202 = {
                        instancePath: instancePath + '/spec/announce/probe/failureThreshold',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 100 },
                      }
                      if (vErrors === null) {
                        vErrors = [err202]
                      } else {
                        vErrors.push(err202)
                      }
                      errors++
                    }
                    if (data75 < 1 || isNaN(data75)) {
                      const err203 = {
                        instancePath: instancePath + '/spec/announce/probe/failureThreshold',
                        schemaPath:
                          '#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err203]
                      } else {
                        vErrors.push(err203)
                      }
                      errors++
                    }
                  }
                }
              } else {
                const err204 = {
                  instancePath: instancePath + '/spec/announce/probe',
                  schemaPath: '#/properties/spec/properties/announce/properties/probe/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err204]
                } else {
                  vErrors.push(err204)
                }
                errors++
              }
            }
            if (data43.conflictDetection !== void 0) {
              let data76 = data43.conflictDetection
              if (typeof data76 !== 'string') {
                const err205 = {
                  instancePath: instancePath + '/spec/announce/conflictDetection',
                  schemaPath:
                    '#/properties/spec/properties/announce/properties/conflictDetection/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err205]
                } else {
                  vErrors.push(err205)
                }
                errors++
              }
              if (!(data76 === 'off' || data76 === 'report' || data76 === 'hold')) {
                const err206 = {
                  instancePath: instancePath + '/spec/announce/conflictDetection',
                  schemaPath:
                    '#/properties/spec/properties/announce/properties/conflictDetection/enum',
                  keyword: 'enum',
                  params: {
                    allowedValues:
                      schema11.properties.spec.properties.announce.properties.conflictDetection
                        .enum,
                  },
                }
                if (vErrors === null) {
                  vErrors = [err206]
                } else {
                  vErrors.push(err206)
                }
                errors++
              }
            }
          } else {
            const err207 = {
              instancePath: instancePath + '/spec/announce',
              schemaPath: '#/properties/spec/properties/announce/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err207]
            } else {
              vErrors.push(err207)
            }
            errors++
          }
        }
      } else {
        const err208 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
        }
        if (vErrors === null) {
          vErrors = [err208]
        } else {
          vErrors.push(err208)
        }
        errors++
      }
    }
  } else {
    const err209 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
    }
    if (vErrors === null) {
      vErrors = [err209]
    } else {
      vErrors.push(err209)
    }
    errors++
  }
  validate10.errors = vErrors
  return errors === 0
}
var validateAnnouncementPlan = validate11
var schema12 = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: { type: 'string', enum: ['bellwether.dev/v1alpha1'] },
    kind: { type: 'string', enum: ['AnnouncementPlan'] },
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
        },
        namespace: { type: 'string' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        annotations: { type: 'object', additionalProperties: { type: 'string' } },
        creationTimestamp: {},
        deletionGracePeriodSeconds: {},
        deletionTimestamp: {},
        finalizers: {},
        generateName: {},
        generation: {},
        managedFields: {},
        ownerReferences: {},
        resourceVersion: {},
        selfLink: {},
        uid: {},
      },
    },
    spec: {
      type: 'object',
      required: ['segment', 'revision', 'digests', 'nodes', 'pools', 'announcements'],
      additionalProperties: false,
      properties: {
        segment: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
        },
        revision: { type: 'string', maxLength: 256 },
        digests: {
          type: 'object',
          required: ['pools', 'state'],
          additionalProperties: false,
          properties: {
            pools: { type: 'string', maxLength: 71, pattern: '^sha256:[0-9a-f]{64}$' },
            state: { type: 'string', maxLength: 71, pattern: '^sha256:[0-9a-f]{64}$' },
          },
        },
        nodes: {
          type: 'array',
          maxItems: 5e3,
          items: {
            type: 'object',
            required: ['name', 'addresses'],
            additionalProperties: false,
            properties: {
              name: {
                type: 'string',
                minLength: 1,
                maxLength: 253,
                pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
              },
              addresses: {
                type: 'array',
                maxItems: 16,
                items: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 45,
                  pattern: '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
                },
              },
            },
          },
        },
        pools: {
          type: 'array',
          maxItems: 1024,
          items: {
            type: 'object',
            required: ['name', 'failback', 'failbackDelaySeconds', 'probe', 'conflictDetection'],
            additionalProperties: false,
            properties: {
              name: { type: 'string', minLength: 1, maxLength: 63 },
              interfaces: {
                type: 'array',
                maxItems: 16,
                items: { type: 'string', minLength: 1, maxLength: 15, pattern: '^[^\\s/:]+$' },
              },
              failback: { type: 'string', enum: ['never', 'afterStable', 'immediate'] },
              failbackDelaySeconds: { minimum: 0, maximum: 86400, type: 'integer' },
              probe: {
                type: 'object',
                required: ['method', 'intervalMilliseconds', 'failureThreshold'],
                additionalProperties: false,
                properties: {
                  method: { type: 'string', enum: ['auto', 'echo', 'arp'] },
                  intervalMilliseconds: { minimum: 10, maximum: 6e4, type: 'integer' },
                  failureThreshold: { minimum: 1, maximum: 100, type: 'integer' },
                },
              },
              conflictDetection: { type: 'string', enum: ['off', 'report', 'hold'] },
            },
          },
        },
        announcements: {
          type: 'array',
          maxItems: 16384,
          items: {
            type: 'object',
            required: ['address', 'services', 'pool', 'candidates', 'since'],
            additionalProperties: false,
            properties: {
              address: {
                type: 'string',
                minLength: 1,
                maxLength: 45,
                pattern: '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
              },
              services: {
                type: 'array',
                minItems: 1,
                maxItems: 256,
                items: {
                  type: 'string',
                  minLength: 3,
                  maxLength: 127,
                  pattern:
                    '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
                },
              },
              pool: { type: 'string', minLength: 1, maxLength: 63 },
              candidates: {
                type: 'array',
                maxItems: 16,
                items: { minimum: 0, maximum: 2147483647, type: 'integer' },
              },
              since: { type: 'string' },
              healthCheckNodePort: { type: 'integer', minimum: 1, maximum: 65535 },
            },
          },
        },
      },
    },
    status: {},
  },
  $id: 'AnnouncementPlan',
}
var pattern19 = new RegExp('^sha256:[0-9a-f]{64}$', 'u')
var pattern21 = new RegExp('^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$', 'u')
var pattern22 = new RegExp('^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$', 'u')
function validate11(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {},
) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'apiVersion' },
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data.kind === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'kind' },
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
    if (data.metadata === void 0) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'metadata' },
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.spec === void 0) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'spec' },
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(
        key0 === 'apiVersion' ||
        key0 === 'kind' ||
        key0 === 'metadata' ||
        key0 === 'spec' ||
        key0 === 'status'
      )) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion
      if (typeof data0 !== 'string') {
        const err5 = {
          instancePath: instancePath + '/apiVersion',
          schemaPath: '#/properties/apiVersion/type',
          keyword: 'type',
          params: { type: 'string' },
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
      if (!(data0 === 'bellwether.dev/v1alpha1')) {
        const err6 = {
          instancePath: instancePath + '/apiVersion',
          schemaPath: '#/properties/apiVersion/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.apiVersion.enum },
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind
      if (typeof data1 !== 'string') {
        const err7 = {
          instancePath: instancePath + '/kind',
          schemaPath: '#/properties/kind/type',
          keyword: 'type',
          params: { type: 'string' },
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
      if (!(data1 === 'AnnouncementPlan')) {
        const err8 = {
          instancePath: instancePath + '/kind',
          schemaPath: '#/properties/kind/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.kind.enum },
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err9 = {
            instancePath: instancePath + '/metadata',
            schemaPath: '#/properties/metadata/required',
            keyword: 'required',
            params: { missingProperty: 'name' },
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        for (const key1 in data2) {
          if (!func2.call(schema12.properties.metadata.properties, key1)) {
            const err10 = {
              instancePath: instancePath + '/metadata',
              schemaPath: '#/properties/metadata/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
            }
            if (vErrors === null) {
              vErrors = [err10]
            } else {
              vErrors.push(err10)
            }
            errors++
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name
          if (typeof data3 === 'string') {
            if (func3(data3) > 63) {
              const err11 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
              }
              if (vErrors === null) {
                vErrors = [err11]
              } else {
                vErrors.push(err11)
              }
              errors++
            }
            if (func3(data3) < 1) {
              const err12 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
              }
              if (vErrors === null) {
                vErrors = [err12]
              } else {
                vErrors.push(err12)
              }
              errors++
            }
            if (!pattern0.test(data3)) {
              const err13 = {
                instancePath: instancePath + '/metadata/name',
                schemaPath: '#/properties/metadata/properties/name/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
                },
              }
              if (vErrors === null) {
                vErrors = [err13]
              } else {
                vErrors.push(err13)
              }
              errors++
            }
          } else {
            const err14 = {
              instancePath: instancePath + '/metadata/name',
              schemaPath: '#/properties/metadata/properties/name/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err14]
            } else {
              vErrors.push(err14)
            }
            errors++
          }
        }
        if (data2.namespace !== void 0) {
          if (typeof data2.namespace !== 'string') {
            const err15 = {
              instancePath: instancePath + '/metadata/namespace',
              schemaPath: '#/properties/metadata/properties/namespace/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
        if (data2.labels !== void 0) {
          let data5 = data2.labels
          if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
            for (const key2 in data5) {
              if (typeof data5[key2] !== 'string') {
                const err16 = {
                  instancePath:
                    instancePath +
                    '/metadata/labels/' +
                    key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/metadata/properties/labels/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err16]
                } else {
                  vErrors.push(err16)
                }
                errors++
              }
            }
          } else {
            const err17 = {
              instancePath: instancePath + '/metadata/labels',
              schemaPath: '#/properties/metadata/properties/labels/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err17]
            } else {
              vErrors.push(err17)
            }
            errors++
          }
        }
        if (data2.annotations !== void 0) {
          let data7 = data2.annotations
          if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
            for (const key3 in data7) {
              if (typeof data7[key3] !== 'string') {
                const err18 = {
                  instancePath:
                    instancePath +
                    '/metadata/annotations/' +
                    key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath:
                    '#/properties/metadata/properties/annotations/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err18]
                } else {
                  vErrors.push(err18)
                }
                errors++
              }
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/metadata/annotations',
              schemaPath: '#/properties/metadata/properties/annotations/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err19]
            } else {
              vErrors.push(err19)
            }
            errors++
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/metadata',
          schemaPath: '#/properties/metadata/type',
          keyword: 'type',
          params: { type: 'object' },
        }
        if (vErrors === null) {
          vErrors = [err20]
        } else {
          vErrors.push(err20)
        }
        errors++
      }
    }
    if (data.spec !== void 0) {
      let data9 = data.spec
      if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
        if (data9.segment === void 0) {
          const err21 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'segment' },
          }
          if (vErrors === null) {
            vErrors = [err21]
          } else {
            vErrors.push(err21)
          }
          errors++
        }
        if (data9.revision === void 0) {
          const err22 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'revision' },
          }
          if (vErrors === null) {
            vErrors = [err22]
          } else {
            vErrors.push(err22)
          }
          errors++
        }
        if (data9.digests === void 0) {
          const err23 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'digests' },
          }
          if (vErrors === null) {
            vErrors = [err23]
          } else {
            vErrors.push(err23)
          }
          errors++
        }
        if (data9.nodes === void 0) {
          const err24 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'nodes' },
          }
          if (vErrors === null) {
            vErrors = [err24]
          } else {
            vErrors.push(err24)
          }
          errors++
        }
        if (data9.pools === void 0) {
          const err25 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'pools' },
          }
          if (vErrors === null) {
            vErrors = [err25]
          } else {
            vErrors.push(err25)
          }
          errors++
        }
        if (data9.announcements === void 0) {
          const err26 = {
            instancePath: instancePath + '/spec',
            schemaPath: '#/properties/spec/required',
            keyword: 'required',
            params: { missingProperty: 'announcements' },
          }
          if (vErrors === null) {
            vErrors = [err26]
          } else {
            vErrors.push(err26)
          }
          errors++
        }
        for (const key4 in data9) {
          if (!(
            key4 === 'segment' ||
            key4 === 'revision' ||
            key4 === 'digests' ||
            key4 === 'nodes' ||
            key4 === 'pools' ||
            key4 === 'announcements'
          )) {
            const err27 = {
              instancePath: instancePath + '/spec',
              schemaPath: '#/properties/spec/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
            }
            if (vErrors === null) {
              vErrors = [err27]
            } else {
              vErrors.push(err27)
            }
            errors++
          }
        }
        if (data9.segment !== void 0) {
          let data10 = data9.segment
          if (typeof data10 === 'string') {
            if (func3(data10) > 63) {
              const err28 = {
                instancePath: instancePath + '/spec/segment',
                schemaPath: '#/properties/spec/properties/segment/maxLength',
                keyword: 'maxLength',
                params: { limit: 63 },
              }
              if (vErrors === null) {
                vErrors = [err28]
              } else {
                vErrors.push(err28)
              }
              errors++
            }
            if (func3(data10) < 1) {
              const err29 = {
                instancePath: instancePath + '/spec/segment',
                schemaPath: '#/properties/spec/properties/segment/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
              }
              if (vErrors === null) {
                vErrors = [err29]
              } else {
                vErrors.push(err29)
              }
              errors++
            }
            if (!pattern4.test(data10)) {
              const err30 = {
                instancePath: instancePath + '/spec/segment',
                schemaPath: '#/properties/spec/properties/segment/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
              }
              if (vErrors === null) {
                vErrors = [err30]
              } else {
                vErrors.push(err30)
              }
              errors++
            }
          } else {
            const err31 = {
              instancePath: instancePath + '/spec/segment',
              schemaPath: '#/properties/spec/properties/segment/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err31]
            } else {
              vErrors.push(err31)
            }
            errors++
          }
        }
        if (data9.revision !== void 0) {
          let data11 = data9.revision
          if (typeof data11 === 'string') {
            if (func3(data11) > 256) {
              const err32 = {
                instancePath: instancePath + '/spec/revision',
                schemaPath: '#/properties/spec/properties/revision/maxLength',
                keyword: 'maxLength',
                params: { limit: 256 },
              }
              if (vErrors === null) {
                vErrors = [err32]
              } else {
                vErrors.push(err32)
              }
              errors++
            }
          } else {
            const err33 = {
              instancePath: instancePath + '/spec/revision',
              schemaPath: '#/properties/spec/properties/revision/type',
              keyword: 'type',
              params: { type: 'string' },
            }
            if (vErrors === null) {
              vErrors = [err33]
            } else {
              vErrors.push(err33)
            }
            errors++
          }
        }
        if (data9.digests !== void 0) {
          let data12 = data9.digests
          if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
            if (data12.pools === void 0) {
              const err34 = {
                instancePath: instancePath + '/spec/digests',
                schemaPath: '#/properties/spec/properties/digests/required',
                keyword: 'required',
                params: { missingProperty: 'pools' },
              }
              if (vErrors === null) {
                vErrors = [err34]
              } else {
                vErrors.push(err34)
              }
              errors++
            }
            if (data12.state === void 0) {
              const err35 = {
                instancePath: instancePath + '/spec/digests',
                schemaPath: '#/properties/spec/properties/digests/required',
                keyword: 'required',
                params: { missingProperty: 'state' },
              }
              if (vErrors === null) {
                vErrors = [err35]
              } else {
                vErrors.push(err35)
              }
              errors++
            }
            for (const key5 in data12) {
              if (!(key5 === 'pools' || key5 === 'state')) {
                const err36 = {
                  instancePath: instancePath + '/spec/digests',
                  schemaPath: '#/properties/spec/properties/digests/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key5 },
                }
                if (vErrors === null) {
                  vErrors = [err36]
                } else {
                  vErrors.push(err36)
                }
                errors++
              }
            }
            if (data12.pools !== void 0) {
              let data13 = data12.pools
              if (typeof data13 === 'string') {
                if (func3(data13) > 71) {
                  const err37 = {
                    instancePath: instancePath + '/spec/digests/pools',
                    schemaPath: '#/properties/spec/properties/digests/properties/pools/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 71 },
                  }
                  if (vErrors === null) {
                    vErrors = [err37]
                  } else {
                    vErrors.push(err37)
                  }
                  errors++
                }
                if (!pattern19.test(data13)) {
                  const err38 = {
                    instancePath: instancePath + '/spec/digests/pools',
                    schemaPath: '#/properties/spec/properties/digests/properties/pools/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^sha256:[0-9a-f]{64}$' },
                  }
                  if (vErrors === null) {
                    vErrors = [err38]
                  } else {
                    vErrors.push(err38)
                  }
                  errors++
                }
              } else {
                const err39 = {
                  instancePath: instancePath + '/spec/digests/pools',
                  schemaPath: '#/properties/spec/properties/digests/properties/pools/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err39]
                } else {
                  vErrors.push(err39)
                }
                errors++
              }
            }
            if (data12.state !== void 0) {
              let data14 = data12.state
              if (typeof data14 === 'string') {
                if (func3(data14) > 71) {
                  const err40 = {
                    instancePath: instancePath + '/spec/digests/state',
                    schemaPath: '#/properties/spec/properties/digests/properties/state/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 71 },
                  }
                  if (vErrors === null) {
                    vErrors = [err40]
                  } else {
                    vErrors.push(err40)
                  }
                  errors++
                }
                if (!pattern19.test(data14)) {
                  const err41 = {
                    instancePath: instancePath + '/spec/digests/state',
                    schemaPath: '#/properties/spec/properties/digests/properties/state/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^sha256:[0-9a-f]{64}$' },
                  }
                  if (vErrors === null) {
                    vErrors = [err41]
                  } else {
                    vErrors.push(err41)
                  }
                  errors++
                }
              } else {
                const err42 = {
                  instancePath: instancePath + '/spec/digests/state',
                  schemaPath: '#/properties/spec/properties/digests/properties/state/type',
                  keyword: 'type',
                  params: { type: 'string' },
                }
                if (vErrors === null) {
                  vErrors = [err42]
                } else {
                  vErrors.push(err42)
                }
                errors++
              }
            }
          } else {
            const err43 = {
              instancePath: instancePath + '/spec/digests',
              schemaPath: '#/properties/spec/properties/digests/type',
              keyword: 'type',
              params: { type: 'object' },
            }
            if (vErrors === null) {
              vErrors = [err43]
            } else {
              vErrors.push(err43)
            }
            errors++
          }
        }
        if (data9.nodes !== void 0) {
          let data15 = data9.nodes
          if (Array.isArray(data15)) {
            if (data15.length > 5e3) {
              const err44 = {
                instancePath: instancePath + '/spec/nodes',
                schemaPath: '#/properties/spec/properties/nodes/maxItems',
                keyword: 'maxItems',
                params: { limit: 5e3 },
              }
              if (vErrors === null) {
                vErrors = [err44]
              } else {
                vErrors.push(err44)
              }
              errors++
            }
            const len0 = data15.length
            for (let i0 = 0; i0 < len0; i0++) {
              let data16 = data15[i0]
              if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                if (data16.name === void 0) {
                  const err45 = {
                    instancePath: instancePath + '/spec/nodes/' + i0,
                    schemaPath: '#/properties/spec/properties/nodes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                  }
                  if (vErrors === null) {
                    vErrors = [err45]
                  } else {
                    vErrors.push(err45)
                  }
                  errors++
                }
                if (data16.addresses === void 0) {
                  const err46 = {
                    instancePath: instancePath + '/spec/nodes/' + i0,
                    schemaPath: '#/properties/spec/properties/nodes/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'addresses' },
                  }
                  if (vErrors === null) {
                    vErrors = [err46]
                  } else {
                    vErrors.push(err46)
                  }
                  errors++
                }
                for (const key6 in data16) {
                  if (!(key6 === 'name' || key6 === 'addresses')) {
                    const err47 = {
                      instancePath: instancePath + '/spec/nodes/' + i0,
                      schemaPath: '#/properties/spec/properties/nodes/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key6 },
                    }
                    if (vErrors === null) {
                      vErrors = [err47]
                    } else {
                      vErrors.push(err47)
                    }
                    errors++
                  }
                }
                if (data16.name !== void 0) {
                  let data17 = data16.name
                  if (typeof data17 === 'string') {
                    if (func3(data17) > 253) {
                      const err48 = {
                        instancePath: instancePath + '/spec/nodes/' + i0 + '/name',
                        schemaPath:
                          '#/properties/spec/properties/nodes/items/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 253 },
                      }
                      if (vErrors === null) {
                        vErrors = [err48]
                      } else {
                        vErrors.push(err48)
                      }
                      errors++
                    }
                    if (func3(data17) < 1) {
                      const err49 = {
                        instancePath: instancePath + '/spec/nodes/' + i0 + '/name',
                        schemaPath:
                          '#/properties/spec/properties/nodes/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err49]
                      } else {
                        vErrors.push(err49)
                      }
                      errors++
                    }
                    if (!pattern21.test(data17)) {
                      const err50 = {
                        instancePath: instancePath + '/spec/nodes/' + i0 + '/name',
                        schemaPath:
                          '#/properties/spec/properties/nodes/items/properties/name/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$' },
                      }
                      if (vErrors === null) {
                        vErrors = [err50]
                      } else {
                        vErrors.push(err50)
                      }
                      errors++
                    }
                  } else {
                    const err51 = {
                      instancePath: instancePath + '/spec/nodes/' + i0 + '/name',
                      schemaPath: '#/properties/spec/properties/nodes/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err51]
                    } else {
                      vErrors.push(err51)
                    }
                    errors++
                  }
                }
                if (data16.addresses !== void 0) {
                  let data18 = data16.addresses
                  if (Array.isArray(data18)) {
                    if (data18.length > 16) {
                      const err52 = {
                        instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses',
                        schemaPath:
                          '#/properties/spec/properties/nodes/items/properties/addresses/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                      }
                      if (vErrors === null) {
                        vErrors = [err52]
                      } else {
                        vErrors.push(err52)
                      }
                      errors++
                    }
                    const len1 = data18.length
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data19 = data18[i1]
                      if (typeof data19 === 'string') {
                        if (func3(data19) > 45) {
                          const err53 = {
                            instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses/' + i1,
                            schemaPath:
                              '#/properties/spec/properties/nodes/items/properties/addresses/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 45 },
                          }
                          if (vErrors === null) {
                            vErrors = [err53]
                          } else {
                            vErrors.push(err53)
                          }
                          errors++
                        }
                        if (func3(data19) < 1) {
                          const err54 = {
                            instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses/' + i1,
                            schemaPath:
                              '#/properties/spec/properties/nodes/items/properties/addresses/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err54]
                          } else {
                            vErrors.push(err54)
                          }
                          errors++
                        }
                        if (!pattern22.test(data19)) {
                          const err55 = {
                            instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses/' + i1,
                            schemaPath:
                              '#/properties/spec/properties/nodes/items/properties/addresses/items/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
                            },
                          }
                          if (vErrors === null) {
                            vErrors = [err55]
                          } else {
                            vErrors.push(err55)
                          }
                          errors++
                        }
                      } else {
                        const err56 = {
                          instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses/' + i1,
                          schemaPath:
                            '#/properties/spec/properties/nodes/items/properties/addresses/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err56]
                        } else {
                          vErrors.push(err56)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err57 = {
                      instancePath: instancePath + '/spec/nodes/' + i0 + '/addresses',
                      schemaPath:
                        '#/properties/spec/properties/nodes/items/properties/addresses/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    }
                    if (vErrors === null) {
                      vErrors = [err57]
                    } else {
                      vErrors.push(err57)
                    }
                    errors++
                  }
                }
              } else {
                const err58 = {
                  instancePath: instancePath + '/spec/nodes/' + i0,
                  schemaPath: '#/properties/spec/properties/nodes/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err58]
                } else {
                  vErrors.push(err58)
                }
                errors++
              }
            }
          } else {
            const err59 = {
              instancePath: instancePath + '/spec/nodes',
              schemaPath: '#/properties/spec/properties/nodes/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err59]
            } else {
              vErrors.push(err59)
            }
            errors++
          }
        }
        if (data9.pools !== void 0) {
          let data20 = data9.pools
          if (Array.isArray(data20)) {
            if (data20.length > 1024) {
              const err60 = {
                instancePath: instancePath + '/spec/pools',
                schemaPath: '#/properties/spec/properties/pools/maxItems',
                keyword: 'maxItems',
                params: { limit: 1024 },
              }
              if (vErrors === null) {
                vErrors = [err60]
              } else {
                vErrors.push(err60)
              }
              errors++
            }
            const len2 = data20.length
            for (let i2 = 0; i2 < len2; i2++) {
              let data21 = data20[i2]
              if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                if (data21.name === void 0) {
                  const err61 = {
                    instancePath: instancePath + '/spec/pools/' + i2,
                    schemaPath: '#/properties/spec/properties/pools/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'name' },
                  }
                  if (vErrors === null) {
                    vErrors = [err61]
                  } else {
                    vErrors.push(err61)
                  }
                  errors++
                }
                if (data21.failback === void 0) {
                  const err62 = {
                    instancePath: instancePath + '/spec/pools/' + i2,
                    schemaPath: '#/properties/spec/properties/pools/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'failback' },
                  }
                  if (vErrors === null) {
                    vErrors = [err62]
                  } else {
                    vErrors.push(err62)
                  }
                  errors++
                }
                if (data21.failbackDelaySeconds === void 0) {
                  const err63 = {
                    instancePath: instancePath + '/spec/pools/' + i2,
                    schemaPath: '#/properties/spec/properties/pools/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'failbackDelaySeconds' },
                  }
                  if (vErrors === null) {
                    vErrors = [err63]
                  } else {
                    vErrors.push(err63)
                  }
                  errors++
                }
                if (data21.probe === void 0) {
                  const err64 = {
                    instancePath: instancePath + '/spec/pools/' + i2,
                    schemaPath: '#/properties/spec/properties/pools/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'probe' },
                  }
                  if (vErrors === null) {
                    vErrors = [err64]
                  } else {
                    vErrors.push(err64)
                  }
                  errors++
                }
                if (data21.conflictDetection === void 0) {
                  const err65 = {
                    instancePath: instancePath + '/spec/pools/' + i2,
                    schemaPath: '#/properties/spec/properties/pools/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'conflictDetection' },
                  }
                  if (vErrors === null) {
                    vErrors = [err65]
                  } else {
                    vErrors.push(err65)
                  }
                  errors++
                }
                for (const key7 in data21) {
                  if (!(
                    key7 === 'name' ||
                    key7 === 'interfaces' ||
                    key7 === 'failback' ||
                    key7 === 'failbackDelaySeconds' ||
                    key7 === 'probe' ||
                    key7 === 'conflictDetection'
                  )) {
                    const err66 = {
                      instancePath: instancePath + '/spec/pools/' + i2,
                      schemaPath: '#/properties/spec/properties/pools/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key7 },
                    }
                    if (vErrors === null) {
                      vErrors = [err66]
                    } else {
                      vErrors.push(err66)
                    }
                    errors++
                  }
                }
                if (data21.name !== void 0) {
                  let data22 = data21.name
                  if (typeof data22 === 'string') {
                    if (func3(data22) > 63) {
                      const err67 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/name',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/name/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                      }
                      if (vErrors === null) {
                        vErrors = [err67]
                      } else {
                        vErrors.push(err67)
                      }
                      errors++
                    }
                    if (func3(data22) < 1) {
                      const err68 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/name',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/name/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err68]
                      } else {
                        vErrors.push(err68)
                      }
                      errors++
                    }
                  } else {
                    const err69 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/name',
                      schemaPath: '#/properties/spec/properties/pools/items/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err69]
                    } else {
                      vErrors.push(err69)
                    }
                    errors++
                  }
                }
                if (data21.interfaces !== void 0) {
                  let data23 = data21.interfaces
                  if (Array.isArray(data23)) {
                    if (data23.length > 16) {
                      const err70 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/interfaces/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                      }
                      if (vErrors === null) {
                        vErrors = [err70]
                      } else {
                        vErrors.push(err70)
                      }
                      errors++
                    }
                    const len3 = data23.length
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data24 = data23[i3]
                      if (typeof data24 === 'string') {
                        if (func3(data24) > 15) {
                          const err71 = {
                            instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces/' + i3,
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/interfaces/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 15 },
                          }
                          if (vErrors === null) {
                            vErrors = [err71]
                          } else {
                            vErrors.push(err71)
                          }
                          errors++
                        }
                        if (func3(data24) < 1) {
                          const err72 = {
                            instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces/' + i3,
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/interfaces/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err72]
                          } else {
                            vErrors.push(err72)
                          }
                          errors++
                        }
                        if (!pattern16.test(data24)) {
                          const err73 = {
                            instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces/' + i3,
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/interfaces/items/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[^\\s/:]+$' },
                          }
                          if (vErrors === null) {
                            vErrors = [err73]
                          } else {
                            vErrors.push(err73)
                          }
                          errors++
                        }
                      } else {
                        const err74 = {
                          instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces/' + i3,
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/interfaces/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err74]
                        } else {
                          vErrors.push(err74)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err75 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/interfaces',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/interfaces/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    }
                    if (vErrors === null) {
                      vErrors = [err75]
                    } else {
                      vErrors.push(err75)
                    }
                    errors++
                  }
                }
                if (data21.failback !== void 0) {
                  let data25 = data21.failback
                  if (typeof data25 !== 'string') {
                    const err76 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/failback',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/failback/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err76]
                    } else {
                      vErrors.push(err76)
                    }
                    errors++
                  }
                  if (!(data25 === 'never' || data25 === 'afterStable' || data25 === 'immediate')) {
                    const err77 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/failback',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/failback/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues:
                          schema12.properties.spec.properties.pools.items.properties.failback.enum,
                      },
                    }
                    if (vErrors === null) {
                      vErrors = [err77]
                    } else {
                      vErrors.push(err77)
                    }
                    errors++
                  }
                }
                if (data21.failbackDelaySeconds !== void 0) {
                  let data26 = data21.failbackDelaySeconds
                  if (!(
                    typeof data26 == 'number' &&
                    !(data26 % 1) &&
                    !isNaN(data26) &&
                    isFinite(data26)
                  )) {
                    const err78 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/failbackDelaySeconds',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                    }
                    if (vErrors === null) {
                      vErrors = [err78]
                    } else {
                      vErrors.push(err78)
                    }
                    errors++
                  }
                  if (typeof data26 == 'number' && isFinite(data26)) {
                    if (data26 > 86400 || isNaN(data26)) {
                      const err79 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/failbackDelaySeconds',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 86400 },
                      }
                      if (vErrors === null) {
                        vErrors = [err79]
                      } else {
                        vErrors.push(err79)
                      }
                      errors++
                    }
                    if (data26 < 0 || isNaN(data26)) {
                      const err80 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/failbackDelaySeconds',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 0 },
                      }
                      if (vErrors === null) {
                        vErrors = [err80]
                      } else {
                        vErrors.push(err80)
                      }
                      errors++
                    }
                  }
                }
                if (data21.probe !== void 0) {
                  let data27 = data21.probe
                  if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
                    if (data27.method === void 0) {
                      const err81 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/probe',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/probe/required',
                        keyword: 'required',
                        params: { missingProperty: 'method' },
                      }
                      if (vErrors === null) {
                        vErrors = [err81]
                      } else {
                        vErrors.push(err81)
                      }
                      errors++
                    }
                    if (data27.intervalMilliseconds === void 0) {
                      const err82 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/probe',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/probe/required',
                        keyword: 'required',
                        params: { missingProperty: 'intervalMilliseconds' },
                      }
                      if (vErrors === null) {
                        vErrors = [err82]
                      } else {
                        vErrors.push(err82)
                      }
                      errors++
                    }
                    if (data27.failureThreshold === void 0) {
                      const err83 = {
                        instancePath: instancePath + '/spec/pools/' + i2 + '/probe',
                        schemaPath:
                          '#/properties/spec/properties/pools/items/properties/probe/required',
                        keyword: 'required',
                        params: { missingProperty: 'failureThreshold' },
                      }
                      if (vErrors === null) {
                        vErrors = [err83]
                      } else {
                        vErrors.push(err83)
                      }
                      errors++
                    }
                    for (const key8 in data27) {
                      if (!(
                        key8 === 'method' ||
                        key8 === 'intervalMilliseconds' ||
                        key8 === 'failureThreshold'
                      )) {
                        const err84 = {
                          instancePath: instancePath + '/spec/pools/' + i2 + '/probe',
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/probe/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key8 },
                        }
                        if (vErrors === null) {
                          vErrors = [err84]
                        } else {
                          vErrors.push(err84)
                        }
                        errors++
                      }
                    }
                    if (data27.method !== void 0) {
                      let data28 = data27.method
                      if (typeof data28 !== 'string') {
                        const err85 = {
                          instancePath: instancePath + '/spec/pools/' + i2 + '/probe/method',
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/probe/properties/method/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err85]
                        } else {
                          vErrors.push(err85)
                        }
                        errors++
                      }
                      if (!(data28 === 'auto' || data28 === 'echo' || data28 === 'arp')) {
                        const err86 = {
                          instancePath: instancePath + '/spec/pools/' + i2 + '/probe/method',
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/probe/properties/method/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema12.properties.spec.properties.pools.items.properties.probe
                                .properties.method.enum,
                          },
                        }
                        if (vErrors === null) {
                          vErrors = [err86]
                        } else {
                          vErrors.push(err86)
                        }
                        errors++
                      }
                    }
                    if (data27.intervalMilliseconds !== void 0) {
                      let data29 = data27.intervalMilliseconds
                      if (!(
                        typeof data29 == 'number' &&
                        !(data29 % 1) &&
                        !isNaN(data29) &&
                        isFinite(data29)
                      )) {
                        const err87 = {
                          instancePath:
                            instancePath + '/spec/pools/' + i2 + '/probe/intervalMilliseconds',
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                        }
                        if (vErrors === null) {
                          vErrors = [err87]
                        } else {
                          vErrors.push(err87)
                        }
                        errors++
                      }
                      if (typeof data29 == 'number' && isFinite(data29)) {
                        if (data29 > 6e4 || isNaN(data29)) {
                          const err88 = {
                            instancePath:
                              instancePath + '/spec/pools/' + i2 + '/probe/intervalMilliseconds',
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 6e4 },
                          }
                          if (vErrors === null) {
                            vErrors = [err88]
                          } else {
                            vErrors.push(err88)
                          }
                          errors++
                        }
                        if (data29 < 10 || isNaN(data29)) {
                          const err89 = {
                            instancePath:
                              instancePath + '/spec/pools/' + i2 + '/probe/intervalMilliseconds',
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 10 },
                          }
                          if (vErrors === null) {
                            vErrors = [err89]
                          } else {
                            vErrors.push(err89)
                          }
                          errors++
                        }
                      }
                    }
                    if (data27.failureThreshold !== void 0) {
                      let data30 = data27.failureThreshold
                      if (!(
                        typeof data30 == 'number' &&
                        !(data30 % 1) &&
                        !isNaN(data30) &&
                        isFinite(data30)
                      )) {
                        const err90 = {
                          instancePath:
                            instancePath + '/spec/pools/' + i2 + '/probe/failureThreshold',
                          schemaPath:
                            '#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                        }
                        if (vErrors === null) {
                          vErrors = [err90]
                        } else {
                          vErrors.push(err90)
                        }
                        errors++
                      }
                      if (typeof data30 == 'number' && isFinite(data30)) {
                        if (data30 > 100 || isNaN(data30)) {
                          const err91 = {
                            instancePath:
                              instancePath + '/spec/pools/' + i2 + '/probe/failureThreshold',
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 100 },
                          }
                          if (vErrors === null) {
                            vErrors = [err91]
                          } else {
                            vErrors.push(err91)
                          }
                          errors++
                        }
                        if (data30 < 1 || isNaN(data30)) {
                          const err92 = {
                            instancePath:
                              instancePath + '/spec/pools/' + i2 + '/probe/failureThreshold',
                            schemaPath:
                              '#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                          }
                          if (vErrors === null) {
                            vErrors = [err92]
                          } else {
                            vErrors.push(err92)
                          }
                          errors++
                        }
                      }
                    }
                  } else {
                    const err93 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/probe',
                      schemaPath: '#/properties/spec/properties/pools/items/properties/probe/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    }
                    if (vErrors === null) {
                      vErrors = [err93]
                    } else {
                      vErrors.push(err93)
                    }
                    errors++
                  }
                }
                if (data21.conflictDetection !== void 0) {
                  let data31 = data21.conflictDetection
                  if (typeof data31 !== 'string') {
                    const err94 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/conflictDetection',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/conflictDetection/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err94]
                    } else {
                      vErrors.push(err94)
                    }
                    errors++
                  }
                  if (!(data31 === 'off' || data31 === 'report' || data31 === 'hold')) {
                    const err95 = {
                      instancePath: instancePath + '/spec/pools/' + i2 + '/conflictDetection',
                      schemaPath:
                        '#/properties/spec/properties/pools/items/properties/conflictDetection/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues:
                          schema12.properties.spec.properties.pools.items.properties
                            .conflictDetection.enum,
                      },
                    }
                    if (vErrors === null) {
                      vErrors = [err95]
                    } else {
                      vErrors.push(err95)
                    }
                    errors++
                  }
                }
              } else {
                const err96 = {
                  instancePath: instancePath + '/spec/pools/' + i2,
                  schemaPath: '#/properties/spec/properties/pools/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err96]
                } else {
                  vErrors.push(err96)
                }
                errors++
              }
            }
          } else {
            const err97 = {
              instancePath: instancePath + '/spec/pools',
              schemaPath: '#/properties/spec/properties/pools/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err97]
            } else {
              vErrors.push(err97)
            }
            errors++
          }
        }
        if (data9.announcements !== void 0) {
          let data32 = data9.announcements
          if (Array.isArray(data32)) {
            if (data32.length > 16384) {
              const err98 = {
                instancePath: instancePath + '/spec/announcements',
                schemaPath: '#/properties/spec/properties/announcements/maxItems',
                keyword: 'maxItems',
                params: { limit: 16384 },
              }
              if (vErrors === null) {
                vErrors = [err98]
              } else {
                vErrors.push(err98)
              }
              errors++
            }
            const len4 = data32.length
            for (let i4 = 0; i4 < len4; i4++) {
              let data33 = data32[i4]
              if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                if (data33.address === void 0) {
                  const err99 = {
                    instancePath: instancePath + '/spec/announcements/' + i4,
                    schemaPath: '#/properties/spec/properties/announcements/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'address' },
                  }
                  if (vErrors === null) {
                    vErrors = [err99]
                  } else {
                    vErrors.push(err99)
                  }
                  errors++
                }
                if (data33.services === void 0) {
                  const err100 = {
                    instancePath: instancePath + '/spec/announcements/' + i4,
                    schemaPath: '#/properties/spec/properties/announcements/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'services' },
                  }
                  if (vErrors === null) {
                    vErrors = [err100]
                  } else {
                    vErrors.push(err100)
                  }
                  errors++
                }
                if (data33.pool === void 0) {
                  const err101 = {
                    instancePath: instancePath + '/spec/announcements/' + i4,
                    schemaPath: '#/properties/spec/properties/announcements/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'pool' },
                  }
                  if (vErrors === null) {
                    vErrors = [err101]
                  } else {
                    vErrors.push(err101)
                  }
                  errors++
                }
                if (data33.candidates === void 0) {
                  const err102 = {
                    instancePath: instancePath + '/spec/announcements/' + i4,
                    schemaPath: '#/properties/spec/properties/announcements/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'candidates' },
                  }
                  if (vErrors === null) {
                    vErrors = [err102]
                  } else {
                    vErrors.push(err102)
                  }
                  errors++
                }
                if (data33.since === void 0) {
                  const err103 = {
                    instancePath: instancePath + '/spec/announcements/' + i4,
                    schemaPath: '#/properties/spec/properties/announcements/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'since' },
                  }
                  if (vErrors === null) {
                    vErrors = [err103]
                  } else {
                    vErrors.push(err103)
                  }
                  errors++
                }
                for (const key9 in data33) {
                  if (!(
                    key9 === 'address' ||
                    key9 === 'services' ||
                    key9 === 'pool' ||
                    key9 === 'candidates' ||
                    key9 === 'since' ||
                    key9 === 'healthCheckNodePort'
                  )) {
                    const err104 = {
                      instancePath: instancePath + '/spec/announcements/' + i4,
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key9 },
                    }
                    if (vErrors === null) {
                      vErrors = [err104]
                    } else {
                      vErrors.push(err104)
                    }
                    errors++
                  }
                }
                if (data33.address !== void 0) {
                  let data34 = data33.address
                  if (typeof data34 === 'string') {
                    if (func3(data34) > 45) {
                      const err105 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/address',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/address/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 45 },
                      }
                      if (vErrors === null) {
                        vErrors = [err105]
                      } else {
                        vErrors.push(err105)
                      }
                      errors++
                    }
                    if (func3(data34) < 1) {
                      const err106 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/address',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/address/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err106]
                      } else {
                        vErrors.push(err106)
                      }
                      errors++
                    }
                    if (!pattern22.test(data34)) {
                      const err107 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/address',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/address/pattern',
                        keyword: 'pattern',
                        params: {
                          pattern: '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
                        },
                      }
                      if (vErrors === null) {
                        vErrors = [err107]
                      } else {
                        vErrors.push(err107)
                      }
                      errors++
                    }
                  } else {
                    const err108 = {
                      instancePath: instancePath + '/spec/announcements/' + i4 + '/address',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/address/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err108]
                    } else {
                      vErrors.push(err108)
                    }
                    errors++
                  }
                }
                if (data33.services !== void 0) {
                  let data35 = data33.services
                  if (Array.isArray(data35)) {
                    if (data35.length > 256) {
                      const err109 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/services',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/services/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 256 },
                      }
                      if (vErrors === null) {
                        vErrors = [err109]
                      } else {
                        vErrors.push(err109)
                      }
                      errors++
                    }
                    if (data35.length < 1) {
                      const err110 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/services',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/services/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err110]
                      } else {
                        vErrors.push(err110)
                      }
                      errors++
                    }
                    const len5 = data35.length
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data36 = data35[i5]
                      if (typeof data36 === 'string') {
                        if (func3(data36) > 127) {
                          const err111 = {
                            instancePath:
                              instancePath + '/spec/announcements/' + i4 + '/services/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/announcements/items/properties/services/items/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 127 },
                          }
                          if (vErrors === null) {
                            vErrors = [err111]
                          } else {
                            vErrors.push(err111)
                          }
                          errors++
                        }
                        if (func3(data36) < 3) {
                          const err112 = {
                            instancePath:
                              instancePath + '/spec/announcements/' + i4 + '/services/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/announcements/items/properties/services/items/minLength',
                            keyword: 'minLength',
                            params: { limit: 3 },
                          }
                          if (vErrors === null) {
                            vErrors = [err112]
                          } else {
                            vErrors.push(err112)
                          }
                          errors++
                        }
                        if (!pattern8.test(data36)) {
                          const err113 = {
                            instancePath:
                              instancePath + '/spec/announcements/' + i4 + '/services/' + i5,
                            schemaPath:
                              '#/properties/spec/properties/announcements/items/properties/services/items/pattern',
                            keyword: 'pattern',
                            params: {
                              pattern:
                                '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
                            },
                          }
                          if (vErrors === null) {
                            vErrors = [err113]
                          } else {
                            vErrors.push(err113)
                          }
                          errors++
                        }
                      } else {
                        const err114 = {
                          instancePath:
                            instancePath + '/spec/announcements/' + i4 + '/services/' + i5,
                          schemaPath:
                            '#/properties/spec/properties/announcements/items/properties/services/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        }
                        if (vErrors === null) {
                          vErrors = [err114]
                        } else {
                          vErrors.push(err114)
                        }
                        errors++
                      }
                    }
                  } else {
                    const err115 = {
                      instancePath: instancePath + '/spec/announcements/' + i4 + '/services',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/services/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    }
                    if (vErrors === null) {
                      vErrors = [err115]
                    } else {
                      vErrors.push(err115)
                    }
                    errors++
                  }
                }
                if (data33.pool !== void 0) {
                  let data37 = data33.pool
                  if (typeof data37 === 'string') {
                    if (func3(data37) > 63) {
                      const err116 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/pool',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/pool/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 63 },
                      }
                      if (vErrors === null) {
                        vErrors = [err116]
                      } else {
                        vErrors.push(err116)
                      }
                      errors++
                    }
                    if (func3(data37) < 1) {
                      const err117 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/pool',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/pool/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err117]
                      } else {
                        vErrors.push(err117)
                      }
                      errors++
                    }
                  } else {
                    const err118 = {
                      instancePath: instancePath + '/spec/announcements/' + i4 + '/pool',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/pool/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err118]
                    } else {
                      vErrors.push(err118)
                    }
                    errors++
                  }
                }
                if (data33.candidates !== void 0) {
                  let data38 = data33.candidates
                  if (Array.isArray(data38)) {
                    if (data38.length > 16) {
                      const err119 = {
                        instancePath: instancePath + '/spec/announcements/' + i4 + '/candidates',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/candidates/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 16 },
                      }
                      if (vErrors === null) {
                        vErrors = [err119]
                      } else {
                        vErrors.push(err119)
                      }
                      errors++
                    }
                    const len6 = data38.length
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data39 = data38[i6]
                      if (!(
                        typeof data39 == 'number' &&
                        !(data39 % 1) &&
                        !isNaN(data39) &&
                        isFinite(data39)
                      )) {
                        const err120 = {
                          instancePath:
                            instancePath + '/spec/announcements/' + i4 + '/candidates/' + i6,
                          schemaPath:
                            '#/properties/spec/properties/announcements/items/properties/candidates/items/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                        }
                        if (vErrors === null) {
                          vErrors = [err120]
                        } else {
                          vErrors.push(err120)
                        }
                        errors++
                      }
                      if (typeof data39 == 'number' && isFinite(data39)) {
                        if (data39 > 2147483647 || isNaN(data39)) {
                          const err121 = {
                            instancePath:
                              instancePath + '/spec/announcements/' + i4 + '/candidates/' + i6,
                            schemaPath:
                              '#/properties/spec/properties/announcements/items/properties/candidates/items/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 2147483647 },
                          }
                          if (vErrors === null) {
                            vErrors = [err121]
                          } else {
                            vErrors.push(err121)
                          }
                          errors++
                        }
                        if (data39 < 0 || isNaN(data39)) {
                          const err122 = {
                            instancePath:
                              instancePath + '/spec/announcements/' + i4 + '/candidates/' + i6,
                            schemaPath:
                              '#/properties/spec/properties/announcements/items/properties/candidates/items/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 0 },
                          }
                          if (vErrors === null) {
                            vErrors = [err122]
                          } else {
                            vErrors.push(err122)
                          }
                          errors++
                        }
                      }
                    }
                  } else {
                    const err123 = {
                      instancePath: instancePath + '/spec/announcements/' + i4 + '/candidates',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/candidates/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    }
                    if (vErrors === null) {
                      vErrors = [err123]
                    } else {
                      vErrors.push(err123)
                    }
                    errors++
                  }
                }
                if (data33.since !== void 0) {
                  if (typeof data33.since !== 'string') {
                    const err124 = {
                      instancePath: instancePath + '/spec/announcements/' + i4 + '/since',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/since/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    }
                    if (vErrors === null) {
                      vErrors = [err124]
                    } else {
                      vErrors.push(err124)
                    }
                    errors++
                  }
                }
                if (data33.healthCheckNodePort !== void 0) {
                  let data41 = data33.healthCheckNodePort
                  if (!(
                    typeof data41 == 'number' &&
                    !(data41 % 1) &&
                    !isNaN(data41) &&
                    isFinite(data41)
                  )) {
                    const err125 = {
                      instancePath:
                        instancePath + '/spec/announcements/' + i4 + '/healthCheckNodePort',
                      schemaPath:
                        '#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                    }
                    if (vErrors === null) {
                      vErrors = [err125]
                    } else {
                      vErrors.push(err125)
                    }
                    errors++
                  }
                  if (typeof data41 == 'number' && isFinite(data41)) {
                    if (data41 > 65535 || isNaN(data41)) {
                      const err126 = {
                        instancePath:
                          instancePath + '/spec/announcements/' + i4 + '/healthCheckNodePort',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 65535 },
                      }
                      if (vErrors === null) {
                        vErrors = [err126]
                      } else {
                        vErrors.push(err126)
                      }
                      errors++
                    }
                    if (data41 < 1 || isNaN(data41)) {
                      const err127 = {
                        instancePath:
                          instancePath + '/spec/announcements/' + i4 + '/healthCheckNodePort',
                        schemaPath:
                          '#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                      }
                      if (vErrors === null) {
                        vErrors = [err127]
                      } else {
                        vErrors.push(err127)
                      }
                      errors++
                    }
                  }
                }
              } else {
                const err128 = {
                  instancePath: instancePath + '/spec/announcements/' + i4,
                  schemaPath: '#/properties/spec/properties/announcements/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                }
                if (vErrors === null) {
                  vErrors = [err128]
                } else {
                  vErrors.push(err128)
                }
                errors++
              }
            }
          } else {
            const err129 = {
              instancePath: instancePath + '/spec/announcements',
              schemaPath: '#/properties/spec/properties/announcements/type',
              keyword: 'type',
              params: { type: 'array' },
            }
            if (vErrors === null) {
              vErrors = [err129]
            } else {
              vErrors.push(err129)
            }
            errors++
          }
        }
      } else {
        const err130 = {
          instancePath: instancePath + '/spec',
          schemaPath: '#/properties/spec/type',
          keyword: 'type',
          params: { type: 'object' },
        }
        if (vErrors === null) {
          vErrors = [err130]
        } else {
          vErrors.push(err130)
        }
        errors++
      }
    }
  } else {
    const err131 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
    }
    if (vErrors === null) {
      vErrors = [err131]
    } else {
      vErrors.push(err131)
    }
    errors++
  }
  validate11.errors = vErrors
  return errors === 0
}
var schemaOfAddressPool = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: {
      type: 'string',
      enum: ['bellwether.dev/v1alpha1'],
    },
    kind: {
      type: 'string',
      enum: ['AddressPool'],
    },
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
          example: 'office',
        },
        namespace: {
          type: 'string',
        },
        labels: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
          example: {
            team: 'web',
          },
        },
        annotations: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
          example: {
            'bellwether.dev/allow-release': '*',
          },
        },
        creationTimestamp: {},
        deletionGracePeriodSeconds: {},
        deletionTimestamp: {},
        finalizers: {},
        generateName: {},
        generation: {},
        managedFields: {},
        ownerReferences: {},
        resourceVersion: {},
        selfLink: {},
        uid: {},
      },
    },
    spec: {
      type: 'object',
      required: ['addresses'],
      additionalProperties: false,
      properties: {
        addresses: {
          type: 'array',
          minItems: 1,
          maxItems: 256,
          example: ['192.0.2.0/28'],
          uniqueItems: true,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 96,
          },
        },
        exclude: {
          type: 'array',
          maxItems: 1024,
          example: ['192.0.2.1'],
          uniqueItems: true,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 96,
          },
        },
        avoidBuggyIPs: {
          type: 'boolean',
        },
        autoAssign: {
          type: 'boolean',
        },
        priority: {
          minimum: 0,
          maximum: 2147483647,
          type: 'integer',
          example: 100,
        },
        serviceSelector: {
          type: 'object',
          additionalProperties: false,
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              example: {
                zone: 'a',
              },
              additionalProperties: {
                type: 'string',
                maxLength: 63,
                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['key', 'operator'],
                additionalProperties: false,
                properties: {
                  key: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 317,
                    example: 'zone',
                    pattern:
                      '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                  },
                  operator: {
                    type: 'string',
                    enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
                  },
                  values: {
                    type: 'array',
                    maxItems: 64,
                    example: ['a', 'b'],
                    items: {
                      type: 'string',
                      maxLength: 63,
                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                    },
                  },
                },
              },
            },
          },
        },
        namespaces: {
          type: 'array',
          minItems: 1,
          maxItems: 256,
          example: ['web'],
          uniqueItems: true,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
            pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
          },
        },
        namespaceSelector: {
          type: 'object',
          additionalProperties: false,
          properties: {
            matchLabels: {
              type: 'object',
              maxProperties: 32,
              example: {
                zone: 'a',
              },
              additionalProperties: {
                type: 'string',
                maxLength: 63,
                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
              },
            },
            matchExpressions: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['key', 'operator'],
                additionalProperties: false,
                properties: {
                  key: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 317,
                    example: 'zone',
                    pattern:
                      '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                  },
                  operator: {
                    type: 'string',
                    enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
                  },
                  values: {
                    type: 'array',
                    maxItems: 64,
                    example: ['a', 'b'],
                    items: {
                      type: 'string',
                      maxLength: 63,
                      pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                    },
                  },
                },
              },
            },
          },
        },
        sharing: {
          type: 'string',
          enum: ['none', 'withinNamespace', 'acrossNamespaces'],
        },
        reservations: {
          type: 'array',
          maxItems: 1024,
          example: [
            {
              address: '192.0.2.10',
              service: 'web/shop',
            },
          ],
          items: {
            type: 'object',
            required: ['address', 'service'],
            additionalProperties: false,
            properties: {
              address: {
                type: 'string',
                minLength: 1,
                maxLength: 45,
                example: '192.0.2.10',
              },
              service: {
                type: 'string',
                minLength: 3,
                maxLength: 127,
                example: 'web/shop',
                pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
              },
            },
          },
        },
        suspend: {
          type: 'boolean',
        },
        announce: {
          type: 'object',
          additionalProperties: false,
          properties: {
            segment: {
              type: 'string',
              minLength: 1,
              maxLength: 63,
              example: 'office',
              pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
            },
            nodeSelector: {
              type: 'object',
              additionalProperties: false,
              properties: {
                matchLabels: {
                  type: 'object',
                  maxProperties: 32,
                  example: {
                    zone: 'a',
                  },
                  additionalProperties: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                  },
                },
                matchExpressions: {
                  type: 'array',
                  maxItems: 32,
                  items: {
                    type: 'object',
                    required: ['key', 'operator'],
                    additionalProperties: false,
                    properties: {
                      key: {
                        type: 'string',
                        minLength: 1,
                        maxLength: 317,
                        example: 'zone',
                        pattern:
                          '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                      },
                      operator: {
                        type: 'string',
                        enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
                      },
                      values: {
                        type: 'array',
                        maxItems: 64,
                        example: ['a', 'b'],
                        items: {
                          type: 'string',
                          maxLength: 63,
                          pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                        },
                      },
                    },
                  },
                },
              },
            },
            nodeNetworks: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              example: ['192.0.2.0/24'],
              uniqueItems: true,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 49,
              },
            },
            preferredNodes: {
              type: 'array',
              maxItems: 32,
              items: {
                type: 'object',
                required: ['weight', 'selector'],
                additionalProperties: false,
                properties: {
                  weight: {
                    minimum: 1,
                    maximum: 100,
                    type: 'integer',
                    example: 50,
                  },
                  selector: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      matchLabels: {
                        type: 'object',
                        maxProperties: 32,
                        example: {
                          zone: 'a',
                        },
                        additionalProperties: {
                          type: 'string',
                          maxLength: 63,
                          pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                        },
                      },
                      matchExpressions: {
                        type: 'array',
                        maxItems: 32,
                        items: {
                          type: 'object',
                          required: ['key', 'operator'],
                          additionalProperties: false,
                          properties: {
                            key: {
                              type: 'string',
                              minLength: 1,
                              maxLength: 317,
                              example: 'zone',
                              pattern:
                                '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$',
                            },
                            operator: {
                              type: 'string',
                              enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
                            },
                            values: {
                              type: 'array',
                              maxItems: 64,
                              example: ['a', 'b'],
                              items: {
                                type: 'string',
                                maxLength: 63,
                                pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
            interfaces: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              example: ['eth0'],
              uniqueItems: true,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 15,
                pattern: '^[^\\s/:]+$',
              },
            },
            failback: {
              type: 'string',
              enum: ['never', 'afterStable', 'immediate'],
            },
            failbackDelaySeconds: {
              minimum: 0,
              maximum: 86400,
              type: 'integer',
              example: 60,
            },
            probe: {
              type: 'object',
              additionalProperties: false,
              properties: {
                method: {
                  type: 'string',
                  enum: ['auto', 'echo', 'arp'],
                },
                intervalMilliseconds: {
                  minimum: 10,
                  maximum: 6e4,
                  type: 'integer',
                  example: 100,
                },
                failureThreshold: {
                  minimum: 1,
                  maximum: 100,
                  type: 'integer',
                  example: 5,
                },
              },
            },
            conflictDetection: {
              type: 'string',
              enum: ['off', 'report', 'hold'],
            },
          },
        },
      },
    },
    status: {},
  },
  $id: 'AddressPool',
}
var schemaOfAnnouncementPlan = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: {
      type: 'string',
      enum: ['bellwether.dev/v1alpha1'],
    },
    kind: {
      type: 'string',
      enum: ['AnnouncementPlan'],
    },
    metadata: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
          example: 'office',
        },
        namespace: {
          type: 'string',
        },
        labels: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
          example: {
            team: 'web',
          },
        },
        annotations: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
          example: {
            'bellwether.dev/allow-release': '*',
          },
        },
        creationTimestamp: {},
        deletionGracePeriodSeconds: {},
        deletionTimestamp: {},
        finalizers: {},
        generateName: {},
        generation: {},
        managedFields: {},
        ownerReferences: {},
        resourceVersion: {},
        selfLink: {},
        uid: {},
      },
    },
    spec: {
      type: 'object',
      required: ['segment', 'revision', 'digests', 'nodes', 'pools', 'announcements'],
      additionalProperties: false,
      properties: {
        segment: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
        },
        revision: {
          type: 'string',
          maxLength: 256,
        },
        digests: {
          type: 'object',
          required: ['pools', 'state'],
          additionalProperties: false,
          properties: {
            pools: {
              type: 'string',
              maxLength: 71,
              pattern: '^sha256:[0-9a-f]{64}$',
            },
            state: {
              type: 'string',
              maxLength: 71,
              pattern: '^sha256:[0-9a-f]{64}$',
            },
          },
        },
        nodes: {
          type: 'array',
          maxItems: 5e3,
          items: {
            type: 'object',
            required: ['name', 'addresses'],
            additionalProperties: false,
            properties: {
              name: {
                type: 'string',
                minLength: 1,
                maxLength: 253,
                pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
              },
              addresses: {
                type: 'array',
                maxItems: 16,
                items: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 45,
                  pattern: '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
                },
              },
            },
          },
        },
        pools: {
          type: 'array',
          maxItems: 1024,
          items: {
            type: 'object',
            required: ['name', 'failback', 'failbackDelaySeconds', 'probe', 'conflictDetection'],
            additionalProperties: false,
            properties: {
              name: {
                type: 'string',
                minLength: 1,
                maxLength: 63,
              },
              interfaces: {
                type: 'array',
                maxItems: 16,
                items: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 15,
                  pattern: '^[^\\s/:]+$',
                },
              },
              failback: {
                type: 'string',
                enum: ['never', 'afterStable', 'immediate'],
              },
              failbackDelaySeconds: {
                minimum: 0,
                maximum: 86400,
                type: 'integer',
              },
              probe: {
                type: 'object',
                required: ['method', 'intervalMilliseconds', 'failureThreshold'],
                additionalProperties: false,
                properties: {
                  method: {
                    type: 'string',
                    enum: ['auto', 'echo', 'arp'],
                  },
                  intervalMilliseconds: {
                    minimum: 10,
                    maximum: 6e4,
                    type: 'integer',
                  },
                  failureThreshold: {
                    minimum: 1,
                    maximum: 100,
                    type: 'integer',
                  },
                },
              },
              conflictDetection: {
                type: 'string',
                enum: ['off', 'report', 'hold'],
              },
            },
          },
        },
        announcements: {
          type: 'array',
          maxItems: 16384,
          items: {
            type: 'object',
            required: ['address', 'services', 'pool', 'candidates', 'since'],
            additionalProperties: false,
            properties: {
              address: {
                type: 'string',
                minLength: 1,
                maxLength: 45,
                pattern: '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$',
              },
              services: {
                type: 'array',
                minItems: 1,
                maxItems: 256,
                items: {
                  type: 'string',
                  minLength: 3,
                  maxLength: 127,
                  pattern:
                    '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
                },
              },
              pool: {
                type: 'string',
                minLength: 1,
                maxLength: 63,
              },
              candidates: {
                type: 'array',
                maxItems: 16,
                items: {
                  minimum: 0,
                  maximum: 2147483647,
                  type: 'integer',
                },
              },
              since: {
                type: 'string',
              },
              healthCheckNodePort: {
                type: 'integer',
                minimum: 1,
                maximum: 65535,
              },
            },
          },
        },
      },
    },
    status: {},
  },
  $id: 'AnnouncementPlan',
}

// reconciler/schema/words.ts
function describeWanted({ type, items }) {
  if (type === 'array') return items?.type === 'object' ? 'a list of mappings' : 'a list of texts'
  return TYPE_WORDS[type ?? ''] ?? 'something else'
}
var TYPE_WORDS = {
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
}
function exampleOf(schema) {
  if (schema.example !== void 0) return schema.example
  if (schema.enum !== void 0) return schema.enum[0]
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})]
  if (schema.type === 'object') return exampleObject(schema)
  return { integer: schema.minimum ?? 0, boolean: true }[schema.type ?? ''] ?? 'text'
}
function exampleObject({ properties = {} }) {
  const [first] = Object.entries(properties)
  return first === void 0 ? { key: 'value' } : { [first[0]]: exampleOf(first[1]) }
}
function typeHint(mistyped) {
  const { field, value } = mistyped
  const meant = value === null ? void 0 : MEANT[field.type ?? '']?.(mistyped)
  return meant ?? `write e.g. \`${mistyped.key}: ${yamlText(exampleOf(field))}\``
}
var MEANT = {
  array: meantList,
  string: meantText,
  boolean: meantBoolean,
  integer: meantInteger,
  object: meantMapping,
}
function meantList({ value, field, key }) {
  if (isPlainObject(value)) return `begin each item of \`${key}\` with a dash: \`- \``
  return field.items?.type === 'string' ? `write \`${key}: [${yamlText(String(value))}]\`` : void 0
}
function meantText({ value, written }) {
  if (isPlainObject(value)) return meantTextWithColon(value)
  return Array.isArray(value) ? void 0 : `put it in quotes: "${written}"`
}
function meantTextWithColon(value) {
  const [entry, ...others] = Object.entries(value)
  if (entry === void 0 || others.length > 0) return void 0
  const [name, rest] = entry
  if (rest === null) return `a text that ends in a colon needs quotes: "${name}:"`
  return typeof rest === 'string' || typeof rest === 'number'
    ? `a text with a colon and a blank needs quotes: "${name}: ${rest}"`
    : void 0
}
var TRUE_WORDS = ['true', 'yes', 'y', 'on', '1', 'enabled']
var FALSE_WORDS = ['false', 'no', 'n', 'off', '0', 'disabled']
function meantBoolean({ value, key }) {
  const word = String(value).toLowerCase()
  if (TRUE_WORDS.includes(word)) return `write \`${key}: true\`, without quotes`
  if (FALSE_WORDS.includes(word)) return `write \`${key}: false\`, without quotes`
  return void 0
}
function meantInteger({ value, key }) {
  if (typeof value === 'number' && Number.isFinite(value))
    return `write \`${key}: ${Math.round(value)}\``
  const text = String(value).replaceAll('_', '')
  const [, digits2, unit] = /^\s*([-+]?\d+)\s*([A-Za-z]*)\s*$/.exec(text) ?? []
  if (digits2 === void 0) return void 0
  if (unit === '') return `write \`${key}: ${digits2}\`, without quotes or other signs`
  return `write a number alone, e.g. \`${key}: ${digits2}\`; the unit is in the name of the field`
}
function meantMapping({ value, key, field }) {
  if (!Array.isArray(value)) return void 0
  const example = yamlText(exampleOf(field))
  return `\`${key}\` is no list: write its fields without dashes, e.g. \`${key}: ${example}\``
}

// reconciler/schema/text-forms.ts
var LABEL_SYNTAX = 'small letters, digits and dashes, not at the ends'
var TEXT_FORMS = {
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$': {
    what: 'a DNS label (RFC 1123)',
    hint: `use ${LABEL_SYNTAX}`,
  },
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$': {
    what: 'a name that Kubernetes allows (RFC 1123)',
    hint: `use ${LABEL_SYNTAX}; dots between such parts`,
  },
  '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$': {
    what: 'the name of a node',
    hint: 'use small letters, digits, dashes and dots',
  },
  '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$': {
    what: 'a Service as `namespace/name`',
    hint: 'name the namespace, a slash and the Service, e.g. `web/shop`',
  },
  '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$': {
    what: 'a value that a label can have',
    hint: 'use letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit',
  },
  '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$':
    {
      what: 'the name of a label',
      hint: 'write `name` or `domain/name`, e.g. `topology.kubernetes.io/zone`',
    },
  '^[^\\s/:]+$': {
    what: 'the name of a network interface',
    hint: 'write it as `ip link` shows it, e.g. `eth0`',
  },
  '^sha256:[0-9a-f]{64}$': {
    what: 'a digest',
    hint: 'use the plan as `bellwether plan` wrote it',
  },
  '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$': {
    what: 'an address',
    hint: 'use the plan as `bellwether plan` wrote it',
  },
}
function describeForm(pattern, text) {
  const form = TEXT_FORMS[pattern]
  if (form === void 0) throw new Error(`no words for the pattern ${pattern}`)
  const repaired = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  return repaired !== text && new RegExp(pattern, 'u').test(repaired)
    ? { what: form.what, hint: `write \`${repaired}\`, or another one: ${form.hint}` }
    : form
}

// reconciler/schema/complaints.ts
var COMPLAINTS = {
  additionalProperties: unknownField,
  type: wrongType2,
  required: missingField,
  enum: unknownValue,
  minimum: outOfBounds,
  maximum: outOfBounds,
  pattern: wrongForm,
  minLength: wrongLength,
  maxLength: wrongLength,
  minItems: wrongCount,
  maxItems: wrongCount,
  maxProperties: wrongCount,
  uniqueItems: duplicateItem,
}
function complaintOf(error, path, context) {
  const field = schemaAt(context.schema, path)
  const value = valueAt(context.object.value, path)
  const name = `\`${pathText(path)}\``
  const subject2 = { params: error.params, path, name, value, field, context }
  const complain = COMPLAINTS[error.keyword]
  if (complain === void 0) throw new Error(`the schema uses ${error.keyword}, which has no words`)
  return complain(subject2)
}
function schemaAt(schema, path) {
  let current = schema
  for (const step of path)
    current =
      current?.items ?? current?.properties?.[step] ?? (current?.additionalProperties || void 0)
  return current ?? {}
}
function unknownField({ params, path, field, context }) {
  const unknown = String(params['additionalProperty'])
  const { properties = {} } = field
  const known = Object.keys(properties)
  const meant = nearest(unknown, known)
  const elsewhere = meant === void 0 ? parentOf(unknown, context.schema) : void 0
  const parent = path.length === 0 ? 'this kind' : `\`${pathText(path)}\``
  return {
    code: 'BW1201',
    path: [...path, unknown],
    atKey: true,
    message: `${parent} has no field ${quote(unknown)}`,
    hint:
      meant !== void 0
        ? `write \`${meant}\``
        : elsewhere !== void 0
          ? `${quote(unknown)} belongs in \`${elsewhere}\``
          : `remove it; the fields here are ${known.join(', ')}`,
  }
}
function parentOf(name, schema, path = '') {
  const { properties = {}, items } = schema
  if (path !== '' && Object.hasOwn(properties, name)) return path
  if (items !== void 0) return parentOf(name, items, `${path}[]`)
  for (const [key, child] of Object.entries(properties)) {
    const found = parentOf(name, child, path === '' ? key : `${path}.${key}`)
    if (found !== void 0) return found
  }
  return void 0
}
function wrongType2({ path, name, value, field, context }) {
  const written = textAt(context.object.place(path))
  const empty = value === null
  return {
    code: 'BW1202',
    path,
    message: empty
      ? `${name} is empty; it must be ${describeWanted(field)}`
      : `${name} must be ${describeWanted(field)}, not ${describeType(value)}`,
    hint: typeHint({ value, field, written, key: lastName(path) }),
  }
}
function lastName(path) {
  return String(path.findLast((step) => typeof step === 'string'))
}
function missingField({ params, path, field }) {
  const missing2 = String(params['missingProperty'])
  const { [missing2]: schema = {} } = field.properties
  const inside = path.length === 0 ? '' : ` in \`${pathText(path)}\``
  return {
    code: 'BW1203',
    path: [...path, missing2],
    atKey: true,
    message: `\`${pathText([...path, missing2])}\` is missing`,
    hint: `add \`${missing2}:\`${inside}, e.g. \`${missing2}: ${yamlText(exampleOf(schema))}\``,
  }
}
function unknownValue({ path, name, value, field }) {
  const allowed = field.enum ?? []
  const text = String(value)
  const meant = nearest(text, allowed)
  return {
    code: 'BW1204',
    path,
    message: `${name} cannot be ${quote(text)}`,
    hint:
      meant === void 0
        ? `write one of: ${allowed.join(', ')}`
        : `write \`${lastName(path)}: ${yamlText(meant)}\`; it is one of ${allowed.join(', ')}`,
  }
}
function outOfBounds({ path, name, value, field }) {
  const { minimum = 0, maximum = 0 } = field
  const nearestBound = Number(value) < minimum ? minimum : maximum
  return {
    code: 'BW1205',
    path,
    message: `${name} must be from ${minimum} to ${maximum}, not ${String(value)}`,
    hint: `the nearest value allowed is ${nearestBound}`,
  }
}
function wrongForm({ params, path, name, value }) {
  const form = describeForm(String(params['pattern']), String(value))
  return {
    code: 'BW1206',
    path,
    message: `${name} is ${quote(String(value))}, which is not ${form.what}`,
    hint: form.hint,
  }
}
function wrongLength({ path, name, value, field }) {
  const text = String(value)
  const { minLength = 0, maxLength = 0 } = field
  const tooShort = text.length < minLength
  return {
    code: 'BW1207',
    path,
    message: tooShort
      ? `${name} must have at least ${minLength} character${minLength === 1 ? '' : 's'}`
      : `${name} has ${text.length} characters; at most ${maxLength} are allowed`,
    hint: tooShort ? `write e.g. ${yamlText(exampleOf(field))}, or remove it` : 'shorten it',
  }
}
function wrongCount({ path, name, value, field }) {
  const count2 = Object.keys(Object(value)).length
  const { maxItems, maxProperties } = field
  const example = yamlText(exampleOf(field))
  return {
    code: 'BW1207',
    path,
    message:
      count2 === 0
        ? `${name} is empty`
        : `${name} has ${count2} entries; at most ${maxItems ?? maxProperties} are allowed`,
    hint:
      count2 === 0
        ? `remove the field, or name at least one, e.g. \`${lastName(path)}: ${example}\``
        : 'join neighbouring ranges, or spread the entries over several objects',
  }
}
function duplicateItem({ params, path, name, value }) {
  const [i, j] = [Number(params['i']), Number(params['j'])]
  const second = Math.max(i, j)
  return {
    code: 'BW1208',
    path: [...path, second],
    message: `${name} has ${quote(String(valueAt(value, [second])))} twice`,
    hint: 'remove one of the two',
    other: { path: [...path, Math.min(i, j)], message: 'the first one' },
  }
}

// reconciler/schema/check.ts
var SCHEMAS = {
  AddressPool: { validate: validateAddressPool, schema: schemaOfAddressPool },
  AnnouncementPlan: { validate: validateAnnouncementPlan, schema: schemaOfAnnouncementPlan },
}
function checkSchema(object, kind) {
  const { validate, schema } = SCHEMAS[kind]
  if (validate(object.value)) return []
  const errors = validate.errors
  return withoutConsequences(errors).map((error) =>
    complaintOf(error, readPointer(error.instancePath), { schema, object }),
  )
}
function readPointer(pointer) {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^\d+$/.test(name) ? Number(name) : name
  })
}
function withoutConsequences(errors) {
  const known = /* @__PURE__ */ new Set()
  return errors.filter((error) => {
    if (error.keyword === 'required') return !isMisspelt(error, errors)
    if (error.keyword === 'additionalProperties') return true
    const seen = known.has(error.instancePath)
    known.add(error.instancePath)
    return !seen
  })
}
function isMisspelt(missing2, errors) {
  const name = String(missing2.params['missingProperty'])
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === missing2.instancePath &&
      nearest(String(params['additionalProperty']), [name]) !== void 0,
  )
}

// reconciler/source/lint.ts
var import_yaml2 = __toESM(require_dist(), 1)

// reconciler/source/tree.ts
var import_yaml = __toESM(require_dist(), 1)
function resolveAlias(node2, document) {
  if ((0, import_yaml.isAlias)(node2)) return node2.resolve(document) ?? void 0
  return (0, import_yaml.isNode)(node2) ? node2 : void 0
}
function findEntry(top, path, document) {
  let entry = { key: top, value: top, whole: true }
  for (const step of path) {
    const next = stepInto(entry.value, step, document)
    if (next === void 0) return { ...entry, whole: false }
    entry = next
  }
  return entry
}
function stepInto(node2, step, document) {
  if ((0, import_yaml.isMap)(node2)) return inMap(node2, String(step), document)
  const item = (0, import_yaml.isSeq)(node2) ? node2.items[Number(step)] : void 0
  return (0, import_yaml.isNode)(item)
    ? { key: item, value: resolveAlias(item, document), whole: true }
    : void 0
}
function inMap(map, name, document) {
  const pair = map.items.findLast((each) => keyText(each) === name)
  if (pair === void 0 || !(0, import_yaml.isNode)(pair.key)) return void 0
  return { key: pair.key, value: resolveAlias(pair.value, document), whole: true }
}
function keyText(pair) {
  if (!(0, import_yaml.isScalar)(pair.key)) return void 0
  const value = pair.key.value
  return value === null ? '' : String(value)
}
function placeOfValue(top, path, tree) {
  const { key, value, whole } = findEntry(top, path, tree.document)
  const shown = whole && (0, import_yaml.isScalar)(value) && value.source !== '' ? value : key
  return placeOfNode(shown, tree.locate)
}
function placeOfKey3(top, path, tree) {
  return placeOfNode(findEntry(top, path, tree.document).key, tree.locate)
}
function placeOfNode(node2, locate) {
  const [start, end] = node2.range ?? [0, 0]
  return locate(start, end - start)
}

// reconciler/source/lint.ts
function lintYaml(top, locate) {
  const findings = []
  lintNode(top, locate, findings)
  return findings
}
function lintNode(node2, locate, findings) {
  if ((0, import_yaml2.isScalar)(node2)) lintScalar(node2, locate, findings)
  else if ((0, import_yaml2.isMap)(node2)) lintMap(node2, locate, findings)
  else if ((0, import_yaml2.isSeq)(node2))
    for (const item of node2.items) lintNode(item, locate, findings)
}
function lintMap(map, locate, findings) {
  const seen = /* @__PURE__ */ new Map()
  for (const pair of map.items) {
    const name = keyText(pair)
    const at = placeOfNode(pair.key, locate)
    if (isMergeKey(pair)) findings.push(mergeKey(at))
    else if (name !== void 0) {
      const first = seen.get(name)
      if (first === void 0) seen.set(name, at)
      else findings.push(duplicateKey(name, at, first))
    }
    lintNode(pair.key, locate, findings)
    lintNode(pair.value, locate, findings)
  }
}
function isMergeKey({ key }) {
  return (0, import_yaml2.isScalar)(key) && key.type === 'PLAIN' && key.value === '<<'
}
function lintScalar(scalar, locate, findings) {
  const { type, tag, source: text } = scalar
  if (type !== 'PLAIN' || tag !== void 0 || text === void 0) return
  const ambiguity = AMBIGUITIES.find(({ pattern }) => pattern.test(text))
  if (ambiguity === void 0) return
  const { message, hint } = ambiguity
  const at = placeOfNode(scalar, locate)
  findings.push({
    code: 'BW1004',
    severity: 'error',
    message: `${quote(text)} ${message(text)}`,
    hint: hint(text),
    at,
  })
}
var inQuotes = (text) => `put it in quotes: "${text}"`
var AMBIGUITIES = [
  {
    pattern: /^(?:y|n|yes|no|on|off)$/i,
    message: (text) => `is ${/^(?:y|yes|on)$/i.test(text)} to kubectl, and a text to others`,
    hint: inQuotes,
  },
  {
    pattern: /^[-+]?0[0-7]+$/,
    message: (text) =>
      `is ${Number.parseInt(text, 8)} to kubectl (octal), and ${Number(text)} to others`,
    hint: (text) => `write ${Number(text)}, or ${Number.parseInt(text, 8)} if octal was meant`,
  },
  {
    pattern: /^[-+]?0\d+$/,
    message: () => 'has a leading zero, which readers take differently',
    hint: (text) => `write ${Number(text)}`,
  },
  {
    pattern: /^[-+]?(?:0b[01_]+|\d[\d_]*_[\d_]*(?:\.[\d_]*)?)$/,
    message: () => 'is a number to kubectl, and a text to others',
    hint: inQuotes,
  },
  {
    pattern: /^[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?$/,
    message: () => 'is a number of base 60 to some readers, and a text to others',
    hint: inQuotes,
  },
]
function duplicateKey(name, at, first) {
  return {
    code: 'BW1003',
    severity: 'error',
    message: `the key ${quote(name)} is here a second time in the same mapping`,
    hint: 'remove one of the two, or merge what they hold',
    at,
    related: [{ message: 'the first one', at: first }],
  }
}
function mergeKey(at) {
  return {
    code: 'BW1005',
    severity: 'error',
    message: 'the merge key `<<` belongs to YAML 1.1: some readers merge, others see a field `<<`',
    hint: 'write the merged fields out here',
    at,
  }
}

// reconciler/schema/check-object.ts
function checkPool(object) {
  const written = lintYaml(object.node, object.tree.locate)
  const ambiguousKeys = written.some(({ code }) => code === 'BW1003' || code === 'BW1005')
  if (written.some(({ code }) => code === 'BW1005')) return { findings: written, ambiguousKeys }
  const wrong = checkSchema(object, 'AddressPool')
  const right = withoutFields(
    object.value,
    wrong.map(({ path }) => path),
  )
  const byRules = right === void 0 ? [] : checkPoolFields(right)
  const pool =
    right &&
    withoutFields(
      { ...right },
      byRules.filter(isError).map(({ path }) => path),
    )
  const complaints = [...wrong, ...byRules, ...statusInSource(object)]
  return {
    findings: allFindings(written, complaints, object),
    ambiguousKeys,
    pool: pool?.metadata.name && pool.spec.addresses ? pool : void 0,
  }
}
function checkPlan(object) {
  const written = lintYaml(object.node, object.tree.locate)
  const wrong = checkSchema(object, 'AnnouncementPlan')
  if (wrong.length > 0) return allFindings(written, wrong, object)
  const plan = object.value
  return allFindings(written, checkPlanFields(plan), object)
}
function isError({ code }) {
  return FINDING_CODES[code].severity === 'error'
}
function allFindings(written, complaints, object) {
  const found = complaints.map((complaint) => fieldFinding(complaint, object))
  return [...withoutRepetition(written, found), ...found]
}
function statusInSource({ value }) {
  if (value['status'] === void 0) return []
  return [
    {
      code: 'BW1104',
      path: ['status'],
      atKey: true,
      message: '`status` belongs to the cluster, not to a file; it is ignored',
      hint: 'remove it',
    },
  ]
}
function withoutRepetition(written, found) {
  const told = new Set(found.filter(({ code }) => code === 'BW1202').map(placeKey))
  return written.filter((finding) => finding.code !== 'BW1004' || !told.has(placeKey(finding)))
}
function placeKey({ at }) {
  return `${at?.line}:${at?.column}`
}

// reconciler/schema/object-kinds.ts
var KINDS = ['AddressPool', 'AnnouncementPlan']
var GROUP = API_VERSION.slice(0, API_VERSION.indexOf('/'))
function identify(object) {
  const { apiVersion, kind } = object.value
  if (apiVersion === void 0 && kind === void 0)
    return looksLikePool(object.value) ? mistaken(untyped(object.value), object) : { type: 'other' }
  if (apiVersion === void 0)
    return isNearKind(kind) ? mistaken(noApiVersion(object.value), object) : OTHER
  if (apiVersion !== API_VERSION)
    return isNearApiVersion(apiVersion, kind)
      ? mistaken(wrongApiVersion(apiVersion), object)
      : OTHER
  const known = KINDS.find((each) => each === kind)
  return known ? { type: 'ours', kind: known } : mistaken(wrongKind(kind), object)
}
var OTHER = { type: 'other' }
function mistaken(complaint, object) {
  return { type: 'mistaken', finding: fieldFinding(complaint, object) }
}
function isNearKind(kind) {
  return typeof kind === 'string' && nearest(kind, KINDS) !== void 0
}
function isNearApiVersion(apiVersion, kind) {
  if (typeof apiVersion !== 'string') return KINDS.some((each) => each === kind)
  const [group = '', version] = apiVersion.split('/')
  if (version === void 0 && KINDS.some((each) => each === kind) && apiVersion !== 'v1') return true
  return (
    group.toLowerCase().startsWith('bellwether') || editDistance(group.slice(0, 32), GROUP) <= 2
  )
}
function looksLikePool(value) {
  const { spec } = value
  const hasAddresses = isPlainObject(spec) && Array.isArray(spec['addresses'])
  return (
    hasAddresses || Object.values(value).some((each) => each === API_VERSION || each === KINDS[0])
  )
}
function untyped(value) {
  return (
    misspelt(value) ?? {
      code: 'BW1103',
      path: [],
      atKey: true,
      message: 'this looks like an AddressPool, but it has neither `apiVersion` nor `kind`',
      hint: `begin with \`apiVersion: ${API_VERSION}\` and \`kind: AddressPool\``,
    }
  )
}
function noApiVersion(value) {
  return (
    misspelt(value) ?? {
      code: 'BW1103',
      path: ['kind'],
      message: 'this looks like one of our objects, but `apiVersion` is missing',
      hint: `add \`apiVersion: ${API_VERSION}\``,
    }
  )
}
var TYPE_FIELDS = ['apiVersion', 'kind']
function misspelt(value) {
  for (const key of Object.keys(value)) {
    const meant = TYPE_FIELDS.includes(key) ? void 0 : nearest(key, TYPE_FIELDS)
    if (meant === void 0) continue
    return {
      code: 'BW1103',
      path: [key],
      atKey: true,
      message: `\`${meant}\` is missing; ${quote(key)} is not the same`,
      hint: `write \`${meant}\``,
    }
  }
  return void 0
}
function wrongApiVersion(apiVersion) {
  return {
    code: 'BW1101',
    path: ['apiVersion'],
    message: `there is no apiVersion ${quote(textOf2(apiVersion))}`,
    hint: `write \`apiVersion: ${API_VERSION}\``,
  }
}
function wrongKind(kind) {
  if (kind === void 0)
    return {
      code: 'BW1103',
      path: ['apiVersion'],
      message: '`kind` is missing',
      hint: 'add `kind: AddressPool`',
    }
  const meant = nearest(textOf2(kind), KINDS)
  return {
    code: 'BW1102',
    path: ['kind'],
    message: `${GROUP} has no kind ${quote(textOf2(kind))}`,
    hint: meant === void 0 ? `write one of: ${KINDS.join(', ')}` : `write \`kind: ${meant}\``,
  }
}
function textOf2(value) {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

// reconciler/source/documents.ts
var import_yaml3 = __toESM(require_dist(), 1)

// reconciler/source/text-findings.ts
var QUOTE = 'put the text in quotes'
var ADVICE = {
  BAD_ALIAS: () => ({ message: 'an alias or anchor needs a name', hint: `${QUOTE}: "*"` }),
  BAD_DQ_ESCAPE: () => ({
    message: 'a backslash in double quotes begins an escape, and this is none',
    hint: "double the backslash, or use single quotes: 'text'",
  }),
  BAD_INDENT: (error) =>
    error.message.startsWith('Flow')
      ? notClosed()
      : {
          message: 'this line is indented differently from its neighbours',
          hint: 'begin all fields of one mapping, and all items of one list, in the same column',
        },
  BAD_SCALAR_START: (_, offending) => ({
    message: `a text without quotes cannot begin with ${offending}`,
    hint: QUOTE,
  }),
  BLOCK_AS_IMPLICIT_KEY: (_, __, rest) => valueWithColon(rest),
  BLOCK_IN_FLOW: () => ({
    message: 'an item of [...] or {...} is not separated from the one before it',
    hint: 'put a comma between the items',
  }),
  MISSING_CHAR: (error) => missingCharacter(error.message),
  MULTILINE_IMPLICIT_KEY: (_, offending) =>
    offending.startsWith('-')
      ? {
          message: 'this item begins a list where a field is expected',
          hint: 'indent the list by as much as its other items, under the field that it belongs to',
        }
      : missingColon(),
  UNEXPECTED_TOKEN: (_, offending) => ({
    message: `${offending === '' ? 'the text' : `\`${offending}\``} does not belong here`,
    hint: 'a value that holds quotes, brackets or dashes is put in quotes as a whole; else remove it',
  }),
}
function notClosed() {
  return {
    message: 'a list [...] or mapping {...} that began above is not closed before this',
    hint: 'close it with ] or }',
  }
}
function valueWithColon(rest) {
  const text = rest.replace(/\s+#.*$/, '').trim()
  if (text.includes(':'))
    return {
      message: 'a value without quotes cannot hold a colon before a blank or at its end',
      hint: `put it in quotes: "${text}"`,
    }
  return {
    message: 'this field has a value, so no fields or items can follow below it',
    hint: 'remove the value, or indent what follows like the field itself',
  }
}
function missingColon() {
  return {
    message: 'a field needs a colon and a blank after its name, a list item a dash and a blank',
    hint: 'write `name: value`, or `- value` for an item of a list',
  }
}
function missingCharacter(message) {
  if (message.includes('quote'))
    return { message: 'a text in quotes is not closed', hint: 'add the closing quote' }
  if (message.includes('map values')) return missingColon()
  if (message.includes('Missing ,'))
    return { message: 'a comma or colon is missing', hint: 'add it' }
  if (message.includes('directives-end marker'))
    return {
      message: 'fields cannot begin on the line of `---`',
      hint: 'begin a new line after it',
    }
  return { message: uncapitalize(message), hint: 'add what is missing' }
}
function uncapitalize(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
function syntaxError(error, locate) {
  const at = placeOfError(error.pos, locate)
  if (error.code === 'RESOURCE_EXHAUSTION') return structureTooLarge('is nested too deeply', at)
  if (error.code === 'TAB_AS_INDENT') return tab(at)
  const offending = at.lineText.slice(at.column - 1, at.column - 1 + at.length)
  const rest = at.lineText.slice(at.column - 1)
  const advice = ADVICE[error.code]?.(error, offending, rest) ?? {
    message: uncapitalize(error.message),
    hint: 'correct it, or put the text in quotes',
  }
  const hint = at.lineText.includes('{{')
    ? 'this looks like a template: give what it renders to (`helm template`)'
    : advice.hint
  return { code: 'BW1001', severity: 'error', message: `not YAML: ${advice.message}`, hint, at }
}
function placeOfError([start, end], locate) {
  let offset = start
  let at = locate(start, end - start)
  while (offset > 0 && at.lineText === '') at = locate(--offset, 1)
  return at
}
function tab(at) {
  return {
    code: 'BW1002',
    severity: 'error',
    message: 'a tab indents this line; YAML allows blanks only',
    hint: 'replace the tab by blanks',
    at,
  }
}
function structureTooLarge(how, at) {
  return {
    code: 'BW1008',
    severity: 'error',
    message: `the document ${how}`,
    hint: 'write the fields out, without aliases',
    at,
  }
}
function unresolvedAlias(at) {
  return {
    code: 'BW1001',
    severity: 'error',
    message: 'not YAML: an alias (*name) has no anchor (&name) above it in the same document',
    hint: `${QUOTE} if the asterisk belongs to the text; else define the anchor first`,
    at,
  }
}
function textTooLarge(at) {
  return {
    code: 'BW1007',
    severity: 'error',
    message: 'the text is larger than 4 MiB, so it is not read',
    hint: 'split it, or name the folder that holds the pools and nothing else',
    at,
  }
}
function notText(at) {
  return {
    code: 'BW1009',
    severity: 'error',
    message: 'this is not UTF-8 text',
    hint: 'store the file as UTF-8 (not UTF-16), or do not name it among the pools',
    at: { ...at, lineText: '' },
  }
}
function notAnObject(what, at) {
  return {
    code: 'BW1006',
    severity: 'error',
    message: `a Kubernetes object is expected here, not ${what}`,
    hint: 'begin with `apiVersion: bellwether.dev/v1alpha1`, without a dash before it',
    at,
  }
}

// reconciler/source/position.ts
function locator(source) {
  let starts
  return (offset, length) => {
    starts ??= lineStarts(source.text)
    const within = Math.min(Math.max(offset, 0), source.text.length)
    const index = lastAtMost(starts, within)
    const start = starts[index]
    const lineText = source.text.slice(start, starts[index + 1]).replace(/[\r\n]+$/, '')
    const column = within - start + 1
    const rest = lineText.length - column + 1
    const shown = Math.max(1, Math.min(length, rest))
    return { file: source.path, line: index + 1, column, length: shown, lineText }
  }
}
function lineStarts(text) {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}
function lastAtMost(values, limit) {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (values[middle] <= limit) low = middle
    else high = middle - 1
  }
  return low
}

// reconciler/source/documents.ts
var MAX_TEXT_LENGTH = 4 * 1024 * 1024
var MAX_ALIAS_COUNT = 1e4
var PARSE_OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
  // Would compare each key with each other one; yaml-lint.ts finds duplicates in linear time.
  uniqueKeys: false,
}
var NOT_TEXT = /[\0\ufffd]/
function readSourceObjects(source) {
  const { text } = source
  const locate = locator(source)
  if (text.length > MAX_TEXT_LENGTH) return unreadable(textTooLarge(locate(0, 1)))
  const offset = text.search(NOT_TEXT)
  if (offset >= 0) return unreadable(notText(locate(offset, 1)))
  const parsed2 = (0, import_yaml3.parseAllDocuments)(text, PARSE_OPTIONS)
  if ('empty' in parsed2) return merge([])
  return merge(parsed2.map((document) => readDocument({ document, locate })))
}
function unreadable(finding) {
  return { objects: [], findings: [finding], complete: false }
}
function merge(parts) {
  return {
    objects: parts.flatMap(({ objects }) => objects),
    findings: parts.flatMap(({ findings }) => findings),
    complete: parts.every(({ complete: complete2 }) => complete2),
  }
}
function readDocument(tree) {
  const { contents, errors } = tree.document
  const [error] = errors
  if (error !== void 0) return unreadable(syntaxError(error, tree.locate))
  if (contents === null || ((0, import_yaml3.isScalar)(contents) && contents.value === null))
    return merge([])
  const data = toData(contents, tree)
  return 'problem' in data ? unreadable(data.problem) : objectsIn(contents, data.value, tree)
}
function toData(contents, { document, locate }) {
  try {
    const value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT })
    if (!containsItself(value)) return { value }
    const at = placeOfNode(firstAlias(contents), locate)
    return { problem: structureTooLarge('contains itself, by an alias', at) }
  } catch {
    const dangling = firstAlias(contents, (alias) => alias.resolve(document) === void 0)
    if ((0, import_yaml3.isAlias)(dangling))
      return { problem: unresolvedAlias(placeOfNode(dangling, locate)) }
    const at = placeOfNode(firstAlias(contents), locate)
    return { problem: structureTooLarge('grows beyond reason by its aliases', at) }
  }
}
function firstAlias(contents, matches = () => true) {
  let found = contents
  ;(0, import_yaml3.visit)(contents, {
    Alias: (_, alias) => {
      if (!matches(alias)) return void 0
      found = alias
      return import_yaml3.visit.BREAK
    },
  })
  return found
}
function containsItself(value, above = []) {
  if (typeof value !== 'object' || value === null) return false
  if (above.includes(value)) return true
  const inside = [...above, value]
  return Object.values(value).some((part) => containsItself(part, inside))
}
function objectsIn(written, value, tree) {
  const node2 = resolveAlias(written, tree.document)
  if (!(0, import_yaml3.isMap)(node2) || !isPlainObject(value))
    return unreadable(notAnObject(describeType(value), placeOfNode(written, tree.locate)))
  const { kind, items } = value
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items))
    return { objects: [sourceObject(node2, value, tree)], findings: [], complete: true }
  return merge(
    itemsOf(node2, tree.document).map((item, index) => objectsIn(item, items[index], tree)),
  )
}
function itemsOf(list, document) {
  const pair = list.items.findLast((each) => keyText(each) === 'items')
  const items = resolveAlias(pair?.value, document)
  return items.items
}
function sourceObject(node2, value, tree) {
  return {
    value,
    node: node2,
    tree,
    place: (path) => placeOfValue(node2, path, tree),
    placeOfKey: (path) => placeOfKey3(node2, path, tree),
  }
}

// reconciler/pools/read.ts
function readPoolDocuments(sources) {
  const read = sources.flatMap((source) => readSource(source))
  return {
    documents: read.flatMap(({ documents }) => documents),
    broken: [...new Set(read.flatMap(({ broken }) => broken))].sort(compareText),
    complete: read.every(({ complete: complete2 }) => complete2),
    findings: read.flatMap(({ findings }) => findings),
  }
}
var NOTHING2 = {
  documents: [],
  broken: [],
  complete: true,
  findings: [],
}
function readSource(source) {
  const { objects, complete: complete2, findings } = readSourceObjects(source)
  return [{ ...NOTHING2, complete: complete2, findings }, ...objects.map(readObject)]
}
function readObject(object) {
  const identity = identify(object)
  if (identity.type === 'other') return NOTHING2
  if (identity.type === 'mistaken') return brokenPool(object, [identity.finding])
  if (identity.kind === 'AnnouncementPlan') return { ...NOTHING2, findings: checkPlan(object) }
  return readPool(object)
}
function readPool(object) {
  const { findings, ambiguousKeys, pool } = checkPool(object)
  const documents = pool === void 0 ? [] : [{ pool, place: object.place }]
  if (!findings.some(({ severity }) => severity === 'error'))
    return { ...NOTHING2, documents, findings }
  const broken = brokenPool(object, findings)
  return ambiguousKeys ? { ...broken, complete: false } : { ...broken, documents }
}
function brokenPool({ value }, findings) {
  const ref = objectRef({ kind: 'AddressPool', metadata: value['metadata'] })
  if (ref === void 0) return { ...NOTHING2, complete: false, findings }
  return { ...NOTHING2, broken: [ref.name], findings }
}

// reconciler/reconcile.ts
function reconcile(inputs2) {
  const { options = {}, now } = inputs2
  const { pools, documents, findings: poolFindings2 } = readPools(inputs2)
  const state = readClusterFacts(inputs2.state, { asDefaultClass: options.asDefaultClass ?? false })
  const { facts } = state
  const { previous, findings: planFindings } = previousPlans(inputs2.previous ?? [])
  const allocation = allocate({ pools, facts, previous: previous.flatMap(heldAddresses), now })
  const segments = place({
    pools,
    facts,
    assignments: allocation.assignments,
    previous,
    owners: inputs2.owners ?? {},
    now,
    revision: inputs2.revision ?? '',
    candidatesPerAddress: options.candidatesPerAddress,
  })
  const plans = segments.map(({ plan }) => plan)
  const diff = diffPlans(previous, plans, changeReasons(segments, allocation, facts))
  const serviceExists = serviceLookup(facts)
  const blocked = guard({ previous, diff, pools, serviceExists, options })
  const incomplete = missingInputs(pools, facts, segments, allocation.incomplete)
  return {
    plans,
    findings: [
      ...poolFindings2,
      ...state.findings,
      ...checkPoolsAgainstCluster(pools, facts, documents),
      ...planFindings,
      ...allocation.findings,
      ...placementFindings(segments, facts),
      ...missingFindings(incomplete),
      ...guardFindings(blocked),
    ].sort(compareFindings),
    explanations: explanations({ segments, pools: pools.pools, facts }, allocation),
    blocked,
    incomplete,
    refusals: allocation.refusals,
    diff,
    pools,
    facts,
  }
}
function readPools(inputs2) {
  const unreadable2 = inputs2.unreadable ?? []
  const { documents, broken, complete: complete2, findings } = readPoolDocuments(inputs2.pools)
  const isComplete = complete2 && unreadable2.length === 0
  const { set, findings: semantic } = checkPools({ documents, broken, complete: isComplete })
  return { pools: set, documents, findings: [...unreadable2, ...findings, ...semantic] }
}
function serviceLookup({ services, otherServices }) {
  if (services === void 0) return () => true
  const ours = new Set(services.map(({ key }) => key))
  return (key) => ours.has(key) || otherServices.has(key)
}

// bench/large-cluster.ts
function ipv4(value) {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}
function metadata(namespace, name, index) {
  return {
    ...(namespace === void 0 ? {} : { namespace }),
    name,
    uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    resourceVersion: String(1e5 + index),
    creationTimestamp: new Date(Date.UTC(2026, 0, 1) + index * 1e3)
      .toISOString()
      .replace('.000', ''),
    labels: { app: name, 'app.kubernetes.io/managed-by': 'Helm', tier: `t${index % 7}` },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        name,
        filler: 'x'.repeat(1600),
      }),
    },
  }
}
function service(index) {
  const name = `service-${index}`
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(`team-${index % 50}`, name, index),
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      clusterIPs: [ipv4(174063616 + index)],
      externalTrafficPolicy: index % 10 === 0 ? 'Local' : 'Cluster',
      ports: [{ name: 'http', protocol: 'TCP', port: 80 }],
      selector: { app: name },
    },
    status: { loadBalancer: {} },
  }
}
function slice(index, nodes) {
  const name = `service-${index}`
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata(`team-${index % 50}`, `${name}-abcde`, index),
      labels: { 'kubernetes.io/service-name': name },
    },
    addressType: 'IPv4',
    endpoints: [0, 1, 2].map((n2) => ({
      addresses: [ipv4(183762944 + index * 3 + n2)],
      nodeName: `node-${(index * 7 + n2 * 131) % nodes}`,
      conditions: { ready: true, serving: true, terminating: false },
    })),
    ports: [{ name: 'http', protocol: 'TCP', port: 8080 }],
  }
}
function node(index) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata(void 0, `node-${index}`, index),
    spec: {},
    status: {
      addresses: [
        { type: 'InternalIP', address: ipv4(2886729728 + 256 + index) },
        { type: 'Hostname', address: `node-${index}` },
      ],
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }],
    },
  }
}
function largeCluster(services, nodes) {
  const numbers = Array.from({ length: services }, (_, index) => index)
  const namespaces = Array.from({ length: 50 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: `team-${index}`, labels: { team: `team-${index}` } },
  }))
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      ...numbers.map(service),
      ...Array.from({ length: nodes }, (_, index) => node(index)),
      ...numbers.map((index) => slice(index, nodes)),
      ...namespaces,
    ],
  }
}
function largePools(pools, services) {
  const size = Math.ceil((services / pools) * 1.1)
  return Array.from({ length: pools }, (_, index) => {
    const first = 184549376 + index * 2 ** Math.ceil(Math.log2(size))
    return {
      path: `pools/pool-${index}.yaml`,
      text: [
        `apiVersion: ${API_VERSION}`,
        'kind: AddressPool',
        'metadata:',
        `  name: pool-${index}`,
        'spec:',
        '  addresses:',
        `    - ${ipv4(first)}-${ipv4(first + size - 1)}`,
        `  priority: ${index}`,
        '',
      ].join('\n'),
    }
  })
}
function largeInputs(services) {
  const { items } = largeCluster(services, 1e3)
  const ofKind = (kind) => items.filter((item) => item.kind === kind)
  const state = {
    services: ofKind('Service'),
    nodes: ofKind('Node'),
    endpointSlices: ofKind('EndpointSlice'),
    namespaces: ofKind('Namespace'),
  }
  return { pools: largePools(20, services), state, now: '2026-06-01T00:00:00Z' }
}

// ../../tmp/perf/driver.ts
var n = +(process.argv[2] ?? 1e4)
var runs = +(process.argv[3] ?? 15)
var mode = process.argv[4] ?? 'first'
var main = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6
var inputs = largeInputs(n)
if (mode !== 'first') {
  const { plans } = reconcile(inputs)
  inputs = { ...inputs, previous: plans }
}
for (let i = 0; i < 10; i++) reconcile(inputs)
var all = []
var cpus = []
for (let i = 0; i < runs; i++) {
  if (mode === 'changed') {
    const s = [...inputs.state.services]
    const k = i % n
    s[k] = structuredClone(s[k])
    inputs = { ...inputs, state: { ...inputs.state, services: s } }
  }
  const c = process.cpuUsage(),
    t = main()
  reconcile(inputs)
  all.push(main() - t)
  cpus.push(process.cpuUsage(c).user / 1e3)
}
var f = (a) => {
  a.sort((x, y) => x - y)
  return `min ${a[0].toFixed(1)} median ${a[a.length >> 1].toFixed(1)}`
}
console.log(
  `${process.argv[1].split('/').pop()} ${n} ${mode}: main thread ${f(all)} ms; process user ${f(cpus)}`,
)
