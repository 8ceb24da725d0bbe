/* The host's side, for the tests: sends frames and lines to the rig and reads what it sent back. */
#ifndef CLIENT_H
#define CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link_protocol.h"
#include "rig.h"

/* Where a check fails, says where and counts it. */
void check_at(bool holds, const char *what, const char *file, int line);
#define CHECK(condition) check_at((condition), #condition, __FILE__, __LINE__)

extern int checks_failed, checks_made;

struct reply {
    uint8_t type;            /* 0: no answer */
    uint16_t nonce;
    uint16_t seq;
    uint8_t size;
    uint8_t payload[LINK_MOST_PAYLOAD];
};

/* A payload that is put together field by field. */
struct payload {
    uint8_t bytes[LINK_MOST_PAYLOAD];
    uint8_t size;
};

void add8(struct payload *payload, int value);
void add16(struct payload *payload, int value);
void add32(struct payload *payload, uint32_t value);
void add_float(struct payload *payload, float value);

uint16_t payload16(const uint8_t *at);
uint32_t payload32(const uint8_t *at);

/* COBS with the delimiter; returns the size. */
size_t stuff(const uint8_t *frame, size_t size, uint8_t *stuffed);

/* A whole frame of this session, ready to send. */
size_t make_frame(uint8_t type, uint16_t nonce, uint16_t seq, const struct payload *payload, uint8_t *stuffed);

/* The last answer but for busy beats, which are counted. */
extern int busy_beats;
struct reply last_reply(void);

/* Sends a request with given numbers, or with the next of this session, and returns the answer. */
struct reply ask_as(uint8_t type, uint16_t nonce, uint16_t seq, const struct payload *payload);
struct reply ask(uint8_t type, const struct payload *payload);

bool refused(const struct reply *reply, enum link_nak reason, uint32_t value);
bool accepted(const struct reply *reply);

/* Sends a line, to which its CRC is added, and returns the answer without its CRC and line feed. */
const char *ask_line(const char *line);

/* Arms the rig and sets waveform 0: +1500 mV and -1400 mV, 10 us, 100 uA. */
void arm_rig(void);

/* Boots the rig with compliance and other capabilities, and arms it. */
void begin_armed(uint32_t capabilities);
extern uint16_t waveform_hash;

/* The beginning of a pulse list or sign block with waveform 0. */
struct payload target(int row, int column);
struct payload list_of(int row, int column, int pulses);

#endif
