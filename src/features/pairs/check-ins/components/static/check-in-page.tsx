import { CONTACT_ANSWERS, type CheckIn } from '@/domain/check-in';
import { say } from '@/lib/words/say';
import { RadioGroup } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { LongInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { Rating } from '@/ui/static/rating';
import { NotSaved } from '../../../home/components/static/not-saved';
import { BackToPair, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';
import type { CheckInTyped } from '../../schema';

export type CheckInPageProps = {
  pair: Pair;
  checkIn: CheckIn;
  /** Where the form goes. */
  action: string;
  typed: CheckInTyped;
  problems?: Problems;
  refused?: string;
  said?: boolean;
};

type FieldsProps = Pick<CheckInPageProps, 'pair' | 'checkIn' | 'typed'> & { problems: Problems };

function Questions({ pair, checkIn, typed, problems }: FieldsProps) {
  const { name } = pair.partner;
  if (checkIn.asks === 'contact')
    return (
      <RadioGroup
        name="contact"
        label={say('pair.areYouInTouch', { name })}
        required
        value={typed.contact}
        options={CONTACT_ANSWERS.map((value) => ({ value, label: say(`pair.contact_${value}`) }))}
        problem={problems.contact}
      />
    );
  return (
    <>
      <Rating
        name="going"
        label={say('pair.howIsItGoing', { name })}
        required
        ends={[say('pair.notWell'), say('pair.veryWell')]}
        value={typed.going}
        problem={problems.going}
      />
      <Rating
        name="enough"
        label={say('pair.enoughContact')}
        required
        ends={[say('pair.farTooLittle'), say('pair.justRight')]}
        value={typed.enough}
        problem={problems.enough}
      />
    </>
  );
}

/** A short question; its button counts. Who reads the answer is said beside it. */
export function CheckInPage({ pair, checkIn, action, typed, problems = {}, refused = '', said }: CheckInPageProps) {
  const title = say(`pair.date_${checkIn.key}`);
  return (
    <PairFrame pair={pair} title={titleWith(title, problems)}>
      <ErrorSummary problems={problems} />
      {said ? (
        <Notice tone="good" heading={say('pair.said_checked')}>
          <p>{say('pair.checkedMeans')}</p>
        </Notice>
      ) : null}
      <div className="stack-s">
        <BackToPair pair={pair} />
        <h1>{title}</h1>
        <p>{say('pair.readersOfCheckIn')}</p>
      </div>
      <NotSaved words={refused} />
      <form method="post" action={action} noValidate>
        <Questions pair={pair} checkIn={checkIn} typed={typed} problems={problems} />
        <LongInput
          name="words"
          label={say('pair.anythingElse')}
          hint={say('pair.readersOfCheckIn')}
          words={100}
          value={typed.words}
          problem={problems.words}
        />
        <div className="actions">
          <button className="button primary" type="submit">
            {say('pair.sendAnswer')}
          </button>
        </div>
      </form>
    </PairFrame>
  );
}
