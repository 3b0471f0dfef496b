/** What the committee is told when something cannot be done: reviewing, deciding, matching. */
export const COMMITTEE = {
  'plan.not_told': 'Nothing of this cycle was told yet: approve the plan as usual.',
  'plan.told_stays':
    'Matches that were told and hold must stay as they are. Repair the plan that was told, and approve that repair.',
  'plan.nothing_to_undo': 'No change by hand is left to take back.',
  'review.own_application': 'This application is closed to you: it is your own, or you must not judge it.',
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
  'match.wrong_status': 'This match has moved on. Reload to see where it stands.',
} as const;
