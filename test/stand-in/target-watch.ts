import { devTools } from './runtime.ts'
import { WebContents } from './web-contents.ts'

interface TargetInfo {
  readonly targetId: string
  readonly openerId?: string
}

/** A window that a page opened past `window.open`, as by a link: the handler was asked, and never allows one. */
const onCreated = ({ targetInfo }: { targetInfo: TargetInfo }): void => {
  if (targetInfo.openerId === undefined || !WebContents.fromDevToolsTargetId(targetInfo.openerId)) return
  devTools().send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined)
}

const onDestroyed = ({ targetId }: { targetId: string }): void => {
  WebContents.fromDevToolsTargetId(targetId)?.owner.onGone()
}

const handlers: Readonly<Record<string, (params: never) => void>> = {
  'Target.targetCreated': onCreated,
  'Target.targetDestroyed': onDestroyed,
}

/** Follows what only the browser as a whole is told: windows that go, and windows that nobody asked for. */
export const watchTargets = async (): Promise<void> => {
  devTools().listen('', (method, params) => handlers[method]?.(params as never))
  await devTools().send('Target.setDiscoverTargets', { discover: true })
}
