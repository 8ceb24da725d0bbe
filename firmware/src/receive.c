#include "receive.h"

#include "hal.h"
#include "link_protocol.h"

enum state { AT_START, AT_SECOND, IN_FRAME, IN_LINE, SKIPPING };

/* What the interrupt alone touches. */
static enum state state;
static uint8_t first;       /* the byte at the start, before the second one tells what it is */
static uint8_t block_left;  /* COBS: bytes to come before the next code */
static bool block_full;     /* COBS: this block stands for no zero at its end */
static uint8_t delimiters;
static uint8_t stored;

/*
 * What both sides touch: single bytes, so that every access is atomic on an 8-bit machine. The buffer belongs to the
 * interrupt while `waiting` is LINK_INPUT_NONE and to the main loop otherwise; it needs no volatile, because the main
 * loop gets at it only through link_input, a call into this file.
 */
static uint8_t buffer[LINK_MOST_FRAME];
static volatile uint8_t waiting;
static volatile uint8_t waiting_size;
volatile uint8_t link_abort_flag;
static volatile uint8_t dropped;

static void drop(enum state next)
{
    dropped++;
    state = next;
}

static void store(uint8_t byte, uint8_t most)
{
    if (stored == most)
        drop(SKIPPING);
    else
        buffer[stored++] = byte;
}

static void start(uint8_t byte)
{
    if (byte == LINK_DELIMITER) return;
    first = byte;
    stored = 0;
    state = AT_SECOND;
}

static bool is_line_end(uint8_t byte) { return byte == '\n' || byte == '\r'; }

/* A frame's first byte is its COBS code and its second the version, which no hexadecimal digit of a line equals. */
static void second(uint8_t byte)
{
    if (byte == LINK_DELIMITER) {
        drop(AT_START);
    } else if (byte == LINK_VERSION && first > 1) {
        state = IN_FRAME;
        block_left = (uint8_t)(first - 2);
        block_full = first == 0xFF;
        buffer[stored++] = byte;
    } else if (is_line_end(first)) {
        first = byte;   /* an empty line; the first byte of a frame may look like one */
    } else if (byte == '\n') {
        drop(AT_START);
    } else if (first == '#') {
        state = IN_LINE;
        buffer[stored++] = first;
        buffer[stored++] = byte;
    } else {
        drop(SKIPPING);
    }
}

static void hand_over(enum link_input what)
{
    state = AT_START;
    waiting_size = stored;
    waiting = (uint8_t)what;   /* last: from here on the buffer is the main loop's */
}

static void end_frame(void)
{
    if (block_left != 0 || stored < LINK_HEADER_SIZE + LINK_TRAILER_SIZE)
        drop(AT_START);
    else
        hand_over(LINK_INPUT_FRAME);
}

static void frame_byte(uint8_t byte)
{
    if (byte == LINK_DELIMITER) {
        end_frame();
    } else if (block_left != 0) {
        block_left--;
        store(byte, LINK_MOST_FRAME);
    } else {
        if (!block_full) store(0, LINK_MOST_FRAME);
        block_left = (uint8_t)(byte - 1);
        block_full = byte == 0xFF;
    }
}

static void line_byte(uint8_t byte)
{
    if (byte == LINK_DELIMITER) {
        drop(AT_START);
    } else if (byte == '\n') {
        hand_over(LINK_INPUT_LINE);
    } else if (byte != '\r') {
        store(byte, LINK_TEXT_MOST_LINE);
    }
}

static void skip(uint8_t byte) { state = byte == LINK_DELIMITER || byte == '\n' ? AT_START : SKIPPING; }

/* Counts delimiters in a row, in whatever state: an abort needs no frame around it, and no free buffer. */
static void watch_for_abort(uint8_t byte)
{
    if (byte != LINK_DELIMITER) {
        delimiters = 0;
    } else if (delimiters < LINK_ABORT_DELIMITERS && ++delimiters == LINK_ABORT_DELIMITERS) {
        link_abort_flag = 1;
        hal_ground();
    }
}

void link_receive(uint8_t byte)
{
    watch_for_abort(byte);
    if (waiting != LINK_INPUT_NONE) {
        skip(byte);
        return;
    }
    switch (state) {
    case AT_START: start(byte); break;
    case AT_SECOND: second(byte); break;
    case IN_FRAME: frame_byte(byte); break;
    case IN_LINE: line_byte(byte); break;
    case SKIPPING: skip(byte); break;
    }
}

bool link_has_input(void) { return waiting != LINK_INPUT_NONE || link_aborted(); }

enum link_input link_input(uint8_t **bytes, uint8_t *size)
{
    enum link_input what = (enum link_input)waiting;
    *bytes = buffer;
    *size = waiting_size;   /* after `waiting`: before it, the interrupt might still change it */
    return what;
}

void link_release(void) { waiting = LINK_INPUT_NONE; }
uint8_t link_dropped(void) { return dropped; }

void link_receive_reset(void)
{
    state = AT_START;
    delimiters = 0;
    waiting = LINK_INPUT_NONE;
    link_abort_flag = 0;
    dropped = 0;
}
