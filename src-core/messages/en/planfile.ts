export const planfile = {
  notAPlanFile: '{{file}} is not a Wavewright plan.',
  damaged: '{{file}} is damaged: it ends too early or was changed by another program ({{detail}}).',
  newer: '{{file}} was written by a newer version of Wavewright (format {{version}}; this one reads up to {{supported}}).',
  invalid: '{{file}} is damaged: {{path}} does not hold what it should ({{detail}}).',
} as const
