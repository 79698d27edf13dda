import CVectorKernels

/// Asks the processor to fetch a place of a large table that will soon be read, without waiting for it; the only file here
/// that sees C.
@inline(__always)
func prefetch(_ place: UnsafeRawPointer) { vk_prefetch(place) }
