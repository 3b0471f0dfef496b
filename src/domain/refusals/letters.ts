/** What is told about letters: their words, releases, mails to groups, deliveries and addresses. */
export const LETTERS = {
  'release.no_news': 'Nothing has changed for anybody since their last letter.',
  'release.not_ready': 'The pre-flight list still has open points.',
  'release.second_person': 'A second person must confirm the release.',
  'release.wrong_status': 'This release has moved on. Reload to see where it stands.',
  'release.begins': 'Choose a moment within the next 30 days, or leave it empty to send after the hold.',
  'letter.saved_meanwhile':
    'Somebody else saved this letter meanwhile. What you typed is still here; look at theirs first.',
  'proposal.not_here': 'This cycle does not ask mentors first.',
  'proposal.count': 'Who is to be asked has changed since this page was opened. Reload it and look again.',
  'notice.field': 'A mail to a group can only use what is true of everybody in it.',
  'notice.moved_on': 'Somebody changed, sent or stopped this mail meanwhile. Reload the page and look.',
  'notice.nobody': 'Nobody is in this group.',
  'notice.count': 'The group changed since you looked. Look at who gets it, then send it.',
  'release.template_field': 'A template uses a field that does not exist.',
  'delivery.suppressed':
    'Mail to this address came back before, so nothing is sent to it. Enter another one, or take it off the list of bad addresses first.',
  'delivery.other_address': 'This person has another address by now. Reload, and send it there.',
  'delivery.changed': 'Other letters are in doubt now than when this page was opened. Reload and look again.',
  'delivery.settled': 'Somebody else has settled this address meanwhile. Reload to see what is left.',
  'delivery.no_person':
    'Nobody has sent a form from this address yet, so there is nobody whose address could be corrected.',
  'delivery.stopped': 'This mail to a group was stopped, so nothing of it goes any more.',
  'delivery.too_old': 'The words of this mail were deleted a week after it went. Write to the person yourself.',
} as const;
