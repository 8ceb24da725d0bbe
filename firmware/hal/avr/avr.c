#include "avr.h"

#include <avr/eeprom.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <util/atomic.h>

#include "hal.h"
#include "link.h"
#include "receive.h"

enum {
    DIVISOR = (F_CPU / 8 + BAUD / 2) / BAUD - 1,
    CLOCK_TOP = F_CPU / 64 / 1000 - 1,          /* timer 0: 1 kHz from the prescaler of 64 */
    BEAT_TICKS = F_CPU / BAUD * 10 * 14         /* more than a busy beat takes on the line: 12 bytes */
};

static volatile uint32_t milliseconds;

ISR(TIMER0_COMPA_vect) { milliseconds++; }

ISR(USART_RX_vect) { link_receive(UDR0); }

static void serial_begin(void)
{
    UCSR0A = 1 << U2X0;   /* before UBRR0: simavr takes the byte time when that is written */
    UBRR0 = DIVISOR;
    UCSR0C = 1 << UCSZ01 | 1 << UCSZ00;
    UCSR0B = 1 << RXCIE0 | 1 << RXEN0 | 1 << TXEN0;
}

static void clocks_begin(void)
{
    OCR0A = CLOCK_TOP;
    TCCR0A = 1 << WGM01;
    TCCR0B = 1 << CS01 | 1 << CS00;
    TIMSK0 = 1 << OCIE0A;
    TCCR1A = 0;
    TCCR1B = 1 << CS10;
}

int main(void)
{
    board_begin();
    clocks_begin();
    link_begin();
    serial_begin();
    sei();
    for (;;) link_poll();
}

/* A counter in EEPROM: 65,534 boots until one comes again, and 100,000 until the cell wears out. */
uint16_t hal_boot_nonce(void)
{
    uint16_t nonce = (uint16_t)(eeprom_read_word((const uint16_t *)EEPROM_NONCE) + 1);
    if (nonce == 0 || nonce == UINT16_MAX) nonce = 1;
    eeprom_update_word((uint16_t *)EEPROM_NONCE, nonce);
    return nonce;
}

uint32_t avr_serial_number(void)
{
    uint32_t serial = eeprom_read_dword((const uint32_t *)EEPROM_SERIAL);
    return serial == UINT32_MAX ? SERIAL_NUMBER : serial;
}

uint32_t hal_millis(void)
{
    uint32_t now;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { now = milliseconds; }
    return now;
}

void hal_serial_put(uint8_t byte)
{
    loop_until_bit_is_set(UCSR0A, UDRE0);
    UDR0 = byte;
}

void hal_serial_flush(void) {}

/* sei lets no interrupt in before the instruction after it, so none is missed between the question and the sleep. */
void hal_idle(void)
{
    cli();
    if (!link_has_input()) {
        sleep_enable();
        sei();
        sleep_cpu();
        sleep_disable();
    }
    sei();
}

/* The division takes 38 us, longer than all else of a short pulse, and pulses mostly are as wide as the one before. */
uint32_t avr_ticks_of(uint32_t width)
{
    static uint32_t last_width, last_ticks;
    if (width != last_width) {
        last_ticks = (width * (TICKS_A_MICROSECOND / 4) + 12) / 25;
        last_width = width;
    }
    return last_ticks;
}

/* Timer 1 wraps every 4 ms, so the time is added up in parts. A beat must fit between: 57,600 baud or more. */
bool avr_approach(uint16_t start, uint32_t ticks)
{
    while (ticks > AVR_LAST_TICKS) {
        if (link_aborted()) return false;
        if (ticks > BEAT_TICKS) link_beat();
        uint16_t now = avr_ticks();
        uint16_t passed = (uint16_t)(now - start);
        start = now;
        ticks = passed < ticks ? ticks - passed : 0;
    }
    return true;
}

void hal_wait_us(uint16_t microseconds)
{
    uint16_t start = avr_ticks();
    uint32_t ticks = (uint32_t)microseconds * TICKS_A_MICROSECOND;
    if (avr_approach(start, ticks)) avr_wait_for((uint16_t)(start + ticks));
}
