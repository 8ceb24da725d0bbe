/* The text twin: lines of ASCII to requests and answers to lines, by the layouts of the messages. */
#ifndef TEXT_H
#define TEXT_H

#include "link.h"

/*
 * Turns a line in a buffer of LINK_MOST_FRAME bytes into a request, whose payload replaces the line. False where the
 * line is damaged. Where only its verb or an argument makes no sense, the request says so.
 */
bool text_read(uint8_t *buffer, uint8_t size, struct request *request);

/* Sends an answer's frame as a line. */
void text_send(const uint8_t *frame);

#endif
