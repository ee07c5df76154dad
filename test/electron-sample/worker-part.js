export const greeting = 'worker says'
