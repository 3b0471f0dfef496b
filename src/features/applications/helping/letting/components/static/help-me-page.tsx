import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { FormFrame } from '../../../../components/static/form-frame';
import type { OpenForm } from '../../../../queries';

/** Where an applicant who is stuck lets staff see and fill in the form, and takes it back. */
export function HelpMePage({ form, since }: { form: OpenForm; since: Date | null }) {
  const { cycle, role } = form;
  const { contactName, contactEmail, contactPhone } = cycle.program;
  return (
    <FormFrame cycle={cycle} title="Get help with this form">
      <div className="form-column stack-l">
        <div className="stack-s">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>All sections</a>
          </p>
          <h1>Get help with this form</h1>
          <p>
            Call or write to {contactName}: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            {contactPhone ? `, ${contactPhone}` : ''}.
          </p>
        </div>
        {since ? (
          <Notice tone="good" heading="Staff may help with this form">
            <p>
              Since {formatInstant(since, cycle.timeZone)} they see what you wrote and can fill in pages for you. Your
              confidential wishes they never see.
            </p>
          </Notice>
        ) : (
          <p>
            Until you send it, nobody else reads this form. If you like, staff may see what you wrote and fill in pages
            for you. They never see or write confidential wishes, and you can take it back at any time.
          </p>
        )}
        <form method="post" action={paths.applyHelp(cycle.code, role)}>
          <input type="hidden" name="help" value={since ? 'no' : 'yes'} />
          <div className="actions">
            <button className={since ? 'button' : 'button primary'} type="submit">
              {since ? 'No longer let staff see it' : 'Let staff help with this form'}
            </button>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
