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
// the example's share of the duality gap was, to second order.
void vk_solve_duals(int32_t stride, float squared_norm, const float *penalty, const float *scores, float *logits,
                    float *probabilities, float *step, float *doubt);

// probabilities[i] = 1 / (1 + exp(-logits[i]))
void vk_logistic(const float *logits, float *probabilities, int64_t count);

// The sum of a[i] * b[i] in double precision, in an order that does not depend on the processor.
double vk_dot(const float *a, const float *b, int64_t count);

// Replaces each score z by penalty * (logistic(z) - target) and returns the sum, in double precision and a fixed order, of
// penalty * (log(1 + exp(z)) - target * z).
double vk_losses(float *scores, const float *targets, const float *penalties, int64_t count);

// Adds to `sum` the rows `columns` of a table of half-precision numbers, `width` a row, times `values`; exact for finite ones.
void vk_add_halves(const uint16_t *table, int32_t width, const uint32_t *columns, const float *values, int64_t count,
                   float *sum);

// Whether no number, given by its bits, is infinite or not a number.
int32_t vk_are_finite(const uint32_t *floats, int64_t count);
int32_t vk_are_finite_halves(const uint16_t *halves, int64_t count);

#endif
