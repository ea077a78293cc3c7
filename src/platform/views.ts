/** The views: every template compiled once at start, then plain functions from a page model to markup. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Language, speak } from '#words'
import ejs from 'ejs'
import { escapeHtml, type Html } from './escape.ts'
import { type Formats, formats, type ThisYear } from './formats.ts'
import { openSummary } from './summary.ts'
import { type Missed, overheard } from './tongue.ts'

/** For whom, where and in which year a view is shown. */
export type Setting = { language: Language; timeZone: string; thisYear: ThisYear; nonce: string }

/** What a view may use beside its own facts and the texts. */
export type Ui = Formats &
  Readonly<Setting> & {
    /** Another view, shown here. */
    part(name: string, facts: object): Html
    icon(name: string): Html
    /** The one of several words that belongs to a state: ui.pick(v.kind, { hours: 'clock', letter: 'mail' }). */
    pick<const Key extends string, const Choice extends string>(
      key: Key,
      choices: Readonly<Record<Key, Choice>>,
    ): Choice
    /** The key that makes a form sent twice count once. Each form has its own. */
    once(): Html
    /** What is wrong with a question of this page: a link to it that begins with its name. */
    wrong(field: string, words: string): Html
  }

/** `missed` is called where a text is not written in the language of the setting. */
export type Views = { render(view: string, facts: object, setting: Setting, missed?: Missed | null): Html }

type Template = (locals: { v: object; t: unknown; ui: Ui }) => string

export const openViews = (folder: string, { debug = false } = {}): Views => {
  const templates = templatesIn(folder, debug)
  const icons = iconsIn(join(folder, 'icons'))
  return {
    render(view, facts, setting, missed = null) {
      const t = overheard(speak(setting.language, setting.thisYear), missed)
      const summary = openSummary()
      const part = (name: string, props: object): Html => {
        summary.note(name, props)
        return draw(found(templates, name, 'view'), name, { v: props, t, ui })
      }
      const icon = (name: string): Html => found(icons, name, 'icon')
      const shown = formats(setting.language, setting.timeZone, setting.thisYear)
      const ui: Ui = { ...shown, ...setting, part, icon, pick, once, wrong: summary.link }
      return summary.fill(part(view, facts))
    },
  }
}

const pick: Ui['pick'] = (key, choices) => choices[key]

const once = (): Html => `<input type="hidden" name="once" value="${randomUUID()}">` as Html

/** A fault in a view says in which one, since a compiled template has no name of its own. */
const draw = (template: Template, name: string, locals: Parameters<Template>[0]): Html => {
  try {
    return template(locals) as Html
  } catch (fault) {
    throw new Error(`The view ${name} could not be drawn`, { cause: fault })
  }
}

const templatesIn = (folder: string, debug: boolean): Map<string, Template> =>
  new Map(
    filesIn(folder, '.ejs').map(file => [
      nameOf(file),
      compileView(readFileSync(join(folder, file), 'utf8'), file, debug),
    ]),
  )

/** Compiles one template. The first line, which names its facts, and the end of the file leave no space on the page. */
export const compileView = (source: string, file: string, debug = false): Template =>
  ejs.compile(source.replace(/^(<%#.*?)-?%>\n/, '$1-%>\n').trimEnd(), {
    filename: file,
    strict: true,
    _with: false,
    destructuredLocals: ['v', 't', 'ui'],
    compileDebug: debug,
    escape: escapeHtml,
  })

const iconsIn = (folder: string): Map<string, Html> =>
  new Map(
    filesIn(folder, '.svg').map(file => [
      nameOf(file),
      compileIcon(readFileSync(join(folder, file), 'utf8'), nameOf(file) === 'chevron-right' ? 'i turn' : 'i'),
    ]),
  )

/** An icon says nothing by itself: it stands beside a word, so screen readers pass it by. The chevron of a fold turns with it. */
const compileIcon = (svg: string, look: string): Html =>
  svg
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (class|xmlns)="[^"]*"/g, '')
    .replace('<svg', `<svg class="${look}" aria-hidden="true"`)
    .replaceAll(/ ?(\/?>) ?/g, '$1')
    .trim() as Html

export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .toSorted()

/** 'casefile/show.ejs' is the view 'casefile/show' on every system. */
export const nameOf = (file: string): string => file.replace(/\.\w+$/, '').replaceAll(sep, '/')

const found = <Thing>(things: Map<string, Thing>, name: string, kind: string): Thing => {
  const thing = things.get(name)
  if (thing === undefined) throw new Error(`There is no ${kind} named ${name}`)
  return thing
}
