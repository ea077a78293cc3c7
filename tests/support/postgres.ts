/** One PostgreSQL for the whole run: the one that DATABASE_URL names, or one of our own that is gone afterwards. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/migrate'
import { startPostgres } from '#platform/postgres'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

export default async (project: TestProject) => {
  const server = await serverForRun()
  const template = `peer_jury_test_${randomBytes(6).toString('hex')}`
  await admin(server.url, `create database ${template}`)
  await migrate(databaseUrl(server.url, template), resolve('drizzle'))
  project.provide('adminUrl', server.url)
  project.provide('template', template)
  return async () => {
    await dropAll(server.url, template)
    await server.stop()
  }
}

const serverForRun = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => undefined }
  const dataDir = await mkdtemp(join(tmpdir(), 'pj-'))
  const server = await startPostgres({ dataDir, durable: false })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same address with another database. */
export const databaseUrl = (url: string, database: string): string => {
  const socket = /^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*(\?.*)?$/.exec(url)
  if (!socket) throw new Error('the address of the test server has an unknown form')
  return `${socket[1]}/${database}${socket[2] ?? ''}`
}

export const admin = async (url: string, text: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

const dropAll = async (url: string, template: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
    `${template}%`,
  ])
  for (const row of rows) await client.query(`drop database if exists ${row.datname} with (force)`)
  await client.end()
}
