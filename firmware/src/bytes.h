/* Little-endian fields of payloads, read and written at a cursor that moves on. */
#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint8_t take8(const uint8_t **at) { return *(*at)++; }

static inline uint16_t take16(const uint8_t **at)
{
    const uint8_t *from = *at;
    *at += 2;
    return (uint16_t)((uint16_t)from[1] << 8 | from[0]);
}

static inline uint32_t take32(const uint8_t **at)
{
    uint32_t low = take16(at);
    return low | (uint32_t)take16(at) << 16;
}

static inline float take_float(const uint8_t **at)
{
    uint32_t bits = take32(at);
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline void put8(uint8_t **at, uint8_t value) { *(*at)++ = value; }

static inline void put16(uint8_t **at, uint16_t value)
{
    put8(at, (uint8_t)value);
    put8(at, (uint8_t)(value >> 8));
}

static inline void put32(uint8_t **at, uint32_t value)
{
    put16(at, (uint16_t)value);
    put16(at, (uint16_t)(value >> 16));
}

static inline void put_float(uint8_t **at, float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    put32(at, bits);
}

#endif
