import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DocumentError, loadDocuments, readEvents } from '../../data/documents.ts'

const EVENTS = 'date,title,category,source_url,note\n'
const PAGE = { id: 'cars', title: 'Cars', summary: 'Shares.', order: 2, kpis: [], panels: [] }

describe('documents', () => {
  let folder: string
  const put = (name: string, content: unknown) =>
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    )
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entrepot-documents-'))
    put('events.csv', EVENTS)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are the shipped dashboards in their order, and 25 events', () => {
    const shipped = fileURLToPath(new URL('../../data/dashboards', import.meta.url))
    const { dashboards, events } = loadDocuments(shipped)
    expect(dashboards.map(({ order }) => order)).toEqual(dashboards.map((_, i) => i + 1))
    expect(dashboards[0]?.id).toBe('overview')
    expect(events).toHaveLength(25)
    const known = new Set(events.map(({ id }) => id))
    const drawn = dashboards.flatMap(({ panels }) => panels.flatMap(({ events = [] }) => events))
    expect(drawn.filter((id) => !known.has(id))).toEqual([])
  })

  it('are ordered by their own number, and claims are no page', () => {
    put('a.json', PAGE)
    put('b.json', { ...PAGE, id: 'overview', order: 1 })
    put('claims.json', [])
    expect(loadDocuments(folder).dashboards.map(({ id }) => id)).toEqual(['overview', 'cars'])
  })

  it('that cannot be used are named, with the place that is wrong', () => {
    put('a.json', { ...PAGE, panels: [{ id: 'x' }], colour: 'red' })
    expect(() => loadDocuments(folder)).toThrow(DocumentError)
    expect(() => loadDocuments(folder)).toThrow(/a\.json.*panels\.0\.name.*colour/s)
    put('a.json', '{')
    expect(() => loadDocuments(folder)).toThrow(/a\.json is not JSON/)
  })
})

describe('events', () => {
  it('are known by their day and a number within it, by date', () => {
    const csv = `${EVENTS}2022-03-01,Later,war,https://c,\n2022-02-24,First,war,https://a,n\n2022-02-24,"Second, that day",policy,https://b,\n`
    expect(readEvents(csv)).toEqual([
      {
        id: '2022-02-24-1',
        date: '2022-02-24',
        title: 'First',
        category: 'war',
        sourceUrl: 'https://a',
        note: 'n',
      },
      expect.objectContaining({ id: '2022-02-24-2', title: 'Second, that day', note: null }),
      expect.objectContaining({ id: '2022-03-01-1' }),
    ])
  })

  it('have a day that there is', () => {
    expect(() => readEvents(`${EVENTS}2022-02-30,x,war,https://a,\n`)).toThrow(/row 1.*date/)
  })
})
