-- Events of a cycle, who comes, and the private calendar of a person. Touches no row.
-- `sequence` rises with every change of time or place, so that calendars which have the event move it (RFC 5545, 3.8.7.4).
CREATE TABLE "cycle_events" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "audience" TEXT[] NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "arranged" TEXT NOT NULL DEFAULT '',
    "recording" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "cancelled_at" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cycle_events_pkey" PRIMARY KEY ("id"),
    CONSTRAINT event_kind_known CHECK (kind IN ('orientation', 'other')),
    CONSTRAINT event_minutes CHECK (minutes BETWEEN 5 AND 1440),
    CONSTRAINT event_for_somebody CHECK (cardinality(audience) > 0 AND audience <@ ARRAY['mentors', 'mentees', 'pairs', 'committee']),
    CONSTRAINT event_somewhere CHECK (link <> '' OR place <> ''),
    CONSTRAINT event_capacity CHECK (capacity > 0),
    CONSTRAINT event_answered_before CHECK (answer_by <= starts_at)
);
CREATE INDEX "cycle_events_cycle_id_starts_at_idx" ON "cycle_events"("cycle_id", "starts_at");
ALTER TABLE "cycle_events" ADD CONSTRAINT "cycle_events_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "cycle_events" ADD CONSTRAINT "cycle_events_created_by_id_fkey"
  FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One answer of a person to an event. `waiting` is the waitlist, in the order of `in_line_at`; `none` came without an answer.
CREATE TABLE "event_replies" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "arrange" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "in_line_at" TIMESTAMPTZ(3),
    "came" BOOLEAN,

    CONSTRAINT "event_replies_pkey" PRIMARY KEY ("id"),
    CONSTRAINT event_reply_known CHECK (state IN ('yes', 'no', 'waiting', 'none')),
    CONSTRAINT event_reply_in_line CHECK ((state = 'waiting') = (in_line_at IS NOT NULL))
);
CREATE UNIQUE INDEX "event_replies_event_id_person_id_key" ON "event_replies"("event_id", "person_id");
CREATE INDEX "event_replies_person_id_idx" ON "event_replies"("person_id");
ALTER TABLE "event_replies" ADD CONSTRAINT "event_replies_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "cycle_events"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "event_replies" ADD CONSTRAINT "event_replies_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- The address of a private calendar is made from `key` and a secret that is not here. A new key ends the old address.
CREATE TABLE "calendar_feeds" (
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("person_id")
);
CREATE UNIQUE INDEX "calendar_feeds_key_key" ON "calendar_feeds"("key");
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Whoever is forgotten needs no place any more, and what they asked to be arranged goes; that they came stays.
CREATE FUNCTION app.forget_replies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE event_replies r SET arrange = '', in_line_at = NULL,
    state = CASE WHEN e.starts_at > app.now() OR r.state = 'waiting' THEN 'no' ELSE r.state END
    FROM cycle_events e WHERE e.id = r.event_id AND r.person_id = NEW.id;
  DELETE FROM calendar_feeds WHERE person_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_replies AFTER UPDATE OF email ON persons FOR EACH ROW
  WHEN (NEW.email LIKE 'forgotten:%') EXECUTE FUNCTION app.forget_replies();

-- With the answers of an application goes what was asked to be arranged in its cycle.
CREATE FUNCTION app.forget_arranging() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE event_replies r SET arrange = '' FROM cycle_events e
    WHERE e.id = r.event_id AND e.cycle_id = NEW.cycle_id AND r.person_id = NEW.person_id AND r.arrange <> '';
  RETURN NEW;
END $$;
CREATE TRIGGER forget_arranging AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '' AND NEW.person_id IS NOT NULL) EXECUTE FUNCTION app.forget_arranging();
REVOKE ALL ON FUNCTION app.forget_replies, app.forget_arranging FROM PUBLIC;
