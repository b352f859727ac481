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
    _ = mallopt(M_ARENA_MAX, 2)
  #endif
}
