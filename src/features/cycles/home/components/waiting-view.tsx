import { paths } from '@/lib/paths';
import type { CycleHome } from '../queries';

type Item = { count: number; text: string; href: string };

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What waits for this person, each with its number; what is zero is left out. */
function itemsOf({ standing, questions, fallen, pairs }: CycleHome, code: string): Item[] {
  const { unreviewed, undecided, proposedPlan, planApproved, ballot, release, brokenMails, decides, announces } =
    standing;
  const toPairs = pairs.all ? paths.pairsDesk : paths.ownPairs;
  const toConfirm = release?.state === 'requested' && !release.byMe;
  return [
    {
      count: unreviewed,
      text: plural(unreviewed, 'application to review', 'applications to review'),
      href: paths.inbox(code, '?mine=todo'),
    },
    {
      count: questions,
      text: plural(questions, 'question asked, not answered yet', 'questions asked, not answered yet'),
      href: paths.inbox(code, '?state=needs_information&mine=all'),
    },
    {
      count: decides ? undecided : 0,
      text: plural(undecided, 'application to decide', 'applications to decide'),
      href: paths.inbox(code, '?state=submitted&mine=all'),
    },
    {
      count: ballot?.unvoted ?? 0,
      text: plural(ballot?.unvoted ?? 0, 'match to vote on', 'matches to vote on'),
      href: paths.ballot(code, ballot?.number ?? 0, '?show=todo'),
    },
    {
      count: ballot?.forChair ? 1 : 0,
      text: `ballot to go on with: ballot ${ballot?.number ?? ''}`,
      href: paths.ballot(code, ballot?.number ?? 0),
    },
    {
      count: decides && !planApproved && proposedPlan !== null && ballot === null ? 1 : 0,
      text: `plan to approve: plan ${proposedPlan ?? ''}`,
      href: paths.plan(code, proposedPlan ?? 0),
    },
    {
      count: announces && toConfirm ? 1 : 0,
      text: 'release to confirm as the second person',
      href: paths.release(code),
    },
    {
      count: fallen,
      text: plural(fallen, 'match that fell through', 'matches that fell through'),
      href: paths.answers(code),
    },
    {
      count: pairs.tasks,
      text: plural(pairs.tasks, 'task about a pair', 'tasks about pairs'),
      href: toPairs(code, '?show=tasks'),
    },
    {
      count: pairs.silent,
      text: plural(pairs.silent, 'silent pair', 'silent pairs'),
      href: toPairs(code, '?show=silent'),
    },
    {
      count: brokenMails,
      text: plural(brokenMails, 'mail that did not get through', 'mails that did not get through'),
      href: paths.deliveries(code, '?state=problem'),
    },
  ].filter(({ count }) => count > 0);
}

export function WaitingView({ home, code }: { home: CycleHome; code: string }) {
  const items = itemsOf(home, code);
  return (
    <section className="stack-s" aria-labelledby="waiting">
      <h2 id="waiting">What waits for you</h2>
      {items.length === 0 ? (
        <p>Nothing right now.</p>
      ) : (
        <ul className="plain todo-list mt-2!">
          {items.map(({ count, text, href }) => (
            <li key={text}>
              <span className="number">{count}</span>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
