-- Run after every migration, as often as one likes. :web and :worker are the two roles of the running program.
GRANT USAGE ON SCHEMA public, app TO :web, :worker;
GRANT USAGE ON SCHEMA vault TO :web, :worker;

REVOKE ALL ON ALL TABLES IN SCHEMA vault FROM :web;
GRANT EXECUTE ON FUNCTION vault.put, vault.drop, vault.readings TO :web, :worker;
GRANT SELECT, DELETE ON vault.answer TO :worker;
GRANT SELECT, INSERT ON vault.access_log TO :worker;

GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO :web, :worker;
GRANT DELETE ON form_versions, library_questions, files, members, waivers, interests TO :web, :worker;
GRANT DELETE ON drafts, applications, sessions, tokens, pair_rules, matches, plans, outcomes, letters, rate_limits TO :web, :worker;
GRANT DELETE ON pair_goals, pair_meetings, nudge_opt_outs TO :web;
GRANT DELETE ON calendar_feeds, monthly_topics TO :web;
GRANT DELETE ON votes, review_assignments, saved_views, cycle_notes TO :web;
GRANT DELETE ON worker_heartbeats, outbox_messages, inbox_counts TO :worker;
REVOKE ALL ON _prisma_migrations FROM :web, :worker;
GRANT SELECT ON _prisma_migrations TO :web, :worker;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO :web, :worker;
-- Only the worker's clock says when things are forgotten.
REVOKE EXECUTE ON FUNCTION app.forget_applications, app.drop_unsent FROM :web;
