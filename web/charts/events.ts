import type { Panel, TradeEvent } from '../../data/model/dashboard.ts'

/** Flags that a chart has room for. */
const MOST = 7

/** Ids of the events to flag: the newest of the category chosen, else those that the panel names. */
export function eventsOf(panel: Panel, category: string | null, events: TradeEvent[]): string[] {
  if (category === null) return panel.events ?? []
  const chosen = events.filter((event) => event.category === category)
  return chosen.slice(-MOST).map(({ id }) => id)
}
