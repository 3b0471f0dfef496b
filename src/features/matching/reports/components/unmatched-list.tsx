import { Reference } from '@/ui/static/shapes';
import { counted, points } from '../../components/fits';
import { Ask } from '../../inquiries/components/ask';
import type { StudyView, SuggestedChange, UnmatchedEntry } from '../queries';

export type ReportDesk = { code: string; number: number; planId: string; cycleId: string; mayChange: boolean };
type Props = { unmatched: readonly UnmatchedEntry[]; demand: StudyView['demand']; desk: ReportDesk };

/** Why each unmatched person is unmatched, and the smallest changes that would match them. */
export const UnmatchedList = ({ unmatched, demand, desk }: Props) => (
  <section className="stack-s" aria-labelledby="unmatched">
    <h2 id="unmatched">Unmatched, and why</h2>
    {unmatched.length === 0 ? (
      <p>Everybody is matched in the best plan.</p>
    ) : (
      <>
        <p>
          {demand
            ? `${counted(demand.mentees, 'mentee competes', 'mentees compete')} for ${counted(demand.places, 'place', 'places')} with ${counted(demand.mentors, 'mentor', 'mentors')}; no arrangement serves more. `
            : ''}
          {counted(unmatched.length, 'mentee is', 'mentees are')} unmatched in the best plan by fit. Each change below
          would match that person and leave nobody unmatched who is matched now.
        </p>
        <ul className="plain stack-s">
          {unmatched.map((entry) => (
            <li key={entry.id} className="card stack-s">
              <h3>
                {entry.name} <Reference>{entry.reference}</Reference>
              </h3>
              <p className="small">{reasonsOf(entry)}</p>
              <Changes entry={entry} desk={desk} />
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

function reasonsOf({ open, rules }: UnmatchedEntry): string {
  const mentors = counted(open, 'mentor is', 'mentors are');
  const full =
    open === 0 ? 'No mentor is open by the rules.' : `${mentors} open by the rules, and every place is taken.`;
  const excluded = rules.map(({ label, mentors: count }) => `${label}: ${counted(count, 'mentor', 'mentors')}`);
  return excluded.length === 0 ? full : `${full} Excluded: ${excluded.join('; ')}.`;
}

function changeWords(change: SuggestedChange): string {
  if (change.kind === 'minimum-score') return `Lower the minimum score to ${points(change.to)} points.`;
  if (change.kind === 'place') return `One more place with ${change.name}: a match of ${points(change.fit)} points.`;
  return `Set aside “${change.rule}” for ${change.name}: a match of ${points(change.fit)} points.`;
}

function Changes({ entry: { changes }, desk }: { entry: UnmatchedEntry; desk: ReportDesk }) {
  if (changes.length === 0) return <p className="small soft">No single change would match this person.</p>;
  const { code, number, planId } = desk;
  return (
    <ul className="plain stack-s">
      {changes.map((change) => (
        <li key={`${change.kind}${change.name}`} className="row-s">
          <span>{changeWords(change)}</span>
          {desk.mayChange && change.kind === 'place' ? (
            <Ask
              place={{ code, number, planId }}
              question={{ kind: 'place', mentorId: change.mentorId }}
              label="What would change?"
              about={`with one more place of ${change.name}`}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
