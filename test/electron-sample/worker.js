import { greeting } from '/worker-part.js'

const answer = await fetch('/data.json')
postMessage(`${greeting} ${(await answer.json()).word}`)
