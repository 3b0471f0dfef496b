import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { CIRCLES, type Circle, type Seen } from '@/domain/forms/seen';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { SummaryList } from '@/ui/static/task-list';

const circles = Object.keys(CIRCLES).filter((key): key is Circle => key in CIRCLES);

type Props = { reference: string; seen: Record<Circle, Seen[]>; hasIdentity: boolean };

/** What others read of an application, by who they are. */
export const SeenPage = ({ reference, seen, hasIdentity }: Props) => (
  <Document title={say('status.whatOthersWillSee')}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <p className="small">
          <a href={paths.status()}>{say('status.myApplications')}</a>
        </p>
        <h1>{say('status.whatOthersWillSee')}</h1>
        <p className="soft">{say('status.ofYourApplicationAsIt', { reference })}</p>
      </div>
      {circles.map((circle) => (
        <section key={circle} className="stack-s">
          <h2>{worded(CIRCLES[circle])}</h2>
          {seen[circle].length > 0 ? (
            <SummaryList
              entries={seen[circle].map(({ name, label, words }) => ({ key: name, label: worded(label), words }))}
            />
          ) : (
            <p className="soft">{say('status.nothing')}</p>
          )}
        </section>
      ))}
      {hasIdentity ? (
        <section className="stack-s">
          <h2>{say('status.nobody')}</h2>
          <p>{say('status.confidentialWishesAboutIdentityIf')}</p>
        </section>
      ) : null}
    </div>
  </Document>
);
