import { Document, type Contact } from '@/ui/static/document';

/** What we do for everybody to be able to use this, and what we do not know yet. */
export const AccessibilityPage = ({ contact }: { contact: Contact | undefined }) => (
  <Document title="Accessibility" contact={contact}>
    <article className="stack-l reading">
      <div className="stack">
        <h1>Accessibility</h1>
        <p className="lead">
          Everybody should be able to apply, read their letter and take part. We aim at WCAG 2.2, level AA.
        </p>
      </div>
      <section className="stack-s">
        <h2>What works</h2>
        <ul className="bullets">
          <li>
            All public pages work without JavaScript, with the keyboard alone, on a 320 pixel wide screen, at 200 %
            zoom, and in forced colors.
          </li>
          <li>Errors are listed on top, lead to their field, and keep what you typed.</li>
          <li>No page limits your time while you type; a saved form can be opened again with a new link or code.</li>
          <li>Codes can be pasted. There are no puzzles to prove that you are human.</li>
          <li>Light and dark follow your system. Nothing moves.</li>
        </ul>
      </section>
      <section className="stack-s">
        <h2>What was not tested</h2>
        <p>
          The pages are checked by automatic tools and by hand with the keyboard in Chromium. They have not been tested
          yet by people who use screen readers, voice control, switches or magnifiers every day.
        </p>
      </section>
      <section className="stack-s">
        <h2>Tell us</h2>
        <p>
          If something stands in your way, write or call: the contact is at the foot of every page. You may also apply
          by mail or phone, and staff fill in the form for you.
        </p>
      </section>
    </article>
  </Document>
);
