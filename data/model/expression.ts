import type { SeriesExpression, Step } from './query.ts'
import { QueryError } from './query-error.ts'
import { parseSelection } from './selection.ts'

/** Functions of functions of functions: deeper than this is a mistake or an attack. */
const DEEPEST = 8

/** Splits at the commas that stand outside parentheses; empty items fall away. */
export function splitList(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at]
    if (letter === '(') depth++
    else if (letter === ')') depth--
    else if (letter === undefined || (letter === ',' && depth <= 0)) {
      const item = text.slice(from, at).trim()
      if (item !== '') items.push(item)
      from = at + 1
    }
  }
  return items
}

/** `yoy`, `index:2021-12`. Whether there is such a transformation, the transformations know. */
export const parseStep = (text: string): Step => readStep(text, 'transform')

function readStep(text: string, param: 'series' | 'transform'): Step {
  const match = /^([A-Za-z][A-Za-z0-9]*)(?::([^(),:]+))?$/.exec(text.trim())
  if (match) return { name: match[1]!, argument: match[2]?.trim() ?? null }
  throw new QueryError(
    'bad-transform',
    `"${text}" is not a transformation; write yoy or index:2021.`,
    { param },
  )
}

/**
 * Reads `dataset/key`, `yoy(...)`, `index(...:2021-12)`, `balance(a,b)`; they nest. A sum over all series
 * that have some codes, `sum(dataset/flow=X)`, is read as one series. Throws QueryError.
 */
export function parseExpression(text: string, depth = 0): SeriesExpression {
  const source = text.trim()
  const fail = (message: string): never => {
    throw new QueryError('bad-series', message, { param: 'series' })
  }
  if (depth > DEEPEST) return fail(`More than ${DEEPEST} functions are inside one another.`)
  if (parseSelection(source)) return { kind: 'series', id: source }
  const open = source.indexOf('(')
  if (open < 0) {
    if (/^[^\s(),:/]+\/[^\s(),:/]+$/.test(source)) return { kind: 'series', id: source }
    return fail(`"${source}" names no series; write it as dataset/key.`)
  }
  if (!source.endsWith(')')) return fail(`"${source}" lacks its closing parenthesis.`)
  const inside = source.slice(open + 1, -1)
  const colon = inside.indexOf(':', inside.lastIndexOf(')') + 1)
  const name = source.slice(0, open)
  const step = readStep(colon < 0 ? name : `${name}:${inside.slice(colon + 1)}`, 'series')
  const of = splitList(colon < 0 ? inside : inside.slice(0, colon))
  if (of.length === 0) return fail(`"${source}" applies to nothing; name a series in it.`)
  return { kind: 'apply', step, of: of.map((item) => parseExpression(item, depth + 1)) }
}

export const stepText = ({ name, argument }: Step): string =>
  argument === null ? name : `${name}:${argument}`

/** A function of expressions as text: `balance(a,b)`, `index(a:2021-12)`. */
export const callText = ({ name, argument }: Step, of: readonly string[]): string =>
  `${name}(${of.join(',')}${argument === null ? '' : `:${argument}`})`

/** What `parseExpression` reads. */
export const expressionText = (expression: SeriesExpression): string =>
  expression.kind === 'series'
    ? expression.id
    : callText(expression.step, expression.of.map(expressionText))
