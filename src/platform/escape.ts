/** Text made safe to stand in markup, between tags or inside quotes. */

declare const markup: unique symbol

/** Markup that is printed as it is. Only views, icons and the form key make it. */
export type Html = string & { readonly [markup]: true }

const unsafe = /[&<>"']/
const all = /[&<>"']/g
const safe: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }

/** Most texts hold nothing to escape, and finding that out is cheap. */
export const escapeHtml = (value?: unknown): string => {
  if (typeof value === 'number') return String(value)
  const text = String(value ?? '')
  return unsafe.test(text) ? text.replace(all, sign => safe[sign] ?? sign) : text
}
