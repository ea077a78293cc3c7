/** Words of the referral: the form that an officer or the desk fills in, and the status that a source is told. */
import type { EnglishOf } from '#platform/texts'

export const referrals = {
  'referrals.title': 'Refer a young person',
  'referrals.title-desk': 'New referral',
  'referrals.words':
    'It takes about five minutes. You get a receipt now and a status letter when we accept or decline.',
  'referrals.words-desk': 'For somebody who called, wrote or came by.',
  'referrals.send': 'Send the referral',
  'referrals.save': 'Save the referral',
  'referrals.sent': 'Received as {no}. You will hear from us.',
  'referrals.saved': 'Case {no} is open. Screen it next.',
  'referrals.joined': 'This young person has the open case {no}. The new matter was added to it.',
  'referrals.differs':
    '{filed} We had another {what} for this family and kept it. If the new one is right, correct the record.',
  'referrals.differs-and': '{one}, {other}',
  'referrals.detail-school': 'school',
  'referrals.detail-grade': 'grade',
  'referrals.detail-phone': 'phone number',
  'referrals.detail-email': 'e-mail address',
  'referrals.detail-address': 'address',

  // The young person and the family
  'referrals.young': 'The young person',
  'referrals.called-name': 'First name',
  'referrals.last-name': 'Last name',
  'referrals.birth': 'Date of birth',
  'referrals.school': 'School',
  'referrals.grade': 'Grade',
  'referrals.language': 'Language',
  'referrals.phone': 'Phone',
  'referrals.address': 'Address',
  'referrals.guardian': 'Parent or guardian',
  'referrals.guardian-apart': 'Lives at another address',
  'referrals.email': 'E-mail',

  // What happened
  'referrals.matter': 'What happened',
  'referrals.offence': 'Offense',
  'referrals.offence-choose': 'Choose one',
  'referrals.offence-other': 'Not on this list',
  'referrals.incident-on': 'Day it happened',
  'referrals.incident-place': 'Where it happened',
  'referrals.narrative': 'What happened',
  'referrals.narrative-hint': 'The facts as you know them. The family may read this.',
  'referrals.reason': 'Why you send this to us',
  'referrals.report-no': 'Report number',
  'referrals.custody': 'Is a juvenile court at work on this young person already?',
  'referrals.custody-none': 'No',
  'referrals.custody-court': 'Yes, its leave is needed',
  'referrals.return-by': 'You need it back by',
  'referrals.harmed': 'Who was harmed',
  'referrals.harmed-name': 'Name of a person or a place',
  'referrals.harmed-contact': 'How to reach them',
  'referrals.loss': 'Loss in dollars',

  // Who sent it
  'referrals.source': 'Who sends it',
  'referrals.source-kind': 'It comes from',
  'referrals.officer-account': 'Officer with an account',
  'referrals.officer-none': 'None of these',
  'referrals.agency': 'Agency or school',
  'referrals.officer-name': 'Name of the person',
  'referrals.officer-email': 'E-mail for the answer',
  'referrals.officer-hint': 'Choose an officer above, or fill in these three.',
  'referrals.source-police': 'Police',
  'referrals.source-school': 'School',
  'referrals.source-probation': 'Probation',
  'referrals.source-prosecutor': 'Prosecutor',
  'referrals.source-court': 'Court',
  'referrals.source-other': 'Other',

  // What a source is told
  'referrals.mine': 'My referrals',
  'referrals.mine-none': 'What you refer is listed here with its status.',
  'referrals.mine-words': 'We tell you the status and nothing more.',
  'referrals.reference': '{no}, {initials}',
  'referrals.received-on': 'Received {on, fullDay}',
  'referrals.status-received': 'Received',
  'referrals.status-accepted': 'Accepted',
  'referrals.status-declined': 'Declined',
  'referrals.status-hearing-held': 'Hearing held',
  'referrals.status-completed': 'Completed',
  'referrals.status-returned': 'Returned',

  // Why a referral is not taken
  'referrals.refused-incident-to-come': 'The day it happened is still to come. Check the date.',
  'referrals.refused-born-after-incident': 'The date of birth is after the day it happened. Check both dates.',
  'referrals.refused-age-implausible':
    'By this date of birth they were under 5 when it happened, or are 26 or older today. Check the year.',
  'referrals.refused-return-by-past': 'The day you need it back has passed. Choose a later one.',
  'referrals.refused-source-unnamed': 'Say who sends it: choose an officer, or fill in agency and name.',
  'referrals.refused-nowhere-to-answer':
    'Every source hears from us. Choose an officer with an account, or fill in an e-mail.',
  'referrals.refused-guardian-half-named': 'Fill in both the first and the last name of the parent or guardian.',
  'referrals.refused-offence-unknown': 'This offense is not in our catalog. Choose one of the list.',
  'referrals.refused-alike-unanswered': 'We may know this young person. Say who it is before you save.',
} as const satisfies EnglishOf<'referrals'>
