/** Words of signing in, of the slips, and of one's own page. */
export const accounts = {
  // Signing in
  'accounts.in': 'Sign in',
  'accounts.in.email': 'E-mail',
  'accounts.in.password': 'Password',
  'accounts.in.go': 'Sign in',
  'accounts.in.refused':
    'This e-mail and password do not go together. After five tries, wait 15 minutes before you try again. If you are stuck, ask your court to help you.',
  'accounts.in.paper': 'I have a slip',
  'accounts.in.paper.why':
    'Young people and families come in with the code on a slip: a small sheet of paper that the court prints and hands over.',
  'accounts.out': 'You are signed out.',

  // Slips
  'accounts.slip': 'Your slip',
  'accounts.slip.code': 'Code on the slip',
  'accounts.slip.hint':
    'The code is on the slip that the court gave you, under “Then type this code”. It looks like AB23-CDEFG-H4567. Big or small letters are both fine. Letters and e-mails carry no code.',
  'accounts.slip.go': 'Continue',
  'accounts.slip.refused':
    'This code does not work. Check each letter. A slip can also be too old, used already, or replaced by a newer one. Call your court and they will print you a new one.',
  'accounts.slip.none': 'No slip, or lost it? Call your court. They print a new one, and the old one stops working.',
  'accounts.slip.ended':
    'You were signed out because nobody used this page for a while. Type the code on your slip again, or ask the court for a new slip.',
  'accounts.slip.here': 'This device is open for {name} now.',
  'accounts.slip.here.go': 'Go there',
  'accounts.way.open': 'Open this address on a phone or a computer:',
  'accounts.way.type': 'Then type this code:',
  'accounts.way.scan': 'Or point a phone’s camera here:',
  'accounts.way.until': 'Valid until {until, fullDay}',
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
  'accounts.me.password': 'Your password',
  'accounts.me.password.why': 'Choose one that only you know. Change it at once if somebody else may know it.',
  'accounts.me.settings': 'This court',
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

  // A password of one's own
  'accounts.password': 'Change your password',
  'accounts.password.why': 'Wherever else you are signed in, you will be signed out.',
  'accounts.password.current': 'The password you have now',
  'accounts.password.next': 'The new password',
  'accounts.password.hint':
    'Ten characters or more. A few words that nobody would guess are good, and spaces are fine.',
  'accounts.password.button': 'Change the password',
  'accounts.password.changed': 'Your password is changed. Wherever else you were signed in, you are signed out now.',
  'accounts.password.refused.wrong':
    'This is not the password you have now. After five tries, wait 15 minutes before you try again.',
  'accounts.password.refused.too-many': 'There were too many tries. Wait 15 minutes, then try again.',
  'accounts.password.refused.unchanged': 'This is the password you have now. Choose a new one.',
  'accounts.password.refused.too-short': 'This is too short. Use ten characters or more.',
  'accounts.password.refused.too-long': 'This is too long. Use 200 characters or fewer.',
  'accounts.password.refused.too-common': 'This one is easy to guess. Choose another one.',

  // Who works in a court
  'accounts.staff': 'Staff',
  'accounts.staff.now': 'Who works here now',
  'accounts.staff.count': { one: '{count} person', other: '{count} people' },
  'accounts.staff.name': 'Name',
  'accounts.staff.role': 'Role',
  'accounts.staff.email': 'E-mail',
  'accounts.staff.email.hint': 'They sign in with it.',
  'accounts.staff.agency': 'Agency or school',
  'accounts.staff.agency.hint': 'For a referring officer: where they work. Leave it empty for others.',
  'accounts.staff.you': 'You',
  'accounts.staff.only-coordinator': 'The only coordinator',
  'accounts.staff.whose': '{name}, {role}',
  'accounts.staff.may.coordinator': 'Runs the court: every case, everybody, and these settings',
  'accounts.staff.may.facilitator': 'Leads hearing nights, and sees only what belongs to them',
  'accounts.staff.may.officer': 'Sends young people here, and sees only their own referrals',
  'accounts.staff.may.evaluator': 'Reads the numbers, and never a name',
  'accounts.staff.give': 'Give somebody a role',
  'accounts.staff.give.why':
    'If nobody signs in with this e-mail yet, you get a page with a first password to hand over.',
  'accounts.staff.give.button': 'Give this role',
  'accounts.staff.kept': '{name} works here now. Role: {role}. They can sign in with the password they have.',
  'accounts.staff.refused.already-held': 'Somebody with this e-mail has this role here already.',
  'accounts.staff.refused.last-coordinator':
    'A court is never without a coordinator. Give somebody else this role first, then end this one.',
  'accounts.staff.refused.not-held': 'This role has been ended already.',

  'accounts.staff.refused.own-password': 'Your own password is changed on your own page.',
  'accounts.staff.refused.works-elsewhere':
    'They work in another court too by now. Ask for a new password once more: a code then goes to them by e-mail.',
  'accounts.staff.refused.mailed-often': 'Three codes went to them within the hour. Wait a while before the next one.',
  'accounts.staff.refused.not-mailed': 'The e-mail could not be sent. Try again later; nothing has changed for them.',

  // A lost password
  'accounts.renew': 'New password',
  'accounts.renew.title': 'Give {name} a new password?',
  'accounts.renew.why':
    'The one they have stops working, and they are signed out everywhere. The new one is shown once, for you to hand over yourself.',
  'accounts.renew.button': 'Give a new password',
  'accounts.renew.elsewhere':
    'They work in another court too, so they choose the new one themselves and you do not see it. We send a code to the e-mail they sign in with. It works once, within an hour. The password they have works until then.',
  'accounts.renew.mail': 'Send the code',
  'accounts.renew.mailed': 'The code is on its way to {name}. It works once, within an hour.',

  // Choosing a new one with the code from an e-mail
  'accounts.renewal': 'Choose a new password',
  'accounts.renewal.code': 'Code from the e-mail',
  'accounts.renewal.code.hint': 'It looks like AB23-CDEFG-H4567. Big or small letters are both fine.',
  'accounts.renewal.button': 'Set the new password',
  'accounts.renewal.back': 'Back to sign in',
  'accounts.renewal.done': 'Your new password is set. Sign in with it now.',
  'accounts.renewal.refused.code':
    'This code does not work. Check each letter. It works once, within an hour; ask your coordinator for a new one.',
  'accounts.renewal.subject': 'Choose a new password',
  'accounts.renewal.mail.hello': 'Hello {name},',
  'accounts.renewal.mail.why': '{by} of {program} asks us to help you to a new password.',
  'accounts.renewal.mail.open': 'Open this address and choose one that only you know:',
  'accounts.renewal.mail.or': 'Or open {address} and type this code: {code}',
  'accounts.renewal.mail.until': 'It works once, until {until}.',
  'accounts.renewal.mail.not-you':
    'You did not ask for this? Then do nothing: your password stays as it is. Tell your coordinator.',

  // A role ends
  'accounts.end': 'End this role',
  'accounts.end.title': 'End the role of {name}?',
  'accounts.end.why':
    'They are signed out at once and cannot come in with this role any more. What they did stays in the books. You can give the role again.',
  'accounts.end.leads': 'Look at the nights to come: a room with this name beside it needs somebody else.',
  'accounts.end.own':
    'This is the role you are here with. You will be signed out at once, and only another coordinator can give it back.',
  'accounts.end.saved': 'The role has ended.',
  'accounts.end.left': 'Your role has ended, and you are signed out.',

  // The paper for somebody new
  'accounts.first': 'A first password',
  'accounts.first.title': 'For {name}',
  'accounts.first.once':
    'This password is shown only now. Print this page or copy it, and hand it over yourself. Do not send it by e-mail.',
  'accounts.first.role': 'You can sign in to {program} now. Role: {role}.',
  'accounts.first.address': 'Open this address:',
  'accounts.first.email': 'Your e-mail:',
  'accounts.first.password': 'Your first password:',
  'accounts.first.exactly': 'Type the password just as it stands here, with capital letters and dashes.',
  'accounts.first.change': 'Then open “{account}” at the top of the page and choose a password that only you know.',

  // Help
  'accounts.help.call': 'Call your court',
  'accounts.help.why': 'They can give you a new slip, change a date, or tell you what comes next.',
  'accounts.help.letter':
    'The number to call is on your slip and on your letters. Staff: ask the coordinator of your court.',
  'accounts.help.place': 'Or come by: {place}',
} as const
