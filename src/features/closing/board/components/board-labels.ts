import type { Answered } from '@/domain/closing';
import type { ClosingMailKey } from '@/domain/closing-mails';
import type { BoardShow } from '../schema';

export const ANSWERED_LABELS: Record<Answered, string> = {
  not_yet: 'Not yet',
  begun: 'Begun',
  answered: 'Answered',
};
export const ANSWERED_TONES = { not_yet: 'plain', begun: 'wait', answered: 'good' } as const satisfies Record<
  Answered,
  string
>;
export const BOARD_LABELS: Record<BoardShow, string> = { all: 'All', ...ANSWERED_LABELS };
export const ROLE_LABELS = { mentor: 'Mentors', mentee: 'Mentees' } as const;

export const MAIL_LABELS: Record<ClosingMailKey, string> = {
  opening: 'the opening mail, to everybody',
  day_7: 'the first reminder, to who has not answered',
  day_14: 'the second reminder, to who has not answered',
  last_days: 'the last reminder, two days before the close',
};
