/** Letters by e-mail: written from a page, and given to a mail server or put into a folder. */
import { createHash } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { speak } from '#words'
import type { MailConfig } from './config.ts'
import type { Language } from './formats.ts'
import type { Page } from './page.ts'
import { plainText } from './plain-text.ts'
import { inOneTongue, overheard } from './tongue.ts'
import type { Views } from './views.ts'

export type Mail = {
  /** Always the same for the same letter, so that a reader who gets it twice sees it once. */
  id: string
  to: string
  /** The name that stands beside the sender's address. */
  from: string
  subject: string
  text: string
  language: Language
}

export type Post = {
  /** Takes a letter, or throws. */
  send: (mail: Mail) => Promise<void>
  close: () => void
}

/** Writes a page as the subject and the text of a letter; in English where a text of it is not written in the reader's language. */
export type Pen = (page: Page, language: Language, timeZone: string) => Pick<Mail, 'subject' | 'text' | 'language'>

export const openPen =
  (views: Views): Pen =>
  (page, wanted, timeZone) => {
    const letter = inOneTongue(wanted, (language, missed) => ({
      subject: overheard(speak(language), missed).say(page.title),
      text: plainText(views.render(page.view, page, { language, timeZone, thisYear: null, nonce: '' }, missed)),
    }))
    return { ...letter.drawn, language: letter.language }
  }

export const openPost = (mail: MailConfig, from: string): Post =>
  mail.way === 'folder' ? folderPost(mail.folder, from) : smtpPost(mail.url, from)

/** Writes and sends one letter. Gives null, or a short code for what went wrong; never words, which might be somebody's. */
export const deliver = async (post: Post, write: () => Mail): Promise<string | null> => {
  try {
    await post.send(write())
    return null
  } catch (fault) {
    return codeOf(fault)
  }
}

const codeOf = (fault: unknown): string => {
  const { code, responseCode } = (fault ?? {}) as { code?: unknown; responseCode?: unknown }
  const words = [
    typeof code === 'string' ? code : 'unwritten',
    typeof responseCode === 'number' ? String(responseCode) : '',
  ]
  return words.join(' ').trim()
}

/** A server that says nothing holds up the letters behind it no longer than this. */
const patience = { connectionTimeout: 4000, greetingTimeout: 4000, socketTimeout: 6000, dnsTimeout: 3000 }

const smtpPost = (url: string, from: string): Post => {
  const transport = nodemailer.createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async mail => void (await transport.sendMail(messageOf(mail, from))),
    close: () => transport.close(),
  }
}

/** One file a letter, named by its id: a letter that is sent again takes the place of its first file. */
const folderPost = (folder: string, from: string): Post => {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    send: async mail => {
      const { message } = await writer.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(join(folder, `${fileName(mail.id)}.eml`), message as Buffer)
    },
    close: () => undefined,
  }
}

const fileName = (id: string): string => (/^[\w-]{1,80}$/.test(id) ? id : createHash('sha256').update(id).digest('hex'))

const writeWhole = async (path: string, content: Buffer): Promise<void> => {
  const file = await open(`${path}.half`, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.half`, path)
}

const messageOf = (mail: Mail, from: string) => ({
  messageId: `<${mail.id}@${from.slice(from.indexOf('@') + 1)}>`,
  from: { name: mail.from, address: from },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': mail.language },
})
