import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { EnterForm } from '@/features/applications/helping/components/enter-form';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Write down an application' };

type Props = { params: Promise<{ code: string }> };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'people.view', paths.enterFor(code));
  return (
    <div className="stack-l">
      <header className="stack-s">
        <p className="small">
          <a href={paths.people(cycle.code)}>People</a>
        </p>
        <h1>Write down an application</h1>
        <p className="soft reading">
          For somebody who tells you on the phone or sends paper. They get a mail with a way in, so that they can look,
          change it, and give confidential wishes themselves: those you never write down.
        </p>
      </header>
      <EnterForm cycle={cycle.code} />
    </div>
  );
}
