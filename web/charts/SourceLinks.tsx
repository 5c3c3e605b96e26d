import { useSignal } from '@preact/signals'
import type { Columns } from '../../data/model/columns.ts'
import { isWebAddress } from '../../data/model/web-address.ts'
import { lazy } from '../ui/lazy.tsx'
import { OuterLink } from '../ui/OuterLink.tsx'
import { counted } from '../words.ts'

const Sources = lazy(async () => (await import('./Sources.tsx')).Sources)

/** The source line's way to the pages that told the figures: a link to one, a list of several. */
export function SourceLinks({ columns }: { columns: Columns }) {
  const open = useSignal(false)
  const all = columns.series.flatMap((s) => s.sources.flatMap(({ url }) => url ?? []))
  const urls = new Set(all.filter(isWebAddress))
  const [first] = urls
  if (!first) return null
  if (urls.size === 1)
    return (
      <>
        <OuterLink href={first}>Its page</OuterLink>.
      </>
    )
  return (
    <>
      <button
        type="button"
        class="as-link"
        onClick={() => {
          open.value = true
        }}
      >
        {counted(urls.size, 'page', 'pages')} cited
      </button>
      .
      {open.value && (
        <Sources
          columns={columns}
          onClose={() => {
            open.value = false
          }}
        />
      )}
    </>
  )
}
