/** A server of its own process, so that its processor time is its own: `app` or `limit`. Says its port, then its time whenever asked. */
import { openDatabase } from '#platform/database'
import { openLog } from '#platform/log'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createApp } from '../../src/app.ts'
import { type Ground, serveLimit } from './limit.ts'

export type Order = { kind: 'app' | 'limit'; ground: Ground; frames: { case: string; night: string } }

const serve = ({ kind, ground, frames }: Order): Server =>
  kind === 'limit' ? serveLimit(ground, frames).listen(0, '127.0.0.1') : appOver(ground).listen(0, '127.0.0.1')

const appOver = (ground: Ground) => {
  const db = openDatabase({ url: ground.url, role: 'peer_jury_app' })
  const figures = openDatabase({ url: ground.url, role: 'peer_jury_evaluator', connections: 1 })
  const court = { db, figures, now: () => new Date(), seed: () => 'bench' }
  return createApp(court, {
    production: true,
    publicOrigin: 'http://127.0.0.1',
    proxies: 0,
    log: openLog({ level: 'info', to: { write: () => undefined } }),
  })
}

process.once('message', (order: Order) => {
  const server = serve(order)
  server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ ms: (user + system) / 1000 })
  })
})
