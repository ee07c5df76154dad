import {
  IconAppWindow, IconCloud, IconDatabase, IconDevices2, IconNetwork, IconServer, IconStack2,
} from '@tabler/icons-react'
import type { ItemKind } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'

const icons: Readonly<Record<ItemKind, typeof IconServer>> = {
  application: IconAppWindow,
  server: IconServer,
  platform: IconStack2,
  'device-class': IconDevices2,
  database: IconDatabase,
  network: IconNetwork,
  service: IconCloud,
}

export const kindLabels: Readonly<Record<ItemKind, MessageKey>> = {
  application: 'graph.kindApplication',
  server: 'graph.kindServer',
  platform: 'graph.kindPlatform',
  'device-class': 'graph.kindDeviceClass',
  database: 'graph.kindDatabase',
  network: 'graph.kindNetwork',
  service: 'graph.kindService',
}

export const KindIcon = ({ kind, size = 16 }: { readonly kind: ItemKind; readonly size?: number }) => {
  const Icon = icons[kind]
  return <Icon size={size} stroke={1.75} aria-hidden />
}
