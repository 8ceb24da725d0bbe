/* The command line of link-host. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "curves.h"
#include "hal.h"

enum { MOST_STUCK = 256 };

struct stuck_cell {
    unsigned row;
    unsigned column;
    double conductance;   /* siemens */
};

struct options {
    const char *pty_link;     /* NULL: the link is on stdin and stdout */
    uint16_t rows;
    uint16_t columns;
    struct law law;
    double initial;           /* pulses from the low end */
    double cycle_noise;       /* of a pulse's end, in windows */
    double read_noise;        /* of a reading, relative */
    uint64_t seed;
    uint32_t serial;
    uint16_t forming_voltage; /* mV; 0: all cells are formed */
    bool no_wait;             /* pulses and gaps take no time */
    uint32_t limits[LIMIT_COUNT];
    struct stuck_cell stuck[MOST_STUCK];
    unsigned stuck_count;
};

/* Reads the command line; ends the program where it makes no sense. */
struct options options_read(int count, char **arguments);

#endif
