/*
 * A hardware layer for tests: time stands still until a test moves it, what is sent is kept, and every pulse is counted
 * where it arrives, apart from what the firmware counts.
 */
#ifndef RIG_H
#define RIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hal.h"

enum { RIG_ROWS = 32, RIG_COLUMNS = 20, RIG_OUTPUT = 8192 };

struct rig {
    uint32_t millis;
    uint32_t pulses[2];                                  /* [0] down, [1] up; since the last boot */
    uint32_t cell_pulses[RIG_ROWS][RIG_COLUMNS][2];
    uint32_t cell_totals[RIG_ROWS][RIG_COLUMNS][2];      /* the firmware's */
    int16_t state[RIG_ROWS][RIG_COLUMNS];                /* counts of a reading: 1000 and 10 a pulse */
    struct hal_pulse last;
    uint32_t grounded;
    uint16_t boots;
    uint32_t pulse_ms;                                   /* that each pulse takes */
    uint32_t abort_after;                                /* abort bytes arrive in this pulse; 0: never */
    enum hal_outcome outcome;                            /* of pulses; HAL_FIRED at first */
    uint32_t capabilities;
    uint8_t output[RIG_OUTPUT];
    size_t output_size;
    void (*check_pulse)(const struct hal_pulse *);       /* called before each pulse; may be NULL */
};

extern struct rig rig;

/* Boots a board with everything at its start. */
void rig_begin(uint32_t capabilities);

/* Boots it again: devices stay as they are. */
void rig_reboot(void);

/* Hands bytes to the receive path and lets the firmware work. */
void rig_receive(const uint8_t *bytes, size_t size);

#endif
