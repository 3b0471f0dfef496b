/*
 * Requests for funded memberships are forgotten with the people and applications they belong to: every word in them and about
 * them. What stays is that a slot was given. Whatever still waits is taken back.
 */
CREATE FUNCTION app.forget_funding(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE funding_requests SET why = '', "use" = '', self_description = '', self_consent_at = NULL, staged = NULL,
    state = CASE WHEN state IN ('requested', 'waitlisted', 'awarded') THEN 'withdrawn' ELSE state END,
    version = version + 1 WHERE id = ANY (ids);
  UPDATE funding_reviews SET comment = '' WHERE request_id = ANY (ids) AND comment <> '';
  UPDATE funding_obligations SET note = '' WHERE request_id = ANY (ids) AND note <> '';
  UPDATE events SET reason = '', detail = '{}' WHERE subject_id = ANY (ids) AND (reason <> '' OR detail <> '{}');
END $$;
REVOKE ALL ON FUNCTION app.forget_funding FROM PUBLIC;

/*
 * Takes what people wrote out of these applications: answers, files, sealed records, what others wrote about them. What stays
 * is that there was one: role, cycle, state, reference, places, with whom they were matched, and the name if `keep_name`.
 */
CREATE OR REPLACE FUNCTION app.forget_applications(ids uuid[], keep_name boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  forms uuid[];
BEGIN
  -- A form for both roles is forgotten when both of its applications are.
  SELECT coalesce(array_agg(DISTINCT a.draft_id), '{}') INTO forms FROM applications a
    WHERE a.id = ANY (ids) AND a.draft_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM applications o WHERE o.draft_id = a.draft_id AND o.id <> ALL (ids));
  UPDATE applications SET answers = '{}', email = '', withdraw_reason = '', decision_note = '', unmet_rule = '',
    name = CASE WHEN keep_name THEN name ELSE '' END, version = version + 1 WHERE id = ANY (ids);
  UPDATE drafts SET answers = '{}', email = '', session_id = NULL, saved_sections = '{}', revision = revision + 1,
    sent_revision = CASE WHEN sent_revision IS NULL THEN NULL ELSE revision + 1 END WHERE id = ANY (forms);
  DELETE FROM files WHERE draft_id = ANY (forms);
  DELETE FROM contact_notes WHERE application_id = ANY (ids);
  UPDATE reviews SET comment = '' WHERE application_id = ANY (ids) AND comment <> '';
  UPDATE matches SET reasons = '[]', safe_reasons = '[]', ended_reason = ''
    WHERE mentor_application_id = ANY (ids) OR mentee_application_id = ANY (ids);
  UPDATE events SET reason = '', detail = '{}' WHERE subject_id = ANY (ids || forms) AND (reason <> '' OR detail <> '{}');
  DELETE FROM vault.answer WHERE application_id = ANY (ids);
  PERFORM app.forget_funding(ARRAY(SELECT r.id FROM funding_requests r JOIN funding_offers o ON o.id = r.offer_id
    JOIN applications a ON a.cycle_id = o.cycle_id AND a.person_id = r.person_id WHERE a.id = ANY (ids)));
END $$;

/*
 * Forgets a person in every cycle, with all addresses that were joined with theirs. Mails that are on their way go out; of all
 * others the words and the address are emptied. Run again it changes nothing.
 *
 * but  the mail that says so, which keeps its address; null for none
 */
CREATE OR REPLACE FUNCTION app.forget_person(person uuid, but uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  them uuid[];
  addresses text[];
  mine uuid[];
BEGIN
  SELECT array_agg(p.id), array_agg(p.email) INTO them, addresses FROM persons p
    WHERE p.id = person OR p.merged_into_id = person;
  IF EXISTS (SELECT FROM users u WHERE u.person_id = ANY (them)) THEN
    RAISE EXCEPTION 'forget_no_users: this person signs in' USING ERRCODE = 'check_violation', CONSTRAINT = 'forget_no_users';
  END IF;
  SELECT coalesce(array_agg(a.id), '{}') INTO mine FROM applications a
    WHERE a.person_id = ANY (them) OR (a.person_id IS NULL AND a.email = ANY (addresses) AND a.organization_id =
      (SELECT organization_id FROM persons WHERE id = person));
  PERFORM app.forget_applications(mine, false);
  PERFORM app.forget_funding(ARRAY(SELECT id FROM funding_requests WHERE person_id = ANY (them)));
  UPDATE letters SET subject = '', markdown = '' WHERE person_id = ANY (them);
  UPDATE outbox_messages SET subject = '', text = '', html = '', to_name = '', to_address = '',
    state = CASE WHEN state IN ('held', 'queued', 'deferred') THEN 'stopped' ELSE state END
    WHERE (person_id = ANY (them) OR to_address = ANY (addresses)) AND id IS DISTINCT FROM but AND state <> 'sending';
  DELETE FROM tokens WHERE email = ANY (addresses) OR subject_id = ANY (them);
  DELETE FROM sessions WHERE person_id = ANY (them);
  DELETE FROM interests WHERE email = ANY (addresses);
  DELETE FROM waivers WHERE email = ANY (addresses);
  DELETE FROM late_permits WHERE email = ANY (addresses);
  DELETE FROM sealed_copies WHERE person_id = ANY (them);
  UPDATE persons SET name = '', email = 'forgotten:' || id, email_proven_at = NULL WHERE id = ANY (them);
END $$;
