import {
  IconAppWindow, IconDatabase, IconDeviceHeartMonitor, IconNetwork, IconServer, IconStack2, IconTopologyStar3,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { ItemKind } from '@core/estate/item'

const iconByKind = {
  application: IconAppWindow,
  server: IconServer,
  platform: IconStack2,
  'device-class': IconDeviceHeartMonitor,
  database: IconDatabase,
  network: IconNetwork,
  service: IconTopologyStar3,
} as const satisfies Record<ItemKind, unknown>

/** A mark beside a name that is read aloud anyway: decoration for a screen reader. */
export const KindIcon = ({ kind, size = 16 }: { readonly kind: ItemKind; readonly size?: number }): ReactElement => {
  const Icon = iconByKind[kind]
  return <Icon size={size} stroke={1.6} aria-hidden />
}
