/* What the board remembers since boot: the session, whether it is armed, and what was fired. */
#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "hal.h"
#include "link_protocol.h"

enum armed { DISARMED = 0, ARMED = 1, ARMED_FORMING = 2 };

struct session {
    uint16_t nonce;
    uint16_t last_seq;
    uint32_t up_total;
    uint32_t down_total;
    uint32_t fed_ms;         /* when the watchdog was fed */
    uint16_t watchdog_ms;
    uint16_t bad_frames;
    uint16_t replays;
    uint16_t watchdog_trips;
    uint16_t aborts;
    uint8_t armed;
};

extern struct session session;
extern struct hal_board board;

/* Begins a new session: identity and nonce from the layer, nothing armed, nothing fired. */
void session_begin(void);

void session_feed(void);
void session_disarm(void);

/* Disarms where abort bytes came or the watchdog ran out. */
void session_guard(void);

static inline bool board_can(enum link_capability what) { return (board.capabilities >> what & 1u) != 0; }

#endif
