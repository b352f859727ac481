#ifndef ECHELON_ZLIB_SHIM_H
#define ECHELON_ZLIB_SHIM_H
#include <zlib.h>
#endif
