import { fold } from '../fold'

const saysNothing = new RegExp(
  '^(?:\\p{L}|\\d+|(?:column|col|kolonne|kolonn|kolumn|spalte|felt|falt|field|unnamed|ukjent|okand|unknown|heading|header|overskrift|rubrik|value|verdi)(?:\\p{L}{1,2}|\\d*))?$', 'u')

/** No heading, or one that says nothing: `Spalte 3`, `Column C`, `Unnamed: 2`. */
export const isBlankHeading = (heading: string): boolean => saysNothing.test(fold(heading))
