/* The protocol's main loop: a request in, an answer out. */
#ifndef LINK_H
#define LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "messages.h"

enum { FIRMWARE_VERSION = 1 };

struct request {
    struct message message;
    uint16_t nonce;
    uint16_t seq;
    const uint8_t *payload;
    uint8_t size;
    bool is_text;
    bool known;   /* the board knows the message */
    bool sound;   /* the payload fits its layout */
};

/* Boots: lines grounded, a new session. */
void link_begin(void);

/* Does what waits, or sleeps until something may. For ever in the main loop. */
void link_poll(void);

/* Sends a busy beat where one is due. Called in long commands, never from an interrupt. */
void link_beat(void);

/* The messages that are about the session itself. */
refusal hello(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal status(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal arm(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal disarm(const uint8_t *request, uint8_t size, uint8_t **reply);

#endif
