import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startSweep } from '#platform/sweep'
import { keptLog } from '../support/log.ts'

const places = async () => [{ id: 'one' }, { id: 'two' }]

describe('The sweep', () => {
  test('does each work in each program, and tells the log only counts', async () => {
    const kept = keptLog()
    const done: string[] = []
    const work = async ({ id }: { id: string }) => {
      done.push(id)
      return { sent: id === 'one' ? 2 : 0 }
    }
    const sweep = startSweep({ places, works: [{ name: 'letters', run: work }], log: kept.log })
    await sweep.once()
    await sweep.stop()
    expect(done).toEqual(['one', 'two'])
    expect(kept.lines()).toMatchObject([{ work: 'letters', program: 'one', sent: 2, msg: 'swept' }])
    expect(kept.lines()).toHaveLength(1)
  })

  test('never runs twice at once', async () => {
    let running = 0
    let most = 0
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await pause(20)
      running -= 1
      return {}
    }
    const sweep = startSweep({ places, works: [{ name: 'slow', run: work }], log: keptLog().log, everyMs: 5 })
    await pause(100)
    await Promise.all([sweep.once(), sweep.once()])
    await sweep.stop()
    expect(most).toBe(1)
  })

  test('that fails in one program goes on in the next, and repeats no words', async () => {
    const kept = keptLog()
    const work = async ({ id }: { id: string }) => {
      if (id === 'one')
        throw Object.assign(new Error('Quillane Brackenridge'), { code: '23505', constraint: 'people_name' })
      return { sent: 1 }
    }
    const sweep = startSweep({ places, works: [{ name: 'letters', run: work }], log: kept.log })
    await sweep.once()
    await sweep.stop()
    expect(kept.lines()).toMatchObject([
      { program: 'one', fault: { code: '23505', constraint: 'people_name' }, msg: 'the sweep failed' },
      { program: 'two', sent: 1 },
    ])
    expect(kept.text()).not.toMatch(/Quillane|Brackenridge/)
  })

  test('that is stopped finishes what it is at and begins nothing new', async () => {
    const done: string[] = []
    const work = async ({ id }: { id: string }) => {
      await pause(20)
      done.push(id)
      return {}
    }
    const sweep = startSweep({ places, works: [{ name: 'slow', run: work }], log: keptLog().log })
    void sweep.once()
    await pause(5)
    await sweep.stop()
    expect(done).toEqual(['one'])
  })
})
