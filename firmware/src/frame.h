/* Binary frames on their way out, and the header of those that came in. */
#ifndef FRAME_H
#define FRAME_H

#include "link.h"

/* Reads the header of a frame; false where version, length or CRC is wrong. */
bool frame_read(const uint8_t *frame, uint8_t size, struct request *request);

/* Writes the header of an answer, whose payload may follow it already. */
void frame_head(uint8_t *frame, uint8_t type, uint16_t nonce, uint16_t seq, uint8_t size);

/* Sends a frame with a whole header and payload; writes its CRC behind them. */
void frame_send(uint8_t *frame);

#endif
