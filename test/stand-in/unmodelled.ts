/** Names that JavaScript, Node and test tools ask any object for, and that mean nothing when they are absent. */
const harmless = new Set(['then', 'toJSON', 'constructor', 'domain', 'nodeType', 'asymmetricMatch', 'inspect'])

const isHarmless = (key: PropertyKey): boolean =>
  typeof key === 'symbol' || harmless.has(String(key)) || String(key).startsWith('_')

/** The error for a part of Electron that the stand-in does not have. */
export const unmodelledError = (name: string): Error =>
  new Error(`The stand-in does not model ${name}: see test/stand-in/README.md.`)

const refuse = (owner: string) => (target: object, key: PropertyKey, receiver: unknown) => {
  if (Reflect.has(target, key)) return Reflect.get(target, key, receiver) as unknown
  if (isHarmless(key)) return undefined
  throw unmodelledError(`${owner}.${String(key)}`)
}

/** The same object, except that reading what it does not have throws instead of giving undefined. */
export const onlyModelled = <T extends object>(owner: string, modelled: T): T =>
  new Proxy<T>(modelled, { get: refuse(owner) })

/** Makes reading an unknown property throw, for every instance of a class and for the class itself. */
export const onlyModelledClass = <T extends { prototype: object }>(owner: string, modelled: T): T => {
  const base = Object.getPrototypeOf(modelled.prototype) as object
  Object.setPrototypeOf(modelled.prototype, new Proxy(base, { get: refuse(owner) }))
  return onlyModelled(owner, modelled)
}

/** A whole module of Electron that the stand-in does not have: every use of it throws. */
export const unmodelledModule = (name: string): never =>
  new Proxy(function unmodelled() {}, {
    get: (_target, key) => {
      if (isHarmless(key)) return undefined
      throw unmodelledError(`${name}.${String(key)}`)
    },
    apply: () => {
      throw unmodelledError(name)
    },
    construct: () => {
      throw unmodelledError(name)
    },
  }) as never
