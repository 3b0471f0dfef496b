import { pageProgram } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { MembersPage } from '@/features/people/members/components/members-page';
import { listMembers } from '@/features/people/members/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Roles' };

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const { user, program, now } = await pageProgram(slug, 'members.view', paths.members(slug));
  const { done = '' } = await searchParams;
  return (
    <MembersPage
      program={program}
      members={await listMembers(program.id, now)}
      manages={may(user, 'members.manage', { programId: program.id }, now)}
      done={String(done)}
    />
  );
}
