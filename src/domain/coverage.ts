import { byText } from './matching/problem';
import type { Wanted } from './assigning';

/** A member or former member of the committee, as reading is given out. */
export type Member = {
  id: string;
  name: string;
  /** Their term has not ended. */
  inForce: boolean;
  /** Reads without being named: reviewers do, a chair only when chosen. */
  reads: boolean;
  /** People they must not judge. */
  closed: readonly string[];
  /** Areas they say they know well. */
  knows?: readonly string[];
};
export type ToRead = {
  id: string;
  personId: string;
  assigned: readonly string[];
  reviews: readonly { reviewerId: string; abstained: boolean }[];
  /** Areas it is about, where that was asked. */
  about?: readonly string[];
};

/** An application's readers: who has reviewed it, and who is asked and has not. Nobody in conflict, nobody whose term ended. */
export function readersOf({ personId, assigned, reviews }: ToRead, members: ReadonlyMap<string, Member>) {
  const may = (id: string) => {
    const member = members.get(id);
    return member !== undefined && !member.closed.includes(personId) ? member : null;
  };
  const saved = new Set(reviews.map(({ reviewerId }) => reviewerId));
  return {
    /** An abstention is no reading; a review stays when its writer leaves. */
    done: reviews.filter(({ abstained }) => !abstained).map(({ reviewerId }) => reviewerId),
    waiting: assigned.filter((id) => may(id)?.inForce && !saved.has(id)),
    /** Asked of somebody whose term ended before they read it. */
    ended: assigned.filter((id) => may(id)?.inForce === false && !saved.has(id)),
  };
}

export type Covered = 'done' | 'waiting' | 'short';

/** `short`: even when everybody who is asked has read it, it has too few reviews. */
export function coveredBy({ done, waiting }: { done: number; waiting: number }, wantedCount: number): Covered {
  if (done >= wantedCount) return 'done';
  return done + waiting >= wantedCount ? 'waiting' : 'short';
}

type Plan = {
  applications: readonly ToRead[];
  members: ReadonlyMap<string, Member>;
  /** Who is to be asked. */
  who: readonly string[];
  /** How many reviews an application should have. */
  wantedCount: number;
  /** Nobody who is asked and has not read stays asked. */
  anew: boolean;
};

/** What is given to the solver: needs, who may be asked, and what everybody has already. In the order of ids. */
export function readingNeeds({ applications, members, who, wantedCount, anew }: Plan) {
  const load = new Map(who.map((id) => [id, 0]));
  const wanted = applications.map((application): Wanted => {
    const { done, waiting } = readersOf(application, members);
    const kept = anew ? [] : waiting;
    for (const id of [...done, ...kept]) if (load.has(id)) load.set(id, (load.get(id) ?? 0) + 1);
    const had = new Set([...application.reviews.map(({ reviewerId }) => reviewerId), ...kept]);
    const mayRead = who.filter((id) => {
      const member = members.get(id);
      return member?.inForce === true && !member.closed.includes(application.personId) && !had.has(id);
    });
    const needs = Math.max(0, wantedCount - done.length - kept.length);
    return { id: application.id, needs, mayRead, about: application.about ?? [] };
  });
  return {
    wanted: wanted.sort((a, b) => byText(a.id, b.id)),
    readers: [...load]
      .map(([id, had]) => ({ id, load: had, knows: members.get(id)?.knows ?? [] }))
      .sort((a, b) => byText(a.id, b.id)),
  };
}
