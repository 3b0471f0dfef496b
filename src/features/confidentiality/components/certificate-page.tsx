import type { GuardedCycle } from '@/auth/guard';
import { formatDay, formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/static/notice';
import { findCertificate, type CertificateView } from '../queries';
import { StatisticsView } from './statistics-view';

type Props = { cycle: GuardedCycle };

function factsOf(certificate: CertificateView, { timeZone }: GuardedCycle) {
  const { promisedFor, startedAt, recordsDeleted, deletedAt, keyDestroyedAt, keyId } = certificate;
  return [
    { key: 'promised', label: 'Promised for', words: formatDay(promisedFor, timeZone) },
    { key: 'totals', label: 'Totals frozen', words: formatInstant(startedAt, timeZone) },
    { key: 'records', label: 'Sealed records deleted', words: String(recordsDeleted) },
    { key: 'deleted', label: 'Deleted at', words: formatInstant(deletedAt, timeZone) },
    { key: 'key', label: 'Key', words: keyId },
    { key: 'destroyed', label: 'Key destroyed at', words: formatInstant(keyDestroyedAt, timeZone) },
  ];
}

/** The certificate of deletion, to read and to print. */
export async function CertificatePage({ cycle }: Props) {
  const certificate = await findCertificate(cycle.id);
  if (!certificate)
    return (
      <EmptyState heading="Nothing is certified yet">
        <p>
          The certificate is written when the answers are deleted and their key is destroyed.{' '}
          <a href={paths.confidentiality(cycle.code)}>See when that is</a>
        </p>
      </EmptyState>
    );
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.confidentiality(cycle.code)}>Confidentiality</a>
        </p>
        <h1>Certificate of deletion</h1>
        <p>
          The confidential answers of {cycle.program.name}, {cycle.name}, were deleted, and the only key that opens them
          was destroyed. Copies of the sealed records in backups cannot be opened by anybody, and a restored backup
          deletes them again.
        </p>
      </header>
      <section className="slip">
        <h2>
          {cycle.program.name}, {cycle.name}
        </h2>
        <dl>
          {factsOf(certificate, cycle).map(({ key, label, words }) => (
            <div className="line" key={key}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stack-s">
        <h2>What is left: the frozen totals</h2>
        <StatisticsView statistics={certificate.statistics} />
      </section>
      <p className="small soft">Print this page to keep it with the cycle’s papers.</p>
    </div>
  );
}
