import { ipcMain } from 'electron'
import type { WebFrameMain } from 'electron'
import { answerCall } from './calls/answer-call'
import type { Caller } from './calls/answer-call'
import type { CallHandlers } from './contract/calls'
import { callNames, channelOf } from './contract/channels'

const callerOf = (frame: WebFrameMain | null): Caller | null =>
  frame && { origin: frame.origin, isTopFrame: frame.parent === null }

/** Every call of the contract, and no other, is answered. */
export const answerCalls = (handlers: CallHandlers): void => {
  for (const name of callNames) {
    ipcMain.handle(channelOf(name), (event, payload: unknown) =>
      answerCall(name, callerOf(event.senderFrame), payload, handlers),
    )
  }
}
