import { closingFor, isOpenFor } from '@/domain/cycle';
import { daysLeft, formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { TaskList, type Task } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { APPLY_TITLES, RoleTags } from '../../../components/static/start-page';
import type { OpenForm } from '../../../queries';
import type { SectionState } from '../../queries';

const STATES: Record<SectionState, Pick<Task, 'state' | 'tone'>> = {
  done: { state: 'Done', tone: 'good' },
  begun: { state: 'In progress', tone: 'wait' },
  fresh: { state: 'Not started', tone: 'plain' },
  optional: { state: 'Optional', tone: 'plain' },
};

type Props = { form: OpenForm; states: ReadonlyMap<string, SectionState>; said: 'started' | 'saved' | null };

function Said({ said, form }: Pick<Props, 'said' | 'form'>) {
  const { cycle, role, now, draft } = form;
  const closing = formatInstant(closingFor(cycle, role), cycle.timeZone);
  if (!isOpenFor(cycle, role, now)) {
    return (
      <Notice tone="warning" heading="Applications have closed">
        <p>
          They closed on {closing}. What you wrote is kept here, but it can no longer be sent. If something kept you
          from sending it, write to us.
        </p>
      </Notice>
    );
  }
  if (said === 'saved')
    return (
      <Notice tone="good" heading="Saved">
        <p>
          You can close this page. Come back until {closing}, in this browser or with the link and code from our mail.
        </p>
      </Notice>
    );
  if (said === 'started')
    return (
      <Notice tone="good" heading="Your application is started">
        <p>A mail with a link and a code to come back is on its way to {draft.email}.</p>
      </Notice>
    );
  return null;
}

/** The task list of a form: one line per page, with minutes and state in words. */
export function HubPage({ form, states, said }: Props) {
  const { cycle, role, sections, draft, now } = form;
  const stateOf = (key: string) => states.get(key) ?? 'fresh';
  const tasks = sections.map(({ key, title, minutes }) => ({
    href: paths.applySection(cycle.code, role, key),
    name: title,
    minutes,
    ...STATES[stateOf(key)],
  }));
  const ready = sections.every(({ key }) => stateOf(key) === 'done' || stateOf(key) === 'optional');
  const next = sections.find(({ key }) => stateOf(key) !== 'done') ?? sections[0];
  const check = paths.applySection(cycle.code, role, 'check');
  const left = daysLeft(closingFor(cycle, role), cycle.timeZone, now);
  return (
    <FormFrame cycle={cycle} title={APPLY_TITLES[role]}>
      <div className="form-column stack-l">
        <Said said={said} form={form} />
        <div className="stack-s">
          <RoleTags role={role} />
          <h1>{APPLY_TITLES[role]}</h1>
          <p className="soft">
            {draft.sentRevision === null
              ? 'Not sent yet.'
              : draft.sentRevision === draft.revision
                ? 'Sent. You can still change it.'
                : 'Changed since you sent it: check and send it again.'}{' '}
            {left ? `Applications close on ${formatInstant(closingFor(cycle, role), cycle.timeZone)}: ${left}.` : ''}
          </p>
        </div>
        <TaskList tasks={tasks} />
        <p className="row">
          {ready || !next ? (
            <a className="button primary" href={check}>
              Check my answers
            </a>
          ) : (
            <a className="button primary" href={paths.applySection(cycle.code, role, next.key)}>
              {states.size > 0 ? `Go on with “${next.title}”` : 'Start with the first page'}
            </a>
          )}
          {ready ? null : (
            <span className="small quiet">When every page is done, you check your answers and send them.</span>
          )}
        </p>
        <p className="small soft">
          Saved for {draft.email}. <a href={paths.applyHelp(cycle.code, role)}>Get help with this form</a>
        </p>
      </div>
    </FormFrame>
  );
}
