// Generated from config/crd by "npm run generate". Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validateAddressPool = validate10;
var schema11 = { "type": "object", "required": ["apiVersion", "kind", "metadata", "spec"], "additionalProperties": false, "properties": { "apiVersion": { "type": "string", "enum": ["bellwether.dev/v1alpha1"] }, "kind": { "type": "string", "enum": ["AddressPool"] }, "metadata": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" }, "namespace": { "type": "string" }, "labels": { "type": "object", "additionalProperties": { "type": "string" } }, "annotations": { "type": "object", "additionalProperties": { "type": "string" } }, "creationTimestamp": {}, "deletionGracePeriodSeconds": {}, "deletionTimestamp": {}, "finalizers": {}, "generateName": {}, "generation": {}, "managedFields": {}, "ownerReferences": {}, "resourceVersion": {}, "selfLink": {}, "uid": {} } }, "spec": { "type": "object", "required": ["addresses"], "additionalProperties": false, "properties": { "addresses": { "type": "array", "minItems": 1, "maxItems": 256, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 96 } }, "exclude": { "type": "array", "maxItems": 1024, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 96 } }, "avoidBuggyIPs": { "type": "boolean" }, "autoAssign": { "type": "boolean" }, "priority": { "minimum": 0, "maximum": 2147483647, "type": "integer" }, "serviceSelector": { "type": "object", "additionalProperties": false, "properties": { "matchLabels": { "type": "object", "maxProperties": 32, "additionalProperties": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } }, "matchExpressions": { "type": "array", "maxItems": 32, "items": { "type": "object", "required": ["key", "operator"], "additionalProperties": false, "properties": { "key": { "type": "string", "minLength": 1, "maxLength": 317, "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" }, "operator": { "type": "string", "enum": ["In", "NotIn", "Exists", "DoesNotExist"] }, "values": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } } } } } } }, "namespaces": { "type": "array", "minItems": 1, "maxItems": 256, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" } }, "namespaceSelector": { "type": "object", "additionalProperties": false, "properties": { "matchLabels": { "type": "object", "maxProperties": 32, "additionalProperties": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } }, "matchExpressions": { "type": "array", "maxItems": 32, "items": { "type": "object", "required": ["key", "operator"], "additionalProperties": false, "properties": { "key": { "type": "string", "minLength": 1, "maxLength": 317, "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" }, "operator": { "type": "string", "enum": ["In", "NotIn", "Exists", "DoesNotExist"] }, "values": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } } } } } } }, "sharing": { "type": "string", "enum": ["none", "withinNamespace", "acrossNamespaces"] }, "reservations": { "type": "array", "maxItems": 1024, "items": { "type": "object", "required": ["address", "service"], "additionalProperties": false, "properties": { "address": { "type": "string", "minLength": 1, "maxLength": 45 }, "service": { "type": "string", "minLength": 3, "maxLength": 127, "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" } } } }, "suspend": { "type": "boolean" }, "announce": { "type": "object", "additionalProperties": false, "properties": { "segment": { "type": "string", "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" }, "nodeSelector": { "type": "object", "additionalProperties": false, "properties": { "matchLabels": { "type": "object", "maxProperties": 32, "additionalProperties": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } }, "matchExpressions": { "type": "array", "maxItems": 32, "items": { "type": "object", "required": ["key", "operator"], "additionalProperties": false, "properties": { "key": { "type": "string", "minLength": 1, "maxLength": 317, "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" }, "operator": { "type": "string", "enum": ["In", "NotIn", "Exists", "DoesNotExist"] }, "values": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } } } } } } }, "nodeNetworks": { "type": "array", "minItems": 1, "maxItems": 64, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 49 } }, "preferredNodes": { "type": "array", "maxItems": 32, "items": { "type": "object", "required": ["weight", "selector"], "additionalProperties": false, "properties": { "weight": { "minimum": 1, "maximum": 100, "type": "integer" }, "selector": { "type": "object", "additionalProperties": false, "properties": { "matchLabels": { "type": "object", "maxProperties": 32, "additionalProperties": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } }, "matchExpressions": { "type": "array", "maxItems": 32, "items": { "type": "object", "required": ["key", "operator"], "additionalProperties": false, "properties": { "key": { "type": "string", "minLength": 1, "maxLength": 317, "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" }, "operator": { "type": "string", "enum": ["In", "NotIn", "Exists", "DoesNotExist"] }, "values": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 63, "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } } } } } } } } } }, "interfaces": { "type": "array", "minItems": 1, "maxItems": 16, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 15, "pattern": "^[^\\s/:]+$" } }, "failback": { "type": "string", "enum": ["never", "afterStable", "immediate"] }, "failbackDelaySeconds": { "minimum": 0, "maximum": 86400, "type": "integer" }, "probe": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "enum": ["auto", "echo", "arp"] }, "intervalMilliseconds": { "minimum": 10, "maximum": 6e4, "type": "integer" }, "failureThreshold": { "minimum": 1, "maximum": 100, "type": "integer" } } }, "conflictDetection": { "type": "string", "enum": ["off", "report", "hold"] } } } } }, "status": {} }, "$id": "AddressPool" };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "u");
var pattern1 = new RegExp("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$", "u");
var pattern2 = new RegExp("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$", "u");
var pattern4 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "u");
var pattern8 = new RegExp("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
var pattern16 = new RegExp("^[^\\s/:]+$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec" || key0 === "status")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data0 === "bellwether.dev/v1alpha1")) {
        const err6 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.apiVersion.enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data1 === "AddressPool")) {
        const err8 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema11.properties.kind.enum } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err9 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!func2.call(schema11.properties.metadata.properties, key1)) {
            const err10 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (func3(data3) > 63) {
              const err11 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/maxLength", keyword: "maxLength", params: { limit: 63 } };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (func3(data3) < 1) {
              const err12 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (!pattern0.test(data3)) {
              const err13 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" } };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.namespace !== void 0) {
          if (typeof data2.namespace !== "string") {
            const err15 = { instancePath: instancePath + "/metadata/namespace", schemaPath: "#/properties/metadata/properties/namespace/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data2.labels !== void 0) {
          let data5 = data2.labels;
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            for (const key2 in data5) {
              if (typeof data5[key2] !== "string") {
                const err16 = { instancePath: instancePath + "/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/properties/metadata/properties/labels/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data2.annotations !== void 0) {
          let data7 = data2.annotations;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            for (const key3 in data7) {
              if (typeof data7[key3] !== "string") {
                const err18 = { instancePath: instancePath + "/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/metadata/annotations", schemaPath: "#/properties/metadata/properties/annotations/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data9 = data.spec;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.addresses === void 0) {
          const err21 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "addresses" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        for (const key4 in data9) {
          if (!func2.call(schema11.properties.spec.properties, key4)) {
            const err22 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data9.addresses !== void 0) {
          let data10 = data9.addresses;
          if (Array.isArray(data10)) {
            if (data10.length > 256) {
              const err23 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/maxItems", keyword: "maxItems", params: { limit: 256 } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data10.length < 1) {
              const err24 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            const len0 = data10.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data11 = data10[i0];
              if (typeof data11 === "string") {
                if (func3(data11) > 96) {
                  const err25 = { instancePath: instancePath + "/spec/addresses/" + i0, schemaPath: "#/properties/spec/properties/addresses/items/maxLength", keyword: "maxLength", params: { limit: 96 } };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                if (func3(data11) < 1) {
                  const err26 = { instancePath: instancePath + "/spec/addresses/" + i0, schemaPath: "#/properties/spec/properties/addresses/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/spec/addresses/" + i0, schemaPath: "#/properties/spec/properties/addresses/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            let i1 = data10.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--; ) {
                let item0 = data10[i1];
                if (typeof item0 !== "string") {
                  continue;
                }
                if (typeof indices0[item0] == "number") {
                  j0 = indices0[item0];
                  const err28 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          } else {
            const err29 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data9.exclude !== void 0) {
          let data12 = data9.exclude;
          if (Array.isArray(data12)) {
            if (data12.length > 1024) {
              const err30 = { instancePath: instancePath + "/spec/exclude", schemaPath: "#/properties/spec/properties/exclude/maxItems", keyword: "maxItems", params: { limit: 1024 } };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            const len1 = data12.length;
            for (let i2 = 0; i2 < len1; i2++) {
              let data13 = data12[i2];
              if (typeof data13 === "string") {
                if (func3(data13) > 96) {
                  const err31 = { instancePath: instancePath + "/spec/exclude/" + i2, schemaPath: "#/properties/spec/properties/exclude/items/maxLength", keyword: "maxLength", params: { limit: 96 } };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
                if (func3(data13) < 1) {
                  const err32 = { instancePath: instancePath + "/spec/exclude/" + i2, schemaPath: "#/properties/spec/properties/exclude/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/spec/exclude/" + i2, schemaPath: "#/properties/spec/properties/exclude/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            let i3 = data12.length;
            let j1;
            if (i3 > 1) {
              const indices1 = {};
              for (; i3--; ) {
                let item1 = data12[i3];
                if (typeof item1 !== "string") {
                  continue;
                }
                if (typeof indices1[item1] == "number") {
                  j1 = indices1[item1];
                  const err34 = { instancePath: instancePath + "/spec/exclude", schemaPath: "#/properties/spec/properties/exclude/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 } };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                  break;
                }
                indices1[item1] = i3;
              }
            }
          } else {
            const err35 = { instancePath: instancePath + "/spec/exclude", schemaPath: "#/properties/spec/properties/exclude/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data9.avoidBuggyIPs !== void 0) {
          if (typeof data9.avoidBuggyIPs !== "boolean") {
            const err36 = { instancePath: instancePath + "/spec/avoidBuggyIPs", schemaPath: "#/properties/spec/properties/avoidBuggyIPs/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data9.autoAssign !== void 0) {
          if (typeof data9.autoAssign !== "boolean") {
            const err37 = { instancePath: instancePath + "/spec/autoAssign", schemaPath: "#/properties/spec/properties/autoAssign/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data9.priority !== void 0) {
          let data16 = data9.priority;
          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
            const err38 = { instancePath: instancePath + "/spec/priority", schemaPath: "#/properties/spec/properties/priority/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 > 2147483647 || isNaN(data16)) {
              const err39 = { instancePath: instancePath + "/spec/priority", schemaPath: "#/properties/spec/properties/priority/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            if (data16 < 0 || isNaN(data16)) {
              const err40 = { instancePath: instancePath + "/spec/priority", schemaPath: "#/properties/spec/properties/priority/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          }
        }
        if (data9.serviceSelector !== void 0) {
          let data17 = data9.serviceSelector;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            for (const key5 in data17) {
              if (!(key5 === "matchLabels" || key5 === "matchExpressions")) {
                const err41 = { instancePath: instancePath + "/spec/serviceSelector", schemaPath: "#/properties/spec/properties/serviceSelector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data17.matchLabels !== void 0) {
              let data18 = data17.matchLabels;
              if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                if (Object.keys(data18).length > 32) {
                  const err42 = { instancePath: instancePath + "/spec/serviceSelector/matchLabels", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchLabels/maxProperties", keyword: "maxProperties", params: { limit: 32 } };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                for (const key6 in data18) {
                  let data19 = data18[key6];
                  if (typeof data19 === "string") {
                    if (func3(data19) > 63) {
                      const err43 = { instancePath: instancePath + "/spec/serviceSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                    if (!pattern1.test(data19)) {
                      const err44 = { instancePath: instancePath + "/spec/serviceSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                      if (vErrors === null) {
                        vErrors = [err44];
                      } else {
                        vErrors.push(err44);
                      }
                      errors++;
                    }
                  } else {
                    const err45 = { instancePath: instancePath + "/spec/serviceSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchLabels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err45];
                    } else {
                      vErrors.push(err45);
                    }
                    errors++;
                  }
                }
              } else {
                const err46 = { instancePath: instancePath + "/spec/serviceSelector/matchLabels", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchLabels/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data17.matchExpressions !== void 0) {
              let data20 = data17.matchExpressions;
              if (Array.isArray(data20)) {
                if (data20.length > 32) {
                  const err47 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/maxItems", keyword: "maxItems", params: { limit: 32 } };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                const len2 = data20.length;
                for (let i4 = 0; i4 < len2; i4++) {
                  let data21 = data20[i4];
                  if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                    if (data21.key === void 0) {
                      const err48 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "key" } };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                    if (data21.operator === void 0) {
                      const err49 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "operator" } };
                      if (vErrors === null) {
                        vErrors = [err49];
                      } else {
                        vErrors.push(err49);
                      }
                      errors++;
                    }
                    for (const key7 in data21) {
                      if (!(key7 === "key" || key7 === "operator" || key7 === "values")) {
                        const err50 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                    if (data21.key !== void 0) {
                      let data22 = data21.key;
                      if (typeof data22 === "string") {
                        if (func3(data22) > 317) {
                          const err51 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/key", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/maxLength", keyword: "maxLength", params: { limit: 317 } };
                          if (vErrors === null) {
                            vErrors = [err51];
                          } else {
                            vErrors.push(err51);
                          }
                          errors++;
                        }
                        if (func3(data22) < 1) {
                          const err52 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/key", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err52];
                          } else {
                            vErrors.push(err52);
                          }
                          errors++;
                        }
                        if (!pattern2.test(data22)) {
                          const err53 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/key", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" } };
                          if (vErrors === null) {
                            vErrors = [err53];
                          } else {
                            vErrors.push(err53);
                          }
                          errors++;
                        }
                      } else {
                        const err54 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/key", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/key/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err54];
                        } else {
                          vErrors.push(err54);
                        }
                        errors++;
                      }
                    }
                    if (data21.operator !== void 0) {
                      let data23 = data21.operator;
                      if (typeof data23 !== "string") {
                        const err55 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/operator", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                      if (!(data23 === "In" || data23 === "NotIn" || data23 === "Exists" || data23 === "DoesNotExist")) {
                        const err56 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/operator", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/operator/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.serviceSelector.properties.matchExpressions.items.properties.operator.enum } };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                    }
                    if (data21.values !== void 0) {
                      let data24 = data21.values;
                      if (Array.isArray(data24)) {
                        if (data24.length > 64) {
                          const err57 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/values", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/maxItems", keyword: "maxItems", params: { limit: 64 } };
                          if (vErrors === null) {
                            vErrors = [err57];
                          } else {
                            vErrors.push(err57);
                          }
                          errors++;
                        }
                        const len3 = data24.length;
                        for (let i5 = 0; i5 < len3; i5++) {
                          let data25 = data24[i5];
                          if (typeof data25 === "string") {
                            if (func3(data25) > 63) {
                              const err58 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/values/" + i5, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/maxLength", keyword: "maxLength", params: { limit: 63 } };
                              if (vErrors === null) {
                                vErrors = [err58];
                              } else {
                                vErrors.push(err58);
                              }
                              errors++;
                            }
                            if (!pattern1.test(data25)) {
                              const err59 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/values/" + i5, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                              if (vErrors === null) {
                                vErrors = [err59];
                              } else {
                                vErrors.push(err59);
                              }
                              errors++;
                            }
                          } else {
                            const err60 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/values/" + i5, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/items/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err60];
                            } else {
                              vErrors.push(err60);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err61 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4 + "/values", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/properties/values/type", keyword: "type", params: { type: "array" } };
                        if (vErrors === null) {
                          vErrors = [err61];
                        } else {
                          vErrors.push(err61);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err62 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions/" + i4, schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err62];
                    } else {
                      vErrors.push(err62);
                    }
                    errors++;
                  }
                }
              } else {
                const err63 = { instancePath: instancePath + "/spec/serviceSelector/matchExpressions", schemaPath: "#/properties/spec/properties/serviceSelector/properties/matchExpressions/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
          } else {
            const err64 = { instancePath: instancePath + "/spec/serviceSelector", schemaPath: "#/properties/spec/properties/serviceSelector/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
        if (data9.namespaces !== void 0) {
          let data26 = data9.namespaces;
          if (Array.isArray(data26)) {
            if (data26.length > 256) {
              const err65 = { instancePath: instancePath + "/spec/namespaces", schemaPath: "#/properties/spec/properties/namespaces/maxItems", keyword: "maxItems", params: { limit: 256 } };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            if (data26.length < 1) {
              const err66 = { instancePath: instancePath + "/spec/namespaces", schemaPath: "#/properties/spec/properties/namespaces/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            const len4 = data26.length;
            for (let i6 = 0; i6 < len4; i6++) {
              let data27 = data26[i6];
              if (typeof data27 === "string") {
                if (func3(data27) > 63) {
                  const err67 = { instancePath: instancePath + "/spec/namespaces/" + i6, schemaPath: "#/properties/spec/properties/namespaces/items/maxLength", keyword: "maxLength", params: { limit: 63 } };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (func3(data27) < 1) {
                  const err68 = { instancePath: instancePath + "/spec/namespaces/" + i6, schemaPath: "#/properties/spec/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                if (!pattern4.test(data27)) {
                  const err69 = { instancePath: instancePath + "/spec/namespaces/" + i6, schemaPath: "#/properties/spec/properties/namespaces/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" } };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              } else {
                const err70 = { instancePath: instancePath + "/spec/namespaces/" + i6, schemaPath: "#/properties/spec/properties/namespaces/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            let i7 = data26.length;
            let j2;
            if (i7 > 1) {
              const indices2 = {};
              for (; i7--; ) {
                let item2 = data26[i7];
                if (typeof item2 !== "string") {
                  continue;
                }
                if (typeof indices2[item2] == "number") {
                  j2 = indices2[item2];
                  const err71 = { instancePath: instancePath + "/spec/namespaces", schemaPath: "#/properties/spec/properties/namespaces/uniqueItems", keyword: "uniqueItems", params: { i: i7, j: j2 } };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                  break;
                }
                indices2[item2] = i7;
              }
            }
          } else {
            const err72 = { instancePath: instancePath + "/spec/namespaces", schemaPath: "#/properties/spec/properties/namespaces/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
        if (data9.namespaceSelector !== void 0) {
          let data28 = data9.namespaceSelector;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            for (const key8 in data28) {
              if (!(key8 === "matchLabels" || key8 === "matchExpressions")) {
                const err73 = { instancePath: instancePath + "/spec/namespaceSelector", schemaPath: "#/properties/spec/properties/namespaceSelector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
            }
            if (data28.matchLabels !== void 0) {
              let data29 = data28.matchLabels;
              if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                if (Object.keys(data29).length > 32) {
                  const err74 = { instancePath: instancePath + "/spec/namespaceSelector/matchLabels", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchLabels/maxProperties", keyword: "maxProperties", params: { limit: 32 } };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                for (const key9 in data29) {
                  let data30 = data29[key9];
                  if (typeof data30 === "string") {
                    if (func3(data30) > 63) {
                      const err75 = { instancePath: instancePath + "/spec/namespaceSelector/matchLabels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                      if (vErrors === null) {
                        vErrors = [err75];
                      } else {
                        vErrors.push(err75);
                      }
                      errors++;
                    }
                    if (!pattern1.test(data30)) {
                      const err76 = { instancePath: instancePath + "/spec/namespaceSelector/matchLabels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                      if (vErrors === null) {
                        vErrors = [err76];
                      } else {
                        vErrors.push(err76);
                      }
                      errors++;
                    }
                  } else {
                    const err77 = { instancePath: instancePath + "/spec/namespaceSelector/matchLabels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchLabels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err77];
                    } else {
                      vErrors.push(err77);
                    }
                    errors++;
                  }
                }
              } else {
                const err78 = { instancePath: instancePath + "/spec/namespaceSelector/matchLabels", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchLabels/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
            }
            if (data28.matchExpressions !== void 0) {
              let data31 = data28.matchExpressions;
              if (Array.isArray(data31)) {
                if (data31.length > 32) {
                  const err79 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/maxItems", keyword: "maxItems", params: { limit: 32 } };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
                const len5 = data31.length;
                for (let i8 = 0; i8 < len5; i8++) {
                  let data32 = data31[i8];
                  if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                    if (data32.key === void 0) {
                      const err80 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "key" } };
                      if (vErrors === null) {
                        vErrors = [err80];
                      } else {
                        vErrors.push(err80);
                      }
                      errors++;
                    }
                    if (data32.operator === void 0) {
                      const err81 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "operator" } };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                    for (const key10 in data32) {
                      if (!(key10 === "key" || key10 === "operator" || key10 === "values")) {
                        const err82 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                        if (vErrors === null) {
                          vErrors = [err82];
                        } else {
                          vErrors.push(err82);
                        }
                        errors++;
                      }
                    }
                    if (data32.key !== void 0) {
                      let data33 = data32.key;
                      if (typeof data33 === "string") {
                        if (func3(data33) > 317) {
                          const err83 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/key", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength", keyword: "maxLength", params: { limit: 317 } };
                          if (vErrors === null) {
                            vErrors = [err83];
                          } else {
                            vErrors.push(err83);
                          }
                          errors++;
                        }
                        if (func3(data33) < 1) {
                          const err84 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/key", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                        if (!pattern2.test(data33)) {
                          const err85 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/key", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" } };
                          if (vErrors === null) {
                            vErrors = [err85];
                          } else {
                            vErrors.push(err85);
                          }
                          errors++;
                        }
                      } else {
                        const err86 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/key", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err86];
                        } else {
                          vErrors.push(err86);
                        }
                        errors++;
                      }
                    }
                    if (data32.operator !== void 0) {
                      let data34 = data32.operator;
                      if (typeof data34 !== "string") {
                        const err87 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/operator", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err87];
                        } else {
                          vErrors.push(err87);
                        }
                        errors++;
                      }
                      if (!(data34 === "In" || data34 === "NotIn" || data34 === "Exists" || data34 === "DoesNotExist")) {
                        const err88 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/operator", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.namespaceSelector.properties.matchExpressions.items.properties.operator.enum } };
                        if (vErrors === null) {
                          vErrors = [err88];
                        } else {
                          vErrors.push(err88);
                        }
                        errors++;
                      }
                    }
                    if (data32.values !== void 0) {
                      let data35 = data32.values;
                      if (Array.isArray(data35)) {
                        if (data35.length > 64) {
                          const err89 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/values", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems", keyword: "maxItems", params: { limit: 64 } };
                          if (vErrors === null) {
                            vErrors = [err89];
                          } else {
                            vErrors.push(err89);
                          }
                          errors++;
                        }
                        const len6 = data35.length;
                        for (let i9 = 0; i9 < len6; i9++) {
                          let data36 = data35[i9];
                          if (typeof data36 === "string") {
                            if (func3(data36) > 63) {
                              const err90 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/values/" + i9, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength", keyword: "maxLength", params: { limit: 63 } };
                              if (vErrors === null) {
                                vErrors = [err90];
                              } else {
                                vErrors.push(err90);
                              }
                              errors++;
                            }
                            if (!pattern1.test(data36)) {
                              const err91 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/values/" + i9, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                              if (vErrors === null) {
                                vErrors = [err91];
                              } else {
                                vErrors.push(err91);
                              }
                              errors++;
                            }
                          } else {
                            const err92 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/values/" + i9, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err92];
                            } else {
                              vErrors.push(err92);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err93 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8 + "/values", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type", keyword: "type", params: { type: "array" } };
                        if (vErrors === null) {
                          vErrors = [err93];
                        } else {
                          vErrors.push(err93);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err94 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions/" + i8, schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err94];
                    } else {
                      vErrors.push(err94);
                    }
                    errors++;
                  }
                }
              } else {
                const err95 = { instancePath: instancePath + "/spec/namespaceSelector/matchExpressions", schemaPath: "#/properties/spec/properties/namespaceSelector/properties/matchExpressions/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
          } else {
            const err96 = { instancePath: instancePath + "/spec/namespaceSelector", schemaPath: "#/properties/spec/properties/namespaceSelector/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
        }
        if (data9.sharing !== void 0) {
          let data37 = data9.sharing;
          if (typeof data37 !== "string") {
            const err97 = { instancePath: instancePath + "/spec/sharing", schemaPath: "#/properties/spec/properties/sharing/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err97];
            } else {
              vErrors.push(err97);
            }
            errors++;
          }
          if (!(data37 === "none" || data37 === "withinNamespace" || data37 === "acrossNamespaces")) {
            const err98 = { instancePath: instancePath + "/spec/sharing", schemaPath: "#/properties/spec/properties/sharing/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.sharing.enum } };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
        }
        if (data9.reservations !== void 0) {
          let data38 = data9.reservations;
          if (Array.isArray(data38)) {
            if (data38.length > 1024) {
              const err99 = { instancePath: instancePath + "/spec/reservations", schemaPath: "#/properties/spec/properties/reservations/maxItems", keyword: "maxItems", params: { limit: 1024 } };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
            const len7 = data38.length;
            for (let i10 = 0; i10 < len7; i10++) {
              let data39 = data38[i10];
              if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                if (data39.address === void 0) {
                  const err100 = { instancePath: instancePath + "/spec/reservations/" + i10, schemaPath: "#/properties/spec/properties/reservations/items/required", keyword: "required", params: { missingProperty: "address" } };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
                if (data39.service === void 0) {
                  const err101 = { instancePath: instancePath + "/spec/reservations/" + i10, schemaPath: "#/properties/spec/properties/reservations/items/required", keyword: "required", params: { missingProperty: "service" } };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
                for (const key11 in data39) {
                  if (!(key11 === "address" || key11 === "service")) {
                    const err102 = { instancePath: instancePath + "/spec/reservations/" + i10, schemaPath: "#/properties/spec/properties/reservations/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                }
                if (data39.address !== void 0) {
                  let data40 = data39.address;
                  if (typeof data40 === "string") {
                    if (func3(data40) > 45) {
                      const err103 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/address", schemaPath: "#/properties/spec/properties/reservations/items/properties/address/maxLength", keyword: "maxLength", params: { limit: 45 } };
                      if (vErrors === null) {
                        vErrors = [err103];
                      } else {
                        vErrors.push(err103);
                      }
                      errors++;
                    }
                    if (func3(data40) < 1) {
                      const err104 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/address", schemaPath: "#/properties/spec/properties/reservations/items/properties/address/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err104];
                      } else {
                        vErrors.push(err104);
                      }
                      errors++;
                    }
                  } else {
                    const err105 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/address", schemaPath: "#/properties/spec/properties/reservations/items/properties/address/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err105];
                    } else {
                      vErrors.push(err105);
                    }
                    errors++;
                  }
                }
                if (data39.service !== void 0) {
                  let data41 = data39.service;
                  if (typeof data41 === "string") {
                    if (func3(data41) > 127) {
                      const err106 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/service", schemaPath: "#/properties/spec/properties/reservations/items/properties/service/maxLength", keyword: "maxLength", params: { limit: 127 } };
                      if (vErrors === null) {
                        vErrors = [err106];
                      } else {
                        vErrors.push(err106);
                      }
                      errors++;
                    }
                    if (func3(data41) < 3) {
                      const err107 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/service", schemaPath: "#/properties/spec/properties/reservations/items/properties/service/minLength", keyword: "minLength", params: { limit: 3 } };
                      if (vErrors === null) {
                        vErrors = [err107];
                      } else {
                        vErrors.push(err107);
                      }
                      errors++;
                    }
                    if (!pattern8.test(data41)) {
                      const err108 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/service", schemaPath: "#/properties/spec/properties/reservations/items/properties/service/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" } };
                      if (vErrors === null) {
                        vErrors = [err108];
                      } else {
                        vErrors.push(err108);
                      }
                      errors++;
                    }
                  } else {
                    const err109 = { instancePath: instancePath + "/spec/reservations/" + i10 + "/service", schemaPath: "#/properties/spec/properties/reservations/items/properties/service/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err109];
                    } else {
                      vErrors.push(err109);
                    }
                    errors++;
                  }
                }
              } else {
                const err110 = { instancePath: instancePath + "/spec/reservations/" + i10, schemaPath: "#/properties/spec/properties/reservations/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err110];
                } else {
                  vErrors.push(err110);
                }
                errors++;
              }
            }
          } else {
            const err111 = { instancePath: instancePath + "/spec/reservations", schemaPath: "#/properties/spec/properties/reservations/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err111];
            } else {
              vErrors.push(err111);
            }
            errors++;
          }
        }
        if (data9.suspend !== void 0) {
          if (typeof data9.suspend !== "boolean") {
            const err112 = { instancePath: instancePath + "/spec/suspend", schemaPath: "#/properties/spec/properties/suspend/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err112];
            } else {
              vErrors.push(err112);
            }
            errors++;
          }
        }
        if (data9.announce !== void 0) {
          let data43 = data9.announce;
          if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
            for (const key12 in data43) {
              if (!func2.call(schema11.properties.spec.properties.announce.properties, key12)) {
                const err113 = { instancePath: instancePath + "/spec/announce", schemaPath: "#/properties/spec/properties/announce/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
                if (vErrors === null) {
                  vErrors = [err113];
                } else {
                  vErrors.push(err113);
                }
                errors++;
              }
            }
            if (data43.segment !== void 0) {
              let data44 = data43.segment;
              if (typeof data44 === "string") {
                if (func3(data44) > 63) {
                  const err114 = { instancePath: instancePath + "/spec/announce/segment", schemaPath: "#/properties/spec/properties/announce/properties/segment/maxLength", keyword: "maxLength", params: { limit: 63 } };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                if (func3(data44) < 1) {
                  const err115 = { instancePath: instancePath + "/spec/announce/segment", schemaPath: "#/properties/spec/properties/announce/properties/segment/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err115];
                  } else {
                    vErrors.push(err115);
                  }
                  errors++;
                }
                if (!pattern4.test(data44)) {
                  const err116 = { instancePath: instancePath + "/spec/announce/segment", schemaPath: "#/properties/spec/properties/announce/properties/segment/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" } };
                  if (vErrors === null) {
                    vErrors = [err116];
                  } else {
                    vErrors.push(err116);
                  }
                  errors++;
                }
              } else {
                const err117 = { instancePath: instancePath + "/spec/announce/segment", schemaPath: "#/properties/spec/properties/announce/properties/segment/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data43.nodeSelector !== void 0) {
              let data45 = data43.nodeSelector;
              if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                for (const key13 in data45) {
                  if (!(key13 === "matchLabels" || key13 === "matchExpressions")) {
                    const err118 = { instancePath: instancePath + "/spec/announce/nodeSelector", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
                    if (vErrors === null) {
                      vErrors = [err118];
                    } else {
                      vErrors.push(err118);
                    }
                    errors++;
                  }
                }
                if (data45.matchLabels !== void 0) {
                  let data46 = data45.matchLabels;
                  if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
                    if (Object.keys(data46).length > 32) {
                      const err119 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchLabels", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/maxProperties", keyword: "maxProperties", params: { limit: 32 } };
                      if (vErrors === null) {
                        vErrors = [err119];
                      } else {
                        vErrors.push(err119);
                      }
                      errors++;
                    }
                    for (const key14 in data46) {
                      let data47 = data46[key14];
                      if (typeof data47 === "string") {
                        if (func3(data47) > 63) {
                          const err120 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchLabels/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                          if (vErrors === null) {
                            vErrors = [err120];
                          } else {
                            vErrors.push(err120);
                          }
                          errors++;
                        }
                        if (!pattern1.test(data47)) {
                          const err121 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchLabels/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                          if (vErrors === null) {
                            vErrors = [err121];
                          } else {
                            vErrors.push(err121);
                          }
                          errors++;
                        }
                      } else {
                        const err122 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchLabels/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err123 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchLabels", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchLabels/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err123];
                    } else {
                      vErrors.push(err123);
                    }
                    errors++;
                  }
                }
                if (data45.matchExpressions !== void 0) {
                  let data48 = data45.matchExpressions;
                  if (Array.isArray(data48)) {
                    if (data48.length > 32) {
                      const err124 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/maxItems", keyword: "maxItems", params: { limit: 32 } };
                      if (vErrors === null) {
                        vErrors = [err124];
                      } else {
                        vErrors.push(err124);
                      }
                      errors++;
                    }
                    const len8 = data48.length;
                    for (let i11 = 0; i11 < len8; i11++) {
                      let data49 = data48[i11];
                      if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
                        if (data49.key === void 0) {
                          const err125 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "key" } };
                          if (vErrors === null) {
                            vErrors = [err125];
                          } else {
                            vErrors.push(err125);
                          }
                          errors++;
                        }
                        if (data49.operator === void 0) {
                          const err126 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "operator" } };
                          if (vErrors === null) {
                            vErrors = [err126];
                          } else {
                            vErrors.push(err126);
                          }
                          errors++;
                        }
                        for (const key15 in data49) {
                          if (!(key15 === "key" || key15 === "operator" || key15 === "values")) {
                            const err127 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                            if (vErrors === null) {
                              vErrors = [err127];
                            } else {
                              vErrors.push(err127);
                            }
                            errors++;
                          }
                        }
                        if (data49.key !== void 0) {
                          let data50 = data49.key;
                          if (typeof data50 === "string") {
                            if (func3(data50) > 317) {
                              const err128 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength", keyword: "maxLength", params: { limit: 317 } };
                              if (vErrors === null) {
                                vErrors = [err128];
                              } else {
                                vErrors.push(err128);
                              }
                              errors++;
                            }
                            if (func3(data50) < 1) {
                              const err129 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
                              if (vErrors === null) {
                                vErrors = [err129];
                              } else {
                                vErrors.push(err129);
                              }
                              errors++;
                            }
                            if (!pattern2.test(data50)) {
                              const err130 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" } };
                              if (vErrors === null) {
                                vErrors = [err130];
                              } else {
                                vErrors.push(err130);
                              }
                              errors++;
                            }
                          } else {
                            const err131 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/key/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err131];
                            } else {
                              vErrors.push(err131);
                            }
                            errors++;
                          }
                        }
                        if (data49.operator !== void 0) {
                          let data51 = data49.operator;
                          if (typeof data51 !== "string") {
                            const err132 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/operator", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err132];
                            } else {
                              vErrors.push(err132);
                            }
                            errors++;
                          }
                          if (!(data51 === "In" || data51 === "NotIn" || data51 === "Exists" || data51 === "DoesNotExist")) {
                            const err133 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/operator", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.announce.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum } };
                            if (vErrors === null) {
                              vErrors = [err133];
                            } else {
                              vErrors.push(err133);
                            }
                            errors++;
                          }
                        }
                        if (data49.values !== void 0) {
                          let data52 = data49.values;
                          if (Array.isArray(data52)) {
                            if (data52.length > 64) {
                              const err134 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/values", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems", keyword: "maxItems", params: { limit: 64 } };
                              if (vErrors === null) {
                                vErrors = [err134];
                              } else {
                                vErrors.push(err134);
                              }
                              errors++;
                            }
                            const len9 = data52.length;
                            for (let i12 = 0; i12 < len9; i12++) {
                              let data53 = data52[i12];
                              if (typeof data53 === "string") {
                                if (func3(data53) > 63) {
                                  const err135 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/values/" + i12, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength", keyword: "maxLength", params: { limit: 63 } };
                                  if (vErrors === null) {
                                    vErrors = [err135];
                                  } else {
                                    vErrors.push(err135);
                                  }
                                  errors++;
                                }
                                if (!pattern1.test(data53)) {
                                  const err136 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/values/" + i12, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                                  if (vErrors === null) {
                                    vErrors = [err136];
                                  } else {
                                    vErrors.push(err136);
                                  }
                                  errors++;
                                }
                              } else {
                                const err137 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/values/" + i12, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err137];
                                } else {
                                  vErrors.push(err137);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err138 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11 + "/values", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/properties/values/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err138];
                            } else {
                              vErrors.push(err138);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err139 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions/" + i11, schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/items/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err139];
                        } else {
                          vErrors.push(err139);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err140 = { instancePath: instancePath + "/spec/announce/nodeSelector/matchExpressions", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/properties/matchExpressions/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err140];
                    } else {
                      vErrors.push(err140);
                    }
                    errors++;
                  }
                }
              } else {
                const err141 = { instancePath: instancePath + "/spec/announce/nodeSelector", schemaPath: "#/properties/spec/properties/announce/properties/nodeSelector/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err141];
                } else {
                  vErrors.push(err141);
                }
                errors++;
              }
            }
            if (data43.nodeNetworks !== void 0) {
              let data54 = data43.nodeNetworks;
              if (Array.isArray(data54)) {
                if (data54.length > 64) {
                  const err142 = { instancePath: instancePath + "/spec/announce/nodeNetworks", schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/maxItems", keyword: "maxItems", params: { limit: 64 } };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
                if (data54.length < 1) {
                  const err143 = { instancePath: instancePath + "/spec/announce/nodeNetworks", schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err143];
                  } else {
                    vErrors.push(err143);
                  }
                  errors++;
                }
                const len10 = data54.length;
                for (let i13 = 0; i13 < len10; i13++) {
                  let data55 = data54[i13];
                  if (typeof data55 === "string") {
                    if (func3(data55) > 49) {
                      const err144 = { instancePath: instancePath + "/spec/announce/nodeNetworks/" + i13, schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/items/maxLength", keyword: "maxLength", params: { limit: 49 } };
                      if (vErrors === null) {
                        vErrors = [err144];
                      } else {
                        vErrors.push(err144);
                      }
                      errors++;
                    }
                    if (func3(data55) < 1) {
                      const err145 = { instancePath: instancePath + "/spec/announce/nodeNetworks/" + i13, schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err145];
                      } else {
                        vErrors.push(err145);
                      }
                      errors++;
                    }
                  } else {
                    const err146 = { instancePath: instancePath + "/spec/announce/nodeNetworks/" + i13, schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err146];
                    } else {
                      vErrors.push(err146);
                    }
                    errors++;
                  }
                }
                let i14 = data54.length;
                let j3;
                if (i14 > 1) {
                  const indices3 = {};
                  for (; i14--; ) {
                    let item3 = data54[i14];
                    if (typeof item3 !== "string") {
                      continue;
                    }
                    if (typeof indices3[item3] == "number") {
                      j3 = indices3[item3];
                      const err147 = { instancePath: instancePath + "/spec/announce/nodeNetworks", schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/uniqueItems", keyword: "uniqueItems", params: { i: i14, j: j3 } };
                      if (vErrors === null) {
                        vErrors = [err147];
                      } else {
                        vErrors.push(err147);
                      }
                      errors++;
                      break;
                    }
                    indices3[item3] = i14;
                  }
                }
              } else {
                const err148 = { instancePath: instancePath + "/spec/announce/nodeNetworks", schemaPath: "#/properties/spec/properties/announce/properties/nodeNetworks/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err148];
                } else {
                  vErrors.push(err148);
                }
                errors++;
              }
            }
            if (data43.preferredNodes !== void 0) {
              let data56 = data43.preferredNodes;
              if (Array.isArray(data56)) {
                if (data56.length > 32) {
                  const err149 = { instancePath: instancePath + "/spec/announce/preferredNodes", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/maxItems", keyword: "maxItems", params: { limit: 32 } };
                  if (vErrors === null) {
                    vErrors = [err149];
                  } else {
                    vErrors.push(err149);
                  }
                  errors++;
                }
                const len11 = data56.length;
                for (let i15 = 0; i15 < len11; i15++) {
                  let data57 = data56[i15];
                  if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
                    if (data57.weight === void 0) {
                      const err150 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/required", keyword: "required", params: { missingProperty: "weight" } };
                      if (vErrors === null) {
                        vErrors = [err150];
                      } else {
                        vErrors.push(err150);
                      }
                      errors++;
                    }
                    if (data57.selector === void 0) {
                      const err151 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/required", keyword: "required", params: { missingProperty: "selector" } };
                      if (vErrors === null) {
                        vErrors = [err151];
                      } else {
                        vErrors.push(err151);
                      }
                      errors++;
                    }
                    for (const key16 in data57) {
                      if (!(key16 === "weight" || key16 === "selector")) {
                        const err152 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                        if (vErrors === null) {
                          vErrors = [err152];
                        } else {
                          vErrors.push(err152);
                        }
                        errors++;
                      }
                    }
                    if (data57.weight !== void 0) {
                      let data58 = data57.weight;
                      if (!(typeof data58 == "number" && (!(data58 % 1) && !isNaN(data58)) && isFinite(data58))) {
                        const err153 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/weight", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err153];
                        } else {
                          vErrors.push(err153);
                        }
                        errors++;
                      }
                      if (typeof data58 == "number" && isFinite(data58)) {
                        if (data58 > 100 || isNaN(data58)) {
                          const err154 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/weight", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                          if (vErrors === null) {
                            vErrors = [err154];
                          } else {
                            vErrors.push(err154);
                          }
                          errors++;
                        }
                        if (data58 < 1 || isNaN(data58)) {
                          const err155 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/weight", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err155];
                          } else {
                            vErrors.push(err155);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data57.selector !== void 0) {
                      let data59 = data57.selector;
                      if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
                        for (const key17 in data59) {
                          if (!(key17 === "matchLabels" || key17 === "matchExpressions")) {
                            const err156 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } };
                            if (vErrors === null) {
                              vErrors = [err156];
                            } else {
                              vErrors.push(err156);
                            }
                            errors++;
                          }
                        }
                        if (data59.matchLabels !== void 0) {
                          let data60 = data59.matchLabels;
                          if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                            if (Object.keys(data60).length > 32) {
                              const err157 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchLabels", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/maxProperties", keyword: "maxProperties", params: { limit: 32 } };
                              if (vErrors === null) {
                                vErrors = [err157];
                              } else {
                                vErrors.push(err157);
                              }
                              errors++;
                            }
                            for (const key18 in data60) {
                              let data61 = data60[key18];
                              if (typeof data61 === "string") {
                                if (func3(data61) > 63) {
                                  const err158 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchLabels/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                                  if (vErrors === null) {
                                    vErrors = [err158];
                                  } else {
                                    vErrors.push(err158);
                                  }
                                  errors++;
                                }
                                if (!pattern1.test(data61)) {
                                  const err159 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchLabels/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                                  if (vErrors === null) {
                                    vErrors = [err159];
                                  } else {
                                    vErrors.push(err159);
                                  }
                                  errors++;
                                }
                              } else {
                                const err160 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchLabels/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err160];
                                } else {
                                  vErrors.push(err160);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err161 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchLabels", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchLabels/type", keyword: "type", params: { type: "object" } };
                            if (vErrors === null) {
                              vErrors = [err161];
                            } else {
                              vErrors.push(err161);
                            }
                            errors++;
                          }
                        }
                        if (data59.matchExpressions !== void 0) {
                          let data62 = data59.matchExpressions;
                          if (Array.isArray(data62)) {
                            if (data62.length > 32) {
                              const err162 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/maxItems", keyword: "maxItems", params: { limit: 32 } };
                              if (vErrors === null) {
                                vErrors = [err162];
                              } else {
                                vErrors.push(err162);
                              }
                              errors++;
                            }
                            const len12 = data62.length;
                            for (let i16 = 0; i16 < len12; i16++) {
                              let data63 = data62[i16];
                              if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
                                if (data63.key === void 0) {
                                  const err163 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "key" } };
                                  if (vErrors === null) {
                                    vErrors = [err163];
                                  } else {
                                    vErrors.push(err163);
                                  }
                                  errors++;
                                }
                                if (data63.operator === void 0) {
                                  const err164 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/required", keyword: "required", params: { missingProperty: "operator" } };
                                  if (vErrors === null) {
                                    vErrors = [err164];
                                  } else {
                                    vErrors.push(err164);
                                  }
                                  errors++;
                                }
                                for (const key19 in data63) {
                                  if (!(key19 === "key" || key19 === "operator" || key19 === "values")) {
                                    const err165 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 } };
                                    if (vErrors === null) {
                                      vErrors = [err165];
                                    } else {
                                      vErrors.push(err165);
                                    }
                                    errors++;
                                  }
                                }
                                if (data63.key !== void 0) {
                                  let data64 = data63.key;
                                  if (typeof data64 === "string") {
                                    if (func3(data64) > 317) {
                                      const err166 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/maxLength", keyword: "maxLength", params: { limit: 317 } };
                                      if (vErrors === null) {
                                        vErrors = [err166];
                                      } else {
                                        vErrors.push(err166);
                                      }
                                      errors++;
                                    }
                                    if (func3(data64) < 1) {
                                      const err167 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
                                      if (vErrors === null) {
                                        vErrors = [err167];
                                      } else {
                                        vErrors.push(err167);
                                      }
                                      errors++;
                                    }
                                    if (!pattern2.test(data64)) {
                                      const err168 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$" } };
                                      if (vErrors === null) {
                                        vErrors = [err168];
                                      } else {
                                        vErrors.push(err168);
                                      }
                                      errors++;
                                    }
                                  } else {
                                    const err169 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/key", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/key/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err169];
                                    } else {
                                      vErrors.push(err169);
                                    }
                                    errors++;
                                  }
                                }
                                if (data63.operator !== void 0) {
                                  let data65 = data63.operator;
                                  if (typeof data65 !== "string") {
                                    const err170 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/operator", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/operator/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err170];
                                    } else {
                                      vErrors.push(err170);
                                    }
                                    errors++;
                                  }
                                  if (!(data65 === "In" || data65 === "NotIn" || data65 === "Exists" || data65 === "DoesNotExist")) {
                                    const err171 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/operator", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/operator/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.announce.properties.preferredNodes.items.properties.selector.properties.matchExpressions.items.properties.operator.enum } };
                                    if (vErrors === null) {
                                      vErrors = [err171];
                                    } else {
                                      vErrors.push(err171);
                                    }
                                    errors++;
                                  }
                                }
                                if (data63.values !== void 0) {
                                  let data66 = data63.values;
                                  if (Array.isArray(data66)) {
                                    if (data66.length > 64) {
                                      const err172 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/values", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/maxItems", keyword: "maxItems", params: { limit: 64 } };
                                      if (vErrors === null) {
                                        vErrors = [err172];
                                      } else {
                                        vErrors.push(err172);
                                      }
                                      errors++;
                                    }
                                    const len13 = data66.length;
                                    for (let i17 = 0; i17 < len13; i17++) {
                                      let data67 = data66[i17];
                                      if (typeof data67 === "string") {
                                        if (func3(data67) > 63) {
                                          const err173 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/values/" + i17, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/maxLength", keyword: "maxLength", params: { limit: 63 } };
                                          if (vErrors === null) {
                                            vErrors = [err173];
                                          } else {
                                            vErrors.push(err173);
                                          }
                                          errors++;
                                        }
                                        if (!pattern1.test(data67)) {
                                          const err174 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/values/" + i17, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/pattern", keyword: "pattern", params: { pattern: "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" } };
                                          if (vErrors === null) {
                                            vErrors = [err174];
                                          } else {
                                            vErrors.push(err174);
                                          }
                                          errors++;
                                        }
                                      } else {
                                        const err175 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/values/" + i17, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/items/type", keyword: "type", params: { type: "string" } };
                                        if (vErrors === null) {
                                          vErrors = [err175];
                                        } else {
                                          vErrors.push(err175);
                                        }
                                        errors++;
                                      }
                                    }
                                  } else {
                                    const err176 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16 + "/values", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/properties/values/type", keyword: "type", params: { type: "array" } };
                                    if (vErrors === null) {
                                      vErrors = [err176];
                                    } else {
                                      vErrors.push(err176);
                                    }
                                    errors++;
                                  }
                                }
                              } else {
                                const err177 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions/" + i16, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/items/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                  vErrors = [err177];
                                } else {
                                  vErrors.push(err177);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err178 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector/matchExpressions", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/properties/matchExpressions/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err178];
                            } else {
                              vErrors.push(err178);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err179 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15 + "/selector", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/properties/selector/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err179];
                        } else {
                          vErrors.push(err179);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err180 = { instancePath: instancePath + "/spec/announce/preferredNodes/" + i15, schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err180];
                    } else {
                      vErrors.push(err180);
                    }
                    errors++;
                  }
                }
              } else {
                const err181 = { instancePath: instancePath + "/spec/announce/preferredNodes", schemaPath: "#/properties/spec/properties/announce/properties/preferredNodes/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err181];
                } else {
                  vErrors.push(err181);
                }
                errors++;
              }
            }
            if (data43.interfaces !== void 0) {
              let data68 = data43.interfaces;
              if (Array.isArray(data68)) {
                if (data68.length > 16) {
                  const err182 = { instancePath: instancePath + "/spec/announce/interfaces", schemaPath: "#/properties/spec/properties/announce/properties/interfaces/maxItems", keyword: "maxItems", params: { limit: 16 } };
                  if (vErrors === null) {
                    vErrors = [err182];
                  } else {
                    vErrors.push(err182);
                  }
                  errors++;
                }
                if (data68.length < 1) {
                  const err183 = { instancePath: instancePath + "/spec/announce/interfaces", schemaPath: "#/properties/spec/properties/announce/properties/interfaces/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err183];
                  } else {
                    vErrors.push(err183);
                  }
                  errors++;
                }
                const len14 = data68.length;
                for (let i18 = 0; i18 < len14; i18++) {
                  let data69 = data68[i18];
                  if (typeof data69 === "string") {
                    if (func3(data69) > 15) {
                      const err184 = { instancePath: instancePath + "/spec/announce/interfaces/" + i18, schemaPath: "#/properties/spec/properties/announce/properties/interfaces/items/maxLength", keyword: "maxLength", params: { limit: 15 } };
                      if (vErrors === null) {
                        vErrors = [err184];
                      } else {
                        vErrors.push(err184);
                      }
                      errors++;
                    }
                    if (func3(data69) < 1) {
                      const err185 = { instancePath: instancePath + "/spec/announce/interfaces/" + i18, schemaPath: "#/properties/spec/properties/announce/properties/interfaces/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err185];
                      } else {
                        vErrors.push(err185);
                      }
                      errors++;
                    }
                    if (!pattern16.test(data69)) {
                      const err186 = { instancePath: instancePath + "/spec/announce/interfaces/" + i18, schemaPath: "#/properties/spec/properties/announce/properties/interfaces/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s/:]+$" } };
                      if (vErrors === null) {
                        vErrors = [err186];
                      } else {
                        vErrors.push(err186);
                      }
                      errors++;
                    }
                  } else {
                    const err187 = { instancePath: instancePath + "/spec/announce/interfaces/" + i18, schemaPath: "#/properties/spec/properties/announce/properties/interfaces/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err187];
                    } else {
                      vErrors.push(err187);
                    }
                    errors++;
                  }
                }
                let i19 = data68.length;
                let j4;
                if (i19 > 1) {
                  const indices4 = {};
                  for (; i19--; ) {
                    let item4 = data68[i19];
                    if (typeof item4 !== "string") {
                      continue;
                    }
                    if (typeof indices4[item4] == "number") {
                      j4 = indices4[item4];
                      const err188 = { instancePath: instancePath + "/spec/announce/interfaces", schemaPath: "#/properties/spec/properties/announce/properties/interfaces/uniqueItems", keyword: "uniqueItems", params: { i: i19, j: j4 } };
                      if (vErrors === null) {
                        vErrors = [err188];
                      } else {
                        vErrors.push(err188);
                      }
                      errors++;
                      break;
                    }
                    indices4[item4] = i19;
                  }
                }
              } else {
                const err189 = { instancePath: instancePath + "/spec/announce/interfaces", schemaPath: "#/properties/spec/properties/announce/properties/interfaces/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err189];
                } else {
                  vErrors.push(err189);
                }
                errors++;
              }
            }
            if (data43.failback !== void 0) {
              let data70 = data43.failback;
              if (typeof data70 !== "string") {
                const err190 = { instancePath: instancePath + "/spec/announce/failback", schemaPath: "#/properties/spec/properties/announce/properties/failback/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err190];
                } else {
                  vErrors.push(err190);
                }
                errors++;
              }
              if (!(data70 === "never" || data70 === "afterStable" || data70 === "immediate")) {
                const err191 = { instancePath: instancePath + "/spec/announce/failback", schemaPath: "#/properties/spec/properties/announce/properties/failback/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.announce.properties.failback.enum } };
                if (vErrors === null) {
                  vErrors = [err191];
                } else {
                  vErrors.push(err191);
                }
                errors++;
              }
            }
            if (data43.failbackDelaySeconds !== void 0) {
              let data71 = data43.failbackDelaySeconds;
              if (!(typeof data71 == "number" && (!(data71 % 1) && !isNaN(data71)) && isFinite(data71))) {
                const err192 = { instancePath: instancePath + "/spec/announce/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/announce/properties/failbackDelaySeconds/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err192];
                } else {
                  vErrors.push(err192);
                }
                errors++;
              }
              if (typeof data71 == "number" && isFinite(data71)) {
                if (data71 > 86400 || isNaN(data71)) {
                  const err193 = { instancePath: instancePath + "/spec/announce/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/announce/properties/failbackDelaySeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 } };
                  if (vErrors === null) {
                    vErrors = [err193];
                  } else {
                    vErrors.push(err193);
                  }
                  errors++;
                }
                if (data71 < 0 || isNaN(data71)) {
                  const err194 = { instancePath: instancePath + "/spec/announce/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/announce/properties/failbackDelaySeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err194];
                  } else {
                    vErrors.push(err194);
                  }
                  errors++;
                }
              }
            }
            if (data43.probe !== void 0) {
              let data72 = data43.probe;
              if (data72 && typeof data72 == "object" && !Array.isArray(data72)) {
                for (const key20 in data72) {
                  if (!(key20 === "method" || key20 === "intervalMilliseconds" || key20 === "failureThreshold")) {
                    const err195 = { instancePath: instancePath + "/spec/announce/probe", schemaPath: "#/properties/spec/properties/announce/properties/probe/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 } };
                    if (vErrors === null) {
                      vErrors = [err195];
                    } else {
                      vErrors.push(err195);
                    }
                    errors++;
                  }
                }
                if (data72.method !== void 0) {
                  let data73 = data72.method;
                  if (typeof data73 !== "string") {
                    const err196 = { instancePath: instancePath + "/spec/announce/probe/method", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/method/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err196];
                    } else {
                      vErrors.push(err196);
                    }
                    errors++;
                  }
                  if (!(data73 === "auto" || data73 === "echo" || data73 === "arp")) {
                    const err197 = { instancePath: instancePath + "/spec/announce/probe/method", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.announce.properties.probe.properties.method.enum } };
                    if (vErrors === null) {
                      vErrors = [err197];
                    } else {
                      vErrors.push(err197);
                    }
                    errors++;
                  }
                }
                if (data72.intervalMilliseconds !== void 0) {
                  let data74 = data72.intervalMilliseconds;
                  if (!(typeof data74 == "number" && (!(data74 % 1) && !isNaN(data74)) && isFinite(data74))) {
                    const err198 = { instancePath: instancePath + "/spec/announce/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/type", keyword: "type", params: { type: "integer" } };
                    if (vErrors === null) {
                      vErrors = [err198];
                    } else {
                      vErrors.push(err198);
                    }
                    errors++;
                  }
                  if (typeof data74 == "number" && isFinite(data74)) {
                    if (data74 > 6e4 || isNaN(data74)) {
                      const err199 = { instancePath: instancePath + "/spec/announce/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 } };
                      if (vErrors === null) {
                        vErrors = [err199];
                      } else {
                        vErrors.push(err199);
                      }
                      errors++;
                    }
                    if (data74 < 10 || isNaN(data74)) {
                      const err200 = { instancePath: instancePath + "/spec/announce/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/intervalMilliseconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 10 } };
                      if (vErrors === null) {
                        vErrors = [err200];
                      } else {
                        vErrors.push(err200);
                      }
                      errors++;
                    }
                  }
                }
                if (data72.failureThreshold !== void 0) {
                  let data75 = data72.failureThreshold;
                  if (!(typeof data75 == "number" && (!(data75 % 1) && !isNaN(data75)) && isFinite(data75))) {
                    const err201 = { instancePath: instancePath + "/spec/announce/probe/failureThreshold", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/type", keyword: "type", params: { type: "integer" } };
                    if (vErrors === null) {
                      vErrors = [err201];
                    } else {
                      vErrors.push(err201);
                    }
                    errors++;
                  }
                  if (typeof data75 == "number" && isFinite(data75)) {
                    if (data75 > 100 || isNaN(data75)) {
                      const err202 = { instancePath: instancePath + "/spec/announce/probe/failureThreshold", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                      if (vErrors === null) {
                        vErrors = [err202];
                      } else {
                        vErrors.push(err202);
                      }
                      errors++;
                    }
                    if (data75 < 1 || isNaN(data75)) {
                      const err203 = { instancePath: instancePath + "/spec/announce/probe/failureThreshold", schemaPath: "#/properties/spec/properties/announce/properties/probe/properties/failureThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err203];
                      } else {
                        vErrors.push(err203);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err204 = { instancePath: instancePath + "/spec/announce/probe", schemaPath: "#/properties/spec/properties/announce/properties/probe/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err204];
                } else {
                  vErrors.push(err204);
                }
                errors++;
              }
            }
            if (data43.conflictDetection !== void 0) {
              let data76 = data43.conflictDetection;
              if (typeof data76 !== "string") {
                const err205 = { instancePath: instancePath + "/spec/announce/conflictDetection", schemaPath: "#/properties/spec/properties/announce/properties/conflictDetection/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err205];
                } else {
                  vErrors.push(err205);
                }
                errors++;
              }
              if (!(data76 === "off" || data76 === "report" || data76 === "hold")) {
                const err206 = { instancePath: instancePath + "/spec/announce/conflictDetection", schemaPath: "#/properties/spec/properties/announce/properties/conflictDetection/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.announce.properties.conflictDetection.enum } };
                if (vErrors === null) {
                  vErrors = [err206];
                } else {
                  vErrors.push(err206);
                }
                errors++;
              }
            }
          } else {
            const err207 = { instancePath: instancePath + "/spec/announce", schemaPath: "#/properties/spec/properties/announce/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err207];
            } else {
              vErrors.push(err207);
            }
            errors++;
          }
        }
      } else {
        const err208 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err208];
        } else {
          vErrors.push(err208);
        }
        errors++;
      }
    }
  } else {
    const err209 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err209];
    } else {
      vErrors.push(err209);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var validateAnnouncementPlan = validate11;
var schema12 = { "type": "object", "required": ["apiVersion", "kind", "metadata", "spec"], "additionalProperties": false, "properties": { "apiVersion": { "type": "string", "enum": ["bellwether.dev/v1alpha1"] }, "kind": { "type": "string", "enum": ["AnnouncementPlan"] }, "metadata": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" }, "namespace": { "type": "string" }, "labels": { "type": "object", "additionalProperties": { "type": "string" } }, "annotations": { "type": "object", "additionalProperties": { "type": "string" } }, "creationTimestamp": {}, "deletionGracePeriodSeconds": {}, "deletionTimestamp": {}, "finalizers": {}, "generateName": {}, "generation": {}, "managedFields": {}, "ownerReferences": {}, "resourceVersion": {}, "selfLink": {}, "uid": {} } }, "spec": { "type": "object", "required": ["segment", "revision", "digests", "nodes", "pools", "announcements"], "additionalProperties": false, "properties": { "segment": { "type": "string", "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" }, "revision": { "type": "string", "maxLength": 256 }, "digests": { "type": "object", "required": ["pools", "state"], "additionalProperties": false, "properties": { "pools": { "type": "string", "maxLength": 71, "pattern": "^sha256:[0-9a-f]{64}$" }, "state": { "type": "string", "maxLength": 71, "pattern": "^sha256:[0-9a-f]{64}$" } } }, "nodes": { "type": "array", "maxItems": 5e3, "items": { "type": "object", "required": ["name", "addresses"], "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 253, "pattern": "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$" }, "addresses": { "type": "array", "maxItems": 16, "items": { "type": "string", "minLength": 1, "maxLength": 45, "pattern": "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$" } } } } }, "pools": { "type": "array", "maxItems": 1024, "items": { "type": "object", "required": ["name", "failback", "failbackDelaySeconds", "probe", "conflictDetection"], "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 63 }, "interfaces": { "type": "array", "maxItems": 16, "items": { "type": "string", "minLength": 1, "maxLength": 15, "pattern": "^[^\\s/:]+$" } }, "failback": { "type": "string", "enum": ["never", "afterStable", "immediate"] }, "failbackDelaySeconds": { "minimum": 0, "maximum": 86400, "type": "integer" }, "probe": { "type": "object", "required": ["method", "intervalMilliseconds", "failureThreshold"], "additionalProperties": false, "properties": { "method": { "type": "string", "enum": ["auto", "echo", "arp"] }, "intervalMilliseconds": { "minimum": 10, "maximum": 6e4, "type": "integer" }, "failureThreshold": { "minimum": 1, "maximum": 100, "type": "integer" } } }, "conflictDetection": { "type": "string", "enum": ["off", "report", "hold"] } } } }, "announcements": { "type": "array", "maxItems": 16384, "items": { "type": "object", "required": ["address", "services", "pool", "candidates", "since"], "additionalProperties": false, "properties": { "address": { "type": "string", "minLength": 1, "maxLength": 45, "pattern": "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$" }, "services": { "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string", "minLength": 3, "maxLength": 127, "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" } }, "pool": { "type": "string", "minLength": 1, "maxLength": 63 }, "candidates": { "type": "array", "maxItems": 16, "items": { "minimum": 0, "maximum": 2147483647, "type": "integer" } }, "since": { "type": "string" }, "healthCheckNodePort": { "type": "integer", "minimum": 1, "maximum": 65535 } } } } } }, "status": {} }, "$id": "AnnouncementPlan" };
var pattern19 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
var pattern21 = new RegExp("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", "u");
var pattern22 = new RegExp("^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec" || key0 === "status")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data0 === "bellwether.dev/v1alpha1")) {
        const err6 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/enum", keyword: "enum", params: { allowedValues: schema12.properties.apiVersion.enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data1 === "AnnouncementPlan")) {
        const err8 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema12.properties.kind.enum } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err9 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!func2.call(schema12.properties.metadata.properties, key1)) {
            const err10 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (func3(data3) > 63) {
              const err11 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/maxLength", keyword: "maxLength", params: { limit: 63 } };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (func3(data3) < 1) {
              const err12 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (!pattern0.test(data3)) {
              const err13 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" } };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.namespace !== void 0) {
          if (typeof data2.namespace !== "string") {
            const err15 = { instancePath: instancePath + "/metadata/namespace", schemaPath: "#/properties/metadata/properties/namespace/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data2.labels !== void 0) {
          let data5 = data2.labels;
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            for (const key2 in data5) {
              if (typeof data5[key2] !== "string") {
                const err16 = { instancePath: instancePath + "/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/properties/metadata/properties/labels/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data2.annotations !== void 0) {
          let data7 = data2.annotations;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            for (const key3 in data7) {
              if (typeof data7[key3] !== "string") {
                const err18 = { instancePath: instancePath + "/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/annotations/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/metadata/annotations", schemaPath: "#/properties/metadata/properties/annotations/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data9 = data.spec;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.segment === void 0) {
          const err21 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "segment" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data9.revision === void 0) {
          const err22 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "revision" } };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data9.digests === void 0) {
          const err23 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "digests" } };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data9.nodes === void 0) {
          const err24 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "nodes" } };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data9.pools === void 0) {
          const err25 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "pools" } };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data9.announcements === void 0) {
          const err26 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "announcements" } };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        for (const key4 in data9) {
          if (!(key4 === "segment" || key4 === "revision" || key4 === "digests" || key4 === "nodes" || key4 === "pools" || key4 === "announcements")) {
            const err27 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data9.segment !== void 0) {
          let data10 = data9.segment;
          if (typeof data10 === "string") {
            if (func3(data10) > 63) {
              const err28 = { instancePath: instancePath + "/spec/segment", schemaPath: "#/properties/spec/properties/segment/maxLength", keyword: "maxLength", params: { limit: 63 } };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (func3(data10) < 1) {
              const err29 = { instancePath: instancePath + "/spec/segment", schemaPath: "#/properties/spec/properties/segment/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (!pattern4.test(data10)) {
              const err30 = { instancePath: instancePath + "/spec/segment", schemaPath: "#/properties/spec/properties/segment/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" } };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/spec/segment", schemaPath: "#/properties/spec/properties/segment/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data9.revision !== void 0) {
          let data11 = data9.revision;
          if (typeof data11 === "string") {
            if (func3(data11) > 256) {
              const err32 = { instancePath: instancePath + "/spec/revision", schemaPath: "#/properties/spec/properties/revision/maxLength", keyword: "maxLength", params: { limit: 256 } };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = { instancePath: instancePath + "/spec/revision", schemaPath: "#/properties/spec/properties/revision/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data9.digests !== void 0) {
          let data12 = data9.digests;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (data12.pools === void 0) {
              const err34 = { instancePath: instancePath + "/spec/digests", schemaPath: "#/properties/spec/properties/digests/required", keyword: "required", params: { missingProperty: "pools" } };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data12.state === void 0) {
              const err35 = { instancePath: instancePath + "/spec/digests", schemaPath: "#/properties/spec/properties/digests/required", keyword: "required", params: { missingProperty: "state" } };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            for (const key5 in data12) {
              if (!(key5 === "pools" || key5 === "state")) {
                const err36 = { instancePath: instancePath + "/spec/digests", schemaPath: "#/properties/spec/properties/digests/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data12.pools !== void 0) {
              let data13 = data12.pools;
              if (typeof data13 === "string") {
                if (func3(data13) > 71) {
                  const err37 = { instancePath: instancePath + "/spec/digests/pools", schemaPath: "#/properties/spec/properties/digests/properties/pools/maxLength", keyword: "maxLength", params: { limit: 71 } };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
                if (!pattern19.test(data13)) {
                  const err38 = { instancePath: instancePath + "/spec/digests/pools", schemaPath: "#/properties/spec/properties/digests/properties/pools/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" } };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              } else {
                const err39 = { instancePath: instancePath + "/spec/digests/pools", schemaPath: "#/properties/spec/properties/digests/properties/pools/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data12.state !== void 0) {
              let data14 = data12.state;
              if (typeof data14 === "string") {
                if (func3(data14) > 71) {
                  const err40 = { instancePath: instancePath + "/spec/digests/state", schemaPath: "#/properties/spec/properties/digests/properties/state/maxLength", keyword: "maxLength", params: { limit: 71 } };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
                if (!pattern19.test(data14)) {
                  const err41 = { instancePath: instancePath + "/spec/digests/state", schemaPath: "#/properties/spec/properties/digests/properties/state/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" } };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              } else {
                const err42 = { instancePath: instancePath + "/spec/digests/state", schemaPath: "#/properties/spec/properties/digests/properties/state/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
          } else {
            const err43 = { instancePath: instancePath + "/spec/digests", schemaPath: "#/properties/spec/properties/digests/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data9.nodes !== void 0) {
          let data15 = data9.nodes;
          if (Array.isArray(data15)) {
            if (data15.length > 5e3) {
              const err44 = { instancePath: instancePath + "/spec/nodes", schemaPath: "#/properties/spec/properties/nodes/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            const len0 = data15.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data16 = data15[i0];
              if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                if (data16.name === void 0) {
                  const err45 = { instancePath: instancePath + "/spec/nodes/" + i0, schemaPath: "#/properties/spec/properties/nodes/items/required", keyword: "required", params: { missingProperty: "name" } };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
                if (data16.addresses === void 0) {
                  const err46 = { instancePath: instancePath + "/spec/nodes/" + i0, schemaPath: "#/properties/spec/properties/nodes/items/required", keyword: "required", params: { missingProperty: "addresses" } };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                for (const key6 in data16) {
                  if (!(key6 === "name" || key6 === "addresses")) {
                    const err47 = { instancePath: instancePath + "/spec/nodes/" + i0, schemaPath: "#/properties/spec/properties/nodes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                }
                if (data16.name !== void 0) {
                  let data17 = data16.name;
                  if (typeof data17 === "string") {
                    if (func3(data17) > 253) {
                      const err48 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/nodes/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 253 } };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                    if (func3(data17) < 1) {
                      const err49 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/nodes/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err49];
                      } else {
                        vErrors.push(err49);
                      }
                      errors++;
                    }
                    if (!pattern21.test(data17)) {
                      const err50 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/nodes/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$" } };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/nodes/items/properties/name/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data16.addresses !== void 0) {
                  let data18 = data16.addresses;
                  if (Array.isArray(data18)) {
                    if (data18.length > 16) {
                      const err52 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses", schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/maxItems", keyword: "maxItems", params: { limit: 16 } };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                    const len1 = data18.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data19 = data18[i1];
                      if (typeof data19 === "string") {
                        if (func3(data19) > 45) {
                          const err53 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses/" + i1, schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/items/maxLength", keyword: "maxLength", params: { limit: 45 } };
                          if (vErrors === null) {
                            vErrors = [err53];
                          } else {
                            vErrors.push(err53);
                          }
                          errors++;
                        }
                        if (func3(data19) < 1) {
                          const err54 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses/" + i1, schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/items/minLength", keyword: "minLength", params: { limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err54];
                          } else {
                            vErrors.push(err54);
                          }
                          errors++;
                        }
                        if (!pattern22.test(data19)) {
                          const err55 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses/" + i1, schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/items/pattern", keyword: "pattern", params: { pattern: "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$" } };
                          if (vErrors === null) {
                            vErrors = [err55];
                          } else {
                            vErrors.push(err55);
                          }
                          errors++;
                        }
                      } else {
                        const err56 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses/" + i1, schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err57 = { instancePath: instancePath + "/spec/nodes/" + i0 + "/addresses", schemaPath: "#/properties/spec/properties/nodes/items/properties/addresses/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
              } else {
                const err58 = { instancePath: instancePath + "/spec/nodes/" + i0, schemaPath: "#/properties/spec/properties/nodes/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          } else {
            const err59 = { instancePath: instancePath + "/spec/nodes", schemaPath: "#/properties/spec/properties/nodes/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data9.pools !== void 0) {
          let data20 = data9.pools;
          if (Array.isArray(data20)) {
            if (data20.length > 1024) {
              const err60 = { instancePath: instancePath + "/spec/pools", schemaPath: "#/properties/spec/properties/pools/maxItems", keyword: "maxItems", params: { limit: 1024 } };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            const len2 = data20.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data21 = data20[i2];
              if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                if (data21.name === void 0) {
                  const err61 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/required", keyword: "required", params: { missingProperty: "name" } };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
                if (data21.failback === void 0) {
                  const err62 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/required", keyword: "required", params: { missingProperty: "failback" } };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
                if (data21.failbackDelaySeconds === void 0) {
                  const err63 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/required", keyword: "required", params: { missingProperty: "failbackDelaySeconds" } };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
                if (data21.probe === void 0) {
                  const err64 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/required", keyword: "required", params: { missingProperty: "probe" } };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
                if (data21.conflictDetection === void 0) {
                  const err65 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/required", keyword: "required", params: { missingProperty: "conflictDetection" } };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
                for (const key7 in data21) {
                  if (!(key7 === "name" || key7 === "interfaces" || key7 === "failback" || key7 === "failbackDelaySeconds" || key7 === "probe" || key7 === "conflictDetection")) {
                    const err66 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                }
                if (data21.name !== void 0) {
                  let data22 = data21.name;
                  if (typeof data22 === "string") {
                    if (func3(data22) > 63) {
                      const err67 = { instancePath: instancePath + "/spec/pools/" + i2 + "/name", schemaPath: "#/properties/spec/properties/pools/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 63 } };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                    if (func3(data22) < 1) {
                      const err68 = { instancePath: instancePath + "/spec/pools/" + i2 + "/name", schemaPath: "#/properties/spec/properties/pools/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err68];
                      } else {
                        vErrors.push(err68);
                      }
                      errors++;
                    }
                  } else {
                    const err69 = { instancePath: instancePath + "/spec/pools/" + i2 + "/name", schemaPath: "#/properties/spec/properties/pools/items/properties/name/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err69];
                    } else {
                      vErrors.push(err69);
                    }
                    errors++;
                  }
                }
                if (data21.interfaces !== void 0) {
                  let data23 = data21.interfaces;
                  if (Array.isArray(data23)) {
                    if (data23.length > 16) {
                      const err70 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces", schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/maxItems", keyword: "maxItems", params: { limit: 16 } };
                      if (vErrors === null) {
                        vErrors = [err70];
                      } else {
                        vErrors.push(err70);
                      }
                      errors++;
                    }
                    const len3 = data23.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data24 = data23[i3];
                      if (typeof data24 === "string") {
                        if (func3(data24) > 15) {
                          const err71 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces/" + i3, schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/items/maxLength", keyword: "maxLength", params: { limit: 15 } };
                          if (vErrors === null) {
                            vErrors = [err71];
                          } else {
                            vErrors.push(err71);
                          }
                          errors++;
                        }
                        if (func3(data24) < 1) {
                          const err72 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces/" + i3, schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/items/minLength", keyword: "minLength", params: { limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err72];
                          } else {
                            vErrors.push(err72);
                          }
                          errors++;
                        }
                        if (!pattern16.test(data24)) {
                          const err73 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces/" + i3, schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s/:]+$" } };
                          if (vErrors === null) {
                            vErrors = [err73];
                          } else {
                            vErrors.push(err73);
                          }
                          errors++;
                        }
                      } else {
                        const err74 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces/" + i3, schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err74];
                        } else {
                          vErrors.push(err74);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err75 = { instancePath: instancePath + "/spec/pools/" + i2 + "/interfaces", schemaPath: "#/properties/spec/properties/pools/items/properties/interfaces/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err75];
                    } else {
                      vErrors.push(err75);
                    }
                    errors++;
                  }
                }
                if (data21.failback !== void 0) {
                  let data25 = data21.failback;
                  if (typeof data25 !== "string") {
                    const err76 = { instancePath: instancePath + "/spec/pools/" + i2 + "/failback", schemaPath: "#/properties/spec/properties/pools/items/properties/failback/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err76];
                    } else {
                      vErrors.push(err76);
                    }
                    errors++;
                  }
                  if (!(data25 === "never" || data25 === "afterStable" || data25 === "immediate")) {
                    const err77 = { instancePath: instancePath + "/spec/pools/" + i2 + "/failback", schemaPath: "#/properties/spec/properties/pools/items/properties/failback/enum", keyword: "enum", params: { allowedValues: schema12.properties.spec.properties.pools.items.properties.failback.enum } };
                    if (vErrors === null) {
                      vErrors = [err77];
                    } else {
                      vErrors.push(err77);
                    }
                    errors++;
                  }
                }
                if (data21.failbackDelaySeconds !== void 0) {
                  let data26 = data21.failbackDelaySeconds;
                  if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                    const err78 = { instancePath: instancePath + "/spec/pools/" + i2 + "/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/type", keyword: "type", params: { type: "integer" } };
                    if (vErrors === null) {
                      vErrors = [err78];
                    } else {
                      vErrors.push(err78);
                    }
                    errors++;
                  }
                  if (typeof data26 == "number" && isFinite(data26)) {
                    if (data26 > 86400 || isNaN(data26)) {
                      const err79 = { instancePath: instancePath + "/spec/pools/" + i2 + "/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 } };
                      if (vErrors === null) {
                        vErrors = [err79];
                      } else {
                        vErrors.push(err79);
                      }
                      errors++;
                    }
                    if (data26 < 0 || isNaN(data26)) {
                      const err80 = { instancePath: instancePath + "/spec/pools/" + i2 + "/failbackDelaySeconds", schemaPath: "#/properties/spec/properties/pools/items/properties/failbackDelaySeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                      if (vErrors === null) {
                        vErrors = [err80];
                      } else {
                        vErrors.push(err80);
                      }
                      errors++;
                    }
                  }
                }
                if (data21.probe !== void 0) {
                  let data27 = data21.probe;
                  if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                    if (data27.method === void 0) {
                      const err81 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/required", keyword: "required", params: { missingProperty: "method" } };
                      if (vErrors === null) {
                        vErrors = [err81];
                      } else {
                        vErrors.push(err81);
                      }
                      errors++;
                    }
                    if (data27.intervalMilliseconds === void 0) {
                      const err82 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/required", keyword: "required", params: { missingProperty: "intervalMilliseconds" } };
                      if (vErrors === null) {
                        vErrors = [err82];
                      } else {
                        vErrors.push(err82);
                      }
                      errors++;
                    }
                    if (data27.failureThreshold === void 0) {
                      const err83 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/required", keyword: "required", params: { missingProperty: "failureThreshold" } };
                      if (vErrors === null) {
                        vErrors = [err83];
                      } else {
                        vErrors.push(err83);
                      }
                      errors++;
                    }
                    for (const key8 in data27) {
                      if (!(key8 === "method" || key8 === "intervalMilliseconds" || key8 === "failureThreshold")) {
                        const err84 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                        if (vErrors === null) {
                          vErrors = [err84];
                        } else {
                          vErrors.push(err84);
                        }
                        errors++;
                      }
                    }
                    if (data27.method !== void 0) {
                      let data28 = data27.method;
                      if (typeof data28 !== "string") {
                        const err85 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/method", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/method/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err85];
                        } else {
                          vErrors.push(err85);
                        }
                        errors++;
                      }
                      if (!(data28 === "auto" || data28 === "echo" || data28 === "arp")) {
                        const err86 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/method", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/method/enum", keyword: "enum", params: { allowedValues: schema12.properties.spec.properties.pools.items.properties.probe.properties.method.enum } };
                        if (vErrors === null) {
                          vErrors = [err86];
                        } else {
                          vErrors.push(err86);
                        }
                        errors++;
                      }
                    }
                    if (data27.intervalMilliseconds !== void 0) {
                      let data29 = data27.intervalMilliseconds;
                      if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
                        const err87 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err87];
                        } else {
                          vErrors.push(err87);
                        }
                        errors++;
                      }
                      if (typeof data29 == "number" && isFinite(data29)) {
                        if (data29 > 6e4 || isNaN(data29)) {
                          const err88 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 } };
                          if (vErrors === null) {
                            vErrors = [err88];
                          } else {
                            vErrors.push(err88);
                          }
                          errors++;
                        }
                        if (data29 < 10 || isNaN(data29)) {
                          const err89 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/intervalMilliseconds", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/intervalMilliseconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 10 } };
                          if (vErrors === null) {
                            vErrors = [err89];
                          } else {
                            vErrors.push(err89);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data27.failureThreshold !== void 0) {
                      let data30 = data27.failureThreshold;
                      if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                        const err90 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/failureThreshold", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err90];
                        } else {
                          vErrors.push(err90);
                        }
                        errors++;
                      }
                      if (typeof data30 == "number" && isFinite(data30)) {
                        if (data30 > 100 || isNaN(data30)) {
                          const err91 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/failureThreshold", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                          if (vErrors === null) {
                            vErrors = [err91];
                          } else {
                            vErrors.push(err91);
                          }
                          errors++;
                        }
                        if (data30 < 1 || isNaN(data30)) {
                          const err92 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe/failureThreshold", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/properties/failureThreshold/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err92];
                          } else {
                            vErrors.push(err92);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err93 = { instancePath: instancePath + "/spec/pools/" + i2 + "/probe", schemaPath: "#/properties/spec/properties/pools/items/properties/probe/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err93];
                    } else {
                      vErrors.push(err93);
                    }
                    errors++;
                  }
                }
                if (data21.conflictDetection !== void 0) {
                  let data31 = data21.conflictDetection;
                  if (typeof data31 !== "string") {
                    const err94 = { instancePath: instancePath + "/spec/pools/" + i2 + "/conflictDetection", schemaPath: "#/properties/spec/properties/pools/items/properties/conflictDetection/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err94];
                    } else {
                      vErrors.push(err94);
                    }
                    errors++;
                  }
                  if (!(data31 === "off" || data31 === "report" || data31 === "hold")) {
                    const err95 = { instancePath: instancePath + "/spec/pools/" + i2 + "/conflictDetection", schemaPath: "#/properties/spec/properties/pools/items/properties/conflictDetection/enum", keyword: "enum", params: { allowedValues: schema12.properties.spec.properties.pools.items.properties.conflictDetection.enum } };
                    if (vErrors === null) {
                      vErrors = [err95];
                    } else {
                      vErrors.push(err95);
                    }
                    errors++;
                  }
                }
              } else {
                const err96 = { instancePath: instancePath + "/spec/pools/" + i2, schemaPath: "#/properties/spec/properties/pools/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
            }
          } else {
            const err97 = { instancePath: instancePath + "/spec/pools", schemaPath: "#/properties/spec/properties/pools/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err97];
            } else {
              vErrors.push(err97);
            }
            errors++;
          }
        }
        if (data9.announcements !== void 0) {
          let data32 = data9.announcements;
          if (Array.isArray(data32)) {
            if (data32.length > 16384) {
              const err98 = { instancePath: instancePath + "/spec/announcements", schemaPath: "#/properties/spec/properties/announcements/maxItems", keyword: "maxItems", params: { limit: 16384 } };
              if (vErrors === null) {
                vErrors = [err98];
              } else {
                vErrors.push(err98);
              }
              errors++;
            }
            const len4 = data32.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data33 = data32[i4];
              if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                if (data33.address === void 0) {
                  const err99 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/required", keyword: "required", params: { missingProperty: "address" } };
                  if (vErrors === null) {
                    vErrors = [err99];
                  } else {
                    vErrors.push(err99);
                  }
                  errors++;
                }
                if (data33.services === void 0) {
                  const err100 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/required", keyword: "required", params: { missingProperty: "services" } };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
                if (data33.pool === void 0) {
                  const err101 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/required", keyword: "required", params: { missingProperty: "pool" } };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
                if (data33.candidates === void 0) {
                  const err102 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/required", keyword: "required", params: { missingProperty: "candidates" } };
                  if (vErrors === null) {
                    vErrors = [err102];
                  } else {
                    vErrors.push(err102);
                  }
                  errors++;
                }
                if (data33.since === void 0) {
                  const err103 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/required", keyword: "required", params: { missingProperty: "since" } };
                  if (vErrors === null) {
                    vErrors = [err103];
                  } else {
                    vErrors.push(err103);
                  }
                  errors++;
                }
                for (const key9 in data33) {
                  if (!(key9 === "address" || key9 === "services" || key9 === "pool" || key9 === "candidates" || key9 === "since" || key9 === "healthCheckNodePort")) {
                    const err104 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                    if (vErrors === null) {
                      vErrors = [err104];
                    } else {
                      vErrors.push(err104);
                    }
                    errors++;
                  }
                }
                if (data33.address !== void 0) {
                  let data34 = data33.address;
                  if (typeof data34 === "string") {
                    if (func3(data34) > 45) {
                      const err105 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/address", schemaPath: "#/properties/spec/properties/announcements/items/properties/address/maxLength", keyword: "maxLength", params: { limit: 45 } };
                      if (vErrors === null) {
                        vErrors = [err105];
                      } else {
                        vErrors.push(err105);
                      }
                      errors++;
                    }
                    if (func3(data34) < 1) {
                      const err106 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/address", schemaPath: "#/properties/spec/properties/announcements/items/properties/address/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err106];
                      } else {
                        vErrors.push(err106);
                      }
                      errors++;
                    }
                    if (!pattern22.test(data34)) {
                      const err107 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/address", schemaPath: "#/properties/spec/properties/announcements/items/properties/address/pattern", keyword: "pattern", params: { pattern: "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$" } };
                      if (vErrors === null) {
                        vErrors = [err107];
                      } else {
                        vErrors.push(err107);
                      }
                      errors++;
                    }
                  } else {
                    const err108 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/address", schemaPath: "#/properties/spec/properties/announcements/items/properties/address/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err108];
                    } else {
                      vErrors.push(err108);
                    }
                    errors++;
                  }
                }
                if (data33.services !== void 0) {
                  let data35 = data33.services;
                  if (Array.isArray(data35)) {
                    if (data35.length > 256) {
                      const err109 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services", schemaPath: "#/properties/spec/properties/announcements/items/properties/services/maxItems", keyword: "maxItems", params: { limit: 256 } };
                      if (vErrors === null) {
                        vErrors = [err109];
                      } else {
                        vErrors.push(err109);
                      }
                      errors++;
                    }
                    if (data35.length < 1) {
                      const err110 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services", schemaPath: "#/properties/spec/properties/announcements/items/properties/services/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err110];
                      } else {
                        vErrors.push(err110);
                      }
                      errors++;
                    }
                    const len5 = data35.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data36 = data35[i5];
                      if (typeof data36 === "string") {
                        if (func3(data36) > 127) {
                          const err111 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services/" + i5, schemaPath: "#/properties/spec/properties/announcements/items/properties/services/items/maxLength", keyword: "maxLength", params: { limit: 127 } };
                          if (vErrors === null) {
                            vErrors = [err111];
                          } else {
                            vErrors.push(err111);
                          }
                          errors++;
                        }
                        if (func3(data36) < 3) {
                          const err112 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services/" + i5, schemaPath: "#/properties/spec/properties/announcements/items/properties/services/items/minLength", keyword: "minLength", params: { limit: 3 } };
                          if (vErrors === null) {
                            vErrors = [err112];
                          } else {
                            vErrors.push(err112);
                          }
                          errors++;
                        }
                        if (!pattern8.test(data36)) {
                          const err113 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services/" + i5, schemaPath: "#/properties/spec/properties/announcements/items/properties/services/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" } };
                          if (vErrors === null) {
                            vErrors = [err113];
                          } else {
                            vErrors.push(err113);
                          }
                          errors++;
                        }
                      } else {
                        const err114 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services/" + i5, schemaPath: "#/properties/spec/properties/announcements/items/properties/services/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err114];
                        } else {
                          vErrors.push(err114);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err115 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/services", schemaPath: "#/properties/spec/properties/announcements/items/properties/services/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err115];
                    } else {
                      vErrors.push(err115);
                    }
                    errors++;
                  }
                }
                if (data33.pool !== void 0) {
                  let data37 = data33.pool;
                  if (typeof data37 === "string") {
                    if (func3(data37) > 63) {
                      const err116 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/pool", schemaPath: "#/properties/spec/properties/announcements/items/properties/pool/maxLength", keyword: "maxLength", params: { limit: 63 } };
                      if (vErrors === null) {
                        vErrors = [err116];
                      } else {
                        vErrors.push(err116);
                      }
                      errors++;
                    }
                    if (func3(data37) < 1) {
                      const err117 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/pool", schemaPath: "#/properties/spec/properties/announcements/items/properties/pool/minLength", keyword: "minLength", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err117];
                      } else {
                        vErrors.push(err117);
                      }
                      errors++;
                    }
                  } else {
                    const err118 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/pool", schemaPath: "#/properties/spec/properties/announcements/items/properties/pool/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err118];
                    } else {
                      vErrors.push(err118);
                    }
                    errors++;
                  }
                }
                if (data33.candidates !== void 0) {
                  let data38 = data33.candidates;
                  if (Array.isArray(data38)) {
                    if (data38.length > 16) {
                      const err119 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/candidates", schemaPath: "#/properties/spec/properties/announcements/items/properties/candidates/maxItems", keyword: "maxItems", params: { limit: 16 } };
                      if (vErrors === null) {
                        vErrors = [err119];
                      } else {
                        vErrors.push(err119);
                      }
                      errors++;
                    }
                    const len6 = data38.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data39 = data38[i6];
                      if (!(typeof data39 == "number" && (!(data39 % 1) && !isNaN(data39)) && isFinite(data39))) {
                        const err120 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/candidates/" + i6, schemaPath: "#/properties/spec/properties/announcements/items/properties/candidates/items/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err120];
                        } else {
                          vErrors.push(err120);
                        }
                        errors++;
                      }
                      if (typeof data39 == "number" && isFinite(data39)) {
                        if (data39 > 2147483647 || isNaN(data39)) {
                          const err121 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/candidates/" + i6, schemaPath: "#/properties/spec/properties/announcements/items/properties/candidates/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err121];
                          } else {
                            vErrors.push(err121);
                          }
                          errors++;
                        }
                        if (data39 < 0 || isNaN(data39)) {
                          const err122 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/candidates/" + i6, schemaPath: "#/properties/spec/properties/announcements/items/properties/candidates/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                          if (vErrors === null) {
                            vErrors = [err122];
                          } else {
                            vErrors.push(err122);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err123 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/candidates", schemaPath: "#/properties/spec/properties/announcements/items/properties/candidates/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err123];
                    } else {
                      vErrors.push(err123);
                    }
                    errors++;
                  }
                }
                if (data33.since !== void 0) {
                  if (typeof data33.since !== "string") {
                    const err124 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/since", schemaPath: "#/properties/spec/properties/announcements/items/properties/since/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err124];
                    } else {
                      vErrors.push(err124);
                    }
                    errors++;
                  }
                }
                if (data33.healthCheckNodePort !== void 0) {
                  let data41 = data33.healthCheckNodePort;
                  if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41))) {
                    const err125 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/healthCheckNodePort", schemaPath: "#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/type", keyword: "type", params: { type: "integer" } };
                    if (vErrors === null) {
                      vErrors = [err125];
                    } else {
                      vErrors.push(err125);
                    }
                    errors++;
                  }
                  if (typeof data41 == "number" && isFinite(data41)) {
                    if (data41 > 65535 || isNaN(data41)) {
                      const err126 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/healthCheckNodePort", schemaPath: "#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 } };
                      if (vErrors === null) {
                        vErrors = [err126];
                      } else {
                        vErrors.push(err126);
                      }
                      errors++;
                    }
                    if (data41 < 1 || isNaN(data41)) {
                      const err127 = { instancePath: instancePath + "/spec/announcements/" + i4 + "/healthCheckNodePort", schemaPath: "#/properties/spec/properties/announcements/items/properties/healthCheckNodePort/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err127];
                      } else {
                        vErrors.push(err127);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err128 = { instancePath: instancePath + "/spec/announcements/" + i4, schemaPath: "#/properties/spec/properties/announcements/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err128];
                } else {
                  vErrors.push(err128);
                }
                errors++;
              }
            }
          } else {
            const err129 = { instancePath: instancePath + "/spec/announcements", schemaPath: "#/properties/spec/properties/announcements/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err129];
            } else {
              vErrors.push(err129);
            }
            errors++;
          }
        }
      } else {
        const err130 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err130];
        } else {
          vErrors.push(err130);
        }
        errors++;
      }
    }
  } else {
    const err131 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err131];
    } else {
      vErrors.push(err131);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
export {
  validateAddressPool,
  validateAnnouncementPlan
};

export const schemaOfAddressPool = {
 "type": "object",
 "required": [
  "apiVersion",
  "kind",
  "metadata",
  "spec"
 ],
 "additionalProperties": false,
 "properties": {
  "apiVersion": {
   "type": "string",
   "enum": [
    "bellwether.dev/v1alpha1"
   ]
  },
  "kind": {
   "type": "string",
   "enum": [
    "AddressPool"
   ]
  },
  "metadata": {
   "type": "object",
   "required": [
    "name"
   ],
   "additionalProperties": false,
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 63,
     "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
     "example": "office"
    },
    "namespace": {
     "type": "string"
    },
    "labels": {
     "type": "object",
     "additionalProperties": {
      "type": "string"
     },
     "example": {
      "team": "web"
     }
    },
    "annotations": {
     "type": "object",
     "additionalProperties": {
      "type": "string"
     },
     "example": {
      "bellwether.dev/allow-release": "*"
     }
    },
    "creationTimestamp": {},
    "deletionGracePeriodSeconds": {},
    "deletionTimestamp": {},
    "finalizers": {},
    "generateName": {},
    "generation": {},
    "managedFields": {},
    "ownerReferences": {},
    "resourceVersion": {},
    "selfLink": {},
    "uid": {}
   }
  },
  "spec": {
   "type": "object",
   "required": [
    "addresses"
   ],
   "additionalProperties": false,
   "properties": {
    "addresses": {
     "type": "array",
     "minItems": 1,
     "maxItems": 256,
     "example": [
      "192.0.2.0/28"
     ],
     "uniqueItems": true,
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 96
     }
    },
    "exclude": {
     "type": "array",
     "maxItems": 1024,
     "example": [
      "192.0.2.1"
     ],
     "uniqueItems": true,
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 96
     }
    },
    "avoidBuggyIPs": {
     "type": "boolean"
    },
    "autoAssign": {
     "type": "boolean"
    },
    "priority": {
     "minimum": 0,
     "maximum": 2147483647,
     "type": "integer",
     "example": 100
    },
    "serviceSelector": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "matchLabels": {
       "type": "object",
       "maxProperties": 32,
       "example": {
        "zone": "a"
       },
       "additionalProperties": {
        "type": "string",
        "maxLength": 63,
        "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
       }
      },
      "matchExpressions": {
       "type": "array",
       "maxItems": 32,
       "items": {
        "type": "object",
        "required": [
         "key",
         "operator"
        ],
        "additionalProperties": false,
        "properties": {
         "key": {
          "type": "string",
          "minLength": 1,
          "maxLength": 317,
          "example": "zone",
          "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"
         },
         "operator": {
          "type": "string",
          "enum": [
           "In",
           "NotIn",
           "Exists",
           "DoesNotExist"
          ]
         },
         "values": {
          "type": "array",
          "maxItems": 64,
          "example": [
           "a",
           "b"
          ],
          "items": {
           "type": "string",
           "maxLength": 63,
           "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
          }
         }
        }
       }
      }
     }
    },
    "namespaces": {
     "type": "array",
     "minItems": 1,
     "maxItems": 256,
     "example": [
      "web"
     ],
     "uniqueItems": true,
     "items": {
      "type": "string",
      "minLength": 1,
      "maxLength": 63,
      "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
     }
    },
    "namespaceSelector": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "matchLabels": {
       "type": "object",
       "maxProperties": 32,
       "example": {
        "zone": "a"
       },
       "additionalProperties": {
        "type": "string",
        "maxLength": 63,
        "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
       }
      },
      "matchExpressions": {
       "type": "array",
       "maxItems": 32,
       "items": {
        "type": "object",
        "required": [
         "key",
         "operator"
        ],
        "additionalProperties": false,
        "properties": {
         "key": {
          "type": "string",
          "minLength": 1,
          "maxLength": 317,
          "example": "zone",
          "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"
         },
         "operator": {
          "type": "string",
          "enum": [
           "In",
           "NotIn",
           "Exists",
           "DoesNotExist"
          ]
         },
         "values": {
          "type": "array",
          "maxItems": 64,
          "example": [
           "a",
           "b"
          ],
          "items": {
           "type": "string",
           "maxLength": 63,
           "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
          }
         }
        }
       }
      }
     }
    },
    "sharing": {
     "type": "string",
     "enum": [
      "none",
      "withinNamespace",
      "acrossNamespaces"
     ]
    },
    "reservations": {
     "type": "array",
     "maxItems": 1024,
     "example": [
      {
       "address": "192.0.2.10",
       "service": "web/shop"
      }
     ],
     "items": {
      "type": "object",
      "required": [
       "address",
       "service"
      ],
      "additionalProperties": false,
      "properties": {
       "address": {
        "type": "string",
        "minLength": 1,
        "maxLength": 45,
        "example": "192.0.2.10"
       },
       "service": {
        "type": "string",
        "minLength": 3,
        "maxLength": 127,
        "example": "web/shop",
        "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"
       }
      }
     }
    },
    "suspend": {
     "type": "boolean"
    },
    "announce": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "segment": {
       "type": "string",
       "minLength": 1,
       "maxLength": 63,
       "example": "office",
       "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
      },
      "nodeSelector": {
       "type": "object",
       "additionalProperties": false,
       "properties": {
        "matchLabels": {
         "type": "object",
         "maxProperties": 32,
         "example": {
          "zone": "a"
         },
         "additionalProperties": {
          "type": "string",
          "maxLength": 63,
          "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
         }
        },
        "matchExpressions": {
         "type": "array",
         "maxItems": 32,
         "items": {
          "type": "object",
          "required": [
           "key",
           "operator"
          ],
          "additionalProperties": false,
          "properties": {
           "key": {
            "type": "string",
            "minLength": 1,
            "maxLength": 317,
            "example": "zone",
            "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"
           },
           "operator": {
            "type": "string",
            "enum": [
             "In",
             "NotIn",
             "Exists",
             "DoesNotExist"
            ]
           },
           "values": {
            "type": "array",
            "maxItems": 64,
            "example": [
             "a",
             "b"
            ],
            "items": {
             "type": "string",
             "maxLength": 63,
             "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
            }
           }
          }
         }
        }
       }
      },
      "nodeNetworks": {
       "type": "array",
       "minItems": 1,
       "maxItems": 64,
       "example": [
        "192.0.2.0/24"
       ],
       "uniqueItems": true,
       "items": {
        "type": "string",
        "minLength": 1,
        "maxLength": 49
       }
      },
      "preferredNodes": {
       "type": "array",
       "maxItems": 32,
       "items": {
        "type": "object",
        "required": [
         "weight",
         "selector"
        ],
        "additionalProperties": false,
        "properties": {
         "weight": {
          "minimum": 1,
          "maximum": 100,
          "type": "integer",
          "example": 50
         },
         "selector": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
           "matchLabels": {
            "type": "object",
            "maxProperties": 32,
            "example": {
             "zone": "a"
            },
            "additionalProperties": {
             "type": "string",
             "maxLength": 63,
             "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
            }
           },
           "matchExpressions": {
            "type": "array",
            "maxItems": 32,
            "items": {
             "type": "object",
             "required": [
              "key",
              "operator"
             ],
             "additionalProperties": false,
             "properties": {
              "key": {
               "type": "string",
               "minLength": 1,
               "maxLength": 317,
               "example": "zone",
               "pattern": "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"
              },
              "operator": {
               "type": "string",
               "enum": [
                "In",
                "NotIn",
                "Exists",
                "DoesNotExist"
               ]
              },
              "values": {
               "type": "array",
               "maxItems": 64,
               "example": [
                "a",
                "b"
               ],
               "items": {
                "type": "string",
                "maxLength": 63,
                "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
               }
              }
             }
            }
           }
          }
         }
        }
       }
      },
      "interfaces": {
       "type": "array",
       "minItems": 1,
       "maxItems": 16,
       "example": [
        "eth0"
       ],
       "uniqueItems": true,
       "items": {
        "type": "string",
        "minLength": 1,
        "maxLength": 15,
        "pattern": "^[^\\s/:]+$"
       }
      },
      "failback": {
       "type": "string",
       "enum": [
        "never",
        "afterStable",
        "immediate"
       ]
      },
      "failbackDelaySeconds": {
       "minimum": 0,
       "maximum": 86400,
       "type": "integer",
       "example": 60
      },
      "probe": {
       "type": "object",
       "additionalProperties": false,
       "properties": {
        "method": {
         "type": "string",
         "enum": [
          "auto",
          "echo",
          "arp"
         ]
        },
        "intervalMilliseconds": {
         "minimum": 10,
         "maximum": 60000,
         "type": "integer",
         "example": 100
        },
        "failureThreshold": {
         "minimum": 1,
         "maximum": 100,
         "type": "integer",
         "example": 5
        }
       }
      },
      "conflictDetection": {
       "type": "string",
       "enum": [
        "off",
        "report",
        "hold"
       ]
      }
     }
    }
   }
  },
  "status": {}
 },
 "$id": "AddressPool"
}

export const schemaOfAnnouncementPlan = {
 "type": "object",
 "required": [
  "apiVersion",
  "kind",
  "metadata",
  "spec"
 ],
 "additionalProperties": false,
 "properties": {
  "apiVersion": {
   "type": "string",
   "enum": [
    "bellwether.dev/v1alpha1"
   ]
  },
  "kind": {
   "type": "string",
   "enum": [
    "AnnouncementPlan"
   ]
  },
  "metadata": {
   "type": "object",
   "required": [
    "name"
   ],
   "additionalProperties": false,
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "maxLength": 63,
     "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
     "example": "office"
    },
    "namespace": {
     "type": "string"
    },
    "labels": {
     "type": "object",
     "additionalProperties": {
      "type": "string"
     },
     "example": {
      "team": "web"
     }
    },
    "annotations": {
     "type": "object",
     "additionalProperties": {
      "type": "string"
     },
     "example": {
      "bellwether.dev/allow-release": "*"
     }
    },
    "creationTimestamp": {},
    "deletionGracePeriodSeconds": {},
    "deletionTimestamp": {},
    "finalizers": {},
    "generateName": {},
    "generation": {},
    "managedFields": {},
    "ownerReferences": {},
    "resourceVersion": {},
    "selfLink": {},
    "uid": {}
   }
  },
  "spec": {
   "type": "object",
   "required": [
    "segment",
    "revision",
    "digests",
    "nodes",
    "pools",
    "announcements"
   ],
   "additionalProperties": false,
   "properties": {
    "segment": {
     "type": "string",
     "minLength": 1,
     "maxLength": 63,
     "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
    },
    "revision": {
     "type": "string",
     "maxLength": 256
    },
    "digests": {
     "type": "object",
     "required": [
      "pools",
      "state"
     ],
     "additionalProperties": false,
     "properties": {
      "pools": {
       "type": "string",
       "maxLength": 71,
       "pattern": "^sha256:[0-9a-f]{64}$"
      },
      "state": {
       "type": "string",
       "maxLength": 71,
       "pattern": "^sha256:[0-9a-f]{64}$"
      }
     }
    },
    "nodes": {
     "type": "array",
     "maxItems": 5000,
     "items": {
      "type": "object",
      "required": [
       "name",
       "addresses"
      ],
      "additionalProperties": false,
      "properties": {
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 253,
        "pattern": "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"
       },
       "addresses": {
        "type": "array",
        "maxItems": 16,
        "items": {
         "type": "string",
         "minLength": 1,
         "maxLength": 45,
         "pattern": "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$"
        }
       }
      }
     }
    },
    "pools": {
     "type": "array",
     "maxItems": 1024,
     "items": {
      "type": "object",
      "required": [
       "name",
       "failback",
       "failbackDelaySeconds",
       "probe",
       "conflictDetection"
      ],
      "additionalProperties": false,
      "properties": {
       "name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 63
       },
       "interfaces": {
        "type": "array",
        "maxItems": 16,
        "items": {
         "type": "string",
         "minLength": 1,
         "maxLength": 15,
         "pattern": "^[^\\s/:]+$"
        }
       },
       "failback": {
        "type": "string",
        "enum": [
         "never",
         "afterStable",
         "immediate"
        ]
       },
       "failbackDelaySeconds": {
        "minimum": 0,
        "maximum": 86400,
        "type": "integer"
       },
       "probe": {
        "type": "object",
        "required": [
         "method",
         "intervalMilliseconds",
         "failureThreshold"
        ],
        "additionalProperties": false,
        "properties": {
         "method": {
          "type": "string",
          "enum": [
           "auto",
           "echo",
           "arp"
          ]
         },
         "intervalMilliseconds": {
          "minimum": 10,
          "maximum": 60000,
          "type": "integer"
         },
         "failureThreshold": {
          "minimum": 1,
          "maximum": 100,
          "type": "integer"
         }
        }
       },
       "conflictDetection": {
        "type": "string",
        "enum": [
         "off",
         "report",
         "hold"
        ]
       }
      }
     }
    },
    "announcements": {
     "type": "array",
     "maxItems": 16384,
     "items": {
      "type": "object",
      "required": [
       "address",
       "services",
       "pool",
       "candidates",
       "since"
      ],
      "additionalProperties": false,
      "properties": {
       "address": {
        "type": "string",
        "minLength": 1,
        "maxLength": 45,
        "pattern": "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$"
       },
       "services": {
        "type": "array",
        "minItems": 1,
        "maxItems": 256,
        "items": {
         "type": "string",
         "minLength": 3,
         "maxLength": 127,
         "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"
        }
       },
       "pool": {
        "type": "string",
        "minLength": 1,
        "maxLength": 63
       },
       "candidates": {
        "type": "array",
        "maxItems": 16,
        "items": {
         "minimum": 0,
         "maximum": 2147483647,
         "type": "integer"
        }
       },
       "since": {
        "type": "string"
       },
       "healthCheckNodePort": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535
       }
      }
     }
    }
   }
  },
  "status": {}
 },
 "$id": "AnnouncementPlan"
}
