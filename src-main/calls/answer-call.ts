import type { CallHandlers, RequestOf } from '../contract/calls'
import { requestSchemas } from '../contract/calls'
import { appOrigin } from '../contract/channels'
import type { CallName } from '../contract/channels'

/** Where a call came from: the origin of the frame, and whether that is the page itself and not something in it. */
export type Caller = { readonly origin: string; readonly isTopFrame: boolean }

/**
 * Answers one call, if it is from our own page and carries what it may. Otherwise the promise is rejected with a
 * message that tells a developer the reason, and an attacker nothing.
 */
export const answerCall = async <Name extends CallName>(
  name: Name,
  caller: Caller | null,
  payload: unknown,
  handlers: CallHandlers,
): Promise<unknown> => {
  if (caller?.origin !== appOrigin || !caller.isTopFrame) throw new Error(`${name}: only the page of Wavewright may call`)
  const request = requestSchemas[name].safeParse(payload)
  if (!request.success) throw new Error(`${name}: not a valid request`)
  const handler = handlers[name] as (request: RequestOf<Name>) => Promise<unknown>
  return handler(request.data as RequestOf<Name>)
}
