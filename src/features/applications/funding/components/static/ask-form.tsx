import { formatDay } from '@/domain/dates';
import { COULD_JOIN, FUNDING_WORDS } from '@/domain/funding';
import type { AskTyped } from '@/features/funding/asking/schema';
import type { Asking } from '@/features/funding/asking/queries';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { RadioGroup, Tick } from '@/ui/static/choices';
import type { Problems } from '@/ui/static/error-summary';
import { fieldId, Group } from '@/ui/static/field';
import { LongInput } from '@/ui/static/inputs';
import { ObligationList } from './obligation-list';
import { ASK, PROMISE, QUESTIONS, selfConsent } from './words';

const CHOICES = Object.entries(COULD_JOIN).map(([value, label]) => ({ value, label }));

type Props = { cycle: CycleView; asking: Asking; typed: AskTyped; problems: Problems };

/** The form of a request: what it is judged by, a self-description apart with its own consent, and the promise. */
export function AskForm({ cycle, asking: { offer, request }, typed, problems }: Props) {
  const isNew = request?.state !== 'requested';
  return (
    <form method="post" action={paths.statusFunding(cycle.code)} noValidate>
      <input type="hidden" name="version" value={typed.version} />
      <LongInput
        name="why"
        {...QUESTIONS.why}
        required
        words={FUNDING_WORDS.why}
        value={typed.why}
        problem={problems.why}
      />
      <LongInput
        name="use"
        {...QUESTIONS.use}
        required
        words={FUNDING_WORDS.use}
        value={typed.use}
        problem={problems.use}
      />
      <RadioGroup
        name="could_join"
        {...QUESTIONS.could_join}
        required
        value={typed.could_join}
        options={CHOICES}
        problem={problems.could_join}
      />
      <LongInput
        name="self_description"
        {...QUESTIONS.self_description}
        words={FUNDING_WORDS.selfDescription}
        value={typed.self_description}
        problem={problems.self_description}
      />
      <Group name="self_consent" label="May funding reviewers read it?" problem={problems.self_consent}>
        <Tick
          name="self_consent"
          id={fieldId('self_consent')}
          value="yes"
          checked={typed.self_consent === 'yes'}
          label={selfConsent(formatDay(cycle.identityDeleteOn, cycle.timeZone))}
        />
      </Group>
      <Group name="promise" {...QUESTIONS.promise} required problem={problems.promise}>
        <ObligationList obligations={offer.obligations} timeZone={cycle.timeZone} />
        <Tick name="promise" id={fieldId('promise')} value="yes" checked={typed.promise === 'yes'} label={PROMISE} />
      </Group>
      <div className="actions">
        <button className="button primary" type="submit">
          {isNew ? ASK : 'Save my request'}
        </button>
        <a href={paths.status()}>{isNew ? 'Not now' : 'Leave it as it is'}</a>
      </div>
    </form>
  );
}
