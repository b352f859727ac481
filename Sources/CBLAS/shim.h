// A BLAS, reduced to the few functions that are used and to types that are the same everywhere:
// OpenBLAS on Linux, Accelerate on macOS.
//
// All matrices are in row-major order. Every call runs on the thread that makes it, and on no other:
// the work is shared out above, so that results do not depend on the number of threads.
#ifndef ECHELON_CBLAS_SHIM_H
#define ECHELON_CBLAS_SHIM_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__APPLE__)
#define ACCELERATE_NEW_LAPACK 1
#include <Accelerate/Accelerate.h>
#elif __has_include(<cblas-openblas.h>)
// Debian: `cblas.h` is whichever BLAS the machine's alternatives chose.
#include <cblas-openblas.h>
#elif __has_include(<openblas/cblas.h>)
// Fedora.
#include <openblas/cblas.h>
#else
#include <cblas.h>
#endif

/// Keeps the library from starting threads of its own. Once, before the first of the others.
static inline void blas_use_calling_thread(void) {
#if !defined(__APPLE__)
  openblas_set_num_threads(1);
#endif
}

/// Accelerate settles this for each thread.
static inline void blas_enter(void) {
#if defined(__APPLE__)
  BLASSetThreading(BLAS_THREADING_SINGLE_THREADED);
#endif
}

/// C (m × n) := alpha · op(A) · op(B) + beta · C, where op(A) is m × k.
static inline void blas_sgemm(bool transposes_a, bool transposes_b, int32_t m, int32_t n,
                              int32_t k, float alpha, const float *a, int32_t row_a,
                              const float *b, int32_t row_b, float beta, float *c,
                              int32_t row_c) {
  blas_enter();
  cblas_sgemm(CblasRowMajor, transposes_a ? CblasTrans : CblasNoTrans,
              transposes_b ? CblasTrans : CblasNoTrans, m, n, k, alpha, a, row_a, b, row_b, beta,
              c, row_c);
}

static inline void blas_dgemm(bool transposes_a, bool transposes_b, int32_t m, int32_t n,
                              int32_t k, double alpha, const double *a, int32_t row_a,
                              const double *b, int32_t row_b, double beta, double *c,
                              int32_t row_c) {
  blas_enter();
  cblas_dgemm(CblasRowMajor, transposes_a ? CblasTrans : CblasNoTrans,
              transposes_b ? CblasTrans : CblasNoTrans, m, n, k, alpha, a, row_a, b, row_b, beta,
              c, row_c);
}

/// y (m) := A · x, where A is m × n.
static inline void blas_dgemv(int32_t m, int32_t n, const double *a, int32_t row_a,
                              const double *x, double *y) {
  blas_enter();
  cblas_dgemv(CblasRowMajor, CblasNoTrans, m, n, 1, a, row_a, x, 1, 0, y, 1);
}

/// B (m × n) := L⁻¹ · B, where L (m × m) is lower triangular.
static inline void blas_dtrsm_left(int32_t m, int32_t n, const double *l, int32_t row_l, double *b,
                                   int32_t row_b) {
  blas_enter();
  cblas_dtrsm(CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, m, n, 1, l, row_l,
              b, row_b);
}

/// B (m × n) := B · L⁻ᵀ, where L (n × n) is lower triangular.
static inline void blas_dtrsm_right_transposed(int32_t m, int32_t n, const double *l,
                                               int32_t row_l, double *b, int32_t row_b) {
  blas_enter();
  cblas_dtrsm(CblasRowMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, m, n, 1, l, row_l,
              b, row_b);
}

#endif
