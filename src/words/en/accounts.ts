/** Words of signing in, of the paper codes, and of one's own page. */
export const accounts = {
  // Signing in
  'accounts.in': 'Sign in',
  'accounts.in.email': 'E-mail',
  'accounts.in.password': 'Password',
  'accounts.in.go': 'Sign in',
  'accounts.in.refused':
    'This e-mail and password do not go together. After five tries, wait 15 minutes before you try again. If you are stuck, ask your court to help you.',
  'accounts.in.paper': 'I have a paper code',
  'accounts.in.paper.why': 'Young people and families sign in with the code on their letter.',
  'accounts.out': 'You are signed out.',

  // Paper codes
  'accounts.slip': 'Your paper code',
  'accounts.slip.code': 'Code',
  'accounts.slip.hint':
    'It is on your letter or slip and looks like AB23-CDEFG-H4567. Big or small letters are both fine.',
  'accounts.slip.go': 'Continue',
  'accounts.slip.refused':
    'This code does not work. Check each letter. A code can also be too old or used already. Call your court and they will give you a new one.',
  'accounts.way.open': 'Open this address on a phone or a computer:',
  'accounts.way.type': 'Then type this code:',
  'accounts.way.scan': 'Or point a phone’s camera here:',
  'accounts.slip.staff': 'I work for the court',

  // Several hats
  'accounts.choose': 'What are you here for today?',
  'accounts.choose.go': '{role}, {program}',
  'accounts.choose.now': 'You are here now',

  'accounts.role.coordinator': 'Coordinator',
  'accounts.role.facilitator': 'Facilitator',
  'accounts.role.officer': 'Referring officer',
  'accounts.role.evaluator': 'Evaluator',
  'accounts.role.youth': 'Young person',
  'accounts.role.family': 'Parent or guardian',

  // Where each role goes
  'accounts.nav.today': 'Today',
  'accounts.nav.cases': 'Cases',
  'accounts.nav.hearings': 'Hearings',
  'accounts.nav.people': 'People',
  'accounts.nav.reports': 'Reports',
  'accounts.nav.tonight': 'Tonight',
  'accounts.nav.refer': 'Referrals',
  'accounts.nav.home': 'Home',
  'accounts.nav.dates': 'Dates',
  'accounts.nav.credits': 'Credits',
  'accounts.nav.me': 'Me',

  // One's own page
  'accounts.me': 'About you',
  'accounts.me.look': 'Language and colors',
  'accounts.me.hats': 'Your roles',
  'accounts.me.switch': 'Go there',
  'accounts.me.sessions': 'Where you are signed in',
  'accounts.me.sessions.why': 'Lost a phone, or used one that is not yours? End it here. It stops at once.',
  'accounts.me.started': 'Signed in {when}',
  'accounts.me.seen': 'Last used {when}',
  'accounts.me.this': 'This one',
  'accounts.me.end': 'End this',
  'accounts.me.ended': 'It is signed out now.',
  'accounts.me.ended-already': 'That one is signed out already.',

  // Help
  'accounts.help.call': 'Call your court',
  'accounts.help.why': 'They can give you a new code, change a date, or tell you what comes next.',
  'accounts.help.letter': 'The number to call is on your letter. Staff: ask the coordinator of your court.',
  'accounts.help.place': 'Or come by: {place}',
} as const
