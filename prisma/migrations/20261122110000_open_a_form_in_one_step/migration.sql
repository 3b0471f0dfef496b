/*
 * All that a page of a form needs, in one round trip and with plans that a connection keeps: the cycle with its program, the
 * browser's session, and the newest form of its owner. A rush opens and sends hundreds of forms a second. Touches no row.
 *
 * returns  null without such a cycle, else { cycle, program, confirmed, session | null, draft | null }; whether the session
 *          still lives is for the asker to decide.
 */
CREATE FUNCTION app.open_form(cycle_code text, form_role text, session_hash text, confirmed_states text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
  c public.cycles;
  s public.sessions;
  program jsonb;
  draft jsonb;
BEGIN
  SELECT * INTO c FROM public.cycles WHERE code = cycle_code;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT to_jsonb(p) - 'roster' INTO program FROM public.programs p WHERE p.id = c.program_id;
  IF session_hash IS NOT NULL THEN
    SELECT * INTO s FROM public.sessions WHERE token_hash = session_hash;
  END IF;
  IF s.id IS NOT NULL THEN
    SELECT to_jsonb(d) || jsonb_build_object('applications', (
        SELECT jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'state', a.state, 'reference', a.reference)
          ORDER BY a.role DESC) FROM public.applications a WHERE a.draft_id = d.id))
      INTO draft FROM public.drafts d
      WHERE d.cycle_id = c.id AND d.role = form_role
        -- The browser that started it; once its address is proven, every form of that address.
        AND (d.session_id = s.id OR (s.person_id IS NOT NULL AND d.email = s.email))
        AND EXISTS (SELECT FROM public.applications a WHERE a.draft_id = d.id AND a.state <> 'withdrawn')
      ORDER BY d.submitted_at DESC NULLS LAST, d.started_at DESC LIMIT 1;
  END IF;
  RETURN jsonb_build_object(
    'cycle', (to_jsonb(c) - ARRAY['weights', 'rules']) || jsonb_build_object('public_key', encode(c.public_key, 'base64')),
    'program', program,
    'confirmed', c.released_at IS NOT NULL AND EXISTS (
      SELECT FROM public.matches m WHERE m.cycle_id = c.id AND m.state = ANY (confirmed_states)),
    'session', CASE WHEN s.id IS NOT NULL THEN to_jsonb(s) - 'token_hash' END,
    'draft', draft);
END $$;
