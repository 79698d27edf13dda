// Loops over the labels of one example or the examples of one label, vectorised by the compiler for the processor at hand.
//
// `stride` is the number of labels rounded up to a multiple of 8; every row has that many floats. Sums
// have a fixed order and contraction to fused operations is off, so that all processors give the same bits.
#ifndef PAPERTRIAGE_VECTOR_KERNELS_H
#define PAPERTRIAGE_VECTOR_KERNELS_H

#include <stdint.h>

// scores[k] = sum over e of values[e] * weights[columns[e] * stride + k]
void vk_scores(const float *weights, int32_t stride, const uint32_t *columns, const float *values, int64_t count,
               float *scores);

// weights[columns[e] * stride + k] += values[e] * step[k]
void vk_add(float *weights, int32_t stride, const uint32_t *columns, const float *values, int64_t count,
            const float *step);

// Solves the one-example dual problem of each label; see DualCoordinateDescent.swift for the formula. Adds to `doubt` what
// the example's share of the duality gap was, to second order; returns the largest of a label, times `inverse_fair` of that label.
float vk_solve_duals(int32_t stride, float squared_norm, const float *penalty, const float *scores, float *logits,
                     float *probabilities, float *step, float *doubt, const float *inverse_fair);

// Adds for each label penalty * (log(1 + exp(score)) - target * score) to `primal` and penalty * H(logistic(logit)), H the
// entropy, to `dual`.
void vk_add_losses(int32_t count, const float *scores, const float *logits, const float *penalties, const float *targets,
                   double *primal, double *dual);

// probabilities[i] = 1 / (1 + exp(-logits[i]))
void vk_logistic(const float *logits, float *probabilities, int64_t count);

// The sum of a[i] * b[i] in double precision, in an order that does not depend on the processor.
double vk_dot(const float *a, const float *b, int64_t count);

// Replaces each score z by penalty * (logistic(z) - target) and returns the sum, in double precision and a fixed order, of
// penalty * (log(1 + exp(z)) - target * z).
double vk_losses(float *scores, const float *targets, const float *penalties, int64_t count);

// Adds to `sum` the rows `columns` of a table of half-precision numbers, `width` a row, times `values`; exact for finite ones.
// Rows from `limit` on are left out.
void vk_add_halves(const uint16_t *table, int32_t width, uint32_t limit, const uint32_t *columns, const float *values,
                   int64_t count, float *sum);

// sum[k] += sum over e of row[e] * table[e * width + k]
void vk_add_product(const float *row, int64_t count, const float *table, int32_t width, float *sum);

// Whether no number, given by its bits, is infinite or not a number.
int32_t vk_are_finite(const uint32_t *floats, int64_t count);
int32_t vk_are_finite_halves(const uint16_t *halves, int64_t count);

// Asks for the line of memory at a place that will soon be read.
static inline void vk_prefetch(const void *place) { __builtin_prefetch(place); }

// Appends the words of ASCII text, longest runs of letters and digits, lowercased, each followed by one blank; and where
// each ends in `bytes`. Writes up to 16 bytes beyond.
void vk_append_words(const uint8_t *text, int64_t count, uint8_t *bytes, int64_t *byte_count, uint32_t *ends,
                     int64_t *word_count);

// For the layers of an encoder; tables lie row after row.

// values[r * stride + c] += bias[c]
void vk_add_bias(float *values, const float *bias, int64_t rows, int64_t columns, int64_t stride);

// values[r][c] = gelu(values[r][c] + bias[c]), with gelu(x) = x / 2 * (1 + erf(x / sqrt 2))
void vk_add_bias_gelu(float *values, const float *bias, int64_t rows, int64_t columns);

// Replaces each row x by its softmax: exp(x - max) / sum of these.
void vk_softmax(float *values, int64_t rows, int64_t columns);

// Each row x becomes (x - mean) / sqrt(variance + epsilon) * gain + shift, after `bias` and the row of `others` were added
// to it where they are not null.
void vk_normalize_rows(float *values, const float *others, const float *bias, const float *gain, const float *shift,
                       float epsilon, int64_t rows, int64_t columns);

#endif
