import type { Html } from './escape.ts'

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'", nbsp: '\u00A0' }

/** A view read as plain text: a paragraph for each block, a line for each break, and every sign as it was before it was escaped. */
export const plainText = (html: Html): string =>
  html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?<br> ?/g, '\n')
    .replaceAll(/ ?<\/(?:p|h1|h2|li|address|div)> ?/g, '\n\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&([#\w]+);/g, (whole, sign: string) => signs[sign] ?? whole)
    .replaceAll(/^ +| +$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .concat('\n')
