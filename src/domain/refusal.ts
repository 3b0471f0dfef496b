import { PAIR_MESSAGES } from './pair-refusals';

const MESSAGES = {
  ...PAIR_MESSAGES,
  'cycle.dates': 'These days do not fit together.',
  'cycle.code_taken': 'This code is in use already. References are made from it, so every cycle has its own.',
  'cycle.moved': 'Somebody else moved the days meanwhile. Reload the page and look at theirs first.',
  'cycle.nobody_to_tell': 'Nobody has applied yet: there is nobody to tell.',
  'member.elsewhere': 'This address belongs to somebody of another organization on this install.',
  'member.last_administrator': 'The program would be without an administrator. Give somebody else the role first.',
  'member.no_role': 'This role has ended meanwhile. Reload the page.',
  'member.past': 'Choose a last day after today, or none.',
  'plan.not_told': 'Nothing of this cycle was told yet: approve the plan as usual.',
  'plan.told_stays':
    'Matches that were told and hold must stay as they are. Repair the plan that was told, and approve that repair.',
  'release.no_news': 'Nothing has changed for anybody since their last letter.',
  'plan.nothing_to_undo': 'No change by hand is left to take back.',
  'program.changed': 'Somebody else saved this page meanwhile. Copy your words, reload it and look at theirs first.',
  'program.half_translated':
    'A translation is shown when it is whole: the promise, the summary and every commitment, as many lines as in English.',
  'actor.forbidden': 'You do not have access to this.',
  'application.duplicate': 'This person has already applied in this role.',
  'application.wrong_status': 'This application has moved on. Reload to see where it stands.',
  'application.stale_revision':
    'This form was changed in another tab or on another device. Reload to see both versions.',
  'application.incomplete': 'Some answers are still missing.',
  'application.places_in_use':
    'The approved plan counts on more places than this. Write to us if you can take fewer mentees.',
  'cycle.not_open': 'Applications for this cycle are not open.',
  'cycle.closed': 'The deadline has passed. Your answers are kept as a draft.',
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
  'review.own_application': 'This is your own application. Another member reviews it.',
  'bulk.moved_on':
    'Somebody else changed some of these after this page was opened, so nothing was done. Reload to see how they stand.',
  'bulk.row_gone': 'One of these is no longer open to you, so nothing was done. Reload to see which are left.',
  'bulk.undone': 'This was undone already. Reload to see by whom.',
  'bulk.nothing_left': 'Every one of these was changed since, so there is nothing to undo.',
  'discussion.after_review': 'Save your own review first, or abstain: then you read and write here.',
  'discussion.changed':
    'This comment was changed or removed in another tab. Reload to see it; what you typed here is kept.',
  'discussion.too_old': 'A comment can be changed for fifteen minutes. Write another one below it.',
  'discussion.reason': 'Say in a few words what to talk about.',
  'view.name_taken': 'You have a view of this name already. Choose another name.',
  'view.too_many': 'You keep twenty views in this program. Delete one first.',
  'view.gone': 'This view is gone: it was deleted in another tab. Reload to see which are left.',
  'question.open': 'One question is open already. Wait for the answer, or decide without it.',
  'question.answered': 'This question was answered already.',
  'question.wrong_status': 'A question can be asked while the application is not decided.',
  'review.incomplete': 'Rate every criterion from 1 to 4, or abstain.',
  'review.changed':
    'Your review was saved in another tab or on another device. Reload to see it; what you typed here is kept below.',
  'review.form_changed':
    'How this cycle is reviewed was changed after you opened this form. Below is the form as it is now; what you rated and wrote is kept. Look at it again and save.',
  'review.verdict_missing': 'Choose eligible, a question or a concern, or abstain.',
  'review.note_missing': 'Say in the note what the question or the concern is.',
  'review.no_longer':
    'You no longer review in this program, so this was not saved. What you typed is still here: copy what you want to keep. Reviews that you saved before stay.',
  'assigning.changed':
    'Assignments, reviews or conflicts changed after this page was opened. Reload to see how they stand; nothing was saved.',
  'assigning.nobody': 'Choose at least one reviewer.',
  'assigning.not_reviewer': 'One of these people does not review in this program any more. Reload to see who does.',
  'assigning.conflict':
    'One of these reviewers must not judge one of these applicants. Reload: it is no longer offered.',
  'assigning.file': 'Nothing was assigned: the file has problems.',
  'reminding.nobody': 'Nobody has anything left to review, or everybody who has was reminded today.',
  'rubric.faulty': 'These criteria cannot be used.',
  'rubric.changed':
    'Somebody else changed how this cycle is reviewed meanwhile. Reload to see it; what you typed here is kept below.',
  'rubric.unchanged': 'Nothing was changed, so there is no new version.',
  'rubric.released': 'The outcomes of this cycle have been released. How it was reviewed no longer changes.',
  'review.closed': 'The outcomes of this cycle have been released. Reviews are closed.',
  'conflict.own': 'Nobody settles a conflict of their own. The chair or staff do.',
  'decision.unmet_rule': 'Name the rule that is not met. The letter says it in these words.',
  'decision.later_date': 'Choose a day after today.',
  'decision.wrong_status': 'This application has moved on. Reload to see where it stands.',
  'decision.released': 'The outcomes of this cycle have been released. This decision can no longer change.',
  'matching.already_running': 'A matching run for this cycle is under way.',
  'matching.too_often': 'A cycle is matched at most six times an hour.',
  'matching.run_over': 'This run is already over. Reload to see how it ended.',
  'matching.nobody': 'Matching needs at least one accepted mentor and one accepted mentee.',
  'matching.lock_conflict': 'These locks cannot all hold.',
  'matching.pair_taken': 'This mentee is already matched in this plan. Unpair first.',
  'matching.capacity': 'This mentor has no free place in this plan.',
  'matching.excluded': 'A rule excludes this pair.',
  'matching.not_repairable':
    'With people in both roles, or when the weakest match comes first, a plan is not repaired by a few changes. Run the matching again.',
  'matching.pairing_unread': 'This pairing could not be read; nothing was saved.',
  'matching.veto_unknown': 'Nobody in the other role of this cycle has this reference or address.',
  'matching.unverified': 'This plan did not pass verification and cannot be approved.',
  'matching.stale': 'Applications, locks or vetoes changed after this plan was made. Run the matching again.',
  'ballot.under_way':
    'A ballot of this cycle is under way. Close it and approve what was carried, or give it up first.',
  'ballot.not_proposed': 'Only a proposed plan can be put on the ballot. Reload to see where this one stands.',
  'ballot.empty': 'This plan has no matches to vote on.',
  'ballot.closing': 'Choose a closing day that is not over yet, such as one in a week.',
  'ballot.moved_on':
    'This ballot has moved on: somebody else decided a moment ago, and that holds. Reload to see where it stands.',
  'ballot.item_moved_on':
    'Somebody else recorded a result for this match a moment ago, and that holds. Reload to see it; what you typed here is kept.',
  'ballot.late': 'Voting is over, so this vote was not counted. Write to the chair if it matters for the meeting.',
  'ballot.not_on_table': 'The meeting votes on one match at a time, and this is not the one. Reload to see which.',
  'ballot.resolved': 'The result of this match is recorded. The chair can take it up again.',
  'ballot.match_left':
    'This match has left the ballot: one of the two is no longer in the cycle, or the plan pairs them differently now.',
  'ballot.vote_changed':
    'Your vote on this match was changed in another tab or on another device. Reload to see it; what you typed here is kept.',
  'ballot.reason': 'Say why you object, in a sentence or two: the meeting starts from it.',
  'ballot.no_quorum': 'Too few members have voted for this match to be carried.',
  'ballot.outvoted': 'This match is carried only when more members approve than object.',
  'ballot.someone_present': 'Somebody who must not see this match is in the meeting. Take up another one.',
  'ballot.nothing_carried': 'No match was carried, so there is nothing to approve. Give the ballot up instead.',
  'ballot.does_not_hold': 'What was carried does not hold as a plan.',
  'plan.released': 'An announcement of this cycle is under way or done, so its plan no longer changes.',
  'plan.wrong_status': 'This plan has moved on. Reload to see where it stands.',
  'release.not_ready': 'The pre-flight list still has open points.',
  'release.second_person': 'A second person must confirm the release.',
  'release.wrong_status': 'This release has moved on. Reload to see where it stands.',
  'letter.saved_meanwhile':
    'Somebody else saved this letter meanwhile. What you typed is still here; look at theirs first.',
  'release.template_field': 'A template uses a field that does not exist.',
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
  'match.wrong_status': 'This match has moved on. Reload to see where it stands.',
  'vault.key_changed': 'The key of this cycle was being replaced. Send the page again.',
  'erase.signs_in':
    'You also sign in as committee or staff with this address, so it cannot be erased here. Write to us.',
  'delivery.too_old': 'The words of this mail were deleted a week after it went. Write to the person yourself.',
  'copy.gone': 'This copy was shown already, or its hour is over. Ask for a new one.',
  'copy.wrong_status': 'This request has moved on. Reload to see where it stands.',
  'copy.second_person': 'A second person must agree, and neither may be the person whose answers they are.',
  'token.invalid': 'This link or code has expired or was used. Ask for a new one.',
  'limit.reached': 'Too many requests. Wait a little, then try again.',
} as const;
export type RefusalCode = keyof typeof MESSAGES;

/** An expected "no" that a person can act on. A bug is a plain Error, and nothing catches it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The sentence without what this very case is about. */
  readonly sentence: string;
  constructor(
    readonly code: RefusalCode,
    /** What this very case is about, in words for the person; shown after the sentence. */
    readonly detail = '',
  ) {
    super(detail ? `${MESSAGES[code]} ${detail}` : MESSAGES[code]);
    this.sentence = MESSAGES[code];
  }
}
