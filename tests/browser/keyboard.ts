import type { CDPSession, Page } from 'playwright-core'

/** A control that the focus came to. */
export interface Stop {
  /** As a person would point at it: `button “Undo”`. */
  says: string
  /** What a screen reader calls it. */
  name: string
  /** Whether outline or shadow of it, or of what stands for it, is another than without the focus. */
  hasRing: boolean
  /** Whether it lies in the window, over everything else, with its ring whole but for one side. */
  isSeen: boolean
  box: { top: number; bottom: number; left: number; right: number }
  /** The nearest part of the page with a role of its own: the same number for the same part. */
  part: number
}

interface Walking {
  /** The rings of all elements as they were while nothing had the focus. */
  before: Map<Element, string>
  parts: Element[]
  visited: Set<Element>
}

declare global {
  interface Window {
    /** Elements that listen to presses. */
    pressed: Set<Element>
    walking: Walking
    ringOf(element: Element): string
    saysOf(element: Element): string
  }
}

/** Lets a page tell later which elements listen to presses; to be called before it is opened. */
export const listenToListeners = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.pressed = new Set()
    const add = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (...given) {
      if (/^(click|dblclick|pointerdown|mousedown)$/.test(given[0]) && this instanceof Element)
        window.pressed.add(this)
      return add.apply(this, given)
    }
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
      return `${outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`}|${boxShadow}`
    }
    // A box that is not shown has its ring round the words of its label.
    window.ringOf = (element) =>
      [element, ...(element.closest('label')?.querySelectorAll('span') ?? [])].map(look).join()
    window.saysOf = (element) => {
      const label = element instanceof HTMLInputElement && element.labels?.[0]?.textContent
      const words = element.getAttribute('aria-label') ?? (label || element.textContent) ?? ''
      return `${element.tagName.toLowerCase()} “${words.trim().slice(0, 60)}”`
    }
  })

/** What has the focus now; null where nothing of the page has. */
async function stopNow(page: Page, cdp: CDPSession): Promise<Stop | null> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' })
  if (!result.objectId) return null
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  return page.evaluate(
    (name) => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { before, parts, visited } = window.walking
      visited.add(element)
      const part =
        element.closest('section, header, nav, footer, dialog, fieldset, tr') ?? document.body
      if (!parts.includes(part)) parts.push(part)
      const { top, bottom, left, right } = element.getBoundingClientRect()
      // The first line of words that go over two.
      const line = element.getClientRects()[0] ?? new DOMRect()
      const x = (line.left + line.right) / 2
      const y = (Math.max(0, line.top) + Math.min(innerHeight, line.bottom)) / 2
      const over = document.elementFromPoint(x, y)
      const isOver = over !== null && (element.contains(over) || over.contains(element))
      const { outlineOffset, outlineWidth } = getComputedStyle(element)
      const reach = Math.max(0, Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth))
      let sides = 4
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue
        const edge = box.getBoundingClientRect()
        const room = [top - edge.top, edge.bottom - bottom, left - edge.left, edge.right - right]
        sides = Math.min(sides, room.filter((side) => side >= reach - 0.5).length)
      }
      return {
        says: window.saysOf(element),
        name,
        hasRing: before.get(element) !== window.ringOf(element),
        isSeen: isOver && sides >= 3,
        box: { top: top + scrollY, bottom: bottom + scrollY, left, right },
        part: parts.indexOf(part),
      }
    },
    String(nodes[0]?.name?.value ?? ''),
  )
}

const isSame = (a: Stop, b: Stop): boolean =>
  a.says === b.says && a.box.top === b.box.top && a.box.left === b.box.left

/** Stops that stand above the one before them, beside it or under what comes later: the eye is led back. */
export const ledBack = (stops: Stop[]): string[] =>
  stops
    .filter((stop, i) => {
      const before = stops[i - 1]
      if (before?.part !== stop.part) return false
      return stop.box.bottom <= before.box.top && stop.box.left < before.box.right
    })
    .map(({ says }) => says)

/** More than any page has. */
const MOST = 900

/** Every stop by one key, from one end of the page to the other, until the focus leaves the page or comes round. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate((isBack) => {
    // The walk begins at the place of an element that is gone again.
    const start = document.createElement('span')
    start.tabIndex = -1
    document.body[isBack ? 'append' : 'prepend'](start)
    start.focus()
    start.remove()
    const all = [...document.querySelectorAll('*')]
    const before = new Map(all.map((one) => [one, window.ringOf(one)]))
    window.walking = { before, parts: [], visited: new Set() }
  }, key === 'Shift+Tab')
  const stops: Stop[] = []
  while (stops.length < MOST) {
    await page.keyboard.press(key)
    const stop = await stopNow(page, cdp)
    if (!stop || (stops[0] && isSame(stop, stops[0]))) break
    stops.push(stop)
  }
  await cdp.detach()
  return stops
}

/** What a mouse can press and the walk before did not come to. */
export const notReached = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { visited } = window.walking
    const native = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    const isReached = (one: Element): boolean => {
      if (visited.has(one)) return true
      // ECharts listens inside of the plot that the keys walk.
      if (
        [...visited].some((other) => other.matches('[role="application"]') && other.contains(one))
      )
        return true
      // Of radio buttons and tabs one is come to; arrows go to the others.
      const group = one.closest('fieldset, [role="tablist"]')
      const isOfGroup = one.matches('[type="radio"], [role="tab"]') && group !== null
      return isOfGroup && [...visited].some((other) => group.contains(other))
    }
    return [...document.querySelectorAll('*')]
      .filter((one) => one.matches(native) || window.pressed.has(one))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => !one.matches(':disabled, .unseen') && one.getBoundingClientRect().width > 0)
      .filter((one) => !isReached(one))
      .map(window.saysOf)
  })

/** The control that has the focus, as a person would point at it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => window.saysOf(document.activeElement ?? document.body))

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses Tab, or another key, until the control that says so has the focus. */
export async function tabTo(page: Page, says: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let i = 0; i < 200; i++) {
    await press(page, key)
    const now = await focused(page)
    if (says.test(now)) return
    passed.push(now)
  }
  throw new Error(`${key} does not come to ${says}, but to ${[...new Set(passed)].join(', ')}`)
}
