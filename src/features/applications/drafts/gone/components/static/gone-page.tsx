import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { paths } from '@/lib/paths';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../../components/static/form-frame';
import type { Form } from '../../../../queries';

type Props = { form: Form; typed: readonly { name: string; words: string }[] };

/** Staff took this page out of the form while somebody was typing on it: it is not asked any more, and their words are here. */
export function GonePage({ form: { cycle, role }, typed }: Props) {
  return (
    <FormFrame cycle={cycle} title={say('gone.noLongerAsked')}>
      <div className="form-column stack">
        <h1>{say('gone.noLongerAsked')}</h1>
        <p>{rich('gone.takenOut', { link: (words) => <a href={paths.apply(cycle.code, role)}>{words}</a> })}</p>
        <h2>{say('apply.whatYouTyped')}</h2>
        <SummaryList
          entries={typed.map(({ name, words }) => ({ key: name, label: name.replaceAll('_', ' '), words }))}
        />
      </div>
    </FormFrame>
  );
}
