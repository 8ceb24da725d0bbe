/* The limits that hold: they can be tightened and never loosened; what exceeds one is refused, never clamped. */
#ifndef LIMITS_H
#define LIMITS_H

#include "refuse.h"

void limits_begin(void);

/* Counts the time that pulses and reads keep the next ones waiting. Called often. */
void limits_tick(void);

/* The message `limits`. */
refusal limits_tighten(const uint8_t *request, uint8_t size, uint8_t **reply);

/* Amplitude by polarity, width, compliance and energy of one pulse. */
refusal limits_check_shape(int16_t voltage, uint32_t width, uint16_t compliance);

/* Pulses of a command: per call, since boot, and rate. */
refusal limits_check_pulses(uint32_t pulses);

/* Whether a cell may get this many pulses more; yes on boards without totals of cells. */
refusal limits_check_cell(uint16_t row, uint16_t column, uint32_t pulses);

/* Voltage and rate of a read. */
refusal limits_check_read(int16_t voltage);

/* Counts what was done against the rates: the pulses of a command after it, reads as they are made. */
void limits_spend_pulses(uint16_t pulses);
void limits_spend_reads(uint16_t reads);

#endif
