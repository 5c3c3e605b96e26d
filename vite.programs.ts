// Each program and its threads in few files: they start in half the time that hundreds of files take.
import { relative, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { PROGRAMS, root } from './scripts/setup.mjs'

const THREAD = /(?<=new URL\('\.\/[\w-]+-thread\.)ts(?=', import\.meta\.url\))/g
const PLACE = /(?<!-thread\.js', )import\.meta\.url/g

/** Threads are beside their program; what else a module reads is found from where its source is. */
function placed(): Plugin {
  let folder: string
  return {
    name: 'placed',
    enforce: 'pre',
    configResolved({ build }) {
      folder = resolve(root, build.outDir)
    },
    transform(code, id) {
      if (!id.startsWith(root) || id.includes('node_modules')) return
      const source = JSON.stringify(relative(folder, id).replaceAll('\\', '/'))
      return code.replace(THREAD, 'js').replace(PLACE, `new URL(${source}, import.meta.url).href`)
    },
  }
}

export default defineConfig({
  plugins: [placed()],
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    minify: false,
    target: 'node24',
    rolldownOptions: {
      input: PROGRAMS,
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
