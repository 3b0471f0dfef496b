import { currentUser } from '@/auth/actor';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { Shell } from '@/ui/staff/shell';
import { findOwnContact } from '../queries';

/** A missing page and a page one may not see look the same; who asks, and whom to ask, stand there. */
export async function MissingPage() {
  const now = clock.now();
  const user = await currentUser(now);
  const contact = await findOwnContact(now);
  return (
    <Shell name={user?.name ?? ''} contact={contact}>
      <div className="stack reading">
        <h1>Not found</h1>
        <p>
          Not found, or not open to you
          {user ? (
            <>
              {' '}
              as <strong>{user.name}</strong>
            </>
          ) : null}
          {contact ? (
            <>
              ; ask {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>.
            </>
          ) : (
            '.'
          )}
        </p>
        <p>
          <a className="button" href={paths.committee()}>
            Go to your cycles
          </a>
        </p>
      </div>
    </Shell>
  );
}
