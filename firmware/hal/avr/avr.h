/* What the layers for the ATmega328P share: serial port, clocks, EEPROM. */
#ifndef AVR_H
#define AVR_H

#include <avr/interrupt.h>
#include <avr/io.h>
#include <stdbool.h>
#include <stdint.h>

#include "hal.h"
#include "receive.h"

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

/* How long the end of a pulse is waited for with interrupts off: the serial port holds two bytes meanwhile. */
enum { AVR_LAST_TICKS = 20 * TICKS_A_MICROSECOND };

/* What a pulse took more than asked for, on average, from edge to edge in simavr: the instructions around the wait. */
enum { AVR_EDGE_TICKS = 18 };

/* Waits until no more than AVR_LAST_TICKS are left of `ticks` since `start`; calls link_beat. False where aborted. */
bool avr_approach(uint16_t start, uint32_t ticks);

/* Waits for a stamp of timer 1 that is less than 2 ms away. */
static inline void avr_wait_for(uint16_t end)
{
    while ((int16_t)(end - avr_ticks()) > 0) {}
}

/*
 * One pulse: `rise`, the ticks, `fall`; both get the pin to switch. The question whether to fire and the rising edge
 * are one step, and so are the end of the wait and the falling edge: no interrupt comes between them. Inlined with
 * both, so that the edges cost nothing.
 */
static inline __attribute__((always_inline)) enum hal_outcome avr_pulse(
    uint32_t ticks, void (*rise)(uint8_t), void (*fall)(uint8_t), uint8_t pin)
{
    uint8_t interrupts = SREG;
    cli();
    if (link_aborted()) {
        SREG = interrupts;
        return HAL_NOT_FIRED;
    }
    rise(pin);
    uint16_t start = avr_ticks();
    enum hal_outcome outcome = HAL_FIRED;
    if (ticks > AVR_LAST_TICKS) {
        SREG = interrupts;
        bool whole = avr_approach(start, ticks);
        cli();
        if (!whole || link_aborted()) outcome = HAL_CUT;
    }
    if (outcome == HAL_FIRED && ticks != 0) avr_wait_for((uint16_t)(start + ticks - AVR_EDGE_TICKS));
    fall(pin);
    SREG = interrupts;
    return outcome;
}

#endif
