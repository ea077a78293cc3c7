/** What the browser fetches beside a page: one sheet of style, one font, one script, one icon. Made once, at start. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { bundle } from 'lightningcss'

export type AssetName = 'app.css' | 'app.js' | 'figtree.woff2' | 'icon.svg'

/** The addresses that every layout needs. */
export type AssetLinks = { css: string; js: string; font: string; icon: string }

export type Assets = {
  url: (name: AssetName) => string
  links: AssetLinks
  /** Mount at the root: it answers to `/assets/…` and leaves all else alone. */
  routes: RequestHandler
}

type Asset = { url: string; type: string; plain: Buffer; br: Buffer | null; gzip: Buffer | null }

const types: Record<AssetName, string> = {
  'app.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'figtree.woff2': 'font/woff2',
  'icon.svg': 'image/svg+xml',
}

/** Older phones than these lose dark edges and transitions, never words. */
const targets = { safari: (15 << 16) | (4 << 8), ios_saf: (15 << 16) | (4 << 8), chrome: 100 << 16, firefox: 102 << 16 }

const inPublic = (path: string): string => fileURLToPath(new URL(`../../public/${path}`, import.meta.url))

const compileStyle = (fontUrl: string): Buffer => {
  const { code } = bundle({ filename: inPublic('app.css'), minify: true, targets })
  return Buffer.from(Buffer.from(code).toString().replace('figtree.woff2', fontUrl))
}

/** The latin cut of Figtree, all weights in one file. */
const readFont = (): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2')))

const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })

const makeAsset = (name: AssetName, plain: Buffer): Asset => {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10)
  const squeezable = name !== 'figtree.woff2'
  return {
    url: `/assets/${name.replace('.', `.${hash}.`)}`,
    type: types[name],
    plain,
    br: squeezable ? brotli(plain) : null,
    gzip: squeezable ? gzipSync(plain, { level: 9 }) : null,
  }
}

/** The name holds a hash of the content, so a browser may keep what it fetched for ever. */
const serve =
  (byUrl: ReadonlyMap<string, Asset>): RequestHandler =>
  (req, res, next) => {
    const asset = byUrl.get(req.path)
    if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const way = asset.br && asset.gzip ? req.acceptsEncodings('br', 'gzip', 'identity') : 'identity'
    const body = (way === 'br' && asset.br) || (way === 'gzip' && asset.gzip) || asset.plain
    res.setHeader('Content-Type', asset.type)
    res.setHeader('Content-Length', body.length)
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    if (asset.br) res.setHeader('Vary', 'Accept-Encoding')
    if (body !== asset.plain) res.setHeader('Content-Encoding', way as string)
    res.end(body)
  }

export const loadAssets = (): Assets => {
  const font = makeAsset('figtree.woff2', readFont())
  const made: Record<AssetName, Asset> = {
    'app.css': makeAsset('app.css', compileStyle(font.url)),
    'app.js': makeAsset('app.js', readFileSync(inPublic('app.js'))),
    'figtree.woff2': font,
    'icon.svg': makeAsset('icon.svg', readFileSync(inPublic('icon.svg'))),
  }
  const url = (name: AssetName): string => made[name].url
  return {
    url,
    links: { css: url('app.css'), js: url('app.js'), font: url('figtree.woff2'), icon: url('icon.svg') },
    routes: serve(new Map(Object.values(made).map(asset => [asset.url, asset]))),
  }
}
