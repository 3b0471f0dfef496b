-- Right after a release was queued the statistics know nothing of its letters, and the next one was looked for by sorting all of
-- them. What is due has an index in its order (outbox_messages_due), and what is in doubt one of its own.
CREATE INDEX outbox_messages_in_doubt ON outbox_messages (state, not_before) WHERE state IN ('sending', 'uncertain');
DROP INDEX "outbox_messages_state_not_before_idx";
