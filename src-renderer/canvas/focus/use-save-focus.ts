import { useTranslate } from '../../i18n/use-translate'
import { waveName } from '../../i18n/words'
import { usePlanDocument } from '../../stores/plan-store'
import { colourOfWave } from '../../theme/wave-colours'
import { ThemeColours } from '../mass/palette'
import { hexOf } from '../print/sheet'
import { useSaveSheet } from '../print/use-save-sheet'
import type { FocusElements, FocusFlowNode } from './focus-elements'
import type { FocusLayout } from './focus-layout'
import { focusSheet } from './focus-sheet'
import type { FocusQuestion } from './focus-store'
import { columnTitle, stubSentence } from './focus-words'

/** The small graph, all of it, as a picture in a file. */
export const useSaveFocus = (question: FocusQuestion, layout: FocusLayout, elements: FocusElements, sentence: string): void => {
  const { t } = useTranslate()
  const { name } = usePlanDocument()
  useSaveSheet(name, () => {
    const theme = new ThemeColours()
    const colour = (text: string): string => hexOf(theme.pixel(text))
    const placeOf = ({ data }: FocusFlowNode): string => {
      if (data.kind === 'stub' || data.wave === undefined) return ''
      const wrong = data.hard > 0 ? ` · ${t('waves.hard', { count: data.hard })}` : data.warnings > 0 ? ` · ${t('waves.warnings', { count: data.warnings })}` : ''
      return `${waveName(t, data.wave)}${wrong}`
    }
    return focusSheet({
      layout, elements,
      title: `${name} · ${sentence}`,
      columnTitle: question.kind === 'around' ? (layer) => columnTitle(t, layer) : null,
      wordsOf: (node) => [node.data.kind === 'stub' ? stubSentence(t, node.data) : node.data.item.name, placeOf(node)],
      bandOf: ({ data }) => colour(data.kind === 'stub' || data.wave === undefined ? 'var(--ww-line-strong)' : colourOfWave(data.wave).border),
      lineNames: [t('graph.hard'), t('graph.soft'), t('graph.broken')],
      colours: {
        page: colour('var(--ww-page)'), surface: colour('var(--ww-surface)'), line: colour('var(--ww-line-strong)'), text: colour('var(--ww-text)'),
        quiet: colour('var(--ww-text-quiet)'), accent: colour('var(--ww-accent)'), broken: colour('var(--violation)'),
      },
    })
  })
}
