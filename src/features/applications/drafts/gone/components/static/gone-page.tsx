import { paths } from '@/lib/paths';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../../components/static/form-frame';
import type { Form } from '../../../../queries';

type Props = { form: Form; typed: readonly { name: string; words: string }[] };

/** Staff took this page out of the form while somebody was typing on it: it is not asked any more, and their words are here. */
export function GonePage({ form: { cycle, role }, typed }: Props) {
  return (
    <FormFrame cycle={cycle} title="This page is no longer asked">
      <div className="form-column stack">
        <h1>This page is no longer asked</h1>
        <p>
          It was taken out of the form while you were on it, so you need not answer it.{' '}
          <a href={paths.apply(cycle.code, role)}>Go on with the other pages</a>
        </p>
        <h2>What you typed</h2>
        <SummaryList
          entries={typed.map(({ name, words }) => ({ key: name, label: name.replaceAll('_', ' '), words }))}
        />
      </div>
    </FormFrame>
  );
}
