import type Electron from 'electron'
import { openWindows } from '../windows.ts'

interface Question {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly cancelId: number
}

/** Runs in the page: the question as a modal dialog. Styled through the DOM, since the page's CSP may forbid markup. */
const showQuestion = ({ message, detail, buttons, cancelId }: Question): Promise<number> =>
  new Promise((resolve) => {
    const box = document.createElement('dialog')
    Object.assign(box.style, { maxWidth: '28rem', padding: '1.5rem', font: '1rem system-ui', borderRadius: '0.5rem' })
    const finish = (answer: number): void => {
      box.remove()
      resolve(answer)
    }
    const heading = document.createElement('strong')
    heading.textContent = message
    const text = document.createElement('p')
    text.textContent = detail
    const entries = buttons.map((label, index) => {
      const button = document.createElement('button')
      button.textContent = label
      Object.assign(button.style, { marginInlineEnd: '0.5rem', padding: '0.5rem 1rem', font: 'inherit' })
      button.addEventListener('click', () => finish(index))
      return button
    })
    box.addEventListener('cancel', () => finish(cancelId))
    box.append(heading, text, ...entries)
    document.body.append(box)
    box.showModal()
  })

/** A message box, shown in the page since Chromium has no native one to offer. */
export const askInPage = async (options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> => {
  const contents = openWindows()[0]?.webContents
  const cancelId = options.cancelId ?? 0
  if (!contents) return { response: cancelId, checkboxChecked: false }
  const buttons = options.buttons?.length ? options.buttons : ['OK']
  const question: Question = { message: options.message, detail: options.detail ?? '', buttons, cancelId }
  const call = `(${String(showQuestion)})(${JSON.stringify(question)})`
  const { result } = await contents.channel.evaluate(call, { awaitPromise: true, returnByValue: true })
  return { response: Number(result.value ?? cancelId), checkboxChecked: options.checkboxChecked ?? false }
}
