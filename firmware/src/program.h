/* Loops that pulse and read in turn: write-verify and electroforming. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "refuse.h"

refusal program(const uint8_t *request, uint8_t size, uint8_t **reply);
refusal form(const uint8_t *request, uint8_t size, uint8_t **reply);

#endif
