#include "line.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "avr_uart.h"
#include "sim_time.h"

enum { LOOK_EVERY_US = 100, WAITING_SIZE = 4096 };

static int terminal = -1;
static bool may_send;   /* the UART's queue has room */
static uint8_t waiting[WAITING_SIZE];
static size_t first, count;
static avr_irq_t *to_mcu;

static void on_output(avr_irq_t *irq, uint32_t value, void *unused)
{
    (void)irq, (void)unused;
    uint8_t byte = (uint8_t)value;

    /* Nobody reads: the byte is lost, as on a wire. */
    if (write(terminal, &byte, 1) != 1) return;
}

/* Raising the interrupt line may come back here through on_room and on_full. */
static void pass_on(void)
{
    while (may_send && count > 0) {
        uint8_t byte = waiting[first++];
        count--;
        avr_raise_irq(to_mcu, byte);
    }
}

static void on_room(avr_irq_t *irq, uint32_t value, void *unused)
{
    (void)irq, (void)value, (void)unused;
    may_send = true;
    pass_on();
}

static void on_full(avr_irq_t *irq, uint32_t value, void *unused)
{
    (void)irq, (void)value, (void)unused;
    may_send = false;
}

static avr_cycle_count_t look(avr_t *avr, avr_cycle_count_t when, void *unused)
{
    (void)unused;
    if (count == 0) {
        ssize_t got = read(terminal, waiting, sizeof waiting);
        first = 0;
        count = got > 0 ? (size_t)got : 0;
    }
    pass_on();
    return when + avr_usec_to_cycles(avr, LOOK_EVERY_US);
}

static void connect_uart(avr_t *avr)
{
    uint32_t flags = 0;
    avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
    flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    to_mcu = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), on_output, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON), on_room, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF), on_full, NULL);
}

const char *line_open(avr_t *avr)
{
    static char path[128];
    struct termios raw;
    int other;   /* stays open: without it every program that leaves would hang up the line */
    if (openpty(&terminal, &other, path, NULL, NULL) != 0) return NULL;
    if (tcgetattr(other, &raw) != 0) return NULL;
    cfmakeraw(&raw);
    if (tcsetattr(other, TCSANOW, &raw) != 0 || fcntl(terminal, F_SETFL, O_NONBLOCK) != 0) return NULL;
    connect_uart(avr);
    line_start(avr);
    return path;
}

void line_start(avr_t *avr)
{
    may_send = false;
    avr_cycle_timer_register_usec(avr, LOOK_EVERY_US, look, NULL);
}
