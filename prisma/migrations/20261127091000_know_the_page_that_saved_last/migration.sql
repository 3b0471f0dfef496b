-- A page whose save arrived but whose answer was lost on the way sends the same words again: that is no other tab.
ALTER TABLE drafts ADD COLUMN saved_in text NOT NULL DEFAULT '';
