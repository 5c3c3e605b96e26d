import type { Panel } from '../../data/model/dashboard.ts'
import { spell } from '../params.ts'
import { type Scope, scopeParams } from './scope.ts'
import { type View, viewParams } from './view.ts'

/** A panel of a dashboard says where it comes from; one made on the page is its query. */
export interface PanelHome {
  dashboard: string
}

/** The address of one chart, opened large, as the reader has it now. */
export function chartAddress(
  panel: Panel,
  view: View,
  scope: Scope,
  home: PanelHome | null,
): string {
  const params = home
    ? new URLSearchParams({ dashboard: home.dashboard, panel: panel.id })
    : new URLSearchParams(panel.query)
  const state = { ...scopeParams(scope), ...viewParams(view, null) }
  for (const [name, value] of Object.entries(state)) if (value !== null) params.set(name, value)
  return `/chart?${spell(params)}`
}
