import { select } from '../../stores/view-store'
import { saySelection } from '../../waves/board-actions'

/** Selects, and says what is selected then. */
export const selectAloud = (...how: Parameters<typeof select>): void => {
  select(...how)
  saySelection()
}
