import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { PageFoot, type Contact } from '@/ui/static/page-foot';
import { CycleNav, type NavLink } from './nav';

type Frame = {
  /** Who is signed in; '' when nobody is. */
  name: string;
  /** The program and cycle of the page; none on pages that belong to no cycle. */
  program?: { name: string; href: string; cycle: string };
  links?: readonly NavLink[];
  contact?: Contact | undefined;
  /** Beside the name: what helps on every page. */
  tools?: ReactNode;
  children: ReactNode;
};

/** So many pages stand beside the program's name. */
const MOST_IN_LINE = 7;

/** Head, the cycle's pages, main, and the contact in the same place of the footer as on public pages. */
export function Shell({ name, program, links = [], contact, tools, children }: Frame) {
  const isLong = links.length > MOST_IN_LINE;
  const pages =
    links.length > 0 && program ? (
      <CycleNav key="pages" label={`Pages of ${program.cycle}`} links={links} isLong={isLong} />
    ) : null;
  const own = (
    <div key="own" className="far row-s">
      {tools}
      {name ? (
        <form className="row-s" method="post" action={paths.signOut()}>
          <span>{name}</span>
          <button className="button quiet" type="submit">
            Sign out
          </button>
        </form>
      ) : (
        <a href={paths.signIn()}>Sign in</a>
      )}
    </div>
  );
  // Many pages get a line of their own, below what belongs to the person.
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="page-head">
        <div className="inner">
          <a className="name" href={program?.href ?? paths.committee()}>
            {program?.name ?? 'Bookend'}
          </a>
          {program ? (
            <a className="text-(--ink)" href={paths.allCycles()}>
              {program.cycle}
            </a>
          ) : null}
          {isLong ? [own, pages] : [pages, own]}
        </div>
      </header>
      <main id="main">{children}</main>
      <PageFoot contact={contact} />
    </>
  );
}
