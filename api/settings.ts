import { z } from 'zod'

const GIB = 1024 ** 3

/** Every setting: an environment variable with a default that works and one line that says what it is. */
export const SETTINGS = {
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('Port to listen on; 0 takes any free one.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 lets other machines in.'),
  DATABASE_URL: z
    .string()
    .regex(/^file:/, 'must begin with file:')
    .default('file:var/entrepot.db')
    .describe(
      'The store: one SQLite file. access.json beside it keeps hashes of token and sessions.',
    ),
  ENTREPOT_TOKEN: z
    .string()
    .min(8, 'must have at least 8 characters')
    .optional()
    .describe('What writing asks for. Left out, one is made at the first start and printed once.'),
  ENTREPOT_UPLOADS: z
    .string()
    .default('var/uploads')
    .describe('Folder that uploaded files are kept in.'),
  ENTREPOT_MAX_UPLOAD: z.coerce
    .number()
    .int()
    .positive()
    .default(GIB)
    .describe('Largest upload in bytes (1 GiB).'),
  ENTREPOT_PREVIEW_DAYS: z.coerce
    .number()
    .positive()
    .default(30)
    .describe('Days after which a start lets go of previews and questions that nobody settled.'),
} as const

const Schema = z.object(SETTINGS)
export type Settings = z.infer<typeof Schema>

export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Settings from the environment; an empty variable counts as unset. Throws SettingsError naming each bad one. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = Schema.safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return name === 'ENTREPOT_TOKEN' ? `${name}: ${message}` : `${name}=${given[name]}: ${message}`
  })
  throw new SettingsError(`Settings that cannot be used. ${faults.join('; ')}`)
}
