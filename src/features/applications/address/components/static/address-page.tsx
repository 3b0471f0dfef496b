import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { FormFrame } from '../../../components/static/form-frame';
import type { OpenForm } from '../../../queries';

/** Puts a mistyped address right. */
export function AddressPage({ form, email, problems = {} }: { form: OpenForm; email: string; problems?: Problems }) {
  const { cycle, role, draft } = form;
  return (
    <FormFrame cycle={cycle} title={titleWith(say('apply.changeYourAddress'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <h1>{say('apply.changeYourAddress')}</h1>
          <p>{rich('apply.nowItIsWeSend', { email: draft.email, b: (words) => <strong>{words}</strong> })}</p>
        </div>
        <form method="post" noValidate>
          <TextInput
            name="email"
            type="email"
            label={say('code.yourEmailAddress')}
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('apply.useThisAddress')}
            </button>
            <a href={paths.apply(cycle.code, role)}>{say('apply.leaveItAsItIs')}</a>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
