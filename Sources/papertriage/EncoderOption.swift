import ArgumentParser
import TextFeatures
import TopicClassification

/// Which encoder reads the texts beside the words, as an option of every command that trains or uses a model.
struct EncoderOption: ParsableArguments {
  @Option(
    help: "The folder of a BERT encoder that `tools/fetch-encoder` wrote; the model then needs it wherever it is used.",
    completion: .directory)
  var encoder: String?

  /// Opens the encoder; `nil` if there is none.
  ///
  /// - Throws: A sentence with the file's path.
  func opened() throws -> DocumentEncoder? {
    guard let folder = InstalledFiles().encoder(flag: encoder) else { return nil }
    return try DocumentEncoder(folder: folder)
  }

  /// Opens the encoder and encodes a corpus, each paper once for all trainings.
  func opened(for corpus: LabelledCorpus) throws -> DocumentEncoder? {
    guard let encoder = try opened() else { return nil }
    let documents = corpus.papers.map(\.document)
    let progress = TerminalProgress("Encoding", total: DocumentEncoder.partCount(of: documents.count))
    defer { progress.finish() }
    return encoder.remembering(documents, onPart: progress.advance)
  }
}
