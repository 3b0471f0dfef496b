import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { closingFor } from '@/domain/cycle';
import { formatDay } from '@/domain/dates';
import { callForMentors } from '@/domain/matching/reports/call-for-mentors';
import { may } from '@/domain/permissions';
import { FencedNote } from '@/features/matching/components/words';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { ReportView } from '@/features/matching/reports/components/report-view';
import { TryWeights } from '@/features/matching/reports/components/try-weights';
import { findReport } from '@/features/matching/reports/queries';
import { getSettings } from '@/features/matching/weights/queries';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Plan, looked into' };

type Props = { params: Promise<{ code: string; number: string }> };

export default async function Page({ params }: Props) {
  const { code, number: typed } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.planReport(code, number));
  const subject = { programId: cycle.programId };
  const viewer = { closed: user.closed, readsVetoes: may(user, 'participant_veto.read', subject, now) };
  const [report, settings] = await Promise.all([findReport(cycle.id, number, viewer), getSettings(cycle.id)]);
  if (!report) notFound();
  const mayChange = may(user, 'matching.change', subject, now) && cycle.releasedAt === null;
  const desk = { code: cycle.code, number, planId: report.plan.id, cycleId: cycle.id, mayChange };
  const link = `${appUrl()}${paths.program(cycle.program.slug)}`;
  const closesOn = formatDay(closingFor(cycle, 'mentor'), cycle.timeZone);
  return (
    <div className="stack-l">
      {(await hasClosedApplication(cycle.id, viewer)) ? <FencedNote /> : null}
      <ReportView
        report={report}
        desk={desk}
        call={(findings) => callForMentors(findings, { programName: cycle.program.name, closesOn, link })}
        tryWeights={mayChange ? <TryWeights desk={desk} settings={settings} /> : null}
      />
    </div>
  );
}
