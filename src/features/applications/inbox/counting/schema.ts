import { APPLICATION_STATES } from '@/domain/application';
import type { InboxFilter } from '../schema';

/** What applications are counted by. */
export type Facet = {
  role: 'mentor' | 'mentee';
  state: (typeof APPLICATION_STATES)[number];
  /** Up to 3. */
  reviews: number;
  answered: boolean;
  discuss: boolean;
  later: boolean;
};

/** The number that `app.keep_facet` made of them. @throws {RangeError} when it made none */
export function facetOf(written: number): Facet {
  const digit = (place: number) => Math.floor(written / 10 ** place) % 10;
  const state = APPLICATION_STATES[digit(5) - 1];
  if (state === undefined) throw new RangeError(`No facet: ${written}`);
  return {
    later: digit(0) === 1,
    discuss: digit(1) === 1,
    answered: digit(2) === 1,
    reviews: digit(3),
    role: digit(4) === 1 ? 'mentee' : 'mentor',
    state,
  };
}

export type Group = Facet & {
  /** By the viewer. */
  done: boolean;
  /** Assigned to the viewer, or nothing is assigned to anybody. */
  waits: boolean;
  count: number;
};

const MINE: Record<InboxFilter['mine'], (group: Group) => boolean> = {
  todo: ({ done, waits, state }) => !done && waits && state !== 'declined' && state !== 'withdrawn',
  done: ({ done }) => done,
  discuss: ({ discuss }) => discuss,
  all: () => true,
};

/** Whether a filter shows the applications of a group: the same choice as `chosen` makes of rows. */
export function shows(filter: InboxFilter, group: Group): boolean {
  const { role, state, mine, reviews, asked, later } = filter;
  if (role && group.role !== role) return false;
  if (state ? group.state !== state : group.state === 'withdrawn') return false;
  if (reviews && group.reviews !== Number(reviews)) return false;
  if (asked && !(asked === 'waiting' ? group.state === 'needs_information' : group.answered)) return false;
  if (later && group.later !== (later === 'yes')) return false;
  return MINE[mine](group);
}
