/// What a worker may use. A file that needs more fails; the others go on.
public struct WorkerLimits: Hashable, Sendable {
  /// The time from handing over a file to its answer.
  public var wallClock: Duration
  /// The processor time for one file, in whole seconds.
  public var processorSeconds: Int
  /// The time from the beginning of drawing pages to the answer; a file that needs more is read without drawing.
  public var drawingWallClock: Duration { wallClock / 2 }
  /// The worker's address space. Two workers and the main program stay under two gigabytes with the default.
  public var memoryInMegabytes: Int

  /// Makes limits. The slowest honest file measured takes 4 s; a paper takes a tenth of a second.
  public init(wallClock: Duration = .seconds(60), processorSeconds: Int = 30, memoryInMegabytes: Int = 850) {
    self.wallClock = wallClock
    self.processorSeconds = processorSeconds
    self.memoryInMegabytes = memoryInMegabytes
  }
}
