import { pageProgram } from '@/auth/guard';
import { BeginForm } from '@/features/cycles/setting-up/components/begin-form';
import { SetUpForm } from '@/features/cycles/setting-up/components/set-up-form';
import { NotesBefore } from '@/features/cycles/book/components/notes-before';
import { listNotes } from '@/features/cycles/book/queries';
import { beginWith, listEarlier } from '@/features/cycles/setting-up/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Set up a cycle' };

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const { program } = await pageProgram(slug, 'cycle.set_up', paths.newCycle(slug));
  const earlier = await listEarlier(program.id);
  const begun = beginWith(earlier, await searchParams);
  const last = earlier.find(({ id }) => id === begun.from);
  return (
    <div className="stack-l">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.programDesk(program.slug)}>Cycles</a>
        </p>
        <h1>Set up a cycle</h1>
      </header>
      <BeginForm slug={program.slug} earlier={earlier} begun={begun} />
      {last ? <NotesBefore cycle={last} notes={await listNotes(last.id, last.timeZone)} /> : null}
      {begun.opens ? (
        <SetUpForm
          key={`${begun.chosen} ${begun.opens}`}
          slug={program.slug}
          programId={program.id}
          from={begun.from}
          fields={begun.fields}
        />
      ) : null}
    </div>
  );
}
