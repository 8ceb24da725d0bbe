/* Conductance laws as `crossbarsim curves` writes them: a table of each branch. */
#ifndef CURVES_H
#define CURVES_H

#include <stdbool.h>

/* One branch: conductance in siemens at P = 0 .. pulses, from the low end of the window. */
struct branch {
    int pulses;
    double *conductance;
};

struct law {
    struct branch branches[2];   /* [0] of falling pulses, [1] of rising ones */
    bool one_curve;              /* both are the same, so that a cell has no branch */
};

/*
 * Reads a device's law from CSV (device,branch,pulse,position,conductance_siemens,weight); NULL as the device takes the
 * first. Ends the program with a message where the file cannot be used.
 */
struct law curves_read(const char *path, const char *device);

/* A straight line from 1 uS to 50 uS in 255 pulses. */
struct law curves_linear(void);

/* Conductance at a position, which need not be whole; between pulses a straight line. */
double branch_conductance(const struct branch *branch, double position);

/* The position that has a conductance; an end of the branch where none has. */
double branch_position(const struct branch *branch, double conductance);

#endif
