import { PROBLEMS } from '../errors.ts'
import type { Document } from './document.ts'
import { guide } from './guide.ts'
import { code, escaped, id, listing, paragraph, table, words } from './html.ts'
import { curlOf, type Operation, operationsOf, type Parameter, type Schema } from './operations.ts'

/** An API's description as a page of plain HTML: headings, tables and a curl line for each route. */
export function renderDocument(document: Document, origin: string): string {
  const { info, tags = [] } = document
  const operations = operationsOf(document)
  const schemas = Object.entries(document.components?.schemas ?? {})
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter((operation) => operation.tag === name)
    return `<section aria-labelledby="${id(name)}"><h2 id="${id(name)}">${escaped(name)}</h2>
${paragraph(description)}${own.map((operation) => article(operation, origin)).join('\n')}</section>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)} API</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><p><a href="/">${escaped(info.title)}</a></p>
<h1>${escaped(info.title)} API</h1>
${(info.description ?? '').split('\n\n').map(paragraph).join('\n')}
<p>Version ${escaped(info.version)}. For programs: <a href="/api/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Parts"><ul>
${['Asking', ...tags.map(({ name }) => name), 'Shapes', 'Problems'].map((name) => `<li><a href="#${id(name)}">${escaped(name)}</a></li>`).join('\n')}
</ul></nav>
<main>
${guide()}
${sections.join('\n')}
<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>
${schemas.map(([name, schema]) => shape(name, schema as Schema)).join('\n')}</section>
<section aria-labelledby="problems"><h2 id="problems">Problems</h2>
<p>What goes wrong is told as <code>application/problem+json</code> (RFC 9457); <code>code</code> is one of these.</p>
${table('Problems', ['Code', 'Status', 'What to do'], problemRows())}</section>
</main>
</body>
</html>
`
}

function article(operation: Operation, origin: string): string {
  const { method, path, summary, description, parameters, body, answers } = operation
  const title = `${method.toUpperCase()} ${path}`
  const fields = body ? Object.entries(body.properties ?? {}) : []
  return `<article><h3 id="${id(title)}">${escaped(summary)}</h3>
<p class="route"><strong>${method.toUpperCase()}</strong> ${code(path)}${operation.writes ? ' <span>needs the token</span>' : ''}</p>
${paragraph(description)}
${curlOf(operation, origin).map(listing).join('\n')}
${table(`Parameters of ${title}`, ['Parameter', 'Type', 'Meaning'], parameters.map(parameterRow))}
${body && fields.length === 0 ? `<p>Body: ${typeText(body)}.</p>` : ''}
${table(
  `Body of ${title}`,
  ['Field', 'Type', 'Meaning'],
  fields.map(([name, schema]) => [code(name), typeText(schema), meaning(schema)]),
)}
${table(
  `Answers of ${title}`,
  ['Answer', 'Type', 'Meaning'],
  answers
    .filter(isOwn)
    .map(({ status, type, schema, description }) => [
      escaped(status),
      schema ? typeText(schema, type) : '',
      words(description),
    ]),
)}
${problemLine(answers.filter((answer) => !isOwn(answer)))}</article>`
}

/** What only this route answers; a problem says the same everywhere. */
const isOwn = ({ type }: Operation['answers'][number]): boolean =>
  type !== 'application/problem+json'

const problemLine = (answers: Operation['answers']): string =>
  answers.length === 0
    ? ''
    : `<p>Or a <a href="#problems">problem</a>: ${answers.map(({ status }) => status).join(', ')}.</p>`

const parameterRow = ({ name, required, schema, description }: Parameter): string[] => [
  `${code(name)}${required ? ' (required)' : ''}`,
  typeText(schema),
  meaning({ ...schema, description: description ?? schema.description }),
]

const meaning = ({ description, example, default: preset }: Schema): string =>
  [
    description && words(description),
    example !== undefined &&
      `For example ${code(typeof example === 'string' ? example : JSON.stringify(example))}.`,
    preset !== undefined && `${code(preset)} if left out.`,
  ]
    .filter(Boolean)
    .join(' ')

function shape(name: string, schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([field, own]) => [
    `${code(field)}${schema.required?.includes(field) ? '' : ' (not always)'}`,
    typeText(own),
    meaning(own),
  ])
  return `<article><h3 id="shape-${id(name)}">${escaped(name)}</h3>${paragraph(schema.description)}
${rows.length > 0 ? table(`Fields of ${name}`, ['Field', 'Type', 'Meaning'], rows) : `<p>${typeText(schema)}</p>`}
${schema.example === undefined ? '' : listing(JSON.stringify(schema.example, null, 2))}</article>`
}

/** A schema in words, with links to the shapes that it names. */
function typeText(schema: Schema, mediaType?: string): string {
  const { $ref, type, items, enum: values, additionalProperties, properties } = schema
  if (mediaType && !mediaType.includes('json')) return code(mediaType)
  if ($ref) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return `<a href="#shape-${id(name)}">${escaped(name)}</a>`
  }
  if (values) return values.map((value) => code(JSON.stringify(value))).join(', ')
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return [...new Set(choices.map((one) => typeText(one)))].join(' or ')
  if (items) return `list of ${listed(items)}`
  if (properties) {
    const fields = Object.entries(properties).map(([name, own]) => `${code(name)} ${typeText(own)}`)
    return `{ ${fields.join(', ')} }`
  }
  if (typeof additionalProperties === 'object') return `map of ${typeText(additionalProperties)}`
  return escaped((Array.isArray(type) ? type : [type ?? 'anything']).join(' or '))
}

/** What a list holds: choices between brackets, so that they do not run into the next word. */
const listed = (items: Schema): string => {
  const text = typeText(items)
  return items.anyOf || items.enum ? `(${text})` : text
}

const problemRows = (): string[][] =>
  Object.entries(PROBLEMS).map(([name, [status, next]]) => [
    `<code id="${name}">${name}</code>`,
    String(status),
    escaped(next),
  ])
