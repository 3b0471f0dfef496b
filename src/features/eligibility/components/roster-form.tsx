/** A plain form: its answer is a page that says what was taken and what was refused. */
export const RosterForm = ({ action }: { action: string }) => (
  <form method="post" action={action} encType="multipart/form-data" className="form-column">
    <div className="field">
      <label className="label" htmlFor="roster-file">
        A CSV file with the columns email, name and valid until
      </label>
      <span className="hint" id="roster-hint">
        Only email is needed. Days as 2026-11-30 or 11/30/2026; an empty one means without end.
      </span>
      <input
        className="input control"
        id="roster-file"
        type="file"
        name="roster"
        accept=".csv,text/csv"
        aria-describedby="roster-hint"
      />
    </div>
    <label className="choice">
      <input type="checkbox" name="whole" value="yes" />
      <span>This is the whole roster: whoever is not in it leaves it</span>
    </label>
    <label className="choice">
      <input type="checkbox" name="trial" value="yes" />
      <span>Only look at it, change nothing</span>
    </label>
    <div className="actions">
      <button className="button" type="submit">
        Read roster
      </button>
    </div>
  </form>
);
