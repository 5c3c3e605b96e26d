import type { Columns } from '../../data/model/columns.ts'
import type { Panel } from '../../data/model/dashboard.ts'
import { Button } from '../ui/Button.tsx'
import { copy } from '../ui/Copy.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { chartAddress, type PanelHome } from './address.ts'
import { fileAddress } from './files.ts'
import type { Scope } from './scope.ts'
import type { View } from './view.ts'

interface Props {
  panel: Panel
  view: View
  scope: Scope
  columns: Columns | null
  home: PanelHome | null
  onClose: () => void
}

/** Addresses that give the same chart and the same figures tomorrow. */
export function Links({ panel, columns, view, scope, home, onClose }: Props) {
  const here = `${location.pathname}${location.search}#${panel.id}`
  const links = [
    { what: 'This chart alone', path: chartAddress(panel, view, scope, home) },
    ...(home ? [{ what: 'This chart on its dashboard', path: here }] : []),
    { what: 'Its figures as CSV', path: fileAddress('csv', panel, view, scope, columns) },
    { what: 'Its figures as JSON', path: fileAddress('json', panel, view, scope, columns) },
  ]
  return (
    <Dialog title="Link" onClose={onClose} wide>
      <p class="muted">
        Each address keeps the range, the lines hidden and the day as of which you read.
      </p>
      <ul class="addresses">
        {links.map(({ what, path }) => (
          <li key={what}>
            <b>{what}</b>
            <input type="text" readOnly value={location.origin + path} aria-label={what} />
            <Button icon="copy" onClick={() => copy(location.origin + path, 'Address')}>
              Copy<span class="unseen"> the address: {what}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
