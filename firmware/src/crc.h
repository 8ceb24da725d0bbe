/* CRC-16 of polynomial 0x1021, not reflected, from 0xFFFF: a byte at a time without a table. */
#ifndef CRC_H
#define CRC_H

#include <stddef.h>
#include <stdint.h>

#include "link_protocol.h"

static inline uint16_t crc_byte(uint16_t crc, uint8_t byte)
{
    uint8_t high = (uint8_t)((crc >> 8) ^ byte);
    high ^= (uint8_t)(high >> 4);
    return (uint16_t)((uint16_t)(crc << 8) ^ (uint16_t)((uint16_t)high << 12) ^ (uint16_t)((uint16_t)high << 5) ^ high);
}

static inline uint16_t crc_of(const uint8_t *data, size_t size)
{
    uint16_t crc = LINK_CRC_INITIAL;
    for (size_t i = 0; i < size; i++) crc = crc_byte(crc, data[i]);
    return crc;
}

#endif
