/** Where a form stands: posted with it, so that the answer leads back to the same place. */
export type Place = { cycle: string; applicationId: string; filter: string };

export const PlaceFields = ({ place: { cycle, applicationId, filter } }: { place: Place }) => (
  <>
    <input type="hidden" name="cycle" value={cycle} />
    <input type="hidden" name="applicationId" value={applicationId} />
    <input type="hidden" name="filter" value={filter} />
  </>
);
