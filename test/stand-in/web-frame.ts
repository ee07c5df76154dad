import type Electron from 'electron'
import { originOf } from './schemes.ts'
import { onlyModelledClass } from './unmodelled.ts'

type Modelled = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'name' | 'parent' | 'isDestroyed'>

/** The main frame of one document. A message keeps the frame that sent it, whatever is loaded later. */
export class StandInFrame implements Modelled {
  readonly url: string
  readonly name = ''
  readonly parent = null
  #isDestroyed = false

  constructor(url: string) {
    this.url = url
  }

  get origin(): string {
    return originOf(this.url)
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  markDestroyed(): void {
    this.#isDestroyed = true
  }
}

export const WebFrame = onlyModelledClass('webFrameMain', StandInFrame)
export type WebFrame = StandInFrame
