import { readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sources } from './sources.ts'

interface Import {
  from: string
  to: string
  typeOnly: boolean
  /** Loaded when it is needed, not with its file. */
  later: boolean
}

const IMPORT =
  /(?:^|\n)\s*(import|export)(\s+type)?\s(?:[^'"\n;]|\n)*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/g

const imports: Import[] = sources.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(IMPORT)].map((match) => {
    const name = match[3] ?? match[4] ?? match[5] ?? ''
    const to = name.startsWith('.')
      ? relative(root, normalize(join(root, dirname(from), name)))
      : name
    return { from, to, typeOnly: match[2] !== undefined, later: match[3] === undefined }
  }),
)

/** Who may import whom (design, section 2): for each part the parts of ours that it may name. */
const MAY: Record<string, string[]> = {
  'data/model': [],
  'data/transform': ['data/model'],
  'data/codelists': [],
  'data/charts': ['data/model', 'data/codelists'],
  'data/compare': ['data/model'],
  'data/ingest': ['data/model', 'data/codelists'],
  'data/store': ['data/model', 'data/compare'],
  data: ['data/model', 'data/transform', 'data/ingest', 'data/store', 'data'],
  api: ['data', 'data/model', 'data/transform', 'data/store', 'data/charts'],
  web: ['data/model', 'data/transform', 'data/charts'],
  scripts: ['data', 'data/model', 'data/ingest', 'data/store', 'api', 'web'],
}

/** The folders of the two largest rooms, from the ground up. */
const FLOORS: Record<string, string[]> = {
  'data/ingest': [
    'units',
    'codes',
    'numbers',
    'periods',
    'records',
    'headings',
    'layouts',
    'reader',
    'above',
    'decide',
    'datasets',
    'roles',
    'scan',
  ],
  'data/store': [
    'migrations',
    'series',
    'search',
    'packed',
    'stage',
    'merge',
    'ledger',
    'write',
    'undo',
  ],
}

const partOf = (path: string): string => {
  const [room, folder, more] = path.split('/')
  const inner = `${room}/${folder}`
  return more !== undefined && inner in MAY ? inner : (room ?? '')
}

describe('the house', () => {
  it('has rooms that import only what stands below them', () => {
    const ours = imports.filter(({ to }) => /^(data|api|web|scripts)\//.test(to))
    const wrong = ours.filter(({ from, to, typeOnly }) => {
      const [a, b] = [partOf(from), partOf(to)]
      if (a === b || MAY[a]?.includes(b)) return false
      return !(a === 'web' && to === 'api/app.ts' && typeOnly)
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
    expect(ours.length).toBeGreaterThan(50)
  })

  it('has folders that import only those named before them', () => {
    const wrong = Object.entries(FLOORS).flatMap(([room, floors]) => {
      const floorOf = (path: string) => {
        const [inner = '', more] = path.slice(room.length + 1).split('/')
        return path.startsWith(`${room}/`) && more !== undefined ? floors.indexOf(inner) : undefined
      }
      return imports.filter(({ from, to }) => {
        const [above, below] = [floorOf(from), floorOf(to)]
        return above !== undefined && below !== undefined && below > above
      })
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
    for (const [room, floors] of Object.entries(FLOORS)) {
      const inside = sources.filter((path) => path.startsWith(`${room}/`))
      const folders = inside.map((path) => path.split('/').slice(2, -1)[0]).filter(Boolean)
      expect([...new Set(folders)].sort()).toEqual([...floors].sort())
    }
  })

  it('names the database driver, and the drawing library, in one place each', () => {
    const naming = (name: string) => [
      ...new Set(
        imports.filter(({ to }) => to === name || to.startsWith(`${name}/`)).map((i) => i.from),
      ),
    ]
    const running = (name: string) =>
      naming(name).filter((file) =>
        imports.some((i) => i.from === file && i.to.startsWith(name) && !i.typeOnly),
      )
    expect(running('better-sqlite3')).toEqual(['data/store/open.ts'])
    expect(running('echarts')).toEqual(['data/charts/engine.ts'])
  })

  it('keeps SQL in the store', () => {
    const elsewhere = sources.filter(
      (file) =>
        !file.startsWith('data/store/') &&
        !file.startsWith('scripts/') &&
        imports.some((i) => i.from === file && i.to === 'kysely' && !i.typeOnly),
    )
    expect(elsewhere).toEqual([])
  })

  it('has no circle of files', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, typeOnly, later } of imports) {
      if (!typeOnly && !later) next.set(from, [...(next.get(from) ?? []), to])
    }
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of sources) visit(file, [])
    expect(circles).toEqual([])
  })
})
