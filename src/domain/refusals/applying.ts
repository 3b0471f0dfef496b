/** What applicants, and staff who help them, are told. */
export const APPLYING = {
  'application.duplicate': 'This person has already applied in this role.',
  'application.wrong_status': 'This application has moved on. Reload to see where it stands.',
  'application.stale_revision':
    'This form was changed in another tab or on another device. Reload to see both versions.',
  'application.incomplete': 'Some answers are still missing.',
  'application.places_in_use':
    'The approved plan counts on more places than this. Write to us if you can take fewer mentees.',
  'file.too_large': 'This file is larger than 5 MB. Choose a smaller one, or save it as PDF.',
  'file.wrong_type':
    'This is no PDF, Word, OpenDocument, RTF or plain text file, whatever its name says. Choose another.',
  'file.too_many': 'Twenty files have been handed in with this form. Write to us if you need to change it again.',
  'eligibility.no_address': 'Enter one address, such as name@example.org.',
  'late.no_address': 'Enter one address, such as name@example.org.',
  'late.no_time': 'Choose a day after today, and after the deadline.',
  'late.released': 'The outcomes of this cycle have been released. Nobody can apply any more.',
  'help.closed_form': 'This form was not sent, and the applicant has not opened it to staff.',
  'help.not_open':
    'Applications are not open. After the deadline, give this person more time first, under “Who can take part”.',
  'help.withdrawn': 'This application is withdrawn. Put it back first.',
  'help.released': 'The outcomes of this cycle have been released. What is withdrawn stays so.',
  'help.applied_again': 'This person has applied in this role again. Only one of the two can count.',
  'help.no_address': 'Enter one address, such as name@example.org.',
  'help.same_address': 'This is the address we have.',
  'help.address_taken':
    'This address belongs to somebody who is here already. If it is the same person, join the two under “The same person twice?”.',
  'help.signs_in': 'This person signs in as committee or staff with this address. It cannot be changed here.',
  'help.future_day': 'Choose today or an earlier day.',
  'people.both_applied':
    'Both have applied in the same role of one cycle. Ask which of the two counts; after the other is withdrawn they can be joined.',
  'people.both_users': 'Both sign in as committee or staff. One of the two must give that up first.',
  'people.joined_already': 'One of the two has been joined with somebody since. Reload to see how they stand.',
  'form.changed': 'Somebody else changed this form meanwhile. Reload to see it; what you typed here is kept.',
  'form.not_in_work': 'No version is in work. Start a new one first.',
  'form.not_ready': 'This form cannot be used yet.',
  'form.name_taken': 'This name is taken or means something else to the program. Choose another.',
  'form.essential': 'This question must stay: without it there is no application.',
  'framework.areas': 'A framework has two to ten areas, one a line, each different from the others.',
  'framework.name_taken': 'There is a framework of this name. Give this one another, such as its year.',
  'form.unchanged': 'Nothing was changed, so there is nothing to publish.',
  'reminding.nobody': 'Nobody has anything left to review, or everybody who has was reminded today.',
  'funding.not_open': 'Requests for a funded membership are not open.',
  'funding.no_application':
    'A funded membership can be asked for only with an application for mentoring in the same cycle.',
  'funding.application_gone':
    'This person has withdrawn their application for mentoring. A membership is awarded only with one.',
  'funding.changed': 'This request was changed in another tab or on another device.',
  'funding.wrong_status': 'This request has moved on. Reload to see where it stands.',
  'funding.still_open': 'People can still change their requests. Reviews and decisions begin when asking has closed.',
  'funding.no_slot': 'Every slot is taken. Take an award back first, or choose the waitlist.',
  'funding.review_changed':
    'Your review was saved in another tab or on another device. Reload to see it; what you typed here is kept below.',
  'funding.release_changed': 'Decisions changed after this page was opened. Look at the list again.',
  'funding.nothing_staged': 'No decision waits to be told.',
  'funding.pending':
    'Somebody who is accepted still has a membership pending funding. Ask staff to settle it under “Who can take part”, then run the matching.',
  'funding.offer_opened':
    'People may already have asked. The opening, the criteria and the obligations can no longer change.',
  'funding.offer_closed': 'Asking has closed. The closing day stays, and slots can only be added.',
  'funding.offer_past': 'Closing: choose today or a later day.',
  'funding.offer_dates': 'These days do not fit together.',
  'funding.offer_changed': 'Somebody else changed this offer meanwhile. Reload to see it; what you typed here is kept.',
  'erase.signs_in':
    'You also sign in as committee or staff with this address, so it cannot be erased here. Write to us.',
  'copy.gone': 'This copy was shown already, or its hour is over. Ask for a new one.',
  'copy.wrong_status': 'This request has moved on. Reload to see where it stands.',
  'copy.second_person': 'A second person must agree, and neither may be the person whose answers they are.',
  'token.invalid': 'This link or code has expired or was used. Ask for a new one.',
  'limit.reached': 'Too many requests. Wait a little, then try again.',
} as const;
