#include <cblas.h>

// LAPACK's Fortran symbols are inside OpenBLAS; Debian's package brings no header that declares them. Character
// arguments are followed by hidden lengths at the end of the list.
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info, unsigned long);
void ssyevd_(const char *jobz, const char *uplo, const int *n, float *a, const int *lda, float *w, float *work,
             const int *lwork, int *iwork, const int *liwork, int *info, unsigned long, unsigned long);
