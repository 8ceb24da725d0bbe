/* The receive path: bytes to whole frames or lines, and the abort. Runs in the receive interrupt. */
#ifndef RECEIVE_H
#define RECEIVE_H

#include <stdbool.h>
#include <stdint.h>

enum link_input { LINK_INPUT_NONE, LINK_INPUT_FRAME, LINK_INPUT_LINE };

/* Takes one byte. The only function of the firmware that a receive interrupt calls. */
void link_receive(uint8_t byte);

/* Whether a frame or a line, still unchecked, waits for the main loop. */
bool link_has_input(void);

/*
 * What waits, with its bytes and their number. Until link_release the buffer is the caller's, all LINK_MOST_FRAME bytes
 * of it, and further input is dropped.
 */
enum link_input link_input(uint8_t **bytes, uint8_t *size);
void link_release(void);

/* Set by the interrupt at abort bytes, which ground the lines there and then; cleared once the main loop disarmed. */
extern volatile uint8_t link_abort_flag;

/* Whether abort bytes came. In the header, as every pulse asks it. */
static inline bool link_aborted(void) { return link_abort_flag != 0; }

/* Frames that were dropped here; wraps. */
uint8_t link_dropped(void);

/* Forgets everything, as at boot. */
void link_receive_reset(void);

#endif
