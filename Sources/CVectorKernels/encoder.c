// What an encoder does between its products of matrices; sums are kept in sixteen parts, so that they vectorise and
// have the same order on every processor.
#include "CVectorKernels.h"

#include <math.h>

#include "vector_math.h"

#pragma STDC FP_CONTRACT OFF

enum { PARTS = 16 };

static inline __attribute__((always_inline)) float total(const float *parts) {
  float sums[4];
  for (int j = 0; j < 4; j++) sums[j] = (parts[j] + parts[j + 4]) + (parts[j + 8] + parts[j + 12]);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// The rational approximation of Eigen's `erf<float>`: absolute error under 5e-7, measured on two million numbers.
static inline __attribute__((always_inline)) float error_function(float x) {
  x = x < -4.0f ? -4.0f : x > 4.0f ? 4.0f : x;
  float s = x * x;
  float p = -2.72614225801306e-10f;
  p = p * s + 2.77068142495902e-08f;
  p = p * s + -2.10102402082508e-06f;
  p = p * s + -5.69250639462346e-05f;
  p = p * s + -7.34990630326855e-04f;
  p = p * s + -2.95459980854025e-03f;
  p = p * s + -1.60960333262415e-02f;
  float q = -1.45660718464996e-05f;
  q = q * s + -2.13374055278905e-04f;
  q = q * s + -1.68282697438203e-03f;
  q = q * s + -7.37332916720468e-03f;
  q = q * s + -1.42647390514189e-02f;
  return x * p / q;
}

VECTOR void vk_add_bias(float *restrict values, const float *restrict bias, int64_t rows, int64_t columns,
                        int64_t stride) {
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) values[r * stride + c] += bias[c];
}

VECTOR void vk_add_bias_gelu(float *restrict values, const float *restrict bias, int64_t rows, int64_t columns) {
  for (int64_t r = 0; r < rows; r++) {
    float *restrict row = values + r * columns;
    for (int64_t c = 0; c < columns; c++) {
      float x = row[c] + bias[c];
      row[c] = 0.5f * x * (1.0f + error_function(x * 0.707106781f));
    }
  }
}

VECTOR void vk_softmax(float *restrict values, int64_t rows, int64_t columns) {
  for (int64_t r = 0; r < rows; r++) {
    float *restrict row = values + r * columns;
    float highest[PARTS], sum[PARTS] = {0};
    for (int j = 0; j < PARTS; j++) highest[j] = row[0];
    int64_t c = 0;
    for (; c + PARTS <= columns; c += PARTS)
      for (int j = 0; j < PARTS; j++) highest[j] = row[c + j] > highest[j] ? row[c + j] : highest[j];
    for (; c < columns; c++) highest[0] = row[c] > highest[0] ? row[c] : highest[0];
    float top = highest[0];
    for (int j = 1; j < PARTS; j++) top = highest[j] > top ? highest[j] : top;
    for (c = 0; c + PARTS <= columns; c += PARTS)
      for (int j = 0; j < PARTS; j++) {
        float e = exponential(row[c + j] - top);
        row[c + j] = e;
        sum[j] += e;
      }
    for (int j = 0; c < columns; c++, j++) {
      row[c] = exponential(row[c] - top);
      sum[j] += row[c];
    }
    float scale = 1.0f / total(sum);
    for (c = 0; c < columns; c++) row[c] *= scale;
  }
}

VECTOR void vk_normalize_rows(float *restrict values, const float *restrict others, const float *restrict bias,
                              const float *restrict gain, const float *restrict shift, float epsilon, int64_t rows,
                              int64_t columns) {
  for (int64_t r = 0; r < rows; r++) {
    float *restrict row = values + r * columns;
    if (others)
      for (int64_t c = 0; c < columns; c++) row[c] += others[r * columns + c];
    if (bias)
      for (int64_t c = 0; c < columns; c++) row[c] += bias[c];
    float sum[PARTS] = {0}, squares[PARTS] = {0};
    int64_t c = 0;
    for (; c + PARTS <= columns; c += PARTS)
      for (int j = 0; j < PARTS; j++) sum[j] += row[c + j];
    for (int j = 0; c < columns; c++, j++) sum[j] += row[c];
    float mean = total(sum) / (float)columns;
    for (c = 0; c + PARTS <= columns; c += PARTS)
      for (int j = 0; j < PARTS; j++) {
        float d = row[c + j] - mean;
        squares[j] += d * d;
      }
    for (int j = 0; c < columns; c++, j++) {
      float d = row[c] - mean;
      squares[j] += d * d;
    }
    float scale = 1.0f / sqrtf(total(squares) / (float)columns + epsilon);
    for (c = 0; c < columns; c++) row[c] = (row[c] - mean) * scale * gain[c] + shift[c];
  }
}
