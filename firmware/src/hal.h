/*
 * The hardware layer: all that a board has to supply. docs/firmware.md gives the contract and the timing of each.
 *
 * A layer may assume that every argument was checked against the board's limits. It calls link_receive (receive.h) for
 * every byte that comes in, on a microcontroller from the receive interrupt.
 */
#ifndef HAL_H
#define HAL_H

#include <stdbool.h>
#include <stdint.h>

/* The limits of link.yaml, in the order of its message `limits`. */
enum hal_limit {
    LIMIT_RISE_VOLTAGE,      /* mV */
    LIMIT_FALL_VOLTAGE,      /* mV */
    LIMIT_LEAST_WIDTH,       /* 10 ns */
    LIMIT_MOST_WIDTH,        /* 10 ns */
    LIMIT_ENERGY,            /* pJ */
    LIMIT_COMPLIANCE,        /* uA; the most current that can flow, where the board sets no compliance */
    LIMIT_PULSES_PER_CALL,
    LIMIT_PULSES_PER_SECOND, /* above 0 */
    LIMIT_PULSES_PER_CELL,   /* kept where the layer has totals of cells */
    LIMIT_TOTAL_PULSES,
    LIMIT_READ_VOLTAGE,      /* mV */
    LIMIT_READS_PER_SECOND,  /* above 0 */
    LIMIT_COUNT
};

struct hal_board {
    char name[8];            /* of the layer, zero-padded */
    uint32_t serial;
    uint16_t rows;
    uint16_t columns;
    uint32_t capabilities;   /* bits of enum link_capability */
    float conductance_unit;  /* siemens of one count of hal_read */
    float current_unit;      /* amperes of one count of hal_read_column */
    uint32_t limits[LIMIT_COUNT];
};

struct hal_pulse {
    uint16_t row;
    uint16_t column;
    bool up;                 /* the waveform's direction: what P does, whatever the polarity */
    int16_t voltage;         /* mV across the cell, word line against bit line */
    uint32_t width;          /* 10 ns */
    uint16_t compliance;     /* uA; 0 where the board has none */
};

enum hal_outcome {
    HAL_FIRED,
    HAL_NOT_FIRED,           /* aborted before the edge: counts nothing */
    HAL_CUT,                 /* aborted after the edge: counts */
    HAL_COMPLIANCE,          /* the current limit was reached: counts, ends the command */
    HAL_FAULT                /* something is wrong: counts, as the pulse may have acted; ends the command */
};

enum { HAL_BEYOND_RANGE = 65535 };

/* Describes the board. Called once at boot, with lines grounded. */
void hal_describe(struct hal_board *board);

/* A number that differs from that of the last boot, and is neither 0 nor 65535. */
uint16_t hal_boot_nonce(void);

/* Milliseconds since boot; wraps. */
uint32_t hal_millis(void);

/* Sends one byte, waiting for room. */
void hal_serial_put(uint8_t byte);

/* All of a frame was put: a layer that collects bytes sends them now. */
void hal_serial_flush(void);

/* Sleeps until an interrupt, at most about a millisecond; returns at once where link_has_input. */
void hal_idle(void);

/* Waits, calling link_beat; returns early where link_aborted. */
void hal_wait_us(uint16_t microseconds);

/* Fires one pulse and grounds the lines after it. Calls link_beat in long pulses, ends at once where link_aborted. */
enum hal_outcome hal_pulse(const struct hal_pulse *pulse);

/* Grounds all lines. Must be safe inside the receive interrupt, also in the middle of hal_pulse and hal_read. */
void hal_ground(void);

/* One reading of one cell, in conductance_unit; HAL_BEYOND_RANGE where it is too large to tell. */
uint16_t hal_read(uint16_t row, uint16_t column, int16_t voltage);

/*
 * One reading of a bit line's current in current_unit, with voltages on `rows` word lines at once: little-endian int16
 * in mV, as they came. Called only with LINK_CAPABILITY_VECTOR_READ.
 */
int32_t hal_read_column(uint16_t row, uint8_t rows, const uint8_t *voltages, uint16_t column);

/* The counter of a cell's pulses in one direction. Called only with LINK_CAPABILITY_CELL_TOTALS. */
uint32_t *hal_cell_total(uint16_t row, uint16_t column, bool up);

#endif
