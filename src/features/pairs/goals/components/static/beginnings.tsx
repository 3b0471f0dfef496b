import { say } from '@/lib/words/say';

/** Goals that others set, as content of the program, in the languages of the public side. */
const EXAMPLES = ['example1', 'example2', 'example3', 'example4', 'example5', 'example6'] as const;

/** Where to begin: areas in which the one can help the other, and goals of others. */
export const Beginnings = ({ areas }: { areas: readonly string[] }) => (
  <section className="card stack-s" aria-labelledby="beginnings">
    <h2 id="beginnings">{say('pair.whereToBegin')}</h2>
    {areas.length > 0 ? (
      <>
        <p>{say('pair.areasFit')}</p>
        <ul className="list-disc pl-6">
          {areas.map((area) => (
            <li key={area}>{area}</li>
          ))}
        </ul>
      </>
    ) : null}
    <details>
      <summary>{say('pair.examples')}</summary>
      <ul className="list-disc pl-6">
        {EXAMPLES.map((key) => (
          <li key={key}>{say(`pair.${key}`)}</li>
        ))}
      </ul>
    </details>
  </section>
);
