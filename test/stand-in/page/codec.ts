/**
 * Turns values into text and back with the meaning of a structured clone. It runs in Node and, as source text, in the
 * page's isolated world: it may use nothing from outside itself.
 *
 * Most messages are plain data, which JSON carries unharmed ('j'); what JSON would change is tagged ('t').
 */
export const createCodec = () => {
  type Tagged = { readonly $: string; readonly v?: unknown; readonly t?: string }
  const uncloneable = (value: unknown): Error => {
    const error = new Error(`${String(value).slice(0, 80)} could not be cloned.`)
    error.name = 'DataCloneError'
    return error
  }

  const isPlainObject = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value)
    return prototype === Object.prototype || prototype === null
  }

  const isPlain = (value: unknown): boolean => {
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
    if (typeof value !== 'object') return false
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) if (!isPlain(value[index])) return false
      return true
    }
    if (!isPlainObject(value) || 'toJSON' in value) return false
    for (const key in value) if (!isPlain((value as Record<string, unknown>)[key])) return false
    return true
  }

  const toBase64 = (bytes: Uint8Array): string => {
    if (typeof Buffer !== 'undefined') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    let binary = ''
    for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(binary)
  }

  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    typeof Buffer === 'undefined'
      ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      : new Uint8Array(Buffer.from(text, 'base64'))

  const viewName = (view: ArrayBufferView): string => {
    const name = view.constructor.name
    return name === 'Buffer' ? 'Uint8Array' : name
  }

  const encodeObject = (value: object): unknown => {
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, entry]) => [encode(key), encode(entry)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) }
    if (value instanceof RegExp) return { $: 'regexp', v: value.source, t: value.flags }
    if (value instanceof Error) return { $: 'error', v: { name: value.name, message: value.message, stack: value.stack } }
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      return { $: 'view', t: viewName(value), v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw uncloneable(value)
    const entries = Object.entries(value).map(([key, entry]) => [key, encode(entry)] as const)
    return '$' in value ? { $: 'object', v: entries } : Object.fromEntries(entries)
  }

  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (Object.is(value, -0)) return { $: 'number', v: '-0' }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'function' || typeof value === 'symbol') throw uncloneable(value)
    if (value === null || typeof value !== 'object') return value
    return Array.isArray(value) ? value.map(encode) : encodeObject(value)
  }

  const decodeError = (fields: { name: string; message: string; stack?: string }): Error => {
    const error = new Error(fields.message)
    error.name = fields.name
    if (fields.stack !== undefined) error.stack = fields.stack
    return error
  }

  const decodeView = (type: string, text: string): unknown => {
    const bytes = fromBase64(text)
    if (type === 'DataView') return new DataView(bytes.buffer)
    const View = (globalThis as unknown as Record<string, Uint8ArrayConstructor>)[type]
    if (!View) throw uncloneable(type)
    return new View(bytes.buffer, 0, bytes.byteLength / View.BYTES_PER_ELEMENT)
  }

  const decoders: Record<string, (tagged: Tagged) => unknown> = {
    undefined: () => undefined,
    number: (tagged) => Number(tagged.v),
    bigint: (tagged) => BigInt(tagged.v as string),
    date: (tagged) => new Date((tagged.v as number | null) ?? NaN),
    regexp: (tagged) => new RegExp(tagged.v as string, tagged.t),
    map: (tagged) => new Map((tagged.v as [unknown, unknown][]).map(([key, entry]) => [decode(key), decode(entry)])),
    set: (tagged) => new Set((tagged.v as unknown[]).map(decode)),
    error: (tagged) => decodeError(tagged.v as { name: string; message: string }),
    buffer: (tagged) => fromBase64(tagged.v as string).buffer,
    view: (tagged) => decodeView(tagged.t ?? '', tagged.v as string),
    object: (tagged) => Object.fromEntries((tagged.v as [string, unknown][]).map(([key, entry]) => [key, decode(entry)])),
  }

  const decode = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    if ('$' in value) return decoders[(value as Tagged).$]?.(value as Tagged)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry)]))
  }

  return {
    pack: (value: unknown): string => (isPlain(value) ? `j${JSON.stringify(value)}` : `t${JSON.stringify(encode(value))}`),
    unpack: (text: string): unknown => {
      const value: unknown = JSON.parse(text.slice(1))
      return text.startsWith('j') ? value : decode(value)
    },
  }
}

export type Codec = ReturnType<typeof createCodec>
