import type { ReactNode } from 'react';
import { frameProgram } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { Shell } from '@/ui/staff/shell';

/** The frame of a program's pages. Whoever may not see them gets no frame: the page inside refuses. */
export async function ProgramFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const frame = await frameProgram(slug);
  if (!frame) return children;
  const { user, program } = frame;
  return (
    <Shell
      name={user.name}
      program={{ name: program.name, href: paths.programDesk(program.slug), cycle: 'Your cycles' }}
      links={[
        { href: paths.programDesk(program.slug), text: 'Cycles', exact: true },
        { href: paths.programWords(program.slug), text: 'Public page' },
        { href: paths.members(program.slug), text: 'Roles' },
      ]}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      {children}
    </Shell>
  );
}
