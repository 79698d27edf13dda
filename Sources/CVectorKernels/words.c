// Cuts ASCII text into lowercased words: bytes are told apart many at a time, borders of words are bits.
#include "CVectorKernels.h"

#include <string.h>

#include "vector_math.h"

enum { PART = 4096, STEP = 16 };

// Lowercases a part of a text and marks what belongs to words with 1, many bytes at a time.
VECTOR static void classify(const uint8_t *restrict text, int64_t count, uint8_t *restrict lowered,
                            uint8_t *restrict marks) {
  for (int64_t i = 0; i < count; i++) {
    uint8_t byte = text[i], lower = byte | 0x20;
    uint8_t is_letter = (uint8_t)(lower - 'a') < 26, is_digit = (uint8_t)(byte - '0') < 10;
    lowered[i] = is_letter ? lower : byte;
    marks[i] = is_letter | is_digit;
  }
}

// The marks of 64 bytes as bits, the first one lowest.
static inline uint64_t bits_of(const uint8_t *marks) {
  uint64_t bits = 0;
  for (int i = 0; i < 8; i++) {
    uint64_t eight;
    memcpy(&eight, marks + 8 * i, 8);
    // Each product's highest byte gathers eight marks, on processors that store the lowest byte first.
    bits |= (eight * 0x0102040810204080u >> 56) << (8 * i);
  }
  return bits;
}

// Copies in whole steps, beyond the end.
static inline void copy(uint8_t *to, const uint8_t *from, int64_t count) {
  memcpy(to, from, STEP);
  for (int64_t i = STEP; i < count; i += STEP) memcpy(to + i, from + i, STEP);
}

void vk_append_words(const uint8_t *text, int64_t count, uint8_t *bytes, int64_t *byte_count, uint32_t *ends,
                     int64_t *word_count) {
  uint8_t lowered[PART + STEP], marks[PART + 64];
  int64_t place = *byte_count, word = *word_count;
  uint64_t is_open = 0;
  for (int64_t part = 0; part < count; part += PART) {
    int64_t size = count - part < PART ? count - part : PART, start = 0;
    classify(text + part, size, lowered, marks);
    memset(marks + size, 0, 64);
    for (int64_t first = 0; first < size; first += 64) {
      uint64_t bits = bits_of(marks + first), borders = bits ^ (bits << 1 | is_open);
      for (; borders; borders &= borders - 1) {
        int64_t border = first + __builtin_ctzll(borders);
        is_open = !is_open;
        if (is_open) {
          start = border;
          continue;
        }
        copy(bytes + place, lowered + start, border - start);
        place += border - start;
        bytes[place] = ' ';
        ends[word++] = (uint32_t)place++;
      }
    }
    if (is_open) {  // the next part begins within a word
      copy(bytes + place, lowered + start, size - start);
      place += size - start;
    }
  }
  if (is_open) {
    bytes[place] = ' ';
    ends[word++] = (uint32_t)place++;
  }
  *byte_count = place;
  *word_count = word;
}
