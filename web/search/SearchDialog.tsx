import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { go } from '../router.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { counted, frequencyWords, unitWords } from '../words.ts'
import { searchOpen } from './open.tsx'

interface Hit {
  href: string
  title: string
  says: string
}

const close = () => {
  searchOpen.value = false
}

/** Whether every word asked for begins a word of the text. */
function matches(text: string, q: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((asked) => words.some((word) => word.startsWith(asked)))
}

/** Search over dashboards, datasets and series: type, arrow to one, Enter. */
export function SearchDialog() {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const typed = useSignal('')
  const asked = useSignal('')
  const at = useSignal(0)
  const dashboards = useRemote('dashboards', api.dashboards).value?.dashboards ?? []
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const query = new URLSearchParams({ q: asked.value, limit: '12' }).toString()
  const { value: found, error } = useRemote(`find?${query}`, () => api.searchSeries(query))

  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.value = typed.value.trim()
      at.value = 0
    }, 120)
    return () => clearTimeout(timer)
  }, [typed.value])

  const q = asked.value
  const hits: Hit[] = [
    ...dashboards
      .filter(({ title, summary }) => !q || matches(`${title} ${summary}`, q))
      .map(({ id: name, title }) => ({ href: `/d/${name}`, title, says: 'dashboard' })),
    ...datasets
      .filter(({ title, description }) => q && matches(`${title} ${description}`, q))
      .map((one) => ({
        href: `/explore?dataset=${one.id}`,
        title: one.title,
        says: `dataset, ${counted(one.series, 'series', 'series')}`,
      })),
    ...(q && found ? found.series : []).map((one) => ({
      href: `/series/${one.id}`,
      title: one.title,
      says: `${frequencyWords(one)}, ${unitWords(one.unit)}`,
    })),
  ]
  const current = Math.min(at.value, hits.length - 1)
  const open = (href: string) => {
    close()
    go(href)
  }
  const walk = (event: KeyboardEvent) => {
    const last = hits.length - 1
    if (event.key === 'ArrowDown') at.value = current >= last ? 0 : current + 1
    else if (event.key === 'ArrowUp') at.value = current <= 0 ? last : current - 1
    else if (event.key === 'Enter' && hits[current]) open(hits[current].href)
    else return
    event.preventDefault()
    document.getElementById(`${id}-${at.value}`)?.scrollIntoView({ block: 'nearest' })
  }
  const more = found && q ? found.total - found.series.length : 0
  return (
    <Dialog title="Search" onClose={close} wide>
      <input
        type="text"
        class="search-input"
        role="combobox"
        aria-label="Search dashboards and series"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={hits.length ? `${id}-${current}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Words, codes or a key: imports yuan, CHN, car-share"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onKeyDown={walk}
        ref={input}
      />
      <div class="hits" role="listbox" id={`${id}-list`} aria-label="Found" tabIndex={-1}>
        {hits.map(({ href, title, says }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the box above, where the focus stays.
          <div
            key={href}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === current}
            onClick={() => open(href)}
            onPointerMove={() => {
              at.value = i
            }}
          >
            <span>{title}</span>
            <small>{says}</small>
          </div>
        ))}
      </div>
      <p class="small" role="status">
        {error?.message ??
          (q && found && hits.length === 0
            ? 'Nothing has all of these words.'
            : more > 0
              ? `${counted(more, 'more series', 'more series')} match.`
              : '')}{' '}
        {q && (
          <a href={`/explore?q=${encodeURIComponent(q)}`} onClick={close}>
            Show all in Explore
          </a>
        )}
      </p>
    </Dialog>
  )
}
