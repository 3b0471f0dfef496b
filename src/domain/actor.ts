export const GRANT_ROLES = [
  'administrator',
  'staff',
  'chair',
  'deputy',
  'reviewer',
  'funding_reviewer',
  'concern_officer',
] as const;
export type GrantRole = (typeof GRANT_ROLES)[number];

export const ROLE_NAMES = {
  administrator: 'Administrator',
  staff: 'Staff',
  chair: 'Chair',
  deputy: 'Deputy',
  reviewer: 'Reviewer',
  funding_reviewer: 'Funding reviewer',
  concern_officer: 'Officer for concerns',
} as const satisfies Record<GrantRole, string>;

/** Who leads the committee. A deputy may do all that a chair may: above all where the chair must not judge. */
export const LEADS = ['chair', 'deputy'] as const satisfies readonly GrantRole[];
/** Who decides together. */
export const COMMITTEE = [...LEADS, 'reviewer'] as const satisfies readonly GrantRole[];

export type Grant = { programId: string; role: GrantRole; until: Date | null };

/** Whether a grant's last day has not passed. */
export const isInForce = ({ until }: Pick<Grant, 'until'>, now: Date): boolean => until === null || now < until;

/** Who acts. A participant is a person whose address is proven; a visitor is anybody else on a public page. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'participant'; personId: string }
  | {
      kind: 'user';
      userId: string;
      personId: string;
      name: string;
      email: string;
      grants: readonly Grant[];
      /** People closed to this user: themselves, and those they must not judge. Nothing of them is shown or counted. */
      closed: readonly string[];
    }
  | { kind: 'job'; name: string };

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** How the history names an actor. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`;
  if (actor.kind === 'participant') return `person:${actor.personId}`;
  return actor.kind === 'job' ? `job:${actor.name}` : 'visitor';
}

/** Whether what is about this person is closed to the user. */
export const isClosedTo = ({ closed }: Pick<UserActor, 'closed'>, personId: string | null): boolean =>
  personId !== null && closed.includes(personId);
