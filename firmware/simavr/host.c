/*
 * Runs the ATmega328P's firmware in simavr, its serial port on a pseudo-terminal.
 *
 *   link-simavr [--pty-link PATH] [--eeprom FILE] IMAGE.elf
 *
 * Prints "ready PATH" when the port is open. Lines on stdin: reset, totals, quit; SIGUSR1 resets and SIGUSR2 prints the
 * totals as well. The totals are the pulses that were seen at the pins of port B, whatever the firmware counts. EEPROM
 * lives as long as this program, or in a file; without one the counter of boots begins anywhere, so that two runs do
 * not show the same nonces.
 */
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "avr_eeprom.h"
#include "avr_ioport.h"
#include "line.h"
#include "sim_avr.h"
#include "sim_elf.h"

enum { EEPROM_SIZE = 1024, EEPROM_NONCE = 0, COMMAND_SIZE = 64, PIN_UP = 0, PIN_DOWN = 1 };
enum { CHECK_EVERY = 20000, PACE_EVERY = 1000, LEAD_NS = 200000, LAG_NS = 5000000 };

static const char *pty_link, *eeprom_path, *image_path;
static uint8_t eeprom[EEPROM_SIZE];
static uint64_t pulses[2];   /* seen at the pins: [PIN_UP], [PIN_DOWN] */
static avr_t *avr;
static FILE *answers;
static volatile sig_atomic_t wants_reset, wants_totals, wants_end;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "link-simavr: %s: %s\n", what, why);
    _exit(2);
}

/* simavr's parts print to stdout as they like; what this program answers goes there alone. */
static void take_stdout(void)
{
    answers = fdopen(dup(STDOUT_FILENO), "w");
    if (answers == NULL || freopen("/dev/null", "w", stdout) == NULL) fail("stdout", strerror(errno));
}

static void read_arguments(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--pty-link") == 0 && i + 1 < count)
            pty_link = arguments[++i];
        else if (strcmp(arguments[i], "--eeprom") == 0 && i + 1 < count)
            eeprom_path = arguments[++i];
        else if (arguments[i][0] != '-' && image_path == NULL)
            image_path = arguments[i];
        else
            fail(arguments[i], "unknown or incomplete option");
    }
    if (image_path == NULL) fail("usage", "link-simavr [--pty-link PATH] [--eeprom FILE] IMAGE.elf");
}

/* ---- the MCU ---- */

static void on_pin(avr_irq_t *irq, uint32_t value, void *which)
{
    if (value && !irq->value) ++*(uint64_t *)which;
}

static void load_eeprom(void)
{
    memset(eeprom, 0xFF, sizeof eeprom);
    if (getrandom(eeprom + EEPROM_NONCE, 2, 0) != 2) fail("random numbers", strerror(errno));
    FILE *file = eeprom_path == NULL ? NULL : fopen(eeprom_path, "rb");
    if (file == NULL) return;
    size_t got = fread(eeprom, 1, sizeof eeprom, file);
    fclose(file);
    if (got != sizeof eeprom) fail(eeprom_path, "not the 1,024 bytes of an EEPROM");
}

static void save_eeprom(void)
{
    avr_eeprom_desc_t part = { eeprom, 0, EEPROM_SIZE };
    FILE *file = eeprom_path == NULL ? NULL : fopen(eeprom_path, "wb");
    if (file == NULL) return;
    avr_ioctl(avr, AVR_IOCTL_EEPROM_GET, &part);
    fwrite(eeprom, 1, sizeof eeprom, file);
    fclose(file);
}

/* simavr takes any ELF file for the AVR's, and falls over the others. */
static void check_image(void)
{
    enum { MACHINE = 18, AVR = 83 };
    unsigned char head[MACHINE + 2] = { 0 };
    FILE *file = fopen(image_path, "rb");
    if (file == NULL) fail(image_path, strerror(errno));
    bool whole = fread(head, 1, sizeof head, file) == sizeof head;
    fclose(file);
    if (!whole || memcmp(head, "\177ELF", 4) != 0 || head[MACHINE] != AVR) fail(image_path, "not an image for the AVR");
}

/* keep_time sleeps for a sleeping MCU as for a busy one. */
static void sleep_on(avr_t *sleeping, avr_cycle_count_t cycles)
{
    (void)sleeping, (void)cycles;
}

static void make_avr(void)
{
    elf_firmware_t firmware = { 0 };
    check_image();
    if (elf_read_firmware(image_path, &firmware) != 0) fail(image_path, "not a firmware image");
    avr = avr_make_mcu_by_name("atmega328p");
    if (avr == NULL) fail("atmega328p", "unknown to this simavr");
    avr_init(avr);
    avr->log = LOG_ERROR;
    avr->sleep = sleep_on;
    firmware.frequency = 16000000;
    avr_load_firmware(avr, &firmware);
    load_eeprom();
    avr_eeprom_desc_t part = { eeprom, 0, EEPROM_SIZE };
    avr_ioctl(avr, AVR_IOCTL_EEPROM_SET, &part);
    for (int pin = PIN_UP; pin <= PIN_DOWN; pin++)
        avr_irq_register_notify(
            avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('B'), IOPORT_IRQ_PIN0 + pin), on_pin, &pulses[pin]);
}

static void connect_port(void)
{
    const char *path = line_open(avr);
    if (path == NULL) fail("pseudo-terminal", strerror(errno));
    if (pty_link != NULL) {
        unlink(pty_link);
        if (symlink(path, pty_link) != 0) fail(pty_link, strerror(errno));
    }
    fprintf(answers, "ready %s\n", pty_link != NULL ? pty_link : path);
    fflush(answers);
}

/* ---- what the user asks ---- */

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
    fprintf(answers, "totals up=%" PRIu64 " down=%" PRIu64 "\n", pulses[PIN_UP], pulses[PIN_DOWN]);
    fflush(answers);
}

static void end(void)
{
    print_totals();
    save_eeprom();
    if (pty_link != NULL) unlink(pty_link);
    _exit(0);
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
        fprintf(stderr, "link-simavr: reset, totals or quit, not '%s'\n", command);
}

static void take_commands(const char *bytes, ssize_t count)
{
    static char line[COMMAND_SIZE];
    static size_t size;
    for (ssize_t i = 0; i < count; i++) {
        if (bytes[i] != '\n') {
            if (size + 1 < sizeof line) line[size++] = bytes[i];
            continue;
        }
        line[size] = 0;
        size = 0;
        obey(line);
    }
}

static void read_commands(void)
{
    static struct pollfd input = { STDIN_FILENO, POLLIN, 0 };
    char bytes[COMMAND_SIZE];
    if (poll(&input, 1, 0) <= 0) return;
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
    if (got <= 0) input.fd = -1;   /* no one will ask any more */
    take_commands(bytes, got);
}

static void heed_user(void)
{
    read_commands();
    if (wants_end) end();
    if (wants_totals) print_totals();
    if (wants_reset) {
        avr_reset(avr);
        line_start(avr);
    }
    wants_totals = wants_reset = 0;
}

static void heed_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal };
    static const int signals[] = { SIGUSR1, SIGUSR2, SIGTERM, SIGINT, SIGHUP };
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaction(signals[i], &action, NULL);
}

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/*
 * Left alone, the MCU would run as fast as this machine can, and its milliseconds would be too short for whoever talks
 * to it. It makes up for pauses of this machine, but for no more than 5 ms.
 */
static void keep_time(void)
{
    static int64_t origin;
    int64_t simulated = (int64_t)(avr->cycle * 1000 / (avr->frequency / 1000000));
    int64_t lead = simulated - (now_ns() - origin);
    if (lead < -LAG_NS) origin = now_ns() - simulated - LAG_NS;
    if (lead > LEAD_NS) {
        struct timespec pause = { 0, (long)(lead < 100000000 ? lead : 100000000) };
        nanosleep(&pause, NULL);
    }
}

int main(int count, char **arguments)
{
    read_arguments(count, arguments);
    take_stdout();
    heed_signals();
    make_avr();
    connect_port();
    for (uint32_t steps = 0;; steps++) {
        int state = avr_run(avr);
        if (state == cpu_Done || state == cpu_Crashed) fail(image_path, "the MCU stopped");
        if (state == cpu_Sleeping || steps % PACE_EVERY == 0) keep_time();
        if (state == cpu_Sleeping || steps % CHECK_EVERY == 0) heed_user();
    }
}
