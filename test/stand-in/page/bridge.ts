/**
 * One end of the context bridge: the page's own world and the preload's isolated world each hold one. Calls are
 * synchronous, as in Electron: they travel as DOM events, whose detail Chromium clones from world to world. Functions
 * cannot be cloned, so each goes as a number, and a call to it comes back.
 *
 * It runs in the page as source text, and may use nothing from outside itself.
 */
export const createBridge = (own: string, other: string) => {
  type Anything = (...args: unknown[]) => unknown
  type Answer = { value?: unknown; error?: unknown; isPromise?: boolean }
  const functionKey = 'standInFunction'
  const functions = new Map<number, Anything>()
  const ids = new WeakMap<Anything, number>()
  const answers = new Map<number, Answer>()
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let lastId = 0

  const fire = (name: string, detail: unknown): void => {
    document.dispatchEvent(new CustomEvent(`${other}-${name}`, { detail }))
  }
  const listen = <Detail>(name: string, listener: (detail: Detail) => void): void => {
    document.addEventListener(`${own}-${name}`, (event) => {
      event.stopImmediatePropagation()
      const { detail } = event as CustomEvent<Detail | null>
      if (detail !== null) listener(detail)
    })
  }

  const isPlainObject = (value: unknown): value is Record<string, unknown> => {
    if (typeof value !== 'object' || value === null) return false
    const prototype: unknown = Object.getPrototypeOf(value)
    return prototype === Object.prototype || prototype === null
  }

  const holds = (value: unknown, isWanted: (candidate: unknown) => boolean): boolean => {
    if (isWanted(value)) return true
    if (Array.isArray(value)) return value.some((entry) => holds(entry, isWanted))
    if (!isPlainObject(value)) return false
    for (const key in value) if (holds(value[key], isWanted)) return true
    return false
  }

  const mapDeep = (value: unknown, change: (leaf: unknown) => unknown): unknown => {
    const changed = change(value)
    if (changed !== value) return changed
    if (Array.isArray(value)) return value.map((entry) => mapDeep(entry, change))
    if (!isPlainObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapDeep(entry, change)]))
  }

  const idOf = (value: Anything): number => {
    const known = ids.get(value)
    if (known !== undefined) return known
    lastId += 1
    functions.set(lastId, value)
    ids.set(value, lastId)
    return lastId
  }

  const isFunction = (value: unknown): value is Anything => typeof value === 'function'
  const isHandle = (value: unknown): value is Record<string, number> => isPlainObject(value) && functionKey in value

  const outgoing = (value: unknown): unknown =>
    holds(value, isFunction) ? mapDeep(value, (leaf) => (isFunction(leaf) ? { [functionKey]: idOf(leaf) } : leaf)) : value

  const incoming = (value: unknown): unknown =>
    holds(value, isHandle)
      ? mapDeep(value, (leaf) => (isHandle(leaf) ? (...args: unknown[]) => call(leaf[functionKey] ?? 0, args) : leaf))
      : value

  const call = (id: number, args: readonly unknown[]): unknown => {
    lastId += 1
    const number = lastId
    fire('call', { id, number, args: args.map(outgoing) })
    const answer = answers.get(number)
    answers.delete(number)
    if (!answer) throw new Error('An object could not be cloned.')
    if ('error' in answer) throw answer.error
    if (!answer.isPromise) return incoming(answer.value)
    return new Promise((resolve, reject) => promises.set(number, { resolve, reject }))
  }

  const settle = (number: number, result: Promise<unknown>): void => {
    result.then(
      (value) => fire('settled', { number, value: outgoing(value) }),
      (error: unknown) => fire('settled', { number, error }),
    )
  }

  listen<{ id: number; number: number; args: unknown[] }>('call', ({ id, number, args }) => {
    try {
      const result = functions.get(id)?.(...args.map(incoming))
      const isPromise = result instanceof Promise
      fire('answer', isPromise ? { number, isPromise } : { number, value: outgoing(result) })
      if (isPromise) settle(number, result)
    } catch (error) {
      fire('answer', { number, error })
    }
  })
  listen<Answer & { number: number }>('answer', ({ number, ...answer }) => answers.set(number, answer))
  listen<Answer & { number: number }>('settled', ({ number, ...answer }) => {
    const promise = promises.get(number)
    promises.delete(number)
    if ('error' in answer) promise?.reject(answer.error)
    else promise?.resolve(incoming(answer.value))
  })

  return { outgoing, incoming, fire, listen }
}

export type Bridge = ReturnType<typeof createBridge>
