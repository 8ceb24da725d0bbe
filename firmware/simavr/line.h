/*
 * The MCU's serial port on a pseudo-terminal. simavr brings a part for that, which looks at the terminal a thousand times
 * a second, so that half of the line's speed and milliseconds of every answer are lost; here bytes come and go within a
 * tenth of a millisecond, and as fast as the UART's baud rate lets them.
 */
#ifndef LINE_H
#define LINE_H

#include "sim_avr.h"

/* Opens a pseudo-terminal for UART 0. Returns the path of its other side; NULL with errno where there is none. */
const char *line_open(avr_t *avr);

/* To be called after every reset of the MCU, which forgets all timers. */
void line_start(avr_t *avr);

#endif
