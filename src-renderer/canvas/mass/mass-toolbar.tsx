import { ActionIcon, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { IconColumns3, IconFocusCentered, IconHandStop, IconLasso, IconMaximize, IconMinus, IconPalette, IconPlus, IconPointer } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { graphColours, graphGroupings, type GraphColour, type GraphGrouping } from '@core/plan/view'
import { useTranslate } from '../../i18n/use-translate'
import { ViewsMenu } from '../../views/views-menu'
import { FocusMenu } from '../focus/focus-menu'
import { setSettings, useGraphSettings } from '../../stores/graph-settings-store'
import { boxOfSelection } from './selection-box'
import { useMassTools } from './mass-context'
import { setMass, useMass, type Tool } from './mass-store'
import { colourKeys, groupingKeys } from './mass-words'
import shared from '../canvas.module.css'
import styles from './toolbar.module.css'

type IconToolProps = { readonly label: string; readonly disabled?: boolean; readonly run: () => void; readonly children: ReactNode }

const IconTool = ({ label, disabled = false, run, children }: IconToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={run}>
      {children}
    </ActionIcon>
  </Tooltip>
)

/** Pixels of a choice that its words cannot have. */
const narrowSections = { leftSectionWidth: 28, rightSectionWidth: 24 } as const

const Looks = () => {
  const { t } = useTranslate()
  const settings = useGraphSettings((state) => state.settings)
  return (
    <>
      <label className={styles.choice} title={t('mass.groupBy')}>
        <span>{t('mass.groupBy')}</span>
        <Select
          size="sm"
          aria-label={t('mass.groupBy')}
          leftSection={<IconColumns3 size={17} aria-hidden />}
          {...narrowSections}
          allowDeselect={false}
          value={settings.grouping}
          data={graphGroupings.map((value) => ({ value, label: t(groupingKeys[value]) }))}
          onChange={(grouping) => setSettings({ grouping: grouping as GraphGrouping })}
        />
      </label>
      <label className={styles.choice} title={t('mass.colourBy')}>
        <span>{t('mass.colourBy')}</span>
        <Select
          size="sm"
          aria-label={t('mass.colourBy')}
          leftSection={<IconPalette size={17} aria-hidden />}
          {...narrowSections}
          allowDeselect={false}
          value={settings.colour}
          data={graphColours.map((value) => ({ value, label: t(colourKeys[value]) }))}
          onChange={(colour) => setSettings({ colour: colour as GraphColour })}
        />
      </label>
      <SegmentedControl
        size="sm"
        aria-label={t('mass.sizeBy')}
        value={settings.size}
        onChange={(size) => setSettings({ size: size as 'items' | 'effort' })}
        data={[{ value: 'items', label: t('mass.sizeItems') }, { value: 'effort', label: t('mass.sizeEffort') }]}
      />
    </>
  )
}

const tools = [['point', 'mass.pointTool', IconPointer], ['hand', 'mass.handTool', IconHandStop], ['lasso', 'mass.lassoTool', IconLasso]] as const

const Tools = () => {
  const { t } = useTranslate()
  const tool = useMass((state) => state.tool)
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('mass.pointTool')}
      value={tool}
      onChange={(next) => setMass({ tool: next as Tool })}
      data={tools.map(([value, key, Icon]) => ({
        value,
        label: <Tooltip label={t(key)}><span className={styles.toolIcon}><Icon size={18} aria-label={t(key)} /></span></Tooltip>,
      }))}
    />
  )
}

export const MassToolbar = ({ children }: { readonly children?: ReactNode }) => {
  const { picture, selected, walker } = useMassTools()
  const { t } = useTranslate()
  const box = boxOfSelection(picture, selected)
  return (
    <div className={`${shared.toolbar} ${styles.toolbar}`} role="toolbar" aria-label={t('mass.label')}>
      <Looks />
      <ViewsMenu />
      <FocusMenu />
      <Tools />
      {children}
      <span className={shared.spacer} />
      <IconTool label={t('graph.toSelection')} disabled={!box} run={() => box && walker.show(box)}><IconFocusCentered size={18} aria-hidden /></IconTool>
      <IconTool label={t('graph.zoomOut')} run={() => walker.zoomBy(1 / 1.5)}><IconMinus size={18} aria-hidden /></IconTool>
      <IconTool label={t('graph.zoomIn')} run={() => walker.zoomBy(1.5)}><IconPlus size={18} aria-hidden /></IconTool>
      <IconTool label={t('graph.fit')} run={() => walker.fit()}><IconMaximize size={18} aria-hidden /></IconTool>
    </div>
  )
}
