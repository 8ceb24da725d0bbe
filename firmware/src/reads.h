/* Reads: blocks of cells, bit lines under a vector of voltages, totals of cells. */
#ifndef READS_H
#define READS_H

#include "refuse.h"

/* The mean of some readings of a cell, in the board's counts. Ends early where link_aborted: then it means nothing. */
uint16_t read_cell(uint16_t row, uint16_t column, int16_t voltage, uint16_t samples);

/* The same in counts of another unit, in siemens. */
uint16_t read_cell_in(float unit, uint16_t row, uint16_t column, int16_t voltage, uint16_t samples);

/* Whether a unit makes sense: a finite number above 0. */
refusal check_unit(float unit);

refusal read_block(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal vector_read(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal cell_totals(const uint8_t *request, uint8_t size, uint8_t **reply);

#endif
