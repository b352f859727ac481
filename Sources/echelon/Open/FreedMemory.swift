#if canImport(Glibc)
  import Glibc
#endif

/// Has all threads take memory from two pools, whatever is freed by the others too.
///
/// Each solve runs on new threads. By default each of them may get a pool of its own, and what a
/// solve leaves free there is of no use to the next one: after thirty solves three quarters of the
/// program were free memory. To be called before there are threads.
func shareFreedMemory() {
  #if canImport(Glibc)
    // Swift's module of the C library leaves <malloc.h> out: the function is looked up by its name,
    // and M_ARENA_MAX is written out.
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let setOption = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
    let mostArenas: CInt = -8
    _ = setOption(mostArenas, 2)
  #endif
}
