import { MODES } from '@/domain/mentoring';
import { FREQUENCIES } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { CheckboxGroup, RadioGroup } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { SummaryList } from '@/ui/static/task-list';
import type { Pair } from '../../queries';
import type { AgreementTyped } from '../../schema';
import { agreementLines } from './agreement-view';
import { BackToPair, nameOf, PairFrame } from './pair-frame';
import { NotSaved } from './not-saved';

type Props = { pair: Pair; typed: AgreementTyped; problems?: Problems; refused?: string };

/** How often and by which means: either of the two saves it. */
export const AgreementPage = ({ pair, typed, problems = {}, refused = '' }: Props) => (
  <PairFrame pair={pair} title={titleWith(say('pair.agreement'), problems)}>
    <ErrorSummary problems={problems} />
    <div className="stack-s">
      <BackToPair pair={pair} />
      <h1>{say('pair.agreement')}</h1>
      <p className="soft">{say('pair.agreementHint', { name: pair.partner.name })}</p>
    </div>
    <NotSaved words={refused}>
      {pair.agreement ? <SummaryList entries={agreementLines(pair.agreement)} /> : null}
    </NotSaved>
    <form method="post" action={paths.pairAgreement(nameOf(pair))} noValidate>
      <input type="hidden" name="version" value={typed.version} />
      <RadioGroup
        name="frequency"
        label={say('pair.howOften')}
        hint={say('pair.howOftenHint')}
        required
        value={typed.frequency}
        options={FREQUENCIES.map((value) => ({ value, label: say(`pair.frequency_${value}`) }))}
        problem={problems.frequency}
      />
      <CheckboxGroup
        name="modes"
        label={say('pair.byWhichMeans')}
        required
        values={typed.modes}
        options={MODES.map(({ value, label }) => ({ value, label: worded(label) }))}
        problem={problems.modes}
      />
      <div className="actions">
        <button className="button primary" type="submit">
          {say('pair.saveAgreement')}
        </button>
      </div>
    </form>
  </PairFrame>
);
