/** Opens the door to the network, and shuts it without cutting anybody off in the middle of an answer. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { CannotStart, type Config } from './config.ts'

export const listen = async (app: RequestListener, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Server> => {
  const server = createServer(app)
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (fault) {
    throw new CannotStart([whyNot((fault as NodeJS.ErrnoException).code, host, port)])
  }
}

const whyNot = (code: string | undefined, host: string, port: number): string => {
  if (code === 'EADDRINUSE') return `PORT ${port} on ${host} is taken: stop the other program, or set another PORT.`
  if (code === 'EACCES') return `PORT ${port} may not be used by this user: set a PORT of 1024 or higher.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine.`
  return `HOST ${host} and PORT ${port} cannot be listened on (${code ?? 'no reason given'}).`
}

const PATIENCE = 5000

/** Answers that are under way are finished; a browser that merely holds its line is let go at once. */
export const shut = async (server: Server): Promise<void> => {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearTimeout(late)
}
