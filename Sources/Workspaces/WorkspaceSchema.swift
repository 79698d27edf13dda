import GRDB

/// The tables of a workspace, and the steps that bring an older one up to date.
enum WorkspaceSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: readings, submissions, labels") { database in
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

          -- The submissions of the last run, in its order.
          CREATE TABLE submission (
            position INTEGER PRIMARY KEY,
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
            error TEXT
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
          """)
    }
    return migrator
  }
}
