-- Whether a person has acknowledged a record, without reading the journal: acknowledgements are few.
CREATE INDEX journal_acknowledged ON journal (environment, (payload ->> 'place')) WHERE type = 'RecordAcknowledged';
