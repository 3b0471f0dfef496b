import { COULD_JOIN, FUNDING_WORDS } from '@/domain/funding';
import type { AskTyped } from '@/features/funding/asking/schema';
import type { Asking } from '@/features/funding/asking/queries';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { RadioGroup, Tick } from '@/ui/static/choices';
import type { Problems } from '@/ui/static/error-summary';
import { fieldId, Group } from '@/ui/static/field';
import { LongInput } from '@/ui/static/inputs';
import { ObligationList } from './obligation-list';

const choices = () => Object.entries(COULD_JOIN).map(([value, label]) => ({ value, label: worded(label) }));

type Props = { cycle: CycleView; asking: Asking; typed: AskTyped; problems: Problems };

/** The form of a request: what it is judged by, a self-description apart with its own consent, and the promise. */
export function AskForm({ cycle, asking: { offer, request }, typed, problems }: Props) {
  const isNew = request?.state !== 'requested';
  return (
    <form method="post" action={paths.statusFunding(cycle.code)} noValidate>
      <input type="hidden" name="version" value={typed.version} />
      <LongInput
        name="why"
        label={say('funding.why')}
        hint={say('funding.whyHint')}
        required
        words={FUNDING_WORDS.why}
        value={typed.why}
        problem={problems.why}
      />
      <LongInput
        name="use"
        label={say('funding.use')}
        hint={say('funding.useHint')}
        required
        words={FUNDING_WORDS.use}
        value={typed.use}
        problem={problems.use}
      />
      <RadioGroup
        name="could_join"
        label={say('funding.couldJoin')}
        required
        value={typed.could_join}
        options={choices()}
        problem={problems.could_join}
      />
      <LongInput
        name="self_description"
        label={say('funding.self')}
        hint={say('funding.selfHint')}
        words={FUNDING_WORDS.selfDescription}
        value={typed.self_description}
        problem={problems.self_description}
      />
      <Group name="self_consent" label={say('funding.mayTheyRead')} problem={problems.self_consent}>
        <Tick
          name="self_consent"
          id={fieldId('self_consent')}
          value="yes"
          checked={typed.self_consent === 'yes'}
          label={say('funding.selfConsent', { day: formatDay(cycle.identityDeleteOn, cycle.timeZone) })}
        />
      </Group>
      <Group name="promise" label={say('funding.promise')} required problem={problems.promise}>
        <ObligationList obligations={offer.obligations} timeZone={cycle.timeZone} />
        <Tick
          name="promise"
          id={fieldId('promise')}
          value="yes"
          checked={typed.promise === 'yes'}
          label={say('funding.promiseTick')}
        />
      </Group>
      <div className="actions">
        <button className="button primary" type="submit">
          {say(isNew ? 'funding.ask' : 'funding.saveRequest')}
        </button>
        <a href={paths.status()}>{say(isNew ? 'funding.notNow' : 'funding.leaveIt')}</a>
      </div>
    </form>
  );
}
