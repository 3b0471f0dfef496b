import { FACTORS } from '@/domain/matching/factors';
import { paths } from '@/lib/paths';
import { keepRepairAction, lockAction, settingsAction, swapAction, vetoAction } from '../../actions';
import { Press } from '../../components/press';
import type { WhatIfView } from '../queries';

export type KeepDesk = {
  code: string;
  cycleId: string;
  mayChange: boolean;
  /** Rules that are on in the cycle now: keeping weights leaves them as they are. */
  rulesOn: readonly string[];
};
type Props = { found: WhatIfView; desk: KeepDesk };

/** Makes what was asked so, for every run to come. */
export function Keep({ found, desk }: Props) {
  const back = (
    <a className="button" href={paths.plan(desk.code, found.plan.number)}>
      Leave it as it is
    </a>
  );
  return (
    <div className="row">
      {desk.mayChange ? <KeepForm found={found} desk={desk} /> : null}
      {back}
    </div>
  );
}

function KeepForm({ found: { id, question, plan, nameOf }, desk: { code, cycleId, rulesOn } }: Props) {
  const place = { code, number: plan.number, cycleId };
  switch (question.kind) {
    case 'lock': {
      const { menteeId, mentorId } = question;
      const fields = { ...place, mentee: menteeId, menteeId, mentorId };
      return <Press action={lockAction} fields={fields} label="Keep: lock this pair" kind="primary" />;
    }
    case 'veto': {
      const { menteeId, mentorId } = question;
      return (
        <Press
          action={vetoAction}
          fields={{ ...place, mentee: menteeId, menteeId, mentorId }}
          label="Keep: rule out this pair"
          kind="primary"
        >
          <label className="label small" htmlFor="keep-why">
            Reason, for the committee
          </label>
          <input className="input" id="keep-why" name="reason" maxLength={500} autoComplete="off" />
        </Press>
      );
    }
    case 'swap': {
      const [[menteeId, mentorId] = ['', ''], [otherMenteeId, otherMentorId] = ['', '']] = question.pairs;
      const fields = { ...place, menteeId, mentorId, otherMenteeId, otherMentorId };
      return <Press action={swapAction} fields={fields} label="Keep: lock both pairs" kind="primary" />;
    }
    case 'weights': {
      const weights = Object.fromEntries(FACTORS.map(({ key }) => [`weight_${key}`, question.weights[key]]));
      const fields = { code, cycleId, ...weights, minimum: question.minimumScore / 1000 };
      return (
        <Press action={settingsAction} fields={fields} label="Keep: save these weights" kind="primary">
          {rulesOn.map((rule) => (
            <input key={rule} type="hidden" name="rule" value={rule} />
          ))}
        </Press>
      );
    }
    case 'place':
      return (
        <p>
          Ask {nameOf(question.mentorId)}; when they agree, they change their places on their own application, or staff
          do.
        </p>
      );
    case 'withdraw':
      return <p>Nothing is kept: a person withdraws by themselves, on their status page.</p>;
    case 'repair':
      return (
        <Press
          action={keepRepairAction}
          fields={{ code, number: plan.number, inquiryId: id }}
          label="Keep: make it a plan"
          kind="primary"
        />
      );
    case 'study':
    case 'replay':
      return null;
  }
}
