#include "CVectorKernels.h"

#include <math.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "vector_math.h"

#pragma STDC FP_CONTRACT OFF

static inline __attribute__((always_inline)) float logistic(float x) { return 1.0f / (1.0f + exponential(-x)); }

// Rows of weights lie far apart; they are asked for so many entries ahead.
enum { AHEAD = 12 };

static inline __attribute__((always_inline)) void prefetch_row(const float *row, int width) {
  for (int k = 0; k < width; k += 16) __builtin_prefetch(row + k, 1);
  __builtin_prefetch(row + width - 1, 1);
}

// `width` is a constant where it is called, so that the sums stay in registers.
static inline __attribute__((always_inline)) void scores_of_some(
    const float *weights, int32_t stride, int width, const uint32_t *columns, const float *values, int64_t count,
    float *restrict scores) {
  float sum[32] = {0};
  for (int64_t e = 0; e < count; e++) {
    if (e + AHEAD < count) prefetch_row(weights + (int64_t)columns[e + AHEAD] * stride, width);
    const float *row = weights + (int64_t)columns[e] * stride;
    float value = values[e];
    for (int k = 0; k < width; k++) sum[k] += value * row[k];
  }
  for (int k = 0; k < width; k++) scores[k] = sum[k];
}

static inline __attribute__((always_inline)) void add_to_some(float *weights, int32_t stride, int width,
                                                              const uint32_t *columns, const float *values,
                                                              int64_t count, const float *restrict step) {
  float kept[32];
  for (int k = 0; k < width; k++) kept[k] = step[k];
  for (int64_t e = 0; e < count; e++) {
    float *row = weights + (int64_t)columns[e] * stride;
    float value = values[e];
    for (int k = 0; k < width; k++) row[k] += value * kept[k];
  }
}

VECTOR void vk_scores(const float *weights, int32_t stride, const uint32_t *columns, const float *values,
                      int64_t count, float *restrict scores) {
  for (int32_t first = 0; first < stride; first += 32) {
    const float *start = weights + first;
    switch (stride - first < 32 ? stride - first : 32) {
      case 8: scores_of_some(start, stride, 8, columns, values, count, scores + first); break;
      case 16: scores_of_some(start, stride, 16, columns, values, count, scores + first); break;
      case 24: scores_of_some(start, stride, 24, columns, values, count, scores + first); break;
      default: scores_of_some(start, stride, 32, columns, values, count, scores + first); break;
    }
  }
}

VECTOR void vk_add(float *weights, int32_t stride, const uint32_t *columns, const float *values, int64_t count,
                   const float *restrict step) {
  for (int32_t first = 0; first < stride; first += 32) {
    float *start = weights + first;
    switch (stride - first < 32 ? stride - first : 32) {
      case 8: add_to_some(start, stride, 8, columns, values, count, step + first); break;
      case 16: add_to_some(start, stride, 16, columns, values, count, step + first); break;
      case 24: add_to_some(start, stride, 24, columns, values, count, step + first); break;
      default: add_to_some(start, stride, 32, columns, values, count, step + first); break;
    }
  }
}

// The labels are the inner loops, or the compiler would do one label after the other.
VECTOR float vk_solve_duals(int32_t stride, float squared_norm, const float *restrict penalty,
                            const float *restrict scores, float *restrict logits, float *restrict probabilities,
                            float *restrict step, float *restrict doubt, const float *restrict inverse_fair) {
  float low[32], high[32], right[32], u[32], share[32], largest = 0;
  for (int32_t first = 0; first < stride; first += 32) {
    int32_t width = stride - first < 32 ? stride - first : 32;
    for (int32_t k = 0; k < width; k++) {
      float qc = squared_norm * penalty[first + k], p = probabilities[first + k];
      float off = scores[first + k] - logits[first + k];
      float gap = 0.5f * penalty[first + k] * off * off * p * (1.0f - p);
      doubt[first + k] += gap;
      share[k] = gap * inverse_fair[first + k];
      // The solution of u + qc * logistic(u) = right lies between right - qc and right.
      right[k] = scores[first + k] + qc * p;
      low[k] = right[k] - qc;
      high[k] = right[k];
      u[k] = logits[first + k] < low[k] ? low[k] : logits[first + k] > high[k] ? high[k] : logits[first + k];
    }
    for (int iteration = 0; iteration < 4; iteration++) {
      for (int32_t k = 0; k < width; k++) {
        // Read first: a choice between places in memory would keep the compiler from vectors, as would two comparisons.
        float old = u[k], lowest = low[k], highest = high[k];
        float qc = squared_norm * penalty[first + k];
        float p = logistic(old);
        float residual = old + qc * p - right[k];
        float below = residual < 0 ? old : lowest, above = residual < 0 ? highest : old;
        float newton = old - residual / (1.0f + qc * p * (1.0f - p)), middle = 0.5f * (below + above);
        // A little beyond the bracket is let pass, since rounding moves its middle.
        u[k] = fabsf(newton - middle) > 1.001f * (above - middle) ? middle : newton;
        low[k] = below;
        high[k] = above;
      }
    }
    for (int32_t k = 0; k < width; k++) {
      float p = logistic(u[k]);
      step[first + k] = penalty[first + k] * (probabilities[first + k] - p);
      logits[first + k] = u[k];
      probabilities[first + k] = p;
    }
    for (int32_t k = 0; k < width; k++) largest = share[k] > largest ? share[k] : largest;
  }
  return largest;
}

VECTOR void vk_logistic(const float *logits, float *restrict probabilities, int64_t count) {
  for (int64_t i = 0; i < count; i++) probabilities[i] = logistic(logits[i]);
}

VECTOR static void add_halves(const uint16_t *table, int32_t width, uint32_t limit, const uint32_t *columns,
                              const float *values, int64_t count, float *restrict sum) {
  for (int64_t e = 0; e < count; e++) {
    if (columns[e] >= limit) continue;
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

#if defined(__x86_64__)
#define HALVES __attribute__((target("avx2,f16c")))

// Up to 64 columns at a time, whose sums stay in registers; the processor converts, to the same numbers as above.
static inline __attribute__((always_inline)) HALVES void add_some_halves(
    const uint16_t *table, int32_t width, int vectors, const uint32_t *columns, const float *values,
    int64_t count, float *restrict sum) {
  __m256 kept[8];
  for (int v = 0; v < vectors; v++) kept[v] = _mm256_loadu_ps(sum + 8 * v);
  for (int64_t e = 0; e < count; e++) {
    if (e + AHEAD < count) {
      const char *next = (const char *)(table + (int64_t)columns[e + AHEAD] * width);
      __builtin_prefetch(next);
      __builtin_prefetch(next + 16 * vectors - 1);
    }
    const uint16_t *row = table + (int64_t)columns[e] * width;
    __m256 value = _mm256_set1_ps(values[e]);
    for (int v = 0; v < vectors; v++) {
      __m256 numbers = _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(row + 8 * v)));
      kept[v] = _mm256_add_ps(kept[v], _mm256_mul_ps(value, numbers));
    }
  }
  for (int v = 0; v < vectors; v++) _mm256_storeu_ps(sum + 8 * v, kept[v]);
}

HALVES static void add_converted_halves(const uint16_t *table, int32_t width, uint32_t limit, const uint32_t *columns,
                                        const float *values, int64_t count, float *restrict sum) {
  enum { PART = 1024 };
  uint32_t rows[PART];
  float factors[PART];
  for (int64_t start = 0; start < count; start += PART) {
    // Rows beyond the limit are left out first: where they stand between others, no processor foresees them.
    int64_t end = count - start < PART ? count : start + PART, kept = 0;
    for (int64_t e = start; e < end; e++) {
      rows[kept] = columns[e];
      factors[kept] = values[e];
      kept += columns[e] < limit;
    }
    int32_t first = 0;
    for (; first + 64 <= width; first += 64)
      add_some_halves(table + first, width, 8, rows, factors, kept, sum + first);
    for (; first + 24 <= width; first += 24)
      add_some_halves(table + first, width, 3, rows, factors, kept, sum + first);
    for (; first + 8 <= width; first += 8)
      add_some_halves(table + first, width, 1, rows, factors, kept, sum + first);
  }
}
#endif

void vk_add_halves(const uint16_t *table, int32_t width, uint32_t limit, const uint32_t *columns, const float *values,
                   int64_t count, float *restrict sum) {
#if defined(__x86_64__)
  if (width % 8 == 0 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("f16c")) {
    add_converted_halves(table, width, limit, columns, values, count, sum);
    return;
  }
#endif
  add_halves(table, width, limit, columns, values, count, sum);
}

VECTOR void vk_add_product(const float *row, int64_t count, const float *table, int32_t width, float *restrict sum) {
  if (width == 24) {  // the shipped model's labels, whose sums stay in registers
    float kept[24];
    for (int k = 0; k < 24; k++) kept[k] = sum[k];
    for (int64_t e = 0; e < count; e++)
      for (int k = 0; k < 24; k++) kept[k] += row[e] * table[e * 24 + k];
    for (int k = 0; k < 24; k++) sum[k] = kept[k];
    return;
  }
  for (int64_t e = 0; e < count; e++)
    for (int32_t k = 0; k < width; k++) sum[k] += row[e] * table[e * width + k];
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

VECTOR void vk_add_losses(int32_t count, const float *restrict scores, const float *restrict logits,
                          const float *restrict penalties, const float *restrict targets, double *restrict primal,
                          double *restrict dual) {
  for (int32_t k = 0; k < count; k++) {
    float residual;
    primal[k] += (double)loss_and_residual(scores[k], targets[k], penalties[k], &residual);
    // H(a) = log(1 + exp(u)) - a u, exact where a itself would round to 0 or 1.
    dual[k] += (double)loss_and_residual(logits[k], logistic(logits[k]), penalties[k], &residual);
  }
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
