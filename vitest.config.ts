import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/chance.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page comes to is waited for: a busy machine is slow, and not wrong.
    expect: { poll: { timeout: 15_000 } },
  },
})
