import { defineConfig } from 'vite'

const api = process.env.ENTREPOT_API ?? 'http://127.0.0.1:3001'

/** Files that belong together in one script: every script is a request, and small ones compress badly. */
const files = (...names: string[]) => new RegExp(`/(${names.join('|')})[.]tsx?$`)

const SHELL = files(
  'web/(main|Shell|pages|router|remote|client|theme|print|count)',
  'web/ui/(Toast|lazy)',
  'web/search/open',
)
const PANEL = files(
  'web/(words|colours|params)',
  'web/charts/(Panel|States|SourceLinks|LastTold|view|scope|address)',
  'web/dashboard/ScopeControls',
  'web/ui/(Popover|PageHead|Icon|Button)',
  'data/model/[^/]+',
)

export default defineConfig({
  publicDir: 'web/public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', test: SHELL },
            { name: 'shell', test: /node_modules\/@?preact/ },
            { name: 'panel', test: PANEL },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api } },
})
