/* The simulated array: what the hardware layer of the host fires at and reads. */
#ifndef DEVICES_H
#define DEVICES_H

#include "options.h"

/* Makes the array. It outlives resets of the board, as real devices do. */
void devices_begin(const struct options *options);

/* A reset of the board: the totals of the cells, which it keeps in memory, start anew. */
void devices_reset(void);

void device_pulse(const struct hal_pulse *pulse);

/* Siemens, with the noise of a reading. */
double device_read(uint16_t row, uint16_t column);

/* Pulses that all cells got since the program began, whatever the firmware counts. */
uint64_t device_pulses(bool up);

#endif
