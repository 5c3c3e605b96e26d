import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { address } from '../router.ts'

/** A component that is loaded when it is first drawn; nothing is shown until then. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loaded = signal<ComponentType<Props> | null>(null)
  const failed = signal(false)
  let asked = false
  return function Lazy(props: Props) {
    if (!asked) {
      asked = true
      load().then(
        (component) => {
          loaded.value = component
        },
        () => {
          asked = false
          failed.value = true
        },
      )
    }
    const Component = loaded.value
    if (Component) return <Component {...props} />
    return failed.value ? (
      <p class="failed">
        This part of the page could not be loaded.{' '}
        <a href={address.value.path + address.value.search} target="_self">
          Load the page again
        </a>
      </p>
    ) : null
  }
}
