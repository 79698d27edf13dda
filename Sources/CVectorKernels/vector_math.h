// What the kernels share: how functions are made for several processors, and elementary functions without branches.
#ifndef PAPERTRIAGE_VECTOR_MATH_H
#define PAPERTRIAGE_VECTOR_MATH_H

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#define VECTOR __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define VECTOR
#endif

// Cephes expf: relative error under 2e-7 on the clamped range.
static inline __attribute__((always_inline)) float exponential(float x) {
  x = x < -87.0f ? -87.0f : x > 87.0f ? 87.0f : x;
  const float magic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer held in the low bits
  union { float value; int32_t bits; } rounded = {.value = x * 1.44269504f + magic};
  float n = rounded.value - magic;
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  union { int32_t bits; float value; } power = {.bits = (rounded.bits - 0x4B400000 + 127) << 23};
  return p * power.value;
}

#endif
