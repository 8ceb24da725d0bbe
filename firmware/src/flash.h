/* Constants that the AVR keeps in flash, out of its 2 KB of RAM; elsewhere they are ordinary constants. */
#ifndef FLASH_H
#define FLASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#define IN_FLASH PROGMEM
static inline uint8_t flash_byte(const void *at) { return pgm_read_byte(at); }
static inline void flash_copy(void *to, const void *from, size_t size) { memcpy_P(to, from, size); }
static inline uint16_t flash_word(const void *at) { return pgm_read_word(at); }
#else
#define IN_FLASH
static inline uint8_t flash_byte(const void *at) { return *(const uint8_t *)at; }
static inline void flash_copy(void *to, const void *from, size_t size) { memcpy(to, from, size); }
static inline uint16_t flash_word(const void *at) { return *(const uint16_t *)at; }
#endif

#endif
