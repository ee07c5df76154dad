import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconFocusCentered, IconMaximize, IconMinus, IconPlus, IconTopologyStar3 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { runAction } from '../actions/action-registry'
import { useTranslate } from '../i18n/use-translate'
import type { GraphState } from './graph-state'
import type { Detail } from './scene-choice'
import type { Arrangement } from './scene-lanes'
import type { Scene } from './scene-types'
import type { ZoomHow } from './use-graph-view'
import styles from './graph.module.css'

export type GraphToolbarProps = {
  readonly state: GraphState
  readonly scene: Scene
  readonly arrangement: Arrangement
  readonly detail: Detail
  /** Small enough for all items at once. */
  readonly canShowItems: boolean
  readonly hasSelection: boolean
  readonly change: (next: Partial<GraphState>) => void
  readonly back: () => void
  readonly zoom: (how: ZoomHow) => void
}

type ToolProps = { readonly label: string; readonly disabled?: boolean; readonly run: () => void; readonly children: ReactNode }

const Tool = ({ label, disabled = false, run, children }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={run}>
      {children}
    </ActionIcon>
  </Tooltip>
)

const EstateTools = (props: GraphToolbarProps) => {
  const { state, arrangement, hasSelection, change, back } = props
  const { t } = useTranslate()
  return (
    <>
      <span className={styles.toolbarLabel}>{t('graph.arrangeBy')}</span>
      <SegmentedControl
        size="sm"
        aria-label={t('graph.arrangeBy')}
        value={arrangement}
        onChange={(next) => change({ arrangement: next as Arrangement, openLane: null })}
        data={[
          { value: 'waves', label: t('graph.arrangeWaves') },
          { value: 'dependencies', label: t('graph.arrangeDependencies') },
        ]}
      />
      {props.canShowItems && (
        <SegmentedControl
          size="sm"
          aria-label={t('graph.show')}
          value={props.detail}
          onChange={(next) => change({ detail: next as Detail, groupState: new Map() })}
          data={[
            { value: 'groups', label: t('graph.showGroups') },
            { value: 'items', label: t('graph.showItems') },
          ]}
        />
      )}
      <Tooltip label={t('graph.neighbourhoodHint')} multiline w={260} disabled={hasSelection}>
        <Button
          variant="default"
          size="sm"
          data-disabled={!hasSelection || undefined}
          aria-disabled={!hasSelection}
          leftSection={<IconTopologyStar3 size={16} aria-hidden />}
          onClick={() => runAction('show-neighbourhood')}
        >
          {t('graph.showNeighbourhood')}
        </Button>
      </Tooltip>
      {state.openLane && (
        <Button variant="default" size="sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={back}>
          {t('graph.backToAll')}
        </Button>
      )}
      {[...state.groupState.values()].includes('open') && (
        <Button variant="subtle" size="sm" onClick={() => change({ groupState: new Map() })}>
          {t('graph.closeGroups')}
        </Button>
      )}
    </>
  )
}

export const GraphToolbar = (props: GraphToolbarProps) => {
  const { scene, hasSelection, zoom } = props
  const { t } = useTranslate()
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('graph.label')}>
      <EstateTools {...props} />
      <span className={styles.spacer} />
      {scene.hiddenDependencies > 0 && (
        <Tooltip label={t('graph.hiddenHint')} multiline w={300}>
          <span className={styles.note}>{t('graph.hidden', { count: scene.hiddenDependencies })}</span>
        </Tooltip>
      )}
      <Tool label={t('graph.toSelection')} disabled={!hasSelection} run={() => zoom('selection')}>
        <IconFocusCentered size={18} aria-hidden />
      </Tool>
      <Tool label={t('graph.zoomOut')} run={() => zoom('out')}>
        <IconMinus size={18} aria-hidden />
      </Tool>
      <Tool label={t('graph.zoomIn')} run={() => zoom('in')}>
        <IconPlus size={18} aria-hidden />
      </Tool>
      <Tool label={t('graph.fit')} run={() => zoom('fit')}>
        <IconMaximize size={18} aria-hidden />
      </Tool>
    </div>
  )
}
