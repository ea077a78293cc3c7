/**
 * Letters, and the list of those to print. A letter says neither what happened nor what somebody is to the court, because
 * it lies open on a locked screen or a kitchen table.
 */
export const notices = {
  // What a locked screen shows
  'notices.subject.status': 'Status of your referral',
  'notices.subject.meet': 'We would like to meet you',
  'notices.subject.call': 'Please call us',
  'notices.subject.date': 'A date for you',
  'notices.subject.off': 'A date is called off',
  'notices.subject.changed': 'A change to your date',
  'notices.subject.dates': 'Your dates',
  'notices.subject.invitation': 'Can you come?',
  'notices.subject.good-news': 'Good news',
  'notices.subject.thanks': 'Thank you',

  // How letters begin and end
  'notices.hello': 'Hello {name},',
  'notices.hello-all': 'Hello,',
  'notices.questions': 'Questions? Call us: {phone}.',
  'notices.page': 'Your own page: {link}',
  'notices.source-page': 'All your referrals and their status: {link}',
  'notices.bye': 'Thank you,',

  // Where and when
  'notices.when': 'When: {day}, {time}',
  'notices.where': 'Where: {place}',

  // To young people and families
  'notices.first-meeting.ask': 'We would like to meet you and hear your side.',
  'notices.first-meeting.call': 'Please call us, and we will find a day that suits you.',
  'notices.first-meeting.bring': 'Are you under 18? Come with a parent or the adult you live with.',
  'notices.could-not-reach.tried': 'We have tried to reach you, and we would like to talk with you.',
  'notices.could-not-reach.call': 'Please call us this week. It will not take long.',
  'notices.hearing.come': 'We look forward to seeing you.',
  'notices.hearing.early':
    'Please come 15 minutes early. Are you under 18? Come with a parent or the adult you live with.',
  'notices.hearing.help': 'Do you need a ride, an interpreter or another date? Call us as soon as you can.',
  'notices.hearing-off.news': 'The evening of {day} is called off. Please do not come.',
  'notices.hearing-off.next': 'It is not because of you. We will be in touch about what comes next.',
  'notices.jury-invitation.ask': 'You are invited to help. Would you like to come?',
  'notices.jury-invitation.answer': 'Say yes or no on your own page, or call us.',
  'notices.date-changed.news': 'Something about your date has changed. This is how it is now.',
  'notices.date-changed.help': 'If this does not suit you, tell us on your own page, or call us.',
  'notices.agreement.ready': 'Your dates are ready.',
  'notices.agreement.look': 'You find them on your own page, with what comes next and whom to call.',
  'notices.promise-due.soon': 'A date comes up: {day}.',
  'notices.promise-due.help': 'If it will be hard to make, tell us before that day. We can help.',
  'notices.warning.talk': 'We would like to talk with you. Please call us by {day}.',
  'notices.warning.help': 'Things can still be put right, and we want to help with that.',
  'notices.completed-family.done': 'Everything is done. Well done!',
  'notices.completed-family.welcome': 'Thank you for what you gave. You are welcome to stay with us and help others.',
  'notices.returned-family.news': 'There is news for you. Please call us, or come and see us.',
  'notices.returned-family.explain': 'We will explain what happens next and answer your questions.',
  'notices.thanks.came': 'Thank you for coming and for your time.',
  'notices.thanks.hours': 'You gave {minutes, hours} hours. They are written down for you.',

  // To whoever sent the matter: the status and nothing else
  'notices.reference': 'Reference: {number}',
  'notices.your-report': 'Your report: {number}',
  'notices.status.received': 'Status: received. You will hear from us when it is accepted or declined.',
  'notices.status.accepted': 'Status: accepted.',
  'notices.status.declined': 'Status: declined. It is with you again.',
  'notices.status.completed': 'Status: completed.',
  'notices.status.returned': 'Status: returned. It is with you again.',

  // What staff call them
  'notices.kind.referral-received': 'Referral received',
  'notices.kind.referral-accepted': 'Referral accepted',
  'notices.kind.referral-declined': 'Referral declined',
  'notices.kind.first-meeting': 'First meeting',
  'notices.kind.could-not-reach': 'Could not reach you',
  'notices.kind.hearing': 'Hearing date',
  'notices.kind.hearing-off': 'Night called off',
  'notices.kind.jury-invitation': 'Jury invitation',
  'notices.kind.date-changed': 'Change of a date',
  'notices.kind.agreement': 'Agreement in effect',
  'notices.kind.promise-due': 'Promise due soon',
  'notices.kind.warning': 'Warning',
  'notices.kind.completed-family': 'Completed, to the family',
  'notices.kind.completed-source': 'Completed, to the referrer',
  'notices.kind.returned-family': 'Returned, to the family',
  'notices.kind.returned-source': 'Returned, to the referrer',
  'notices.kind.thanks': 'Thanks',

  // The list of letters to print
  'notices.letters': 'Letters to print',
  'notices.letters.none': 'No letters to print',
  'notices.letters.none.why': 'Letters to people who have no e-mail, or who like paper better, wait here.',
  'notices.letters.to': 'To',
  'notices.letters.letter': 'Letter',
  'notices.letters.why': 'Why on paper',
  'notices.letters.since': 'Waiting since',
  'notices.letters.acts': 'Next',
  'notices.letters.open': 'Open to print',
  'notices.letters.posted': 'It is in the post',
  'notices.letters.posted-now': 'The letter is marked as posted.',
  'notices.print.wished': 'Likes paper or a call better',
  'notices.print.no-email': 'No e-mail address',
  'notices.print.failed': 'The e-mail did not go through',
  'notices.refused.posted-already': 'This letter was posted before.',
} as const
