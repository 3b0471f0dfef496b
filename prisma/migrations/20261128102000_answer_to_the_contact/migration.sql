-- Whoever answers a mail writes to the contact of its program, not to the sender's address. Mails from before have none.
ALTER TABLE "outbox_messages" ADD COLUMN "reply_to" TEXT NOT NULL DEFAULT '';

-- As before, and the mail names where answers go.
CREATE OR REPLACE FUNCTION app.submit_application(sent jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := app.now();
  grace constant interval := interval '30 minutes';
  d public.drafts;
  c public.cycles;
  closing timestamptz;
  person uuid;
  one jsonb;
  row_id uuid;
  row_reference text;
  row_references text[] := '{}';
  is_duplicate boolean := false;
  message jsonb;
  message_kind text := 'receipt';
BEGIN
  SELECT * INTO d FROM public.drafts WHERE id = (sent->>'draftId')::uuid FOR UPDATE;
  IF NOT FOUND THEN RETURN jsonb_build_object('result', 'gone'); END IF;
  IF d.submission_key = (sent->>'key')::uuid AND d.sent_revision = (sent->>'revision')::int THEN
    RETURN jsonb_build_object('result', 'replayed', 'references', (
      SELECT jsonb_agg(a.reference ORDER BY a.role) FROM public.applications a WHERE a.draft_id = d.id));
  END IF;
  IF d.submission_key <> (sent->>'key')::uuid THEN
    RETURN jsonb_build_object('result', CASE WHEN d.sent_revision IS NULL THEN 'stale' ELSE 'already' END);
  END IF;
  IF d.revision <> (sent->>'revision')::int THEN RETURN jsonb_build_object('result', 'stale'); END IF;

  SELECT * INTO c FROM public.cycles WHERE id = d.cycle_id;
  closing := CASE d.role WHEN 'mentee' THEN c.closes_at WHEN 'mentor' THEN coalesce(c.mentors_close_at, c.closes_at)
    ELSE least(c.closes_at, coalesce(c.mentors_close_at, c.closes_at)) END;
  -- Some people have more time; greatest() leaves a missing one out.
  closing := greatest(closing, (SELECT max(l.until) FROM public.late_permits l
    WHERE l.cycle_id = d.cycle_id AND l.email = d.email AND l.role = d.role));
  IF moment < c.opens_at THEN RETURN jsonb_build_object('result', 'not_open'); END IF;
  IF moment >= closing AND NOT ((sent->>'openedAt')::timestamptz < closing AND moment < closing + grace) THEN
    RETURN jsonb_build_object('result', 'closed');
  END IF;

  INSERT INTO public.persons (id, organization_id, email, name, created_at)
  VALUES ((sent->>'personId')::uuid, d.organization_id, d.email, sent->>'name', moment)
  ON CONFLICT (organization_id, email) DO UPDATE SET
    name = CASE WHEN (sent->>'proven')::boolean THEN EXCLUDED.name ELSE persons.name END
  -- Staff found that two addresses are one person: what is sent from either counts for that person.
  RETURNING coalesce(persons.merged_into_id, persons.id) INTO person;
  -- Two browsers sending for one address wait for each other here; the second is then a duplicate.
  PERFORM pg_advisory_xact_lock(hashtextextended(d.cycle_id::text || person::text, 0));
  is_duplicate := EXISTS (
    SELECT FROM public.applications a WHERE a.cycle_id = d.cycle_id AND a.person_id = person
      AND a.draft_id IS DISTINCT FROM d.id AND a.state NOT IN ('draft', 'withdrawn')
      AND a.role IN (SELECT x->>'role' FROM jsonb_array_elements(sent->'applications') x));
  IF is_duplicate AND sent->'duplicate' IS NULL THEN RETURN jsonb_build_object('result', 'duplicate'); END IF;

  FOR one IN SELECT * FROM jsonb_array_elements(sent->'applications') LOOP
    SELECT id INTO row_id FROM public.applications
      WHERE draft_id = d.id AND role = one->>'role' AND state <> 'withdrawn' FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO public.events (id, organization_id, cycle_id, subject_type, subject_id, action, actor, detail, at)
    VALUES (gen_random_uuid(), d.organization_id, d.cycle_id, 'application', row_id,
      CASE WHEN is_duplicate THEN 'application.duplicate' WHEN d.sent_revision IS NULL THEN 'application.submitted'
        ELSE 'application.edited' END,
      'person:' || person, jsonb_build_object('revision', d.revision, 'attestation', sent->>'attestation'), moment);
  END LOOP;
  UPDATE public.drafts SET submitted_at = coalesce(submitted_at, moment), sent_revision = d.revision,
    language = coalesce(sent->>'language', language),
    duplicate_at = CASE WHEN is_duplicate THEN moment END WHERE id = d.id;
  IF sent->'token'->>'id' IS NOT NULL THEN
    INSERT INTO public.tokens (id, organization_id, purpose, token_hash, email, subject_id, created_at, expires_at)
    VALUES ((sent->'token'->>'id')::uuid, d.organization_id, 'resume', sent->'token'->>'hash', d.email, d.id, moment,
      (sent->'token'->>'expiresAt')::timestamptz);
  END IF;

  FOR one IN SELECT * FROM jsonb_array_elements(sent->'applications') LOOP
    SELECT id, reference INTO row_id, row_reference FROM public.applications
      WHERE draft_id = d.id AND role = one->>'role' AND state <> 'withdrawn' FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    row_reference := coalesce(row_reference,
      app.next_reference(d.cycle_id, CASE one->>'role' WHEN 'mentor' THEN 'M' ELSE 'E' END));
    UPDATE public.applications SET
      reference = row_reference, email = d.email, name = sent->>'name', answers = one->'answers',
      places = (one->>'places')::int, form_version = sent->>'formVersion',
      language = coalesce(sent->>'language', language),
      person_id = CASE WHEN is_duplicate THEN person_id ELSE person END,
      state = CASE WHEN NOT is_duplicate AND state IN ('draft', 'needs_information') THEN 'submitted' ELSE state END,
      submitted_at = coalesce(submitted_at, moment),
      proven_at = CASE WHEN (sent->>'proven')::boolean THEN coalesce(proven_at, moment) ELSE proven_at END,
      version = version + 1
    WHERE id = row_id;
    row_references := row_references || row_reference;
  END LOOP;

  message := CASE WHEN is_duplicate THEN sent->'duplicate' ELSE sent->'receipt' END;
  IF is_duplicate THEN message_kind := 'duplicate'; END IF;
  INSERT INTO public.outbox_messages
    (id, organization_id, key, kind, to_address, to_name, reply_to, subject, text, html, person_id, not_before, created_at)
  VALUES ((message->>'id')::uuid, d.organization_id, message_kind || ':' || d.id || ':' || d.revision, message_kind, d.email,
    CASE WHEN (sent->>'proven')::boolean THEN sent->>'name' ELSE '' END, coalesce(message->>'replyTo', ''),
    replace(message->>'subject', '%REFERENCES%', array_to_string(row_references, coalesce(sent->>'both', ' and '))),
    replace(message->>'text', '%REFERENCES%', array_to_string(row_references, coalesce(sent->>'both', ' and '))),
    replace(message->>'html', '%REFERENCES%', array_to_string(row_references, coalesce(sent->>'both', ' and '))), person, moment, moment)
  ON CONFLICT (key) DO NOTHING;
  RETURN jsonb_build_object('result', 'sent', 'references', to_jsonb(row_references));
END $$;
