import { say } from '@/lib/words/say';
import { Document, type Contact } from '@/ui/static/document';

/** What we do for everybody to be able to use this, and what we do not know yet. */
export const AccessibilityPage = ({ contact }: { contact: Contact | undefined }) => (
  <Document title={say('programs.accessibility')} contact={contact}>
    <article className="stack-l reading">
      <div className="stack">
        <h1>{say('programs.accessibility')}</h1>
        <p className="lead">{say('programs.everybodyShouldBeAbleTo')}</p>
      </div>
      <section className="stack-s">
        <h2>{say('programs.whatWorks')}</h2>
        <ul className="bullets">
          <li>{say('programs.allPublicPagesWorkWithout')}</li>
          <li>{say('programs.errorsAreListedOnTop')}</li>
          <li>{say('programs.noPageLimitsYourTime')}</li>
          <li>{say('programs.codesCanBePastedThere')}</li>
          <li>{say('programs.lightAndDarkFollowYour')}</li>
        </ul>
      </section>
      <section className="stack-s">
        <h2>{say('programs.whatWasNotTested')}</h2>
        <p>{say('programs.thePagesAreCheckedBy')}</p>
      </section>
      <section className="stack-s">
        <h2>{say('programs.tellUs')}</h2>
        <p>{say('programs.ifSomethingStandsInYour')}</p>
      </section>
    </article>
  </Document>
);
