import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { migrate } from '#platform/migrate'
import { starterRulebook } from '#court/programs'
const base = 'postgres://postgres@127.0.0.1:5455/'
const a = new Client({ connectionString: base + 'postgres' }); await a.connect()
await a.query('drop database if exists pj_casefile_bench with (force)'); await a.query('create database pj_casefile_bench'); await a.end()
await migrate(base + 'pj_casefile_bench', 'drizzle')
const c = new Client({ connectionString: base + 'pj_casefile_bench' }); await c.connect()
const rules = starterRulebook('charlotte')
for (const [k, v] of Object.entries({ cases: '100000', programs: '100', rules: JSON.stringify(rules), password: 'x', offence: rules.offences[0]!.code }))
  await c.query(`select set_config($1, $2, false)`, ['volume.' + k, v])
const t = Date.now()
await c.query(readFileSync('seeds/volume.sql', 'utf8'))
console.log('filled', Date.now() - t); await c.end()
