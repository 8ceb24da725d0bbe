#include "options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

static const char usage[] =
    "link-host [options]: the link firmware with simulated devices, on stdin and stdout or on a pseudo-terminal.\n"
    "  --pty-link PATH        open a pseudo-terminal and link it at PATH; stdin then takes reset, totals, quit\n"
    "  --rows R --columns C   size of the array (32 20)\n"
    "  --curves FILE          law: the CSV of `crossbarsim curves` (a straight line of 255 pulses, 1 to 50 uS)\n"
    "  --device NAME          which device of that file (the first)\n"
    "  --initial P            pulses that every cell begins with (0)\n"
    "  --c2c S                cycle-to-cycle noise of every pulse, standard deviation in windows (0)\n"
    "  --read-noise S         noise of every reading, relative standard deviation (0)\n"
    "  --seed N               of the noise (1)\n"
    "  --stuck R,C,SIEMENS    a cell that no pulse moves; may be given again\n"
    "  --forming MV           cells conduct only after a pulse of this voltage; the board can form and limit currents\n"
    "  --serial N             serial number of the board (1)\n"
    "  --limit NAME=VALUE     one of the board's limits, named as in link.yaml; may be given again\n"
    "  --no-wait              pulses and gaps take no time\n"
    "SIGUSR1 resets the board, SIGUSR2 prints the pulses that its cells got.\n";

static const char *const limit_names[LIMIT_COUNT] = {
    "rise_voltage", "fall_voltage", "least_width", "most_width", "energy", "compliance", "pulses_per_call",
    "pulses_per_second", "pulses_per_cell", "total_pulses", "read_voltage", "reads_per_second",
};

static const struct options defaults = {
    .rows = 32, .columns = 20, .seed = 1, .serial = 1,
    .limits = { 3000, 3000, 0, 100000000, 3000000000, 1000, 10000, 1000000, UINT32_MAX, UINT32_MAX, 500, 1000000 },
};

void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("link-host: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

static uint32_t number(const char *text, const char *what, uint32_t least, uint32_t most)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || end == text || *end != 0 || text[0] == '-' || value < least || value > most)
        fail("%s: '%s' is not a whole number from %u to %u", what, text, least, most);
    return (uint32_t)value;
}

static double real(const char *text, const char *what, double most)
{
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end != 0 || !(value >= 0 && value <= most))
        fail("%s: '%s' is not from 0 to %g", what, text, most);
    return value;
}

static void add_stuck(struct options *options, const char *text)
{
    struct stuck_cell cell;
    if (options->stuck_count == MOST_STUCK) fail("--stuck: more than %d cells", MOST_STUCK);
    if (sscanf(text, "%u,%u,%lf", &cell.row, &cell.column, &cell.conductance) != 3
        || !(cell.conductance >= 0 && cell.conductance < 1))
        fail("--stuck: '%s' is not ROW,COLUMN,SIEMENS", text);
    options->stuck[options->stuck_count++] = cell;
}

/* What its field on the line can hold. */
static uint32_t most_of_limit(int limit)
{
    switch (limit) {
    case LIMIT_RISE_VOLTAGE: case LIMIT_FALL_VOLTAGE: case LIMIT_COMPLIANCE: case LIMIT_PULSES_PER_CALL:
    case LIMIT_READ_VOLTAGE: return UINT16_MAX;
    default: return UINT32_MAX;
    }
}

static void set_limit(struct options *options, const char *text)
{
    const char *value = strchr(text, '=');
    for (int i = 0; value != NULL && i < LIMIT_COUNT; i++) {
        if (strncmp(text, limit_names[i], (size_t)(value - text)) != 0 || limit_names[i][value - text] != 0) continue;
        bool rate = i == LIMIT_PULSES_PER_SECOND || i == LIMIT_READS_PER_SECOND;
        options->limits[i] = number(value + 1, limit_names[i], rate ? 1 : 0, most_of_limit(i));
        return;
    }
    fail("--limit: '%s' is not NAME=VALUE with a name of link.yaml's limits", text);
}

/* What --curves and --device say, until both are known. */
static const char *curves_path, *device_name;

static bool set_of_array(struct options *options, const char *name, const char *value)
{
    if (strcmp(name, "--rows") == 0) options->rows = (uint16_t)number(value, name, 1, 65535);
    else if (strcmp(name, "--columns") == 0) options->columns = (uint16_t)number(value, name, 1, 65535);
    else if (strcmp(name, "--curves") == 0) curves_path = value;
    else if (strcmp(name, "--device") == 0) device_name = value;
    else if (strcmp(name, "--initial") == 0) options->initial = real(value, name, 30000);
    else if (strcmp(name, "--c2c") == 0) options->cycle_noise = real(value, name, 1);
    else if (strcmp(name, "--read-noise") == 0) options->read_noise = real(value, name, 1);
    else if (strcmp(name, "--seed") == 0) options->seed = number(value, name, 0, UINT32_MAX);
    else if (strcmp(name, "--stuck") == 0) add_stuck(options, value);
    else if (strcmp(name, "--forming") == 0) options->forming_voltage = (uint16_t)number(value, name, 1, 32767);
    else return false;
    return true;
}

static bool set_of_board(struct options *options, const char *name, const char *value)
{
    if (strcmp(name, "--pty-link") == 0) options->pty_link = value;
    else if (strcmp(name, "--serial") == 0) options->serial = number(value, name, 0, UINT32_MAX);
    else if (strcmp(name, "--limit") == 0) set_limit(options, value);
    else return false;
    return true;
}

static void check(struct options *options)
{
    if (device_name != NULL && curves_path == NULL) fail("--device needs --curves");
    options->law = curves_path != NULL ? curves_read(curves_path, device_name) : curves_linear();
    if (options->initial > options->law.branches[1].pulses)
        fail("--initial: the law has only %d pulses", options->law.branches[1].pulses);
    for (unsigned i = 0; i < options->stuck_count; i++)
        if (options->stuck[i].row >= options->rows || options->stuck[i].column >= options->columns)
            fail("--stuck: cell %u,%u is outside the array", options->stuck[i].row, options->stuck[i].column);
}

struct options options_read(int count, char **arguments)
{
    struct options options = defaults;
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i], *value = i + 1 < count ? arguments[i + 1] : NULL;
        if (strcmp(name, "--help") == 0) {
            fputs(usage, stdout);
            exit(0);
        }
        if (strcmp(name, "--no-wait") == 0)
            options.no_wait = true;
        else if (value != NULL && (set_of_array(&options, name, value) || set_of_board(&options, name, value)))
            i++;
        else
            fail("unknown or incomplete option '%s'; see --help", name);
    }
    check(&options);
    return options;
}
