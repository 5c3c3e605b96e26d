import { defineConfig } from 'vite'

const api = process.env.ENTREPOT_API ?? 'http://127.0.0.1:3001'

export default defineConfig({
  publicDir: 'web/public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': api } },
})
