-- What the desk lists, sorts and finds by is kept beside each application, so that a page of fifty costs the same among
-- a hundred and a hundred thousand. Every application is touched once.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

/* Words as they are looked for: without marks, in small letters; what has no mark to lose is spelled as people type it. */
CREATE FUNCTION app.plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
SET search_path = pg_catalog, pg_temp AS $$
  SELECT replace(replace(replace(translate(lower(
    regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "und-x-icu"),
    'øłđðıþ’‘', 'olddit'''''), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
$$;

/*
 * What to look for with LIKE: whatever was typed stands for itself. One or two letters are looked for at the beginning of a
 * word only: an index of trigrams knows nothing shorter.
 */
CREATE FUNCTION app.pattern(typed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN length(p.plain) < 3 THEN '% ' ELSE '%' END
    || replace(replace(replace(p.plain, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  FROM (SELECT app.plain(typed) AS plain) p
$$;

ALTER TABLE "applications"
  ADD COLUMN "review_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "name_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN "search" TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN "discuss_since" TIMESTAMPTZ(3),
  ADD COLUMN "discuss_reason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "was_answered" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "facet" INTEGER NOT NULL DEFAULT 0;

/*
 * All that the inbox counts by, as one number, so that an index counts a hundred thousand rows in milliseconds. Its digits, from the
 * right: later by a day, to discuss, answered, reviews up to 3, role, state. `facetOf` in the inbox reads it.
 */
CREATE FUNCTION app.keep_facet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.facet := (NEW.later_by IS NOT NULL)::int + 10 * (NEW.discuss_since IS NOT NULL)::int + 100 * NEW.was_answered::int
    + 1000 * least(NEW.review_count, 3) + 10000 * (NEW.role = 'mentee')::int + 100000 * array_position(
      ARRAY['draft', 'submitted', 'needs_information', 'accepted', 'hold', 'declined', 'withdrawn'], NEW.state);
  RETURN NEW;
END $$;
CREATE TRIGGER keep_facet BEFORE INSERT OR UPDATE ON applications FOR EACH ROW EXECUTE FUNCTION app.keep_facet();

/* Whether the applicant answered a question of the committee. */
CREATE FUNCTION app.keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE applications SET was_answered = true WHERE id = NEW.application_id AND NOT was_answered;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_answered AFTER INSERT OR UPDATE OF answered_at ON applicant_questions FOR EACH ROW
  WHEN (NEW.answered_at IS NOT NULL) EXECUTE FUNCTION app.keep_answered();

CREATE FUNCTION app.keep_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name_key := app.plain(NEW.name);
  NEW.search := ' ' || NEW.name_key || ' ' || coalesce(app.plain(NEW.reference), '');
  RETURN NEW;
END $$;
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF name, reference ON applications
  FOR EACH ROW EXECUTE FUNCTION app.keep_search();

CREATE FUNCTION app.keep_review_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE applications SET review_count = review_count - 1 WHERE id = OLD.application_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE applications SET review_count = review_count + 1 WHERE id = NEW.application_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_review_count AFTER INSERT OR DELETE OR UPDATE OF application_id ON reviews
  FOR EACH ROW EXECUTE FUNCTION app.keep_review_count();

UPDATE applications a SET name = a.name,
  review_count = (SELECT count(*) FROM reviews r WHERE r.application_id = a.id),
  was_answered = EXISTS (SELECT FROM applicant_questions q WHERE q.application_id = a.id AND q.answered_at IS NOT NULL);

-- An application that is forgotten has no address any more; why it was to be talked about goes too.
CREATE FUNCTION app.forget_discussion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.discuss_since := NULL;
  NEW.discuss_reason := '';
  RETURN NEW;
END $$;
CREATE TRIGGER forget_discussion BEFORE UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_discussion();

-- The counts of the inbox, answered without reading the table.
CREATE INDEX applications_counted ON applications (cycle_id, facet) WHERE state <> 'draft' AND person_id IS NOT NULL;
-- The same of the applications that somebody reviewed.
CREATE INDEX applications_counted_by_id ON applications (id) INCLUDE (cycle_id, facet, person_id) WHERE state <> 'draft';
-- Its orders; the first also tells how many rows of a filter come before a page.
CREATE INDEX applications_fewest ON applications (cycle_id, review_count, submitted_at, id)
  INCLUDE (role, state, person_id, discuss_since, later_by, was_answered) WHERE state <> 'draft';
CREATE INDEX applications_newest ON applications (cycle_id, submitted_at, id) WHERE state <> 'draft';
CREATE INDEX applications_by_name ON applications (cycle_id, name_key, id) WHERE state <> 'draft';
CREATE INDEX applications_by_reference ON applications (cycle_id, reference COLLATE "C") WHERE state <> 'draft';
CREATE INDEX applications_search ON applications USING gin (search gin_trgm_ops) WHERE state <> 'draft';
