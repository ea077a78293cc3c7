/** A mail server for tests, on this machine. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

const servers: Server[] = []

export const closeMailServers = (): void => servers.splice(0).forEach(server => server.close())

type Hooks = { beforeTaking?: () => Promise<void> }

/** A mail server that says yes to everything, unless it is told to answer a command otherwise. It may do something before it takes a letter. */
export const aMailServer = async (answers: Record<string, string> = {}, { beforeTaking }: Hooks = {}) => {
  const heard: string[] = []
  const server = createServer(socket => {
    let inLetter = false
    const answer = (line: string): string => {
      if (inLetter) {
        inLetter = line !== '.'
        return inLetter ? '' : '250 taken'
      }
      const word = line.slice(0, 4).toUpperCase()
      inLetter = word === 'DATA'
      return answers[word] ?? (inLetter ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 well')
    }
    if (answers['HELLO'] !== 'silence') socket.write('220 here\r\n')
    socket.setEncoding('utf8').on('error', () => undefined)
    socket.on('data', async (words: string) => {
      for (const line of words.split('\r\n').slice(0, -1)) {
        heard.push(line)
        const said = answer(line)
        if (said === '250 taken') await beforeTaking?.()
        if (said) socket.write(`${said}\r\n`)
      }
    })
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return { heard, url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}` }
}
