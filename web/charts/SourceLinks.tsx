import { useSignal } from '@preact/signals'
import type { Columns } from '../../data/model/columns.ts'
import { lazy } from '../ui/lazy.tsx'
import { counted } from '../words.ts'

const Sources = lazy(async () => (await import('./Sources.tsx')).Sources)

/** The source line's way to the pages that told the figures: a link to one, a list of several. */
export function SourceLinks({ columns }: { columns: Columns }) {
  const open = useSignal(false)
  const urls = new Set(columns.series.flatMap((s) => s.sources.flatMap(({ url }) => url ?? [])))
  const [first] = urls
  if (!first) return null
  if (urls.size === 1)
    return (
      <>
        <a href={first} rel="noreferrer">
          Its page
        </a>
        .
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
