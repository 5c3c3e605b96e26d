import type { SpawnSyncOptions } from 'node:child_process'

export const root: string
export function stop(message: string): never
export function step(command: string, args: string[], options?: SpawnSyncOptions): number
export function install(): void
export function node(): string
export const FLAGS: string[]
export const PROGRAMS: Record<string, string>
export function program(name: string): string
export function build(options?: { force?: boolean }): void
export function chromium(): string
