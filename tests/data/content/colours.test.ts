import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf } from '../../../data/charts/figures.ts'
import chosen from '../../../data/codelists/colours.json' with { type: 'json' }
import { loadDocuments } from '../../../data/documents.ts'
import { parseQuery } from '../../../data/model/query.ts'
import { read } from '../../../data/read.ts'
import type { Store } from '../../../data/store/open.ts'
import { shippedStore } from '../shipped-store.ts'
import { dashboardsFolder } from './shipped.ts'

const look = { theme: 'light' as const, width: 800, height: 400, phone: false }
const publisherOf = (id: string) => id.split('.').findLast((part) => part in chosen) ?? ''

describe('a publisher', () => {
  let store: Store
  /** Colours by publisher, of every line that no document gives another. */
  const seen: { panel: string; publisher: string; colour: string }[] = []
  beforeAll(async () => {
    store = await shippedStore()
    for (const { id, panels } of loadDocuments(dashboardsFolder).dashboards)
      for (const panel of panels) {
        const { series } = await read(store.db, parseQuery(panel.query))
        const publishers = new Set(series.map((one) => publisherOf(one.id)))
        if (publishers.size < 2) continue
        for (const line of linesOf(panel, series, look)) {
          const publisher = publisherOf(line.id)
          if (publisher && panel.form !== 'ranked' && line.role !== 'context')
            seen.push({ panel: `${id}#${panel.id}`, publisher, colour: line.ink.mark })
        }
      }
  })
  afterAll(() => store?.close())

  it('has one colour on every chart', () => {
    const colours = Map.groupBy(seen, ({ publisher }) => publisher)
    expect(colours.size).toBeGreaterThan(10)
    for (const [publisher, lines] of colours)
      expect(new Set(lines.map(({ colour }) => colour)).size, publisher).toBe(1)
  })

  it('shares none with another on its chart', () => {
    for (const [panel, lines] of Map.groupBy(seen, ({ panel }) => panel)) {
      const publishers = new Set(lines.map(({ publisher }) => publisher))
      expect(new Set(lines.map(({ colour }) => colour)).size, panel).toBe(publishers.size)
    }
  })
})
