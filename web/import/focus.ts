import { useEffect, useRef } from 'preact/hooks'

/** Where the focus was last, and the part of the page round it. */
interface Place {
  control: HTMLElement
  form: HTMLFormElement | null
  part: Element | null
}

const HEADING = 'h2[tabindex]'

const canTake = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && !element.matches(':disabled')

/** The nearest to where the focus was: the control, another of its form, the head of its part or of the page. */
function nearest({ control, form, part }: Place, body: Element): HTMLElement | null {
  const places = [
    control,
    form?.querySelector(':is(input, select, textarea, button):enabled'),
    part?.querySelector(HEADING),
    body.querySelector(HEADING),
    body.closest('main'),
  ]
  return places.find(canTake) ?? null
}

/**
 * Keeps the focus of whoever works without a mouse: what is shown anew is gone to at its heading, and
 * where a control was disabled for a while, or is gone with the report before, the focus comes back to it
 * or near it.
 */
export function useFocus(
  body: { readonly current: HTMLElement | null },
  shown: string,
  isBusy: boolean,
  report?: number | null,
): void {
  const before = useRef(shown)
  const last = useRef<Place | null>(null)
  useEffect(() => {
    const element = body.current
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      last.current = {
        control: target,
        form: target.closest('form'),
        part: target.closest(`section:has(${HEADING})`),
      }
    }
    element?.addEventListener('focusin', remember)
    return () => element?.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    body.current?.querySelector<HTMLElement>(HEADING)?.focus()
  }, [shown])
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isBusy || !isLost || !last.current || !body.current) return
    const place = nearest(last.current, body.current)
    // Who looks elsewhere by now is left where they look.
    place?.focus({ preventScroll: place === last.current.control })
  }, [isBusy, report])
}
