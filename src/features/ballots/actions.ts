'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn as text, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { lockPair, vetoPair } from '@/features/matching/pairs/commands';
import { pairSchema, vetoSchema } from '@/features/matching/pairs/schema';
import { approveBallot } from './approval/commands';
import { closeBallot, dropBallot, extendBallot } from './commands';
import { beginMeeting, joinMeeting, leaveMeeting, resolveItem, tableItem, takeUp } from './meeting/commands';
import { leftSchema, meetingSchema, resolveSchema, tableSchema, takeUpSchema } from './meeting/schema';
import { openBallot } from './opening/commands';
import { ballotSchema, extendSchema, openSchema } from './schema';
import { approveRest, castVote, takeVoteBack } from './voting/commands';
import { approveRestSchema, takeBackSchema, voteSchema } from './voting/schema';

const numberIn = (form: FormData): number => Math.trunc(Number(text(form, 'number'))) || 0;

/** The page of the form, by a word that it says; the word chooses among our own pages. */
function backTo(form: FormData, done: string): string {
  const [code, number] = [codeIn(form), numberIn(form)];
  const query = done ? `?done=${done}` : '';
  const page = text(form, 'page');
  if (page === 'meeting') return paths.ballotMeeting(code, number, query);
  if (page === 'consent') return paths.ballotConsent(code, number, query);
  return paths.ballot(code, number, query);
}

type Work<Input, Result> = Omit<Parameters<typeof pressForm<Input, Result>>[2], 'back'> & { done: string };

const pressed = <Input, Result>(before: FormState, form: FormData, { done, ...work }: Work<Input, Result>) =>
  pressForm(before, form, { ...work, back: backTo(form, done) });

/** A vote leaves the page where it is: reasons may be typed beside other matches, and the chair writes the minutes there. */
const voted = <Input, Result>(before: FormState, form: FormData, work: Omit<Work<Input, Result>, 'done'>) =>
  pressed(before, form, { ...work, done: '', stay: true });

const onBallot = (form: FormData) => fieldsIn(form, 'ballotId', 'version');

export const openAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: openSchema,
    input: {
      ...fieldsIn(form, 'planId', 'version', 'closesOn'),
      quorum: text(form, 'quorum') === 'number' ? text(form, 'votes').trim() : text(form, 'quorum'),
      tell: text(form, 'tell') === 'yes',
    },
    command: openBallot,
    done: '',
    onward: (number) => paths.ballot(codeIn(form), number, '?done=opened'),
  });

export const closeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: ballotSchema, input: onBallot(form), command: closeBallot, done: 'closed' });

export const extendAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: extendSchema,
    input: fieldsIn(form, 'ballotId', 'version', 'closesOn'),
    command: extendBallot,
    done: 'extended',
  });

export const dropAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: ballotSchema, input: onBallot(form), command: dropBallot, done: 'dropped' });

export const approveAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: ballotSchema, input: onBallot(form), command: approveBallot, done: 'approved' });

export const beginAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: ballotSchema,
    input: onBallot(form),
    command: beginMeeting,
    done: '',
    onward: () => paths.ballotMeeting(codeIn(form), numberIn(form)),
  });

export const voteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  voted(before, form, {
    schema: voteSchema,
    input: {
      itemId: text(form, 'itemId'),
      version: text(form, 'version'),
      vote: text(form, 'vote'),
      reason: text(form, 'reason'),
    },
    command: castVote,
    keepsWords: true,
  });

export const takeBackAction = async (before: FormState, form: FormData): Promise<FormState> =>
  voted(before, form, {
    schema: takeBackSchema,
    input: fieldsIn(form, 'itemId', 'version'),
    command: takeVoteBack,
  });

export const approveRestAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: approveRestSchema,
    input: { ballotId: text(form, 'ballotId'), itemIds: text(form, 'items').split(' ').filter(isId) },
    command: approveRest,
    done: 'rest',
  });

export const tableAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: tableSchema,
    input: fieldsIn(form, 'ballotId', 'version', 'itemId'),
    command: tableItem,
    done: '',
  });

export const resolveAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: resolveSchema,
    input: { ...fieldsIn(form, 'itemId', 'version', 'result'), note: text(form, 'note') },
    command: resolveItem,
    keepsWords: true,
    done: '',
  });

export const takeUpAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: takeUpSchema,
    input: fieldsIn(form, 'itemId', 'version'),
    command: takeUp,
    done: text(form, 'page') === 'consent' ? 'taken-up' : '',
  });

export const joinAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: meetingSchema, input: fieldsIn(form, 'ballotId'), command: joinMeeting, done: '' });

export const leaveAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: leftSchema,
    input: fieldsIn(form, 'ballotId', 'userId'),
    command: leaveMeeting,
    done: 'left',
  });

const PAIR = ['cycleId', 'menteeId', 'mentorId'] as const;

export const vetoAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: vetoSchema,
    input: { ...fieldsIn(form, ...PAIR), reason: text(form, 'reason') },
    command: vetoPair,
    keepsWords: true,
    done: 'vetoed',
  });

export const lockAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: pairSchema, input: fieldsIn(form, ...PAIR), command: lockPair, done: 'locked' });
