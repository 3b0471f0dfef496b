import { CIRCLES, type Circle, type Seen } from '@/domain/forms/seen';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { SummaryList } from '@/ui/static/task-list';

const circles = Object.keys(CIRCLES).filter((key): key is Circle => key in CIRCLES);

type Props = { reference: string; seen: Record<Circle, Seen[]>; hasIdentity: boolean };

/** What others read of an application, by who they are. */
export const SeenPage = ({ reference, seen, hasIdentity }: Props) => (
  <Document title="What others will see">
    <div className="form-column stack-l">
      <div className="stack-s">
        <p className="small">
          <a href={paths.status()}>My applications</a>
        </p>
        <h1>What others will see</h1>
        <p className="soft">Of your application {reference}, as it was sent.</p>
      </div>
      {circles.map((circle) => (
        <section key={circle} className="stack-s">
          <h2>{CIRCLES[circle]}</h2>
          {seen[circle].length > 0 ? (
            <SummaryList entries={seen[circle].map(({ name, label, words }) => ({ key: name, label, words }))} />
          ) : (
            <p className="soft">Nothing.</p>
          )}
        </section>
      ))}
      {hasIdentity ? (
        <section className="stack-s">
          <h2>Nobody</h2>
          <p>
            Confidential wishes about identity, if you gave any, are sealed. Only the matching service opens them; no
            person is shown them, also not your match.
          </p>
        </section>
      ) : null}
    </div>
  </Document>
);
