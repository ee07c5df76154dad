/** Equality of plain data (what a JSON file can hold), whatever the order of keys. */
export const sameValue = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left)) return Array.isArray(right) && sameList(left, right)
  return !Array.isArray(right) && sameFields(left, right)
}

const sameList = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((value, index) => sameValue(value, right[index]))

const sameFields = (left: object, right: object): boolean => {
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every(
    (key) => Object.hasOwn(right, key) && sameValue(left[key as keyof object], right[key as keyof object]),
  )
}
