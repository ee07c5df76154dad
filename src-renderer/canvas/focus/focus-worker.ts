import { linksOf } from '@core/estate/find/links'
import { layOutFocus } from './focus-layout'
import type { FocusReply, FocusRequest } from './focus-messages'
import { focusPicture, type FocusModel } from './focus-picture'

const none = new Int32Array(0)

let model: FocusModel = { links: linksOf(0, none, none), from: none, to: none, hard: new Uint8Array(0), groupOf: none }

const send = (reply: FocusReply): void => self.postMessage(reply)

const answer = (request: Extract<FocusRequest, { type: 'ask' }>): void => {
  const picture = focusPicture(model, request.asked)
  send({ type: 'answer', turn: request.turn, picture, layout: layOutFocus(picture.nodes, picture.edges, request.aspect) })
}

self.onmessage = ({ data: request }: MessageEvent<FocusRequest>) => {
  if (request.type === 'estate') {
    const { itemCount, from, to, hard } = request
    model = { ...model, links: linksOf(itemCount, from, to), from, to, hard }
  } else if (request.type === 'groups') {
    model = { ...model, groupOf: request.groupOf }
  } else {
    try {
      answer(request)
    } catch (error) {
      send({ type: 'failed', turn: request.turn, reason: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }
}
