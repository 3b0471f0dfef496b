import { say } from '@/lib/words/say';
import { LongInput } from '@/ui/static/inputs';

/** The way to say no, with a reason that may be left out; closed until asked for. */
export const NoForm = ({ summary }: { summary: string }) => (
  <details>
    <summary>{summary}</summary>
    <form method="post" noValidate className="stack">
      <input type="hidden" name="answer" value="no" />
      <LongInput
        name="reason"
        label={say('match.yourReason')}
        hint={say('match.youNeedGiveNoneRead')}
        words={100}
        value=""
      />
      <button className="button" type="submit">
        {say('match.iCannotBePartOf')}
      </button>
    </form>
  </details>
);

/** Yes, by one button. */
export const YesForm = ({ name }: { name: string }) => (
  <form method="post">
    <input type="hidden" name="answer" value="yes" />
    <button className="button primary" type="submit">
      {say('match.yesIWillWorkWith', { name })}
    </button>
  </form>
);
