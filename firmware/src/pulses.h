/* Waveforms, pulse lists and sign blocks, and the one place where a pulse is fired. */
#ifndef PULSES_H
#define PULSES_H

#include <stdbool.h>

#include "hal.h"
#include "refuse.h"

struct waveform {
    int16_t voltage[2];   /* mV; [0] down, [1] up */
    uint32_t width[2];    /* 10 ns */
    uint16_t compliance;  /* uA */
    uint16_t gap;         /* us */
    uint16_t hash;
    bool is_set;
};

/* Pulses of the command under way, by direction: [0] down, [1] up. The session's totals get them at its end. */
extern uint16_t fired[2];

/* Ends a command: adds its pulses to the totals and to what the rate counts. */
void pulses_settle(void);

/* Writes the totals of both directions since boot, those of the command under way among them. */
void put_totals(uint8_t **reply);

/* Forgets all waveforms, and the pulses of a command that a reset cut off. */
void pulses_begin(void);

/* Forgets the waveforms that no longer fit the limits. */
void waveforms_recheck(void);

/* Reads number and hash of a waveform from a request; refuses one that is not set or another. */
refusal waveform_take(const uint8_t **at, const struct waveform **waveform);

/* Whether pulses are allowed. */
refusal check_armed(void);
refusal check_cell(uint32_t row, uint32_t column);
refusal check_block(uint16_t row, uint16_t column, uint8_t rows, uint8_t columns);

/*
 * Fires one pulse and waits for its gap. Returns why the command has to stop, LINK_STOP_DONE for "go on". The layer
 * sends busy beats in long pulses and gaps; who fires many short ones calls link_beat between them.
 */
enum link_stop fire(const struct hal_pulse *pulse, uint16_t gap);

/* The pulse of a waveform in one direction, for the caller to aim. */
struct hal_pulse pulse_of(const struct waveform *waveform, bool up);

refusal waveform_set(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal pulse_list(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal sign_block(const uint8_t *request, uint8_t size, uint8_t **reply);

#endif
