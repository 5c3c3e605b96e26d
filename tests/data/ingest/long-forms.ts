import fc from 'fast-check'
import { seeded } from '../../../scripts/bench/tidy.ts'

/** A country or a good in the ways that files name it. */
type Named = { code: string; spelled: Record<string, string> }

const country = (code: string, alpha2: string, m49: string, name: string): Named => ({
  code,
  spelled: { code, alpha2, m49, name },
})
const COUNTRIES = [
  country('CHN', 'CN', '156', 'China'),
  country('RUS', 'RU', '643', 'Russian Federation'),
  country('DEU', 'DE', '276', 'Germany'),
  country('KAZ', 'KZ', '398', 'Kazakhstan'),
]
const REPORTERS = [COUNTRIES[0]!, COUNTRIES[2]!]
const GOODS = ['0101', '2709', '870323']
const FLOWS = [
  { code: 'X', spelled: { code: 'X', name: 'Exports' } },
  { code: 'M', spelled: { code: 'M', name: 'Imports' } },
]

/** Columns that a long table may have beside its partner, period and value. */
const COLUMNS = ['reporter', 'flow', 'commodity', 'unit', 'status', 'source', 'line'] as const

export const longForms = fc.record({
  columns: fc.subarray([...COLUMNS]),
  /** The order of columns, by numbers that are sorted. */
  order: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
  countries: fc.constantFrom('code', 'alpha2', 'm49', 'name'),
  flows: fc.constantFrom('code', 'name'),
  /** Names stand beside the codes of countries. */
  labels: fc.boolean(),
  periods: fc.constantFrom('one', 'year and month', 'start and end'),
  headings: fc.constantFrom('plain', 'capitals', 'camel', 'sdmx'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  comma: fc.boolean(),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  seed: fc.nat(),
})
export type LongForm = typeof longForms extends fc.Arbitrary<infer T> ? T : never

const HEADINGS: Record<string, Record<string, string>> = {
  plain: {},
  capitals: {},
  camel: {
    partner: 'partnerCode',
    reporter: 'reporterCode',
    commodity: 'cmdCode',
    flow: 'flowCode',
  },
  sdmx: {
    partner: 'COUNTERPART_AREA',
    reporter: 'REF_AREA',
    commodity: 'COMMODITY',
    flow: 'FLOW',
    period: 'TIME_PERIOD',
    value: 'OBS_VALUE',
    status: 'OBS_STATUS',
    unit: 'UNIT_MEASURE',
  },
}
const two = (n: number): string => String(n).padStart(2, '0')

/** What a row tells, by the columns of our own downloads. */
export type Told = Record<string, string>

/** A file in long form and what its rows tell. */
export function longFile(form: LongForm): { text: string; told: Told[] } {
  const { columns, headings, labels, delimiter } = form
  const chance = seeded(form.seed)
  const has = (name: (typeof COLUMNS)[number]) => columns.includes(name)
  const named = (name: string): string => {
    const own = HEADINGS[headings]![name] ?? name
    return headings === 'capitals' ? own.toUpperCase() : own
  }
  const rows: { cells: [string, string][]; told: Told }[] = []
  for (const reporter of has('reporter') ? REPORTERS : [undefined])
    for (const partner of COUNTRIES)
      for (const flow of has('flow') ? FLOWS : [undefined])
        for (const good of has('commodity') ? GOODS.slice(0, 2) : [undefined])
          for (let month = 1; month <= 3; month++) {
            if (reporter === partner) continue
            const value = (chance() * 1000).toFixed(2)
            const status = chance() < 0.1 ? 'E' : 'A'
            const spell = ({ spelled }: Named) => spelled[form.countries]!
            const withName = (id: string, { spelled }: Named): [string, string][] =>
              labels && form.countries !== 'name' ? [[`${named(id)} name`, spelled.name!]] : []
            const last = new Date(Date.UTC(2023, month, 0)).getUTCDate()
            const period: [string, string][] =
              form.periods === 'one'
                ? [[named('period'), `2023-${two(month)}`]]
                : form.periods === 'year and month'
                  ? [
                      [named('year'), '2023'],
                      [named('month'), String(month)],
                    ]
                  : [
                      [named('period_start'), `2023-${two(month)}-01`],
                      [named('period_end'), `2023-${two(month)}-${last}`],
                    ]
            rows.push({
              cells: [
                ...(reporter
                  ? ([[named('reporter'), spell(reporter)], ...withName('reporter', reporter)] as [
                      string,
                      string,
                    ][])
                  : []),
                [named('partner'), spell(partner)],
                ...withName('partner', partner),
                ...(flow
                  ? ([[named('flow'), flow.spelled[form.flows as 'code']]] as [string, string][])
                  : []),
                ...(good ? ([[named('commodity'), good]] as [string, string][]) : []),
                ...period,
                [named('value'), form.comma ? value.replace('.', ',') : value],
                ...(has('unit') ? ([[named('unit'), 'USD million']] as [string, string][]) : []),
                ...(has('status') ? ([[named('status'), status]] as [string, string][]) : []),
                ...(has('source') ? ([[named('source'), 'Customs']] as [string, string][]) : []),
                ...(has('line') ? ([['No.', String(rows.length + 1)]] as [string, string][]) : []),
              ],
              told: {
                REPORTER: reporter?.code ?? '',
                PARTNER: partner.code,
                FLOW: flow?.code ?? '',
                COMMODITY: good ?? '',
                TIME_PERIOD: `2023-${two(month)}`,
                OBS_VALUE: value,
                OBS_STATUS: has('status') ? status : 'A',
                UNIT_MEASURE: has('unit') ? 'USD million' : '',
                SOURCE: has('source') ? 'Customs' : '',
              },
            })
          }
  const names = rows[0]!.cells.map(([name]) => name)
  const order = names.map((_, i) => i).sort((a, b) => form.order[a]! - form.order[b]!)
  const quote = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell)
  const line = (cells: string[]) => order.map((i) => quote(cells[i]!)).join(delimiter)
  const lines = [line(names), ...rows.map(({ cells }) => line(cells.map(([, cell]) => cell)))]
  const text = (form.bom ? '\ufeff' : '') + lines.join(form.crlf ? '\r\n' : '\n')
  return { text, told: rows.map(({ told }) => told) }
}
