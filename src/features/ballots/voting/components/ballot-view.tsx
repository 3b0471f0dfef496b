import type { ReactNode } from 'react';
import { Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { paths } from '@/lib/paths';
import type { SeenBallot, SeenItem } from '../queries';
import { ApproveRest } from './approve-rest';
import { MatchCard } from './match-card';

export const SHOWN = ['all', 'todo', 'talk'] as const;
export type Shown = (typeof SHOWN)[number];

const LABELS = { all: 'All matches', todo: 'Without my vote', talk: 'To talk about' } as const;

const isShown: Record<Shown, (item: SeenItem) => boolean> = {
  all: () => true,
  todo: ({ takesVote, mine }) => takesVote && mine === null,
  // What is known not to be unanimous: only from votes that the viewer may read.
  talk: ({ tally, byConsent }) => tally !== null && !byConsent && tally.discuss + tally.object > 0,
};

type Props = {
  ballot: SeenBallot;
  code: string;
  shown: Shown;
  votes: boolean;
  /** What else can be done with a match. */
  beside?: (item: SeenItem) => ReactNode;
};

/** The matches of a ballot, to vote on one after the other. */
export function BallotView({ ballot, code, shown, votes, beside }: Props) {
  const { items, number } = ballot;
  const place = { cycle: code, number, page: 'ballot' } as const;
  const listed = items.filter(isShown[shown]);
  const tabs = SHOWN.filter((one) => votes || one !== 'todo').map((one) => ({
    href: paths.ballot(code, number, one === 'all' ? '' : `?show=${one}`),
    text: LABELS[one],
    count: items.filter(isShown[one]).length,
    current: one === shown,
  }));
  return (
    <section className="stack" aria-labelledby="matches-head">
      <h2 id="matches-head">Matches</h2>
      <Tabs label="Which matches" tabs={tabs} />
      {ballot.takesVotes && votes ? <ApproveRest ballot={ballot} code={code} /> : null}
      {listed.length === 0 ? (
        <EmptyState heading={shown === 'todo' ? 'You have voted on every match' : 'Nothing here'}>
          <p>
            {shown === 'talk' ? 'Of the votes you can read, none asks to talk.' : 'See all matches in the first tab.'}
          </p>
        </EmptyState>
      ) : (
        <ol className="plain ballot-list">
          {listed.map((item) => (
            <MatchCard key={item.id} item={item} place={place}>
              {beside?.(item)}
            </MatchCard>
          ))}
        </ol>
      )}
    </section>
  );
}
