import GRDB

/// The tables of a workspace, and the steps that bring an older one up to date.
enum WorkspaceSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: readings, submissions, labels, changes, marks") { database in
      try database.execute(
        sql: """
          -- What was read from a PDF with these bytes: the paper or the failure, as JSON.
          CREATE TABLE reading (
            content TEXT NOT NULL,    -- SHA-256 of the file, in hexadecimal
            extractor TEXT NOT NULL,  -- which version of the extraction read it
            paper BLOB,
            failure BLOB,
            PRIMARY KEY (content, extractor),
            CHECK ((paper IS NULL) <> (failure IS NULL))
          ) WITHOUT ROWID;

          -- The venue and the options of the last run, as JSON.
          CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value BLOB NOT NULL
          ) WITHOUT ROWID;

          -- The submissions of the last run, in its order, before any mark is applied.
          CREATE TABLE submission (
            position INTEGER PRIMARY KEY,
            key TEXT NOT NULL,             -- the id, or the file where no id is certain
            file TEXT NOT NULL,
            id TEXT,
            content TEXT,
            title TEXT,
            abstract TEXT,
            page_count INTEGER,
            primary_topic TEXT,
            scope TEXT,
            scope_probability REAL,
            needs_review INTEGER NOT NULL,
            review_reasons TEXT NOT NULL,  -- joined by a blank
            error TEXT,
            assessment BLOB NOT NULL       -- all of it, as JSON
          );

          -- Every topic and group of every submission.
          CREATE TABLE label (
            position INTEGER NOT NULL REFERENCES submission (position),
            kind TEXT NOT NULL CHECK (kind IN ('topic', 'group')),
            label TEXT NOT NULL,
            probability REAL NOT NULL,
            assigned INTEGER NOT NULL,
            PRIMARY KEY (position, kind, label)
          ) WITHOUT ROWID;

          -- What was different from the run before, for each run that found something different.
          CREATE TABLE change (
            run INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'withdrawn')),
            key TEXT NOT NULL,
            PRIMARY KEY (run, kind, key)
          ) WITHOUT ROWID;

          -- What chairs said, in order. Nothing is ever deleted; undoing is an entry too.
          CREATE TABLE mark (
            sequence INTEGER PRIMARY KEY,
            mark BLOB,                               -- JSON; null in an entry that undoes another
            undoes INTEGER REFERENCES mark (sequence),
            CHECK ((mark IS NULL) <> (undoes IS NULL))
          );
          """)
    }
    migrator.registerMigration("2: findings of readings") { database in
      // What checks found, as a JSON list; the extractor's version names the rules.
      try database.execute(sql: "ALTER TABLE reading ADD COLUMN findings BLOB")
    }
    migrator.registerMigration("3: pictures of first pages") { database in
      try database.execute(
        sql: """
          -- Pictures of the first page of what was read under this key.
          CREATE TABLE picture (
            content TEXT PRIMARY KEY,  -- as in the table reading
            extractor TEXT NOT NULL,   -- which version drew them
            full BLOB,                 -- PNG; null if the page could not be drawn
            blind BLOB                 -- PNG with what may tell the authors covered; null if that is not certain
          ) WITHOUT ROWID;

          -- Under what key the submission's file was read; null if nothing was kept.
          ALTER TABLE submission ADD COLUMN reading TEXT;
          """)
    }
    return migrator
  }
}
