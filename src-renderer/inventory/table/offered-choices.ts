const most = 40

/**
 * Choices that fit what is typed: those that begin with it, then those of which a word does, then those that hold it.
 * `isRest`: the text itself needs no offering.
 */
export const offeredChoices = (choices: readonly string[], typed: string, isRest: boolean): readonly string[] => {
  const text = typed.trim().toLowerCase()
  if (text === '') return choices.slice(0, most)
  const begins: string[] = []
  const words: string[] = []
  const holds: string[] = []
  for (const choice of choices) {
    const lower = choice.toLowerCase()
    const at = lower.indexOf(text)
    if (at < 0 || (isRest && lower === text)) continue
    if (at === 0) begins.push(choice)
    else if (/[\s,:;./(-]/.test(lower[at - 1] ?? '')) words.push(choice)
    else holds.push(choice)
    if (begins.length >= most) break
  }
  return [...begins, ...words, ...holds].slice(0, most)
}
