import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RequestError } from '../../web/client.ts'
import { refresh, remote, retry } from '../../web/remote.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('an answer that is kept', () => {
  test('is asked for once, however many want it', async () => {
    const ask = vi.fn(async () => 1)
    const first = remote('once', ask)
    const second = remote('once', ask)
    expect(first.value).toMatchObject({ value: null, loading: true })
    await settle()
    expect([first.value.value, second.value.value]).toEqual([1, 1])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('stays while a new one comes after a write', async () => {
    let value = 1
    const kept = remote('written', async () => value)
    await settle()
    value = 2
    refresh()
    expect(kept.value).toMatchObject({ value: 1, loading: true })
    await settle()
    expect(kept.value).toMatchObject({ value: 2, loading: false })
  })
})

describe('an answer that does not come', () => {
  test('is asked for again by itself, later each time, and the old figures stay', async () => {
    let fails = false
    const ask = vi.fn(async () => {
      if (fails) throw new RequestError('The store does not answer.', 503)
      return 'figures'
    })
    const kept = remote('fails', ask)
    await settle()
    fails = true
    retry('fails')
    await settle()
    expect(kept.value).toMatchObject({ value: 'figures', loading: false })
    expect(kept.value.error?.message).toBe('The store does not answer.')
    expect(kept.value.retryAt).toBe(Date.now() + 5_000)

    await vi.advanceTimersByTimeAsync(5_000)
    expect(kept.value.retryAt).toBe(Date.now() + 10_000)

    fails = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept.value).toMatchObject({ value: 'figures', error: null, retryAt: null })
    expect(ask).toHaveBeenCalledTimes(4)
  })

  test('is not asked for again where asking was the mistake', async () => {
    const ask = vi.fn(async () => {
      throw new RequestError('There is no series d/y. Did you mean d/x?', 404)
    })
    const kept = remote('mistaken', ask)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(kept.value.retryAt).toBeNull()
    expect(ask).toHaveBeenCalledTimes(1)
  })
})
