import { paths } from '@/lib/paths';

export type Contact = { name: string; email: string; phone: string };

/** The same contact in the same place of every page, public or staff. */
export function PageFoot({ contact }: { contact: Contact | undefined }) {
  return (
    <footer className="page-foot">
      <div className="inner">
        {contact ? (
          <p>
            Questions? Ask {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>
            {contact.phone ? (
              <>
                , <a href={`tel:${contact.phone.replace(/[^+0-9]/g, '')}`}>{contact.phone}</a>
              </>
            ) : null}
          </p>
        ) : (
          <p>Bookend runs mentoring programs of professional associations.</p>
        )}
        <a className="far" href={paths.accessibility()}>
          Accessibility
        </a>
      </div>
    </footer>
  );
}
