import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { differenceOf } from '@/domain/forms/difference';
import { DifferenceView } from '@/features/forms/components/difference-view';
import { SectionsView } from '@/features/forms/components/sections-view';
import { findVersionPair } from '@/features/forms/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; number: string }> };

export const metadata = { title: 'Version of the form' };

export default async function Page({ params }: Props) {
  const { code, number } = await params;
  const { cycle } = await pageCycle(code, 'form.view', paths.form(code));
  const version = /^\d{1,4}$/.test(number) ? await findVersionPair(cycle.id, Number(number)) : null;
  if (!version) notFound();
  return (
    <div className="stack-xl">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.form(code)}>Form</a>
        </p>
        <h1>Version {version.number}</h1>
        <p className="soft">
          {version.publishedAt ? `Published on ${formatInstant(version.publishedAt, cycle.timeZone)}.` : 'In work.'}{' '}
          {version.note}
        </p>
      </header>
      <section className="stack" aria-labelledby="difference">
        <h2 id="difference">What is different from version {version.beforeNumber}</h2>
        <DifferenceView differences={differenceOf(version.before, version.form)} />
      </section>
      <SectionsView form={version.form} code={code} edit={null} />
    </div>
  );
}
