import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings, SETTINGS, SettingsError } from '../../api/settings.ts'

describe('settings', () => {
  it('work when nothing is set', () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'file:var/entrepot.db',
      ENTREPOT_UPLOADS: 'var/uploads',
      ENTREPOT_MAX_UPLOAD: 1024 ** 3,
      ENTREPOT_PREVIEW_DAYS: 30,
    })
  })

  it('come from the environment; an empty one counts as unset', () => {
    expect(readSettings({ PORT: '4000', HOST: '' })).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
    })
  })

  it('that cannot be used are all named, with what was there', () => {
    const wrong = { PORT: 'three', DATABASE_URL: 'postgres://x', ENTREPOT_TOKEN: 'short' }
    expect(() => readSettings(wrong)).toThrow(SettingsError)
    expect(() => readSettings(wrong)).toThrow(/PORT=three.*DATABASE_URL=postgres.*ENTREPOT_TOKEN/)
  })

  it('never show a token that cannot be used', () => {
    expect(() => readSettings({ ENTREPOT_TOKEN: 'short' })).not.toThrow(/short/)
  })

  it('each have a line of words, and stand in the README', () => {
    const path = new URL('../../README.md', import.meta.url)
    const readme = existsSync(path) ? readFileSync(path, 'utf8') : ''
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect([name, setting.description]).toEqual([name, expect.stringMatching(/\.$/)])
      expect(readme).toContain(`\`${name}\``)
    }
  })
})
