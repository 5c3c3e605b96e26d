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

/** A line for a terminal that asks a route, with the examples of its parameters. */
export function curlOf(operation: Operation, origin: string): string {
  const { method, path, parameters, body, bodyType, writes } = operation
  const where = path.replace(/\{(\w+)\}/g, (_, name: string) => exampleOf(parameters, name))
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name }) => `${name}=${exampleOf(parameters, name)}`)
    .join('&')
  const parts = ['curl']
  if (method !== 'get') parts.push(`-X ${method.toUpperCase()}`)
  if (writes) parts.push('-H "Authorization: Bearer $TOKEN"')
  if (bodyType === 'multipart/form-data') parts.push('-F dataset=bilateral-trade -F file=@FILE.csv')
  else if (bodyType && !writes) {
    const names = Object.keys(body?.properties ?? {})
    parts.push(`--json '${JSON.stringify(Object.fromEntries(names.map((name) => [name, '...'])))}'`)
  }
  parts.push(`'${origin}${where}${query && `?${query}`}'`)
  return parts.join(' ')
}

const exampleOf = (parameters: Parameter[], name: string): string => {
  const found = parameters.find((parameter) => parameter.name === name)
  return String(found?.schema.example ?? name.toUpperCase())
}
