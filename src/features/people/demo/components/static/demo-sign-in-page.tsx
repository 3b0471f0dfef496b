import { paths } from '@/lib/paths';
import { Document, type Contact } from '@/ui/static/document';
import { RoleTag } from '@/ui/static/shapes';
import type { DemoPartner, DemoProgram } from '../../queries';

type Props = {
  programs: readonly DemoProgram[];
  partners: readonly DemoPartner[];
  next: string;
  contact: Contact | undefined;
};

/** One button per invented person. Only a demonstration has this page. */
export function DemoSignInPage({ programs, partners, next, contact }: Props) {
  return (
    <Document
      title="Sign in to the demonstration"
      link={{ href: paths.devMail(), text: 'Mail that was caught' }}
      contact={contact}
    >
      <div className="stack-xl">
        <div className="stack-s">
          <h1>Sign in to the demonstration</h1>
          <p className="lead">Everybody here is invented. Choose whom to be; you can come back and be somebody else.</p>
        </div>
        {programs.map((program) => (
          <ProgramPeople key={program.program} program={program} next={next} />
        ))}
        {partners.length > 0 ? <Partners partners={partners} /> : null}
        <section className="stack-s" aria-labelledby="applicants">
          <h2 id="applicants">As an applicant</h2>
          <p>
            Applicants have no account: they use the public forms from the <a href={paths.home()}>list of programs</a>.
            The links and codes they get are among the <a href={paths.devMail()}>mail that was caught</a>.
          </p>
        </section>
      </div>
    </Document>
  );
}

/** Mentors and mentees of the cycle under way, two by two. */
const Partners = ({ partners }: { partners: readonly DemoPartner[] }) => (
  <section className="stack" aria-labelledby="pairs">
    <h2 id="pairs">Pairs of the cycle under way</h2>
    <div className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-4">
      {partners.map(({ key, personId, name, role, pair, standing }) => (
        <form className="card stack-s" method="post" action={paths.devSignIn()} key={key}>
          <input type="hidden" name="person" value={personId} />
          <input type="hidden" name="pair" value={pair} />
          <h3>{name}</h3>
          <p>
            <RoleTag shape={role === 'mentor' ? 'mentor' : 'mentee'} />
          </p>
          <p className="small quiet">
            Pair {pair}, {standing}
          </p>
          <button className="button" type="submit">
            Sign in<span className="hidden-visually"> as {name}</span>
          </button>
        </form>
      ))}
    </div>
  </section>
);

function ProgramPeople({ program: { program, people }, next }: { program: DemoProgram; next: string }) {
  return (
    <section className="stack" aria-label={program}>
      <h2>{program}</h2>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-4">
        {people.map(({ id, name, email, role }) => (
          <form className="card stack-s" method="post" action={paths.devSignIn()} key={id}>
            <input type="hidden" name="user" value={id} />
            <input type="hidden" name="next" value={next} />
            <h3>{name}</h3>
            <p>
              <span className="tag plain">{role}</span>
            </p>
            <p className="small quiet">{email}</p>
            <button className="button" type="submit">
              Sign in<span className="hidden-visually"> as {name}</span>
            </button>
          </form>
        ))}
      </div>
    </section>
  );
}
