/** The whole house, open to visitors: the real app on a port of this machine, and browsers that knock at it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newId } from '#platform/ids'
import { openLog } from '#platform/log'
import { isRefusal } from '#platform/refusal'
import request, { type Agent, type Test } from 'supertest'
import { cookieName, openSession, type Who } from '#court/accounts'
import { createApp, type Settings } from '../../src/app.ts'
import type { TestCourt } from './court.ts'

/** A browser that keeps its cookies and sends forms as our own pages do. */
export type Visitor = {
  get: (path: string) => Test
  /** Posts a form; the key that makes it count once is added if it is not among the fields. */
  post: (path: string, fields?: Record<string, string | string[]>) => Test
  /** For what no page of ours would send. */
  agent: Agent
  /** What the browser holds under a name. */
  cookie: (name: string) => string | undefined
}

export type House = {
  url: string
  visitor: () => Visitor
  /** A browser that is signed in already. */
  as: (who: Who) => Promise<Visitor>
  close: () => Promise<void>
}

export const aHouse = async (court: TestCourt, wishes: Partial<Settings> = {}): Promise<House> => {
  const settings = {
    production: false,
    publicOrigin: 'http://court.test',
    proxies: 0,
    log: openLog({ level: 'silent' }),
    ...wishes,
  }
  const server = createServer(createApp(court, settings)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    visitor: () => browser(request.agent(url)),
    as: async who => {
      const opened = await openSession(court, who)
      if (isRefusal(opened)) throw new Error('this member of the court may not sign in')
      const agent = request.agent(url)
      agent.jar.setCookie(
        `${cookieName(settings.publicOrigin.startsWith('https:'))}=${opened.value}; path=/`,
        '127.0.0.1',
        '/',
      )
      return browser(agent)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const browser = (agent: Agent): Visitor => ({
  agent,
  get: path => agent.get(path),
  post: (path, fields = {}) =>
    agent
      .post(path)
      .type('form')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ once: newId(), ...fields }),
  cookie: name => agent.jar.getCookie(name, { domain: '127.0.0.1', path: '/', secure: false, script: false })?.value,
})
