/*
 * The hardware layer of the host build: simulated devices, and a serial line that is a pseudo-terminal or stdin and
 * stdout. There is no interrupt: the layer looks for input wherever it waits, and at every pulse.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "bytes.h"
#include "devices.h"
#include "fail.h"
#include "link.h"
#include "receive.h"

enum { OUTPUT_SIZE = 1024, COMMAND_SIZE = 64, NANOSECONDS_A_WIDTH = 10 };

static struct options options;
static double conductance_unit, current_unit;
static int link_in, link_out, commands = -1;
static uint8_t output[OUTPUT_SIZE];
static size_t output_size;
static uint64_t booted_ns;
static uint16_t nonce;
static sigjmp_buf boot;
static volatile sig_atomic_t wants_reset, wants_totals, wants_end;

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/* ---- what the user asks of the program, not of the board ---- */

static void on_signal(int which)
{
    if (which == SIGUSR1)
        wants_reset = 1;
    else if (which == SIGUSR2)
        wants_totals = 1;
    else
        wants_end = 1;
}

static void print_totals(void)
{
    printf("totals up=%" PRIu64 " down=%" PRIu64 "\n", device_pulses(true), device_pulses(false));
    fflush(stdout);
}

static void end(void)
{
    if (options.pty_link != NULL) {
        print_totals();
        unlink(options.pty_link);
    }
    exit(0);
}

/* A reset drops what the board was doing, wherever it was: the jump is the power line. */
static void heed_user(void)
{
    if (wants_end) end();
    if (wants_totals) {
        wants_totals = 0;
        print_totals();
    }
    if (wants_reset) {
        wants_reset = 0;
        siglongjmp(boot, 1);
    }
}

static void obey(const char *command)
{
    if (strcmp(command, "reset") == 0)
        wants_reset = 1;
    else if (strcmp(command, "totals") == 0)
        wants_totals = 1;
    else if (strcmp(command, "quit") == 0)
        wants_end = 1;
    else if (command[0] != 0)
        fprintf(stderr, "link-host: reset, totals or quit, not '%s'\n", command);
}

static void read_commands(void)
{
    static char line[COMMAND_SIZE];
    static size_t size;
    char bytes[COMMAND_SIZE];
    ssize_t got = read(commands, bytes, sizeof bytes);
    if (got == 0) commands = -1;   /* no one will ask any more */
    for (ssize_t i = 0; i < got; i++) {
        if (bytes[i] != '\n') {
            if (size + 1 < sizeof line) line[size++] = bytes[i];
            continue;
        }
        line[size] = 0;
        size = 0;
        obey(line);
    }
}

/* ---- the serial line ---- */

static void take_input(void)
{
    uint8_t bytes[256];
    ssize_t got = read(link_in, bytes, sizeof bytes);
    if (got == 0) link_in = -1;   /* the end of stdin */
    for (ssize_t i = 0; i < got; i++) link_receive(bytes[i]);
}

static void wait_for_input(int milliseconds)
{
    struct pollfd files[2] = { { link_in, POLLIN, 0 }, { commands, POLLIN, 0 } };
    poll(files, 2, milliseconds);
    if (files[0].revents & (POLLIN | POLLHUP)) take_input();
    if (files[1].revents & (POLLIN | POLLHUP)) read_commands();
    heed_user();
}

/* What a full terminal does not take is lost, as on a real line that nobody reads: the board must not wait for ever. */
void hal_serial_flush(void)
{
    size_t sent = 0;
    while (sent < output_size) {
        ssize_t wrote = write(link_out, output + sent, output_size - sent);
        if (wrote < 0 && errno != EINTR) break;
        if (wrote > 0) sent += (size_t)wrote;
    }
    output_size = 0;
    heed_user();
}

void hal_serial_put(uint8_t byte)
{
    if (output_size == OUTPUT_SIZE) hal_serial_flush();
    output[output_size++] = byte;
}

void hal_idle(void)
{
    if (link_has_input()) return;
    if (link_in < 0) end();
    wait_for_input(1);
}

/* ---- time ---- */

uint32_t hal_millis(void) { return (uint32_t)((now_ns() - booted_ns) / 1000000u); }

static void wait_ns(uint64_t length)
{
    uint64_t until = now_ns() + length;
    for (uint64_t now = now_ns(); now < until && !link_aborted(); now = now_ns()) {
        link_beat();
        wait_for_input(until - now > 2000000u ? 1 : 0);
    }
}

void hal_wait_us(uint16_t microseconds)
{
    if (!options.no_wait) wait_ns((uint64_t)microseconds * 1000u);
}

/* ---- the board ---- */

uint16_t hal_boot_nonce(void)
{
    uint16_t last = nonce;
    do {
        if (getrandom(&nonce, sizeof nonce, 0) != sizeof nonce) fail("the system gives no random numbers");
    } while (nonce == 0 || nonce == UINT16_MAX || nonce == last);
    return nonce;
}

/* 60,000 counts to the top of the window, and currents of one such cell at 1 mV in 1,000 counts. */
static void set_units(void)
{
    const struct branch *rising = &options.law.branches[1], *falling = &options.law.branches[0];
    double top = rising->conductance[rising->pulses], other = falling->conductance[falling->pulses];
    conductance_unit = (top > other ? top : other) / 60000;
    current_unit = 60 * conductance_unit * 1e-3;
}

void hal_describe(struct hal_board *board)
{
    memcpy(board->name, "sim-host", 8);
    board->serial = options.serial;
    board->rows = options.rows;
    board->columns = options.columns;
    board->capabilities = 1u << LINK_CAPABILITY_CELL_TOTALS | 1u << LINK_CAPABILITY_VECTOR_READ
        | 1u << LINK_CAPABILITY_PROGRAM | 1u << LINK_CAPABILITY_SIMULATED;
    if (options.forming_voltage != 0)
        board->capabilities |= 1u << LINK_CAPABILITY_FORMING | 1u << LINK_CAPABILITY_COMPLIANCE;
    board->conductance_unit = (float)conductance_unit;
    board->current_unit = (float)current_unit;
    memcpy(board->limits, options.limits, sizeof board->limits);
}

void hal_ground(void) {}

enum hal_outcome hal_pulse(const struct hal_pulse *pulse)
{
    wait_for_input(0);
    if (link_aborted()) return HAL_NOT_FIRED;
    device_pulse(pulse);
    if (!options.no_wait && pulse->width != 0) wait_ns((uint64_t)pulse->width * NANOSECONDS_A_WIDTH);
    return link_aborted() ? HAL_CUT : HAL_FIRED;
}

uint16_t hal_read(uint16_t row, uint16_t column, int16_t voltage)
{
    (void)voltage;
    wait_for_input(0);
    double counts = device_read(row, column) / conductance_unit + 0.5;
    return counts >= HAL_BEYOND_RANGE ? HAL_BEYOND_RANGE : (uint16_t)counts;
}

int32_t hal_read_column(uint16_t row, uint8_t rows, const uint8_t *voltages, uint16_t column)
{
    double current = 0;
    wait_for_input(0);
    for (uint8_t i = 0; i < rows; i++) {
        int16_t voltage = (int16_t)take16(&voltages);
        if (voltage != 0) current += voltage * 1e-3 * device_read((uint16_t)(row + i), column);
    }
    return (int32_t)(current / current_unit + (current < 0 ? -0.5 : 0.5));
}

/* ---- start ---- */

static void open_terminal(void)
{
    link_in = link_out = posix_openpt(O_RDWR | O_NOCTTY);
    if (link_in < 0 || grantpt(link_in) != 0 || unlockpt(link_in) != 0) fail("no pseudo-terminal: %s", strerror(errno));
    const char *name = ptsname(link_in);
    int other = open(name, O_RDWR | O_NOCTTY);   /* held open, so that the line lives on when its user leaves */
    struct termios raw;
    tcgetattr(other, &raw);
    raw.c_iflag = 0;
    raw.c_oflag = 0;
    raw.c_lflag = 0;
    raw.c_cflag = CS8 | CREAD | CLOCAL;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(other, TCSANOW, &raw);
    unlink(options.pty_link);
    if (symlink(name, options.pty_link) != 0) fail("%s cannot be linked: %s", options.pty_link, strerror(errno));
    fcntl(link_out, F_SETFL, fcntl(link_out, F_GETFL) | O_NONBLOCK);
    commands = STDIN_FILENO;
    printf("ready %s\n", options.pty_link);
    fflush(stdout);
}

static void open_link(void)
{
    link_in = STDIN_FILENO;
    link_out = STDOUT_FILENO;
    if (options.pty_link != NULL) open_terminal();
}

static void heed_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal };
    static const int signals[] = { SIGUSR1, SIGUSR2, SIGTERM, SIGINT, SIGHUP };
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaction(signals[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

int main(int count, char **arguments)
{
    options = options_read(count, arguments);
    set_units();
    devices_begin(&options);
    heed_signals();
    open_link();
    sigsetjmp(boot, 1);
    output_size = 0;
    booted_ns = now_ns();
    devices_reset();
    link_begin();
    for (;;) link_poll();
}
