import type { Document } from './document.ts'

/** The part of JSON Schema that our descriptions use. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  example?: unknown
  default?: unknown
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}

/** One route as its description has it. */
export interface Operation {
  method: string
  path: string
  tag: string
  summary: string
  description?: string
  writes: boolean
  parameters: Parameter[]
  body?: Schema
  /** Media type of the body. */
  bodyType?: string
  answers: { status: string; type?: string; schema?: Schema; description: string }[]
}

interface Described {
  tags?: string[]
  summary?: string
  description?: string
  security?: unknown[]
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

type Content = Record<string, { schema: Schema }>

/** Every route of a document, in its order. */
export function operationsOf(document: Document): Operation[] {
  const paths = document.paths as Record<string, Record<string, Described>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const [bodyType, body] = Object.entries(described.requestBody?.content ?? {})[0] ?? []
      return {
        method,
        path,
        tag: described.tags?.[0] ?? '',
        summary: described.summary ?? '',
        description: described.description,
        writes: (described.security?.length ?? 0) > 0,
        parameters: described.parameters ?? [],
        body: body?.schema,
        bodyType,
        answers: Object.entries(described.responses).map(([status, { description, content }]) => {
          const [type, { schema } = {}] = Object.entries(content ?? {})[0] ?? []
          return { status, description, type, schema }
        }),
      }
    }),
  )
}

/** Lines for a terminal that ask a route, with the examples of its parameters. */
export function curlOf(operation: Operation, origin: string): string[] {
  const { method, path, parameters, writes, tag } = operation
  const where = path.replace(/\{(\w+)\}/g, (_, name: string) => exampleOf(parameters, name))
  const required = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name }) => `${name}=${exampleOf(parameters, name)}`)
  const curl = [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...(tag === 'Downloads' ? ['-OJ'] : []),
    ...(path.endsWith('/progress') ? ['-N'] : []),
    ...(writes ? ['-H "Authorization: Bearer $TOKEN"'] : []),
  ]
  const line = (query: string[] = [], ...more: string[]): string => {
    const asked = [...required, ...query].join('&')
    return [...curl, ...more, `'${origin}${where}${asked && `?${asked}`}'`].join(' ')
  }
  const examples = EXAMPLES[`${method} ${path}`] ?? [{}]
  return examples.map(({ query, body }) => line(query, ...(body ? [body] : [])))
}

/** What is told besides the least that a route needs. */
const EXAMPLES: Record<string, { query?: string[]; body?: string }[]> = {
  'get /api/data': [
    { query: ['start=2023-01', 'end=2023-11'] },
    { query: ['start=2023', 'transform=yoy', 'asOf=2024-06-30'] },
  ],
  'get /api/observations': [{ query: ['start=2023', 'end=2023', 'history=true'] }],
  'get /api/series': [{ query: ['q=russia+yuan', 'frequency=M'] }, { query: ['partner=RUS'] }],
  'get /api/dimensions': [{}, { query: ['dataset=bilateral-trade', 'flow=export'] }],
  'get /api/events': [{ query: ['category=sanctions', 'start=2023'] }],
  'get /api/imports': [{ query: ['limit=10'] }],
  'post /api/imports': [
    { body: '-F dataset=bilateral-trade -F file=@FILE.csv' },
    { query: ['dryRun=true'], body: '-F \'mapping={"decimalMark":","}\' -F file=@FILE.csv' },
  ],
  'post /api/imports/{id}': [
    {},
    { query: ['dryRun=true'], body: '--json \'{"dataset":"bilateral-trade","mode":"append"}\'' },
  ],
  'delete /api/imports/{id}': [{ query: ['dryRun=true'] }, {}],
  'post /api/session': [
    { body: '-c cookies.txt --json "{\\"token\\":\\"$TOKEN\\",\\"name\\":\\"Ada\\"}"' },
  ],
  'delete /api/session': [{ body: '-b cookies.txt' }],
}

const exampleOf = (parameters: Parameter[], name: string): string => {
  const found = parameters.find((parameter) => parameter.name === name)
  return String(found?.schema.example ?? name.toUpperCase())
}
