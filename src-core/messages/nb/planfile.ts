import type { Translated } from '../catalogue'
import type { planfile as en } from '../en/planfile'

export const planfile: Translated<typeof en> = {
  notAPlanFile: '{{file}} er ikke en plan fra Wavewright.',
  damaged: '{{file}} er skadet: filen slutter for tidlig eller er endret av et annet program ({{detail}}).',
  newer: '{{file}} er skrevet av en nyere versjon av Wavewright (format {{version}}; denne leser til og med {{supported}}).',
  invalid: '{{file}} er skadet: {{path}} inneholder ikke det som skal stå der ({{detail}}).',
}
