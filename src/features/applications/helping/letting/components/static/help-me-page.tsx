import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { FormFrame } from '../../../../components/static/form-frame';
import type { OpenForm } from '../../../../queries';

/** Where an applicant who is stuck lets staff see and fill in the form, and takes it back. */
export function HelpMePage({ form, since }: { form: OpenForm; since: Date | null }) {
  const { cycle, role } = form;
  const { contactName, contactEmail, contactPhone } = cycle.program;
  return (
    <FormFrame cycle={cycle} title={say('help.getHelp')}>
      <div className="form-column stack-l">
        <div className="stack-s">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>{say('help.allSections')}</a>
          </p>
          <h1>{say('help.getHelp')}</h1>
          <p>
            {rich(contactPhone ? 'help.callOrWritePhone' : 'help.callOrWrite', {
              name: contactName,
              mail: () => <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
              phone: contactPhone,
            })}
          </p>
        </div>
        {since ? (
          <Notice tone="good" heading={say('help.staffMayHelp')}>
            <p>{say('help.sinceThen', { at: formatInstant(since, cycle.timeZone) })}</p>
          </Notice>
        ) : (
          <p>{say('help.untilYouSend')}</p>
        )}
        <form method="post" action={paths.applyHelp(cycle.code, role)}>
          <input type="hidden" name="help" value={since ? 'no' : 'yes'} />
          <div className="actions">
            <button className={since ? 'button' : 'button primary'} type="submit">
              {say(since ? 'help.noLonger' : 'help.letStaff')}
            </button>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
