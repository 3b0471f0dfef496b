-- Who read what, for the person; and no answer sealed for a key that is no longer the cycle's. Touches no row.
-- Null: the records of the whole cycle were opened.
ALTER TABLE vault.access_log ADD COLUMN application_id uuid;

-- What one person is told of the log: when and for what their records were opened, never who else's.
CREATE FUNCTION vault.readings(cycle uuid, applications uuid[], since timestamptz)
RETURNS TABLE (read_at timestamptz, read_for text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT at, purpose FROM vault.access_log
  WHERE cycle_id = cycle AND at >= since AND (application_id IS NULL OR application_id = ANY (applications))
  ORDER BY id;
$$;

-- The cycle's row is held until the sealing transaction ends: whoever changes or destroys the key waits for it, and whoever
-- comes later seals for the new key or not at all.
CREATE OR REPLACE FUNCTION vault.put(application uuid, organization uuid, cycle uuid, key text, record bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.cycles c WHERE c.id = cycle AND c.key_id = key FOR SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'vault_key_changed'; END IF;
  INSERT INTO vault.answer (application_id, organization_id, cycle_id, key_id, sealed)
  VALUES (application, organization, cycle, key, record)
  ON CONFLICT (application_id) DO UPDATE SET key_id = EXCLUDED.key_id, sealed = EXCLUDED.sealed;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vault FROM PUBLIC;
