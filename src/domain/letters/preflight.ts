import { confidentialIn } from './confidential';
import { displayName, type ReleaseInput, type ReleasePlan } from './release-plan';
import type { WrittenLetter } from './write';

export type PreflightPoint = {
  key: 'plan' | 'outcomes' | 'pairs' | 'capacity' | 'templates' | 'confidential' | 'addresses' | 'declined' | 'mentors';
  title: string;
  faults: string[];
};

type Standing = {
  input: ReleaseInput;
  release: ReleasePlan;
  letters: readonly WrittenLetter[];
  plan: { verified: boolean } | null;
  /** Places by mentor application. */
  places: ReadonlyMap<string, number>;
  /** Addresses to which nothing is sent, because mail was refused or came back for good. */
  badAddresses: ReadonlySet<string>;
  /** Mentors who must still say yes; null where they are not asked first. */
  unanswered?: readonly string[] | null;
};

const named = (list: readonly { name: string; reference: string }[]) =>
  list.map(({ name, reference }) => `${name} (${reference}) is not decided, and no later date was set.`);

function pairFaults({ input }: Standing): string[] {
  const byId = new Map(input.applications.map((application) => [application.id, application]));
  return input.matches.flatMap(({ mentorId, menteeId }) =>
    [mentorId, menteeId].flatMap((id) => {
      const application = byId.get(id);
      if (application?.state === 'accepted') return [];
      return [
        `${application ? `${displayName(application)} (${application.reference})` : 'Somebody'} is in the approved plan and is no longer accepted. Run the matching again.`,
      ];
    }),
  );
}

function capacityFaults({ input, places }: Standing): string[] {
  const load = new Map<string, number>();
  for (const { mentorId } of input.matches) load.set(mentorId, (load.get(mentorId) ?? 0) + 1);
  return input.applications.flatMap((application) => {
    const [used, has] = [load.get(application.id) ?? 0, places.get(application.id) ?? 0];
    return used > has ? [`${displayName(application)} has ${has} places and ${used} mentees.`] : [];
  });
}

const letterFaults = (letters: readonly WrittenLetter[]) =>
  letters.flatMap(({ name, problems }) => problems.map((problem) => `Letter to ${name}: ${problem}`));

/** What must be in order before anything is announced. A point without faults is fine; nothing is sent before every point is. */
export function preflight(standing: Standing): PreflightPoint[] {
  const { input, release, letters, plan, badAddresses } = standing;
  const declined = input.applications.filter(({ state, unmetRule }) => state === 'declined' && !unmetRule);
  return [
    {
      key: 'plan',
      title: 'A plan is approved and verified',
      faults:
        plan === null
          ? ['No plan of this cycle is approved.']
          : plan.verified
            ? []
            : ['The approved plan is not verified.'],
    },
    { key: 'outcomes', title: 'Every application has exactly one outcome', faults: named(release.blocked) },
    { key: 'pairs', title: 'Everybody in the plan is still accepted', faults: pairFaults(standing) },
    { key: 'capacity', title: 'No mentor has more mentees than places', faults: capacityFaults(standing) },
    {
      key: 'declined',
      title: 'Every declined application names the unmet rule',
      faults: declined.map(({ name, reference }) => `${name} (${reference}): the letter needs the rule in words.`),
    },
    ...(standing.unanswered
      ? [{ key: 'mentors' as const, title: 'Every mentor has said yes', faults: [...standing.unanswered] }]
      : []),
    { key: 'templates', title: 'Every field of every letter has a value', faults: letterFaults(letters) },
    {
      key: 'confidential',
      title: 'No letter says anything confidential',
      faults: confidentialIn(letters, input),
    },
    {
      key: 'addresses',
      title: 'Every letter has an address that takes mail',
      faults: letters
        .filter(({ email }) => badAddresses.has(email))
        .map(
          ({ name }) =>
            `Mail to ${name} was refused or came back. Correct the address, or say that it takes mail again.`,
        ),
    },
  ];
}

export const isReady = (points: readonly PreflightPoint[]): boolean =>
  points.every(({ faults }) => faults.length === 0);
