/* The table of messages: verb, layouts and what carries each out. */
#ifndef MESSAGES_H
#define MESSAGES_H

#include <stdbool.h>

#include "refuse.h"

/*
 * Carries out a request whose size fits its layout. Checks all of it before anything is done or written; then does it
 * and writes the payload of the answer.
 */
typedef refusal (*message_action)(const uint8_t *request, uint8_t size, uint8_t **reply);

struct message {
    uint8_t type;
    bool numbered;
    uint8_t needs;      /* 0, or 1 + the capability without which the board does not know it */
    char verb[12];
    char request[20];   /* layouts: link_protocol.h */
    char reply[16];
    message_action act;
};

/* Copies the row of a type or a verb out of the table; false where there is none that this board knows. */
bool message_of_type(uint8_t type, struct message *message);
bool message_of_verb(const char *verb, uint8_t length, struct message *message);

/* The size of a layout's field, by its character. */
uint8_t field_size(char field);

/* Whether a payload of a size fits a layout. */
bool layout_fits(const char *layout, uint8_t size);

#endif
