import type { Language, OtherLanguage } from '../language';
import { listOf, textOf, type Answers } from '../answers';
import { outcomeOf, type ApplicationState, type Outcome } from '../application';
import type { Role } from '../mentoring';
import type { LetterKind, LetterText } from './defaults';
import type { LetterWords } from './words';

/** An application as the release sees it: what its own person may be told, and what nobody may. */
export type ReleaseApplication = {
  id: string;
  personId: string;
  role: Role;
  state: ApplicationState;
  reference: string;
  name: string;
  email: string;
  answers: Answers;
  unmetRule: string;
  laterBy: Date | null;
  /** In which the person applied; English when nothing is said. */
  language?: Language;
};

export type ReleaseMatch = { id: string; mentorId: string; menteeId: string; safeReasons: readonly string[] };

type ReleaseCycle = {
  name: string;
  program: string;
  timeZone: string;
  confirmation: string;
  confirmBy: Date;
  startsAt: Date;
  waitlistUntil: Date;
  contact: { name: string; email: string; phone: string };
  statusUrl: string;
};

/** Letters in another language than English: what staff saved in it, or our own words where the English ones are ours too. */
export type OtherLetters = { texts: Partial<Record<LetterKind, LetterText>>; words: LetterWords };

export type ReleaseInput = {
  cycle: ReleaseCycle;
  applications: readonly ReleaseApplication[];
  matches: readonly ReleaseMatch[];
  /** In English. */
  templates: Readonly<Record<LetterKind, LetterText & { version: number }>>;
  words: LetterWords;
  /** By the languages that the program offers. */
  others: Readonly<Partial<Record<OtherLanguage, OtherLetters>>>;
  /** Our own wording of letters, whatever staff made of it: its words tell nothing about anybody. */
  standard: readonly string[];
  now: Date;
};

/** One part of a person's letter: an application's outcome, or one match of it. */
export type LetterPart = {
  kind: LetterKind;
  application: ReleaseApplication;
  match: ReleaseMatch | null;
  partner: ReleaseApplication | null;
};

/** One thing that a person was told: of which application, what, and with whom. */
export type ToldPart = { applicationId: string; kind: string; partnerId: string | null };

export const toldOf = ({ application, kind, partner }: LetterPart): ToldPart => ({
  applicationId: application.id,
  kind,
  partnerId: partner?.id ?? null,
});

export type PlannedLetter = {
  personId: string;
  name: string;
  email: string;
  parts: LetterPart[];
  /** How everything stands for this person, also where the letter tells only what changed. */
  standing: ToldPart[];
};

export type ReleasePlan = {
  outcomes: { applicationId: string; outcome: Outcome }[];
  /** One per person who is told something, by name. */
  letters: PlannedLetter[];
  /** Applications still open and without a later date: nothing can be released before they are decided. */
  blocked: ReleaseApplication[];
  /** Applications that are told nothing, with the reason. */
  silent: ReleaseApplication[];
};

const partsOf = (
  application: ReleaseApplication,
  outcome: Outcome,
  matches: readonly ReleaseMatch[],
  byId: ReadonlyMap<string, ReleaseApplication>,
): LetterPart[] => {
  if (outcome !== 'matched') return [{ kind: outcome, application, match: null, partner: null }];
  return matches.map((match) => ({
    kind: application.role === 'mentor' ? 'matched_mentor' : 'matched_mentee',
    application,
    match,
    partner: byId.get(application.role === 'mentor' ? match.menteeId : match.mentorId) ?? null,
  }));
};

/** Made once: ten thousand names are compared with it many times. */
const ALPHABET = new Intl.Collator();

/** Matches by each of their two applications, in their order. */
function bySide(matches: readonly ReleaseMatch[]): ReadonlyMap<string, ReleaseMatch[]> {
  const found = new Map<string, ReleaseMatch[]>();
  for (const match of matches)
    for (const id of new Set([match.mentorId, match.menteeId])) found.set(id, [...(found.get(id) ?? []), match]);
  return found;
}

/** Who is told what: exactly one outcome per application, one letter per person with all roles and mentees in it. */
export function planRelease({ applications, matches }: Pick<ReleaseInput, 'applications' | 'matches'>): ReleasePlan {
  const byId = new Map(applications.map((application) => [application.id, application]));
  const matchesOf = bySide(matches);
  const plan: ReleasePlan = { outcomes: [], letters: [], blocked: [], silent: [] };
  const letters = new Map<string, PlannedLetter>();
  const inOrder = [...applications].sort(
    (a, b) => ALPHABET.compare(a.name, b.name) || ALPHABET.compare(a.reference, b.reference),
  );
  for (const application of inOrder) {
    const own = matchesOf.get(application.id) ?? [];
    const outcome = outcomeOf({
      role: application.role,
      state: application.state,
      matched: own.length > 0,
      laterBy: application.laterBy,
    });
    if (outcome === null) plan.silent.push(application);
    else if (outcome === 'blocked') plan.blocked.push(application);
    else {
      plan.outcomes.push({ applicationId: application.id, outcome });
      const letter = letters.get(application.personId) ?? {
        personId: application.personId,
        name: displayName(application),
        email: application.email,
        parts: [],
        standing: [],
      };
      const parts = partsOf(application, outcome, own, byId);
      letter.parts.push(...parts);
      letter.standing.push(...parts.map(toldOf));
      letters.set(application.personId, letter);
    }
  }
  plan.letters = [...letters.values()];
  return plan;
}

/** The name a person wants to be called. */
export const displayName = ({ answers, name }: Pick<ReleaseApplication, 'answers' | 'name'>): string =>
  textOf(answers, 'preferred_name') || name;

/** What of an application nobody but its readers may see; long enough to be recognised in a letter. */
export function confidentialTexts({ answers }: Pick<ReleaseApplication, 'answers'>): string[] {
  return ['not_with', 'arrange', 'anything_else']
    .map((name) => textOf(answers, name))
    .filter((text) => text.length >= 8);
}

/** Contact details a person ticked for their match: address and phone, in words. */
export function sharedContact({
  answers,
  email,
}: Pick<ReleaseApplication, 'answers' | 'email'>): { kind: 'email' | 'phone'; value: string }[] {
  const shared = listOf(answers, 'share_contact');
  const phone = textOf(answers, 'phone');
  return [
    ...(shared.includes('email') ? [{ kind: 'email' as const, value: email }] : []),
    ...(shared.includes('phone') && phone ? [{ kind: 'phone' as const, value: phone }] : []),
  ];
}
