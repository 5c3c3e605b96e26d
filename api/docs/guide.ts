import { STATUS_WORDS } from '../../data/model/status.ts'
import { transforms } from '../../data/transform/registry.ts'
import { code, paragraph, table, words } from './html.ts'

const SERIES = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'

const TERMS = [
  ['series', 'One line. `dataset/key` names it; several are separated by commas.'],
  [
    'period',
    'A span of days, both ends included, in its shortest spelling: `2023`, `2023-S1`, `2023-Q4`, `2023-11`, `2023-W50`, `2023-12-17`, else `2023-01/2023-02` or `2022-02-24/2022-12-31`. A cumulative series always says both ends. `start` and `end` understand every spelling and keep the periods that lie wholly inside; `straddling` counts those across an edge.',
  ],
  [
    'span',
    'Lengths of period: `A` years, `S` half-years, `Q` quarters, `M` months, `W` weeks, `D` days, `ytd` from January on, `I` all others. `span=M,ytd` keeps two of them.',
  ],
  [
    'release',
    'One telling of a figure, with its source and its day of publication. A figure told several times is kept several times; the selected release answers, `/api/observations` tells them all.',
  ],
  [
    'asOf',
    'The store as it was known on a day: releases published later do not exist. A day that is still to come gives what is known now. `assumed` counts periods whose day of publication is assumed.',
  ],
  [
    'status',
    `A set of letters (SDMX CL_OBS_STATUS): ${Object.entries(STATUS_WORDS)
      .filter(([letter]) => /[A-Z]/.test(letter))
      .map(([letter, meaning]) => `\`${letter}\` ${meaning}`)
      .join(', ')}. Small letters are Eurostat's flags.`,
  ],
  [
    'import',
    'One CSV file taken in: read, compared, written at once or not at all. A preview waits to be committed; an ambiguous one for an answer; both are let go when nobody comes back.',
  ],
] as const

/** What one must know to ask: words, and what can be computed. */
export const guide = (): string => `<section aria-labelledby="asking"><h2 id="asking">Asking</h2>
${paragraph(`Figures are at \`/api/data?series=${SERIES}&start=2023-01&end=2023-11\`. Put \`.csv\`, \`.json\` or \`.xlsx\` after \`data\` for a file of the same answer.`)}
${table(
  'Words',
  ['Word', 'Meaning'],
  TERMS.map(([term, meaning]) => [code(term), words(meaning)]),
)}
<h3 id="transformations">Transformations</h3>
${paragraph('Around a series, `series=yoy(ID)`, beside others as they are; or over all that are listed, `transform=sum12,yoy`, from left to right. One that makes no sense for a series is refused with the reason.')}
${paragraph('`sum(DATASET/flow=X;commodity=2709)` is the sum of all series of a dataset that have these codes, over all others: of amounts in one unit only (`unit=USD_bn` says which), a total beside its parts left out. Each figure says of how many series it is the sum; it is missing where any of them is, and says how many.')}
${table(
  'Transformations',
  ['Name', 'Gives', 'For example'],
  Object.entries(transforms).map(([name, { label, argument, takes }]) => [
    code(name),
    words(argument ? `${label}; its argument is the ${argument.label}` : label),
    code(exampleOf(name, argument?.example, takes)),
  ]),
)}</section>`

function exampleOf(name: string, argument: string | undefined, takes: 'each' | 'all'): string {
  if (takes === 'all') return `${name}(ID,ID)`
  return argument === undefined ? `${name}(ID)` : `${name}(ID:${argument})`
}
