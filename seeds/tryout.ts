import { resolve } from 'node:path'
import { Client } from 'pg'
import { openDatabase } from '#platform/database'
import { migrate } from '#platform/migrate'
import { tellStory } from './story.ts'

const [base = '', name = '', when] = process.argv.slice(2)
const admin = new Client({ connectionString: `${base}/postgres` })
await admin.connect()
await admin.query(`drop database if exists ${name} with (force)`)
await admin.query(`create database ${name}`)
const url = `${base}/${name}`
await migrate(url, resolve(process.env.DRZ ?? 'drizzle'))
const db = openDatabase({ url, role: 'peer_jury_app', connections: 10 })
const figures = openDatabase({ url, role: 'peer_jury_evaluator', connections: 2 })
const begun = performance.now()
const now = when ? new Date(when) : new Date()
try {
  const people = await tellStory({ db, figures, now: () => now, seed: () => 'x' }, url)
  console.log(now.toISOString(), `${((performance.now() - begun) / 1000).toFixed(1)} s`, JSON.stringify(process.cpuUsage()), people.length)
} catch (fault) {
  console.log(now.toISOString(), 'FAILED', fault)
}
await db.close()
await figures.close()
await admin.end()
