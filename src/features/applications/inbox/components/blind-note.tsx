/** Said where a blind reviewer looks for names. */
export const BlindNote = () => (
  <p className="small soft reading">
    Blind review: names, pronouns, contact details, employers and files are left out, and words that would tell are
    replaced by “[removed]”. If you still know who it is and must not judge them, say so on the application.
  </p>
);
