#include "curves.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

static const char header[] = "device,branch,pulse,position,conductance_siemens,weight";

enum { MOST_PULSES = 30000, LINE_SIZE = 512, NAME_SIZE = 128, LINEAR_PULSES = 255 };

struct row {
    char device[NAME_SIZE];
    char branch[NAME_SIZE];
    int pulse;
    double conductance;
};

static struct branch branch_of(int pulses)
{
    struct branch branch = { pulses, calloc((size_t)pulses + 1, sizeof(double)) };
    if (branch.conductance == NULL) fail("no memory for a law");
    return branch;
}

static void append(struct branch *branch, int pulse, double conductance, const char *where)
{
    if (pulse != branch->pulses + 1 || pulse > MOST_PULSES) fail("%s: pulse %d out of order", where, pulse);
    branch->conductance[++branch->pulses] = conductance;
}

/* The file counts falling pulses from the high end. */
static void reverse(struct branch *branch)
{
    for (int low = 0, high = branch->pulses; low < high; low++, high--) {
        double swapped = branch->conductance[low];
        branch->conductance[low] = branch->conductance[high];
        branch->conductance[high] = swapped;
    }
}

static bool same(const struct branch *a, const struct branch *b)
{
    if (a->pulses != b->pulses) return false;
    for (int i = 0; i <= a->pulses; i++)
        if (fabs(a->conductance[i] - b->conductance[i]) > 1e-9 * a->conductance[a->pulses]) return false;
    return true;
}

static bool read_row(FILE *file, struct row *row, const char *path)
{
    char line[LINE_SIZE];
    if (fgets(line, sizeof line, file) == NULL) return false;
    if (sscanf(line, "%127[^,],%127[^,],%d,%*[^,],%lf", row->device, row->branch, &row->pulse, &row->conductance) != 4
        || !(row->conductance >= 0 && row->conductance < 1))
        fail("%s: not a row of curves: %s", path, line);
    return true;
}

static void check_header(FILE *file, const char *path)
{
    char line[LINE_SIZE];
    if (fgets(line, sizeof line, file) == NULL || strncmp(line, header, sizeof header - 1) != 0)
        fail("%s: the first line is not %s", path, header);
}

static void check_branch(const struct branch *branch, const char *name, const char *path)
{
    if (branch->pulses < 1) fail("%s: no %s branch of this device", path, name);
    for (int i = 1; i <= branch->pulses; i++)
        if (branch->conductance[i] < branch->conductance[i - 1]) fail("%s: %s is not monotonic", path, name);
}

static void finish(struct law *law, const char *path)
{
    reverse(&law->branches[0]);
    check_branch(&law->branches[0], "depression", path);
    check_branch(&law->branches[1], "potentiation", path);
    law->one_curve = same(&law->branches[0], &law->branches[1]);
}

static void read_rows(FILE *file, struct law *law, const char *path, const char *device)
{
    struct row row;
    char wanted[NAME_SIZE] = "";
    if (device != NULL) snprintf(wanted, sizeof wanted, "%s", device);
    while (read_row(file, &row, path)) {
        if (wanted[0] == 0) memcpy(wanted, row.device, sizeof wanted);
        if (strcmp(row.device, wanted) == 0)
            append(&law->branches[strcmp(row.branch, "potentiation") == 0], row.pulse, row.conductance, path);
    }
}

struct law curves_read(const char *path, const char *device)
{
    struct law law = { { branch_of(MOST_PULSES), branch_of(MOST_PULSES) }, false };
    law.branches[0].pulses = law.branches[1].pulses = -1;
    FILE *file = fopen(path, "r");
    if (file == NULL) fail("%s cannot be read", path);
    check_header(file, path);
    read_rows(file, &law, path, device);
    fclose(file);
    finish(&law, path);
    return law;
}

struct law curves_linear(void)
{
    struct law law = { { branch_of(LINEAR_PULSES), branch_of(LINEAR_PULSES) }, true };
    for (int i = 0; i <= LINEAR_PULSES; i++)
        law.branches[0].conductance[i] = law.branches[1].conductance[i] = 1e-6 + 49e-6 * i / LINEAR_PULSES;
    return law;
}

double branch_conductance(const struct branch *branch, double position)
{
    int below = (int)position;
    if (below >= branch->pulses) return branch->conductance[branch->pulses];
    double low = branch->conductance[below];
    return low + (position - below) * (branch->conductance[below + 1] - low);
}

double branch_position(const struct branch *branch, double conductance)
{
    const double *at = branch->conductance;
    int low = 0, high = branch->pulses;
    if (conductance <= at[low]) return low;
    if (conductance >= at[high]) return high;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (at[middle] <= conductance)
            low = middle;
        else
            high = middle;
    }
    return low + (conductance - at[low]) / (at[high] - at[low]);
}
