import {
  toldOf,
  type LetterPart,
  type PlannedLetter,
  type ReleaseApplication,
  type ReleasePlan,
  type ToldPart,
} from './release-plan';

/** By person, how things stood for them in their last letter. */
export type Told = ReadonlyMap<string, readonly ToldPart[]>;

const isMatched = ({ kind }: { kind: string }) => kind === 'matched_mentor' || kind === 'matched_mentee';
const isSame = (a: ToldPart, b: ToldPart) =>
  a.applicationId === b.applicationId && a.kind === b.kind && a.partnerId === b.partnerId;

type Known = {
  told: Told;
  applications: ReadonlyMap<string, ReleaseApplication>;
  /** Applications whose person said no to this partner themselves: `<application> <partner>`. */
  saidNo: ReadonlySet<string>;
};

/** Matches that were told and are none any more, but for those that the person turned down. */
function endings(before: readonly ToldPart[], letter: PlannedLetter, { applications, saidNo }: Known): LetterPart[] {
  return before
    .filter((part) => isMatched(part) && !letter.standing.some((now) => isSame(now, part)))
    .filter(({ applicationId, partnerId }) => !saidNo.has(`${applicationId} ${partnerId ?? ''}`))
    .flatMap(({ applicationId, partnerId }): LetterPart[] => {
      const application = applications.get(applicationId);
      const partner = applications.get(partnerId ?? '') ?? null;
      return application ? [{ kind: 'match_ended', application, match: null, partner }] : [];
    });
}

/** What is new for this person. Who was matched and is not any more hears that their match ended, not that they wait. */
function fresh(before: readonly ToldPart[], letter: PlannedLetter): LetterPart[] {
  const wasMatched = new Set(before.filter(isMatched).map(({ applicationId }) => applicationId));
  return letter.parts.filter((part) => {
    const now = toldOf(part);
    if (before.some((one) => isSame(one, now))) return false;
    return isMatched(part) || part.kind === 'declined' || !wasMatched.has(part.application.id);
  });
}

/** Of a whole release only what changed for somebody since their last letter: nobody is told anything twice. */
export function followUp(whole: ReleasePlan, known: Known): ReleasePlan {
  const letters = whole.letters.flatMap((letter): PlannedLetter[] => {
    const before = known.told.get(letter.personId) ?? [];
    const parts = [...endings(before, letter, known), ...fresh(before, letter)];
    return parts.length > 0 ? [{ ...letter, parts }] : [];
  });
  const written = new Set(letters.flatMap(({ standing }) => standing.map(({ applicationId }) => applicationId)));
  return {
    ...whole,
    letters,
    outcomes: whole.outcomes.filter(({ applicationId }) => written.has(applicationId)),
  };
}
