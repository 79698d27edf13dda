import ArgumentParser

/// How an answer is written: for people or for programs.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable { case text, json }
