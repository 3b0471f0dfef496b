type Work = {
  code: string;
  name: string;
  program: { name: string };
  href: string;
  /** What it is, or how it stands. */
  words: string;
};

/** Cycles in which a person has work of one kind, in the list of their cycles; nothing where there are none. */
export function WorkList({ id, heading, cycles }: { id: string; heading: string; cycles: readonly Work[] }) {
  if (cycles.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="plain tasks">
        {cycles.map(({ code, name, program, href, words }) => (
          <li key={code}>
            <div>
              <a href={href}>
                <strong>
                  {program.name}, {name}
                </strong>
              </a>{' '}
              <span className="reference">{code}</span>
              <span className="small soft block">{words}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
