-- What a credential for reading reports is limited to, as JSON; empty when it is not.
ALTER TABLE credential ADD COLUMN reports TEXT;
