import { say } from '@/lib/words/say';
import { paths } from '@/lib/paths';
import { RoleTag } from '@/ui/static/shapes';
import type { Pair } from '../../queries';

function Contact({ pair: { partner, cycle } }: { pair: Pair }) {
  const { contactName, contactEmail } = cycle.program;
  if (partner.contact.length === 0)
    return (
      <p>
        {say('pair.firstThroughUs', { name: partner.name, contact: contactName })}{' '}
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
    );
  return (
    <ul className="plain">
      {partner.contact.map(({ kind, value }) => (
        <li key={kind}>
          <a href={kind === 'email' ? `mailto:${value}` : `tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
        </li>
      ))}
    </ul>
  );
}

/** The partner, as far as they said that their match may know them. */
export const PartnerCard = ({ pair }: { pair: Pair }) => {
  const { partner, partnerSide, detailsShown } = pair;
  return (
    <section className="card stack-s" aria-labelledby="partner">
      <p>
        <RoleTag shape={partnerSide}>{say('match.yourPartner', { side: partnerSide })}</RoleTag>
      </p>
      <h2 id="partner">
        {partner.name}
        {partner.pronouns ? <span className="quiet"> ({partner.pronouns})</span> : null}
      </h2>
      {detailsShown ? <Contact pair={pair} /> : <p>{say('pair.detailsHidden')}</p>}
      {detailsShown && partner.mayKnow ? (
        <p>
          {say('pair.wouldLikeYouToKnow', { name: partner.name })} <span className="soft">{partner.mayKnow}</span>
        </p>
      ) : null}
      <p className="small soft">
        {say('pair.sharedOnly')} <a href={paths.status()}>{say('pair.seeWhatIsShared')}</a>
      </p>
    </section>
  );
};
