import { say } from '@/lib/words/say';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { daysLeft, formatInstant } from '@/lib/words/dates';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { TaskList, type Task } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { applyTitle, RoleTags } from '../../../components/static/start-page';
import type { OpenForm } from '../../../queries';
import type { SectionState } from '../../queries';

const TONES: Record<SectionState, Task['tone']> = { done: 'good', begun: 'wait', fresh: 'plain', optional: 'plain' };

type Props = { form: OpenForm; states: ReadonlyMap<string, SectionState>; said: 'started' | 'saved' | null };

function Said({ said, form }: Pick<Props, 'said' | 'form'>) {
  const { cycle, role, now, draft } = form;
  const closing = formatInstant(closingFor(cycle, role), cycle.timeZone);
  if (!isOpenFor(cycle, role, now)) {
    return (
      <Notice tone="warning" heading={say('apply.applicationsHaveClosed')}>
        <p>{say('apply.theyClosedOnWhatYou', { closing })}</p>
      </Notice>
    );
  }
  if (said === 'saved')
    return (
      <Notice tone="good" heading={say('apply.saved')}>
        <p>{say('apply.youCanCloseThisPage', { closing })}</p>
      </Notice>
    );
  if (said === 'started')
    return (
      <Notice tone="good" heading={say('apply.yourApplicationIsStarted')}>
        <p>{say('apply.aMailWithALink', { email: draft.email })}</p>
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
    state: say(`apply.state_${stateOf(key)}`),
    tone: TONES[stateOf(key)],
  }));
  const ready = sections.every(({ key }) => stateOf(key) === 'done' || stateOf(key) === 'optional');
  const next = sections.find(({ key }) => stateOf(key) !== 'done') ?? sections[0];
  const check = paths.applySection(cycle.code, role, 'check');
  const left = daysLeft(closingFor(cycle, role), cycle.timeZone, now);
  return (
    <FormFrame cycle={cycle} title={applyTitle(role)}>
      <div className="form-column stack-l">
        <Said said={said} form={form} />
        <div className="stack-s">
          <RoleTags role={role} />
          <h1>{applyTitle(role)}</h1>
          <p className="soft">
            {draft.sentRevision === null
              ? say('apply.notSentYet')
              : draft.sentRevision === draft.revision
                ? say('apply.sentYouCanStillChange')
                : say('apply.changedSinceYouSentIt')}{' '}
            {left
              ? say('apply.applicationsCloseOn', { at: formatInstant(closingFor(cycle, role), cycle.timeZone), left })
              : ''}
          </p>
        </div>
        <TaskList tasks={tasks} />
        <p className="row">
          {ready || !next ? (
            <a className="button primary" href={check}>
              {say('apply.checkMyAnswers')}
            </a>
          ) : (
            <a className="button primary" href={paths.applySection(cycle.code, role, next.key)}>
              {states.size > 0 ? say('apply.goOnWith', { title: next.title }) : say('apply.startWithTheFirstPage')}
            </a>
          )}
          {ready ? null : <span className="small quiet">{say('apply.whenEveryPageIsDone')}</span>}
        </p>
        <p className="small soft">
          {say('apply.savedFor', { email: draft.email })}{' '}
          <a href={paths.applyHelp(cycle.code, role)}>{say('help.getHelp')}</a>
        </p>
      </div>
    </FormFrame>
  );
}
