/** A small load: some clients ask one page over and over, on kept-alive connections, for a fixed number of requests. */
import { Agent, request } from 'node:http'

export type Target = { port: number; path: string; cookie: string }

const once = (agent: Agent, { port, path, cookie }: Target): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ agent, port, path, host: '127.0.0.1', headers: { cookie } }, answer => {
      let bytes = 0
      answer.on('data', chunk => (bytes += chunk.length))
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path} answered ${answer.statusCode}`)),
      )
    })
      .on('error', reject)
      .end()
  })

/** Asks for the paths in turn; gives the bytes of the last answer. */
export const load = async (
  target: Omit<Target, 'path'> & { paths: string[] },
  requests: number,
  clients: number,
): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  let asked = 0
  let bytes = 0
  const client = async () => {
    while (asked < requests) {
      const path = target.paths[asked++ % target.paths.length] ?? '/'
      bytes = await once(agent, { ...target, path })
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return bytes
}
