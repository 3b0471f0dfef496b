import { CHECK_INS } from '@/domain/check-in';
import { dayAt } from '@/domain/pair';
import type { CopiedPair } from '@/features/pairs/copies/queries';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { MODES } from '@/domain/mentoring';
import { FREQUENCIES } from '@/domain/pair';
import { Reference } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';

const modeOf = (mode: string) => worded(MODES.find(({ value }) => value === mode)?.label ?? mode);
const dayOf = (day: string) => formatDay(dayAt(day), 'UTC');

function agreed({ agreement }: CopiedPair): string {
  const frequency = FREQUENCIES.find((one) => one === agreement?.frequency);
  return agreement && frequency ? [say(`pair.frequency_${frequency}`), ...agreement.modes.map(modeOf)].join(', ') : '';
}

function answered({ key, contact, going, enough, words }: CopiedPair['answers'][number]): string {
  const known = (['in_touch', 'not_yet', 'need_help'] as const).find((one) => one === contact);
  const said = known ? say(`pair.contact_${known}`) : say('pair.ratedBoth', { going: going ?? 0, enough: enough ?? 0 });
  const asked = CHECK_INS.find((one) => one.key === key);
  return [asked ? say(`pair.date_${asked.key}`) : '', said, words].filter(Boolean).join('\n');
}

/** What was said at the end, with the sentence that was agreed to. */
const closingWords = ({
  recommend,
  again,
  helped,
  better,
  quote,
  quoteWording,
}: CopiedPair['closing'][number]): string =>
  [
    recommend === null ? '' : `${say('closing.recommend')} ${recommend} / 5`,
    again === 'yes' || again === 'maybe' || again === 'no' ? say(`closing.again_${again}`) : '',
    helped,
    better,
    quote,
    quoteWording,
  ]
    .filter(Boolean)
    .join('\n');

const linesOf = (pair: CopiedPair) => [
  { key: 'partner', label: say('pair.yourPair'), words: pair.partner },
  { key: 'agreement', label: say('pair.agreement'), words: agreed(pair) },
  ...pair.goals.map(({ words, steps, dueOn }, index) => ({
    key: `goal-${index}`,
    label: say('pair.goal'),
    words: [words, say('pair.dueOn', { day: dayOf(dueOn) }), ...steps.map((step) => step.words)].join('\n'),
  })),
  {
    key: 'log',
    label: say('pair.log'),
    words: pair.contacts
      .map(({ day, mode, minutes }) => say('pair.meetingLine', { day: dayOf(day), mode: modeOf(mode), minutes }))
      .join('\n'),
  },
  ...pair.answers.map((answer) => ({ key: answer.key, label: say('pair.checkIns'), words: answered(answer) })),
  ...pair.closing.map((said, index) => ({
    key: `closing-${index}`,
    label: say('closing.title'),
    words: closingWords(said),
  })),
  ...Object.entries(pair.endRatings).map(([area, rating]) => ({
    key: `end-${area}`,
    label: `${say('closing.after')}, ${worded(pair.areas.find(({ value }) => value === area)?.label ?? area)}`,
    words: `${rating} / 5`,
  })),
  ...pair.asked.map(({ words, openedAt }, index) => ({
    key: `asked-${index}`,
    label: say('pair.notRight'),
    words: [formatDay(openedAt, 'UTC'), words].filter(Boolean).join('\n'),
  })),
];

/** What the person has of a pair: shared words and days, and of what each says alone only their own. */
export const OwnPairCopy = ({ pair }: { pair: CopiedPair }) => (
  <section className="stack-s" aria-label={say('pair.youAnd', { name: pair.partner })}>
    <h2>{say('pair.youAnd', { name: pair.partner })}</h2>
    {pair.reference ? <Reference>{pair.reference}</Reference> : null}
    <SummaryList entries={linesOf(pair)} />
  </section>
);
