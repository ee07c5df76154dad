import { Kbd, Table, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { actions, menuLabelKey, menus } from '@main/contract/actions'
import type { ActionDefinition } from '@main/contract/actions'
import { shownKey } from '../actions/keys'
import { useTranslate } from '../i18n/use-translate'
import { showDialog, useViewStore } from '../stores/view-store'
import { useIsMac } from './platform-store'
import { Dialog } from '../ui/dialog'

const table: readonly ActionDefinition[] = actions

/** Every action with its key, from the table that the menus are made from. */
export const ShortcutsDialog = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const opened = useViewStore((state) => state.dialog === 'shortcuts')
  return (
    <Dialog
      opened={opened} onClose={() => showDialog(null)} title={t('shell.shortcutsTitle')} size="lg"
    >
      {menus.map((menu) => {
        const rows = table.filter((action) => action.menu === menu && action.accelerator)
        if (rows.length === 0) return null
        return (
          <Table key={menu} mb="md" layout="fixed">
            <Table.Thead>
              <Table.Tr><Table.Th colSpan={2}>{t(menuLabelKey[menu])}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((action) => (
                <Table.Tr key={action.id}>
                  <Table.Td>{t(action.labelKey).replace(/\s?…$/, '')}</Table.Td>
                  <Table.Td><Kbd>{shownKey(action.accelerator, mac)}</Kbd></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )
      })}
      <Text size="sm" c="dimmed">{t('shell.shortcutsMore')}</Text>
    </Dialog>
  )
}
