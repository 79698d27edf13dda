#include "CVectorKernels.h"

#include <math.h>

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

static inline __attribute__((always_inline)) float logistic(float x) { return 1.0f / (1.0f + exponential(-x)); }

VECTOR void vk_scores(const float *weights, int32_t stride, const uint32_t *columns, const float *values,
                      int64_t count, float *restrict scores) {
  for (int32_t first = 0; first < stride; first += 8) {
    float sum[8] = {0};
    for (int64_t e = 0; e < count; e++) {
      const float *row = weights + (int64_t)columns[e] * stride + first;
      float value = values[e];
      for (int k = 0; k < 8; k++) sum[k] += value * row[k];
    }
    for (int k = 0; k < 8; k++) scores[first + k] = sum[k];
  }
}

VECTOR void vk_add(float *weights, int32_t stride, const uint32_t *columns, const float *values, int64_t count,
                   const float *restrict step) {
  for (int64_t e = 0; e < count; e++) {
    float *row = weights + (int64_t)columns[e] * stride;
    float value = values[e];
    for (int32_t first = 0; first < stride; first += 8)
      for (int k = 0; k < 8; k++) row[first + k] += value * step[first + k];
  }
}

VECTOR void vk_solve_duals(int32_t stride, float squared_norm, const float *restrict penalty,
                           const float *restrict scores, float *restrict logits, float *restrict probabilities,
                           float *restrict step) {
  for (int32_t k = 0; k < stride; k++) {
    float qc = squared_norm * penalty[k];
    float right = scores[k] + qc * probabilities[k];
    // The solution of u + qc * logistic(u) = right lies between right - qc and right.
    float low = right - qc, high = right;
    float u = logits[k] < low ? low : logits[k] > high ? high : logits[k];
    for (int iteration = 0; iteration < 6; iteration++) {
      float p = logistic(u);
      float residual = u + qc * p - right;
      low = residual < 0 ? u : low;
      high = residual < 0 ? high : u;
      float newton = u - residual / (1.0f + qc * p * (1.0f - p));
      u = newton < low || newton > high ? 0.5f * (low + high) : newton;
    }
    float p = logistic(u);
    step[k] = penalty[k] * (probabilities[k] - p);
    logits[k] = u;
    probabilities[k] = p;
  }
}

VECTOR void vk_logistic(const float *logits, float *restrict probabilities, int64_t count) {
  for (int64_t i = 0; i < count; i++) probabilities[i] = logistic(logits[i]);
}

VECTOR void vk_add_halves(const uint16_t *table, int32_t width, const uint32_t *columns, const float *values,
                          int64_t count, float *restrict sum) {
  for (int64_t e = 0; e < count; e++) {
    const uint16_t *row = table + (int64_t)columns[e] * width;
    float value = values[e];
    for (int32_t k = 0; k < width; k++) {
      // Exponent and fraction moved into place; the product sets the exponent's offset right, subnormals too.
      union { uint32_t bits; float value; } magnitude = {.bits = (uint32_t)(row[k] & 0x7FFF) << 13};
      union { float value; uint32_t bits; } number = {.value = magnitude.value * 0x1p112f};
      union { uint32_t bits; float value; } half = {.bits = number.bits | (uint32_t)(row[k] & 0x8000) << 16};
      sum[k] += value * half.value;
    }
  }
}

VECTOR int32_t vk_are_finite(const uint32_t *floats, int64_t count) {
  uint32_t found = 0;
  for (int64_t i = 0; i < count; i++) found |= (floats[i] & 0x7F800000) == 0x7F800000;
  return !found;
}

VECTOR int32_t vk_are_finite_halves(const uint16_t *halves, int64_t count) {
  uint16_t found = 0;
  for (int64_t i = 0; i < count; i++) found |= (halves[i] & 0x7C00) == 0x7C00;
  return !found;
}

VECTOR double vk_dot(const float *a, const float *b, int64_t count) {
  double sum[8] = {0};
  int64_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int j = 0; j < 8; j++) sum[j] += (double)a[i + j] * (double)b[i + j];
  for (int j = 0; i < count; i++, j++) sum[j] += (double)a[i] * (double)b[i];
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

static inline __attribute__((always_inline)) float loss_and_residual(float z, float target, float penalty,
                                                                     float *residual) {
  float e = exponential(z < 0 ? z : -z);
  float p = (z < 0 ? e : 1.0f) / (1.0f + e);
  *residual = penalty * (p - target);
  // log(1 + e) = 2 artanh(s) with s = e / (2 + e) up to a third; the series' next term is below 1e-9 of the sum.
  float s = e / (2.0f + e), q = s * s;
  float series = 1.0f / 15;
  series = series * q + 1.0f / 13;
  series = series * q + 1.0f / 11;
  series = series * q + 1.0f / 9;
  series = series * q + 1.0f / 7;
  series = series * q + 1.0f / 5;
  series = series * q + 1.0f / 3;
  series = series * q + 1.0f;
  // Both parts in forms that lose no digits where the score agrees with the target.
  float side = z < 0 ? -target * z : (1.0f - target) * z;
  return penalty * (2.0f * s * series + side);
}

VECTOR double vk_losses(float *restrict scores, const float *restrict targets, const float *restrict penalties,
                        int64_t count) {
  double sum[8] = {0};
  int64_t i = 0;
  for (; i + 8 <= count; i += 8) {
    float loss[8], residual[8];
    for (int j = 0; j < 8; j++)
      loss[j] = loss_and_residual(scores[i + j], targets[i + j], penalties[i + j], &residual[j]);
    for (int j = 0; j < 8; j++) {
      scores[i + j] = residual[j];
      sum[j] += (double)loss[j];
    }
  }
  for (int j = 0; i < count; i++, j++) {
    float residual;
    sum[j] += (double)loss_and_residual(scores[i], targets[i], penalties[i], &residual);
    scores[i] = residual;
  }
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}
