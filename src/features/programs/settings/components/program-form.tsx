'use client';

import { OTHER_LANGUAGES } from '@/domain/language';
import { FieldsForm } from '@/ui/staff/action-form';
import { TextField, TickField } from '@/ui/staff/fields';
import { saveProgramAction } from '../actions';
import type { ProgramSettings } from '../queries';
import { RosterFields } from './roster-fields';

type Props = { slug: string; programId: string; settings: ProgramSettings };
type Typed = Record<string, string>;

const NAMES = { es: 'Spanish', fr: 'French' } as const;

const Words = ({ typed, ending = '', of = '' }: { typed: Typed; ending?: string; of?: string }) => (
  <>
    <TextField name={`promise${ending}`} label={`Promise${of}`} value={typed[`promise${ending}`]} />
    <TextField name={`summary${ending}`} label={`Summary${of}`} rows={3} value={typed[`summary${ending}`]} />
    <TextField
      name={`objectives${ending}`}
      label={`What the program wants to reach${of}`}
      rows={4}
      hint={ending ? 'One a line, as many and in the same order as in English.' : 'One a line.'}
      value={typed[`objectives${ending}`]}
    />
    <TextField
      name={`commitments${ending}`}
      label={`What people commit to${of}`}
      rows={5}
      hint={ending ? 'One a line, as many and in the same order as in English.' : 'One a line.'}
      value={typed[`commitments${ending}`]}
    />
    <TextField
      name={`pause${ending}`}
      label={`While there is no cycle${of} (optional)`}
      rows={2}
      hint="Why the program pauses, and when you hope to go on. Shown on the public page while no cycle is there."
      value={typed[`pause${ending}`]}
    />
  </>
);

const Contact = ({ typed }: { typed: Typed }) => (
  <section className="stack-s reading" aria-labelledby="contact">
    <h2 id="contact">Contact</h2>
    <p className="soft small">Named at the foot of every page and under every mail.</p>
    <TextField name="contactName" label="Name" value={typed.contactName} />
    <TextField name="contactEmail" type="email" label="Email address" value={typed.contactEmail} />
    <TextField name="contactPhone" label="Phone (optional)" value={typed.contactPhone} />
  </section>
);

const Languages = ({ typed }: { typed: Typed }) => (
  <section className="stack-s reading" aria-labelledby="languages">
    <h2 id="languages">Languages</h2>
    <p className="soft small">
      English is always there. What you worded yourselves is shown in English until its translation stands here, and for
      questions in the form.
    </p>
    {OTHER_LANGUAGES.map((language) => (
      <div key={language}>
        <TickField
          name={`offers.${language}`}
          label={`Offer the public pages, the form and the mails in ${NAMES[language]}`}
          value={typed[`offers.${language}`]}
        />
        <details open={Boolean(typed[`promise.${language}`])}>
          <summary>Your words in {NAMES[language]}</summary>
          <Words typed={typed} ending={`.${language}`} of={` in ${NAMES[language]}`} />
        </details>
      </div>
    ))}
  </section>
);

/** What a program says of itself; everything typed is kept when something is wrong. */
export const ProgramForm = ({ slug, programId, settings: { version, fields, roster } }: Props) => (
  <FieldsForm
    action={saveProgramAction}
    fields={{ slug, programId, version }}
    label="Save the program page"
    tone="primary"
    className="stack-l"
    standing={fields}
  >
    {(typed, again) => (
      <>
        <section className="stack-s reading" aria-labelledby="words">
          <h2 id="words">What the page says</h2>
          <Words typed={typed} />
          <TickField
            name="showCounts"
            label="Show how many mentors and mentees have applied"
            value={typed.showCounts}
          />
        </section>
        <Contact typed={typed} />
        <section className="stack-s" aria-labelledby="committee">
          <h2 id="committee">Committee</h2>
          <p className="soft small">
            Only those who agreed are named on the public page. To take somebody out, empty the name. This list gives
            nobody a right to sign in.
          </p>
          <RosterFields roster={roster} typed={typed} again={again} />
        </section>
        <Languages typed={typed} />
      </>
    )}
  </FieldsForm>
);
