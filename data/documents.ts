import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import type { Annotation, Dashboard, Kpi, LineSpec, Panel, TradeEvent } from './model/dashboard.ts'
import { parseDay } from './model/day.ts'

/** What is kept as documents: the pages of charts and the events drawn over them. */
export interface Documents {
  /** By `order`. */
  dashboards: Dashboard[]
  /** By date. */
  events: TradeEvent[]
}

/** A document that cannot be used; names the file and the place in it. */
export class DocumentError extends Error {
  override name = 'DocumentError'
}

const line = z.strictObject({
  label: z.string(),
  colour: z.string().optional(),
  role: z
    .enum(['subject', 'stack', 'total', 'balance', 'stated', 'computed', 'mirror', 'context'])
    .optional(),
}) satisfies z.ZodType<LineSpec>

const annotation = z.strictObject({
  series: z.string(),
  period: z.string(),
  text: z.string(),
}) satisfies z.ZodType<Annotation>

const panel = z.strictObject({
  id: z.string(),
  claim: z.string().max(75).optional(),
  checked: z.string().optional(),
  name: z.string(),
  subtitle: z.string(),
  form: z.enum(['bars', 'lines', 'years', 'pairs', 'spans', 'ranked']),
  query: z.string(),
  lines: z.record(z.string(), line),
  events: z.array(z.string()).max(7).optional(),
  annotations: z.array(annotation).optional(),
  source: z.string(),
  remark: z.string().optional(),
  width: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(12)]),
  height: z.number().optional(),
  unit: z.string(),
  perMonth: z.boolean().optional(),
  phone: z.literal('hide').optional(),
}) satisfies z.ZodType<Panel>

const kpi = z.strictObject({
  label: z.string(),
  query: z.string(),
  period: z.string().optional(),
  unit: z.string(),
  changeQuery: z.string().optional(),
  changePeriod: z.string().optional(),
  changeAs: z.literal('level').optional(),
  change: z.string().optional(),
  spark: z.string().optional(),
  colour: z.string().optional(),
  href: z.string().optional(),
}) satisfies z.ZodType<Kpi>

export const DashboardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  summary: z.string(),
  order: z.number(),
  kpis: z.array(kpi),
  more: z.array(kpi).optional(),
  panels: z.array(panel),
}) satisfies z.ZodType<Dashboard>

const EventRow = z.object({
  date: z.string().refine((text) => parseDay(text) !== undefined, 'is not a day'),
  title: z.string().min(1),
  category: z.string().min(1),
  source_url: z.string(),
  note: z.string(),
})

/** Reads `*.json` (but `claims.json`, which is no page) and `events.csv` of a folder. Throws DocumentError. */
export function loadDocuments(folder: string): Documents {
  const names = readdirSync(folder).filter((name) => /\.json$/.test(name) && name !== 'claims.json')
  const dashboards = names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return checked(name, DashboardSchema, parseJson(name, text))
  })
  return {
    dashboards: dashboards.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id)),
    events: readEvents(readFileSync(join(folder, 'events.csv'), 'utf8')),
  }
}

/** Events of a CSV (date, title, category, source_url, note), by date; ids are the date and a running number. */
export function readEvents(csv: string): TradeEvent[] {
  const { data } = Papa.parse<unknown>(csv, { header: true, skipEmptyLines: true })
  const rows = data.map((row, i) => checked(`events.csv, row ${i + 1}`, EventRow, row))
  const onDay = new Map<string, number>()
  return rows
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ source_url, note, ...event }) => {
      const n = (onDay.get(event.date) ?? 0) + 1
      onDay.set(event.date, n)
      return { id: `${event.date}-${n}`, ...event, sourceUrl: source_url, note: note || null }
    })
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DocumentError(`${name} is not JSON: ${(cause as Error).message}`, { cause })
  }
}

function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new DocumentError(`${name} cannot be used. ${faults.join('; ')}`)
}
