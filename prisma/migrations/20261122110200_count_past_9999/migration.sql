-- lpad cuts what is longer than asked for: the ten-thousandth application got the thousandth's reference and was refused.
-- Touches no row.
CREATE OR REPLACE FUNCTION app.next_reference(cycle uuid, which text) RETURNS text LANGUAGE sql AS $$
  WITH counted AS (
    INSERT INTO public.reference_counters (cycle_id, letter, last) VALUES (cycle, which, 1)
    ON CONFLICT (cycle_id, letter) DO UPDATE SET last = reference_counters.last + 1 RETURNING last::text AS number
  )
  SELECT c.code || '-' || which || '-' || lpad(counted.number, greatest(4, length(counted.number)), '0')
  FROM counted, public.cycles c WHERE c.id = cycle;
$$;
