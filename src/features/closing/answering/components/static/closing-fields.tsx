import { AGAIN, QUOTED_AS } from '@/domain/closing';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { CheckboxGroup, RadioGroup, Tick } from '@/ui/static/choices';
import type { Problems } from '@/ui/static/error-summary';
import { Group } from '@/ui/static/field';
import { LongInput } from '@/ui/static/inputs';
import { Rating } from '@/ui/static/rating';
import type { Closing } from '../../queries';
import type { ClosingTyped } from '../../schema';

type Props = { closing: Closing; typed: ClosingTyped; problems: Problems };

const WORDS = 200;
const QUOTE_WORDS = 60;

/** The ratings of the form once more, and the goals that were reached. */
export const Areas = ({ closing, typed, problems }: Props) => (
  <>
    <section className="stack-s" aria-labelledby="areas">
      <h2 id="areas">{say('closing.areas')}</h2>
      <p>{say('closing.areasHint')}</p>
      {closing.areas.map(({ value, label }) => (
        <Rating
          key={value}
          name={`rating_${value}`}
          label={worded(label)}
          ends={[say('closing.uncomfortable'), say('closing.comfortable')]}
          value={typed.ratings[value] ?? ''}
          problem={problems[`rating_${value}`]}
        />
      ))}
    </section>
    {closing.goals.length > 0 ? (
      <CheckboxGroup
        name="goals"
        label={say('closing.goals')}
        values={typed.goals}
        options={closing.goals.map(({ id, words }) => ({ value: id, label: words }))}
        problem={problems.goals}
      />
    ) : null}
  </>
);

/** What is asked of everybody. */
export const Words = ({ closing, typed, problems }: Props) => (
  <>
    <Rating
      name="recommend"
      label={say('closing.recommend')}
      ends={[say('closing.recommendLow'), say('closing.recommendHigh')]}
      value={typed.recommend}
      problem={problems.recommend}
    />
    <RadioGroup
      name="again"
      label={say(`closing.again_${closing.side}`)}
      value={typed.again}
      options={AGAIN.map((value) => ({ value, label: say(`closing.again_${value}`) }))}
      none={say('closing.noAnswer')}
      problem={problems.again}
    />
    <LongInput
      name="helped"
      label={say('closing.helped')}
      words={WORDS}
      value={typed.helped}
      problem={problems.helped}
    />
    <LongInput
      name="better"
      label={say('closing.better')}
      words={WORDS}
      value={typed.better}
      problem={problems.better}
    />
  </>
);

const HOW = { named: 'closing.quoteNamed', unnamed: 'closing.quoteUnnamed' } as const;

/** A sentence to quote, with a consent of its own that nobody ticks for them. */
export const QuoteFields = ({ closing, typed, problems }: Props) => (
  <>
    <LongInput
      name="quote"
      label={say('closing.quote')}
      hint={say('closing.quoteHint')}
      words={QUOTE_WORDS}
      value={typed.quote}
      problem={problems.quote}
    />
    <Group name="quote_consent" label={say('closing.quoteConsent')} problem={problems.quote_consent}>
      <div className="choices">
        <Tick
          name="quote_consent"
          value="yes"
          checked={typed.quote_consent === 'yes'}
          label={say('closing.quoteAgree', { program: closing.cycle.program.name })}
        />
      </div>
    </Group>
    <RadioGroup
      name="quote_name"
      label={say('closing.quoteName')}
      value={typed.quote_name}
      options={QUOTED_AS.map((value) => ({ value, label: say(HOW[value]) }))}
      problem={problems.quote_name}
    />
  </>
);
