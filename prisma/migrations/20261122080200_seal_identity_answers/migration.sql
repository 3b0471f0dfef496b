-- The vault of docs/decisions/0003: one sealed record per application, written for every one of them. The web process may
-- put and drop, never read. No timestamps, no lengths that speak: presence and size say nothing.
CREATE SCHEMA vault;

CREATE TABLE vault.answer (
  application_id  uuid PRIMARY KEY REFERENCES public.applications (id) ON DELETE CASCADE,
  organization_id uuid  NOT NULL,
  cycle_id        uuid  NOT NULL,
  key_id          text  NOT NULL,
  sealed          bytea NOT NULL
);

CREATE FUNCTION vault.put(application uuid, organization uuid, cycle uuid, key text, record bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO vault.answer (application_id, organization_id, cycle_id, key_id, sealed)
  VALUES (application, organization, cycle, key, record)
  ON CONFLICT (application_id) DO UPDATE SET key_id = EXCLUDED.key_id, sealed = EXCLUDED.sealed;
$$;

CREATE FUNCTION vault.drop(application uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM vault.answer WHERE application_id = application;
$$;

-- Read before opening, never changed: who opened how many sealed records of which cycle, and for what.
CREATE TABLE vault.access_log (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at           timestamptz NOT NULL,
  cycle_id     uuid NOT NULL,
  run_id       uuid,
  purpose      text NOT NULL,
  record_count int  NOT NULL,
  code_version text NOT NULL,
  previous     text NOT NULL,
  hash         text NOT NULL UNIQUE
);
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON vault.access_log
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

REVOKE ALL ON SCHEMA vault FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vault FROM PUBLIC;
