/* What the layers for the ATmega328P share: serial port, clocks, EEPROM. */
#ifndef AVR_H
#define AVR_H

#include <avr/io.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    TICKS_A_MICROSECOND = F_CPU / 1000000UL,   /* of timer 1 */
    EEPROM_NONCE = 0,                          /* uint16_t: the nonce of this boot */
    EEPROM_SERIAL = 4                          /* uint32_t: serial number; erased: the build's SERIAL_NUMBER */
};

/* Sets up the board's own pins; every line grounded. Called before anything else. */
void board_begin(void);

uint32_t avr_serial_number(void);

/* Timer 1, free running. */
static inline uint16_t avr_ticks(void) { return TCNT1; }

/* Ticks of a width in 10 ns, rounded. */
uint32_t avr_ticks_of(uint32_t width);

/*
 * Waits until `ticks` have passed since `start` (avr_ticks). The last 20 us pass with interrupts off, so that no
 * interrupt delays the end; the serial port holds two bytes meanwhile. False where abort bytes ended it early.
 */
bool avr_hold(uint16_t start, uint32_t ticks);

#endif
