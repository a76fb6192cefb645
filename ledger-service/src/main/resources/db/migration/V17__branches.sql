-- Where a restored database began a branch of a chain, without reading the journal: branches are few.
CREATE INDEX journal_branches ON journal (environment, position) WHERE type = 'BranchBegun';
