/** Why something about a release or one of its letters was refused. */
export const LETTERS = {
  'release.no_news': 'Nothing has changed for anybody since their last letter.',
  'release.not_ready': 'The pre-flight list still has open points.',
  'release.second_person': 'A second person must confirm the release.',
  'release.wrong_status': 'This release has moved on. Reload to see where it stands.',
  'letter.saved_meanwhile':
    'Somebody else saved this letter meanwhile. What you typed is still here; look at theirs first.',
  'release.template_field': 'A template uses a field that does not exist.',
  'delivery.suppressed':
    'Mail to this address came back before, so nothing is sent to it. Enter another one, or take it off the list of bad addresses first.',
  'delivery.other_address': 'This person has another address by now. Reload, and send it there.',
  'delivery.changed': 'Other letters are in doubt now than when this page was opened. Reload and look again.',
  'delivery.settled': 'Somebody else has settled this address meanwhile. Reload to see what is left.',
  'delivery.no_person':
    'Nobody has sent a form from this address yet, so there is nobody whose address could be corrected.',
  'delivery.too_old': 'The words of this mail were deleted a week after it went. Write to the person yourself.',
} as const;
