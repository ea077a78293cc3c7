/* Small comforts. Every page does its work without this file. */
const all = selector => [...document.querySelectorAll(selector)]

/* A form that came back with errors: begin at the list of them. */
const errors = document.querySelector('.errors')
errors?.focus()

/* A form is sent once. The buttons go to sleep after the browser has taken the pressed one's name and value. */
const asleep = new Map()

const wake = form => {
  for (const button of asleep.get(form) ?? []) button.disabled = false
  asleep.delete(form)
}

const sleep = form => {
  const buttons = [...form.elements].filter(element => element.localName === 'button' && !element.disabled)
  asleep.set(form, buttons)
  setTimeout(() => {
    for (const button of buttons) button.disabled = true
  })
  setTimeout(() => wake(form), 15000)
}

document.addEventListener('submit', event => {
  const form = event.target
  if (form.method !== 'post' || event.defaultPrevented) return
  if (asleep.has(form)) event.preventDefault()
  else sleep(form)
})

/* Back to a page that the browser had kept: its forms may be sent again. */
addEventListener('pageshow', event => {
  if (event.persisted) for (const form of document.forms) wake(form)
})

/* Ask before a changed form is left behind. Nothing is kept in the browser: devices are shared. */
const answers = form => new URLSearchParams(new FormData(form)).toString()
const guarded = all('form[data-guard]').map(form => ({ form, first: errors ? null : answers(form) }))

if (guarded.length) {
  addEventListener('beforeunload', event => {
    if (guarded.some(({ form, first }) => !asleep.has(form) && answers(form) !== first)) event.preventDefault()
  })
}

/* Filters apply when a pointer changes them. With the keyboard every arrow is a change, so there the button does it. */
let pointing = false
addEventListener('pointerdown', () => (pointing = true), true)
addEventListener('keydown', () => (pointing = false), true)

document.addEventListener('change', event => {
  const form = event.target.form
  if (!pointing || form?.dataset.auto === undefined) return
  sessionStorage.setItem('filter', event.target.id)
  form.requestSubmit()
})

const filter = sessionStorage.getItem('filter')
if (filter) {
  sessionStorage.removeItem('filter')
  if (!errors) document.querySelector(`form[data-auto] #${CSS.escape(filter)}`)?.focus({ preventScroll: true })
}

/* The account menu closes with Escape, and when something else is pressed. */
addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('.menu[open]')
  if (!open) return
  open.open = false
  open.querySelector('summary').focus()
})

addEventListener('click', event => {
  for (const menu of all('.menu[open]')) if (!menu.contains(event.target)) menu.open = false
})

/* Ctrl+K goes to the search box. */
addEventListener('keydown', event => {
  const box = document.querySelector('.find input')
  if (!box || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  box.focus()
})

/* A button that prints is shown only where it can. */
for (const button of all('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

/* A code that came with the address goes into its field, and out of the address bar. Only the button sends it. */
const code = document.querySelector('form:is([action="/d"], [action="/in/renewal"]) #code')
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
}
