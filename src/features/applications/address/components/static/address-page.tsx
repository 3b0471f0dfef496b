import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { FormFrame } from '../../../components/static/form-frame';
import type { OpenForm } from '../../../queries';

/** Puts a mistyped address right. */
export function AddressPage({ form, email, problems = {} }: { form: OpenForm; email: string; problems?: Problems }) {
  const { cycle, role, draft } = form;
  return (
    <FormFrame cycle={cycle} title={titleWith('Change your address', problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <h1>Change your address</h1>
          <p>
            Now it is <strong>{draft.email}</strong>. We send a new link and code to the new one; the earlier mail stops
            working.
          </p>
        </div>
        <form method="post" noValidate>
          <TextInput
            name="email"
            type="email"
            label="Your email address"
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Use this address
            </button>
            <a href={paths.apply(cycle.code, role)}>Leave it as it is</a>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
